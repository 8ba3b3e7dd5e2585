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
    longest: int | None = None,
    placeholder: str | None = None,
    on_change: Callable[[], None] | None = None,
) -> str:
    """Draw a field of one line; Streamlit says under it how many characters of how many it has.

    Args:
        label: What it is called.
        key: Its key.
        longest: Characters that its text may have; None for those of LONGEST.
        placeholder: What stands in it while it is empty.
        on_change: Called when its text changes.

    Returns:
        Its text.
    """
    most = LONGEST[key] if longest is None else longest
    text = st.text_input(
        label,
        key=key,
        max_chars=most,
        placeholder=placeholder,
        on_change=on_change,
    )
    return str(text or "")[:most]


def text_in(key: str) -> str:
    """Return what a field holds, without what is too long; empty where it is not drawn."""
    return str(st.session_state.get(key) or "")[: LONGEST[key]]
