"""Reads MBTiles: an SQLite file with a row a tile, counted from the south."""

import hashlib
import sqlite3
import threading
import weakref
from pathlib import Path
from typing import Any, Final

from dashboard.errors import BasemapError
from dashboard.locale import message
from dashboard.poland.ground_tiles import Tile
from dashboard.poland.tile_file import TileFileFacts, attribution_of, packed, read_json, schema_of

_TILE: Final = (
    "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
)


class MbtilesFile:
    """An opened file of MBTiles."""

    def __init__(self, path: Path) -> None:
        """Open a file, and check that it is of use.

        Raises:
            BasemapError: It is damaged, or holds no vector tiles of a known schema.
        """
        self._path = path
        self._lock = threading.Lock()
        address = f"{path.resolve().as_uri()}?mode=ro"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        weakref.finalize(self, self._database.close)
        self.facts = self._read_facts()

    def tile(self, tile: Tile) -> bytes:
        """Return a tile compressed with gzip; empty where the file has none.

        Raises:
            BasemapError: The file can no longer be read.
        """
        row = (1 << tile.zoom) - 1 - tile.row
        found = self._rows(_TILE, (tile.zoom, tile.column, row))
        return packed(bytes(found[0][0])) if found else b""

    def _rows(self, query: str, values: tuple[int, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise BasemapError(
                message("basemap-not-read", path=str(self._path), reason=str(error))
            ) from error

    def _read_facts(self) -> TileFileFacts:
        said = {str(name): str(value) for name, value in self._rows("SELECT * FROM metadata")}
        if said.get("format") != "pbf":
            kind = said.get("format", "–")
            raise BasemapError(
                message("basemap-no-vectors", path=str(self._path), kind=kind.upper())
            )
        metadata = {**said, **read_json(self._path, said.get("json", "{}"))}
        state = self._path.stat()
        content = f"{sorted(said.items())} {state.st_size} {state.st_mtime_ns}"
        [[first, last]] = self._rows("SELECT min(zoom_level), max(zoom_level) FROM tiles")
        return TileFileFacts(
            name=said.get("name", ""),
            schema=schema_of(self._path, metadata),
            zooms=(int(first or 0), int(last or 0)),
            attribution=attribution_of(metadata),
            version=hashlib.sha256(content.encode()).hexdigest()[:12],
        )
