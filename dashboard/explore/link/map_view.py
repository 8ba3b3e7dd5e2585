"""The view of the map: what is in its middle and how close, as an address holds it."""

import re
from typing import Final, NamedTuple

from dashboard import url
from dashboard.explore.link.query_reader import QueryReader
from dashboard.url import Query

BOUNDS: Final = ((44.5, 4.0), (59.5, 34.0))
"""South-west and north-east corner of what the map can show, (lat, lon) in degrees."""

ZOOMS: Final = (5, 18)
"""The farthest zoom, and the closest one that a map may have; most end sooner."""

_VIEW: Final = re.compile(
    r"(\d{1,2}(?:\.\d{1,9})?),(\d{1,2}(?:\.\d{1,9})?),(\d{1,2}(?:\.\d{1,9})?)"
)


class MapView(NamedTuple):
    """What a map shows.

    Attributes:
        lat: Latitude of its middle, degrees.
        lon: Longitude of its middle, degrees.
        zoom: Zoom level of web maps; one more is twice as close.
    """

    lat: float
    lon: float
    zoom: float


def read_map_view(query: Query) -> tuple[MapView | None, tuple[tuple[str, str], ...]]:
    """Read the view in '52.1,19.3,6.5'.

    Returns:
        The view, None where the address names none that the map can show; and (name, value) of
        what could not be used.
    """
    reader = QueryReader(query)
    text = reader.text(url.MAP_VIEW)
    found = _VIEW.fullmatch(text)
    view = MapView(*map(float, found.groups())) if found else None
    if view and _can_be_shown(view):
        return view, ()
    reader.ignore(url.MAP_VIEW, text)
    return None, tuple(reader.ignored)


def _can_be_shown(view: MapView) -> bool:
    """Say whether the map can show a view."""
    (south, west), (north, east) = BOUNDS
    is_inside = south <= view.lat <= north and west <= view.lon <= east
    return is_inside and ZOOMS[0] <= view.zoom <= ZOOMS[1]
