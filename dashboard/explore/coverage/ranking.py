"""Regions ranked by one measure, each in a class of its values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.coverage.classes import (
    UNKNOWN,
    ZERO,
    Breaks,
    Class,
    classify,
    classify_by,
    place_in,
    stretched,
)
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import (
    Measure,
    MeasureSource,
    PracticeMeasure,
    ValueFormat,
    measures_of,
)
from dashboard.explore.coverage.question import Question
from dashboard.explore.coverage.two_classes import TwoClasses, two_classes
from geocoding.distance import Floats

_PERCENT: Final = 100.0


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
        measure: What they are ranked by.
        measures: All that is measured of them, by its key.
        scale: What the shades mean.
        kinds: Of each row: the shade of its class, ZERO or UNKNOWN; where there are two measures,
            as TwoClasses has them.
        two: The classes of two measures; None where there is one.
    """

    table: pd.DataFrame
    level: Level
    measure: Measure
    measures: Mapping[str, Measure]
    scale: Scale
    kinds: Sequence[str]
    two: TwoClasses | None = None

    def lengths(self) -> list[float]:
        """Give the length of each region's bar, 0 to 1."""
        numbers = self.measure.of(self.table)
        length = max(self.scale.full - self.scale.start, 1e-9)
        lengths = np.nan_to_num((numbers - self.scale.start) / length)
        return [float(each) for each in np.clip(lengths, 0, 1)]

    def first(self, count: int, *, also: Collection[str] = ()) -> "Ranking":
        """Give the same ranking of the first regions alone, and of some others."""
        at = [
            number
            for number, region in enumerate(self.table.index)
            if number < count or region in also
        ]
        return replace(self, table=self.table.iloc[at], kinds=[self.kinds[each] for each in at])

    def with_practices(self) -> "Ranking":
        """Give the same ranking without the regions that have no practice."""
        has_any = (self.table["practices"] > 0).tolist()
        kinds = [kind for kind, has in zip(self.kinds, has_any, strict=True) if has]
        return replace(self, table=self.table[has_any], kinds=kinds)


def rank(table: pd.DataFrame, question: Question, sources: Sequence[MeasureSource] = ()) -> Ranking:
    """Rank the regions of a table, as `coverage` gives it, in classes of their own values.

    Args:
        table: What each region has.
        question: What is asked of them.
        sources: Further data that they may be compared by.
    """
    return rank_by(None, table, question, sources)


def rank_by(
    scale: Scale | None,
    table: pd.DataFrame,
    question: Question,
    sources: Sequence[MeasureSource] = (),
) -> Ranking:
    """Rank the regions of a table, as `coverage` gives it, in the classes of a scale.

    A region that has nothing of what is measured is ZERO; one whose measure cannot be known is
    UNKNOWN; neither is in a class.

    Args:
        scale: What the shades mean; None for classes of the table's own values.
        table: What each region has.
        question: What is asked of them.
        sources: Further data that they may be compared by.
    """
    measures = measures_of(table, question.level, sources)
    measure = _asked(measures, question)
    scale = scale or own_scale(table, measure, question)
    table = _sorted(table, measure)
    numbers, has_none = measure.of(table), measure.has_nothing(table)
    known = np.isfinite(numbers) & ~has_none
    kinds = np.where(has_none, ZERO, UNKNOWN).astype(object)
    at = place_in(numbers[known], scale.classes)
    kinds[known] = [str(scale.classes[each].shade) for each in at]
    ranking = Ranking(table, question.level, measure, measures, scale, kinds.tolist())
    second = measures.get(question.second)
    if second is None or second.key == measure.key:
        return ranking
    two = two_classes(numbers, second.of(table), second)
    return replace(ranking, two=two, kinds=two.kinds)


def own_scale(table: pd.DataFrame, measure: Measure, question: Question) -> Scale:
    """Give the scale of a table's own values; years begin a little before the first."""
    numbers = _known(table, measure)
    is_year = measure.format is ValueFormat.YEAR and numbers.size
    start = numbers.min() - 1 if is_year else min(0, numbers.min(initial=0))
    classes = _classes(numbers, measure, question)
    return Scale(classes=classes, start=float(start), full=float(numbers.max(initial=0)))


def scale_up_to(
    max_year: int,
    last: pd.DataFrame,
    years: range,
    question: Question,
    sources: Sequence[MeasureSource] = (),
) -> Scale:
    """Give the scale of a table of the newest year, without gaps, for one of the years before.

    Args:
        max_year: The one year.
        last: What each region had in the newest year.
        years: All of them.
        question: What is asked of the regions.
        sources: Further data that they may be compared by.
    """
    measure = _asked(measures_of(last, question.level, sources), question)
    scale = own_scale(last, measure, question)
    if not measure.is_of_practices:
        return replace(scale, max_year=max_year)
    is_whole, is_year = measure.format.is_whole, measure.format is ValueFormat.YEAR
    least = years[0] if is_year else int(is_whole)
    classes = stretched(scale.classes, start=least, step=int(is_whole))
    start = years[0] - 1 if is_year else 0
    return Scale(classes=classes, start=start, full=scale.full, max_year=max_year)


def _classes(numbers: Floats, measure: Measure, question: Question) -> list[Class]:
    """Give the classes of values: those of the reader's limits, where there are any."""
    if question.breaks is Breaks.MANUAL and question.limits:
        part = _PERCENT if measure.format is ValueFormat.SHARE else 1.0
        limits = [limit / part for limit in question.limits]
        return classify_by(numbers, limits, step=int(measure.format.is_whole))
    return classify(numbers, question.breaks)[0]


def _asked(measures: Mapping[str, Measure], question: Question) -> Measure:
    """Give the measure that is asked for; the practices where it has no value on this level."""
    return measures.get(question.measure, measures[PracticeMeasure.PRACTICES])


def _sorted(table: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Give the regions with much of a measure first, those with many practices before others."""
    numbers = np.nan_to_num(measure.of(table), nan=-np.inf)
    practices = table["practices"].to_numpy()
    return table.iloc[np.lexsort((-practices, -numbers))]


def _known(table: pd.DataFrame, measure: Measure) -> Floats:
    """Give the values of the regions that have something and state it."""
    numbers = measure.of(table)
    known: Floats = numbers[np.isfinite(numbers) & ~measure.has_nothing(table)]
    return known
