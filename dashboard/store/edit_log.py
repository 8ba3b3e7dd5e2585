"""The table of edits: written with each change, read by what is asked for."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Connection, Row, func, or_, select

from dashboard.errors import StoreError
from dashboard.locale import message
from dashboard.practices.edits import POSITION, PRACTICE, Edit, StoredDates
from dashboard.practices.versions import shown_fields
from dashboard.store.bulk import insert_many
from dashboard.store.tables import EDITS
from geocoding.overrides import Override

_COLUMNS: Final = [column.name for column in EDITS.c if column.name != "row_no"]


def write_edits(connection: Connection, edits: Sequence[Edit]) -> None:
    """Add edits to the table, which only grows."""
    insert_many(connection, EDITS, _COLUMNS, (_row(each) for each in edits))


def write_new_edits(connection: Connection, edits: Sequence[Edit]) -> bool:
    """Add those of some edits that the table does not have; say whether there were any."""
    if not edits:
        return False
    existing = set(connection.scalars(select(EDITS.c.id)))
    new = [each for each in edits if each.id not in existing]
    write_edits(connection, new)
    return bool(new)


def read_edits(connection: Connection, name: str) -> list[Edit]:
    """Give the edits of positions and fields, the oldest first; not those of imports.

    Raises:
        StoreError: A row is no edit.
    """
    query = select(EDITS).where(EDITS.c.field != PRACTICE).order_by(EDITS.c.row_no)
    return [_edit(row, name) for row in connection.execute(query)]


def read_latest_edits(
    connection: Connection, name: str, *, number: int | None, count: int
) -> list[Edit]:
    """Give the latest edits of any kind, the latest first.

    Args:
        connection: In a transaction.
        name: What a message calls the store.
        number: Of the practice; None for all.
        count: How many at most.

    Raises:
        StoreError: A row is no edit.
    """
    query = select(EDITS).order_by(EDITS.c.row_no.desc()).limit(count)
    if number is not None:
        of_it = or_(EDITS.c.place == f"{number}", EDITS.c.place.like(f"{number}/%"))
        query = query.where(of_it)
    return [_edit(row, name) for row in connection.execute(query)]


def read_practice_edits(
    connection: Connection,
    name: str,
    *,
    since: dt.datetime | None = None,
    number: int | None = None,
) -> list[Edit]:
    """Give the edits of whole practices and of their fields, the oldest first.

    Args:
        connection: In a transaction.
        name: What a message calls the store.
        since: The moment of the first edit that is given; None for all.
        number: Of the practice; None for all.

    Raises:
        StoreError: A row is no edit.
    """
    query = select(EDITS).where(EDITS.c.field != POSITION).order_by(EDITS.c.row_no)
    if since is not None:
        query = query.where(EDITS.c.at >= since)
    if number is not None:
        query = query.where(EDITS.c.place == str(number))
    return [_edit(row, name) for row in connection.execute(query)]


def read_dates(connection: Connection, name: str) -> StoredDates:
    """Give when practices were added and changed.

    Raises:
        StoreError: A row is no edit.
    """
    of_practice = EDITS.c.field == PRACTICE
    added = (
        select(EDITS.c.place, func.max(EDITS.c.at))
        .where(of_practice, EDITS.c.before.is_(None))
        .group_by(EDITS.c.place)
    )
    changes = (
        select(EDITS)
        .where(EDITS.c.field != POSITION, EDITS.c.before.is_not(None), EDITS.c.after.is_not(None))
        .order_by(EDITS.c.row_no)
    )
    edits = (_edit(row, name) for row in connection.execute(changes))
    return StoredDates(
        added={int(place): _day(at) for place, at in connection.execute(added)},
        changed={int(edit.place): _day(edit.at) for edit in edits if shown_fields(edit)},
    )


def _day(at: dt.datetime) -> dt.date:
    """Give the day of a moment in this machine's time zone."""
    return at.astimezone().date()


def find_edits(connection: Connection, name: str, key: str) -> list[Edit]:
    """Give the edit with an id, or those of a batch, the oldest first; none where there is none.

    Raises:
        StoreError: A row is no edit.
    """
    query = select(EDITS).where(or_(EDITS.c.id == key, EDITS.c.batch == key))
    return [_edit(row, name) for row in connection.execute(query.order_by(EDITS.c.row_no))]


def _edit(row: Row[tuple[object, ...]], name: str) -> Edit:
    """Read a row, which other programs may have written, too.

    Raises:
        StoreError: It is no edit.
    """
    cells = row._asdict()
    number = cells.pop("row_no")
    try:
        for side in ("before", "after"):
            cells[side] = json.loads(cells[side]) if cells[side] is not None else None
        return Edit.model_validate(cells)
    except (ValueError, ValidationError) as error:
        raise StoreError(
            message("edit-not-read", name=name, name2=EDITS.name, number=str(number))
        ) from error


def _row(edit: Edit) -> list[object]:
    """Give an edit's cells, in the order of _COLUMNS."""
    row = edit.model_dump(exclude={"action"})
    for side, value in (("before", edit.before), ("after", edit.after)):
        if isinstance(value, Override):
            row[side] = value.model_dump_json()
        else:
            row[side] = None if value is None else json.dumps(value, ensure_ascii=False)
    return [row[name] for name in _COLUMNS]
