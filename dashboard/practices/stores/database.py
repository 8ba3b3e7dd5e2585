"""A practices table and its corrections in a PostgreSQL database with PostGIS.

Any number of dashboards read it; one that is asked after an import or a correction notices the
new revision and reads the tables again. Rows go both ways as CSV by COPY, so they are typed and
checked by the very code that reads files.
"""

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

import pandas as pd
import psycopg
from sqlalchemy import (
    Connection,
    Row,
    func,
    select,
    text,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from dashboard.errors import NoTableError
from dashboard.practices.edits import UNSIGNED, Edit, Signature, edits_between
from dashboard.practices.places import locate
from dashboard.practices.stores import database_tables as tables
from dashboard.practices.stores.database_connections import (
    CORRECTING,
    IMPORTING,
    READING,
    SHORT,
    Patience,
    bound_transaction,
    engine_of,
    url_of,
)
from dashboard.practices.stores.database_corrections import (
    read_corrections,
    read_edits,
    write_corrections,
)
from dashboard.practices.stores.database_errors import told
from dashboard.practices.stores.port import Change, TableChange, TableContent
from dashboard.practices.table import practices_csv, read_practices
from geocoding import GazetteerGeocoder
from geocoding.overrides import Override

_ONE_AT_A_TIME: Final = 0x6D617061
"""Key of the lock that all writers take."""


class DatabaseStore:
    """The tables of `dashboard.practices.stores.database_tables`."""

    def __init__(self, address: str) -> None:
        """Keep the practices in a database; nothing is asked of it yet.

        Args:
            address: `postgresql://user@host:port/database`; what is absent is as for psql.

        Raises:
            SettingsError: It is no such address.
        """
        self._address = address
        self._engine = engine_of(url_of(address))

    @property
    def name(self) -> str:
        """The database and its server."""
        url = self._engine.url
        host = url.host or url.query.get("host") or "this machine"
        port = f":{url.port}" if url.port else ""
        return f"PostgreSQL database {url.database or url.username or ''} at {host}{port}"

    @property
    def address(self) -> str:
        """The address as it was given, which may hold a password."""
        return self._address

    def version(self) -> str:
        """The revision that the last change left."""
        with self._transaction() as connection:
            return str(self._state(connection).revision)

    def exists(self) -> bool:
        """Whether the tables are there."""
        try:
            self.version()
        except NoTableError:
            return False
        return True

    def changed_at(self) -> dt.datetime:
        """When the last change was made, in this machine's time zone."""
        with self._transaction() as connection:
            changed: dt.datetime = self._state(connection).changed_at
            return changed.astimezone()

    def size_bytes(self) -> int:
        """What the practices take on the server's disk."""
        size = func.pg_total_relation_size(func.to_regclass(tables.PRACTICES.name))
        with self._transaction() as connection:
            return int(connection.scalar(select(size)) or 0)

    def require_writable(self) -> None:
        """Say so before any work where the tables cannot be made or changed.

        Raises:
            StoreError: The server cannot be reached, only reads, has no PostGIS, or this user
                may not change the tables.
        """
        with self._writing() as connection:
            tables.make_tables(connection, self.name)
            self._state(connection)
            for table in (tables.PLACES, tables.PRACTICES):
                connection.execute(table.delete().where(text("false")))
            connection.rollback()

    def warnings(self) -> list[str]:
        """Nothing: the corrections belong to one table."""
        return []

    def load(self) -> pd.DataFrame:
        """The practices, by their numbers.

        Raises:
            PracticeDataError: Somebody put rows there that break the schema.
            NoTableError: There is no table.
            StoreError: The database cannot be read.
        """
        with self._transaction(READING) as connection:
            self._state(connection)
            return self._practices(connection)

    def read(self) -> TableContent:
        """The practices and their corrections, as one transaction sees them.

        Raises:
            PracticeDataError: Somebody put rows there that break the schema.
            NoTableError: There is no table.
            StoreError: The database cannot be read, or the corrections are not as they should be.
        """
        with self._transaction(READING, isolation="REPEATABLE READ") as connection:
            version = str(self._state(connection).revision)
            corrections = read_corrections(connection, self.name)
            return TableContent(version, self._practices(connection), corrections)

    def save(self, practices: pd.DataFrame) -> None:
        """Put the practices in place of those that there are, and say where they are.

        Raises:
            PracticeDataError: The practices break the schema; nothing was written.
            StoreError: They cannot be written; nothing was changed.
        """
        with self._writing() as connection:
            tables.make_tables(connection, self.name)
            self._state(connection)
            self._replace(connection, practices)

    def change_practices(self, change: TableChange) -> None:
        """Put what the change makes of the practices in their place, while nobody else writes.

        Raises:
            PracticeDataError: The practices break the schema; nothing was written.
            StoreError: They cannot be read or written; nothing was changed.
        """
        with self._writing() as connection:
            tables.make_tables(connection, self.name)
            self._state(connection)
            before = self._practices(connection)
            after = change(before)
            if after is not before:
                self._replace(connection, after)

    def corrections(self) -> list[Override]:
        """The corrections, in the order in which they were made.

        Raises:
            NoTableError: There is no table.
            StoreError: They cannot be read, or are not as they should be.
        """
        with self._transaction() as connection:
            self._state(connection)
            return read_corrections(connection, self.name)

    def change_corrections(self, change: Change, by: Signature = UNSIGNED) -> None:
        """Change the corrections while nobody else does, and the places that follow from them.

        The edits are added in the same transaction.

        Raises:
            NoTableError: There is no table.
            StoreError: They cannot be read or written; nothing was changed.
        """
        with self._writing(CORRECTING) as connection:
            self._state(connection)
            before = read_corrections(connection, self.name)
            after = change(before)
            edits = edits_between(before=before, after=after, by=by, at=dt.datetime.now(dt.UTC))
            if not edits:
                return
            write_corrections(connection, after, edits)
            connection.execute(tables.PLACES.delete())
            _write_places(connection, self._practices(connection), after)
            _new_revision(connection)

    def edits(self) -> list[Edit]:
        """The rows of `practice_edits`.

        Raises:
            StoreError: They cannot be read.
        """
        with self._transaction() as connection:
            return read_edits(connection, self.name)

    def _replace(self, connection: Connection, practices: pd.DataFrame) -> None:
        """Put the practices in place of those that there are."""
        content = practices_csv(practices, name=self.name)
        connection.execute(tables.PLACES.delete())
        connection.execute(tables.PRACTICES.delete())
        tables.copy_rows(connection, tables.PRACTICES, content)
        _write_places(connection, practices, read_corrections(connection, self.name))
        _new_revision(connection)

    def _practices(self, connection: Connection) -> pd.DataFrame:
        """The practices, checked."""
        rows = select(tables.PRACTICES).order_by(tables.PRACTICES.c.art)
        connection.execute(text("SET LOCAL datestyle TO 'ISO'"))
        with tables.cursor_of(connection).copy(
            f"COPY ({rows}) TO STDOUT (FORMAT csv, HEADER)"
        ) as copied:
            content = b"".join(copied)
        return read_practices(io.BytesIO(content), name=self.name)

    def _state(self, connection: Connection) -> Row[tuple[object, ...]]:
        """The one row of the state, once its version is known to be right."""
        state = connection.execute(select(tables.STATE)).one()
        tables.require_version(state.tables_version, self.name)
        return state

    @contextmanager
    def _writing(self, patience: Patience = IMPORTING) -> Iterator[Connection]:
        """A transaction that no other writer runs beside."""
        with self._transaction(patience) as connection:
            connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
            yield connection

    @contextmanager
    def _transaction(
        self, patience: Patience = SHORT, *, isolation: str = ""
    ) -> Iterator[Connection]:
        """A transaction, taken back where it fails.

        Raises:
            NoTableError: There is no table.
            UnavailableError: The database cannot be reached, is locked, or takes too long.
            StoreError: The database refuses.
        """
        try:
            with bound_transaction(self._engine, patience, isolation) as connection:
                yield connection
        except (SQLAlchemyError, psycopg.Error) as error:
            raise told(self.name, error) from error


def _write_places(
    connection: Connection, practices: pd.DataFrame, corrections: list[Override]
) -> None:
    """Say where the practices are, for programs that draw the tables themselves."""
    places = locate(practices, _geocoder(), overrides=corrections)
    tables.copy_rows(
        connection, tables.PLACES, places.to_csv(index=False, lineterminator="\n").encode()
    )


def _new_revision(connection: Connection) -> None:
    """Tell all who read the tables that they changed."""
    connection.execute(
        update(tables.STATE).values(revision=func.gen_random_uuid(), changed_at=func.now())
    )


@cache
def _geocoder() -> GazetteerGeocoder:
    """The offline geocoder, loaded at the first change."""
    return GazetteerGeocoder()
