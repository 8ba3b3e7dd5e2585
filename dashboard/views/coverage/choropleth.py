"""The map of regional coverage: shaded regions, their legend, the practices as dots."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import folium

from dashboard.views.map import resources
from dashboard.views.map.folium_private import StateMessage
from dashboard.views.map.maps import OfflineMap, ServedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRegion:
    """One region; every text is plain.

    Attributes:
        key: As the filter names it.
        name: What it is called on the map.
        title: What it is called by itself, so that no other region has the name.
        kind: Its shade ('1' to '5'), 'zero' or 'unknown'.
        value: The measure there, in words.
        lines: All that is known of it, shown on hover and focus and to screen readers.
        chosen: Whether the filters choose it.
    """

    key: str
    name: str
    title: str
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
class LegendGrid:
    """The axes of a legend of two measures, in words.

    Attributes:
        across: What the first measure is, whose classes stand beside each other.
        up: What the second is, whose classes stand above each other.
        across_bounds: The bounds of each class of the first, lowest first; '' for an empty one.
        up_bounds: Those of the second.
    """

    across: str
    up: str
    across_bounds: Sequence[str]
    up_bounds: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What the shades mean; an empty note is left out.

    Where two measures are shown, `grid` says how the classes of two digits lie in it.
    """

    title: str
    note: str
    rows: Sequence[LegendRow]
    grid: LegendGrid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageMapState:
    """Everything on the map that may change between two runs.

    Attributes:
        level: 'woj', 'powiat' or 'gmina'.
        regions: Those that are drawn; the first are named where room is short.
        whole: Whether the view holds the country, and not the regions alone.
        legend: What the shades mean.
        points: (lat, lon, year) of practices to draw as dots: degrees, and the year in which the
            practice was introduced, 0 where it is not known.
        large: Whether a room is to read it.
        until: The last year of the dots; None for all of them.
        focus: The region that the view is on; None for all.
        areas: The file of the communes' areas, where these are drawn: fetched when it is named.
        areas_failed: What is said where that file does not come.
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
    areas: ServedFile | None = None
    areas_failed: str = ""

    def message(self) -> dict[str, Any]:
        """Return the state as the map's script reads it.

        Returns:
            As the attributes, but each region is a list of key, name, title, kind, value and
            lines, of which each text but the first three is a number into `words`; `chosen` are
            the keys of those that the filters choose.
        """
        words = _Numbered()
        regions = [
            [
                *(each.key, each.name, each.title, words[each.kind], words[each.value]),
                [words[line] for line in each.lines],
            ]
            for each in self.regions
        ]
        others = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name != "regions"
        }
        return {
            **others,
            "legend": asdict(self.legend),
            "areas": None if self.areas is None else asdict(self.areas),
            "regions": regions,
            "chosen": [each.key for each in self.regions if each.chosen],
            "words": list(words),
        }


class _Numbered(dict[str, int]):
    """Numbers texts in the order in which they are first asked for."""

    def __missing__(self, text: str) -> int:
        """Give the next number."""
        self[text] = len(self)
        return self[text]


class CoverageMap(OfflineMap):
    """The offline map with shaded regions instead of the practices."""

    layer = "addCoverage"
    bundle = resources.COVERAGE


class CoverageState(folium.FeatureGroup):
    """The changing part of the map, handed to the layer of the regions."""

    def __init__(self, state: CoverageMapState) -> None:
        """Carry the state to the map's script as JSON."""
        super().__init__(control=False)
        StateMessage(state.message(), layer="mpCoverage").add_to(self)


def read_region(properties: Mapping[str, Any]) -> str | None:
    """Return the region that was clicked; None where what was clicked is none."""
    match properties:
        case {"region": str(region)}:
            return region
        case _:
            return None
