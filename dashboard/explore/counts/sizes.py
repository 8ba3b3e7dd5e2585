"""Size classes of units by their number of inhabitants, as Polish statistics use them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dashboard.explore.catalog.facets import FacetIndex


@dataclass(frozen=True, slots=True)
class SizeClass:
    """One class.

    Attributes:
        key: Short and stable.
        least: Least number of inhabitants.
        most: Greatest number of inhabitants; None for no bound.
    """

    key: str
    least: int
    most: int | None


SIZE_CLASSES: Final = (
    SizeClass("below-5", 0, 4_999),
    SizeClass("5-10", 5_000, 9_999),
    SizeClass("10-20", 10_000, 19_999),
    SizeClass("20-50", 20_000, 49_999),
    SizeClass("50-100", 50_000, 99_999),
    SizeClass("100-200", 100_000, 199_999),
    SizeClass("from-200", 200_000, None),
)
"""From the smallest to the largest.

Source: the size groups of towns in the yearbooks of Statistics Poland (GUS), with those below
5,000 inhabitants taken together; used for every kind of unit here.
"""

_BY_KEY: Final = {each.key: each for each in SIZE_CLASSES}


def size_class(key: str) -> SizeClass:
    """Give the class with a key."""
    return _BY_KEY[key]


def size_index(population: npt.NDArray[np.float64]) -> FacetIndex:
    """Say which unit is in which class, every class listed.

    Args:
        population: One entry a practice, NaN where unknown.
    """
    known = ~np.isnan(population)
    rows = np.flatnonzero(known).astype(np.int64)
    least = np.array([each.least for each in SIZE_CLASSES])
    codes = np.searchsorted(least, population[rows], side="right").astype(np.int64) - 1
    return FacetIndex(values=tuple(_BY_KEY), rows=rows, codes=codes, known=known)
