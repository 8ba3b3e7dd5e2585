"""The figures that a visit can use: those that were added for all, and the visitor's own."""

from dataclasses import replace
from typing import Final, cast

import streamlit as st

from dashboard.explore.figures.added import added_figures, whole_figure
from dashboard.explore.figures.figure import Figure
from dashboard.explore.figures.reading import FigureResult
from dashboard.ui.visit.browser import current_browser
from dashboard.ui.visit.uploaded_data import UPLOADED, Uploaded
from geocoding.added import cached_with_added

_OWN: Final = "own-figures"


@cached_with_added
def _added() -> tuple[Figure, ...]:
    """Return the added figures with their sums."""
    return tuple(map(whole_figure, added_figures()))


def own_results() -> dict[str, FigureResult]:
    """Return what the visitor's files gave, by the key of the figure, which has its sums."""
    if _OWN not in st.session_state:
        stored = UPLOADED.get(current_browser(), Uploaded.FIGURES)
        st.session_state[_OWN] = stored or {}
    return cast("dict[str, FigureResult]", st.session_state[_OWN])


def figures() -> tuple[Figure, ...]:
    """Return all figures of this visit with their sums, the visitor's own first."""
    return (*(each.figure for each in own_results().values()), *_added())


def find_figure(key: str) -> Figure | None:
    """Return the figure with a key; None where this visit has none."""
    return next((each for each in figures() if each.key == key), None)


def put_own(result: FigureResult) -> Figure:
    """Store a figure as the visitor's own and with its sums, for the browser's next visits, too."""
    own = whole_figure(replace(result.figure, is_own=True))
    _put(own_results() | {own.key: replace(result, figure=own)})
    return own


def forget_own(key: str) -> None:
    """Forget a figure of the visitor's."""
    _put({name: each for name, each in own_results().items() if name != key})


def _put(results: dict[str, FigureResult]) -> None:
    st.session_state[_OWN] = results
    UPLOADED.put(current_browser(), Uploaded.FIGURES, results or None)
