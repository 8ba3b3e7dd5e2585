"""The regions of Poland, those without any practice included.

A region is named as the filters name it: 'małopolskie', 'małopolskie / bocheński',
'małopolskie / bocheński / Bochnia (wiejska)'. A commune's kind stands in it where the county has
two of one name.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog.facets import SEPARATOR, Facet, Rows, by_alphabet
from geocoding import data_dir
from geocoding.added import cached_with_added
from geocoding.communes import Commune, CommuneKind, load_communes

DEPTHS: Final = {Facet.VOIVODESHIP: 1, Facet.COUNTY: 2, Facet.COMMUNE: 3}
"""Of how many parts the name of a region consists."""

_KINDS: Final = {
    CommuneKind.URBAN: "miejska",
    CommuneKind.RURAL: "wiejska",
    CommuneKind.MIXED: "miejsko-wiejska",
}


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
    """Give the regions that a filter on voivodeship, county or commune chooses from."""
    match facet:
        case Facet.COMMUNE:
            return communes()
        case Facet.COUNTY:
            return counties()
        case _:
            return voivodeships()


@cached_with_added
def labels(facet: Facet) -> pd.Index:
    """Give the regions that a filter chooses from, as the labels of a table."""
    return pd.Index(names_of(facet), name="region")


@cached_with_added
def communes_by_name() -> Mapping[str, Commune]:
    """Give the communes by their names as the filter has them, in the order of the alphabet."""
    rows = load_communes().rows
    times = Counter((each.county_teryt, each.name) for each in rows)
    found = {
        SEPARATOR.join((each.voivodeship, each.county, name)): each
        for each in rows
        for is_alone in [times[each.county_teryt, each.name] == 1]
        for name in [each.name if is_alone else f"{each.name} ({_KINDS[each.kind]})"]
    }
    return dict(sorted(found.items(), key=lambda item: by_alphabet(item[0])))


@cached_with_added
def communes() -> tuple[str, ...]:
    """Give the communes as the filter names them: 'małopolskie / bocheński / Łapanów'."""
    return tuple(communes_by_name())


@cached_with_added
def commune_names() -> Mapping[str, str]:
    """Give the name of each commune, as the filter has it, by its TERYT code of six digits."""
    return {commune.teryt: name for name, commune in communes_by_name().items()}


@cached_with_added
def parent_codes(facet: Facet, above: Facet) -> Rows:
    """Give one entry a region: the place of the larger region that it is part of.

    Args:
        facet: Which regions.
        above: Which larger regions: the same ones are parts of themselves.
    """
    depth = DEPTHS[above]
    parents = [SEPARATOR.join(name.split(SEPARATOR)[:depth]) for name in names_of(facet)]
    return pd.Index(names_of(above)).get_indexer(pd.Index(parents)).astype(np.int64)


def region_above(region: str) -> str:
    """Give the region that one is part of; '' for a voivodeship, which is part of the country."""
    return region.rpartition(SEPARATOR)[0]


@cached_with_added
def divided_counties() -> frozenset[str]:
    """Give the counties of more than one commune: not the cities with county rights."""
    times = Counter(map(region_above, communes()))
    return frozenset(county for county, count in times.items() if count > 1)


def is_part(region: str, inside: Collection[str]) -> bool:
    """Say whether a region is one of others, or a part of one."""
    return any(region == each or region.startswith(each + SEPARATOR) for each in inside)


def voivodeship_of(county: str) -> str:
    """Give the voivodeship of a region as the filter names it."""
    return county.split(SEPARATOR, maxsplit=1)[0]


def parts(region: str) -> list[str]:
    """Give the names of the regions that one is part of, and its own at last."""
    return region.split(SEPARATOR)


def short_name(region: str) -> str:
    """Give the name of a region without those that it is part of."""
    return region.rsplit(SEPARATOR, maxsplit=1)[-1]


@cached_with_added
def teryt_codes(facet: Facet) -> pd.Series:
    """Give the TERYT code of each region that a filter chooses from: '1201', or '12'."""
    units = load_communes()
    match facet:
        case Facet.COMMUNE:
            codes = {name: each.teryt for name, each in communes_by_name().items()}
        case Facet.COUNTY:
            codes = {
                SEPARATOR.join((each.voivodeship, each.name)): each.teryt for each in units.counties
            }
        case _:
            codes = {each.name: each.teryt for each in units.voivodeships}
    return pd.Series(codes, dtype="str").reindex(labels(facet))


def by_region(values: pd.Series, facet: Facet) -> pd.Series:
    """Give values by the regions as a filter names them, from values by TERYT code.

    Args:
        values: Numbers by code: of two digits for voivodeships, four for counties, six for
            communes.
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
