"""What the address asks of the page about regional coverage."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

import streamlit as st

from dashboard.explore.classes import Breaks
from dashboard.explore.coverage import MEASURES, Level, Measure, Question, level_shown
from dashboard.ui import names, state

ON: Final = "1"
"""What a parameter that is switched on says."""

_Option = TypeVar("_Option", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks this page for.

    Attributes:
        question: What is compared, and how.
        presenting: Whether a room is to read the page.
        ignored: (name, value) of what could not be used.
    """

    question: Question
    presenting: bool
    ignored: tuple[tuple[str, str], ...]


def read_asked() -> Asked:
    """What the address asks for; what it leaves open follows from the filters."""
    ignored: list[tuple[str, str]] = []
    level = level_shown(_option(names.LEVEL, Level, ignored), state.filters())
    measure = _option(names.MEASURE, Measure, ignored) or Measure.PRACTICES
    question = Question(
        level=level,
        measure=measure if measure in MEASURES[level] else Measure.PRACTICES,
        breaks=_option(names.BREAKS, Breaks, ignored) or Breaks.NATURAL,
        has_points=st.query_params.get(names.POINTS, "") == ON,
    )
    return Asked(question, is_presenting(), tuple(ignored))


def is_presenting() -> bool:
    """Whether a room is to read the page."""
    return st.query_params.get(names.PRESENTATION, "") == ON


def _option(name: str, options: type[_Option], ignored: list[tuple[str, str]]) -> _Option | None:
    """The option that a parameter asks for; one that is none is put with the ignored."""
    text = st.query_params.get(name, "")
    if text in list(options):
        return options(text)
    if text:
        ignored.append((name, text))
    return None
