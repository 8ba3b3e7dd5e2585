"""The small map of a record card: where in Poland the places of a practice lie, and how surely."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

from dashboard.explore.catalog import Place
from dashboard.explore.coverage import Level
from dashboard.explore.facets import SEPARATOR
from dashboard.export.print.engine import typeset
from dashboard.export.print.palette import palette
from dashboard.poland.outlines import Ring, frame_of, outlines, to_plane
from dashboard.views.precision import mark_kind

_TOLERANCE_KM: Final = 1.2
"""What a map of a few centimetres cannot show."""
_GROUND_MM: Final = 96
"""Width at which the ground is drawn: about twice that of the map, so that lines stay fine."""
_NO_TIME: Final = dt.datetime.fromtimestamp(0, dt.UTC)


@cache
def ground() -> dict[str, Any]:
    """The ground of every locator: its frame, and its picture as the bytes of a PNG.

    A document holds the picture once, however many sheets show it.
    """
    areas = outlines(Level.VOIVODESHIP).values()
    frame = frame_of(list(areas), margin=0.01).content()
    content = {
        "frame": frame,
        "width": _GROUND_MM,
        "voivodeships": [area.rings() for area in areas],
        "colours": palette(),
    }
    picture = typeset("ground.typ", content, "png", made_at=_NO_TIME)
    return {"frame": frame, "picture": list(picture)}


def locator(places: Sequence[Place], areas: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """What is marked on the ground: the regions of the places, and a spot for each located one.

    Args:
        places: The places of one practice.
        areas: (voivodeship, county) of each of them; empty where unknown.
    """
    located = [
        (place, point, area)
        for place, area in zip(places, areas, strict=True)
        if (point := place.point)
    ]
    found = dict.fromkeys(area for _, _, area in located)
    voivodeships = dict.fromkeys(voivodeship for voivodeship, _ in found)
    counties = [voivodeship + SEPARATOR + county for voivodeship, county in found]
    return {
        "voivodeships": _areas(Level.VOIVODESHIP, voivodeships),
        "counties": _areas(Level.COUNTY, counties),
        "spots": [
            {
                "middle": middle,
                "radius_km": place.accuracy_m / 1000,
                "mark": mark_kind(place.precision),
            }
            for (place, _, _), middle in zip(
                located, to_plane(point for _, point, _ in located), strict=True
            )
        ],
    }


def _areas(level: Level, names: Iterable[str]) -> list[list[Ring]]:
    """The areas of regions; those that no map knows have none."""
    return [rings for name in names if (rings := _area(level, name))]


@cache
def _area(level: Level, name: str) -> list[Ring]:
    """The area of a region as coarse as the map; nothing where it is not known."""
    area = outlines(level).get(name)
    return area.rings(tolerance_km=_TOLERANCE_KM) if area else []
