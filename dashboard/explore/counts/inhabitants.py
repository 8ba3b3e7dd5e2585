"""Numbers of inhabitants from outside the record cards: of voivodeships, counties and towns."""

from functools import cache

import pandas as pd

from dashboard.explore.catalog.facets import SEPARATOR
from geocoding import data_dir


@cache
def voivodeship_inhabitants() -> pd.Series:
    """Inhabitants by voivodeship, as the census of 2021 counted them, in hundreds."""
    table = pd.read_csv(data_dir() / "population" / "voivodeships.csv")
    return table.set_index("voivodeship")["population"]


@cache
def county_inhabitants() -> pd.Series:
    """Inhabitants by county as the filter names it; `sources.toml` says of which day."""
    table = pd.read_csv(data_dir() / "population" / "counties.csv")
    return table["population"].set_axis(table["voivodeship"] + SEPARATOR + table["county"])


@cache
def towns() -> pd.DataFrame:
    """The gazetteer's settlements of known population: key, voivodeship, population, lat, lon."""
    return pd.read_parquet(
        data_dir() / "gazetteer" / "cities.parquet",
        columns=["key", "voivodeship", "population", "lat", "lon"],
    )
