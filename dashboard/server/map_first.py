"""Sends the map of practices ahead: what stands around it follows when the marks are drawn.

A browser draws all that it has been sent before the frame of the map gets its turn, which takes it
longer than the map itself: without this the first mark comes after 3.8 s and not 2.5. So at the
opening of a visit the messages behind the map's own wait until its script says that the marks are
there, the reader does anything, or a second has passed.
"""

import asyncio
from collections import defaultdict
from contextlib import suppress
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.messages import of_server
from dashboard.server.streamlit_protocol import BROWSER_COOKIE, ForwardMsg
from dashboard.views.map.resources import PRACTICES

TIMEOUT_S: Final = 1.0
"""For so long what stands around the map waits at most."""
_TOLD_AT: Final = "/marks-drawn"
"""Where practices.js says so, behind the base path."""
_NO_CONTENT: Final = 204


class MapFirst:
    """The application, whose messages behind the map wait for the marks."""

    def __init__(self, app: ASGIApp, base_path: str = "", patience_s: float = TIMEOUT_S) -> None:
        """Stand in front of an application.

        Args:
            app: What all else is passed on to.
            base_path: What stands before every page's path.
            patience_s: For how long messages wait at most.
        """
        self._app = app
        self._told_at = f"/{base_path.strip('/')}{_TOLD_AT}" if base_path.strip("/") else _TOLD_AT
        self._patience_s = patience_s
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note that marks are drawn, hold messages back for them, or pass on."""
        if scope["type"] == "websocket":
            await self._hold_back(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] == self._told_at:
            for drawn in self._waiting.get(_browser(scope), ()):
                drawn.set()
            await Response(status_code=_NO_CONTENT)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _hold_back(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the messages of a visit; those of its opening with a pause behind the map."""
        browser, drawn, opens = _browser(scope), asyncio.Event(), True

        async def receive_checked() -> Message:
            message = await receive()
            drawn.set()
            return message

        async def send_checked(message: Message) -> None:
            nonlocal opens
            await send(message)
            if not opens or not message.get("bytes"):
                return
            parsed = of_server(message)
            if _shows_map(parsed):
                opens = False
                drawn.clear()
                await self._wait_for(drawn, browser)
            elif parsed.WhichOneof("type") == "script_finished":
                opens = False

        await self._app(scope, receive_checked, send_checked)

    async def _wait_for(self, drawn: asyncio.Event, browser: str) -> None:
        """Return when the marks are drawn in a browser, or patience has come to its end."""
        self._waiting[browser].add(drawn)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._patience_s):
                    await drawn.wait()
        finally:
            self._waiting[browser].discard(drawn)
            if not self._waiting[browser]:
                del self._waiting[browser]


def _browser(scope: Scope) -> str:
    """Return what identifies a browser; empty for all that keep no cookies."""
    return HTTPConnection(scope).cookies.get(BROWSER_COOKIE, "")


def _shows_map(message: ForwardMsg) -> bool:
    """Say whether it is the map whose script says when its marks are drawn."""
    element = message.delta.new_element
    return PRACTICES.script in element.component_instance.json_args
