"""Delays the messages behind the map when a visit opens, so that the marks are drawn first.

A browser draws everything that it has received before the frame of the map gets its turn, which
takes longer than the map itself: without this the first mark appears after 3.8 s in place of 2.5.
So at the opening of a visit the messages behind the map's own are sent when its script reports that
the marks are drawn, when the reader does anything, or after a second.
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
"""Seconds that messages are delayed at most."""
_REPORT_PATH: Final = "/marks-drawn"
"""Path that practices.js requests when marks are drawn, behind the base path."""
_NO_CONTENT: Final = 204


class MapFirst:
    """ASGI middleware that delays the messages behind the map until its marks are drawn."""

    def __init__(self, app: ASGIApp, base_path: str = "", patience_s: float = TIMEOUT_S) -> None:
        """Wrap an application.

        Args:
            app: What all else is passed on to.
            base_path: Prefix of the path of every page.
            patience_s: Seconds that messages are delayed at most.
        """
        self._app = app
        self._report_path = (
            f"/{base_path.strip('/')}{_REPORT_PATH}" if base_path.strip("/") else _REPORT_PATH
        )
        self._patience_s = patience_s
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Delay the messages of a websocket, or note that marks are drawn; pass all else on."""
        if scope["type"] == "websocket":
            await self._hold_back(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] == self._report_path:
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
