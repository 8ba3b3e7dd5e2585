"""Regional coverage: what each voivodeship, county or commune has, and which have nothing.

Every region is there, the one without any practice too. What cannot be known is NaN: a rate
without a number of inhabitants, the newest year where no practice states its date.
"""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import (
    SEPARATOR,
    Facet,
    FacetIndex,
    Mask,
    Rows,
    labels_of,
)
from dashboard.explore.counts.summary import PER_INHABITANTS, counts
from dashboard.explore.coverage.levels import REGIONS, Level
from dashboard.explore.filters.filters import Filters, matches
from dashboard.explore.filters.years import introduction_years
from geocoding.distance import Floats

COMMUNE_TYPES: Final = (
    "gmina miejska",
    "gmina wiejska",
    "gmina miejsko-wiejska",
    "miasto na prawach powiatu",
)


def everywhere(catalog: Catalog, filters: Filters) -> Mask:
    """Give one entry a practice: whether it passes the filters, those on the region left out."""
    for facet in REGIONS:
        filters = filters.without(facet)
    return matches(catalog, filters)


def coverage(catalog: Catalog, mask: Mask, *, level: Level, inhabitants: pd.Series) -> pd.DataFrame:
    """Give what each region has of the practices in the mask.

    A practice with places in several regions counts in each of them.

    Args:
        catalog: All practices.
        mask: One entry a practice: whether it counts.
        level: Which regions.
        inhabitants: Their number by region; regions that are missing have no rate.

    Returns:
        One row a region, indexed as the filter names it. Columns practices, rate (per 100,000
        inhabitants), counties, covered (counties with at least one practice), share (of the
        counties, 0 to 1), communes, commune_share (of them, those that carried a practice out),
        units (NaN where practices state none), year (the newest).
    """
    index = catalog.facets[level.facet]
    names = regions.labels(level.facet)
    practices = counts(index, mask).reindex(names, fill_value=0)
    whole, covered = _parts(catalog, mask, level, Facet.COUNTY)
    communes, with_practices = _parts(catalog, mask, level, Facet.COMMUNE)
    is_counted = mask[index.rows]
    rows, codes = index.rows[is_counted], index.codes[is_counted]
    units = _units(catalog, rows, codes, len(index.values))
    newest = np.full(len(index.values), np.nan)
    np.fmax.at(newest, codes, introduction_years(catalog)[rows])
    return pd.DataFrame(
        {
            "practices": practices,
            "rate": practices / inhabitants.reindex(names) * PER_INHABITANTS,
            "counties": whole,
            "covered": covered,
            "share": covered / whole,
            "communes": communes,
            "commune_share": with_practices / communes,
            "units": _by_region(index, units).reindex(names).where(practices > 0, 0),
            "year": _by_region(index, newest).reindex(names),
        },
        index=names,
    )


def outside(catalog: Catalog, mask: Mask, level: Level) -> int:
    """Say how many of the practices in the mask lie in no region that is known."""
    return int(np.count_nonzero(mask & ~catalog.facets[level.facet].known))


def within(table: pd.DataFrame, inside: tuple[str, ...]) -> pd.DataFrame:
    """Give the regions of the table that are parts of others; all where none of these is named."""
    if not inside:
        return table
    return table[[regions.is_part(name, inside) for name in table.index]]


def entered(filters: Filters, region: str, *, level: Level) -> Filters:
    """Give the filters after a choice of a region: into it, or out again where it is chosen."""
    chosen: dict[Facet, tuple[str, ...]] = {
        facet: names for facet, names in filters.chosen.items() if facet not in REGIONS
    }
    way = region.split(SEPARATOR)
    steps = {
        facet: (SEPARATOR.join(way[: depth + 1]),)
        for depth, facet in enumerate(REGIONS[: len(way)])
    }
    if filters.chosen.get(level.facet, ()) == (region,):
        del steps[level.facet]
    return replace(filters, chosen=chosen | steps)


def uncovered_counties(catalog: Catalog, mask: Mask) -> dict[str, list[str]]:
    """Give by voivodeship: the names of its counties without any of the practices in the mask."""
    found = catalog.facets[Facet.COUNTY].counts(mask)
    empty: dict[str, list[str]] = {name: [] for name in regions.voivodeships()}
    for county in regions.counties():
        if not found.get(county):
            empty[regions.voivodeship_of(county)].append(regions.short_name(county))
    return empty


def uncovered_types(catalog: Catalog, mask: Mask) -> list[str]:
    """Give the types of commune that none of the practices in the mask comes from."""
    found = catalog.facets[Facet.UNIT_TYPE].counts(mask)
    return [name for name in COMMUNE_TYPES if not found.get(name, 0)]


def _parts(catalog: Catalog, mask: Mask, level: Level, part: Facet) -> tuple[Rows, Rows]:
    """Give one entry a region: how many parts it has, and how many of them have a practice."""
    found = counts(catalog.facets[part], mask)
    covered = found.reindex(regions.labels(part), fill_value=0).to_numpy() > 0
    if regions.DEPTHS[part] < regions.DEPTHS[level.facet]:  # a commune has no counties
        alone = np.ones(len(regions.labels(level.facet)), dtype=np.int64)
        return alone, alone * 0
    codes, size = regions.parent_codes(part, level.facet), len(regions.labels(level.facet))
    return np.bincount(codes, minlength=size), np.bincount(codes[covered], minlength=size)


def _units(catalog: Catalog, rows: Rows, codes: Rows, regions_count: int) -> Floats:
    """Say how many units the practices of each region name; NaN where they name none.

    Args:
        catalog: All practices.
        rows: Positions of practices, one entry a pair of practice and region.
        codes: The regions, one entry a pair.
        regions_count: How many regions there are.
    """
    units = catalog.units[rows]
    stated = units >= 0
    width = len(catalog)  # no more units than practices
    once = np.unique(codes[stated] * width + units[stated])
    found = np.bincount(once // width, minlength=regions_count).astype(np.float64)
    return np.where(found > 0, found, np.nan)


def _by_region(index: FacetIndex, found: Floats) -> pd.Series:
    """Give numbers by the names of the regions."""
    return pd.Series(found, index=labels_of(index.values))
