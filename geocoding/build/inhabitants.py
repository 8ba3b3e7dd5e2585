"""Inhabitants of the counties, from Eurostat's list of local administrative units.

The list has one row a commune. Its codes have thirteen digits: the fifth and sixth are TERYT's
number of the voivodeship, the tenth and eleventh that of the county.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from geocoding.errors import GazetteerError

CODE = "LAU CODE"
POPULATION = "POPULATION"
_A_CODE = r"\d{4}(?P<voivodeship>\d\d)\d{3}(?P<county>\d\d)\d\d"


def county_inhabitants(content: bytes, counties: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """The inhabitants of each county, added up from its communes.

    Args:
        content: The list, CSV in UTF-8.
        counties: The areas of the counties, whose properties are name, voivodeship and teryt.

    Returns:
        One row a county by its code: teryt, county, voivodeship, population.

    Raises:
        GazetteerError: The list has no such columns, a number is missing, or its counties are not
            the same.
    """
    rows = pd.read_csv(io.BytesIO(content), dtype=str)
    if missing := {CODE, POPULATION} - set(rows.columns):
        raise GazetteerError(f"The list of units has no column {', '.join(sorted(missing))}.")
    parts = rows[CODE].str.extract(f"^{_A_CODE}$")
    people = pd.to_numeric(rows[POPULATION], errors="coerce")
    if (bad := parts.isna().any(axis=1) | people.isna()).any():
        units = rows.loc[bad, CODE].tolist()
        raise GazetteerError(f"Units without a right code or a population: {units}")
    found = people.astype("int64").groupby(parts["voivodeship"] + parts["county"]).sum()
    table = pd.DataFrame([each["properties"] for each in counties]).sort_values("teryt")
    if differing := set(found.index) ^ set(table["teryt"]):
        raise GazetteerError(f"Not the same counties in both sources: {sorted(differing)}")
    table["population"] = found.reindex(table["teryt"]).to_numpy()
    table = table.rename(columns={"name": "county"})
    return table[["teryt", "county", "voivodeship", "population"]].reset_index(drop=True)
