"""Approximate areas of the counties, made from the points of their settlements.

No free boundaries of counties come as a package. What is nearer to a settlement of a county than
to any settlement of another is taken for the county's, Poland's outline bounds it all, and the
lines are simplified together, so that neighbours keep meeting. The lines between voivodeships
come out of it too: nearly all settlements lie on the right side of them, which is not so of the
outlines that Natural Earth has.
"""

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geocoding.build.boundaries import Feature, feature
from geocoding.build.cells import Numbers, dissolved, dissolved_cells, strays
from geocoding.build.teryt import county_codes
from geocoding.distance import Floats
from geocoding.errors import GazetteerError
from geocoding.projection import to_degrees, to_km

_PROPERTIES = ["voivodeship", "name", "teryt", "approximate"]
_UNIT = ["voivodeship", "county"]
_GRID_DEG = 1e-4
_SIMPLIFY_KM = 1.25


def county_areas(
    settlements: pd.DataFrame, codes: pd.DataFrame, *, poland: list[Feature]
) -> list[Feature]:
    """The area of each county, by voivodeship and name.

    Args:
        settlements: The settlements with units and point.
        codes: The postal codes with locality and point; those of cities with county rights add
            to the few points that the settlements have there.
        poland: The voivodeships, whose outer line bounds the counties.

    Raises:
        GazetteerError: If a county has no settlement in Poland's outline.
    """
    sites = _without_strays(_sites(settlements, codes))
    counties = sites[_UNIT].drop_duplicates().sort_values(_UNIT, ignore_index=True)
    cells = dissolved_cells(_points(sites), _numbers(sites[_UNIT]))
    lines = shapely.transform(shapely.coverage_simplify(cells, _SIMPLIFY_KM), to_degrees)
    home = shapely.union_all([shape(item["geometry"]) for item in poland])
    areas = _clipped(lines, home)
    if len(areas) < len(counties):
        raise GazetteerError(f"Only {len(areas)} of {len(counties)} counties lie in the outline.")
    named = counties.assign(teryt=county_codes(counties), approximate=True)
    return [
        feature(area, dict(zip(_PROPERTIES, row, strict=True)), label_in=area)
        for row, area in zip(named.itertuples(index=False), areas, strict=True)
    ]


def voivodeships_of(counties: list[Feature], *, named: list[Feature]) -> list[Feature]:
    """The voivodeships as the union of their counties, with the names and codes of `named`."""
    areas: dict[str, list[BaseGeometry]] = {}
    for item in counties:
        areas.setdefault(item["properties"]["voivodeship"], []).append(shape(item["geometry"]))
    features = []
    for stated in (item["properties"] for item in named):
        area = shapely.coverage_union_all(areas[stated["name"]])
        names = {"name": stated["name"], "teryt": stated["teryt"]}
        features.append(feature(area, names, label_in=area))
    return features


def _sites(settlements: pd.DataFrame, codes: pd.DataFrame) -> pd.DataFrame:
    """Every known point of a county once, with its units."""
    stated = settlements[settlements["county"] != ""]
    cities = stated.loc[stated["county"].str[:1].str.isupper(), _UNIT].drop_duplicates()
    of_cities = codes.merge(
        cities.assign(locality=cities["county"]), on=["locality", "voivodeship"]
    ).assign(commune=lambda rows: rows["county"])
    columns = [*_UNIT, "commune", "lat", "lon"]
    sites = pd.concat([stated[columns], of_cities[columns]])
    return sites.drop_duplicates(["lat", "lon"], ignore_index=True)


def _numbers(units: pd.DataFrame) -> Numbers:
    """The number of each row's unit, in alphabetical order."""
    return np.asarray(units.groupby(list(units.columns)).ngroup(), dtype=np.int64)


def _points(sites: pd.DataFrame) -> Floats:
    """The sites in the plane."""
    return to_km(sites[["lon", "lat"]].to_numpy())


def _without_strays(sites: pd.DataFrame) -> pd.DataFrame:
    """The sites without those that make an island where their county has none."""
    while True:
        communes = _numbers(sites[[*_UNIT, "commune"]])
        stray = strays(_points(sites), _numbers(sites[_UNIT]), communes)
        if not stray.any():
            return sites
        sites = sites[~stray]


def _clipped(areas: NDArray[np.object_], home: BaseGeometry) -> list[BaseGeometry]:
    """The areas inside `home`, on one grid, each meeting its neighbours without gap or overlap."""
    lines = [shapely.boundary(area) for area in [*areas, home]]
    noded = shapely.union_all(lines, grid_size=_GRID_DEG)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    faces = faces[shapely.contains(home, shapely.point_on_surface(faces))]
    inner = shapely.point_on_surface(faces)
    face, unit = shapely.STRtree(areas).query(inner, predicate="intersects")
    return dissolved(faces[face], unit)
