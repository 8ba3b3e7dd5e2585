"""What the geocoders are measured on, written to a folder once and read by each of them."""

import shutil
from pathlib import Path

import numpy as np
import pandas as pd

from geocoding import data_dir

ADDRESSES, UNKNOWN, MISSPELT, CODES = (
    f"{name}.parquet" for name in ("addresses", "unknown", "misspelt", "codes")
)
GEONAMES_ONLY = "geonames-only"
UNKNOWN_PLACES = 1_000
SINGLE_ADDRESSES = 300
SEED = 2026


def write_inputs(folder: Path, *, rows: int) -> None:
    """Write all of it: made-up addresses, and the reference rows of both geocoders."""
    places = _table("settlements")
    _made_addresses(places, rows).to_parquet(folder / ADDRESSES)
    _unknown_places().to_parquet(folder / UNKNOWN)
    _misspelt_places(places).to_parquet(folder / MISSPELT)
    codes = _table("postal_codes")
    codes.rename(columns={"locality": "city"}).to_parquet(folder / CODES)
    shutil.copytree(data_dir() / "gazetteer", folder / GEONAMES_ONLY)
    codes.head(0).to_parquet(folder / GEONAMES_ONLY / "postal_codes.parquet")
    _pgeocode_table(places).to_csv(folder / "PL.txt", index=False)


def _table(name: str) -> pd.DataFrame:
    """A table of the gazetteer."""
    return pd.read_parquet(data_dir() / "gazetteer" / f"{name}.parquet")


def _made_addresses(places: pd.DataFrame, rows: int) -> pd.DataFrame:
    """Distinct addresses, the same on each run: a settlement, its code, a house number."""
    drawn = np.random.default_rng(SEED).integers(len(places), size=rows)
    of_row = places.iloc[drawn].reset_index(drop=True)
    return pd.DataFrame(
        {
            "street": "",
            "number": (pd.Series(range(rows)) // 9 + 1).astype(str),
            "city": of_row["place"],
            "postal_code": of_row["postal_code"],
            "voivodeship": of_row["voivodeship"],
        }
    )


def _unknown_places() -> pd.DataFrame:
    """Distinct names that no place has, without a code."""
    names = [f"Nieznana{number}" for number in range(UNKNOWN_PLACES)]
    return pd.DataFrame({"city": names}, dtype="str")


def _misspelt_places(places: pd.DataFrame) -> pd.DataFrame:
    """Names of places with two letters swapped, without a code."""
    names = places["place"].drop_duplicates().head(SINGLE_ADDRESSES)
    return (names.str[:2] + names.str[3:4] + names.str[2:3] + names.str[4:]).to_frame("city")


def _pgeocode_table(places: pd.DataFrame) -> pd.DataFrame:
    """The gazetteer's GeoNames rows in the columns of the file that pgeocode reads."""
    return pd.DataFrame(
        {
            "country_code": "PL",
            "postal_code": places["postal_code"],
            "place_name": places["place"],
            "state_name": places["voivodeship"],
            "state_code": "",
            "county_name": places["county"],
            "county_code": "",
            "community_name": places["commune"],
            "community_code": "",
            "latitude": places["lat"],
            "longitude": places["lon"],
            "accuracy": "",
        }
    )
