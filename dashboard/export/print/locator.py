"""The small map of a record card: where in Poland the places of a practice lie, and how surely."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.explore.catalog.catalog import Place
from dashboard.explore.catalog.facets import SEPARATOR
from dashboard.explore.coverage.levels import Level
from dashboard.export.print.engine import typeset
from dashboard.poland.mini_map import country_svg, fit_country, region
from dashboard.poland.outlines import Ring, to_plane
from dashboard.views.map.colours import light_colours
from dashboard.views.precision import mark_kind
from geocoding.added import cached_with_added

_WIDTH_PT: Final = 272
"""Width that the country is drawn in, about twice that of the map, so that lines stay fine."""
_MARGIN: Final = 0.01
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


def _areas(level: Level, names: Iterable[str]) -> list[Sequence[Ring]]:
    """Return the areas of regions; those that no map knows have none."""
    return [rings for name in names if (rings := region(level, name))]
