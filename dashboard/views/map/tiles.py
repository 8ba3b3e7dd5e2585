"""Where the scripts of the maps get the vector tiles of the ground from."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from dashboard.errors import BasemapError
from dashboard.poland.base_map import base_map
from dashboard.poland.ground_tiles import ZOOMS, ground_version
from dashboard.poland.tile_file import Schema, TileFileFacts
from dashboard.views.map.resources import DETAIL

PATH: Final = "map-tiles"
"""What stands before the path of a tile, behind the base path of the server."""
OUTLINES_ZOOM: Final = 12
"""The closest zoom of a map without tiles: nothing more is drawn closer."""

_FROM_FRAME: Final = "../.."
"""From the map's frame to the root of this server, whatever its base path is."""
_GROUND_ZOOM: Final = 13
"""The closest zoom of the embedded ground, where each of its names has room."""

_ENLARGED: Final = 3
"""By so many zooms the tiles of a map file are enlarged beyond its own."""
_CLOSEST: Final = 18


@dataclass(frozen=True, slots=True)
class TileLayer:
    """One source of vector tiles.

    Attributes:
        address: Of a tile, with {z}, {x} and {y}, relative to the map's frame.
        zooms: First and last zoom of its tiles.
        schema: The names of its layers and properties.
    """

    address: str
    zooms: tuple[int, int]
    schema: Schema


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map shows under its marks.

    Attributes:
        layers: The sources of tiles; the first that has a tile at a place is drawn there.
        closest: The closest zoom, where nothing more is drawn.
        script: Address of the script that draws the tiles, relative to the map's frame; empty
            where there are none.
        attribution: Plain text to be shown beside the map for these layers.
    """

    layers: Sequence[TileLayer] = ()
    closest: int = OUTLINES_ZOOM
    script: str = ""
    attribution: str = ""

    def options(self) -> dict[str, Any]:
        """Return the ground as the map's script reads it."""
        return {"sources": [asdict(layer) for layer in self.layers], "script": self.script}


def served_ground(base: str) -> Ground:
    """Return the ground of a map in a page of this server.

    Args:
        base: Address prefix of the map's files, relative to its frame.
    """
    embedded = TileLayer(_address("ground", ground_version()), ZOOMS, "protomaps")
    facts = _base_map_facts()
    if facts is None:
        return Ground(layers=[embedded], closest=_GROUND_ZOOM, script=base + DETAIL.script)
    streets = TileLayer(_address("file", facts.version), facts.zooms, facts.schema)
    return Ground(
        layers=[streets, embedded],
        closest=min(_CLOSEST, max(_GROUND_ZOOM, facts.zooms[1] + _ENLARGED)),
        script=base + DETAIL.script,
        attribution=facts.attribution,
    )


def _address(source: str, version: str) -> str:
    return f"{_FROM_FRAME}/{PATH}/{source}/{version}/{{z}}/{{x}}/{{y}}"


def _base_map_facts() -> TileFileFacts | None:
    """Return what the map file in use says of itself; None without one that can be read.

    The command says at its start what is wrong with a file, and the doctor at any time.
    """
    try:
        file = base_map()
    except BasemapError:
        return None
    return file.facts if file else None
