"""Many rows into a table at once: by COPY into PostgreSQL, else by one statement a batch."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Connection, Table, insert

_BATCH: Final = 10_000

Row = Sequence[object]


def insert_many(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Insert rows whose cells stand in the order of the columns; memory stays flat.

    What is not among the columns gets its default.
    """
    if connection.dialect.name == "postgresql":
        from dashboard.store.postgresql import copy_rows  # noqa: PLC0415  its driver is an extra

        writers = [_writer(connection, table, name) for name in columns]
        cells = ([write(cell) for write, cell in zip(writers, row, strict=True)] for row in rows)
        copy_rows(connection, table, columns, cells)
        return
    statement, left = insert(table), iter(rows)
    while some := list(islice(left, _BATCH)):
        connection.execute(statement, [dict(zip(columns, row, strict=True)) for row in some])


def _writer(connection: Connection, table: Table, column: str) -> Callable[[object], object]:
    """Give what turns a column's cells into what the driver takes."""
    kind = table.c[column].type.dialect_impl(connection.dialect)
    return kind.bind_processor(connection.dialect) or _as_it_is


def _as_it_is(cell: object) -> object:
    return cell
