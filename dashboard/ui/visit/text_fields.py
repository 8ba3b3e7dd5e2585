"""The fields that a reader types text into: how long a text may be, and what they hold.

A browser lets nobody type more, but a program that speaks to the server as a browser does can send
any text. So what is read is cut to the same length.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import streamlit as st

from dashboard.ui.visit import widget_keys
from dashboard.url import LONGEST_TEXT
from geocoding.overrides import LONGEST_REASON
from geocoding.text.lengths import LONGEST_LINE

LONGEST: Final[Mapping[str, int]] = MappingProxyType(
    {
        widget_keys.SEARCH: LONGEST_TEXT,
        widget_keys.HOME_PLACE: LONGEST_TEXT,
        widget_keys.REVIEW_WORDS: LONGEST_LINE,
        widget_keys.REVIEW_REASON: LONGEST_REASON,
        widget_keys.REMOVAL_REASON: LONGEST_REASON,
    }
)
"""For each field, by its key: the characters that its text may have."""


def draw_text_field(
    label: str,
    key: str,
    *,
    placeholder: str | None = None,
    on_change: Callable[[], None] | None = None,
) -> None:
    """Draw a field of one line; Streamlit says under it how many characters of how many it has."""
    st.text_input(
        label,
        key=key,
        max_chars=LONGEST[key],
        placeholder=placeholder,
        on_change=on_change,
    )


def text_in(key: str) -> str:
    """Return what a field holds, without what is too long; empty where it is not drawn."""
    return str(st.session_state.get(key) or "")[: LONGEST[key]]
