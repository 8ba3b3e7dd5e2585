"""Requests to the page of one visit: to move the map, and to move the keyboard focus.

Each request has a number, so that the page can tell a new one from one that it has carried out.
"""

from typing import Final, cast

import streamlit as st

_MAP_MOVES: Final = "map-moves"
_FOCUS: Final = "focus-asked"


def request_map_move() -> None:
    """Ask the map to move to the selected practice."""
    st.session_state[_MAP_MOVES] = map_move_count() + 1


def map_move_count() -> int:
    """Return how often the map was asked to move."""
    return int(st.session_state.get(_MAP_MOVES, 0))


def request_focus(target: str) -> None:
    """Ask for the focus to go to the element with this id when the page is drawn next."""
    st.session_state[_FOCUS] = (target, requested_focus()[1] + 1)


def requested_focus() -> tuple[str, int]:
    """Return the id of the element that the focus is to go to, and how often a focus was asked."""
    return cast("tuple[str, int]", st.session_state.get(_FOCUS, ("", 0)))
