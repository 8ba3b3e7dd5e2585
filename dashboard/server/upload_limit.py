"""Limits the memory that the uploads of all visitors take together; further files are refused.

Streamlit keeps the files of a visit in memory until it ends, and a reload begins another visit.
"""

from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.practices.reading import MAX_BYTES
from dashboard.server.streamlit_protocol import UPLOAD
from dashboard.ui.streamlit_private import stored_upload_bytes

FULL: Final = 507
"""HTTP status of the refusal; the page shows a message for it."""


class UploadLimit:
    """ASGI middleware that passes an upload on only while there is room for it.

    Of an upload in progress only the received bytes count: a client that announces much and sends
    nothing takes no room from others.
    """

    def __init__(
        self, app: ASGIApp, most_bytes: int, stored_bytes: Callable[[], int] = stored_upload_bytes
    ) -> None:
        """Wrap an application.

        Args:
            app: What the requests are passed on to.
            most_bytes: Bytes that stored and arriving files may have together.
            stored_bytes: Returns the bytes of the files that are stored now.
        """
        self._app = app
        self._most_bytes = most_bytes
        self._stored_bytes = stored_bytes
        self._receiving_bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with FULL."""
        size = _announced_bytes(scope)
        if not size:
            await self._app(scope, receive, send)
        elif not self._has_room(size):
            await _refuse(scope, receive, send)
        else:
            await self._receive(scope, receive, send)

    def _has_room(self, size: int) -> bool:
        return self._stored_bytes() + self._receiving_bytes + size <= self._most_bytes

    async def _receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an upload on part by part, and refuse it once there is no room for the next part."""
        received_bytes = 0

        async def receive_part() -> Message:
            nonlocal received_bytes
            message = await receive()
            size = len(message.get("body", b""))
            if not self._has_room(size):
                raise _FullError
            received_bytes += size
            self._receiving_bytes += size
            return message

        try:
            await self._app(scope, receive_part, send)
        except _FullError:
            await _refuse(scope, receive, send)
        except ClientDisconnect:
            return  # whoever sent it has gone: nobody waits for an answer
        finally:
            self._receiving_bytes -= received_bytes


class _FullError(Exception):
    """There is no room for the rest of a file."""


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("no room for a further file", FULL)(scope, receive, send)


def _announced_bytes(scope: Scope) -> int:
    """Return the announced size of an upload in bytes; 0 where the request is none."""
    if scope["type"] != "http" or scope["method"] != "PUT" or UPLOAD not in scope["path"]:
        return 0
    announced = Headers(scope=scope).get("content-length", "")
    return int(announced) if announced.isascii() and announced.isdecimal() else MAX_BYTES
