"""Who may save corrections: anybody who is let in, or only people who are named and log in.

EDITORS_VARIABLE holds their e-mail addresses, or the path of a file of them. It is read again at
each question, so that a person who is taken off the list saves nothing more.

Addresses are compared without regard to capital letters, and only ASCII ones are known: other
letters may look like these or become these when made small (a Kelvin sign becomes a k), so one
person could pass for another.
"""

import datetime as dt
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from dashboard.errors import SettingsError
from dashboard.locale import message
from dashboard.practices.corrections import is_editing
from dashboard.variables import EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE
from geocoding.locale import os_reason

LOGIN_HOLDS: Final = dt.timedelta(hours=12)
"""How long a login lets a person save corrections."""

CLOCKS_DIFFER: Final = dt.timedelta(minutes=5)
"""How far the clocks of two machines may be apart."""

_ADDRESS: Final = re.compile(r"[^@\s,;]+@[^@\s,;]+")
_BLANKS: Final = " \t\r\n"
_HOLDS_ADDRESS: Final = re.compile(r"[^@\s,;]@[^@\s,;]")


class Permission(StrEnum):
    """What a reader may do with corrections."""

    READS = "reads"
    """The dashboard saves none."""
    ANYBODY = "anybody"
    """Saves: nobody has to log in."""
    NAMED = "named"
    """Saves: logged in, and on the list."""
    LOGGED_OUT = "logged-out"
    EXPIRED = "expired"
    UNVERIFIED = "unverified"
    NOT_NAMED = "not-named"
    UNCHECKED = "unchecked"
    """Logged in, and nobody can say whether that login was ended meanwhile."""

    @property
    def may_save(self) -> bool:
        """Whether corrections of this reader are saved."""
        return self in (Permission.ANYBODY, Permission.NAMED)


def named_editors() -> frozenset[str]:
    """Return the addresses of those who may save corrections, in small letters.

    Empty where none is set.

    Raises:
        SettingsError: The file cannot be read, or something is no address.
    """
    return read_editors(os.environ.get(EDITORS_VARIABLE, ""))


def read_editors(named: str) -> frozenset[str]:
    """Return the addresses in a list or in the file of that path, in small letters.

    Raises:
        SettingsError: The file cannot be read, or something is no address. The message holds no
            address: it may be a person's.
    """
    if not named or (_HOLDS_ADDRESS.search(named) and not is_file(named)):
        source, unit, parts = "", "address", re.split(r"[\s,;]+", named.strip())
    else:
        source, unit, parts = repr(named), "line", _lines_of(named)
    addresses: set[str] = set()
    for number, part in enumerate(parts, start=1):
        for word in filter(None, re.split(r"[\s,;]+", part)):
            if fault := _fault(word):
                raise SettingsError(
                    message(f"editors-{unit}-{fault}", file=source, number=str(number))
                )
            addresses.add(word.lower())
    if named and not addresses:
        raise SettingsError(message("editors-nobody", file=source))
    return frozenset(addresses)


def _lines_of(path: str) -> list[str]:
    """Return the lines of a file of addresses without their remarks, which begin with '#'.

    Raises:
        SettingsError: The file cannot be read.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else message("no-utf-8")
        raise SettingsError(message("editors-not-read", path=repr(path), reason=reason)) from error
    return [line.partition("#")[0] for line in text.split("\n")]


def _fault(word: str) -> str:
    """Return why a word cannot be compared as an address, 'none' or 'letters'; '' where it can."""
    if not _ADDRESS.fullmatch(word):
        return "none"
    return "" if word.isascii() else "letters"


def is_file(text: str) -> bool:
    """Say whether a text is the path of a file."""
    try:
        return Path(text).is_file()
    except OSError:  # longer than a path can be
        return False


def permission_of(claims: Mapping[str, object] | None, *, now: dt.datetime) -> Permission:
    """Return what the reader may do with whom the identity provider vouches for.

    Args:
        claims: Of the identity token; empty where the reader is not logged in, None where this
            dashboard knows no login.
        now: With a time zone.

    Raises:
        SettingsError: The list of editors cannot be read.
    """
    if not is_editing():
        return Permission.READS
    editors = named_editors()
    if claims is None and not editors:
        return Permission.ANYBODY
    if not claims:
        return Permission.LOGGED_OUT
    if not _is_fresh(claims.get("iat"), now):
        return Permission.EXPIRED
    if not _is_verified(claims):
        return Permission.UNVERIFIED
    address = address_in(claims)
    is_named = address.isascii() and address.lower() in editors
    return Permission.NAMED if is_named else Permission.NOT_NAMED


def address_in(claims: Mapping[str, object]) -> str:
    """Return the e-mail address that the provider states, as it came; empty without one."""
    address = claims.get("email")
    return address.strip(_BLANKS) if isinstance(address, str) else ""


def trusts_email() -> bool:
    """Say whether an address counts of which the provider does not state that it is verified."""
    return os.environ.get(TRUST_EMAIL_VARIABLE) == "1"


def _is_verified(claims: Mapping[str, object]) -> bool:
    """Say whether the provider states that the address is the person's, or is trusted in that."""
    stated = claims.get("email_verified")
    if stated is None:
        return trusts_email()
    return stated is True or stated == "true"


def _is_fresh(issued_at: object, now: dt.datetime) -> bool:
    """Say whether a login of that moment, in seconds since 1970, still lets its person save."""
    if not isinstance(issued_at, int | float):
        return False
    oldest, newest = (now - LOGIN_HOLDS).timestamp(), (now + CLOCKS_DIFFER).timestamp()
    return oldest < issued_at <= newest
