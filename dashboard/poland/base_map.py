"""The map file that an office brings: vector tiles of streets, as PMTiles or MBTiles.

One that is named at the start wins over one that was added to the data. The file is read where it
lies, whatever its size; tiles go out with the bytes that it stores.
"""

import os
from functools import lru_cache
from pathlib import Path

from dashboard.errors import BasemapError
from dashboard.locale import message
from dashboard.poland.added_map import added_map
from dashboard.poland.ground_tiles import Tile
from dashboard.poland.tile_file import TileFile
from dashboard.poland.tile_file_opening import open_tile_file
from dashboard.variables import BASEMAP_VARIABLE


def use_base_map(path: Path | None) -> None:
    """Use a map file from now on, in the processes that this one starts too.

    Where None, the one that was added to the data is used, if there is one.

    Raises:
        BasemapError: The file cannot be used.
    """
    if path is None:
        os.environ.pop(BASEMAP_VARIABLE, None)
        return
    open_tile_file(path)
    os.environ[BASEMAP_VARIABLE] = str(path.resolve())


def base_map() -> TileFile | None:
    """Return the map file in use, opened anew when it was replaced; None without one.

    Raises:
        BasemapError: The file is not there or cannot be used.
    """
    named = os.environ.get(BASEMAP_VARIABLE, "")
    path = Path(named) if named else added_map()
    if path is None:
        return None
    try:
        state = path.stat()
    except OSError as error:
        raise BasemapError(_not_read(path, error)) from error
    return _opened(path, (state.st_mtime_ns, state.st_size, state.st_ino))


def base_map_tile(tile: Tile) -> bytes:
    """Return a tile of the map file in use; empty where there is none.

    Raises:
        BasemapError: The file cannot be read any more.
    """
    file = base_map()
    return file.tile(tile) if file else b""


def base_map_version() -> str:
    """Return what the content of the map file in use is called; empty without one.

    Raises:
        BasemapError: The file cannot be read any more.
    """
    file = base_map()
    return file.facts.version if file else ""


@lru_cache(maxsize=1)
def _opened(path: Path, _state: tuple[int, int, int]) -> TileFile:
    return open_tile_file(path)


def _not_read(path: Path, error: OSError) -> str:
    return message("basemap-not-read", path=str(path), reason=error.strerror or str(error))
