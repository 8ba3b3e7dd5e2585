"""Approximate areas of communes and counties, made from the points of their settlements.

No free boundaries of them come as a package. Each commune gets the ground around its settlements,
as much of it as its true area, which is known; Poland's outline bounds it all. Counties are the
unions of their communes, voivodeships of their counties. The lines are simplified together, so
that neighbours keep meeting.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geocoding.build.cells import Numbers, dissolved
from geocoding.build.commune_sites import commune_sites
from geocoding.build.grid import (
    Grid,
    Strengths,
    faces_of,
    factors_for,
    grown,
    labels_of,
    smoothed,
)
from geocoding.distance import Floats
from geocoding.errors import GazetteerError
from geocoding.features import Feature, feature, unions
from geocoding.locale import message
from geocoding.projection import to_degrees, to_km

_GRID_DEG = 1e-4
_DENSE_DEG = 0.05
_COARSE_KM = 1.0
_FINE_KM = 0.5
_STEPS = 14  # more steps fit what the settlements do not know
_SMOOTHED_CELLS = 2
_SMALL_CELLS = 200
_BEYOND_OUTLINE_CELLS = 8
_SIMPLIFY_KM = 0.7
_SIMPLIFY_COUNTIES_KM = 1.1
_SHARE_OF_A_PART = 0.2


def commune_areas(
    communes: pd.DataFrame,
    settlements: pd.DataFrame,
    codes: pd.DataFrame,
    *,
    poland: list[Feature],
) -> list[Feature]:
    """Give each commune's area, by code: properties teryt, name, approximate, label's point.

    Args:
        communes: The table of communes, by code.
        settlements: The settlements with units and point.
        codes: The postal codes with locality and point; those of cities with county rights add
            to the few points that the settlements have there.
        poland: The voivodeships, whose outer line bounds the communes.

    Raises:
        GazetteerError: If a commune has no settlement in Poland's outline.
    """
    home = shapely.union_all([shape(item["geometry"]) for item in poland])
    sites = commune_sites(communes, settlements, codes)
    numbers = pd.Series(np.arange(len(communes)), index=communes["teryt"])
    units = sites["teryt"].map(numbers).to_numpy(np.int64)
    points = to_km(sites[["lon", "lat"]].to_numpy())
    rough = _rough_areas(points, units, communes["area_km2"].to_numpy(), home)
    if missing := set(range(len(communes))) - set(rough):
        codes_missing = communes["teryt"].iloc[sorted(missing)].tolist()
        raise GazetteerError(message("build-no-ground", codes=", ".join(codes_missing)))
    cells = np.array([rough[unit] for unit in range(len(communes))], dtype=object)
    lines = shapely.transform(shapely.coverage_simplify(cells, _SIMPLIFY_KM), to_degrees)
    areas = _clipped(lines, home)
    return [
        feature(area, {"teryt": code, "name": name, "approximate": True}, label_in=area)
        for code, name, area in zip(communes["teryt"], communes["name"], areas, strict=True)
    ]


def county_areas(communes: list[Feature], table: pd.DataFrame) -> list[Feature]:
    """Give the counties as unions of their communes, simplified further, by voivodeship and name.

    Args:
        communes: The areas of the communes.
        table: The table of communes.
    """
    of_code = {item["properties"]["teryt"]: item for item in communes}
    codes = table.groupby("county_teryt")["teryt"].agg(list)
    units = table.drop_duplicates("county_teryt").sort_values(["voivodeship", "county"])
    groups = [[of_code[code] for code in codes[county]] for county in units["county_teryt"]]
    areas = unions(groups, tolerance_km=_SIMPLIFY_COUNTIES_KM)
    features = []
    for unit, area in zip(units.to_dict("records"), areas, strict=True):
        names = {"voivodeship": unit["voivodeship"], "name": unit["county"]}
        stated = names | {"teryt": unit["county_teryt"], "approximate": True}
        features.append(feature(area, stated, label_in=area))
    return features


def voivodeships_of(counties: list[Feature], *, named: list[Feature]) -> list[Feature]:
    """Give the voivodeships as the union of their counties, with the names and codes of `named`."""
    areas: dict[str, list[BaseGeometry]] = {}
    for item in counties:
        areas.setdefault(item["properties"]["voivodeship"], []).append(shape(item["geometry"]))
    features = []
    for stated in (item["properties"] for item in named):
        area = shapely.coverage_union_all(areas[stated["name"]])
        names = {"name": stated["name"], "teryt": stated["teryt"]}
        features.append(feature(area, names, label_in=area))
    return features


def _rough_areas(
    points: Floats, units: Numbers, true_km2: Floats, home: BaseGeometry
) -> Mapping[int, BaseGeometry]:
    """Return the area of each unit in km, its lines those of a grid's cells."""
    plane = shapely.transform(shapely.segmentize(home, _DENSE_DEG), to_km)
    coarse, fine = (Grid.over(plane, step=step) for step in (_COARSE_KM, _FINE_KM))
    strengths = Strengths.of(points, units, grid=coarse, inside=coarse.cells_in(plane))
    factors = factors_for(strengths, true_km2 / true_km2.sum(), steps=_STEPS)
    strengths = Strengths.of(points, units, grid=fine, inside=fine.cells_in(plane))
    labels = labels_of(fine, strengths.cells, strengths.strongest(factors))
    labels = smoothed(labels, radius=_SMOOTHED_CELLS, smallest=_SMALL_CELLS)
    faces, of_face = faces_of(fine, grown(labels, cells=_BEYOND_OUTLINE_CELLS))
    of_face = _without_islets(faces, of_face, points, units)
    found, number = np.unique(of_face, return_inverse=True)
    return dict(zip(found.tolist(), dissolved(faces, number), strict=True))


def _without_islets(
    faces: NDArray[np.object_], of_face: Numbers, points: Floats, units: Numbers
) -> Numbers:
    """Return the units of faces, small parts apart from their unit given to a neighbour.

    A part is real if it is the unit's largest, or holds a good share of its points.
    """
    site, face = shapely.STRtree(faces).query(shapely.points(points), predicate="intersects")
    own = of_face[face] == units[site]
    held = np.bincount(face[own], minlength=len(faces))
    everywhere = np.bincount(units)
    order = np.lexsort((-shapely.area(faces), of_face))
    largest = order[np.unique(of_face[order], return_index=True)[1]]
    is_real = held >= _SHARE_OF_A_PART * everywhere[of_face]
    is_real[largest] = True
    settled = of_face.copy()
    tree = shapely.STRtree(faces)
    for islet in np.flatnonzero(~is_real):
        around = tree.query(faces[islet], predicate="touches")
        around = around[is_real[around]]
        if len(around):
            shared = shapely.length(shapely.intersection(faces[islet], faces[around]))
            settled[islet] = of_face[around[shared.argmax()]]
    return settled


def _clipped(areas: NDArray[np.object_], home: BaseGeometry) -> list[BaseGeometry]:
    """Give the areas inside `home`, on one grid, meeting without gap or overlap."""
    lines = [shapely.boundary(area) for area in [*areas, home]]
    noded = shapely.union_all(lines, grid_size=_GRID_DEG)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    faces = faces[shapely.contains(home, shapely.point_on_surface(faces))]
    inner = shapely.point_on_surface(faces)
    face, unit = shapely.STRtree(areas).query(inner, predicate="intersects")
    return dissolved(faces[face], unit)
