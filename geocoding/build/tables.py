"""The source files as tables of the gazetteer: settlements, postal codes, cities."""

import json

import numpy as np
import pandas as pd

from geocoding.build.names import CITY_NAMES, VOIVODESHIPS, commune_name, county_name
from geocoding.distance import distance_km
from geocoding.errors import GazetteerError
from geocoding.folding import fold

_CITY_NEAR_SETTLEMENT_KM = 12.0
_VOIVODESHIP_OF_TERYT = {unit.teryt: unit.name for unit in VOIVODESHIPS.values()}
_SETTLEMENT_COLUMNS = ["postal_code", "place", "commune", "county", "voivodeship", "lat", "lon"]


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
    return _sorted(joined[_SETTLEMENT_COLUMNS])


def postal_codes(source: bytes) -> pd.DataFrame:
    """Every postal code with the locality and the point that OpenStreetMap gives it.

    Args:
        source: The list of codes of Poland, as JSON.
    """
    rows = pd.DataFrame(json.loads(source))
    rows["voivodeship"] = rows["stateCode"].map(_VOIVODESHIP_OF_TERYT)
    names = {"code": "postal_code", "localityName": "locality", "latitude": "lat"}
    rows = rows.rename(columns={**names, "longitude": "lon"})
    return _sorted(rows[["postal_code", "locality", "voivodeship", "lat", "lon"]].round(5))


def cities(source: bytes, *, among: pd.DataFrame) -> pd.DataFrame:
    """Cities, towns and large villages with their population.

    The source also lists districts of cities; a row is kept where a settlement of that very
    name is near, and the larger one where two rows mean one place.

    Args:
        source: GeoNames' places of 500 inhabitants and more, all countries, as JSON.
        among: The settlements.
    """
    listed = [row for row in json.loads(source).values() if row["countrycode"] == "PL"]
    rows = pd.DataFrame(listed).rename(columns={"latitude": "lat", "longitude": "lon"})
    rows["name"] = rows["name"].replace(CITY_NAMES)
    rows["voivodeship"] = [VOIVODESHIPS[int(code)].name for code in rows["admin1code"]]
    rows = rows[rows["population"] > 0].sort_values("population", ascending=False)
    home = _nearest_namesake(rows, among)
    rows[["name", "commune"]] = home[["place", "commune"]].to_numpy()
    rows = rows[home["km"].to_numpy() <= _CITY_NEAR_SETTLEMENT_KM]
    rows = rows.drop_duplicates(["name", "commune", "voivodeship"])
    return _sorted(rows[["name", "voivodeship", "population", "lat", "lon"]].round(5))


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
    left = rows[["name", "lat", "lon"]].assign(key=rows["name"].map(_name_key), row=range(len(rows)))
    right = among.assign(key=among["place"].map(_name_key))
    pairs = left.merge(right, on="key", how="left", suffixes=("", "_of_place"))
    pairs["km"] = distance_km(
        pairs["lat"].to_numpy(), pairs["lon"].to_numpy(),
        pairs["lat_of_place"].to_numpy(), pairs["lon_of_place"].to_numpy(),
    )
    pairs["km"] = pairs["km"].fillna(np.inf)
    return pairs.sort_values(["row", "km"], kind="stable").drop_duplicates("row")


def _name_key(name: str) -> str:
    """The name as it is compared: folded, dashes as spaces."""
    return fold(name).replace("-", " ")


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    """The table in one order whatever the source's was."""
    return table.sort_values(list(table.columns), kind="stable", ignore_index=True)
