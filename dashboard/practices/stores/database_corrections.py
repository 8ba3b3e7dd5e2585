"""Corrections in a database, and the table `practice_edits`, which only grows, with their edits."""

from collections.abc import Sequence
from typing import Final

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    DateTime,
    Identity,
    MetaData,
    Table,
    Text,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from dashboard.errors import StoreError
from dashboard.practices.edits import Edit
from dashboard.practices.stores import database_tables as tables
from geocoding.overrides import COLUMNS, Override

EDITS: Final = Table(
    "practice_edits",
    MetaData(),  # of its own: databases that an earlier version made get it with the first edit
    Column("row_no", BigInteger, Identity(always=True), primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", Text, nullable=False, comment="e-mail address; empty where nobody has to log in"),
    Column("place", Text, nullable=False, comment="of a place: 150, or 596/2"),
    Column("before", JSONB(none_as_null=True), comment="NULL where there was no correction"),
    Column("after", JSONB(none_as_null=True), comment="NULL where the correction was removed"),
    Column("reason", Text, nullable=False),
    Column("undoes", Text, nullable=False, comment="id of the edit that this one takes back"),
    comment="Who changed which correction; rows are added and never altered",
)
_ONLY_GROWS: Final = """
CREATE OR REPLACE FUNCTION practice_edits_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'practice_edits only grows'; END $$;
CREATE TRIGGER practice_edits_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON practice_edits
FOR EACH STATEMENT EXECUTE FUNCTION practice_edits_stay();
"""


def read_corrections(connection: Connection, name: str) -> list[Override]:
    """The corrections, checked, in the order in which they were made.

    Args:
        connection: In a transaction.
        name: What a message calls the database.

    Raises:
        StoreError: They are not as they should be.
    """
    columns = [tables.CORRECTIONS.c[column] for column in COLUMNS]
    rows = connection.execute(select(*columns).order_by(tables.CORRECTIONS.c.row_no))
    try:
        return TypeAdapter(list[Override]).validate_python([row._asdict() for row in rows])
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        said = "; ".join(
            f"row {int(one['loc'][0]) + 1}, {'.'.join(map(str, one['loc'][1:]))}: {one['msg']}"
            for one in faults
        )
        raise StoreError(f"{name}: practice_corrections: {said}") from error


def write_corrections(
    connection: Connection, corrections: Sequence[Override], edits: Sequence[Edit]
) -> None:
    """Put the corrections in place of those that there are, and add the edits that do so."""
    connection.execute(tables.CORRECTIONS.delete())
    if corrections:
        connection.execute(tables.CORRECTIONS.insert(), [each.model_dump() for each in corrections])
    if not tables.has_table(connection, EDITS):
        EDITS.create(connection)
        connection.execute(text(_ONLY_GROWS))
    connection.execute(EDITS.insert(), [_row(each) for each in edits])


def read_edits(connection: Connection, name: str) -> list[Edit]:
    """The edits, the oldest first.

    Args:
        connection: In a transaction.
        name: What a message calls the database.

    Raises:
        StoreError: A row is no edit; the message holds none of its values.
    """
    if not tables.has_table(connection, EDITS):
        return []
    rows = connection.execute(select(EDITS).order_by(EDITS.c.row_no))
    return [_edit(row._asdict(), name) for row in rows]


def _edit(cells: dict[str, object], name: str) -> Edit:
    """A row of the table as an edit.

    Raises:
        StoreError: It is none.
    """
    number = cells.pop("row_no")
    try:
        return Edit.model_validate(cells)
    except ValidationError as error:
        columns = {".".join(map(str, one["loc"])) for one in error.errors(include_input=False)}
        raise StoreError(
            f"{name}: practice_edits: row_no {number} is no edit of mapa-praktyk"
            f" ({', '.join(sorted(columns))}); its owner can remove it once the trigger"
            " practice_edits_stay is disabled"
        ) from error


def _row(edit: Edit) -> dict[str, object]:
    """An edit as a row of the table."""
    row = edit.model_dump(exclude={"action"})
    for side, correction in (("before", edit.before), ("after", edit.after)):
        row[side] = correction.model_dump(mode="json") if correction else None
    return row
