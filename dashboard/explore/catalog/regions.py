"""The regions of Poland, those without any practice included."""

from functools import cache

import numpy as np
import pandas as pd

from dashboard.explore.catalog.facets import SEPARATOR, Facet, Rows, by_alphabet
from geocoding import data_dir


@cache
def voivodeships() -> tuple[str, ...]:
    """Give the names of the 16 voivodeships."""
    return tuple(sorted(_areas()["voivodeship"].unique(), key=by_alphabet))


@cache
def counties() -> tuple[str, ...]:
    """Give the 380 counties as the filter names them: 'małopolskie / bocheński'."""
    names = _areas()["voivodeship"] + SEPARATOR + _areas()["county"]
    return tuple(sorted(names, key=by_alphabet))


def names_of(facet: Facet) -> tuple[str, ...]:
    """Give the regions that a filter chooses from: the counties, or else the voivodeships."""
    return counties() if facet is Facet.COUNTY else voivodeships()


@cache
def labels(facet: Facet) -> pd.Index:
    """Give the regions that a filter chooses from, as the labels of a table."""
    return pd.Index(names_of(facet), name="region")


@cache
def voivodeship_codes() -> Rows:
    """Give one entry a county: the place of its voivodeship among all of them."""
    code_of = {name: code for code, name in enumerate(voivodeships())}
    return np.array([code_of[voivodeship_of(county)] for county in counties()])


def voivodeship_of(county: str) -> str:
    """Give the voivodeship of a county as the filter names it."""
    return county.split(SEPARATOR, maxsplit=1)[0]


def short_name(region: str) -> str:
    """Give the name of a voivodeship or of a county without its voivodeship."""
    return region.rsplit(SEPARATOR, maxsplit=1)[-1]


@cache
def _areas() -> pd.DataFrame:
    """Give the voivodeship and the county of every settlement, each pair once."""
    path = data_dir() / "gazetteer" / "settlements.parquet"
    areas = pd.read_parquet(path, columns=["voivodeship", "county"]).drop_duplicates()
    return areas[areas["county"] != ""]
