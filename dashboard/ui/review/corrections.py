"""Corrections of positions in a visit: saved where the dashboard runs, or kept for download."""

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from typing import Final, cast

import streamlit as st

from dashboard.errors import EditRefusedError
from dashboard.locale import Texts, message
from dashboard.practices.corrections import (
    Changes,
    corrections_csv,
    with_correction,
    without_corrections,
)
from dashboard.practices.editors import Permission
from dashboard.practices.edits import (
    POSITION,
    Edit,
    Signature,
    apply_correction,
    correction_at,
    require_unchanged,
)
from dashboard.store import Change, open_store
from dashboard.ui import login
from dashboard.ui.visit import data
from dashboard.url import Dataset
from geocoding.overrides import Override

_CHANGES: Final = "corrections"


def is_persistent() -> bool:
    """Say whether a correction of this reader is kept with the table, not for a download.

    Raises:
        SettingsError: The list of editors cannot be read.
    """
    return data.dataset() is Dataset.TABLE and login.permission().may_save


def put(correction: Override, *, seen: Override | None) -> None:
    """Save a correction, or keep it for the rest of the visit where the reader may save none.

    Args:
        correction: It goes in place of an earlier one.
        seen: The saved correction that the reader knows of.

    Raises:
        EditConflictError: The saved one is another by now.
        DashboardError: It cannot be saved.
        GeocodingError: The file holds rows that are not as they should be.
    """
    if is_persistent():
        _save({correction.id: seen}, lambda ones: with_correction(ones, correction))
    else:
        st.session_state[_key()] = _changes().with_correction(correction)


def remove(seen: Mapping[str, Override | None], *, reason: str) -> None:
    """Remove the corrections of some places from the table, or from what is to be downloaded.

    Args:
        seen: The saved correction of each place, as the reader knows it.
        reason: Why; may be empty.

    Raises:
        EditConflictError: One of them is another by now.
        DashboardError: They cannot be removed.
        GeocodingError: The file holds rows that are not as they should be.
    """
    if is_persistent():
        _save(seen, lambda ones: without_corrections(ones, seen.keys()), reason=reason)
        return
    saved = _saved()
    for place_id in seen:
        st.session_state[_key()] = _changes().without_correction(place_id, of=saved)


def take_back(edit: Edit, *, seen: Override | None) -> None:
    """Save the correction that there was before an edit, or none where there was none.

    Args:
        edit: Any saved one.
        seen: The saved correction of its place, as the reader knows it.

    Raises:
        EditRefusedError: The reader may not save.
        EditConflictError: The saved one is another by now.
        DashboardError: It cannot be saved.
        GeocodingError: The file holds rows that are not as they should be.
    """
    if not is_persistent():
        raise EditRefusedError(message("edit-refused", place=edit.place))
    if edit.field != POSITION:
        open_store().undo(edit.id, Signature(who=login.who()))
        return
    before = edit.before if isinstance(edit.before, Override) else None
    reason = before.reason if before else ""
    change = partial(apply_correction, place=edit.place, wanted=before)
    _save({edit.place: seen}, change, reason=reason, undoes=edit.id)


def saved_at(place_id: str) -> Override | None:
    """Return the saved correction of a place.

    Raises:
        GeocodingError: The file holds rows that are not as they should be.
    """
    return correction_at(_saved(), place_id)


def edits() -> list[Edit]:
    """Return all edits of the table's corrections, the oldest first; none of other practices.

    None either while the table does not answer, which the page says above everything else.

    Raises:
        DashboardError: They cannot be read.
    """
    table = data.shown().table
    return open_store().edits() if table is not None and table.is_answering else []


def _save(
    seen: Mapping[str, Override | None], change: Change, *, reason: str = "", undoes: str = ""
) -> None:
    """Change the saved corrections in the name of the reader."""

    def checked(saved: Sequence[Override]) -> list[Override]:
        require_unchanged(saved, seen)
        return change(saved)

    by = Signature(who=login.who(), reason=reason, undoes=undoes)
    open_store().change_corrections(checked, by)


def corrections_for(place_id: str) -> Override | None:
    """Return the correction that this visit made to a place, and that is not saved yet."""
    return next((each for each in _changes().put if each.id == place_id), None)


def active_corrections() -> list[Override]:
    """Return the corrections that there are with what this visit changed, saved or not.

    Raises:
        GeocodingError: The file holds rows that are not as they should be.
    """
    return _changes().applied_to(_saved())


def draw_corrections(texts: Texts) -> None:
    """Say where corrections go; offer those of this visit as a file, with the earlier ones."""
    if data.dataset() is Dataset.TABLE:
        _draw_permission(texts)
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


def _draw_permission(texts: Texts) -> None:
    """Say whether the reader's corrections are saved; nothing where none are in this dashboard."""
    permission = login.permission()
    if permission is Permission.READS:
        return
    words = [texts("correction-editing")] if permission.may_save else []
    words.append(texts(f"login-{permission.value}"))
    st.html(f'<p class="mp-note">{escape(" ".join(words))}</p>')


def _file() -> bytes:
    """Return the corrections of the table, as this visit changed them."""
    return corrections_csv(active_corrections())


def _changes() -> Changes:
    """Return what this visit changed of the corrections that it shows, not saved yet."""
    return cast("Changes", st.session_state.get(_key(), Changes()))


def _saved() -> list[Override]:
    """Return the corrections of the table that is shown.

    None for practices that are not of a table.
    """
    return data.shown().corrections()


def _forget() -> None:
    """Drop the changes of this visit."""
    st.session_state.pop(_key(), None)


def _key() -> str:
    """Return where the visit keeps its changes; each set of practices has its own."""
    return f"{_CHANGES}-{data.dataset()}"
