"""Reads many cells of text by whole columns, without a Python string for each of them.

Of 100,000 practices the cells are two and a half million: SQLite gives them undecoded, and they go
into Arrow's columns a thousand rows at a time, which takes half of the time and of the memory that
rows of strings take. ADBC, which reads into such columns by itself, is not used: its driver brings
a second SQLite into the process, and closing a file there drops the locks that the first one holds
(SQLite, How To Corrupt An SQLite Database File, 2.2.1).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, cast

import pyarrow as pa
from sqlalchemy import Connection, Executable, Row

_TOGETHER: Final = 1_000
"""Rows that are turned into columns together: more take longer, since no cache holds them."""


def read_texts(connection: Connection, query: Executable) -> pa.Table:
    """Give what a query finds as columns of text, null where a cell is unknown.

    Args:
        connection: In a transaction.
        query: Selects texts alone; its first column names the rows in messages.

    Raises:
        sqlite3.DataError: A text in an SQLite store is not in UTF-8.
    """
    with _undecoded(connection):
        found = connection.execute(query)
        schema = pa.schema([(name, pa.string()) for name in found.keys()])  # noqa: SIM118  no dict
        batches = [_columns(rows, schema) for rows in found.partitions(_TOGETHER)]
    return pa.Table.from_batches(batches, schema).combine_chunks()


@contextmanager
def _undecoded(connection: Connection) -> Iterator[None]:
    """Let SQLite give texts as the bytes that they are stored in."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    driver.text_factory = bytes
    try:
        yield
    finally:
        driver.text_factory = str


def _columns(rows: Sequence[Row[Any]], schema: pa.Schema) -> pa.RecordBatch:
    """Turn rows into columns."""
    cells = list(zip(*rows, strict=True))
    try:
        return pa.record_batch([pa.array(column, pa.string()) for column in cells], schema=schema)
    except pa.ArrowInvalid:
        raise sqlite3.DataError(_undecodable(cells, schema.names)) from None


def _undecodable(columns: Sequence[Sequence[bytes]], names: Sequence[str]) -> str:
    """Say which cell is not in UTF-8, without what it holds."""
    for name, column in zip(names, columns, strict=True):
        for row, cell in enumerate(column):
            try:
                (cell or b"").decode()
            except UnicodeDecodeError:
                number = columns[0][row].decode(errors="replace")
                return f"row {number}, column {name}: expected text in UTF-8"
    return "expected text in UTF-8"
