"""The list of ended logins in a database, which all dashboards on its tables share."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import Column, Connection, DateTime, MetaData, Table, Text, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from dashboard.practices.stores.database_tables import has_table

_ENDED: Final = Table(
    "ended_logins",
    MetaData(),  # of its own: databases that an earlier version made get it when it is needed
    Column("login", Text, primary_key=True, comment="SHA-256 of the login's iss, sub and iat"),
    Column("until", DateTime(timezone=True), nullable=False, comment="when the row may go"),
    comment="Logins that were ended before their time and save nothing more",
)
_ONE_AT_A_TIME: Final = 0x656E6465
"""Key of the lock that all take who make the table."""


class DatabaseEndedLogins:
    """The table `ended_logins`."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Keep the list in a database; nothing is asked of it yet.

        Args:
            transaction: Begins one; its errors are StoreErrors.
        """
        self._transaction = transaction

    def prepare(self) -> None:
        """Make the table where there is none, and see that this user may write it.

        Raises:
            StoreError: It cannot be made or written.
        """
        with self._transaction() as connection:
            self._forget(connection)

    def add(self, login: str, *, until: dt.datetime) -> None:
        """Put a login into the table.

        Raises:
            StoreError: It cannot be made or written.
        """
        with self._transaction() as connection:
            self._forget(connection)
            connection.execute(
                insert(_ENDED).values(login=login, until=until).on_conflict_do_nothing()
            )

    def has(self, login: str) -> bool:
        """Whether a login is in the table.

        Raises:
            StoreError: It cannot be read.
        """
        with self._transaction() as connection:
            if not has_table(connection, _ENDED):
                return False
            found = connection.scalar(select(_ENDED.c.login).where(_ENDED.c.login == login))
            return found is not None

    def _forget(self, connection: Connection) -> None:
        """Remove what would have ended by itself by now; makes the table at first."""
        if not has_table(connection, _ENDED):
            connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
            _ENDED.create(connection, checkfirst=True)
        connection.execute(delete(_ENDED).where(_ENDED.c.until < dt.datetime.now(dt.UTC)))
