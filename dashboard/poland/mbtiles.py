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
from dashboard.poland.tile_file import (
    TileFileFacts,
    attribution_of,
    day_of,
    packed,
    read_json,
    schema_of,
)
from geocoding.locale import os_reason

_HEADER_BYTES: Final = 100
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
        _require_whole(path)
        address = f"{path.resolve().as_uri()}?mode=ro"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        weakref.finalize(self, self._database.close)
        self.facts = self._read_facts()

    def count(self) -> int:
        """Return how many tiles it has.

        Raises:
            BasemapError: The file can no longer be read.
        """
        [[count]] = self._rows("SELECT count(*) FROM tiles")
        return int(count)

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
            day=day_of(metadata),
        )


def _require_whole(path: Path) -> None:
    """Refuse a database that has fewer pages than its header says.

    SQLite itself notices that only when it comes to a page that is missing.

    Raises:
        BasemapError: The file is cut off, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        words = {"path": str(path), "reason": os_reason(error)}
        raise BasemapError(message("basemap-not-read", **words)) from error
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    is_counted = header[24:28] == header[92:96]  # older writers leave the number as it was
    if len(header) < _HEADER_BYTES or (is_counted and pages * _bytes_of(page_size) > size):
        raise BasemapError(message("basemap-cut-off", path=str(path)))


def _bytes_of(page_size: int) -> int:
    """Return the size of a page; the header has no room for the largest and says 1."""
    return 65536 if page_size == 1 else page_size
