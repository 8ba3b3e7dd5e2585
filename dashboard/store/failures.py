"""Errors of the database as errors of this program: which store, what happened, what helps.

Only a server's own first line is passed on: the lines under it show rows, and rows hold persons.
"""

import sqlite3
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError

from dashboard.errors import DashboardError, NoTableError, StoreError, UnavailableError
from dashboard.locale import message

_SERVER_HELP: Final = {
    "42501": "store-help-permission",
    "25006": "store-help-replica",
    "42704": "store-help-postgis",
    "42703": "store-help-columns",
    "53100": "store-help-disk-full",
}
"""The message that helps, by the SQLSTATE of PostgreSQL's error (its manual, appendix A)."""

_PASSING: Final = frozenset(("55P03", "57014", "53300", "57P01", "57P02", "57P03"))
"""The SQLSTATEs of a server that may answer to the same question in a while: locked, by
statement_timeout, too many connections, it starts or ends."""

_BUSY: Final = ("SQLITE_BUSY", "SQLITE_LOCKED")
_UNDEFINED_TABLE: Final = "42P01"
_SQLITE_HELP: Final = {
    "SQLITE_BUSY": "store-help-busy",
    "SQLITE_LOCKED": "store-help-busy",
    "SQLITE_READONLY": "store-help-only-read",
    "SQLITE_CANTOPEN": "store-help-cannot-open",
    "SQLITE_PERM": "store-help-may-not-open",
    "SQLITE_FULL": "store-help-disk-full",
    "SQLITE_IOERR": "store-help-disk-fault",
    "SQLITE_NOTADB": "store-help-no-store",
    "SQLITE_CORRUPT": "store-help-damaged",
}
"""The message that helps, by the beginning of SQLite's error name."""


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
        return UnavailableError(message("store-busy", name=name, words=words))
    if state is None and type(cause).__name__ in {"OperationalError", "ConnectionTimeout"}:
        return UnavailableError(message("store-unreachable", name=name, words=words))
    return StoreError(_with_help(name, words, _SERVER_HELP.get(state or "", "")))


def no_table(name: str) -> NoTableError:
    """Give the error of a store that has no practices table."""
    return NoTableError(message("store-no-table", name=name))


def _of_sqlite(name: str, error: sqlite3.Error) -> DashboardError:
    words = str(error)
    if words.startswith("no such table"):
        return no_table(name)
    if words.startswith("no such column"):
        return StoreError(_with_help(name, words, "store-help-columns"))
    kind = getattr(error, "sqlite_errorname", "") or ""
    helps = next((text for begin, text in _SQLITE_HELP.items() if kind.startswith(begin)), "")
    kind_of_error = UnavailableError if kind.startswith(_BUSY) else StoreError
    return kind_of_error(_with_help(name, words, helps))


def _with_help(name: str, words: str, helps: str) -> str:
    """Give what is wrong with a store, and the message that helps, where there is one."""
    if not helps:
        return f"{name}: {words}"
    return message("store-error", name=name, words=words, helps=message(helps))


def _first_line(error: BaseException) -> str:
    """Give the first line of what the server or its library says."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    if primary:
        return str(primary)
    if isinstance(error, SQLAlchemyError) and not error.args:
        return type(error).__name__
    return (str(error).splitlines() or [type(error).__name__])[0]
