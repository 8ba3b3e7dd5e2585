"""The table of communes, from Eurostat's list of local administrative units and the gazetteer.

The list has one row a commune. Its codes have thirteen digits: the fifth and sixth are TERYT's
number of the voivodeship, the tenth and eleventh that of the county, the last two that of the
commune.
"""

import io
import json
from datetime import date

import pandas as pd

from geocoding.build.commune_kinds import commune_kinds
from geocoding.build.commune_points import commune_points
from geocoding.build.tables import keys_of
from geocoding.communes import DIGITS_OF_COUNTY, DIGITS_OF_VOIVODESHIP, Commune, Urbanisation
from geocoding.errors import GazetteerError
from geocoding.locale import message

POPULATION_DATE = date(2018, 12, 31)
"""The list names no day; its sum is the population that Statistics Poland states for this one."""

_CODE = "LAU CODE"
_COLUMNS = {
    "LAU NAME NATIONAL": "name",
    "POPULATION": "population",
    "TOTAL AREA (m2)": "area",
    "DEGURBA": "urbanisation",
    "FUA_NAME": "functional_area",
}
_A_CODE = r"\d{4}(?P<voivodeship>\d\d)\d{3}(?P<county>\d\d)(?P<commune>\d\d)"
_URBANISATION = {"1": Urbanisation.CITY, "2": Urbanisation.TOWN, "3": Urbanisation.RURAL}
_M2_OF_KM2 = 1_000_000


def commune_rows(
    content: bytes,
    *,
    towns: bytes,
    county_names: pd.DataFrame,
    settlements: pd.DataFrame,
    places: pd.DataFrame,
) -> pd.DataFrame:
    """Return one row a commune, by code, with the columns of `geocoding.communes.Commune`.

    Args:
        content: Eurostat's list, CSV in UTF-8.
        towns: Names of all towns, under 'city' in a JSON object.
        county_names: The names of the counties, with those of kind 'teryt'.
        settlements: The settlements with units and point.
        places: Settlements with population and point.

    Raises:
        GazetteerError: The list has no such columns, a value in it is none, or its counties are
            not the same.
    """
    table = _read(content)
    table = table.join(_units(table["teryt"], county_names))
    table["key"] = keys_of(table["name"])
    table["density"] = (table["population"] / table["area_km2"]).round(1)
    table["kind"] = commune_kinds(table, places, set(json.loads(towns)["city"]))
    points = commune_points(table, settlements=settlements, places=places)
    return table.join(points)[list(Commune.__dataclass_fields__)]


def _read(content: bytes) -> pd.DataFrame:
    """Return what the list says of each commune, by code."""
    rows = pd.read_csv(io.BytesIO(content), dtype=str)
    if missing := {_CODE, *_COLUMNS} - set(rows.columns):
        raise GazetteerError(message("build-no-column", columns=", ".join(sorted(missing))))
    table = rows.rename(columns=_COLUMNS)
    parts = table[_CODE].str.extract(f"^{_A_CODE}$")
    for name in ("population", "area"):
        table[name] = pd.to_numeric(table[name], errors="coerce")
    table["urbanisation"] = table["urbanisation"].map(_URBANISATION)
    stated = table[["name", "population", "area", "urbanisation"]]
    if (bad := parts.isna().any(axis=1) | stated.isna().any(axis=1)).any():
        units = rows.loc[bad, _CODE].tolist()
        raise GazetteerError(message("build-wrong-units", units=", ".join(units)))
    table["teryt"] = parts["voivodeship"] + parts["county"] + parts["commune"]
    table["population"] = table["population"].astype("int64")
    table["population_date"] = POPULATION_DATE
    table["area_km2"] = (table["area"] / _M2_OF_KM2).round(2)
    table["functional_area"] = table["functional_area"].fillna("")
    columns = ["teryt", "name", "population", "population_date", "area_km2", "urbanisation"]
    return table[[*columns, "functional_area"]].sort_values("teryt", ignore_index=True)


def _units(codes: pd.Series, county_names: pd.DataFrame) -> pd.DataFrame:
    """Return the county and the voivodeship of each commune, with their codes."""
    known = county_names[county_names["kind"] == "teryt"].set_index("name")
    county_teryt = codes.str[:DIGITS_OF_COUNTY]
    if differing := set(county_teryt) ^ set(known.index):
        raise GazetteerError(message("build-counties", codes=", ".join(sorted(differing))))
    return pd.DataFrame(
        {
            "county": county_teryt.map(known["county"]),
            "county_teryt": county_teryt,
            "voivodeship": county_teryt.map(known["voivodeship"]),
            "voivodeship_teryt": codes.str[:DIGITS_OF_VOIVODESHIP],
        }
    )
