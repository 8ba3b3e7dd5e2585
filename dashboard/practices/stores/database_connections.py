"""Connections to a database that wait for nothing without end.

Three bounds hold for each transaction, since each covers what the others do not: how long the
server waits for a lock, how long it works on one statement, and how long this side waits for a
server of which nothing is heard any more, such as one that was halted or whose network is gone.
"""

import atexit
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeVar, cast

import psycopg
from psycopg.abc import PQGen
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from dashboard.errors import SettingsError

_Result = TypeVar("_Result")

_DRIVER: Final = "postgresql+psycopg"
_CONNECTING_S: Final = "5"
_ALIVE: Final[dict[str, str]] = {
    "keepalives_idle": "20",  # seconds, as are the others but the last one
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",  # milliseconds
}
_LOOKS_EVERY_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a transaction waits.

    Attributes:
        lock_s: Seconds for another transaction to let go of a lock.
        statement_s: Seconds for the server to carry out one statement.
    """

    lock_s: float
    statement_s: float

    @property
    def silence_s(self) -> float:
        """Seconds in which something must be heard of the server: it speaks up before that."""
        return self.statement_s + 1


SHORT: Final = Patience(lock_s=2, statement_s=4)
"""For questions that every visitor asks."""

READING: Final = Patience(lock_s=2, statement_s=60)
"""For all practices."""

CORRECTING: Final = Patience(lock_s=10, statement_s=20)
"""For corrections, whose reader waits before the page."""

IMPORTING: Final = Patience(lock_s=30, statement_s=300)
"""For all practices, written over a slow line too."""


class _BoundConnection(psycopg.Connection[Any]):
    """A connection that gives up a server of which nothing is heard."""

    patience: Patience = SHORT

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
        """The same steps of waiting, given up once they take too long."""
        ends_at = time.monotonic() + self.patience.silence_s
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and time.monotonic() > ends_at:
                    self.close()
                    raise psycopg.OperationalError(
                        f"the server said nothing for {self.patience.silence_s:.0f} s"
                    )
                wanted = gen.send(ready)
        except StopIteration as end:
            result: _Result = end.value
            return result


def url_of(address: str) -> URL:
    """An address, with the driver.

    Raises:
        SettingsError: It is none.
    """
    try:
        url = make_url(address.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError):
        raise SettingsError(
            "this is no address of a database; one is postgresql://user@host:5432/database"
        ) from None
    return url.set(drivername=_DRIVER)


@cache
def engine_of(url: URL) -> Engine:
    """The connections to a database, shared by all visitors.

    Args:
        url: With the driver; what it says of waiting goes before what is set here.
    """
    bounds = {"connect_timeout": _CONNECTING_S, **_ALIVE}
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_timeout=SHORT.statement_s,
        hide_parameters=True,
        connect_args={
            **{name: value for name, value in bounds.items() if name not in url.query},
            "client_encoding": "utf8",
            "fallback_application_name": "mapa-praktyk",
        },
    )

    event.listen(engine, "do_connect", _connect)
    atexit.register(engine.dispose)
    return engine


def _connect(
    _dialect: object, _record: object, _arguments: object, named: dict[str, Any]
) -> _BoundConnection:
    """A connection of ours in place of the driver's own."""
    return _BoundConnection.connect(**named)


@contextmanager
def bound_transaction(
    engine: Engine, patience: Patience, isolation: str = ""
) -> Iterator[Connection]:
    """A transaction that waits for nothing without end; it is taken back where it fails.

    Args:
        engine: The connections.
        patience: How long it waits.
        isolation: Its level, in SQL; empty for the usual one.

    Raises:
        SQLAlchemyError: The database cannot be reached, refuses, or takes too long.
        psycopg.Error: The same, while rows are copied.
    """
    with engine.begin() as connection:
        driver = cast("_BoundConnection", connection.connection.driver_connection)
        driver.patience = patience
        try:
            if isolation:
                connection.execute(text(f"SET TRANSACTION ISOLATION LEVEL {isolation}"))
            connection.execute(_BOUNDS, _bounds_ms(patience))
            yield connection
        finally:
            driver.patience = SHORT


_BOUNDS: Final = text(
    "SELECT set_config('lock_timeout', :lock, true), set_config('statement_timeout', :work, true)"
)


def _bounds_ms(patience: Patience) -> dict[str, str]:
    """The bounds in milliseconds, as the server takes them."""
    return {
        "lock": f"{patience.lock_s * 1000:.0f}",
        "work": f"{patience.statement_s * 1000:.0f}",
    }
