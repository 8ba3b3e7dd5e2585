"""Connections to PostgreSQL that wait for nothing without end.

Three bounds hold for each transaction, since each covers what the others do not: how long the
server waits for a lock, how long it works on one statement, and how long this side waits for a
server of which nothing is heard any more, such as one that was halted or whose network is gone.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar, cast

import psycopg
from psycopg import sql
from psycopg.abc import PQGen
from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from dashboard.locale import message
from dashboard.store.time_limits import SHORT, TimeLimits

_Result = TypeVar("_Result")

_CONNECTING_S: Final = "5"
_ALIVE: Final[dict[str, str]] = {
    "keepalives_idle": "20",  # seconds, as are the others but the last one
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",  # milliseconds
}
_LOOKS_EVERY_S: Final = 0.1


class _BoundConnection(psycopg.Connection[Any]):
    """A connection that gives up a server of which nothing is heard."""

    limits: TimeLimits = SHORT

    def wait(
        self,
        gen: PQGen[_Result],
        interval: float = _LOOKS_EVERY_S,
        timeout: float | None = None,
    ) -> _Result:
        """Wait for what the server has to say.

        Raises:
            OperationalError: Nothing was heard; the connection is closed.
        """
        asked = {} if timeout is None else {"timeout": timeout}  # psycopg 3.2 knows none
        return super().wait(self._heard(gen), interval, **asked)

    def _heard(self, gen: PQGen[_Result]) -> PQGen[_Result]:
        """Return the same steps of waiting, given up once they take too long."""
        ends_at = time.monotonic() + self.limits.silence_s
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and time.monotonic() > ends_at:
                    self.close()
                    raise psycopg.OperationalError(
                        message("store-silent", seconds=f"{self.limits.silence_s:.0f}")
                    )
                wanted = gen.send(ready)
        except StopIteration as end:
            result: _Result = end.value
            return result


def engine_of(url: URL) -> Engine:
    """Give the connections to a database, shared by all visitors.

    Args:
        url: With the driver; what it says of waiting goes before what is set here.
    """
    bounds = {"connect_timeout": _CONNECTING_S, **_ALIVE}
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_timeout=SHORT.statement_s,
        hide_parameters=True,
        json_serializer=str,  # the callers write and read JSON themselves
        json_deserializer=_as_text,
        connect_args={
            **{name: value for name, value in bounds.items() if name not in url.query},
            "client_encoding": "utf8",
            "options": "-c datestyle=ISO",
            "fallback_application_name": "mapa-praktyk",
        },
    )

    event.listen(engine, "do_connect", _connect)
    return engine


def _connect(
    _dialect: object, _record: object, _arguments: object, named: dict[str, Any]
) -> _BoundConnection:
    """Return a connection of ours in place of the driver's own."""
    return _BoundConnection.connect(**named)


@contextmanager
def bounded(connection: Connection, limits: TimeLimits) -> Iterator[None]:
    """Bound how long a transaction waits, in which `connection` is."""
    driver = cast("_BoundConnection", connection.connection.driver_connection)
    driver.limits = limits
    try:
        connection.execute(_BOUNDS, _bounds_ms(limits))
        yield
    finally:
        driver.limits = SHORT


def copy_rows(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Send rows by COPY, which takes less than half of the time of statements.

    Args:
        connection: In a transaction that writes.
        table: Where to.
        columns: Names of the columns; the others get their defaults.
        rows: Cells as the driver takes them, in the order of the columns.

    Raises:
        DBAPIError: The server refuses, as one of SQLAlchemy's own statements would raise it.
    """
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(*filter(None, (table.schema, table.name))),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
    )
    driver = cast("_BoundConnection", connection.connection.driver_connection)
    try:
        with driver.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        raise DBAPIError("COPY", None, error, hide_parameters=True) from error


def _as_text(content: str | bytes) -> str:
    return content.decode() if isinstance(content, bytes) else content


_BOUNDS: Final = text(
    "SELECT set_config('lock_timeout', :lock, true), set_config('statement_timeout', :work, true)"
)


def _bounds_ms(limits: TimeLimits) -> dict[str, str]:
    """Return the bounds in milliseconds, as the server takes them."""
    return {
        "lock": f"{limits.lock_s * 1000:.0f}",
        "work": f"{limits.statement_s * 1000:.0f}",
    }
