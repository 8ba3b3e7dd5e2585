"""Reads practices from SQL tables: an SQLite file, or PostgreSQL with PostGIS."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
from sqlalchemy import Connection, Row, func, select

from dashboard.errors import NoTableError, StoreError
from dashboard.locale import message
from dashboard.practices.edits import Edit
from dashboard.practices.places import PlaceGeocoder
from dashboard.store import edit_log
from dashboard.store.ended_logins import EndedLogins
from dashboard.store.engines import engine_for, is_sqlite, reading
from dashboard.store.migrating import require_version
from dashboard.store.pages import RawPage, read_pages
from dashboard.store.port import StoreContent
from dashboard.store.rows import read_corrections, read_practices
from dashboard.store.tables import PRACTICES, STATE
from dashboard.store.time_limits import READING
from geocoding import GazetteerGeocoder
from geocoding.locale import os_reason
from geocoding.overrides import Override


class SqlReader:
    """The tables of `dashboard.store.tables`, for reading."""

    def __init__(self, address: str, geocoder: Callable[[], PlaceGeocoder] | None = None) -> None:
        """Prepare to use a store; nothing is asked of it yet.

        Args:
            address: `sqlite:///PATH` or `postgresql://user@host:port/database`.
            geocoder: Gives what locates practices that change; None for the gazetteer.

        Raises:
            SettingsError: It is no such address.
        """
        self._address = address
        self._engine = engine_for(address)
        self._geocoder = geocoder or _gazetteer

    @property
    def path(self) -> Path | None:
        """The file of an SQLite store; None for a server."""
        return Path(self._engine.url.database or "") if is_sqlite(self._engine) else None

    @property
    def name(self) -> str:
        """The file's path, or the database and its server."""
        if self.path:
            return str(self.path)
        url = self._engine.url
        host = url.host or url.query.get("host") or "this machine"
        port = f":{url.port}" if url.port else ""
        return f"PostgreSQL database {url.database or url.username or ''} at {host}{port}"

    @property
    def address(self) -> str:
        """The file's path, or the address as it was given, which may hold a password."""
        return str(self.path) if self.path else self._address

    def version(self) -> str:
        """Give the revision that the last change left."""
        with reading(self._engine, self.name) as connection:
            return str(self._state(connection).revision)

    def exists(self) -> bool:
        """Say whether the tables are there."""
        if self.path and self._file_bytes() is None:
            return False
        try:
            self.version()
        except NoTableError:
            return False
        return True

    def changed_at(self) -> dt.datetime:
        """Give the moment of the last change, in this machine's time zone."""
        with reading(self._engine, self.name) as connection:
            changed: dt.datetime = self._state(connection).changed_at
            return changed.astimezone()

    def size_bytes(self) -> int:
        """Give what the practices take on the disk."""
        if self.path:
            return self._file_bytes() or 0
        size = func.pg_total_relation_size(func.to_regclass(PRACTICES.name))
        with reading(self._engine, self.name) as connection:
            return int(connection.scalar(select(size)) or 0)

    def warnings(self) -> list[str]:
        """Give no warnings."""
        return []

    def read(self) -> StoreContent:
        """Give the practices and the corrections, as one transaction sees them.

        Raises:
            PracticeDataError: Somebody put rows there that break the schema.
            NoTableError: There is no table.
            StoreError: The store cannot be read, or the corrections are not as they should be.
        """
        with reading(self._engine, self.name, READING) as connection:
            version = str(self._state(connection).revision)
            corrections = read_corrections(connection, self.name)
            practices = read_practices(connection, self.name)
            dates = edit_log.read_dates(connection, self.name)
            return StoreContent(version, practices, corrections, dates)

    def load(self) -> pd.DataFrame:
        """Give the practices, by their numbers.

        Raises:
            PracticeDataError: Somebody put rows there that break the schema.
            NoTableError: There is no table.
            StoreError: The store cannot be read.
        """
        with reading(self._engine, self.name, READING) as connection:
            self._state(connection)
            return read_practices(connection, self.name)

    def corrections(self) -> list[Override]:
        """Give the positions that persons have set, in the order in which they were set.

        Raises:
            NoTableError: There is no table.
            StoreError: They cannot be read, or are not as they should be.
        """
        with reading(self._engine, self.name) as connection:
            self._state(connection)
            return read_corrections(connection, self.name)

    def edits(self) -> list[Edit]:
        """Give the edits of positions and fields, the oldest first.

        Raises:
            StoreError: They cannot be read.
        """
        with reading(self._engine, self.name) as connection:
            return edit_log.read_edits(connection, self.name)

    def practice_edits(
        self, *, since: dt.datetime | None = None, number: int | None = None
    ) -> list[Edit]:
        """Give the edits of whole practices and of their fields, the oldest first.

        Args:
            since: The moment of the first edit that is given; None for all.
            number: Of the practice; None for all.

        Raises:
            StoreError: They cannot be read.
        """
        with reading(self._engine, self.name) as connection:
            self._state(connection)
            return edit_log.read_practice_edits(connection, self.name, since=since, number=number)

    def latest_edits(self, *, number: int | None = None, count: int = 20) -> list[Edit]:
        """Give the latest edits of any kind, of one practice or of all, the latest first."""
        with reading(self._engine, self.name) as connection:
            self._state(connection)
            return edit_log.read_latest_edits(connection, self.name, number=number, count=count)

    def pages(self, number: int) -> list[RawPage]:
        """Give the pages of a practice as they were imported, the oldest first."""
        with reading(self._engine, self.name) as connection:
            self._state(connection)
            return read_pages(connection, number)

    def ended_logins(self) -> EndedLogins:
        """Give the logins that save nothing more here; nothing is read yet."""
        return EndedLogins(self._engine, self.name)

    def _file_bytes(self) -> int | None:
        """Give the size of an SQLite store's file; None where there is none.

        Raises:
            StoreError: The system does not say.
        """
        try:
            return Path(self.name).stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StoreError(
                message("store-not-read", name=self.name, reason=os_reason(error))
            ) from error

    def _state(self, connection: Connection) -> Row[tuple[object, ...]]:
        """Give the one row of the state, once its version is known to be right."""
        state = connection.execute(select(STATE)).one()
        require_version(state.tables_version, self.name)
        return state


@cache
def _gazetteer() -> GazetteerGeocoder:
    """Load the offline geocoder, at the first change."""
    return GazetteerGeocoder()
