"""What every answer of the server forbids the browser, and whom the server answers at all.

The pages run scripts of this server only, show nothing of another host and ask none, and stand
in no page of another site, but for parts that sites which the operator names may embed. The frames
of the map are documents of their own with a policy of their own: streamlit-folium runs there what
the server sends it as text, and they alone show pictures of the named map servers.
"""

import base64
import hashlib
from collections.abc import Collection
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.embedding import FRAME, Embedding
from dashboard.server.hosts import is_known
from dashboard.ui.streamlit_private import STATIC

_PICTURES: Final = "img-src 'self' data: blob:"
_SHARED: Final = (
    "default-src 'none'",
    "connect-src 'self'",
    "font-src 'self' data:",
    _PICTURES,
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'self'",
)
_ANCESTORS: Final = "frame-ancestors 'self'"
_ANCESTORS_OF_OLD_BROWSERS: Final = "X-Frame-Options"
"""The header that can name no other site: an answer that one may embed goes without it."""

HEADERS: Final = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    _ANCESTORS_OF_OLD_BROWSERS: "SAMEORIGIN",
}
"""The headers that are the same for every answer."""


_BAD_REQUEST: Final = 400
_MISDIRECTED: Final = 421
_REFUSED: Final = (
    "Ten serwer nie zna nazwy, pod którą go otwarto. Trzeba go uruchomić z opcją --host NAZWA.\n"
    "This server does not know the name it was opened by. Start it with --host NAME.\n"
)


@cache
def page_policy(embedding_sites: tuple[str, ...] = ()) -> str:
    """Return what a page may do.

    The one script within Streamlit's page is allowed by its hash; scripts of components come
    as blobs.

    Args:
        embedding_sites: The other sites whose pages may show it in a frame.
    """
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    inline = [part.partition("</script>")[0] for part in page.split("<script>")[1:]]
    scripts = " ".join(("'self'", "blob:", *map(_hash, inline)))
    own = (f"script-src {scripts}", "frame-src 'self'", "worker-src 'self' blob:")
    return "; ".join((*_SHARED, _ancestors(embedding_sites), *own))


def frame_policy(picture_sites: Collection[str] = (), embedding_sites: Collection[str] = ()) -> str:
    """Return what the document in the frame of a map may do.

    Args:
        picture_sites: The sites of map servers that it may show pictures of.
        embedding_sites: The other sites whose pages may show the page around it in a frame: a
            browser asks each document for all that it stands in.
    """
    shared = [" ".join((each, *picture_sites)) if each == _PICTURES else each for each in _SHARED]
    scripts = "script-src 'self' 'unsafe-inline' 'unsafe-eval'"
    return "; ".join((*shared, _ancestors(embedding_sites), scripts))


def _ancestors(embedding_sites: Collection[str]) -> str:
    """Return whose pages a document may stand in: this server's, and those of the sites."""
    return " ".join((_ANCESTORS, *embedding_sites))


def _hash(script: str) -> str:
    """Return the name of a script in a security policy."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


class Protection:
    """The application with protecting headers, and with no websocket for pages of other sites.

    Streamlit itself would ask other hosts for this machine's address, to compare the foreign
    page's with it.
    """

    def __init__(
        self,
        app: ASGIApp,
        picture_sites: Collection[str] = (),
        embedding: Embedding | None = None,
    ) -> None:
        """Put the protection in front of an application.

        Args:
            app: What the requests are passed on to.
            picture_sites: The sites of map servers that maps may show pictures of.
            embedding: What other sites may show in a frame; None for nothing.
        """
        self._app = app
        self._embedding = embedding or Embedding()
        self._frame_policy = frame_policy(picture_sites, self._embedding.origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked for, protected."""
        if scope["type"] == "websocket" and _is_foreign(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] == "http" and _netloc(Headers(scope=scope)) is None:
            refusal = PlainTextResponse("the header Origin is no address", _BAD_REQUEST)
            await refusal(scope, receive, send)
            return

        async def protect(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**HEADERS, "Content-Security-Policy": self._policy(scope)})
                if self._embedding.allows(scope):
                    del headers[_ANCESTORS_OF_OLD_BROWSERS]
            await send(message)

        await self._app(scope, receive, protect)

    def _policy(self, scope: Scope) -> str:
        """Return what the answer to a request may do."""
        if FRAME in scope["path"]:
            return self._frame_policy
        return page_policy(self._embedding.origins if self._embedding.allows(scope) else ())


class KnownHosts:
    """The application, for those alone who ask for it by a name that it knows."""

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        """Wrap an application.

        Args:
            app: What the requests are passed on to.
            names: As `known_hosts` gives them.
        """
        self._app = app
        self._names = frozenset(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "lifespan" or is_known(Headers(scope=scope).get("host"), self._names):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(_REFUSED, status_code=_MISDIRECTED)(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    """Say whether a page of another site asks; programs that are no browser name no page."""
    return "origin" in headers and _netloc(headers) != headers.get("host")


def _netloc(headers: Headers) -> str | None:
    """Name and port of the site whose page asks, empty without one; None where it is no address."""
    try:
        site = urlsplit(headers.get("origin", ""))
        _ = site.port  # read no sooner than here
    except ValueError:
        return None
    return site.netloc
