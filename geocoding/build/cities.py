"""Places with population: cities and towns, and the districts that look like them.

GeoNames lists districts among the cities, and knows towns that its postal file lacks. Three
things are told apart here: a place that is in the list of settlements, a district of a city,
and a place that no postal code leads to.
"""

import json

import numpy as np
import pandas as pd

from geocoding.build.names import PLACE_NAMES, VOIVODESHIPS, place_name
from geocoding.build.tables import in_order, keys_of
from geocoding.distance import Floats, distance_km

_NAMESAKE_KM = 12.0
_INHABITANTS_WITH_DISTRICTS = 50_000
_INHABITANTS_OF_DISTRICT = 5_000
_INHABITANTS_PER_KM2 = 3_600.0  # over the square of a city's reach: 1.7 million reach 22 km
_CITY_COLUMNS = ["key", "name", "voivodeship", "population", "lat", "lon"]
_FURTHER_COLUMNS = ["key", "name", "city", "commune", "county", "voivodeship", "population"]


def read_places(source: bytes) -> pd.DataFrame:
    """Give all Polish places with a population, the largest first.

    Args:
        source: GeoNames' places of 500 inhabitants and more, all countries, as JSON.
    """
    listed = [row for row in json.loads(source).values() if row["countrycode"] == "PL"]
    rows = pd.DataFrame(listed).rename(columns={"latitude": "lat", "longitude": "lon"})
    rows["name"] = rows["name"].replace(PLACE_NAMES).map(place_name)
    rows["key"] = keys_of(rows["name"])
    rows["voivodeship"] = [VOIVODESHIPS[int(code)].name for code in rows["admin1code"]]
    rows = rows.sort_values(["population", "geonameid"], ascending=False, ignore_index=True)
    return rows.loc[rows["population"] > 0, ["geonameid", *_CITY_COLUMNS]].round(5)


def cities(places: pd.DataFrame, *, settlements: pd.DataFrame) -> pd.DataFrame:
    """Give the places that are settlements: one of the very name is near the point.

    Args:
        places: The places with population.
        settlements: The settlements.
    """
    home = _nearest_namesake(places, settlements)
    found = places.loc[home["km"] <= _NAMESAKE_KM].copy()
    found["name"] = home.loc[found.index, "place"]
    found["commune"] = home.loc[found.index, "commune"]
    found = found.drop_duplicates(["name", "commune", "voivodeship"])
    return in_order(found[_CITY_COLUMNS])


def further_places(places: pd.DataFrame, *, settlements: pd.DataFrame) -> pd.DataFrame:
    """Give the places that no postal code leads to: districts of cities, and places left out.

    Args:
        places: The places with population.
        settlements: The settlements; the units of the nearest one are the place's units.

    Returns:
        One row per name: a district has two, 'Mokotów' and 'Warszawa-Mokotów', and its city
        in `city`.
    """
    left = places[_nearest_namesake(places, settlements)["km"] > _NAMESAKE_KM]
    city = _cities_of_districts(left, cities(places, settlements=settlements))
    left = left.assign(city=city).drop_duplicates(["name", "city", "voivodeship"])
    units = _units_of_nearest(left, settlements)
    left = left.assign(commune=units["commune"], county=units["county"])
    joined = left[left["city"] != ""].copy()
    joined["name"] = joined["city"] + "-" + joined["name"]
    table = pd.concat([left, joined], ignore_index=True)
    table["key"] = keys_of(table["name"])
    return in_order(table[[*_FURTHER_COLUMNS, "lat", "lon"]])


def _cities_of_districts(rows: pd.DataFrame, places: pd.DataFrame) -> pd.Series:
    """Give for each row the name of the large city within whose reach it lies, else ''."""
    large = places[places["population"] >= _INHABITANTS_WITH_DISTRICTS]
    km = _distances(rows, large)
    reach = km / np.sqrt(large["population"].to_numpy() / _INHABITANTS_PER_KM2)
    city = large["name"].to_numpy()[reach.argmin(axis=1)]
    inside = (reach.min(axis=1) <= 1) & (rows["population"] >= _INHABITANTS_OF_DISTRICT)
    return pd.Series(np.where(inside, city, ""), index=rows.index)


def _units_of_nearest(rows: pd.DataFrame, settlements: pd.DataFrame) -> pd.DataFrame:
    """Give commune and county of the settlement nearest to each row, in the same voivodeship."""
    outside = rows["voivodeship"].to_numpy()[:, None] != settlements["voivodeship"].to_numpy()
    nearest = np.where(outside, np.inf, _distances(rows, settlements)).argmin(axis=1)
    units: pd.DataFrame = settlements.iloc[nearest][["commune", "county"]]
    return units.set_index(rows.index)


def _nearest_namesake(rows: pd.DataFrame, settlements: pd.DataFrame) -> pd.DataFrame:
    """Give for each row the nearest settlement of its name, and the distance (infinite: none)."""
    left = rows[["key", "lat", "lon"]].assign(row=rows.index)
    pairs = left.merge(settlements, on="key", how="left", suffixes=("", "_of_place"))
    pairs["km"] = distance_km(
        *(pairs[name].to_numpy() for name in ("lat", "lon", "lat_of_place", "lon_of_place"))
    )
    pairs["km"] = pairs["km"].fillna(np.inf)
    pairs = pairs.sort_values(["row", "km"], kind="stable").drop_duplicates("row")
    return pairs.set_index("row")


def _distances(rows: pd.DataFrame, others: pd.DataFrame) -> Floats:
    """Give distance in km between all rows and all others, one row each."""
    lat, lon = rows["lat"].to_numpy()[:, None], rows["lon"].to_numpy()[:, None]
    return distance_km(lat, lon, others["lat"].to_numpy(), others["lon"].to_numpy())
