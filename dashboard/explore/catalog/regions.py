"""The regions of Poland, those without any practice included."""

from functools import cache

import numpy as np
import pandas as pd

from dashboard.explore.catalog.facets import SEPARATOR, Facet, Rows, by_alphabet
from geocoding import data_dir
from geocoding.added import cached_with_added
from geocoding.communes import load_communes


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


@cached_with_added
def teryt_codes(facet: Facet) -> pd.Series:
    """Give the TERYT code of each region that a filter chooses from: '1201', or '12'."""
    communes = load_communes()
    if facet is Facet.COUNTY:
        codes = {
            f"{each.voivodeship}{SEPARATOR}{each.name}": each.teryt for each in communes.counties
        }
    else:
        codes = {each.name: each.teryt for each in communes.voivodeships}
    return pd.Series(codes, dtype="str").reindex(labels(facet))


def by_region(values: pd.Series, facet: Facet) -> pd.Series:
    """Give values by the regions as a filter names them, from values by TERYT code.

    Args:
        values: Numbers by code, of two digits for voivodeships and four for counties.
        facet: The filter.

    Returns:
        One number a region, in the order of `labels`; NaN where the values have none.
    """
    codes = teryt_codes(facet)
    return pd.Series(values.reindex(codes).to_numpy(np.float64), index=codes.index)


@cache
def _areas() -> pd.DataFrame:
    """Give the voivodeship and the county of every settlement, each pair once."""
    path = data_dir() / "gazetteer" / "settlements.parquet"
    areas = pd.read_parquet(path, columns=["voivodeship", "county"]).drop_duplicates()
    return areas[areas["county"] != ""]
