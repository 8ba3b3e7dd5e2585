"""Settlements and postal codes: the tables of the gazetteer that list all there are."""

import json

import pandas as pd

from geocoding.build.names import VOIVODESHIPS, commune_name, county_name, place_name
from geocoding.errors import GazetteerError
from geocoding.locale import message
from geocoding.text.localities import locality_key

_VOIVODESHIP_OF_TERYT = {unit.teryt: unit.name for unit in VOIVODESHIPS.values()}
_UNITS = ["commune", "county", "voivodeship"]


def settlements(points: bytes, units: bytes) -> pd.DataFrame:
    """Give every place of every postal code, with its units and its point.

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
        raise GazetteerError(message("build-rows", row=", ".join(map(str, lost))))
    joined["place"] = joined["place"].map(place_name)
    joined["key"] = keys_of(joined["place"])
    return in_order(joined[["postal_code", "key", "place", *_UNITS, "lat", "lon"]])


def postal_codes(source: bytes) -> pd.DataFrame:
    """Give every postal code with the locality and the point that OpenStreetMap gives it.

    Args:
        source: The list of codes of Poland, as JSON.
    """
    rows = pd.DataFrame(json.loads(source))
    rows["voivodeship"] = rows["stateCode"].map(_VOIVODESHIP_OF_TERYT)
    names = {"code": "postal_code", "localityName": "locality", "latitude": "lat"}
    rows = rows.rename(columns={**names, "longitude": "lon"})
    rows["key"] = keys_of(rows["locality"])
    return in_order(rows[["postal_code", "key", "locality", "voivodeship", "lat", "lon"]].round(5))


def _located(points: bytes) -> pd.DataFrame:
    """Give code, place and point of the Polish rows of GeoNames' postal file."""
    lines = [json.loads(line) for line in points.splitlines() if b'"PL"' in line]
    table = pd.DataFrame([line for line in lines if line["country_code"] == "PL"])
    names = {"city": "place", "latitude": "lat", "longitude": "lon"}
    return table.rename(columns=names)[["postal_code", "place", "lat", "lon"]]


def _named(units: bytes) -> pd.DataFrame:
    """Give code, place, commune, county and voivodeship, in Polish."""
    text = units.decode("utf-8")
    start, end = text.index("'[{") + 1, text.rindex("}]'") + 2
    table = pd.DataFrame(json.loads(text[start:end])).rename(columns={"place_name": "place"})
    table["voivodeship"] = [VOIVODESHIPS[int(code)].name for code in table["admin_code1"]]
    table["county"] = [county_name(name) for name in table["admin_name2"].fillna("")]
    table["commune"] = [commune_name(name) for name in table["admin_name3"].fillna("")]
    return table[["postal_code", "place", "commune", "county", "voivodeship"]]


def keys_of(names: pd.Series) -> pd.Series:
    """Give the keys by which names of localities are compared."""
    keys = {name: locality_key(name) for name in names.unique()}
    return names.map(keys)


def in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Give the table in one order whatever the source's was."""
    return table.sort_values(list(table.columns), kind="stable", ignore_index=True)
