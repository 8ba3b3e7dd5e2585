"""Who may save corrections: anybody who is let in, or only people who are named and log in.

EDITORS_VARIABLE holds their e-mail addresses, or the path of a file of them. It is read again at
each question, so that a person who is taken off the list saves nothing more.
"""

import datetime as dt
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from dashboard.errors import SettingsError
from dashboard.practices.corrections import is_editing

EDITORS_VARIABLE: Final = "MAPA_PRAKTYK_EDITORS"
"""The environment variable that names those who may save corrections."""

LOGIN_HOLDS: Final = dt.timedelta(hours=12)
"""How long a login lets a person save corrections."""

_ADDRESS: Final = re.compile(r"[^@\s,;]+@[^@\s,;]+")
_HOLDS_ADDRESS: Final = re.compile(r"[^@\s,;]@[^@\s,;]")
_CLOCKS_DIFFER: Final = dt.timedelta(minutes=5)


class Standing(StrEnum):
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

    @property
    def saves(self) -> bool:
        """Whether corrections of this reader are saved."""
        return self in (Standing.ANYBODY, Standing.NAMED)


def named_editors() -> frozenset[str]:
    """The addresses of those who may save corrections, in small letters; empty where none is set.

    Raises:
        SettingsError: The file cannot be read, or something is no address.
    """
    return read_editors(os.environ.get(EDITORS_VARIABLE, ""))


def read_editors(named: str) -> frozenset[str]:
    """The addresses in a list or in the file of that path, in small letters.

    Raises:
        SettingsError: The file cannot be read, or something is no address.
    """
    is_list = not named or (_HOLDS_ADDRESS.search(named) and not is_file(named))
    try:
        text = named if is_list else Path(named).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise SettingsError(
            f"the editors cannot be read from {named!r} ({reason}): name a file with one e-mail"
            " address a line, or the addresses themselves"
        ) from error
    lines = [line.partition("#")[0] for line in text.splitlines()]
    words = re.split(r"[\s,;]+", "\n".join(lines).strip())
    wrong = [word for word in words if word and not _ADDRESS.fullmatch(word)]
    if wrong or (named and not any(words)):
        what = f"{wrong[0]!r} is no e-mail address" if wrong else "it names nobody"
        raise SettingsError(f"the editors in {named!r}: {what}; one is name@example.org")
    return frozenset(word.casefold() for word in words if word)


def is_file(text: str) -> bool:
    """Whether a text is the path of a file."""
    try:
        return Path(text).is_file()
    except OSError:  # longer than a path can be
        return False


def standing_of(claims: Mapping[str, object] | None, *, now: dt.datetime) -> Standing:
    """What the reader may do with whom the identity provider vouches for.

    Args:
        claims: Of the identity token; empty where the reader is not logged in, None where this
            dashboard knows no login.
        now: With a time zone.

    Raises:
        SettingsError: The list of editors cannot be read.
    """
    if not is_editing():
        return Standing.READS
    editors = named_editors()
    if claims is None and not editors:
        return Standing.ANYBODY
    if not claims:
        return Standing.LOGGED_OUT
    if not _is_fresh(claims.get("iat"), now):
        return Standing.EXPIRED
    if claims.get("email_verified", True) not in (True, "true"):
        return Standing.UNVERIFIED
    return Standing.NAMED if address_in(claims) in editors else Standing.NOT_NAMED


def address_in(claims: Mapping[str, object]) -> str:
    """The e-mail address that the provider vouches for, in small letters; empty without one."""
    return str(claims.get("email") or "").strip().casefold()


def _is_fresh(issued_at: object, now: dt.datetime) -> bool:
    """Whether a login of that moment, in seconds since 1970, still lets its person save."""
    if not isinstance(issued_at, int | float):
        return False
    age = dt.timedelta(seconds=now.timestamp() - issued_at)
    return -_CLOCKS_DIFFER <= age < LOGIN_HOLDS
