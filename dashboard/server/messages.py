"""Which messages of a browser reach Streamlit: those that a page of ours sends, no others.

A browser has one websocket a page. What comes in by it is looked at before Streamlit does
anything with it: its size before it is parsed, then its kind. Streamlit's protocol has kinds that
change the server for all visitors, such as `clear_cache`; no page of ours needs them.

A message is parsed once, for all who stand between the browser and Streamlit.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.streamlit_protocol import BackMsg, ForwardMsg

MAX_BYTES: Final = 2**20
"""Size of one message. Visits of the practices that ship send up to 2 kB: the values of all widgets
of a page, and 64 characters for each message of the server that the browser keeps."""
MAX_WIDGETS: Final = 2_000
MAX_HASHES: Final = 10_000
MAX_FILES: Final = 2_000
"""Files that are uploaded at once; as many as one archive may hold."""
MAX_ADDRESS_CHARACTERS: Final = 2**16

KINDS: Final = frozenset(
    {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "dataframe_chunk"}
)
"""What a page sends: of Streamlit's BackMsg and, within `backend_operation_request`, of that."""

_OPERATION: Final = "backend_operation_request"
_REFUSED: Final = "mapa_praktyk.refused"
_PARSED: Final = "mapa_praktyk.parsed"
_BROKEN_PROTOCOL: Final = 1002
_NO_TEXT: Final = 1003
_TOO_LARGE: Final = 1009

_BYTES_PER_SECOND: Final = 256 * 2**10
_BYTES_AT_ONCE: Final = 4 * 2**20
_BYTES_PER_MESSAGE: Final = 2 * 2**10
"""What a message counts at least: even an empty one makes the server work."""


def of_browser(message: Message) -> BackMsg:
    """Return the content of a message that a browser sent.

    Raises:
        DecodeError: It is none of Streamlit's.
    """
    if _PARSED not in message:
        message[_PARSED] = BackMsg.FromString(message["bytes"])
    parsed: BackMsg = message[_PARSED]
    return parsed


def of_server(message: Message) -> ForwardMsg:
    """Return the content of a message that Streamlit sends."""
    if _PARSED not in message:
        message[_PARSED] = ForwardMsg.FromString(message["bytes"])
    parsed: ForwardMsg = message[_PARSED]
    return parsed


class MessageGate:
    """The application, which hears of each browser what a page of ours sends, at a bounded rate.

    A connection with a message that no browser sends (too large, text, empty, none of
    Streamlit's) is closed; a message of a kind that is not in KINDS is left out.
    """

    def __init__(
        self,
        app: ASGIApp,
        most_bytes: int = MAX_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Wrap an application.

        Args:
            app: What the messages are passed on to.
            most_bytes: Size of the largest message that is passed on.
            clock: Returns the time in seconds.
        """
        self._app = app
        self._most_bytes = most_bytes
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, of a websocket the messages that may pass."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        pace, closed = _Pace(self._clock), False

        async def receive_checked() -> Message:
            nonlocal closed
            message = await self._next(receive, pace)
            if message["type"] == _REFUSED:
                closed = True
                await send({"type": "websocket.close", "code": message["code"]})
                return {"type": "websocket.disconnect", "code": message["code"]}
            return message

        async def send_checked(message: Message) -> None:
            if not closed:
                await send(message)

        await self._app(scope, receive_checked, send_checked)

    async def _next(self, receive: Receive, pace: "_Pace") -> Message:
        """Return the next message that may pass, or one of type _REFUSED with the closing code."""
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            if code := self._fault(message):
                return {"type": _REFUSED, "code": code}
            await asyncio.sleep(pace.wait_s(len(message["bytes"])))
            if _kind(of_browser(message)) in KINDS:
                return message

    def _fault(self, message: Message) -> int:
        """Return the code to close a connection with for a message.

        0 where nothing is wrong with it.
        """
        content: bytes | None = message.get("bytes")
        if content is None:
            return _NO_TEXT
        if len(content) > self._most_bytes:
            return _TOO_LARGE
        try:
            parsed = of_browser(message)
        except DecodeError:
            return _BROKEN_PROTOCOL
        if not _kind(parsed):
            return _BROKEN_PROTOCOL
        return _TOO_LARGE if _asks_too_much(parsed) else 0


def _kind(message: BackMsg) -> str:
    """Return what a browser asks for; empty where it asks for nothing."""
    kind = message.WhichOneof("type") or ""
    if kind == _OPERATION:
        return message.backend_operation_request.WhichOneof("payload") or kind
    return kind


def _asks_too_much(message: BackMsg) -> bool:
    """Say whether a message, small as it is, asks for more than any page does.

    Two bytes are enough for a name, for each of which the server would do something.
    """
    state = message.rerun_script
    return (
        len(state.widget_states.widgets) > MAX_WIDGETS
        or len(state.cached_message_hashes) > MAX_HASHES
        or len(state.query_string) > MAX_ADDRESS_CHARACTERS
        or len(message.file_urls_request.file_names) > MAX_FILES
    )


class _Pace:
    """How fast one browser may send: so much at once, and then so much a second."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._free_bytes: float = _BYTES_AT_ONCE
        self._at = clock()

    def wait_s(self, size: int) -> float:
        """Count a message of so many bytes; the seconds for which it has to wait."""
        now = self._clock()
        gained = (now - self._at) * _BYTES_PER_SECOND
        self._free_bytes = min(_BYTES_AT_ONCE, self._free_bytes + gained)
        self._free_bytes -= max(size, _BYTES_PER_MESSAGE)
        self._at = now
        return max(0.0, -self._free_bytes / _BYTES_PER_SECOND)
