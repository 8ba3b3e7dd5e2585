"""Serves Streamlit's own scripts, styles and fonts from memory, compressed once.

A page loads a hundred of them, and Streamlit reads each from disk for every visitor and sends it
uncompressed: without this an opening sends 4.2 MB and not 2.3, and takes the server 1.6 times the
time. Their names change with their content, so a browser may hold them, and so may the server.
"""

import gzip
import mimetypes
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.ui.streamlit_private import STATIC

_FOLDER: Final = STATIC / "static"
_PACKED: Final = {".css", ".js"}
"""Endings of what gets smaller by compression."""

_HEADERS: Final = {"Cache-Control": "public, immutable, max-age=31536000"}
_PACKED_HEADERS: Final = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}


class StaticCache:
    """Answers requests for Streamlit's own files before they reach the application."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        """Wrap an application.

        Args:
            app: What all other requests are passed on to, and those that take no compression.
            base_path: Prefix of the path of every page.
        """
        self._app = app
        before = base_path.strip("/")
        self._prefix = f"/{before}/static/" if before else "/static/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file, or pass the request on."""
        name = self._requested_file(scope)
        if name is None:
            await self._app(scope, receive, send)
        else:
            await _answer(name)(scope, receive, send)

    def _requested_file(self, scope: Scope) -> str | None:
        """Return the name of the file that is requested; None where it is none of Streamlit's."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        path: str = scope["path"]
        name = path.removeprefix(self._prefix)
        if name == path or name not in _names():
            return None
        packs = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        return name if packs or not _is_packed(name) else None


def _answer(name: str) -> Response:
    """Return the file with its headers."""
    headers = {**_HEADERS, **(_PACKED_HEADERS if _is_packed(name) else {})}
    return Response(_content(name), headers=headers, media_type=mimetypes.guess_type(name)[0])


def _is_packed(name: str) -> bool:
    return Path(name).suffix in _PACKED


@cache
def _names() -> frozenset[str]:
    """Return every file that there is: 'js/index.js'."""
    return frozenset(path.relative_to(_FOLDER).as_posix() for path in _FOLDER.glob("*/*"))


@cache
def _content(name: str) -> bytes:
    """Return the bytes of a file as they are sent, compressed where that helps."""
    content = (_FOLDER / name).read_bytes()
    return gzip.compress(content, mtime=0) if _is_packed(name) else content
