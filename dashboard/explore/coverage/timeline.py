"""Regional coverage year by year: what each region had at the end of every year."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, FacetIndex, Mask, Rows
from dashboard.explore.counts.summary import PER_INHABITANTS
from dashboard.explore.coverage.levels import Level
from dashboard.explore.filters.years import introduction_years

_Grid = npt.NDArray[np.float64]
"""One row a region, one column a year."""


def coverage_by_year(
    catalog: Catalog, mask: Mask, *, years: range, level: Level, inhabitants: pd.Series
) -> list[pd.DataFrame]:
    """Give for each year: what `coverage` gives of the practices introduced until its end.

    All years are counted in one pass.

    Args:
        catalog: All practices.
        mask: One entry a practice: whether it counts; the ones of unknown date are left out.
        years: Without a gap; what came before the first counts from the first on.
        level: Which regions.
        inhabitants: Their number by region; regions that are missing have no rate.
    """
    names = regions.names_of(level.facet)
    counter = _Counter(catalog, mask, years)
    practices, newest = counter.practices(level.facet), counter.newest(level.facet)
    stated = counter.units(level.facet)
    units = np.where((practices > 0) & (stated == 0), np.nan, stated)
    counties, covered = counter.parts(level, Facet.COUNTY)
    communes, with_practices = counter.parts(level, Facet.COMMUNE)
    people = inhabitants.reindex(names).to_numpy(np.float64)
    return [
        pd.DataFrame(
            {
                "practices": practices[:, at].astype(np.int64),
                "rate": practices[:, at] / people * PER_INHABITANTS,
                "counties": counties,
                "covered": covered[:, at].astype(np.int64),
                "share": covered[:, at] / counties,
                "communes": communes,
                "commune_share": with_practices[:, at] / communes,
                "units": units[:, at],
                "year": newest[:, at],
            },
            index=pd.Index(names, name="region"),
        )
        for at in range(len(years))
    ]


class _Counter:
    """Counts the dated practices of a mask, by region and year, each year with those before."""

    def __init__(self, catalog: Catalog, mask: Mask, years: range) -> None:
        self._catalog = catalog
        introduced = introduction_years(catalog)
        self._mask = mask & (introduced <= years[-1])
        self._at = np.maximum(np.nan_to_num(introduced) - years[0], 0).astype(np.int64)
        self._years = years

    def practices(self, facet: Facet) -> _Grid:
        """Say how many practices."""
        _, region, at = self._pairs(facet)
        return self._count(facet, region, at).cumsum(axis=1)

    def parts(self, level: Level, part: Facet) -> tuple[Rows, _Grid]:
        """Say how many parts each region has, and how many of them have a practice."""
        size = len(regions.names_of(level.facet))
        if regions.DEPTHS[part] < regions.DEPTHS[level.facet]:
            return np.ones(size, dtype=np.int64), np.zeros((size, len(self._years)))
        codes = regions.parent_codes(part, level.facet)
        covered = (self.practices(part) > 0).astype(np.float64)
        return np.bincount(codes, minlength=size), _sums(covered, codes, size)

    def newest(self, facet: Facet) -> _Grid:
        """Give the year of the newest practice, NaN where there is none."""
        _, region, at = self._pairs(facet)
        has_practices = self._count(facet, region, at) > 0
        found = np.where(has_practices, np.array(self._years, dtype=np.float64), -np.inf)
        newest = np.maximum.accumulate(found, axis=1)
        return np.where(np.isfinite(newest), newest, np.nan)

    def units(self, facet: Facet) -> _Grid:
        """Say how many units that practices name."""
        row, region, at = self._pairs(facet)
        table = pd.DataFrame({"region": region, "unit": self._catalog.units[row], "at": at})
        first = table[table["unit"] >= 0].groupby(["region", "unit"])["at"].min().reset_index()
        return self._count(facet, first["region"].to_numpy(), first["at"].to_numpy()).cumsum(axis=1)

    def _pairs(self, facet: Facet) -> tuple[npt.NDArray[np.int64], ...]:
        """Give row, region and year, by position, of each practice in each of its regions."""
        index: FacetIndex = self._catalog.facets[facet]
        region = _positions(index.values, regions.names_of(facet))[index.codes]
        is_counted = self._mask[index.rows] & (region >= 0)
        rows = index.rows[is_counted]
        return rows, region[is_counted], self._at[rows]

    def _count(
        self, facet: Facet, region: npt.NDArray[np.int64], at: npt.NDArray[np.int64]
    ) -> _Grid:
        """Say how many pairs each region has in each year."""
        shape = (len(regions.names_of(facet)), len(self._years))
        found = np.bincount(region * shape[1] + at, minlength=shape[0] * shape[1])
        return found.reshape(shape).astype(np.float64)


def _positions(names: Sequence[str], known: Sequence[str]) -> npt.NDArray[np.int64]:
    """Give the place of each name among the known ones; -1 where it is none of them."""
    at: npt.NDArray[np.int64] = pd.Index(known).get_indexer(pd.Index(names))
    return at


def _sums(grid: _Grid, group: npt.NDArray[np.int64], groups: int) -> _Grid:
    """Give the sum of the rows of each group."""
    sums = np.zeros((groups, grid.shape[1]))
    np.add.at(sums, group, grid)
    return sums
