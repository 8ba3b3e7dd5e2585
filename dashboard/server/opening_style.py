"""Puts the application's style into the page that Streamlit opens with, and room for the filters.

Streamlit's page is empty until the first answer of the application, and then draws in turn: a
narrow column in the middle, the whole width, the filters at the left. All that stands on the page
moves each time. A style that comes with that answer comes too late, in a slow browser even after
the page's last line.
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

_SIDEBAR_ROOM: Final = (
    f"@media(min-width:{_NARROW_PX}px)"
    '{.stApp:not(:has([data-testid="stSidebar"])):not([data-test-script-state="notRunning"])'
    f' [data-testid="stAppViewContainer"]{{padding-left:{SIDEBAR_PX}px}}}}'
)
_NO_SIDEBAR: Final = '.stApp:not(:has(.st-key-stopka)) [data-testid="stSidebar"]{display:none}'
_FRAME: Final = "/component/"
"""In the address of every file that a frame loads: it has no filters."""
_OK: Final = 200
_END_OF_PAGE: Final = b"</body>"
"""Behind all styles of Streamlit, which puts them into the head: of equal rules the later wins."""
_OF_THE_FILE: Final = ("etag", "last-modified", "accept-ranges")
"""Headers that speak of Streamlit's file and not of what is sent."""


def room_style(query: Mapping[str, list[str]]) -> str:
    """Return the style of a page that opens, until the filters are there.

    Args:
        query: The parameters of its address. A presentation and an embedded part have no filters.
    """
    presents = query.get(url.PRESENTATION.name) == [url.PRESENTATION.on]
    return _NO_SIDEBAR if presents or url.embedded_part(query) else _SIDEBAR_ROOM


class OpeningStyle:
    """ASGI middleware that adds the style to the end of every page."""

    def __init__(self, app: ASGIApp, style: str) -> None:
        """Wrap an application.

        Args:
            app: What gives the pages.
            style: The application's own style, as CSS.
        """
        self._app = app
        self._style = style

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer with the style where it is a page."""
        if scope["type"] != "http" or scope["method"] != "GET" or _FRAME in scope["path"]:
            await self._app(scope, receive, send)
            return
        room = room_style(parse_qs(scope.get("query_string", b"").decode("latin-1")))
        style = f"<style>{room}</style><style>{self._style}</style>"
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
    """Return a page with the style at its end; the beginning of its answer is made to fit.

    Args:
        begin: The beginning of the answer, which is changed.
        content: The page, as the application sends it.
        style: The style.
    """
    headers = MutableHeaders(scope=begin)
    is_packed = headers.get("content-encoding") == "gzip"
    page = gzip.decompress(content) if is_packed else content
    page = page.replace(_END_OF_PAGE, style + _END_OF_PAGE, 1)
    body = gzip.compress(page, mtime=0) if is_packed else page
    headers["content-length"] = str(len(body))
    for name in _OF_THE_FILE:
        del headers[name]
    return body
