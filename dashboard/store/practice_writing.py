"""Writes changed practices, and what follows from them: places, edits, imported values."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Final

import pandas as pd
from sqlalchemy import Connection, bindparam, select, update

from dashboard.errors import PracticeDataError
from dashboard.practices.edits import PRACTICE, Edit, Signature
from dashboard.practices.places import PlaceGeocoder, locate
from dashboard.practices.schema import find_violations
from dashboard.practices.table import as_text, typed
from dashboard.store.edit_log import write_edits
from dashboard.store.port import TableChange
from dashboard.store.practice_changes import (
    FieldCorrection,
    PracticeChanges,
    compare,
    with_corrected_values,
    with_imported_values,
)
from dashboard.store.rows import (
    delete_places,
    delete_practices,
    read_corrections,
    read_practices_text,
    update_practices,
    write_places,
    write_practices,
)
from dashboard.store.tables import CORRECTIONS, FIELD_CORRECTIONS, PAGES
from geocoding.overrides import Override

_FIELD_CORRECTION_COLUMNS: Final = tuple(each.name for each in fields(FieldCorrection))


def change_practices(  # noqa: PLR0913  one argument a fact
    connection: Connection,
    name: str,
    *,
    change: TableChange,
    by: Signature,
    geocoder: Callable[[], PlaceGeocoder],
    renumbered: Callable[[], Mapping[int, int]] = dict,
) -> bool:
    """Write the practices that a change makes of those that were imported.

    Args:
        connection: In a transaction that writes.
        name: What a message calls the store.
        change: Called with the practices as they were imported.
        by: Who changes them.
        geocoder: Gives what locates those that changed.
        renumbered: Gives, after the change, the old and the new numbers of practices that got
            another one; what persons have corrected goes with them.

    Returns:
        Whether anything changed.

    Raises:
        PracticeDataError: The changed practices break the schema.
    """
    in_force = read_practices_text(connection)
    corrected = read_field_corrections(connection)
    imported = with_imported_values(in_force, corrected)
    before = typed(imported)
    after = change(before)
    if after is before:
        return False
    if numbers := renumbered():
        _renumber(connection, numbers)
        corrected = read_field_corrections(connection)
    text = _checked(after, name)
    changes = compare(imported, text)
    if changes.is_empty:
        return False
    write_edits(connection, _edits(changes, by))
    _write(connection, compare(in_force, wanted := with_corrected_values(text, corrected)), wanted)
    _note_imported(connection, corrected, changes)
    moved = wanted[wanted["art"].isin({str(each) for each in (*changes.added, *changes.updated)})]
    _replace_places(connection, moved, read_corrections(connection, name), geocoder)
    return True


def locate_again(
    connection: Connection,
    name: str,
    numbers: Sequence[int] | None,
    *,
    corrections: Sequence[Override] | None = None,
    geocoder: Callable[[], PlaceGeocoder],
) -> None:
    """Replace the places of some practices by where they are now.

    Args:
        connection: In a transaction that writes.
        name: What a message calls the store.
        numbers: Of the practices; None for all.
        corrections: The positions that persons have set; None to read them.
        geocoder: Gives what locates them.
    """
    if corrections is None:
        corrections = read_corrections(connection, name)
    _replace_places(connection, read_practices_text(connection, numbers), corrections, geocoder)


def _replace_places(
    connection: Connection,
    text: pd.DataFrame,
    corrections: Sequence[Override],
    geocoder: Callable[[], PlaceGeocoder],
) -> None:
    """Replace the places of practices, whose cells are given as text."""
    if text.empty:
        return
    practices = typed(text)
    delete_places(connection, practices["art"].tolist())
    write_places(connection, locate(practices, geocoder(), overrides=corrections))


def read_field_corrections(
    connection: Connection, number: int | None = None
) -> list[FieldCorrection]:
    """Give the fields that persons have corrected, of one practice or of all (None)."""
    columns = FIELD_CORRECTIONS.c
    query = select(*(columns[name] for name in _FIELD_CORRECTION_COLUMNS))
    if number is not None:
        query = query.where(columns.art == number)
    return [FieldCorrection(*row) for row in connection.execute(query)]


def _checked(practices: pd.DataFrame, name: str) -> pd.DataFrame:
    """Give practices as text, sure to keep the schema.

    Raises:
        PracticeDataError: They break it.
    """
    text = as_text(practices.sort_values("art", kind="stable", ignore_index=True))
    violations = find_violations(text, practices["art"].sort_values().tolist())
    if violations:
        raise PracticeDataError(name, violations)
    return as_text(typed(text))


def _edits(changes: PracticeChanges, by: Signature) -> list[Edit]:
    """Give an edit for each practice that changes."""
    now = dt.datetime.now(dt.UTC)
    pairs: list[tuple[int, dict[str, str] | None, dict[str, str] | None]] = [
        *((number, None, {}) for number in changes.added),
        *(
            (number, dict(changes.before[number]), dict(changes.after[number]))
            for number in changes.updated
        ),
        *((number, dict(changes.before[number]), None) for number in changes.removed),
    ]
    return [
        Edit.model_construct(
            id=uuid.uuid4().hex,
            at=now,
            who=by.who,
            place=str(number),
            field=PRACTICE,
            before=before,
            after=after,
            reason=by.reason,
            undoes=by.undoes,
            batch=by.batch,
        )
        for number, before, after in pairs
    ]


def _write(connection: Connection, changes: PracticeChanges, wanted: pd.DataFrame) -> None:
    """Write what differs from the practices in force."""
    delete_practices(connection, changes.removed)
    numbers = wanted["art"].astype("int64")
    write_practices(connection, typed(wanted[numbers.isin(changes.added)]))
    update_practices(connection, typed(wanted[numbers.isin(changes.updated)]))


def _renumber(connection: Connection, numbers: Mapping[int, int]) -> None:
    """Give what belongs to practices the new numbers that they get."""
    for old, new in numbers.items():
        for table in (FIELD_CORRECTIONS, PAGES):
            connection.execute(update(table).where(table.c.art == old).values(art=new))
        place = CORRECTIONS.c.id
        for row in connection.execute(select(CORRECTIONS.c.row_no, place)).all():
            number, slash, which = row.id.partition("/")
            if number == str(old):
                connection.execute(
                    update(CORRECTIONS)
                    .where(CORRECTIONS.c.row_no == row.row_no)
                    .values(id=f"{new}{slash}{which}")
                )


def _note_imported(
    connection: Connection, corrected: Sequence[FieldCorrection], changes: PracticeChanges
) -> None:
    """Note the newly imported values of the fields that persons have corrected."""
    rows = [
        {"of": each.art, "name": each.field, "new": changes.after[each.art][each.field]}
        for each in corrected
        if each.field in changes.after.get(each.art, {})
    ]
    if rows:
        columns = FIELD_CORRECTIONS.c
        connection.execute(
            update(FIELD_CORRECTIONS)
            .where(columns.art == bindparam("of"), columns.field == bindparam("name"))
            .values(imported=bindparam("new")),
            rows,
        )
