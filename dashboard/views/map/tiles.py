"""Where the scripts of the maps get the vector tiles of the ground from."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from dashboard import url
from dashboard.errors import BasemapError
from dashboard.poland.base_map import base_map
from dashboard.poland.ground_tiles import ZOOMS, ground_version
from dashboard.poland.map_server import CLOSEST_ZOOM, MapServer
from dashboard.poland.map_servers import EMBEDDED, MapServers, map_servers
from dashboard.poland.tile_file import Schema, TileFileFacts
from dashboard.url import Query
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
"""By so many zooms tiles of files and servers are enlarged beyond their own."""


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
        servers: The map servers that readers may choose instead.
    """

    layers: Sequence[TileLayer] = ()
    closest: int = OUTLINES_ZOOM
    script: str = ""
    attribution: str = ""
    servers: MapServers = field(default_factory=MapServers)

    def options(self) -> dict[str, Any]:
        """Return the ground as the map's script reads it; servers only where there are any."""
        ground: dict[str, Any] = {
            "sources": [asdict(layer) for layer in self.layers],
            "script": self.script,
            "closest": self.closest,
        }
        if self.servers.maps:
            ground["servers"] = {
                "maps": [_server_options(each) for each in self.servers.maps],
                "chosen": self.servers.default or EMBEDDED,
                "embedded": EMBEDDED,
                "param": url.MAP_GROUND.name,
            }
        return ground

    @property
    def closest_of_all(self) -> int:
        """The closest zoom of a map whose ground the reader chooses."""
        return max([self.closest, *(_closest(each) for each in self.servers.maps)])


def served_ground(base: str) -> Ground:
    """Return the ground of a map in a page of this server.

    Args:
        base: Address prefix of the map's files, relative to its frame.
    """
    embedded = TileLayer(_address("ground", ground_version()), ZOOMS, "protomaps")
    facts = _base_map_facts()
    if facts is None:
        return Ground(
            layers=[embedded],
            closest=_GROUND_ZOOM,
            script=base + DETAIL.script,
            servers=map_servers(),
        )
    streets = TileLayer(_address("file", facts.version), facts.zooms, facts.schema)
    return Ground(
        layers=[streets, embedded],
        closest=min(CLOSEST_ZOOM, max(_GROUND_ZOOM, facts.zooms[1] + _ENLARGED)),
        script=base + DETAIL.script,
        attribution=facts.attribution,
        servers=map_servers(),
    )


def unknown_ground(query: Query) -> str:
    """Return the map that an address names and that is none of those here; empty without one."""
    named = url.last(query, url.MAP_GROUND)
    known = {"", EMBEDDED, *(each.name for each in map_servers().maps)}
    return "" if named in known else named


def _closest(server: MapServer) -> int:
    return min(CLOSEST_ZOOM, server.max_zoom + _ENLARGED)


def _server_options(server: MapServer) -> dict[str, Any]:
    """Return a map server as servers.js reads it."""
    return {
        "name": server.name,
        "service": server.kind == "wms",
        "url": server.tile_url,
        "closest": _closest(server),
        "attribution": server.attribution,
        "attributionUrl": server.attribution_url,
        "placeNames": server.place_names,
        "options": server.leaflet_options,
    }


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
