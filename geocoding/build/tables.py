"""The source files as tables of the gazetteer: settlements, postal codes, cities."""

import json

import numpy as np
import pandas as pd

from geocoding.build.names import PLACE_NAMES, VOIVODESHIPS, commune_name, county_name
from geocoding.distance import distance_km
from geocoding.errors import GazetteerError
from geocoding.localities import locality_key

_NAMESAKE_KM = 12.0
_WITH_DISTRICTS_INHABITANTS = 50_000
_DISTRICT_INHABITANTS = 5_000
_INHABITANTS_PER_KM2 = 3_600.0  # of a square of the city's reach: 1.7 million reach 22 km
_VOIVODESHIP_OF_TERYT = {unit.teryt: unit.name for unit in VOIVODESHIPS.values()}
_UNITS = ["commune", "county", "voivodeship"]


def settlements(points: bytes, units: bytes) -> pd.DataFrame:
    """Every place of every postal code, with its units and its point.

    Args:
        points: GeoNames' postal file as lines of JSON, all countries.
        units: The same rows of Poland with county and commune, as a JSON text that stands
            inside a Python file. The file is searched for the text, never run.

    Returns:
        One row per (postal_code, place, commune), sorted; columns as in the data's README.
    """
    located = _located(points)
    named = _named(units)
    keys = ["postal_code", "place"]
    for table in (located, named):
        table["repeat"] = table.groupby(keys).cumcount()
    joined = named.merge(located, on=[*keys, "repeat"], how="outer", indicator=True)
    if not joined["_merge"].eq("both").all():
        lost = joined.loc[joined["_merge"] != "both", keys].iloc[0].tolist()
        raise GazetteerError(f"The two GeoNames files do not hold the same rows, first at {lost}.")
    joined["key"] = _keys(joined["place"])
    return _sorted(joined[["postal_code", "key", "place", *_UNITS, "lat", "lon"]])


def postal_codes(source: bytes) -> pd.DataFrame:
    """Every postal code with the locality and the point that OpenStreetMap gives it.

    Args:
        source: The list of codes of Poland, as JSON.
    """
    rows = pd.DataFrame(json.loads(source))
    rows["voivodeship"] = rows["stateCode"].map(_VOIVODESHIP_OF_TERYT)
    names = {"code": "postal_code", "localityName": "locality", "latitude": "lat"}
    rows = rows.rename(columns={**names, "longitude": "lon"})
    rows["key"] = _keys(rows["locality"])
    return _sorted(rows[["postal_code", "key", "locality", "voivodeship", "lat", "lon"]].round(5))


def cities(source: bytes, *, among: pd.DataFrame) -> pd.DataFrame:
    """Cities, towns and large villages with their population, and districts of cities.

    A place is a settlement of that very name near the point. What has no settlement of its
    name, and lies by a city of 50,000 inhabitants or more, is a district of that city; what
    is neither is left out.

    Args:
        source: GeoNames' places of 500 inhabitants and more, all countries, as JSON.
        among: The settlements.

    Returns:
        One row per place; `city` is the name of the city for a district, else empty.
    """
    listed = [row for row in json.loads(source).values() if row["countrycode"] == "PL"]
    rows = pd.DataFrame(listed).rename(columns={"latitude": "lat", "longitude": "lon"})
    rows["name"] = rows["name"].replace(PLACE_NAMES)
    rows["voivodeship"] = [VOIVODESHIPS[int(code)].name for code in rows["admin1code"]]
    rows = rows[rows["population"] > 0].sort_values("population", ascending=False)
    home = _nearest_namesake(rows, among)
    near = home["km"].to_numpy() <= _NAMESAKE_KM
    places = rows[near].assign(name=home.loc[near, "place"].to_numpy(), city="")
    places["commune"] = home.loc[near, "commune"].to_numpy()
    places = places.drop_duplicates(["name", "commune", "voivodeship"])
    districts = _districts(rows[~near], places)
    table = pd.concat([places, districts])
    table["key"] = _keys(table["name"])
    columns = ["key", "name", "city", "voivodeship", "population", "lat", "lon"]
    return _sorted(table[columns].round(5))


def _districts(rows: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The rows that lie within the reach of a large city, with the city's name."""
    rows = rows[rows["population"] >= _DISTRICT_INHABITANTS]
    large = places[places["population"] >= _WITH_DISTRICTS_INHABITANTS]
    pairs = rows.merge(large, how="cross", suffixes=("", "_of_city"))
    pairs["km"] = distance_km(
        *(pairs[name].to_numpy() for name in ("lat", "lon", "lat_of_city", "lon_of_city"))
    )
    pairs["reach"] = pairs["km"] / np.sqrt(pairs["population_of_city"] / _INHABITANTS_PER_KM2)
    nearest = pairs.sort_values("reach", kind="stable").drop_duplicates("geonameid")
    nearest = nearest[nearest["reach"] <= 1].assign(city=nearest["name_of_city"])
    return nearest.drop_duplicates(["name", "city"])


def _located(points: bytes) -> pd.DataFrame:
    """Code, place and point of the Polish rows of GeoNames' postal file."""
    lines = [json.loads(line) for line in points.splitlines() if b'"PL"' in line]
    table = pd.DataFrame([line for line in lines if line["country_code"] == "PL"])
    names = {"city": "place", "latitude": "lat", "longitude": "lon"}
    return table.rename(columns=names)[["postal_code", "place", "lat", "lon"]]


def _named(units: bytes) -> pd.DataFrame:
    """Code, place, commune, county and voivodeship, in Polish."""
    text = units.decode("utf-8")
    start, end = text.index("'[{") + 1, text.rindex("}]'") + 2
    table = pd.DataFrame(json.loads(text[start:end])).rename(columns={"place_name": "place"})
    table["voivodeship"] = [VOIVODESHIPS[int(code)].name for code in table["admin_code1"]]
    table["county"] = [county_name(name) for name in table["admin_name2"].fillna("")]
    table["commune"] = [commune_name(name) for name in table["admin_name3"].fillna("")]
    return table[["postal_code", "place", "commune", "county", "voivodeship"]]


def _nearest_namesake(rows: pd.DataFrame, among: pd.DataFrame) -> pd.DataFrame:
    """For each row the nearest settlement of its name, and the distance (infinite: none)."""
    left = rows[["lat", "lon"]].assign(key=_keys(rows["name"]), row=range(len(rows)))
    pairs = left.merge(among, on="key", how="left", suffixes=("", "_of_place"))
    pairs["km"] = distance_km(
        *(pairs[name].to_numpy() for name in ("lat", "lon", "lat_of_place", "lon_of_place"))
    )
    pairs["km"] = pairs["km"].fillna(np.inf)
    return pairs.sort_values(["row", "km"], kind="stable").drop_duplicates("row")


def _keys(names: pd.Series) -> pd.Series:
    """The keys by which names of localities are compared."""
    keys = {name: locality_key(name) for name in names.unique()}
    return names.map(keys)


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    """The table in one order whatever the source's was."""
    return table.sort_values(list(table.columns), kind="stable", ignore_index=True)
