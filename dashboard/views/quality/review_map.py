"""The map of a review: where one place may be, and the point that the reader chose for it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import folium

from dashboard.views.map import resources
from dashboard.views.map.folium_private import StateMessage
from dashboard.views.map.maps import OfflineMap


@dataclass(frozen=True, slots=True)
class MapCandidate:
    """One place that an address may mean.

    Attributes:
        number: Its number in the list of candidates, from 1.
        lat: Latitude, degrees.
        lon: Longitude, degrees.
        label: Plain text, shown on hover and to screen readers.
    """

    number: int
    lat: float
    lon: float
    label: str


@dataclass(frozen=True, slots=True)
class ReviewMapState:
    """Everything on the map that may change between two runs.

    Attributes:
        candidates: The places that the address may mean.
        chosen: (lat, lon) of the point that is to be kept; None where none is chosen.
        radius_m: Radius in metres of the circle around it; 0 for none.
        move_number: Counts deliberate moves; the view shows everything when it changes.
        label: What the chosen point is called, plain text.
    """

    candidates: Sequence[MapCandidate]
    chosen: tuple[float, float] | None
    radius_m: float
    move_number: int
    label: str


@dataclass(frozen=True, slots=True)
class GroundClick:
    """A click on the ground: degrees, WGS 84."""

    lat: float
    lon: float


class ReviewMap(OfflineMap):
    """The offline map with the candidates of one place instead of the practices."""

    layer = "addReview"
    bundle = resources.REVIEW


class ReviewState(folium.FeatureGroup):
    """The changing part of the map, handed to the layer of the candidates."""

    def __init__(self, state: ReviewMapState) -> None:
        """Carry the state to the map's script as JSON."""
        super().__init__(control=False)
        StateMessage(asdict(state), layer="mpReview").add_to(self)


def read_click(properties: Mapping[str, Any]) -> int | GroundClick | None:
    """Return what was clicked: a candidate's number, a point of the ground, or None."""
    match properties:
        case {"candidate": int(number)}:
            return number
        case {"lat": float() | int() as lat, "lon": float() | int() as lon}:
            return GroundClick(lat, lon) if math.isfinite(lat) and math.isfinite(lon) else None
        case _:
            return None
