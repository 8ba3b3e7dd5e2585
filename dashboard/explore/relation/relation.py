"""Practices against a figure, unit by unit: the points, means of groups, how both go together.

What goes together need not cause each other, and a few units say little: `Finding` holds what can
be said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.coverage.levels import Level
from dashboard.explore.figures.figure import Figure
from dashboard.explore.relation.figure_measures import figure_by_region

GROUPS: Final = 4
"""Groups of units, as many in each, by the figure: the lowest fourth, and so on."""

_FEWEST_UNITS: Final = 10
_CHANCE: Final = 1.96
"""Standard errors within which chance alone leads 95 times in 100."""

_STRENGTHS: Final = ((0.5, "strong"), (0.3, "medium"), (0.0, "weak"))


class Direction(StrEnum):
    """How practices and the figure go together."""

    FEW = "few"
    """There are too few units to say."""
    EVEN = "even"
    """All units have the same number of practices, or of the figure."""
    NONE = "none"
    """No more than chance alone would often give."""
    MORE = "more"
    """Units with a higher figure have more practices per inhabitant."""
    LESS = "less"
    """Units with a higher figure have fewer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the points show.

    Attributes:
        direction: How both go together.
        coefficient: Spearman's rank correlation, -1 to 1; NaN where there is none.
        strength: 'weak', 'medium' or 'strong'; empty where there is none.
        units: How many units are compared.
    """

    direction: Direction
    coefficient: float
    strength: str
    units: int


@dataclass(frozen=True, slots=True)
class Group:
    """Units whose figures are near each other.

    Attributes:
        least: The smallest figure in it.
        most: The largest.
        units: How many units it has.
        rate: Mean of their practices per 100,000 inhabitants, each unit counting once.
        with_practice: How many of them have a practice.
    """

    least: float
    most: float
    units: int
    rate: float
    with_practice: int


@dataclass(frozen=True, eq=False)
class Relation:
    """Units of a level with practices and a figure.

    Attributes:
        table: One row a region, indexed as the filter names it: practices, rate (per 100,000
            inhabitants; NaN where these are not known), figure (NaN where it is missing).
        level: Which regions.
        figure: The figure.
    """

    table: pd.DataFrame
    level: Level
    figure: Figure

    @cached_property
    def points(self) -> pd.DataFrame:
        """The regions of which both are known, in the order of the figure."""
        known = self.table[["rate", "figure"]].notna().all(axis="columns")
        return self.table[known].sort_values("figure", kind="stable")

    @property
    def missing(self) -> Sequence[str]:
        """The regions without a figure, as the filter names them."""
        return self.table.index[self.table["figure"].isna()].tolist()

    @cached_property
    def finding(self) -> Finding:
        """What the points show."""
        points, count = self.points, len(self.points)
        if count < _FEWEST_UNITS:
            return Finding(Direction.FEW, float("nan"), "", count)
        ranks = [points[name].rank().to_numpy(np.float64) for name in ("rate", "figure")]
        if min(float(np.ptp(each)) for each in ranks) == 0:
            return Finding(Direction.EVEN, float("nan"), "", count)
        found = float(np.corrcoef(ranks[0], ranks[1])[0, 1])
        if abs(found) < _CHANCE / np.sqrt(count - 1):
            return Finding(Direction.NONE, found, "", count)
        strength = next(word for least, word in _STRENGTHS if abs(found) >= least)
        return Finding(Direction.MORE if found > 0 else Direction.LESS, found, strength, count)

    @cached_property
    def groups(self) -> Sequence[Group]:
        """The points in GROUPS groups by the figure, lowest first; equal figures stay together."""
        points = self.points
        if len(points) < _FEWEST_UNITS:
            return ()
        edges = np.quantile(points["figure"], np.linspace(0, 1, GROUPS + 1))[1:-1]
        places = np.searchsorted(edges, points["figure"].to_numpy(np.float64), side="left")
        return tuple(_group(points[places == place]) for place in np.unique(places))


def relate_to_figure(coverage: pd.DataFrame, level: Level, figure: Figure) -> Relation:
    """Put the practices of regions in relation to a figure.

    Args:
        coverage: What each region has of the practices, as `coverage` gives it.
        level: Which regions.
        figure: The figure, completed with its sums.
    """
    table = coverage[["practices", "rate"]].copy()
    table["figure"] = figure_by_region(figure, level).reindex(table.index)
    return Relation(table, level, figure)


def _group(points: pd.DataFrame) -> Group:
    """Make a group of its points."""
    practices = points["practices"].to_numpy(np.float64)
    figures = points["figure"].to_numpy(np.float64)
    return Group(
        least=float(figures.min()),
        most=float(figures.max()),
        units=len(points),
        rate=float(points["rate"].mean()),
        with_practice=int(np.count_nonzero(practices)),
    )
