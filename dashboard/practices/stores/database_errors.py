"""What is said of a database that does not do what it was asked: which one, why, what helps.

Only a server's own first line is passed on: the lines under it show rows, and rows hold persons.
"""

from typing import Final

import psycopg
from psycopg import errors
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError

from dashboard.errors import DashboardError, NoTableError, StoreError, UnavailableError

_HELP: Final[dict[type[psycopg.Error], str]] = {
    errors.InsufficientPrivilege: "this user may not do that; the owner of the tables can GRANT it",
    errors.ReadOnlySqlTransaction: "this server only reads; name the one that is written to",
    errors.UndefinedObject: "the extension PostGIS must be in a schema of the search path",
    errors.UndefinedColumn: "a table is not as `mapa-praktyk import` makes it",
}
_PASSING: Final = (
    errors.LockNotAvailable,
    errors.QueryCanceled,  # by statement_timeout
    errors.TooManyConnections,
    errors.CannotConnectNow,  # it starts, or ends
    errors.AdminShutdown,
    errors.CrashShutdown,
)
"""What a database says that may answer the same question in a while."""

_UNREACHABLE: Final = (
    "cannot be reached; is the server running, are host, port, database and user right, and is"
    " the password in ~/.pgpass or PGPASSWORD?"
)


def no_table(name: str) -> NoTableError:
    """The error of a database that has no practices table."""
    return NoTableError(
        f"{name}: there is no practices table yet; "
        "`mapa-praktyk import PAGES --output postgresql://...` makes it"
    )


def told(name: str, error: Exception) -> DashboardError:
    """What to tell of an error of the database.

    Args:
        name: What a message calls the database.
        error: Of SQLAlchemy or of psycopg.
    """
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, errors.UndefinedTable):
        return no_table(name)
    words = _first_line(cause)
    if isinstance(cause, _PASSING) or isinstance(error, NoConnectionFreeError):
        return UnavailableError(f"{name}: {words}; it does not answer just now, try again later")
    if isinstance(cause, psycopg.OperationalError) and cause.sqlstate is None:
        return UnavailableError(f"{name}: {_UNREACHABLE} ({words})")
    for kind, helps in _HELP.items():
        if isinstance(cause, kind):
            return StoreError(f"{name}: {words}; {helps}")
    return StoreError(f"{name}: {words}")


def _first_line(error: BaseException) -> str:
    """The first line of what the server or its library says."""
    if isinstance(error, psycopg.Error) and error.diag.message_primary:
        return error.diag.message_primary
    if isinstance(error, SQLAlchemyError) and not error.args:
        return type(error).__name__
    return (str(error).splitlines() or [type(error).__name__])[0]
