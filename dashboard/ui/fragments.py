"""Parts of a page that a click draws anew alone, and what leads back to a run of the whole page.

Such a part goes on showing what the last run of the whole page read. Once it is drawn, so that no
press in it is lost, it asks whether that is the newest; where it is not, or where something could
not be read, the whole page runs, and the router says what is wrong.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.locale import texts_in
from dashboard.ui.error_words import draw_error, words_for
from dashboard.ui.streamlit_private import runs_fragment_alone
from dashboard.ui.visit import state
from geocoding import GeocodingError


class Shown(Protocol):
    """What a part of a page shows."""

    def is_current(self) -> bool:
        """Say whether it is the newest."""


_Shown = TypeVar("_Shown", bound=Shown)
_Rest = ParamSpec("_Rest")


def drawn_alone(
    draw: Callable[Concatenate[_Shown, _Rest], None],
) -> Callable[Concatenate[_Shown, _Rest], None]:
    """Make a part of a page a fragment of Streamlit's.

    Args:
        draw: Draws the part; its first argument is what it shows.
    """

    @wraps(draw)
    def drawn(shown: _Shown, *args: _Rest.args, **others: _Rest.kwargs) -> None:
        if not runs_fragment_alone():
            try:
                draw(shown, *args, **others)
            except (DashboardError, GeocodingError) as error:  # Streamlit would draw it here itself
                texts = texts_in(state.language())
                draw_error(words_for(error, texts), texts)
            return
        try:
            draw(shown, *args, **others)
            is_current = shown.is_current()
        except (DashboardError, GeocodingError):  # the run of the whole page meets it and says so
            is_current = False
        if not is_current:
            st.rerun(scope="app")

    return cast("Callable[Concatenate[_Shown, _Rest], None]", st.fragment(drawn))
