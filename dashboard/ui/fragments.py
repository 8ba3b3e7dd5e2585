"""Parts of a page that are drawn anew by themselves, with the words for known errors.

Streamlit draws an error of such a part in its place, and the router never hears of it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.locale import texts_in
from dashboard.ui import shell, state
from dashboard.ui.error_words import words_for
from geocoding import GeocodingError

_Parameters = ParamSpec("_Parameters")


def fragment(draw: Callable[_Parameters, None]) -> Callable[_Parameters, None]:
    """A function that draws a part of a page, as one that can be drawn by itself."""

    @wraps(draw)
    def draw_or_explain(*values: _Parameters.args, **named: _Parameters.kwargs) -> None:
        try:
            draw(*values, **named)
        except (DashboardError, GeocodingError) as error:
            texts = texts_in(state.language())
            shell.draw_error(words_for(error, texts), texts)

    return st.fragment(draw_or_explain)
