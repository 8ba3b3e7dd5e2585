"""The order in which the filtered practices are listed."""

from enum import StrEnum

import numpy as np

from dashboard.explore.catalog.facets import Rows
from dashboard.explore.filters.filters import Selection
from geocoding.distance import Floats


class Order(StrEnum):
    """How the list is ordered; the value is the word in the address bar."""

    NUMBER = "numer"
    DISTANCE = "odleglosc"
    LIKENESS = "podobienstwo"
    RELEVANCE = "trafnosc"


def ordered_rows(selection: Selection, ranks: Floats | None) -> Rows:
    """Give the positions of the practices that passed, the lowest rank first.

    Args:
        selection: What the filters leave.
        ranks: One entry a practice, NaN last; None keeps the catalogue's order.
    """
    rows = selection.rows
    return rows if ranks is None else rows[np.argsort(ranks[rows], kind="stable")]
