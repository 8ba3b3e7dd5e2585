"""Corrections of positions in a visit: saved where the dashboard runs, or kept for download."""

from html import escape
from typing import Final, cast

import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.explore.review import idle_corrections
from dashboard.locale import Texts
from dashboard.practices import table_path
from dashboard.practices.corrections import (
    corrections_csv,
    corrections_path,
    is_editing,
    save_correction,
    with_correction,
)
from dashboard.ui import data
from geocoding.overrides import Override, load_overrides

_KEPT: Final = "corrections"


def saves() -> bool:
    """Whether a correction goes to the file beside the table rather than to a download."""
    return is_editing() and data.dataset() is data.Dataset.TABLE


def put(correction: Override) -> None:
    """Save a correction, or keep it for the rest of the visit.

    Raises:
        DashboardError: It cannot be saved.
        GeocodingError: The file holds rows that are not as they should be.
    """
    if saves():
        save_correction(correction, corrections_path(table_path()))
    else:
        st.session_state[_key()] = with_correction(kept(), correction)


def kept() -> list[Override]:
    """The corrections that this visit made to the practices that it shows, not saved yet."""
    return cast("list[Override]", st.session_state.get(_key(), []))


def kept_for(place_id: str) -> Override | None:
    """The correction that this visit made to a place."""
    return next((each for each in kept() if each.id == place_id), None)


def draw_idle(catalog: Catalog, texts: Texts) -> None:
    """Name the saved corrections that change nothing, since their place is not there any more."""
    idle = idle_corrections(catalog, _saved())
    if idle:
        names = ", ".join(escape(each.id) for each in idle)
        st.html(f'<p class="mp-idle">{texts("correction-idle", count=len(idle))} {names}</p>')


def draw_corrections(texts: Texts) -> None:
    """Say where corrections go; offer those of this visit as a file, with the earlier ones."""
    if saves():
        st.html(f'<p class="mp-note">{texts("correction-editing")}</p>')
    count = len(kept())
    if not count:
        return
    with st.container(key="poprawki", horizontal=True, vertical_alignment="center"):
        st.html(f'<p role="status">{texts("correction-kept", count=count)}</p>')
        st.download_button(
            texts("correction-download"),
            data=_file(),
            file_name="overrides.csv",
            mime="text/csv",
            key="correction-download",
            on_click="ignore",
        )
        st.button(texts("correction-forget"), key="correction-forget", on_click=_forget)


def _file() -> bytes:
    """The corrections beside the table, and over them those of this visit."""
    merged = _saved()
    for correction in kept():
        merged = with_correction(merged, correction)
    return corrections_csv(merged)


def _saved() -> list[Override]:
    """The corrections beside the table; none for practices that are not of the table."""
    if data.dataset() is not data.Dataset.TABLE:
        return []
    return load_overrides(corrections_path(table_path()))


def _forget() -> None:
    """Drop the corrections of this visit."""
    st.session_state.pop(_key(), None)


def _key() -> str:
    """Where the visit keeps the corrections; each set of practices has its own."""
    return f"{_KEPT}-{data.dataset()}"
