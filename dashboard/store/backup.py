"""Copies of a store in one file: made while others read and write, checked, put back whole.

A backup is itself a store in an SQLite file, whatever the store is kept in, so it can be shown with
`--data`, and restoring one into PostgreSQL moves a store there.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, delete, insert, select, text

from dashboard.errors import StoreError
from dashboard.locale import message
from dashboard.store.engines import engine_for, reading, sqlite_address, writing
from dashboard.store.failures import error_of
from dashboard.store.migrating import migrate, require_not_newer
from dashboard.store.sql_store import SqlStore
from dashboard.store.tables import EDITS, METADATA
from geocoding.files.atomic_write import replacing
from geocoding.locale import os_reason

_BATCH: Final = 5_000
_COUNTED: Final = "row_no"
"""The column that each database numbers by itself; it says the order."""
_TIMEOUT_S: Final = 30.0
_PRIVATE: Final = 0o600
"""The mode of a copy, which names persons as the store does."""


def backup(store: SqlStore, target: Path) -> None:
    """Write a copy of a store into a file, in one step.

    Args:
        store: Others may read and write it meanwhile; the copy is of one state.
        target: The file; one that is there is replaced.

    Raises:
        NoTableError: There is nothing to copy.
        StoreError: The store cannot be read, or the file cannot be written.
    """
    store.version()
    if store.path:
        copy_file(store.path, target)
        return
    with _replacing(target) as fresh:
        fresh.unlink()
        engine = engine_for(sqlite_address(str(fresh)))
        with (
            reading(engine_for(store.address), store.name) as source,
            writing(engine, str(target)) as copy,
        ):
            migrate(copy, str(target))
            copy_rows(source, copy)
        engine.dispose()
        _check(fresh, str(target))


def restore(source: Path, store: SqlStore) -> None:
    """Put a backup in place of all that a store holds, in one step.

    Args:
        source: A file that `backup` wrote, of this program's version or an older one.
        store: It is made where there is none.

    Raises:
        StoreError: The file is no backup, is damaged or newer, or the store cannot be written;
            nothing was changed.
    """
    _check(source, str(source))
    with TemporaryDirectory(prefix="mapa-praktyk-restore-") as folder:
        ready = Path(folder) / "store.sqlite"
        copy_file(source, ready)
        copy = SqlStore(sqlite_address(str(ready)))
        copy.make()
        if store.path and not store.path.exists():
            copy_file(ready, store.path)
        elif store.path:
            _overwrite(ready, store.path)
        else:
            with (
                reading(engine_for(sqlite_address(str(ready))), str(source)) as rows,
                writing(engine_for(store.address), store.name) as target,
            ):
                migrate(target, store.name)
                copy_rows(rows, target)
        engine_for(sqlite_address(str(ready))).dispose()


def _overwrite(source: Path, target: Path) -> None:
    """Copy a store's file over another one that other programs may have open, in one transaction.

    Raises:
        StoreError: It cannot be written; it is as it was.
    """
    try:
        with (
            closing(_opened(source)) as new,
            closing(sqlite3.connect(target, timeout=_TIMEOUT_S)) as old,
        ):
            new.backup(old)
    except sqlite3.Error as error:
        raise error_of(str(target), error) from error


def copy_file(source: Path, target: Path) -> None:
    """Copy a store's file, of one state and checked, in one step.

    Raises:
        StoreError: It cannot be read, is damaged, or the copy cannot be written.
    """
    with _replacing(target) as fresh:
        try:
            with closing(_opened(source)) as old, closing(sqlite3.connect(fresh)) as new:
                old.backup(new)
        except sqlite3.Error as error:
            raise error_of(str(source), error) from error
        _check(fresh, str(target))


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy all rows of the store's tables in place of those that are there."""
    with _edits_unguarded(target):
        for table in reversed(METADATA.sorted_tables):
            target.execute(delete(table))
        for table in METADATA.sorted_tables:
            columns = [column for column in table.columns if column.name != _COUNTED]
            query = select(*columns)
            query = query.order_by(table.c[_COUNTED]) if _COUNTED in table.c else query
            for some in source.execute(query).mappings().partitions(_BATCH):
                target.execute(insert(table), [dict(row) for row in some])


@contextmanager
def _edits_unguarded(connection: Connection) -> Iterator[None]:
    """Allow the table of edits, which otherwise only grows, to be replaced as a whole."""
    if connection.dialect.name != "postgresql":
        yield
        return
    connection.execute(text(f"ALTER TABLE {EDITS.name} DISABLE TRIGGER USER"))
    yield
    connection.execute(text(f"ALTER TABLE {EDITS.name} ENABLE TRIGGER USER"))


def _check(path: Path, name: str) -> None:
    """Make sure that a file is a store's and is not damaged.

    Raises:
        StoreError: It is not.
    """
    try:
        with closing(_opened(path)) as connection:
            found = connection.execute("PRAGMA quick_check").fetchone()
            version = connection.execute("SELECT tables_version FROM practice_state").fetchone()
    except sqlite3.Error as error:
        raise error_of(name, error) from error
    if found != ("ok",):
        raise StoreError(message("backup-damaged", name=name, found=str(found[0])))
    if version:
        require_not_newer(version[0], name)


def _opened(path: Path) -> sqlite3.Connection:
    """Open a file to read it only.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Make a new file that takes a path's place once all went well.

    Raises:
        StoreError: It cannot be written.
    """
    try:
        with replacing(target) as fresh:
            fresh.chmod(_PRIVATE)
            yield fresh
    except OSError as error:
        raise StoreError(
            message("backup-not-written", target=str(target), reason=os_reason(error))
        ) from error
