"""A point for each commune: that of the settlement it is named after, or of one in its middle."""

import numpy as np
import pandas as pd

from geocoding.build.tables import keys_of
from geocoding.communes import CommuneKind
from geocoding.distance import distance_km

_UNIT = ["commune", "county", "voivodeship"]
NAMES_IN_GEONAMES = {
    "041705": "Wąbrzeźno",  # its name until 2017
    "061504": "Kąkolewnica Wschodnia",
    "260207": "Słupia (Jędrzejowska)",
    "260506": "Słupia (Konecka)",
}
"""Communes that the gazetteer knows by another name."""

_POINTS = {"260304": ("Opatowiec", 50.2408, 20.7217)}  # the gazetteer has no settlement of it
_FARTHEST_CENTRE_KM = 12.0


def commune_points(
    communes: pd.DataFrame, *, settlements: pd.DataFrame, places: pd.DataFrame
) -> pd.DataFrame:
    """Return settlement, lat and lon of each commune.

    A rural commune that is named after the town which it surrounds has no settlement of its name:
    the one nearest to the middle of all of its settlements stands for it.

    Args:
        communes: Columns teryt, name, key, kind, county, voivodeship.
        settlements: The settlements with units and point.
        places: Settlements with population and the point of their centre.

    Returns:
        Columns settlement, lat, lon; where the gazetteer has no settlement of the commune, '' and
        no numbers.
    """
    sites = _sites(communes, settlements)
    towns = sites[sites["key"] == sites["commune_key"]]
    is_around = sites["kind"].eq(CommuneKind.RURAL) & sites["has_namesake"]
    own = sites[~(is_around & (sites["key"] == sites["commune_key"]))]
    found = pd.concat([_middles(towns[~is_around.loc[towns.index]]), _middles(own)])
    found = found[~found.index.duplicated()].reindex(communes["teryt"])
    for code, point in _POINTS.items():
        if code in found.index:
            found.loc[code] = point
    found["settlement"] = found["settlement"].fillna("")
    points = found.set_axis(communes.index)
    return _moved_to_centres(points, communes, places)


def _sites(communes: pd.DataFrame, settlements: pd.DataFrame) -> pd.DataFrame:
    """Return the settlements of each commune once; a town and what surrounds it have the same."""
    named = communes.assign(commune=communes["teryt"].map(NAMES_IN_GEONAMES))
    named["commune"] = named["commune"].fillna(named["name"])
    named["has_namesake"] = named.duplicated(_UNIT, keep=False)
    columns = ["teryt", "kind", "has_namesake", "commune_key", *_UNIT]
    named = named.rename(columns={"key": "commune_key"})[columns]
    return named.merge(settlements.drop_duplicates([*_UNIT, "place", "lat", "lon"]), on=_UNIT)


def _middles(sites: pd.DataFrame) -> pd.DataFrame:
    """Return of each commune the site nearest to the middle of its sites, by code."""
    middle = sites.groupby("teryt")[["lat", "lon"]].transform("median")
    points = (sites["lat"], sites["lon"], middle["lat"], middle["lon"])
    km = distance_km(*(column.to_numpy() for column in points))
    nearest = sites.assign(km=km).sort_values(["teryt", "km", "place"], kind="stable")
    first = nearest.drop_duplicates("teryt").set_index("teryt")
    return first.rename(columns={"place": "settlement"})[["settlement", "lat", "lon"]]


def _moved_to_centres(
    points: pd.DataFrame, communes: pd.DataFrame, places: pd.DataFrame
) -> pd.DataFrame:
    """Return the points, those of settlements whose centre is known in the centre."""
    asked = points.assign(key=keys_of(points["settlement"]), voivodeship=communes["voivodeship"])
    largest = places.sort_values("population", ascending=False)
    centres = largest.drop_duplicates(["key", "voivodeship"])[["key", "voivodeship", "lat", "lon"]]
    centres = asked[["key", "voivodeship"]].merge(centres, on=["key", "voivodeship"], how="left")
    centres = centres.set_axis(points.index)
    columns = (points["lat"], points["lon"], centres["lat"], centres["lon"])
    is_near = distance_km(*(column.to_numpy() for column in columns)) <= _FARTHEST_CENTRE_KM
    for name in ("lat", "lon"):
        points[name] = np.where(is_near, centres[name], points[name]).round(5)
    return points
