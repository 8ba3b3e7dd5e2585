"""The filter by a figure of the practices' units: which figure, from how much to how much."""

from typing import Final

import streamlit as st

from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.explore.filters.filters import FIGURE
from dashboard.locale import Texts
from dashboard.ui.visit import figure_filter, figures, state
from dashboard.views.figures.words import figure_label

_FIGURE: Final = "filter-figure"
_BOUNDS: Final = ("filter-figure-from", "filter-figure-to")


def draw_figure_range(texts: Texts) -> None:
    """Draw the choice of a figure and two bounds, either of which may be open."""
    names = {each.key: figure_label(each) for each in figures.figures()}
    if not names:
        return
    asked = figure_filter.asked()
    st.session_state[_FIGURE] = asked.key if asked and asked.key in names else None
    st.selectbox(
        texts(f"filter-{FIGURE}"),
        list(names),
        index=None,
        format_func=lambda key: names.get(key, key),
        key=_FIGURE,
        placeholder=texts("filter-figure-none"),
        help=texts("filter-figure-help"),
        on_change=_take,
    )
    if asked is None:
        return
    columns = st.columns(2)
    bounds = (asked.least, asked.most)
    for column, key, word, bound in zip(columns, _BOUNDS, ("from", "to"), bounds, strict=True):
        st.session_state[key] = bound
        column.number_input(texts(f"filter-{word}"), key=key, value=None, step=1.0, on_change=_take)
    if asked.least is not None and asked.most is not None and asked.least > asked.most:
        st.warning(texts("filter-range-backwards"))


def _take() -> None:
    """Ask for what the widgets hold."""
    key = st.session_state.get(_FIGURE)
    least, most = (st.session_state.get(each) for each in _BOUNDS)
    asked = figure_filter.asked()
    if asked is None or asked.key != key:
        least = most = None  # the bounds are of another figure
    figure_filter.ask(FigureQuery(key, least, most) if key else None)
    state.publish()
