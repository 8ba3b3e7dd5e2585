"""Boundaries for the base map: voivodeships of Poland and the countries around it.

Both come from Natural Earth in two resolutions that do not meet exactly; the neighbours are
therefore grown a little towards Poland and cut along the voivodeships' outer line, so that
no gap shows between them. What no polygon covers is the sea.
"""

from collections.abc import Mapping
from typing import Any

import babel
import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geocoding.build.names import VOIVODESHIPS
from geocoding.features import Feature, feature

FRAME = shapely.box(-2.0, 43.0, 42.0, 62.5)
"""What the base map shows: enough land around Poland for a wide screen at country scale."""

_LABEL_FRAME = shapely.box(10.5, 47.0, 28.0, 57.5)
_DECIMALS = 4
_SIMPLIFY_DEG = 0.03
_SMALLEST_PART_DEG2 = 0.004
_SEAM_DEG = 0.05


def voivodeships(source: Mapping[str, Any]) -> list[Feature]:
    """Give the 16 voivodeships, by TERYT code, with Polish name and a point for the label.

    Args:
        source: Natural Earth's first-level units of Poland, as GeoJSON.
    """
    features = []
    for item in source["features"]:
        unit = VOIVODESHIPS[int(item["properties"]["fips"].removeprefix("PL"))]
        area = _rounded(shape(item["geometry"]))
        features.append(feature(area, {"name": unit.name, "teryt": unit.teryt}, label_in=area))
    return sorted(features, key=lambda item: str(item["properties"]["teryt"]))


def neighbours(source: Mapping[str, Any], *, poland: list[Feature]) -> list[Feature]:
    """Give the other countries inside the frame, by code, named in Polish and English.

    Args:
        source: Natural Earth's countries, as GeoJSON.
        poland: The voivodeships, whose outer line is Poland's border here.
    """
    home = shapely.union_all([shape(item["geometry"]) for item in poland])
    codes, areas = _countries(source)
    areas = list(shapely.coverage_simplify(areas, _SIMPLIFY_DEG))
    features = []
    for code, area in zip(codes, _seamed(areas, home), strict=True):
        large = _large_parts(_rounded(area))
        if not large.is_empty:
            names = {"code": code, "name_pl": _name(code, "pl"), "name_en": _name(code, "en")}
            features.append(feature(large, names, label_in=large.intersection(_LABEL_FRAME)))
    return sorted(features, key=lambda item: str(item["properties"]["code"]))


def _countries(source: Mapping[str, Any]) -> tuple[list[str], list[BaseGeometry]]:
    """Give codes and clipped areas of the countries inside the frame, Poland left out."""
    codes, areas = [], []
    for item in source["features"]:
        code = item["properties"]["iso_a2"]
        area = shapely.make_valid(shape(item["geometry"])).intersection(FRAME)
        if code != "PL" and area.area >= _SMALLEST_PART_DEG2:
            codes.append(code)
            areas.append(area)
    return codes, areas


def _seamed(areas: list[BaseGeometry], home: BaseGeometry) -> list[BaseGeometry]:
    """Give the areas with the gaps towards `home` filled and what overlaps it cut off."""
    seam = home.buffer(_SEAM_DEG)
    covered = shapely.union_all([home, *areas])
    seamed = []
    for area in areas:
        if area.intersects(seam):
            gap = area.buffer(_SEAM_DEG).intersection(seam).difference(covered)
            covered = covered.union(gap)
            seamed.append(area.difference(home).union(gap))
        else:
            seamed.append(area)
    return seamed


def _rounded(area: BaseGeometry) -> BaseGeometry:
    """Give the area with coordinates of four decimals (some ten metres)."""
    rounded = shapely.transform(area, lambda xy: np.round(xy, _DECIMALS))
    return rounded if rounded.is_valid else shapely.make_valid(rounded)


def _large_parts(area: BaseGeometry) -> BaseGeometry:
    """Give the polygons of an area that are large enough to be seen."""
    parts = shapely.get_parts(shapely.get_parts(area))
    return shapely.union_all(parts[shapely.area(parts) >= _SMALLEST_PART_DEG2])


def _name(code: str, language: str) -> str:
    """Give the country's name in a language."""
    return str(babel.Locale(language).territories[code])
