"""What a map file says of itself: its schema, its zooms, and the words that it asks for."""

import gzip
import html
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TypeAlias

from dashboard.errors import BasemapError
from dashboard.locale import message
from dashboard.poland.ground_tiles import Tile

SQLITE_START: Final = b"SQLite format 3"
"""How a file of SQLite begins."""

Schema: TypeAlias = Literal["protomaps", "openmaptiles"]

_SCHEMAS: Final[Mapping[Schema, Collection[str]]] = {
    "protomaps": ("roads", "places", "water"),
    "openmaptiles": ("transportation", "place", "water"),
}
"""The layers by which a schema is recognised: a file has all of them."""
_ATTRIBUTION: Final = "© OpenStreetMap contributors, ODbL 1.0"
_GZIP: Final = b"\x1f\x8b"
_DAY_KEYS: Final = ("planetiler:osm:osmosisreplicationtime", "osm:osmosisreplicationtime")
"""Where the metadata say of which moment OpenStreetMap's data is."""
_TAG: Final = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class TileFileFacts:
    """What a map file says of itself.

    Attributes:
        name: What the file calls its map; empty where it says nothing.
        schema: The names of its layers and properties.
        zooms: First and last zoom of its tiles.
        attribution: Plain text to be shown beside the map.
        version: Another one for another content.
        day: ISO date of its data; empty where it says nothing.
    """

    name: str
    schema: Schema
    zooms: tuple[int, int]
    attribution: str
    version: str
    day: str = ""


class TileFile(Protocol):
    """An opened map file."""

    @property
    def facts(self) -> TileFileFacts:
        """What the file says of itself."""

    def count(self) -> int:
        """Return how many tiles it has.

        Raises:
            BasemapError: The file can no longer be read.
        """

    def tile(self, tile: Tile) -> bytes:
        """Return a tile compressed with gzip; empty where the file has none.

        Raises:
            BasemapError: The file can no longer be read.
        """


def schema_of(path: Path, metadata: Mapping[str, Any]) -> Schema:
    """Return the schema of a file by the layers that its metadata list.

    Raises:
        BasemapError: The layers are those of no known schema.
    """
    layers = {str(each.get("id", "")) for each in metadata.get("vector_layers") or []}
    for schema, needed in _SCHEMAS.items():
        if layers.issuperset(needed):
            return schema
    listed = ", ".join(sorted(layers)) or "–"
    raise BasemapError(message("basemap-schema", path=str(path), layers=listed))


def attribution_of(metadata: Mapping[str, Any]) -> str:
    """Return the words that a file asks for as plain text; else those of OpenStreetMap."""
    stated = html.unescape(_TAG.sub("", str(metadata.get("attribution") or "")))
    return " ".join(stated.split()) or _ATTRIBUTION


def day_of(metadata: Mapping[str, Any]) -> str:
    """Return the ISO date of the data that a map is made of; empty where nothing says it."""
    stated = next((str(metadata[key]) for key in _DAY_KEYS if key in metadata), "")
    try:
        return datetime.fromisoformat(stated).date().isoformat()
    except ValueError:
        return ""


def read_json(path: Path, content: str | bytes) -> dict[str, Any]:
    """Return metadata.

    Raises:
        BasemapError: They are no JSON object.
    """
    try:
        metadata = json.loads(content)
    except ValueError as error:
        raise BasemapError(message("basemap-cut-off", path=str(path))) from error
    if not isinstance(metadata, dict):
        raise BasemapError(message("basemap-cut-off", path=str(path)))
    return metadata


def packed(content: bytes) -> bytes:
    """Return a tile compressed, as it is stored where that is so."""
    return content if not content or content.startswith(_GZIP) else gzip.compress(content, mtime=0)
