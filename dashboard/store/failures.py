"""Errors of the database as errors of this program: which store, what happened, what helps.

Only a server's own first line is passed on: the lines under it show rows, and rows hold persons.
"""

import sqlite3
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError

from dashboard.errors import DashboardError, NoTableError, StoreError, UnavailableError

_OTHER_COLUMNS: Final = (
    "a table is not as this program makes it; whoever may change the tables brings them up with"
    " `mapa-praktyk migrate`"
)
_SERVER_HELP: Final = {
    "42501": "this user may not do that; the owner of the tables can GRANT it",
    "25006": "this server only reads; name the one that is written to",
    "42704": "the extension PostGIS must be in a schema of the search path",
    "42703": _OTHER_COLUMNS,
    "53100": "its disk is full: make room there",
}
"""What helps, by the SQLSTATE of PostgreSQL's error (its manual, appendix A)."""

_PASSING: Final = frozenset(("55P03", "57014", "53300", "57P01", "57P02", "57P03"))
"""The SQLSTATEs of a server that may answer to the same question in a while: locked, by
statement_timeout, too many connections, it starts or ends."""

_BUSY: Final = ("SQLITE_BUSY", "SQLITE_LOCKED")
_UNDEFINED_TABLE: Final = "42P01"
_UNREACHABLE: Final = (
    "cannot be reached; is the server running, are host, port, database and user right, and is"
    " the password in ~/.pgpass or PGPASSWORD?"
)
_SQLITE_HELP: Final = {
    "SQLITE_BUSY": "another program is writing it; try again when it is done",
    "SQLITE_LOCKED": "another program is writing it; try again when it is done",
    "SQLITE_READONLY": "it can only be read here; let this program write the file and its folder",
    "SQLITE_CANTOPEN": "it cannot be opened; is there such a folder, and may this program read it?",
    "SQLITE_PERM": "it cannot be opened; may this program read it?",
    "SQLITE_FULL": "the disk is full: make room there",
    "SQLITE_IOERR": "the disk does not read or write it; make room there, or check the disk",
    "SQLITE_NOTADB": "this is no store; put a backup back with `mapa-praktyk restore`",
    "SQLITE_CORRUPT": "it is damaged; put a backup back with `mapa-praktyk restore`",
}
"""What helps, by the beginning of SQLite's error name."""


def error_of(name: str, error: Exception) -> DashboardError:
    """Give the error to raise in place of one of the database.

    Args:
        name: What a message calls the store.
        error: Of SQLAlchemy or of a driver.
    """
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(name, cause)
    state = getattr(cause, "sqlstate", None)
    if state == _UNDEFINED_TABLE:
        return no_table(name)
    words = _first_line(cause)
    if state in _PASSING or isinstance(error, NoConnectionFreeError):
        return UnavailableError(f"{name}: {words}; it does not answer just now, try again later")
    if state is None and type(cause).__name__ in {"OperationalError", "ConnectionTimeout"}:
        return UnavailableError(f"{name}: {_UNREACHABLE} ({words})")
    helps = _SERVER_HELP.get(state or "")
    return StoreError(f"{name}: {words}; {helps}" if helps else f"{name}: {words}")


def no_table(name: str) -> NoTableError:
    """Give the error of a store that has no practices table."""
    return NoTableError(
        f"{name}: there is no practices table yet; "
        "`mapa-praktyk import PAGES --output ...` makes it"
    )


def _of_sqlite(name: str, error: sqlite3.Error) -> DashboardError:
    words = str(error)
    if words.startswith("no such table"):
        return no_table(name)
    if words.startswith("no such column"):
        return StoreError(f"{name}: {words}; {_OTHER_COLUMNS}")
    kind = getattr(error, "sqlite_errorname", "") or ""
    helps = next((text for begin, text in _SQLITE_HELP.items() if kind.startswith(begin)), "")
    kind_of_error = UnavailableError if kind.startswith(_BUSY) else StoreError
    return kind_of_error(f"{name}: {words}; {helps}" if helps else f"{name}: {words}")


def _first_line(error: BaseException) -> str:
    """Give the first line of what the server or its library says."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    if primary:
        return str(primary)
    if isinstance(error, SQLAlchemyError) and not error.args:
        return type(error).__name__
    return (str(error).splitlines() or [type(error).__name__])[0]
