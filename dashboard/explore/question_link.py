"""What is asked of the regions, as the address bar holds it.

`?miara=na100tys&poziom=woj&klasy=natural&punkty=1&doroku=2012`
"""

import re
from enum import StrEnum
from typing import Final, TypeVar

from dashboard.explore.classes import Breaks
from dashboard.explore.coverage import MEASURES, Level, Measure, Question, level_shown
from dashboard.explore.filters import Filters
from dashboard.explore.links import Query

MEASURE: Final = "miara"
LEVEL: Final = "poziom"
BREAKS: Final = "klasy"
POINTS: Final = "punkty"
UNTIL: Final = "doroku"
_YEAR: Final = re.compile(r"[12][0-9]{3}")
ON: Final = "1"
"""What a parameter that is switched on says."""

_Option = TypeVar("_Option", bound=StrEnum)


def read_question(query: Query, filters: Filters) -> tuple[Question, tuple[tuple[str, str], ...]]:
    """What the address asks; what it leaves open follows from the filters.

    Returns:
        The question, and (name, value) of what could not be used.
    """
    ignored: list[tuple[str, str]] = []
    level = level_shown(_option(query, LEVEL, Level, ignored), filters)
    measure = _option(query, MEASURE, Measure, ignored) or Measure.PRACTICES
    question = Question(
        level=level,
        measure=measure if measure in MEASURES[level] else Measure.PRACTICES,
        breaks=_option(query, BREAKS, Breaks, ignored) or Breaks.NATURAL,
        has_points=_last(query, POINTS) == ON,
        until=_year(query, UNTIL, ignored),
    )
    return question, tuple(ignored)


def _last(query: Query, name: str) -> str:
    """The last value of a parameter; empty where there is none."""
    values = query.get(name, ())
    return values[-1] if values else ""


def _option(
    query: Query, name: str, options: type[_Option], ignored: list[tuple[str, str]]
) -> _Option | None:
    """The option that a parameter asks for; one that is none is put with the ignored."""
    text = _last(query, name)
    if text in list(options):
        return options(text)
    if text:
        ignored.append((name, text))
    return None


def _year(query: Query, name: str, ignored: list[tuple[str, str]]) -> int | None:
    """The year that a parameter asks for; what is none is put with the ignored."""
    text = _last(query, name)
    if _YEAR.fullmatch(text):
        return int(text)
    if text:
        ignored.append((name, text))
    return None
