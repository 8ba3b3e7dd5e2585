"""Bounds the number of connections, and closes those that stay idle.

A connection costs a file descriptor. At the limit the connection that was silent longest is closed
for the next one. A connection is closed, too, when its request does not arrive in time or its
answer is not read.

uvicorn times out idle connections only after an answer. It gives each connection a `state` that the
application finds in its scope: protocol and middleware here share their data through it, so that
nothing else of uvicorn is needed but the methods that asyncio calls.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from dashboard.locale import message

HEAD_S: Final = 15.0
"""Seconds within which the head of a request must arrive."""
BODY_S: Final = 20.0
"""Seconds within which the body of a request must arrive; each received part adds to them."""
BODY_BYTES_PER_S: Final = 4 * 2**10
"""Bytes of a body that add one second."""
UNREAD_S: Final = 60.0
"""Seconds after which a client that reads nothing of its answer is disconnected."""

_LOOKS_EVERY_S: Final = 1.0
_TRY_AGAIN_LATER: Final = 1013
_OWN: Final = "mapa_praktyk.connection"
_NO_ROOM: Final = (
    b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\n"
    b"Content-Length: 0\r\n\r\n"
)
_LOG: Final = logging.getLogger(__name__)


class Awaits(Enum):
    """What has to happen next on a connection."""

    HEAD = auto()
    BODY = auto()
    ANSWER = auto()


@dataclass(slots=True, eq=False)
class Connection:
    """The state of one connection.

    Attributes:
        transport: Its transport.
        since: When the current wait began; seconds of the clock.
        heard: When the client last sent something.
        awaits: What has to happen next.
        body_bytes: Received bytes of the current body.
        unread_bytes: Bytes of the answer that the client had not read at the last check.
        unread_since: Since when the client has read none of them.
        request: The request that is being answered, or was answered last.
    """

    transport: asyncio.Transport
    since: float
    heard: float
    awaits: Awaits = Awaits.HEAD
    body_bytes: int = 0
    unread_bytes: int = 0
    unread_since: float = 0.0
    request: Scope | None = None

    def wait_for(self, awaits: Awaits, now: float) -> None:
        """Begin another wait."""
        self.awaits, self.since, self.body_bytes = awaits, now, 0

    def is_overdue(self, now: float) -> bool:
        """Say whether the time of the current wait, or of an unread answer, is up."""
        waiting = now - self.since
        if self.awaits is Awaits.HEAD and waiting > HEAD_S:
            return True
        if self.awaits is Awaits.BODY and waiting > BODY_S + self.body_bytes / BODY_BYTES_PER_S:
            return True
        unread = self.transport.get_write_buffer_size()
        if not unread or unread < self.unread_bytes or not self.unread_bytes:
            self.unread_since = now
        self.unread_bytes = unread
        return now - self.unread_since > UNREAD_S


class Connections:
    """All connections of a server.

    Attributes:
        most: Most connections at once.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without any.

        Args:
            most: How many there may be.
            clock: Returns the time in seconds.
        """
        self.most = most
        self._clock = clock
        self._open: set[Connection] = set()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._open)

    def add(self, transport: asyncio.Transport) -> list[Connection]:
        """Add a connection; at the limit the longest idle one is closed, or else the new one.

        Returns:
            The connection; empty where it was refused.
        """
        if len(self._open) >= self.most and not self._make_room():
            _LOG.warning("%s", message("log-connections", count=self.most))
            transport.write(_NO_ROOM)
            transport.close()
            return []
        now = self._clock()
        connection = Connection(transport, since=now, heard=now)
        self._open.add(connection)
        return [connection]

    def remove(self, ended: Iterable[Connection]) -> None:
        """Forget connections that have ended."""
        self._open.difference_update(ended)

    def hear(self, connection: Connection, size: int) -> None:
        """Note that so many bytes have come by a connection."""
        connection.heard = self._clock()
        if connection.awaits is Awaits.BODY:
            connection.body_bytes += size

    def wait_for(self, connection: Connection, awaits: Awaits) -> None:
        """Note what a connection awaits from now on."""
        connection.wait_for(awaits, self._clock())

    def end_overdue(self) -> None:
        """End the connections whose other side did not do in time what was awaited of it."""
        now = self._clock()
        for connection in [each for each in self._open if each.is_overdue(now)]:
            self._end(connection)

    async def watch(self) -> None:
        """End overdue connections for as long as the server runs; on its event loop."""
        while True:
            await asyncio.sleep(_LOOKS_EVERY_S)
            self.end_overdue()

    def _make_room(self) -> bool:
        """End the connection that has been silent longest though it should send something."""
        idle = [each for each in self._open if each.awaits is not Awaits.ANSWER]
        if idle:
            self._end(min(idle, key=lambda each: each.heard))
        return bool(idle)

    def _end(self, connection: Connection) -> None:
        self._open.discard(connection)
        connection.transport.abort()


def bounded_protocols(
    connections: Connections,
) -> tuple[type[asyncio.Protocol], type[asyncio.Protocol]]:
    """Make uvicorn's protocols with counted connections, for its settings `http` and `ws`."""

    class BoundedHttp(H11Protocol):
        """A connection from its beginning on, until it ends or becomes a websocket."""

        def __init__(self, *, app_state: dict[str, Any], **named: Any) -> None:  # noqa: ANN401  uvicorn's
            self._own: list[Connection] = []
            super().__init__(app_state={**app_state, _OWN: self._own}, **named)

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._own.extend(connections.add(transport))

        def data_received(self, data: bytes) -> None:
            for connection in self._own:  # one, or none where there was no room for it
                connections.hear(connection, len(data))
                super().data_received(data)

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            connections.remove(self._own)

    class BoundedWebsocket(WebSocketsSansIOProtocol):
        """A connection that became a websocket, until it ends."""

        def __init__(self, *, app_state: dict[str, Any], **named: Any) -> None:  # noqa: ANN401  uvicorn's
            self._own: list[Connection] = app_state[_OWN]
            super().__init__(app_state=app_state, **named)

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            connections.remove(self._own)

    return BoundedHttp, BoundedWebsocket


