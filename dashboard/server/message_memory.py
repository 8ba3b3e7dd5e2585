"""Keeps the server from referring to a message that the browser has just forgotten.

Streamlit does not send a message again that the browser still has: with each request the browser
tells the hashes of those it keeps, and the server answers with a reference to them. But a run that
is still on its way when the request is sent may let the browser forget some of them, and then the
reference leads nowhere: Streamlit shows a connection error, and the page is dead. On a slow network
two clicks in a row are enough.

So the server is told of those messages alone that were of use in the last runs, fewer runs than the
browser keeps them for (`global.maxCachedMessageAge`); the others are sent anew. With no such
references (`global.minCachedMessageSize` above any message) a change of a filter would send 97 kB
and not 38.
"""

from collections.abc import Iterable
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.messages import of_browser, of_server
from dashboard.server.streamlit_protocol import ForwardMsg

SURE_RUNS: Final = 12
"""For so many runs after its last use the browser has a message for sure."""


class MessageMemory:
    """The application, which hears only of those cached messages that can be relied on."""

    def __init__(self, app: ASGIApp, sure_runs: int = SURE_RUNS) -> None:
        """Stand in front of an application whose browsers keep a message for longer than that."""
        self._app = app
        self._sure_runs = sure_runs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is sent, and of what a browser says that it keeps what is sure."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        kept = _CachedMessages(self._sure_runs)

        async def receive_checked() -> Message:
            message = await receive()
            if message.get("bytes"):
                _leave_sure(message, kept)
            return message

        async def send_checked(message: Message) -> None:
            if message.get("bytes"):
                kept.note(of_server(message))
            await send(message)

        await self._app(scope, receive_checked, send_checked)


class _CachedMessages:
    """What the browser of one visit has for sure."""

    def __init__(self, sure_runs: int) -> None:
        self._sure_runs = sure_runs
        self._last_use: dict[str, int] = {}
        self._runs = 0

    def note(self, message: ForwardMsg) -> None:
        """Take in a message that is sent to the browser."""
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            self._runs += 1
            oldest = self._runs - self._sure_runs
            self._last_use = {name: run for name, run in self._last_use.items() if run >= oldest}
        elif kind == "ref_hash":
            self._last_use[message.ref_hash] = self._runs
        elif message.metadata.cacheable:
            self._last_use[message.hash] = self._runs

    def certain(self, hashes: Iterable[str]) -> list[str]:
        """Return those that the browser has for sure."""
        return [each for each in hashes if each in self._last_use]


def _leave_sure(message: Message, kept: _CachedMessages) -> None:
    """Take the hashes that are not sure out of a browser's request."""
    try:
        asked = of_browser(message)
    except DecodeError:  # Streamlit answers it
        return
    if asked.WhichOneof("type") != "rerun_script":
        return
    hashes = asked.rerun_script.cached_message_hashes
    sure = kept.certain(hashes)
    if len(sure) < len(hashes):
        del hashes[:]
        hashes.extend(sure)
        message["bytes"] = asked.SerializeToString()
