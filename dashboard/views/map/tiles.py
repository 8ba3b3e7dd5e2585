"""Where the scripts of the maps get the vector tiles of the ground from."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, TypeAlias

from dashboard.poland.ground_tiles import ZOOMS, ground_version
from dashboard.views.map.resources import DETAIL

PATH: Final = "map-tiles"
"""What stands before the path of a tile, behind the base path of the server."""
OUTLINES_ZOOM: Final = 12
"""The closest zoom of a map without tiles: nothing more is drawn closer."""

_FROM_FRAME: Final = "../.."
"""From the map's frame to the root of this server, whatever its base path is."""
_GROUND_ZOOM: Final = 13
"""The closest zoom of the embedded ground, where each of its names has room."""

Schema: TypeAlias = Literal["protomaps", "openmaptiles"]


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
    """

    layers: Sequence[TileLayer] = ()
    closest: int = OUTLINES_ZOOM
    script: str = ""

    def options(self) -> dict[str, Any]:
        """Return the ground as the map's script reads it."""
        return {"sources": [asdict(layer) for layer in self.layers], "script": self.script}


def served_ground(base: str) -> Ground:
    """Return the ground of a map in a page of this server.

    Args:
        base: Address prefix of the map's files, relative to its frame.
    """
    address = f"{_FROM_FRAME}/{PATH}/ground/{ground_version()}/{{z}}/{{x}}/{{y}}"
    return Ground(
        layers=[TileLayer(address, ZOOMS, "protomaps")],
        closest=_GROUND_ZOOM,
        script=base + DETAIL.script,
    )
