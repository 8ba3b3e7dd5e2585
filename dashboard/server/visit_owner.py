"""Lets only the browser that began a visit continue it.

To Streamlit a visit's id is proof enough: whoever knows it can connect to the visit, read what is
in it, and upload files into it; and the id is part of the addresses of uploads. So each browser
gets a cookie that no script can read, and a visit belongs to the cookie with which it began.
"""

import asyncio
import re
import secrets
from collections import Counter
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.embedding import Embedding
from dashboard.server.https import browser_uses_https
from dashboard.server.messages import of_server
from dashboard.ui.visit.browser import COOKIE, browser_of

_BYTES: Final = 32

_FORBIDDEN: Final = 403
_FORGETS_AFTER_S: Final = 180.0
"""Longer than a visit lives on after its browser has gone (dashboard/ui/visit/visits.py)."""

_PROTOCOLS: Final = b"sec-websocket-protocol"
_VISIT: Final = 2
"""Where a browser names, among the protocols, the visit that it wants to go on with."""
_UPLOAD: Final = re.compile(r"/_stcore/upload_file/([^/]+)/")
_HEALTH: Final = "/_stcore/health"
_CHANGING: Final = {"PUT", "DELETE"}


class VisitOwner:
    """ASGI middleware that refuses the id of a visit which another browser began."""

    def __init__(
        self,
        app: ASGIApp,
        base_path: str = "",
        login: str = "",
        embedding: Embedding | None = None,
        forgets_after_s: float = _FORGETS_AFTER_S,
    ) -> None:
        """Wrap an application.

        Args:
            app: What is passed on to.
            base_path: Prefix of the path of every page.
            login: Address to which an identity provider sends people back; empty where none does.
            embedding: What other sites may show in a frame; None for nothing.
            forgets_after_s: For how long a visit's owner is known after the connection's end.
        """
        self._app = app
        self._path = f"/{base_path.strip('/')}" if base_path.strip("/") else "/"
        self._login = login
        self._embedding = embedding or Embedding()
        self._forgets_after_s = forgets_after_s
        self._owners: dict[str, str] = {}
        self._connections: Counter[str] = Counter()
        self._forgetting: dict[str, asyncio.TimerHandle] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; without the visit's id, or not at all, where it is another browser's visit."""
        if scope["type"] == "websocket":
            await self._talk(scope, receive, send)
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._is_foreign_upload(scope):
            refusal = PlainTextResponse("the visit is another browser's", _FORBIDDEN)
            await refusal(scope, receive, send)
        elif scope["method"] == "GET" and not _browser(scope):
            await self._app(scope, receive, self._giving_cookie(scope, send))
        else:
            await self._app(scope, receive, send)

    def _is_foreign_upload(self, scope: Scope) -> bool:
        """Say whether another browser than the visit's own is to change its files."""
        named = _UPLOAD.search(scope["path"])
        if named is None or scope["method"] not in _CHANGING:
            return False
        browser = _browser(scope)
        return not browser or self._owners.get(named[1]) != browser

    def _giving_cookie(self, scope: Scope, send: Send) -> Send:
        """Send an answer, with a cookie where a browser without one opens a page."""

        async def give(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if _opens_page(scope, headers):
                    headers.append(
                        "set-cookie",
                        f"{COOKIE}={secrets.token_urlsafe(_BYTES)}; Path={self._path}; HttpOnly;"
                        f" {self._reach(scope)}",
                    )
            await send(message)

        return give

    def _reach(self, scope: Scope) -> str:
        """Return the attributes that say where a browser sends the cookie.

        A frame within a page of another site gets one of its own (Partitioned): it is sent from no
        other page, and the pages of this server do not know it. Browsers give it by https only;
        without a cookie a broken connection begins a new visit there.
        """
        if not browser_uses_https(scope, self._login):
            return "SameSite=Lax"
        if self._embedding.is_within_frame(scope):
            return "SameSite=None; Secure; Partitioned"
        return "SameSite=Lax; Secure"

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a websocket on, and note whose visit it is about."""
        browser, visit = _browser(scope), ""

        async def send_checked(message: Message) -> None:
            nonlocal visit
            if not visit and message.get("bytes"):
                visit = of_server(message).new_session.initialize.session_id
                if visit:
                    self._connect(visit, browser)
            await send(message)

        try:
            await self._app(self._with_own_visit(scope, browser), receive, send_checked)
        finally:
            if visit:
                self._disconnect(visit)

    def _connect(self, visit: str, browser: str) -> None:
        """Note that a browser shows a visit."""
        self._owners[visit] = browser
        self._connections[visit] += 1
        if visit in self._forgetting:
            self._forgetting.pop(visit).cancel()

    def _disconnect(self, visit: str) -> None:
        """Note that a browser went away; it may come back for a while."""
        self._connections[visit] -= 1
        if not self._connections[visit]:
            del self._connections[visit]
            loop = asyncio.get_running_loop()
            self._forgetting[visit] = loop.call_later(self._forgets_after_s, self._forget, visit)

    def _with_own_visit(self, scope: Scope, browser: str) -> Scope:
        """Return the request, without the id of a visit that another browser began."""
        protocols = Headers(scope=scope).get("sec-websocket-protocol", "").split(",")
        named = protocols[_VISIT].strip() if len(protocols) > _VISIT else ""
        if not named or (browser and self._owners.get(named) == browser):
            return scope
        without_visit = ",".join(protocols[:_VISIT]).encode("latin-1")
        headers = [(name, value) for name, value in scope["headers"] if name != _PROTOCOLS]
        return {**scope, "headers": [*headers, (_PROTOCOLS, without_visit)]}

    def _forget(self, visit: str) -> None:
        """Forget whose a visit was."""
        del self._owners[visit], self._forgetting[visit]


def _opens_page(scope: Scope, answer: Headers) -> bool:
    """Say whether a page is opened: it is sent, or asks whether the server is there.

    A browser may hold the page from before; then it is not sent, but still asks that before it
    connects.
    """
    is_page = answer.get("content-type", "").startswith("text/html")
    return is_page or scope["path"].endswith(_HEALTH)


def _browser(scope: Scope) -> str:
    """Return what identifies a browser; empty for one without our cookie."""
    return browser_of(HTTPConnection(scope).cookies.get(COOKIE, ""))
