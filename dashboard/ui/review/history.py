"""The edits of corrections, the latest first, each with the button that takes it back."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.locale import Texts
from dashboard.practices.edits import Edit
from dashboard.ui.error_words import draw_error, words_for
from dashboard.ui.review import corrections, review_values
from dashboard.views.quality.history import edit_html
from geocoding import GeocodingError
from geocoding.overrides import Override

_LATEST: Final = 20
_OUTCOME: Final = "history-outcome"
_DONE: Final = "done"


def draw_place_history(place_id: str, texts: Texts) -> None:
    """Draw all edits of a place; nothing where there are none."""
    edits = [each for each in _edits(texts) if each.place == place_id]
    if edits:
        st.html(f'<h3 class="mp-subsection">{texts("history")}</h3>')
        _draw(edits, texts, has_places=False)


def draw_latest(texts: Texts) -> None:
    """Draw the latest edits of all places behind a button; nothing where there are none."""
    edits = _edits(texts)[-_LATEST:]
    if edits:
        with st.expander(texts("history-latest")):
            _draw(edits, texts, has_places=True)


def _edits(texts: Texts) -> Sequence[Edit]:
    """Return the edits, the oldest first; where they cannot be read, that is said."""
    try:
        return corrections.edits()
    except DashboardError as error:  # everything else on the page is there
        draw_error(words_for(error, texts), texts)
        return ()


def _draw(edits: Sequence[Edit], texts: Texts, *, has_places: bool) -> None:
    """Draw the edits, and what came of the last one that was taken back."""
    saves = corrections.is_persistent()
    with st.container(key="historia"):
        for edit in reversed(edits):
            with st.container(key=f"edit-{edit.id}", horizontal=True, vertical_alignment="center"):
                name = f"<strong>{texts('history-place', place=edit.place)}</strong>"
                st.html(f"{name if has_places else ''}{edit_html(edit, texts)}", width="stretch")
                if saves:
                    st.button(
                        texts("history-take-back"),
                        key=f"take-back-{edit.id}",
                        on_click=partial(_take_back, edit, corrections.saved_at(edit.place)),
                    )
    outcome = st.session_state.pop(_OUTCOME, None)
    if outcome == _DONE:
        review_values.fill_anew()
        review_values.announce_done("undo")
        st.rerun()
    elif outcome is not None:
        st.html(f'<p class="mp-refused" role="alert">{texts("history-refused")}</p>')
        st.code(words_for(outcome, texts), language=None, wrap_lines=True)


def _take_back(edit: Edit, seen: Override | None) -> None:
    """Take an edit back, and keep what came of it for the drawing."""
    st.session_state[_OUTCOME] = _DONE
    try:
        corrections.take_back(edit, seen=seen)
    except (DashboardError, GeocodingError) as error:
        st.session_state[_OUTCOME] = error
