"""The map of regional coverage: shaded regions, their legend, the practices as dots."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import folium

from dashboard.views.map import resources
from dashboard.views.map.folium_private import StateMessage
from dashboard.views.map.maps import OfflineMap


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRegion:
    """One region; every text is plain.

    Attributes:
        key: As the filter names it.
        name: What it is called on the map.
        kind: Its shade ('1' to '5'), 'zero' or 'unknown'.
        value: The measure there, in words.
        lines: All that is known of it, shown on hover and focus and to screen readers.
        chosen: Whether the filters choose it.
    """

    key: str
    name: str
    kind: str
    value: str
    lines: Sequence[str]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """One class: its kind as in `MapRegion`, its bounds and the number of regions, in words."""

    kind: str
    label: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What the shades mean; an empty note is left out."""

    title: str
    note: str
    rows: Sequence[LegendRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageMapState:
    """Everything on the map that may change between two runs.

    Attributes:
        level: 'woj' or 'powiat'.
        regions: Those that are drawn; the first are named where room is short.
        whole: Whether the view holds the country, and not the regions alone.
        legend: What the shades mean.
        points: (lat, lon, year) of practices to draw as dots: degrees, and the year in which the
            practice was introduced, 0 where it is not known.
        large: Whether a room is to read it.
        until: The last year of the dots; None for all of them.
        focus: The region that the view is on; None for all.
        timeline: Names the years that the page may play on this state.
    """

    level: str
    regions: Sequence[MapRegion]
    whole: bool
    legend: Legend
    points: Sequence[tuple[float, float, int]]
    large: bool
    until: int | None = None
    focus: str | None = None
    timeline: str = ""


class CoverageMap(OfflineMap):
    """The offline map with shaded regions instead of the practices."""

    layer = "addCoverage"
    bundle = resources.COVERAGE


class CoverageState(folium.FeatureGroup):
    """The changing part of the map, handed to the layer of the regions."""

    def __init__(self, state: CoverageMapState) -> None:
        """Carry the state to the map's script as JSON."""
        super().__init__(control=False)
        StateMessage(asdict(state), layer="mpCoverage").add_to(self)


def read_region(properties: Mapping[str, Any]) -> str | None:
    """Return the region that was clicked; None where what was clicked is none."""
    match properties:
        case {"region": str(region)}:
            return region
        case _:
            return None
