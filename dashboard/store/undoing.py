"""Undoes edits of any kind by further edits."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import pandas as pd
from sqlalchemy import Connection

from dashboard.errors import CorrectionError, EditConflictError
from dashboard.locale import message
from dashboard.practices.edits import (
    POSITION,
    PRACTICE,
    Edit,
    Signature,
    apply_correction,
    require_unchanged,
)
from dashboard.practices.places import PlaceGeocoder
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import as_text, typed
from dashboard.store.edit_log import find_edits
from dashboard.store.fields import restore_field
from dashboard.store.port import Change
from dashboard.store.practice_writing import change_practices
from geocoding.overrides import Override

_ChangeCorrections: TypeAlias = Callable[[Connection, Change, Signature], object]


def undo(  # noqa: PLR0913  one argument a fact
    connection: Connection,
    name: str,
    *,
    key: str,
    by: Signature,
    geocoder: Callable[[], PlaceGeocoder],
    change_corrections: _ChangeCorrections,
) -> list[Edit]:
    """Undo an edit, or all of a batch; gives what was undone, the latest first.

    Args:
        connection: In a transaction that writes.
        name: What a message calls the store.
        key: Id of an edit or of a batch.
        by: Who undoes it.
        geocoder: Gives what locates the practices that change.
        change_corrections: Changes the positions that persons have set.

    Raises:
        CorrectionError: There is no such edit.
        EditConflictError: What it changed was changed again since.
    """
    edits = find_edits(connection, name, key)
    if not edits:
        raise CorrectionError(message("edit-unknown", key=repr(key)))
    practices = [each for each in edits if each.field == PRACTICE]
    if practices:
        change_practices(
            connection,
            name,
            change=partial(_without, edits=practices),
            by=replace(by, undoes=practices[0].id if len(practices) == 1 else key),
            geocoder=geocoder,
        )
    for edit in reversed(edits):
        signature = replace(by, undoes=edit.id)
        if edit.field == POSITION:
            change_corrections(connection, partial(_with_former_position, edit=edit), signature)
        elif edit.field != PRACTICE:
            restore_field(connection, name, edit, signature, geocoder)
    return edits[::-1]


def _with_former_position(saved: "list[Override]", edit: Edit) -> list[Override]:
    """Give the corrections with the one that there was before an edit.

    Raises:
        EditConflictError: The position was changed again since.
    """
    after, before = edit.after, edit.before
    require_unchanged(saved, {edit.place: after if isinstance(after, Override) else None})
    return apply_correction(saved, edit.place, before if isinstance(before, Override) else None)


def _without(practices: pd.DataFrame, edits: list[Edit]) -> pd.DataFrame:
    """Give the practices as they were before some edits.

    Raises:
        EditConflictError: One of them was changed again since.
    """
    text = as_text(practices)
    rows = {str(cells["art"]): _texts(cells) for cells in text.to_dict("records")}
    for edit in reversed(edits):
        before = _sides(edit.before)
        if edit.before is None:
            _require(edit, edit.place in rows)
            del rows[edit.place]
        elif edit.after is None:
            _require(edit, edit.place not in rows)
            rows[edit.place] = before
        else:
            now = rows.get(edit.place, {})
            _require(edit, all(now.get(key) == cell for key, cell in _sides(edit.after).items()))
            rows[edit.place] = now | before
    return typed(pd.DataFrame(list(rows.values()), columns=list(COLUMNS), dtype="str"))


def _require(edit: Edit, holds: bool) -> None:  # noqa: FBT001  the one thing that it asks
    if not holds:
        raise EditConflictError(edit.place)


def _sides(value: object) -> dict[str, str]:
    return dict(value) if isinstance(value, Mapping) else {}


def _texts(cells: "Mapping[object, object]") -> dict[str, str]:
    return {str(name): str(cell) for name, cell in cells.items()}
