"""The map of practices, as folium elements that load nothing from outside.

The map is the same to the byte on every run; what changes (points, selection, view) travels
in a separate feature group, so that the page never builds the map anew.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, Self

import folium

from dashboard.explore.catalog.facets import Mask
from dashboard.explore.filters.area import Area
from dashboard.explore.link.map_view import BOUNDS, ZOOMS, MapView
from dashboard.views.map import resources
from dashboard.views.map.columns import pack_mask
from dashboard.views.map.folium_private import BaseLayer, StateMessage
from dashboard.views.map.tiles import Ground

POLAND: Final = ((49.0, 14.05), (54.9, 24.2))
"""South-west and north-east corner of the view that shows the whole country, degrees."""
_OUTLINES: Final = Ground()


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A column file that the map's script fetches.

    Attributes:
        address: Where it is, relative to the map's frame; another content has another address.
        cache: What the browser's cache may do: 'force-cache' keeps the file for later visits,
            'no-store' keeps nothing.
    """

    address: str
    cache: Literal["force-cache", "no-store"]


@dataclass(frozen=True, slots=True)
class InlineFile:
    """A column file that travels within the message itself, for a page without a server.

    Attributes:
        text: The file in base64.
    """

    text: str

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Return the file with this content."""
        return cls(base64.b64encode(content).decode())


@dataclass(frozen=True, slots=True)
class MapPoints:
    """The marks that a map can show, as `points` makes the files.

    Attributes:
        positions: Where they are; fetched at once.
        words: What they say; fetched after the first marks are drawn.
    """

    positions: ServedFile | InlineFile
    words: ServedFile | InlineFile


@dataclass(frozen=True, slots=True)
class MapHome:
    """The reader's own unit on the map: its place, its name, and a circle around it.

    Attributes:
        point: (lat, lon), degrees.
        label: Plain text.
        radius_m: Radius of the circle in metres; None for no circle.
        sight_m: How far from it the view reaches when it moves there, metres.
    """

    point: tuple[float, float]
    label: str
    radius_m: float | None
    sight_m: float = 50_000.0


@dataclass(frozen=True, slots=True)
class MapState:
    """Everything on the map that may change between two runs.

    Attributes:
        points: The marks that there are.
        shown: One entry a mark: whether it is to be seen.
        selected: Number of the selected practice, whose marks are seen in any case; None where
            none is.
        circles: (lat, lon, radius in metres) of each position of the selected practice.
        named: (lat, lon, name) of the settlements that it is in, which are named in any case.
        move_number: Counts deliberate moves; the view moves when it changes.
        move_points: (lat, lon) of what the move is to show.
        home: The reader's own unit; None where none is stated.
        group: (lat, lon, name) of the units that the own one is compared with.
        large: Whether a room looks at the map.
        area: The area that bounds the practices; None for none.
        view: What the map opens with; None for all of Poland.
    """

    points: MapPoints
    shown: Mask
    selected: int | None = None
    circles: Sequence[tuple[float, float, float]] = ()
    named: Sequence[tuple[float, float, str]] = ()
    move_number: int = 0
    move_points: Sequence[tuple[float, float]] = ()
    home: MapHome | None = None
    group: Sequence[tuple[float, float, str]] = ()
    large: bool = False
    area: Area | None = None
    view: MapView | None = None

    def message(self) -> dict[str, Any]:
        """Return the state as the map's script reads it; short however many marks there are."""
        return {
            "points": asdict(self.points),
            "shown": pack_mask(self.shown),
            "selected": self.selected,
            "circles": [list(circle) for circle in self.circles],
            "named": [list(each) for each in self.named],
            "move": {"number": self.move_number, "points": [list(at) for at in self.move_points]},
            "home": None if self.home is None else asdict(self.home),
            "group": [[round(lat, 4), round(lon, 4), name] for lat, lon, name in self.group],
            "large": self.large,
            "area": None if self.area is None else _area_message(self.area),
            "view": None if self.view is None else list(self.view),
        }


def _area_message(area: Area) -> dict[str, Any]:
    return {"text": str(area), "outline": [list(corner) for corner in area.outline]}


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """That a reader chose an area of the map, or None where none is to bound the practices."""

    area: Area | None


def read_area(properties: Mapping[str, Any]) -> AreaChoice | None:
    """Return the area that was chosen on the map; None where something else was done there."""
    match properties:
        case {"area": ""}:
            return AreaChoice(None)
        case {"area": str(text)} if area := Area.parse(text):
            return AreaChoice(area)
        case _:
            return None


def read_practice(properties: Mapping[str, Any]) -> int | None:
    """Return the number of the practice whose mark was clicked.

    None where what was clicked is none.
    """
    match properties:
        case {"practice": int(number)}:
            return number
        case _:
            return None


class OfflineMap(folium.Map):
    """A folium map of Poland whose scripts and styles come from `base`.

    Attributes:
        layer: The function of the scripts that adds the layer over the ground.
        bundle: The scripts and styles that it loads.

    Args:
        base: Address prefix of the files, ending with a slash.
        options: What the scripts need besides: language, words, symbols, see `map_options`.
        attribution: Plain text shown in the map's corner.
        ground: What it shows under its marks, besides the outlines.
    """

    layer = "addPractices"
    bundle = resources.PRACTICES

    def __init__(
        self, *, base: str, options: dict[str, Any], attribution: str, ground: Ground = _OUTLINES
    ) -> None:
        """Make the map with its base layer, the layer over it, and no tile server."""
        super().__init__(
            location=[52.1, 19.3],
            zoom_start=6,
            tiles=None,
            minZoom=ZOOMS[0],
            maxZoom=ground.closest_of_all,
            maxBounds=[list(corner) for corner in BOUNDS],
            zoomSnap=0.25,
            zoomDelta=0.75,
            wheelPxPerZoomLevel=110,
        )
        self.default_js = [(self.bundle.script, base + self.bundle.script)]
        self.default_css = [(self.bundle.style, base + self.bundle.style)]
        all_options = {
            **options,
            "country": POLAND,
            "attribution": " · ".join(filter(None, (attribution, ground.attribution))),
            "ground": ground.options(),
        }
        BaseLayer(all_options, layer=self.layer).add_to(self)


class PracticeState(folium.FeatureGroup):
    """The changing part of the map: a feature group that hands a state to the practice layer."""

    def __init__(self, state: MapState) -> None:
        """Carry the state to the map's script as JSON."""
        super().__init__(control=False)
        StateMessage(state.message(), layer="mpPractices").add_to(self)
