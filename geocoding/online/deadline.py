"""An end to a request as a whole.

A timeout of `requests` is the wait for the next bytes: a server that sends one byte now and then
keeps its client for ever. Here a timer cuts the connection of a request whose time is up.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from typing import Any, Final

from geopy.adapters import RequestsHTTPWithSSLContextAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.response import HTTPResponse


class Deadline:
    """The end of one request.

    Attributes:
        is_over: Whether its time is up.
    """

    def __init__(self) -> None:
        """Make a deadline that is not over, with no connection to cut."""
        self.is_over = False
        self._lock = threading.Lock()
        self._cuts: list[Callable[[], None]] = []

    def watch(self, connection: socket.socket) -> None:
        """Cut a connection when the time is up, which it may be already."""
        cut = partial(socket.socket.shutdown, connection, socket.SHUT_RDWR)
        with self._lock:
            self._cuts.append(cut)
            if self.is_over:
                _do(cut)

    def end(self) -> None:
        """Cut all connections."""
        with self._lock:
            self.is_over = True
            for cut in self._cuts:
                _do(cut)


_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def ends_after(seconds: float) -> Iterator[Deadline]:
    """Set a deadline for what this thread asks for through a `DeadlineHTTPAdapter`."""
    deadline = Deadline()
    timer = threading.Timer(seconds, deadline.end)
    timer.daemon = True
    token = _current.set(deadline)
    timer.start()
    try:
        yield deadline
    finally:
        timer.cancel()
        _current.reset(token)


def _do(cut: Callable[[], None]) -> None:
    """Cut a connection, which may be closed already."""
    with suppress(OSError):
        cut()


def _watched(connection: HTTPConnection) -> None:
    """Register a connection that was just opened or reused with the current deadline."""
    deadline = _current.get()
    if deadline is not None and connection.sock is not None:
        deadline.watch(connection.sock)


class _PlainConnection(HTTPConnection):
    """A connection that the deadline of its request cuts."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        """Return the answer, from its first byte on."""
        _watched(self)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    """The same with TLS."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        """Return the answer, from its first byte on."""
        _watched(self)
        return super().getresponse()


class _PlainPool(HTTPConnectionPool):
    """Connections that a deadline cuts."""

    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    """The same with TLS."""

    ConnectionCls = _SecureConnection


_POOLS: Final = {"http": _PlainPool, "https": _SecurePool}


class DeadlineHTTPAdapter(RequestsHTTPWithSSLContextAdapter):
    """geopy's transport adapter for `requests`, with connections that a deadline cuts."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # requests' own
        """Make the pools of connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401  # requests' own
        """Return the pools of connections through a proxy."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager
