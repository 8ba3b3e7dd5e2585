"""What visitors read of an error that was raised on purpose.

The message of an error is for whoever runs the server: it may hold paths, the database's host, and
cells of the table. Visitors read what it means for them, and the server's log has the message.
"""

import logging
from functools import lru_cache
from typing import Final

import streamlit as st

from dashboard.errors import (
    CorrectionError,
    DashboardError,
    EditConflictError,
    EditRefusedError,
    ExportError,
    NoTableError,
    PageError,
    PracticeDataError,
    SettingsError,
    StoreError,
    UploadError,
)
from dashboard.locale import Texts
from geocoding import GeocodingError, TableError
from geocoding.files.atomic_write import means_no_room

_OF_THE_VISITOR: Final = (EditConflictError, EditRefusedError, ExportError, PageError, UploadError)
"""Errors whose messages speak of nothing but what the visitor did or uploaded."""

_WORDS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (NoTableError, "error-no-table"),
    (CorrectionError, "error-saving"),
    (StoreError, "error-store"),
    (SettingsError, "error-settings"),
    (TableError, "error-corrections"),
)


def words_for(error: DashboardError | GeocodingError, texts: Texts) -> str:
    """Return what a visitor reads of an error, without paths, hosts, cells or persons."""
    if isinstance(error, _OF_THE_VISITOR):
        return error.worded(texts)
    log_once(str(error))
    if isinstance(error, PracticeDataError):
        return f"{texts('error-table')}\n{error.without_values(texts)}"
    cause = error.__cause__
    if isinstance(cause, OSError) and means_no_room(cause):
        return texts("error-disk-full")
    return texts(next((name for kind, name in _WORDS if isinstance(error, kind)), "error-other"))


@lru_cache(maxsize=128)
def log_once(message: str) -> None:
    """Put a message into the server's log, not at each run of each visit."""
    logging.getLogger(__name__).warning("%s", message)


def draw_error(message: str, texts: Texts) -> None:
    """Say that the data cannot be shown, why, and what to do."""
    st.error(f"**{texts('error-title')}**\n\n{texts('error-advice')}")
    st.code(message, language=None, wrap_lines=True)


def draw_not_saved(message: str, texts: Texts) -> None:
    """Say that a change was not saved, and why."""
    st.error(f"**{texts('error-not-saved-title')}**\n\n{texts('error-not-saved')}")
    st.code(message, language=None, wrap_lines=True)
