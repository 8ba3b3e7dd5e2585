"""Regions ranked by one measure, each in a class of its values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog.facets import Mask
from dashboard.explore.coverage.classes import Breaks, Class, classify, place_in, stretched
from dashboard.explore.coverage.coverage import Level, Measure, Question

ZERO: Final = "zero"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What the shades and the lengths of the bars mean.

    Attributes:
        classes: Of what is known and not zero, lowest first.
        start: The value of a bar without any length.
        full: The value of the longest bar.
        max_year: The last year that counts; the classes are then those of the newest year, so that
            the years compare. None where everything counts.
    """

    classes: Sequence[Class]
    start: float
    full: float
    max_year: int | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The regions of one level by one measure.

    Attributes:
        table: As `coverage` gives it, sorted: the highest first, the unknown last.
        level: Which regions.
        measure: What is measured.
        scale: What the shades mean.
        kinds: Of each row: the shade of its class, ZERO or UNKNOWN.
    """

    table: pd.DataFrame
    level: Level
    measure: Measure
    scale: Scale
    kinds: Sequence[str]

    def lengths(self) -> list[float]:
        """Give the length of each region's bar, 0 to 1."""
        numbers = self.table[self.measure.column].to_numpy(np.float64)
        length = max(self.scale.full - self.scale.start, 1e-9)
        lengths = np.nan_to_num((numbers - self.scale.start) / length)
        return [float(each) for each in np.clip(lengths, 0, 1)]

    def with_practices(self) -> "Ranking":
        """Give the same ranking without the regions that have no practice."""
        has_any = (self.table["practices"] > 0).tolist()
        kinds = [kind for kind, has in zip(self.kinds, has_any, strict=True) if has]
        return replace(self, table=self.table[has_any], kinds=kinds)


def rank(table: pd.DataFrame, question: Question) -> Ranking:
    """Rank the regions of a table, as `coverage` gives it, in classes of their own values."""
    return rank_by(own_scale(table, question.measure, question.breaks), table, question)


def rank_by(scale: Scale, table: pd.DataFrame, question: Question) -> Ranking:
    """Rank the regions of a table, as `coverage` gives it, in the classes of a scale.

    A region without practices is ZERO whatever is measured; one whose measure cannot be known
    is UNKNOWN; neither is in a class.
    """
    measure = question.measure
    by = [measure.column, "practices"]
    table = table.sort_values(by, ascending=False, na_position="last", kind="stable")
    numbers = table[measure.column].to_numpy(np.float64)
    has_none = _has_none(table, measure)
    known = np.isfinite(numbers) & ~has_none
    kinds = np.where(has_none, ZERO, UNKNOWN).astype(object)
    at = place_in(numbers[known], scale.classes)
    kinds[known] = [str(scale.classes[each].shade) for each in at]
    return Ranking(table, question.level, measure, scale, kinds.tolist())


def own_scale(table: pd.DataFrame, measure: Measure, breaks: Breaks) -> Scale:
    """Give the scale of a table's own values; years begin a little before the first."""
    numbers = _known(table, measure)
    start = numbers.min(initial=np.inf) - 1 if measure is Measure.YEAR and numbers.size else 0
    classes, _ = classify(numbers, breaks)
    return Scale(classes=classes, start=float(start), full=float(numbers.max(initial=0)))


def scale_up_to(max_year: int, last: pd.DataFrame, years: range, question: Question) -> Scale:
    """Give the scale of a table of the newest year, without gaps, for one of the years before."""
    measure, scale = question.measure, own_scale(last, question.measure, question.breaks)
    least = years[0] if measure is Measure.YEAR else int(measure.is_whole)
    classes = stretched(scale.classes, start=least, step=int(measure.is_whole))
    start = years[0] - 1 if measure is Measure.YEAR else 0
    return Scale(classes=classes, start=start, full=scale.full, max_year=max_year)


def _has_none(table: pd.DataFrame, measure: Measure) -> Mask:
    """Say of each region whether it has nothing, whatever is measured."""
    none: Mask = ((table["practices"] == 0) | (table[measure.column] == 0)).to_numpy()
    return none


def _known(table: pd.DataFrame, measure: Measure) -> npt.NDArray[np.float64]:
    """Give the values of the regions that have something and state it."""
    numbers = table[measure.column].to_numpy(np.float64)
    known: npt.NDArray[np.float64] = numbers[np.isfinite(numbers) & ~_has_none(table, measure)]
    return known
