"""Logins that were ended before their time, so that they save nothing more wherever they are used.

A login lives in a cookie, which every copy of it and every open window goes on to hold after its
person logged out. So what was ended is written down with the practices table, where every server
that saves corrections of it looks. Of a login only a digest is kept, for as long as it would hold.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Final, Protocol

from dashboard.practices.editors import CLOCKS_DIFFER, LOGIN_HOLDS

_STATED: Final = ("iss", "sub", "iat")
"""The claims of an identity token that together tell one login from all others."""


class EndedLogins(Protocol):
    """The list of the logins that were ended."""

    def prepare(self) -> None:
        """Make the list where there is none, so that a login can be ended later.

        Raises:
            StoreError: It cannot be made or written.
        """

    def add(self, login: str, *, until: dt.datetime) -> None:
        """Put a login on the list.

        Args:
            login: As `digest_of` gives it.
            until: When nobody could save with it any more, so that the entry may go.

        Raises:
            StoreError: The list cannot be written.
        """

    def has(self, login: str) -> bool:
        """Whether a login is on the list.

        Raises:
            StoreError: The list cannot be read.
        """


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
    """Whether a login was ended.

    Raises:
        StoreError: That cannot be known.
    """
    return ended.has(digest_of(claims))


def digest_of(claims: Mapping[str, object]) -> str:
    """What tells a login from others, without saying whose it is; hexadecimal, 64 characters."""
    stated = [str(claims.get(name)) for name in _STATED]
    return hashlib.sha256(json.dumps(stated).encode()).hexdigest()
