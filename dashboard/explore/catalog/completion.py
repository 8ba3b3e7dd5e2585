"""Completes populations that the record cards leave out, from the gazetteer.

Only where the implementing unit is one town: its type says so, or no type is stated and the
town is a city with county rights. It needs a single located place, and a single settlement of
its name in the voivodeship, near that place. A county, a voivodeship, an association or a rural
commune is never completed, since the gazetteer counts the people of a settlement.
"""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from geocoding import Precision, Status, fold
from geocoding.distance import distance_km
from geocoding.text.localities import locality_key

FARTHEST_KM: Final = 12.0
"""How far from its centre an address of a town may be; larger cities are some 10 km in radius."""

_TOWN_TYPES: Final = frozenset({"gmina miejska", "miasto", "miasto na prawach powiatu"})
_EXACT: Final = (
    Precision.BUILDING.value,
    Precision.STREET.value,
    Precision.POSTAL_CODE.value,
    Precision.LOCALITY.value,
)
_SURE: Final = (Status.OK.value, Status.MANUAL.value)
_OTHER_UNITS: Final = "powiat|starost|marszalk|wojewod|zwiazek|zwiazku|stowarzyszeni"


def with_completed_population(catalog: Catalog, towns: pd.DataFrame) -> Catalog:
    """The same catalogue, its unknown populations completed where the town is certain.

    Args:
        catalog: The practices and where they are.
        towns: Columns key, voivodeship, population, lat, lon, as `inhabitants.towns` gives them.
    """
    found = _town_of_each(catalog, towns)
    fits = found["population"].notna() & catalog.practices["population"].isna()
    population = np.where(fits, found["population"].to_numpy(np.float64), catalog.population)
    return replace(catalog, population=population)


def completed(catalog: Catalog) -> Mask:
    """One entry a practice: whether its population does not come from its record card."""
    stated = catalog.practices["population"].notna().to_numpy()
    mask: Mask = ~np.isnan(catalog.population) & ~stated
    return mask


def completed_population(catalog: Catalog, row: int) -> int | None:
    """The population of one practice that its record card does not state; None else."""
    population = float(catalog.population[row])
    is_stated = pd.notna(catalog.practices["population"].iloc[row])
    return None if is_stated or np.isnan(population) else int(population)


def _town_of_each(catalog: Catalog, towns: pd.DataFrame) -> pd.DataFrame:
    """The town of each practice, in the catalogue's order; NaN where none is certain."""
    single = towns.drop_duplicates(["key", "voivodeship"], keep=False)
    asked = _candidates(catalog)
    found = asked.reset_index().merge(single, on=["key", "voivodeship"], suffixes=("", "_town"))
    found = found.set_index("row")
    points = (found[name].to_numpy(np.float64) for name in ("lat", "lon", "lat_town", "lon_town"))
    near = distance_km(*points) <= FARTHEST_KM
    return found.loc[near, ["population"]].reindex(catalog.practices.index)


def _candidates(catalog: Catalog) -> pd.DataFrame:
    """The practices that one town stands behind: key, voivodeship, lat, lon; index row."""
    places, practices = catalog.places, catalog.practices
    sure = places["status"].isin(_SURE) & places["precision"].isin(_EXACT)
    alone = ~places["row"].duplicated(keep=False)
    rows = places[sure & alone & places["lat"].notna()].set_index("row")
    unit = practices.loc[rows.index, ["locality", "unit_type", "unit"]]
    rows["key"] = _keys(unit["locality"])
    types = unit["unit_type"].map(fold)
    with_county_rights = (types == "") & (rows["key"] == _keys(rows["county"]))
    with_county_rights &= ~unit["unit"].map(fold).str.contains(_OTHER_UNITS)
    fits = (rows["key"] != "") & (types.isin(_TOWN_TYPES) | with_county_rights)
    return rows.loc[fits, ["key", "voivodeship", "lat", "lon"]]


def _keys(names: pd.Series) -> pd.Series:
    """The gazetteer's keys of names; work is done once a distinct name."""
    return names.map({name: locality_key(name) for name in names.unique()})
