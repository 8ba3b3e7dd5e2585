"""The connections to a store: one SQLAlchemy engine an address, set up for SQLite or PostgreSQL.

SQLite uses its rollback journal, not WAL: the store is then one file that may lie in a folder that
can only be read, or on a network drive, and a copy of it is whole whenever no program writes it.
"""

import atexit
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from dashboard.errors import SettingsError
from dashboard.locale import message
from dashboard.store.failures import error_of
from dashboard.store.time_limits import IMPORTING, SHORT, TimeLimits

_ONE_WRITER: Final = 0x6D617061
"""Key of the advisory lock in PostgreSQL that all writers take."""

_WRITE_TIMEOUT_S: Final = 30.0
"""How long a statement waits in SQLite for another program's transaction."""
_WRITING: Final = "mapa_praktyk_writes"


def sqlite_address(path: str) -> str:
    """Give the address of a store in a file."""
    return URL.create("sqlite", database=path).render_as_string()


@cache
def engine_for(address: str) -> Engine:
    """Give the connections to a store, shared by all threads of this process.

    Args:
        address: `sqlite:///PATH`, or `postgresql://user@host:port/database`.

    Raises:
        SettingsError: It is no such address.
    """
    try:
        url = make_url(address.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError):
        raise SettingsError(message("database-no-address")) from None
    engine = _sqlite_engine(url) if url.get_backend_name() == "sqlite" else _server_engine(url)
    atexit.register(engine.dispose)
    return engine


def make_private(path: Path) -> None:
    """Make an empty file that only this user reads, where there is none: stores name persons.

    Raises:
        OSError: It cannot be made.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def is_sqlite(engine: Engine) -> bool:
    """Say whether a store is an SQLite file."""
    return engine.dialect.name == "sqlite"


@contextmanager
def reading(engine: Engine, name: str, limits: TimeLimits = SHORT) -> Iterator[Connection]:
    """Open a transaction that only reads: all of its answers are of one state of the store.

    Args:
        engine: Of the store.
        name: What a message calls the store.
        limits: How long it waits for a server.

    Raises:
        NoTableError: There are no tables.
        UnavailableError: The store cannot be reached, is locked, or takes too long.
        StoreError: The store refuses.
    """
    with _transaction(engine, name, limits, writes=False) as connection:
        yield connection


@contextmanager
def writing(engine: Engine, name: str, limits: TimeLimits = IMPORTING) -> Iterator[Connection]:
    """Open a transaction that no other writer runs beside; it is rolled back where it fails.

    Raises:
        NoTableError: There are no tables.
        UnavailableError: The store cannot be reached, is written by another program, or takes too
            long.
        StoreError: The store refuses.
    """
    with _transaction(engine, name, limits, writes=True) as connection:
        yield connection


@contextmanager
def _transaction(
    engine: Engine, name: str, limits: TimeLimits, *, writes: bool
) -> Iterator[Connection]:
    options: dict[str, Any] = {_WRITING: writes}
    if not is_sqlite(engine):
        # what others commit meanwhile is not seen by later statements of a reader
        options["isolation_level"] = "READ COMMITTED" if writes else "REPEATABLE READ"
    try:
        if writes and is_sqlite(engine):
            with suppress(OSError):  # SQLite says it better
                make_private(Path(engine.url.database or ""))
        with (
            engine.connect().execution_options(**options) as connection,
            connection.begin(),
            _bounded(connection, limits, writes=writes),
        ):
            yield connection
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise error_of(name, error) from error


@contextmanager
def _bounded(connection: Connection, limits: TimeLimits, *, writes: bool) -> Iterator[None]:
    """Bound how long a transaction on a server waits; a writer waits for the other writers."""
    if connection.dialect.name == "sqlite":
        yield
        return
    from dashboard.store.postgresql import bounded  # noqa: PLC0415  its driver is an extra

    with bounded(connection, limits):
        if writes:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})")
        yield


def _begin(connection: Connection) -> None:
    """Begin a transaction in SQLite; a writer waits for the others now, not when it is done."""
    writes = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url,
        connect_args={"timeout": _WRITE_TIMEOUT_S},
        json_serializer=_as_is,
        json_deserializer=_as_is,
        hide_parameters=True,
        poolclass=NullPool,  # a file that was replaced by another one is noticed at once
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Prepare a new connection: its transactions are begun by `_begin`, its keys are enforced."""
    connection.isolation_level = None  # sqlite3 itself begins none
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    # a large import stays in memory until it is committed: else readers would be locked out
    cursor.execute("PRAGMA cache_spill = OFF")
    cursor.close()


def _server_engine(url: URL) -> Engine:
    from dashboard.store.postgresql import engine_of  # noqa: PLC0415  its driver is an extra

    return engine_of(url.set(drivername="postgresql+psycopg"))


def _as_is(text: str) -> str:
    """Give JSON as the text that it is: the callers write and read it themselves."""
    return text
