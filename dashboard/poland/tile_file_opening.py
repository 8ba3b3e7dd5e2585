"""Opens a map file of either format."""

from pathlib import Path

from dashboard.errors import BasemapError
from dashboard.locale import message
from dashboard.poland.mbtiles import MbtilesFile
from dashboard.poland.pmtiles_file import PmtilesFile
from dashboard.poland.tile_file import SQLITE_START, TileFile


def open_tile_file(path: Path) -> TileFile:
    """Open a map file, recognised by its first bytes.

    Raises:
        BasemapError: It is not there, of another kind, cut off, or of another schema.
    """
    try:
        with path.open("rb") as file:
            start = file.read(16)
        if start.startswith(b"PMTiles"):
            return PmtilesFile(path)
        if start.startswith(SQLITE_START):
            return MbtilesFile(path)
    except OSError as error:
        raise BasemapError(_not_read(path, error)) from error
    raise BasemapError(message("basemap-unknown", path=str(path)))


def _not_read(path: Path, error: OSError) -> str:
    return message("basemap-not-read", path=str(path), reason=error.strerror or str(error))
