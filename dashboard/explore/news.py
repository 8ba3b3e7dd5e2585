"""Which practices are new or changed since a day, the latest first."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask

DAYS: Final = 30
"""What is new means so many days where nobody names a day."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened to a practice since a day.

    Attributes:
        row: Its position in the catalogue.
        is_new: Whether it was added since; else it was changed.
        day: When it was last added or changed.
    """

    row: int
    is_new: bool
    day: dt.date


def news_since(catalog: Catalog, shown: Mask, since: dt.date) -> list[News]:
    """Return what happened since a day, the latest first.

    Args:
        catalog: The practices.
        shown: One entry a practice: whether it counts.
        since: The first day that counts.
    """
    rows = np.flatnonzero(shown & catalog.dates.is_since(since))
    days = catalog.dates.latest[rows]
    order = np.lexsort((rows, -days.astype(np.int64)))
    is_added = catalog.dates.is_added_since(since)
    return [
        News(row, bool(is_added[row]), day)
        for row, day in zip(rows[order].tolist(), days[order].tolist(), strict=True)
    ]


def count_since(catalog: Catalog, shown: Mask, since: dt.date) -> tuple[int, int]:
    """Return how many of the shown practices were added since a day, and how many changed."""
    added = shown & catalog.dates.is_added_since(since)
    changed = shown & catalog.dates.is_since(since) & ~added
    return int(np.count_nonzero(added)), int(np.count_nonzero(changed))
