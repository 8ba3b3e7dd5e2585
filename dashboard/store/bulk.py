"""Many rows into a table at once: by COPY into PostgreSQL, else by one statement a batch."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Connection, Table

_BATCH: Final = 10_000

Row = Sequence[object]


def insert_many(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Insert rows whose cells stand in the order of the columns; memory stays flat.

    What is not among the columns gets its default.
    """
    cells = _for_driver(connection, table, columns, rows)
    if connection.dialect.name == "postgresql":
        from dashboard.store.postgresql import copy_rows  # noqa: PLC0415  its driver is an extra

        copy_rows(connection, table, columns, cells)
        return
    # The driver takes the cells as they are: names and types for each row of a dictionary of
    # parameters took two thirds of the time.
    named = ", ".join(connection.dialect.identifier_preparer.quote(name) for name in columns)
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table.name} ({named}) VALUES ({marks})"  # noqa: S608  our own names
    while some := [tuple(row) for row in islice(cells, _BATCH)]:
        connection.exec_driver_sql(statement, some)


def _for_driver(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]
) -> Iterator[Row]:
    """Yield the rows with their cells as the driver takes them."""
    dialect = connection.dialect
    kinds = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns]
    writers = [(place, write) for place, write in enumerate(kinds) if write]
    for row in rows:
        cells = list(row)
        for place, write in writers:
            cells[place] = write(cells[place])
        yield cells
