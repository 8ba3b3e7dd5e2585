"""Shortens and secures the cookies of logins, and ends a login everywhere at logout.

Cookies lose the claims that nothing reads, and are marked as secure where the dashboard is reached
by https. A request of the logout address ends the login in every browser that has its cookie.
"""

import logging
from collections.abc import Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.errors import DashboardError
from dashboard.locale import message
from dashboard.server import login_format as login
from dashboard.server.editing import login_address
from dashboard.store import open_store
from dashboard.store.ended_logins import end_login

_LOGGER: Final = logging.getLogger(__name__)
_UNAVAILABLE: Final = 503
_SET: Final = "set-cookie"
_NOT_ENDED: Final = (
    "Wylogowano w tej przeglądarce, ale serwer nie mógł zapisać, że to logowanie jest zakończone:"
    " w innym oknie albo kopii może działać jeszcze do 12 godzin. Powiedz o tym osobie, która"
    " prowadzi serwer.\n"
    "You are logged out in this browser, but the server could not write down that this login is"
    " ended: in another window or copy it may work for up to 12 hours. Please tell whoever runs"
    " the server.\n"
)


def logins_of(described: Path | None, base_path: str) -> list[Middleware]:
    """Return the middleware for logins; empty where nobody logs in.

    Args:
        described: File which describes the identity provider.
        base_path: Prefix of the path of every page.

    Raises:
        SettingsError: The file does not say how browsers reach the dashboard.
    """
    if described is None:
        return []
    is_secure = urlsplit(login_address(described)).scheme == "https"
    return [Middleware(Logins, end=_end, is_secure=is_secure, base_path=base_path)]


def _end(claims: Mapping[str, Any]) -> None:
    """End a login for the table that is served."""
    end_login(open_store().ended_logins(), claims)


class Logins:
    """The application, with the cookies of logins as they should be."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        end: Callable[[Mapping[str, Any]], None],
        is_secure: bool,
        base_path: str = "",
    ) -> None:
        """Stand in front of an application.

        Args:
            app: What the requests are passed on to.
            end: Ends the login of some claims for good; its DashboardErrors are shown.
            is_secure: Whether browsers reach the dashboard by https.
            base_path: Prefix of the path of every page.
        """
        self._app = app
        self._end = end
        self._is_secure = is_secure
        before = base_path.strip("/")
        self._path = f"/{before}" if before else "/"
        self._logout = f"{self._path.rstrip('/')}{login.LOGOUT}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer with other cookies."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cookies = HTTPConnection(scope).cookies

        async def send_changed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._change(MutableHeaders(scope=message), cookies)
            await send(message)

        if scope["path"].rstrip("/") == self._logout and not await self._ended(cookies):
            answer = PlainTextResponse(_NOT_ENDED, _UNAVAILABLE)
            for name in login.names_of(cookies):
                answer.delete_cookie(name, path=self._path)
            await answer(scope, receive, send_changed)
        else:
            await self._app(scope, receive, send_changed)

    async def _ended(self, cookies: Mapping[str, str]) -> bool:
        """End the login that a browser sent; False where that cannot be written down."""
        claims = login.claims_in(cookies)
        if not claims:
            return True
        try:
            await run_in_threadpool(self._end, claims)
        except DashboardError as error:
            _LOGGER.warning("%s", message("log-login-not-ended", error=str(error)))
            return False
        return True

    def _change(self, headers: MutableHeaders, cookies: Mapping[str, str]) -> None:
        """Shorten and secure the cookies that an answer sets."""
        lines = headers.getlist(_SET)
        set_now = {name: value for line in lines for name, value in _read(line).items()}
        ours = {name: value for name, value in set_now.items() if login.is_identity(name)}
        logs_in = any(ours.values())
        is_too_long = not ours and any(login.is_piece(name) for name in cookies)
        if logs_in or is_too_long:
            fresh = login.shortened(ours if logs_in else cookies)
            if logs_in and not fresh:
                _LOGGER.warning("%s", message("log-login-too-long"))
            lines = [line for line in lines if not login.names_of(_read(line))]
            lines += self._lines(fresh, stale=set(login.names_of([*cookies, *ours])) - set(fresh))
        del headers[_SET]
        for line in lines:
            headers.append(_SET, self._secured(line))

    def _lines(self, fresh: Mapping[str, str], *, stale: set[str]) -> list[str]:
        """Return what sets some cookies, as Streamlit does it, and removes others."""
        answer = Response()
        for name in sorted(stale):
            answer.delete_cookie(name, path=self._path, httponly=True)
        for name, value in fresh.items():
            answer.set_cookie(name, value, login.LASTS_S, path=self._path, httponly=True)
        return answer.headers.getlist(_SET)

    def _secured(self, line: str) -> str:
        """Return what sets a cookie.

        One of a login is sent over https only, where there is https.
        """
        is_login = any(login.is_of_a_login(name) for name in _read(line))
        has_it = "; secure" in line.lower()
        return f"{line}; Secure" if self._is_secure and is_login and not has_it else line


def _read(line: str) -> dict[str, str]:
    """Return the cookie that a header sets; its value is empty where it removes it."""
    try:
        morsels = SimpleCookie(line)
    except CookieError:
        return {}
    return {
        name: "" if morsel["max-age"] == "0" else morsel.value for name, morsel in morsels.items()
    }
