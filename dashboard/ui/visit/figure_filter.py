"""The range of a figure that a visit filters by: what is asked for, and the figure it is of.

What is asked for does not live in widgets, since Streamlit forgets these while a page without them
is shown.
"""

from typing import Final, cast

import streamlit as st

from dashboard.explore.figures.practice_values import FigureRange
from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.ui.visit import figures
from dashboard.views.figures.words import figure_label

_ASKED: Final = "figure-range"


def asked() -> FigureQuery | None:
    """Give the range that the reader asks for; None for no figure."""
    return cast("FigureQuery | None", st.session_state.get(_ASKED))


def ask(query: FigureQuery | None) -> None:
    """Ask for another range."""
    st.session_state[_ASKED] = query


def is_lost(query: FigureQuery | None) -> bool:
    """Say whether a range is of a figure that this visit does not have."""
    return query is not None and figures.find_figure(query.key) is None


def chosen() -> FigureRange | None:
    """Give the range with its figure; None where nothing is left out by it."""
    query = asked()
    figure = figures.find_figure(query.key) if query and query.is_bound else None
    if query is None or figure is None:
        return None
    return FigureRange(figure, figure_label(figure), query.least, query.most)
