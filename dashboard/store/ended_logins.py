"""Logins that were ended before their time, so that they save nothing more wherever they are used.

A login lives in a cookie, which every copy of it and every open window goes on to hold after its
person logged out. So what was ended is written into the store, where every server that saves
corrections there looks. Of a login only a digest is stored, for as long as it would hold.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select

from dashboard.practices.editors import CLOCKS_DIFFER, LOGIN_HOLDS
from dashboard.store.engines import reading, writing
from dashboard.store.tables import ENDED_LOGINS

_STATED: Final = ("iss", "sub", "iat")
"""The claims of an identity token that together identify one login."""


class EndedLogins:
    """The table of the logins that were ended, which all dashboards on a store share."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Use the table of a store; nothing is asked of it yet.

        Args:
            engine: Of the store.
            name: What a message calls the store.
        """
        self._engine = engine
        self._name = name

    def prepare(self) -> None:
        """Make sure that a login can be ended later.

        Raises:
            StoreError: The table cannot be written.
        """
        with writing(self._engine, self._name) as connection:
            _forget_old(connection)

    def add(self, login: str, *, until: dt.datetime) -> None:
        """Put a login into the table.

        Args:
            login: As `digest_of` gives it.
            until: When nobody could save with it any more, so that the row may go.

        Raises:
            StoreError: The table cannot be written.
        """
        with writing(self._engine, self._name) as connection:
            _forget_old(connection)
            connection.execute(delete(ENDED_LOGINS).where(ENDED_LOGINS.c.login == login))
            connection.execute(insert(ENDED_LOGINS).values(login=login, until=until))

    def has(self, login: str) -> bool:
        """Say whether a login is in the table.

        Raises:
            StoreError: The table cannot be read.
        """
        with reading(self._engine, self._name) as connection:
            query = select(ENDED_LOGINS.c.login).where(ENDED_LOGINS.c.login == login)
            return connection.scalar(query) is not None


def _forget_old(connection: Connection) -> None:
    """Remove the logins that would have ended by themselves by now."""
    connection.execute(delete(ENDED_LOGINS).where(ENDED_LOGINS.c.until < dt.datetime.now(dt.UTC)))


def end_login(ended: EndedLogins, claims: Mapping[str, object]) -> None:
    """End a login for good.

    Args:
        ended: The list.
        claims: Of the identity token.

    Raises:
        StoreError: The list cannot be written.
    """
    holds_at_most = LOGIN_HOLDS + 2 * CLOCKS_DIFFER  # the provider's clock, and another server's
    ended.add(digest_of(claims), until=dt.datetime.now(dt.UTC) + holds_at_most)


def is_ended(ended: EndedLogins, claims: Mapping[str, object]) -> bool:
    """Say whether a login was ended.

    Raises:
        StoreError: That cannot be known.
    """
    return ended.has(digest_of(claims))


def digest_of(claims: Mapping[str, object]) -> str:
    """Return what identifies a login, without saying whose it is.

    Hexadecimal, 64 characters.
    """
    stated = [str(claims.get(name)) for name in _STATED]
    return hashlib.sha256(json.dumps(stated).encode()).hexdigest()
