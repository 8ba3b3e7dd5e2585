"""The small map of a record card: where in Poland the places of a practice lie, and how surely."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.explore.catalog.catalog import Place
from dashboard.explore.catalog.facets import SEPARATOR
from dashboard.explore.coverage.levels import Level
from dashboard.export.print.engine import typeset
from dashboard.poland.mini_map import country_svg, fit_country, region
from dashboard.poland.outlines import Ring, to_plane
from dashboard.views.map.colours import light_colours
from dashboard.views.practice.positions import number_ranges
from dashboard.views.precision import mark_kind
from geocoding.added import cached_with_added

_WIDTH_PT: Final = 272
"""Width that the country is drawn in, about twice that of the map, so that lines stay fine."""
_MARGIN: Final = 0.01
_TOGETHER_KM: Final = 35
"""Spots so close to each other have their numbers in one place: about 2 mm of the map."""
_NO_TIME: Final = dt.datetime.fromtimestamp(0, dt.UTC)


@cached_with_added
def ground() -> dict[str, Any]:
    """Give the country under every locator: the part of the plane that it shows, and a PNG's bytes.

    A document holds a PNG once, however many sheets show it; an SVG it would hold for each.
    """
    colours = light_colours()
    drawing = country_svg(_WIDTH_PT, margin=_MARGIN, fill=colours["land"], line=colours["line"])
    content = {"width": _WIDTH_PT, "picture": drawing}
    return {
        "frame": fit_country(_WIDTH_PT, margin=_MARGIN).frame.content(),
        "picture": list(typeset("ground.typ", content, "png", made_at=_NO_TIME)),
    }


def locator(places: Sequence[Place], areas: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return what is marked: the regions of the places, and a spot for each located one.

    Several spots are numbered as their places are in the list; spots that stand close together
    have their numbers beside the one farthest east.

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
    middles = to_plane(point for _, point, _ in located)
    return {
        "voivodeships": _areas(Level.VOIVODESHIP, voivodeships),
        "counties": _areas(Level.COUNTY, counties),
        "spots": [
            {
                "middle": middle,
                "radius_km": place.accuracy_m / 1000,
                "mark": mark_kind(place.precision),
            }
            for (place, _, _), middle in zip(located, middles, strict=True)
        ],
        "numbers": _numbers(middles) if len(middles) > 1 else [],
    }


def _numbers(middles: Sequence[Sequence[float]]) -> list[dict[str, Any]]:
    """Return where the numbers of spots stand; `middles` are (x, y) in km, in their order."""
    groups: list[list[int]] = []
    for at, middle in enumerate(middles):
        near = [
            group
            for group in groups
            if any(math.dist(middle, middles[other]) < _TOGETHER_KM for other in group)
        ]
        groups = [group for group in groups if group not in near]
        groups.append(sorted([*(other for group in near for other in group), at]))
    return [
        {
            "at": max((middles[at] for at in group), key=lambda point: point[0]),
            "text": number_ranges(at + 1 for at in group),
        }
        for group in groups
    ]


def _areas(level: Level, names: Iterable[str]) -> list[Sequence[Ring]]:
    """Return the areas of regions; those that no map knows have none."""
    return [rings for name in names if (rings := region(level, name))]
