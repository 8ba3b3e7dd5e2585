"""Corrections of positions in a visit: saved where the dashboard runs, or kept for download."""

from collections.abc import Collection
from typing import Final, cast

import streamlit as st

from dashboard.locale import Texts
from dashboard.practices import open_store
from dashboard.practices.corrections import (
    Changes,
    corrections_csv,
    is_editing,
    with_correction,
    without_corrections,
)
from dashboard.ui import data
from geocoding.overrides import Override

_CHANGES: Final = "corrections"


def saves() -> bool:
    """Whether a correction is kept with the table rather than for a download."""
    return is_editing() and data.dataset() is data.Dataset.TABLE


def put(correction: Override) -> None:
    """Save a correction, or keep it for the rest of the visit.

    Raises:
        DashboardError: It cannot be saved.
        GeocodingError: The file holds rows that are not as they should be.
    """
    if saves():
        open_store().change_corrections(lambda saved: with_correction(saved, correction))
    else:
        st.session_state[_key()] = _changes().with_correction(correction)


def remove(place_ids: Collection[str]) -> None:
    """Remove the corrections of some places from the table, or from what is to be downloaded.

    Raises:
        DashboardError: They cannot be removed.
        GeocodingError: The file holds rows that are not as they should be.
    """
    if saves():
        open_store().change_corrections(lambda saved: without_corrections(saved, place_ids))
        return
    saved = _saved()
    for place_id in place_ids:
        st.session_state[_key()] = _changes().without_correction(place_id, of=saved)


def kept_for(place_id: str) -> Override | None:
    """The correction that this visit made to a place, and that is not saved yet."""
    return next((each for each in _changes().put if each.id == place_id), None)


def standing() -> list[Override]:
    """The corrections that there are with what this visit changed, saved or not.

    Raises:
        GeocodingError: The file holds rows that are not as they should be.
    """
    return _changes().applied_to(_saved())


def draw_corrections(texts: Texts) -> None:
    """Say where corrections go; offer those of this visit as a file, with the earlier ones."""
    if saves():
        st.html(f'<p class="mp-note">{texts("correction-editing")}</p>')
    changes = _changes()
    counts = {"kept": len(changes.put), "removed": len(changes.removed)}
    lines = [texts(f"correction-{name}", count=count) for name, count in counts.items() if count]
    if not lines:
        return
    with st.container(key="poprawki", horizontal=True, vertical_alignment="center"):
        st.html(f'<p role="status">{"<br>".join(lines)}</p>')
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
    """The corrections of the table, as this visit changed them."""
    return corrections_csv(standing())


def _changes() -> Changes:
    """What this visit changed of the corrections of the practices that it shows, not saved yet."""
    return cast("Changes", st.session_state.get(_key(), Changes()))


def _saved() -> list[Override]:
    """The corrections of the table; none for practices that are not of the table."""
    if data.dataset() is not data.Dataset.TABLE:
        return []
    return open_store().corrections()


def _forget() -> None:
    """Drop the changes of this visit."""
    st.session_state.pop(_key(), None)


def _key() -> str:
    """Where the visit keeps its changes; each set of practices has its own."""
    return f"{_CHANGES}-{data.dataset()}"
