"""Puts a style into the page that Streamlit opens with, which reserves the room of what follows.

Streamlit's page is empty until the first answer of the application, and then draws in turn: a
narrow column in the middle, the whole width, the filters at the left. All that stands on the page
moves each time. The application's own style comes with that answer and so too late.
"""

import gzip
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import url

SIDEBAR_PX: Final = 280
"""Width of the filters at the left, in CSS pixels, as the page is opened."""
_NARROW_PX: Final = 768
"""Up to this width, in CSS pixels, Streamlit lays the filters over the page."""

_WIDTH: Final = '[data-testid="stMainBlockContainer"]{max-width:none!important}'
_SIDEBAR_ROOM: Final = (
    f"@media(min-width:{_NARROW_PX}px)"
    '{.stApp:not(:has([data-testid="stSidebar"])):not([data-test-script-state="notRunning"])'
    f' [data-testid="stAppViewContainer"]{{padding-left:{SIDEBAR_PX}px}}}}'
)
_OPENS: Final = ".stApp:not(:has(.st-key-stopka))"
"""The application until the end of the page is there, and with it the application's own style."""
_PADDING: Final = (  # as in ui/styles/base.css
    f"@media screen and (min-width:821px){{{_OPENS}"
    ' [data-testid="stMainBlockContainer"]{padding:.75rem 1.25rem 1rem!important}'
    f'{_OPENS} [data-testid="stSidebarHeader"]{{height:2.5rem!important;margin-bottom:0!important;'
    "min-height:0!important;padding:.5rem 1rem 0!important}"
    f'{_OPENS} [data-testid="stSidebarUserContent"]{{padding:0 1.1rem 1.5rem!important}}}}'
)
_NO_SIDEBAR: Final = f'{_OPENS} [data-testid="stSidebar"]{{display:none}}'
_FRAME: Final = "/component/"
"""In the address of every file that a frame loads: it has no filters."""
_OK: Final = 200
_END_OF_HEAD: Final = b"</head>"
_OF_THE_FILE: Final = ("etag", "last-modified", "accept-ranges")
"""Headers that speak of Streamlit's file and not of what is sent."""


def opening_style(query: Mapping[str, list[str]]) -> str:
    """Return the style of a page that opens.

    Args:
        query: The parameters of its address. A presentation has no filters.
    """
    presents = query.get(url.PRESENTATION.name) == [url.PRESENTATION.on]
    return f"<style>{_WIDTH}{_NO_SIDEBAR if presents else _SIDEBAR_ROOM + _PADDING}</style>"


class OpeningStyle:
    """ASGI middleware that adds the style to the head of every page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application.

        Args:
            app: What gives the pages.
        """
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer with the style where it is a page."""
        if scope["type"] != "http" or scope["method"] != "GET" or _FRAME in scope["path"]:
            await self._app(scope, receive, send)
            return
        style = opening_style(parse_qs(scope.get("query_string", b"").decode("latin-1")))
        begin: Message | None = None  # of a page, until its whole content is there
        content = bytearray()

        async def send_styled(message: Message) -> None:
            nonlocal begin
            if message["type"] == "http.response.start" and _is_page(message):
                begin = message
            elif begin is None:
                await send(message)
            else:
                content.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    body = _with_style(begin, bytes(content), style.encode())
                    await send(begin)
                    await send({**message, "body": body})

        await self._app(scope, receive, send_styled)


def _is_page(begin: Message) -> bool:
    """Say whether the answer that begins is a page."""
    is_html = Headers(raw=begin["headers"]).get("content-type", "").startswith("text/html")
    return is_html and begin["status"] == _OK


def _with_style(begin: Message, content: bytes, style: bytes) -> bytes:
    """Return a page with the style in its head; the beginning of its answer is made to fit.

    Args:
        begin: The beginning of the answer, which is changed.
        content: The page, as the application sends it.
        style: The style.
    """
    headers = MutableHeaders(scope=begin)
    is_packed = headers.get("content-encoding") == "gzip"
    page = gzip.decompress(content) if is_packed else content
    page = page.replace(_END_OF_HEAD, style + _END_OF_HEAD, 1)
    body = gzip.compress(page, mtime=0) if is_packed else page
    headers["content-length"] = str(len(body))
    for name in _OF_THE_FILE:
        del headers[name]
    return body
