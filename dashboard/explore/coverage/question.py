"""The question that is asked of regions: of which, by what, in which classes, until when."""

from dataclasses import dataclass

from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the regions.

    Attributes:
        level: Which regions are compared.
        measure: By what: the key of a `Measure`.
        breaks: How its values are parted into classes.
        limits: The largest value of each class but the last, as values are written (a share in
            percent), where the classes are made by hand; ascending.
        has_points: Whether the practices are drawn as dots.
        second: Key of a second measure, by which the shades are of two colours; empty for none.
        max_year: The last year that counts: what was introduced later, or on a day that is not
            known, is left out; None where everything counts.
    """

    level: Level = Level.VOIVODESHIP
    measure: str = PracticeMeasure.PRACTICES.value
    breaks: Breaks = Breaks.NATURAL
    limits: tuple[float, ...] = ()
    has_points: bool = False
    second: str = ""
    max_year: int | None = None
