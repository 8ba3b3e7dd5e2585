"""Reads PMTiles, version 3: the one place that knows the package pmtiles."""

import gzip
import hashlib
import threading
import weakref
import zlib
from collections import OrderedDict
from pathlib import Path
from typing import Final

from pmtiles.tile import (
    Compression,
    Entry,
    HeaderDict,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

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

_HEADER: Final = 127
_DIRECTORIES: Final = 32
"""Directories that are held: each has some thousand tiles."""
_DEEPEST: Final = 4
"""Directories within directories that a reader has to follow."""
_PACKINGS: Final = (Compression.NONE, Compression.GZIP)


class PmtilesFile:
    """An opened file of PMTiles."""

    def __init__(self, path: Path) -> None:
        """Open a file, and check that it is whole and of use.

        Raises:
            BasemapError: It is cut off, or holds no vector tiles of a known schema.
            OSError: It cannot be opened.
        """
        self._path = path
        self._file = path.open("rb")
        weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()
        self._directories: OrderedDict[tuple[int, int], list[Entry]] = OrderedDict()
        self._header = self._read_header()
        self.facts = self._read_facts()

    def count(self) -> int:
        """Return how many tiles it has."""
        return self._header["addressed_tiles_count"]

    def tile(self, tile: Tile) -> bytes:
        """Return a tile compressed with gzip; empty where the file has none.

        Raises:
            BasemapError: The file can no longer be read.
        """
        size = 1 << tile.zoom
        first, last = self.facts.zooms
        if not first <= tile.zoom <= last or max(tile.column, tile.row) >= size:
            return b""
        header = self._header
        number = zxy_to_tileid(tile.zoom, tile.column, tile.row)
        offset, length = header["root_offset"], header["root_length"]
        for _ in range(_DEEPEST):
            entry = find_tile(self._directory(offset, length), number)
            if entry is None:
                return b""
            if entry.run_length:
                return packed(self._read(header["tile_data_offset"] + entry.offset, entry.length))
            offset, length = header["leaf_directory_offset"] + entry.offset, entry.length
        return b""

    def _read(self, offset: int, length: int) -> bytes:
        """Return some bytes of the file.

        Raises:
            BasemapError: The file has fewer, or cannot be read.
        """
        try:
            with self._lock:
                self._file.seek(offset)
                content = self._file.read(length)
        except OSError as error:
            words = {"path": str(self._path), "reason": error.strerror or str(error)}
            raise BasemapError(message("basemap-not-read", **words)) from error
        if len(content) < length:
            raise self._cut_off()
        return content

    def _cut_off(self) -> BasemapError:
        return BasemapError(message("basemap-cut-off", path=str(self._path)))

    def _directory(self, offset: int, length: int) -> list[Entry]:
        """Return a directory, decoded once as long as it is among the last ones."""
        at = (offset, length)
        entries = self._directories.get(at)
        if entries is None:
            try:
                entries = deserialize_directory(self._read(offset, length))
            except (EOFError, OSError, zlib.error) as error:
                raise self._cut_off() from error
        with self._lock:
            self._directories[at] = entries
            self._directories.move_to_end(at)
            while len(self._directories) > _DIRECTORIES:
                self._directories.popitem(last=False)
        return entries

    def _read_header(self) -> HeaderDict:
        """Return the header of a file that is whole.

        Raises:
            BasemapError: The file ends before its parts do, or is of another kind.
        """
        path = str(self._path)
        start = self._read(0, _HEADER)
        try:
            header = deserialize_header(start)
        except (SpecVersionUnsupported, ValueError) as error:
            raise BasemapError(message("basemap-unknown", path=path)) from error
        ends = [
            header["root_offset"] + header["root_length"],
            header["metadata_offset"] + header["metadata_length"],
            header["leaf_directory_offset"] + header["leaf_directory_length"],
            header["tile_data_offset"] + header["tile_data_length"],
        ]
        if max(ends) > self._path.stat().st_size:
            raise self._cut_off()
        if header["tile_type"] is not TileType.MVT:
            kind = header["tile_type"].name
            raise BasemapError(message("basemap-no-vectors", path=path, kind=kind))
        for packing in (header["tile_compression"], header["internal_compression"]):
            if packing not in _PACKINGS:
                raise BasemapError(message("basemap-packing", path=path, packing=packing.name))
        return header

    def _read_facts(self) -> TileFileFacts:
        header = self._header
        stored = self._read(header["metadata_offset"], header["metadata_length"])
        if header["internal_compression"] is Compression.GZIP:
            try:
                stored = gzip.decompress(stored)
            except (EOFError, OSError, zlib.error) as error:
                raise self._cut_off() from error
        metadata = read_json(self._path, stored)
        root = self._read(header["root_offset"], header["root_length"])
        content = hashlib.sha256(self._read(0, _HEADER) + stored + root)
        return TileFileFacts(
            name=str(metadata.get("name", "")),
            schema=schema_of(self._path, metadata),
            zooms=(header["min_zoom"], header["max_zoom"]),
            attribution=attribution_of(metadata),
            version=content.hexdigest()[:12],
            day=day_of(metadata),
        )
