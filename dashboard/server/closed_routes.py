"""Closes the addresses of Streamlit that no page of ours asks for."""

from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_OWN: Final = "/_stcore/"
"""Under this all addresses of Streamlit's server are that are no files."""
_OPEN: Final = ("health", "host-config", "stream", "upload_file/")
_NOT_FOUND: Final = 404


class ClosedRoutes:
    """The application, of whose server's addresses those alone are there that pages ask for.

    Others tell figures of the server (`metrics`) or run pages for programs (`agent`).
    """

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        """Wrap an application.

        Args:
            app: What is passed on to.
            base_path: Prefix of the path of every page.
        """
        self._app = app
        before = base_path.strip("/")
        self._own = f"/{before}{_OWN}" if before else _OWN

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open."""
        if scope["type"] == "http" and self._is_closed(scope["path"]):
            await PlainTextResponse("not found", _NOT_FOUND)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_closed(self, path: str) -> bool:
        name = path.removeprefix(self._own)
        if name == path:
            return False
        return not any(
            name.startswith(each) if each.endswith("/") else name == each for each in _OPEN
        )
