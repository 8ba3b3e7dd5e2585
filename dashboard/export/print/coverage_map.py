"""What the printed map of coverage shows: regions with their shades, names, dots and towns."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import shapely

from dashboard.explore.catalog.facets import Mask
from dashboard.explore.catalog.regions import is_part, parts, voivodeships
from dashboard.explore.coverage.levels import Level
from dashboard.explore.filters.years import introduced_by
from dashboard.export.request import ExportRequest
from dashboard.poland.outlines import Outline, Ring, Viewport, frame_of, outlines, to_plane
from dashboard.views.coverage.shading import Shading
from geocoding import data_dir

_TOWNS: Final = 20
_DOTS_ACROSS: Final = 700
"""Dots closer together than this part of the map's width would cover each other."""
_MAX_NAMED: Final = 60
"""Regions that have room for names; among more, towns tell where one is."""
_WHOLE_MARGIN, _PART_MARGIN = 0.01, 0.06


def map_content(request: ExportRequest, shading: Shading) -> dict[str, Any]:
    """Return the map for the template: everything in km of the plane, within its frame."""
    areas = outlines(shading.ranking.level)
    keys = list(shading.ranking.table.index)
    inside = request.coverage.inside
    frame = frame_of([areas[key] for key in keys], margin=_PART_MARGIN if inside else _WHOLE_MARGIN)
    regions = shading.regions(request.coverage.chosen)
    is_named = len(keys) <= _MAX_NAMED
    return {
        "frame": frame.content(),
        "around": _around(inside, shading.ranking.level),
        "regions": [
            {"kind": each.kind, "chosen": each.chosen, "rings": areas[each.key].rings()}
            for each in regions
        ],
        "borders": _borders(shading.ranking.level, inside),
        "labels": [
            {
                "name": each.name,
                "value": each.value,
                "kind": each.kind,
                "middle": areas[each.key].middle,
                "chords": areas[each.key].chords(),
            }
            for each in regions
            if is_named
        ],
        "towns": [] if is_named else _towns(),
        "dots": _dots(request, frame) if request.question.has_points else [],
    }


def shown(request: ExportRequest) -> Mask:
    """Return one entry a practice: whether it passes the filters and is of a year that counts."""
    max_year = request.question.max_year
    return (
        request.mask
        if max_year is None
        else request.mask & introduced_by(request.catalog, max_year)
    )


def _around(inside: tuple[str, ...], level: Level) -> list[list[Ring]]:
    """Return the counties or voivodeships around those that are shown alone."""
    if not inside:
        return []
    areas = outlines(_larger(inside, level))
    return [area.rings() for name, area in areas.items() if name not in inside]


def _larger(inside: tuple[str, ...], level: Level) -> Level:
    """Return the level of the regions whose parts are shown."""
    is_county = level is Level.COMMUNE and any(len(parts(name)) > 1 for name in inside)
    return Level.COUNTY if is_county else Level.VOIVODESHIP


def _borders(level: Level, inside: tuple[str, ...]) -> list[list[Ring]]:
    """Return the borders of voivodeships, or of the counties shown, over those of their parts."""
    if level is Level.VOIVODESHIP:
        return []
    if level is Level.COMMUNE:
        return _unions(inside or voivodeships())
    areas = outlines(Level.VOIVODESHIP)
    return [areas[name].rings() for name in inside or areas]


def _unions(regions: Sequence[str]) -> list[list[Ring]]:
    """Return the borders around the communes of each region.

    Those of counties and voivodeships are simplified by themselves, and would lie beside them.
    """
    areas = outlines(Level.COMMUNE)
    found = []
    for region in regions:
        inside = [each for name, each in areas.items() if is_part(name, (region,))]
        union = shapely.coverage_union_all([each.area for each in inside])
        found.append(Outline(area=union, middle=inside[0].middle).rings())
    return found


def _dots(request: ExportRequest, frame: Viewport) -> Ring:
    """Return the places of the practices that are distinct on the map."""
    places = request.catalog.places
    drawn = shown(request)[places["row"].to_numpy()] & places["lat"].notna().to_numpy()
    points = places.loc[drawn, ["lat", "lon"]].drop_duplicates()
    dots = to_plane(points.itertuples(index=False, name=None))
    step = frame.width / _DOTS_ACROSS
    apart = {(round(x / step), round(y / step)): (x, y) for x, y in dots}
    return list(apart.values())


def _towns() -> list[dict[str, Any]]:
    """Return the largest towns, to find one's way among regions without names.

    The largest first.
    """
    towns = pd.read_csv(data_dir() / "boundaries" / "cities.csv").nlargest(_TOWNS, "population")
    middles = to_plane(towns[["lat", "lon"]].itertuples(index=False, name=None))
    return [
        {"name": name, "middle": middle}
        for name, middle in zip(towns["name"], middles, strict=True)
    ]
