"""The places that the map names as one comes closer: all settlements, those with people first."""

import re
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from geocoding.distance import distance_km
from geocoding.resources import data_dir

_FROM: Final = ((8, 2500), (9, 900))
"""From which zoom of the tiles on settlements of so many inhabitants are named; others later."""
_LAST_FROM: Final = 10
_SOURCE_ONLY: Final = re.compile(r"(?<! ) *\(.*")
"""What the list of settlements says of the kind of a place: 'Borki (Osada)'."""
_OWN_PLACE_KM: Final = 4.0
_NAMED_KM: Final = 8.0


def named_places() -> pd.DataFrame:
    """Return the settlements that the map does not name from the start, the largest first.

    Returns:
        name; lat, lon in degrees; population, 0 where it is not known; least_zoom, the first zoom
        of the tiles that has it.
    """
    places = _settlements()
    places["population"] = _population(places)
    places = places.sort_values(["population", "name", "lat"], ascending=[False, True, True])
    places["least_zoom"] = _LAST_FROM
    for zoom, people in reversed(_FROM):
        places.loc[places["population"] >= people, "least_zoom"] = zoom
    return places[["name", "lat", "lon", "population", "least_zoom"]].reset_index(drop=True)


def settlement_at(point: tuple[float, float], stated: str) -> tuple[float, float, str] | None:
    """Return (lat, lon, name) of the settlement that a point is in; None where none is near.

    Args:
        point: (lat, lon) in degrees.
        stated: What is said of the place: a settlement that it names is rather meant than others.
    """
    table = _all_settlements()
    lat, lon = map(np.asarray, point)
    away = distance_km(lat, lon, table["lat"].to_numpy(), table["lon"].to_numpy())
    near = np.flatnonzero(away <= _NAMED_KM)
    near = near[np.argsort(away[near], kind="stable")]
    words = stated.casefold()
    named = [at for at in near.tolist() if table["name"].iloc[at].casefold() in words]
    close = [at for at in near[:1].tolist() if away[at] <= _OWN_PLACE_KM]
    for at in (*named, *close):
        return (
            float(table["lat"].iloc[at]),
            float(table["lon"].iloc[at]),
            str(table["name"].iloc[at]),
        )
    return None


@cache
def _all_settlements() -> pd.DataFrame:
    """Return name, lat and lon of all that the map names, the cities first."""
    cities = pd.read_csv(data_dir() / "boundaries" / "cities.csv")
    columns = ["name", "lat", "lon"]
    return pd.concat([cities[columns], _settlements()[columns]], ignore_index=True)


def _settlements() -> pd.DataFrame:
    """Return each settlement of a commune once, without those that the map names as cities."""
    table = pd.read_parquet(data_dir() / "gazetteer" / "settlements.parquet")
    table["name"] = table["place"].str.replace(_SOURCE_ONLY, "", regex=True)
    units = ["name", "commune", "county", "voivodeship"]
    places = table.groupby(units, as_index=False)[["lat", "lon"]].first()
    cities = pd.read_csv(data_dir() / "boundaries" / "cities.csv")
    named = set(zip(cities["name"], cities["voivodeship"], strict=True))
    keys = zip(places["name"], places["voivodeship"], strict=True)
    return places[[key not in named for key in keys]].copy()


def _population(places: pd.DataFrame) -> pd.Series:
    """Return the inhabitants of each place: of the nearest one of its name, close by; else 0."""
    known = pd.read_parquet(data_dir() / "gazetteer" / "cities.parquet")
    rows = places[["name", "voivodeship", "lat", "lon"]].reset_index()
    pairs = rows.merge(known, on=["name", "voivodeship"], suffixes=("", "_known"))
    away = distance_km(
        *(pairs[name].to_numpy() for name in ("lat", "lon", "lat_known", "lon_known"))
    )
    near = pairs[away <= _OWN_PLACE_KM]
    found = near.groupby("index")["population"].max()
    return found.reindex(places.index).fillna(0).astype("int64")
