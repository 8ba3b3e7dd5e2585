"""How much all visitors together may have brought: beyond it the server takes no further file.

A visitor's files stay in memory until the visit ends, and whoever reloads the page begins another.
"""

from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.stats import CacheStat

FULL: Final = 507
"""Status of the answer; the page has words for it."""

_UPLOAD: Final = "/_stcore/upload_file/"


def held_bytes() -> int:
    """What the visits hold of what was brought."""
    if not Runtime.exists():
        return 0
    stats = Runtime.instance().uploaded_file_mgr.get_stats()
    families = stats.values()
    return sum(one.byte_length for each in families for one in each if isinstance(one, CacheStat))


class UploadLimit:
    """The application, which is sent a file only where there is room for it."""

    def __init__(self, app: ASGIApp, most_bytes: int, held: Callable[[], int] = held_bytes) -> None:
        """Stand in front of an application.

        Args:
            app: What the requests are passed on to.
            most_bytes: What may be held and on its way.
            held: Tells how much is held now.
        """
        self._app = app
        self._most_bytes = most_bytes
        self._held = held
        self._coming = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say that there is no room."""
        size = _announced_bytes(scope)
        if size and self._held() + self._coming + size > self._most_bytes:
            await PlainTextResponse("no room for a further file", FULL)(scope, receive, send)
            return
        self._coming += size
        try:
            await self._app(scope, receive, send)
        finally:
            self._coming -= size


def _announced_bytes(scope: Scope) -> int:
    """How large a file is that is about to be sent; 0 where none is."""
    if scope["type"] != "http" or scope["method"] != "PUT" or _UPLOAD not in scope["path"]:
        return 0
    announced = Headers(scope=scope).get("content-length", "")
    largest: int = config.get_option("server.maxUploadSize") * 2**20
    return int(announced) if announced.isdecimal() else largest
