"""The points that say where each commune is: those of its settlements and of its postal codes."""

import numpy as np
import pandas as pd

from geocoding.build.cells import Numbers, strays
from geocoding.build.commune_points import NAMES_IN_GEONAMES
from geocoding.communes import CommuneKind
from geocoding.projection import to_km

_COUNTY = ["voivodeship", "county"]
_UNIT = ["commune", *_COUNTY]


def commune_sites(
    communes: pd.DataFrame, settlements: pd.DataFrame, codes: pd.DataFrame
) -> pd.DataFrame:
    """Return every point that is known of a commune once: columns teryt, lat, lon.

    Of a town and the commune around it, which share a name, the town gets the settlement of the
    name, and the other all others. Points that make an island where their county has none are left
    out as wrong.

    Args:
        communes: The table of communes, with the point of each.
        settlements: The settlements with units and point.
        codes: The postal codes with locality and point: those of cities with county rights count.
    """
    sites = _without_strays(_points(settlements, codes))
    named = communes.assign(commune=communes["teryt"].map(NAMES_IN_GEONAMES))
    named["commune"] = named["commune"].fillna(named["name"])
    named["is_one_of_two"] = named.duplicated(_UNIT, keep=False)
    joined = sites.merge(named[["teryt", "kind", "is_one_of_two", *_UNIT]], on=_UNIT)
    is_town = joined["kind"] == CommuneKind.URBAN
    fits = ~joined["is_one_of_two"] | (is_town == (joined["place"] == joined["commune"]))
    columns = ["teryt", "lat", "lon"]
    table = pd.concat([communes.dropna(subset="lat")[columns], joined.loc[fits, columns]])
    return table.drop_duplicates(["lat", "lon"]).sort_values(columns, ignore_index=True)


def _points(settlements: pd.DataFrame, codes: pd.DataFrame) -> pd.DataFrame:
    """Return every settlement once, and the codes of cities with county rights."""
    stated = settlements[settlements["county"] != ""]
    cities = stated.loc[stated["county"].str[:1].str.isupper(), _COUNTY].drop_duplicates()
    of_cities = codes.merge(
        cities.assign(locality=cities["county"]), on=["locality", "voivodeship"]
    ).assign(commune=lambda rows: rows["county"], place=lambda rows: rows["county"])
    columns = [*_UNIT, "place", "lat", "lon"]
    sites = pd.concat([stated[columns], of_cities[columns]])
    return sites.drop_duplicates(["lat", "lon"], ignore_index=True)


def _without_strays(sites: pd.DataFrame) -> pd.DataFrame:
    """Return the sites without those that make an island where their county has none."""
    while True:
        points = to_km(sites[["lon", "lat"]].to_numpy())
        stray = strays(points, _numbers(sites[_COUNTY]), _numbers(sites[_UNIT]))
        if not stray.any():
            return sites
        sites = sites[~stray]


def _numbers(units: pd.DataFrame) -> Numbers:
    """Return the number of each row's unit, in alphabetical order."""
    return np.asarray(units.groupby(list(units.columns)).ngroup(), dtype=np.int64)
