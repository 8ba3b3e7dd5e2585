"""What the address asks of the page about regional coverage."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from dashboard.explore import question_link
from dashboard.explore.coverage import Question
from dashboard.ui import names, state

ON: Final = question_link.ON


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
    question, ignored = question_link.read_question(state.query(), state.filters())
    return Asked(question, is_presenting(), ignored)


def is_presenting() -> bool:
    """Whether a room is to read the page."""
    return st.query_params.get(names.PRESENTATION, "") == ON
