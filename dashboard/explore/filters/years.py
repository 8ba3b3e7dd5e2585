"""Years in which practices were introduced; a practice of unknown date is in none of them."""

import numpy as np
import numpy.typing as npt

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask


def years_of(catalog: Catalog) -> range:
    """Give from the first year with a practice to the last one; empty where none is known."""
    known = introduction_years(catalog)
    known = known[np.isfinite(known)]
    return range(int(known.min()), int(known.max()) + 1) if known.size else range(0)


def introduction_years(catalog: Catalog) -> npt.NDArray[np.float64]:
    """Give one entry a practice: the year of its introduction, NaN where it is not known."""
    index = catalog.facets[Facet.YEAR]
    years = np.full(len(catalog), np.nan)
    years[index.rows] = np.array([float(year) for year in index.values])[index.codes]
    return years


def introduced_within(catalog: Catalog, first: int | None, last: int | None) -> Mask:
    """Give one entry a practice: whether it is known to be introduced in a range of years.

    Args:
        catalog: All practices.
        first: The first year; None for no bound.
        last: The last year; None for no bound.
    """
    years = introduction_years(catalog)
    least, most = -np.inf if first is None else first, np.inf if last is None else last
    is_inside: Mask = (years >= least) & (years <= most)
    return is_inside


def introduced_by(catalog: Catalog, year: int) -> Mask:
    """Give one entry a practice: whether it is known to be introduced in the year or before."""
    return introduced_within(catalog, None, year)
