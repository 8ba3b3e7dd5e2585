"""How much all visitors together may have uploaded: beyond it the server takes no further file.

A visitor's files stay in memory until the visit ends, and whoever reloads the page begins another.
"""

from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.practices.reading import MAX_BYTES
from dashboard.server.streamlit_protocol import UPLOAD
from dashboard.ui.streamlit_private import held_upload_bytes

FULL: Final = 507
"""Status of the answer; the page has words for it."""


class UploadLimit:
    """The application, which is sent a file only where there is room for it.

    Of a file on its way counts what has come of it: who announces much and sends nothing takes no
    room from others.
    """

    def __init__(
        self, app: ASGIApp, most_bytes: int, held: Callable[[], int] = held_upload_bytes
    ) -> None:
        """Stand in front of an application.

        Args:
            app: What the requests are passed on to.
            most_bytes: What may be held and on its way.
            held: Returns how much is held now.
        """
        self._app = app
        self._most_bytes = most_bytes
        self._held = held
        self._coming = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say that there is no room."""
        size = _announced_bytes(scope)
        if not size:
            await self._app(scope, receive, send)
        elif not self._has_room(size):
            await _refuse(scope, receive, send)
        else:
            await self._take(scope, receive, send)

    def _has_room(self, size: int) -> bool:
        return self._held() + self._coming + size <= self._most_bytes

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a file on, for as long as there is room for what comes of it."""
        came = 0

        async def hear() -> Message:
            nonlocal came
            message = await receive()
            size = len(message.get("body", b""))
            if not self._has_room(size):
                raise _FullError
            came += size
            self._coming += size
            return message

        try:
            await self._app(scope, hear, send)
        except _FullError:
            await _refuse(scope, receive, send)
        except ClientDisconnect:
            return  # whoever sent it has gone: nobody waits for an answer
        finally:
            self._coming -= came


class _FullError(Exception):
    """There is no room for the rest of a file."""


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("no room for a further file", FULL)(scope, receive, send)


def _announced_bytes(scope: Scope) -> int:
    """Return how large a file is that is about to be sent; 0 where none is."""
    if scope["type"] != "http" or scope["method"] != "PUT" or UPLOAD not in scope["path"]:
        return 0
    announced = Headers(scope=scope).get("content-length", "")
    return int(announced) if announced.isascii() and announced.isdecimal() else MAX_BYTES
