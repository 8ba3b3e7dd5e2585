"""Answers what programs and search engines read: `/api/`, the pages of practices, the sitemap.

It stands in front of Streamlit and has no part in its visits: no cookie, no session.
"""

import re
from collections.abc import Collection
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.errors import DashboardError
from dashboard.rate_limits import MinuteLimit, rate_limits
from dashboard.server.api.problems import (
    ProblemError,
    answer_http_error,
    answer_problem,
    answer_unavailable,
    language_of,
    problem_response,
)
from dashboard.server.api.routes import ROUTES as API_ROUTES
from dashboard.server.practice_pages import ROUTES as PAGE_ROUTES
from geocoding import GeocodingError

_OPEN: Final = re.compile(r"/api(?:/.*)?|/praktyka/[^/]*|/sitemap(?:-\d{1,6})?\.xml")
_LEAST_PACKED: Final = 500
"""Bytes from which an answer gets smaller by compression."""
_HEADERS_READ: Final = ("Content-Crs", "ETag", "Link", "Retry-After", "X-Total-Count")
"""The headers that a page of another site may read, besides those that any may."""


class OpenData:
    """The application, with the open interface in front of it."""

    def __init__(self, app: ASGIApp, base_path: str = "", origins: Collection[str] = ()) -> None:
        """Stand in front of an application.

        Args:
            app: What all else is passed on to.
            base_path: What stands before every page's path.
            origins: The sites whose pages may read the interface, as `api_origins` gives them.
        """
        self._app = app
        before = base_path.strip("/")
        self._root = f"/{before}" if before else ""
        self._open = Starlette(
            routes=[*API_ROUTES, *PAGE_ROUTES],
            middleware=[
                Middleware(
                    CORSMiddleware, allow_origins=origins, expose_headers=list(_HEADERS_READ)
                ),
                Middleware(LimitedVisitors, limit=MinuteLimit(rate_limits().api_per_minute)),
                Middleware(GZipMiddleware, minimum_size=_LEAST_PACKED),
            ],
            exception_handlers={
                ProblemError: answer_problem,
                HTTPException: answer_http_error,
                DashboardError: answer_unavailable,
                GeocodingError: answer_unavailable,
            },
        )
        self._open.router.redirect_slashes = False  # it would redirect to http behind a proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for an open address, or pass the request on."""
        if scope["type"] == "http" and self._is_open(scope["path"]):
            await self._open({**scope, "root_path": self._root}, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_open(self, path: str) -> bool:
        """Say whether a path is one of the interface, or a page for search engines."""
        own = path.removeprefix(self._root)
        return path.startswith(f"{self._root}/") and _OPEN.fullmatch(own) is not None


class LimitedVisitors:
    """An application that answers each visitor so many requests a minute."""

    def __init__(self, app: ASGIApp, limit: MinuteLimit) -> None:
        """Stand in front of an application.

        Args:
            app: What the requests are passed on to.
            limit: How many a visitor may ask.
        """
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wait_s = self._limit.acquire(visitor_of(scope))
        if not wait_s:
            await self._app(scope, receive, send)
            return
        texts = language_of(Request(scope))
        refusal = problem_response(
            HTTPStatus.TOO_MANY_REQUESTS,
            texts("api-limit", most=self._limit.most, seconds=wait_s),
            headers={"Retry-After": str(wait_s)},
        )
        await refusal(scope, receive, send)


def visitor_of(scope: Scope) -> str:
    """Return what tells visitors apart: an address, of IPv6 the network that one site has.

    Behind a proxy it is the address that the proxy states, where uvicorn trusts that proxy.
    """
    host = (scope.get("client") or ("",))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)
