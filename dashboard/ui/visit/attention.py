"""Where the reader's attention is led: moves of the map's view and of the keyboard focus.

Each is counted, so that the page can tell a new wish from one that it has fulfilled.
"""

from typing import Final, cast

import streamlit as st

_MOVES: Final = "map-moves"
_FOCUS: Final = "focus-asked"


def move_map() -> None:
    """Ask the map to move to the selected practice."""
    st.session_state[_MOVES] = moves() + 1


def moves() -> int:
    """Return how often the map was asked to move."""
    return int(st.session_state.get(_MOVES, 0))


def ask_focus(target: str) -> None:
    """Ask for the focus to go to the element with this id with the next drawing of the page."""
    st.session_state[_FOCUS] = (target, focus()[1] + 1)


def focus() -> tuple[str, int]:
    """Return where the focus is to go, and how often that was asked."""
    return cast("tuple[str, int]", st.session_state.get(_FOCUS, ("", 0)))
