"""Corrects single fields of practices, and takes such corrections back."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Final

import pandas as pd
from sqlalchemy import Connection, delete, insert

from dashboard.errors import CorrectionError, EditConflictError
from dashboard.locale import message
from dashboard.practices.edits import Edit, Signature
from dashboard.practices.field_model import Use
from dashboard.practices.fields import CARD, FIELDS, names_of
from dashboard.practices.places import PlaceGeocoder
from dashboard.practices.reading.conversion import read_cell
from dashboard.practices.schema import COLUMNS, find_violations
from dashboard.practices.table import as_text, typed
from dashboard.store.edit_log import write_edits
from dashboard.store.practice_changes import FieldCorrection, corrected
from dashboard.store.practice_writing import locate_again, read_field_corrections
from dashboard.store.rows import read_practices_text, update_practices
from dashboard.store.tables import FIELD_CORRECTIONS

EDITABLE: Final = tuple(
    field.name for field in FIELDS if not field.is_generated and field.name != "art"
)
"""The fields of a practice that a person may correct."""

_SAYS_WHERE: Final = frozenset(names_of(Use.LOCATION))


def edit_field(  # noqa: PLR0913  one argument a fact
    connection: Connection,
    name: str,
    *,
    number: int,
    field: str,
    value: str,
    by: Signature,
    geocoder: Callable[[], PlaceGeocoder],
) -> Edit | None:
    """Correct one field of a practice.

    Args:
        connection: In a transaction that writes.
        name: What a message calls the store.
        number: Of the practice.
        field: One of EDITABLE.
        value: As a record card may print it; '' for unknown.
        by: Who corrects it, and why.
        geocoder: Gives what locates the practice anew.

    Returns:
        The edit; None where the field has that value already.

    Raises:
        CorrectionError: There is no such practice or field, or it cannot have such a value.
    """
    if field not in EDITABLE:
        raise CorrectionError(
            message("field-unknown", field=repr(field), editable=", ".join(EDITABLE))
        )
    text = read_cell(field, value)[field] if value.strip() else ""
    return set_field(
        connection, name, number=number, field=field, text=text, by=by, geocoder=geocoder
    )


def set_field(  # noqa: PLR0913  one argument a fact
    connection: Connection,
    name: str,
    *,
    number: int,
    field: str,
    text: str,
    by: Signature,
    geocoder: Callable[[], PlaceGeocoder],
) -> Edit | None:
    """Give a field a text as the practices table holds it; otherwise as `edit_field`."""
    cells = _cells(connection, number)
    existing = {each.field: each for each in read_field_corrections(connection, number)}
    imported = cells | {each.field: each.imported for each in existing.values()}
    wanted = dict(existing)
    for column, value in ((field, text), (CARD, "")):
        replaced = existing[column].replaced if column in existing else imported[column]
        wanted[column] = FieldCorrection(number, column, value, imported[column], replaced)
    changed = _checked(corrected(imported, list(wanted.values())), field)
    before, after = cells[field], str(changed[field].iloc[0])
    if before == after:
        return None
    if after == imported[field]:
        del wanted[field]
        if set(wanted) == {CARD}:
            wanted = {}
        changed = _checked(corrected(imported, list(wanted.values())), field)
    update_practices(connection, typed(changed))
    _replace_corrections(connection, number, list(wanted.values()))
    if field in _SAYS_WHERE:
        locate_again(connection, name, [number], geocoder=geocoder)
    edit = Edit(
        at=dt.datetime.now(dt.UTC),
        who=by.who,
        place=str(number),
        field=field,
        before=before,
        after=after,
        reason=by.reason,
        undoes=by.undoes,
        batch=by.batch,
    )
    write_edits(connection, [edit])
    return edit


def restore_field(
    connection: Connection,
    name: str,
    edit: Edit,
    by: Signature,
    geocoder: Callable[[], PlaceGeocoder],
) -> Edit | None:
    """Give a field the text that it had before an edit; the last imported one before the first.

    Raises:
        EditConflictError: It was changed again since.
    """
    number = int(edit.place)
    if _cells(connection, number)[edit.field] != edit.after:
        raise EditConflictError(edit.place)
    text = str(edit.before or "")
    for each in read_field_corrections(connection, number):
        if each.field == edit.field and each.replaced == text:
            text = each.imported
    return set_field(
        connection,
        name,
        number=number,
        field=edit.field,
        text=text,
        by=by,
        geocoder=geocoder,
    )


def _cells(connection: Connection, number: int) -> dict[str, str]:
    """Give a practice's cells as text.

    Raises:
        CorrectionError: There is no such practice.
    """
    rows = read_practices_text(connection, [number])
    if rows.empty:
        raise CorrectionError(message("number-unknown", number=str(number)))
    return {str(name): str(cell) for name, cell in rows.iloc[0].items()}


def _checked(cells: dict[str, str], field: str) -> pd.DataFrame:
    """Give a practice's cells as a table of one row, sure to keep the schema.

    Raises:
        CorrectionError: The field cannot have such a value.
    """
    row = pd.DataFrame([cells], columns=list(COLUMNS), dtype="str")
    violations = find_violations(row, [0])
    if violations:
        raise CorrectionError(
            message(
                "value-unexpected",
                cells=cells["art"],
                field=field,
                cells2=repr(cells[field]),
                expectation=violations[0].expected.worded(message),
            )
        )
    return as_text(typed(row))


def _replace_corrections(
    connection: Connection, number: int, corrections: Sequence[FieldCorrection]
) -> None:
    """Replace the corrections of a practice's fields by others."""
    connection.execute(delete(FIELD_CORRECTIONS).where(FIELD_CORRECTIONS.c.art == number))
    if corrections:
        connection.execute(insert(FIELD_CORRECTIONS), [asdict(each) for each in corrections])
