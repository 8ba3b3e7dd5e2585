"""Removes hashes of messages from requests that the browser may have dropped by the time of use.

Streamlit does not send a message again that the browser has cached: each request lists the hashes
of the cached messages, and the server answers with references to them. But a run that is still
arriving when the request is sent may make the browser drop some of them; the reference then leads
nowhere, and Streamlit shows a connection error on a dead page. On a slow network two clicks in a
row are enough.

So only hashes of messages that were used in the last runs are passed on, fewer runs than the
browser caches them for (`global.maxCachedMessageAge`); other messages are sent again. Without any
references (`global.minCachedMessageSize` above any message) a change of a filter would send 97 kB
in place of 38.
"""

from collections.abc import Iterable
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.messages import of_browser, of_server
from dashboard.server.streamlit_protocol import ForwardMsg

SURE_RUNS: Final = 12
"""Runs after its last use for which the browser has a message for sure."""


class MessageMemory:
    """ASGI middleware that passes on only the hashes of messages which the browser has for sure."""

    def __init__(self, app: ASGIApp, sure_runs: int = SURE_RUNS) -> None:
        """Wrap an application whose browsers cache a message for more runs than `sure_runs`."""
        self._app = app
        self._sure_runs = sure_runs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass all on; of the hashes in a request only the sure ones."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        cached = _CachedMessages(self._sure_runs)

        async def receive_checked() -> Message:
            message = await receive()
            if message.get("bytes"):
                _leave_sure(message, cached)
            return message

        async def send_checked(message: Message) -> None:
            if message.get("bytes"):
                cached.note(of_server(message))
            await send(message)

        await self._app(scope, receive_checked, send_checked)


class _CachedMessages:
    """The messages that the browser of one visit has for sure."""

    def __init__(self, sure_runs: int) -> None:
        self._sure_runs = sure_runs
        self._last_use: dict[str, int] = {}
        self._runs = 0

    def note(self, message: ForwardMsg) -> None:
        """Note a message that is sent to the browser."""
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
        """Return those of the hashes whose messages the browser has for sure."""
        return [each for each in hashes if each in self._last_use]


def _leave_sure(message: Message, cached: _CachedMessages) -> None:
    """Take the hashes that are not sure out of a browser's request."""
    try:
        asked = of_browser(message)
    except DecodeError:  # Streamlit answers it
        return
    if asked.WhichOneof("type") != "rerun_script":
        return
    hashes = asked.rerun_script.cached_message_hashes
    sure = cached.certain(hashes)
    if len(sure) < len(hashes):
        del hashes[:]
        hashes.extend(sure)
        message["bytes"] = asked.SerializeToString()