class ConnectionStates:
    """The application, which records of each connection what it awaits next.

    Not all connections may be websockets, so that somebody who opens websockets only does not keep
    the server from answering requests.
    """

    def __init__(self, app: ASGIApp, connections: Connections, most_websockets: int) -> None:
        """Stand in front of an application.

        Args:
            app: What the requests are passed on to.
            connections: Those of the server.
            most_websockets: How many of them may be websockets.
        """
        self._app = app
        self._connections = connections
        self._most_websockets = most_websockets
        self._websockets = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its head has come when this is called."""
        own = scope.get("state", {}).get(_OWN)
        if not own or scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        (connection,) = own
        connection.request = scope
        self._connections.wait_for(connection, Awaits.ANSWER)
        try:
            if scope["type"] == "http":
                await self._answer(connection, scope, receive, send)
            else:
                await self._talk(scope, receive, send)
        finally:
            if connection.request is scope:  # else the next one has come already
                self._connections.wait_for(connection, Awaits.HEAD)

    async def _answer(
        self, connection: Connection, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Pass an HTTP request on, and note while its body is awaited."""
        has_come = False

        async def hear() -> Message:
            nonlocal has_come
            if not has_come and connection.awaits is not Awaits.BODY:
                self._connections.wait_for(connection, Awaits.BODY)
            message = await receive()
            if not has_come and not message.get("more_body", False):
                has_come = True
                self._connections.wait_for(connection, Awaits.ANSWER)
            return message

        await self._app(scope, hear, send)

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a websocket on, or refuse it where there are too many."""
        if self._websockets >= self._most_websockets:
            _LOG.warning("%s", message("log-websockets", count=self._websockets))
            await send({"type": "websocket.close", "code": _TRY_AGAIN_LATER})
            return
        self._websockets += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._websockets -= 1
