"""What a visitor sees of an error that nobody caught, and what the log says of it."""

import hashlib
import logging
from typing import Final

import streamlit as st

from dashboard.errors import DashboardError, trace_of
from dashboard.locale import message, texts_in
from dashboard.ui.error_words import draw_error, words_for
from dashboard.ui.visit import state
from geocoding import GeocodingError

_LOG: Final = logging.getLogger(__name__)
_NUMBERS: Final = 1_000_000


def draw_fault(error: Exception) -> bool:
    """Draw what is known of an error that a page, a part of it or a button's function raised.

    Streamlit calls this in the place where the error came up, see `on_script_error` of
    `streamlit.App`.

    Returns:
        True: Streamlit itself has nothing more to show.
    """
    texts = texts_in(state.language())
    if isinstance(error, (DashboardError, GeocodingError)):
        draw_error(words_for(error, texts), texts)
        return True
    number = fault_number(error)
    _LOG.error("%s", message("log-fault", number=number), exc_info=error)
    st.error(f"**{texts('error-unexpected-title')}**\n\n{texts('error-unexpected', number=number)}")
    return True


def fault_number(error: Exception) -> str:
    """Return six digits that are the same whenever an error comes up in the same place."""
    digest = hashlib.sha256(trace_of(error).encode()).digest()
    return f"{int.from_bytes(digest[:8], 'big') % _NUMBERS:06d}"
