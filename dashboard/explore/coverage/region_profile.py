"""One region by itself: its newest practices, and the themes that most of them are about."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.catalog.plausible import plausible_dates
from dashboard.explore.counts.summary import UNKNOWN, counts
from dashboard.explore.coverage.levels import Level

NEWEST: Final = 4
"""How many practices are named."""

THEMES: Final = 3
"""How many themes are named."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a region has.

    Attributes:
        newest: Rows of the catalogue, the newest first, those of unknown date last.
        themes: (theme, number of practices), the most frequent first.
    """

    newest: list[int]
    themes: list[tuple[str, int]]


def profile(catalog: Catalog, mask: Mask, *, level: Level, region: str) -> Profile:
    """Give the newest practices and the most frequent themes of a region.

    Args:
        catalog: All practices.
        mask: One entry a practice: whether it counts.
        level: Which kind of region it is.
        region: As the filter names it.
    """
    inside = mask & catalog.facets[level.facet].mask((region,))
    rows = pd.Series(np.flatnonzero(inside))
    stated = catalog.practices["introduced"].iloc[rows].reset_index(drop=True)
    days = plausible_dates(stated, catalog.today)
    order = days.sort_values(ascending=False, na_position="last", kind="stable").index
    themes = counts(catalog.facets[Facet.SECTION], inside).drop(UNKNOWN)
    themes = themes[themes > 0].sort_values(ascending=False, kind="stable")
    return Profile(
        newest=[int(row) for row in rows.iloc[order[:NEWEST]]],
        themes=[(str(name), int(count)) for name, count in themes.head(THEMES).items()],
    )
