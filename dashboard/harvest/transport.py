"""One request to a site: no cookies, no login, no redirect followed, an end to its time.

What counts as an answer comes whole and in time: a page, 'not modified', 'gone', or a redirect.
Everything else is an error of the service, which may be asked again. Where the status alone is
wanted, every status counts, unless the server is busy.
"""

import ssl
from collections.abc import Callable, Mapping
from http.cookiejar import DefaultCookiePolicy
from importlib.metadata import version
from typing import Final, Literal, Protocol

import requests
from requests.auth import AuthBase
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from dashboard.extras import DISTRIBUTION
from dashboard.harvest.clock import Clock
from dashboard.harvest.robots import AGENT
from dashboard.locale import message
from dashboard.practices.web_archive import (
    GONE,
    MAX_ANSWER_BYTES,
    NOT_MODIFIED,
    OK,
    REDIRECTS,
    Answer,
)
from geocoding.errors import ServiceRefusedError, ServiceUnavailableError
from geocoding.online.deadline import DeadlineHTTPAdapter, ends_after
from geocoding.online.no_answer import connection_fault, late_answer, retry_after_s

TIMEOUT_S: Final = 60.0
"""The longest time for one answer, from the request to its last byte."""
_ANSWERS: Final = frozenset({OK, NOT_MODIFIED}) | REDIRECTS | GONE
_BUSY: Final = 429
_SERVER_ERROR: Final = 500
_UNAVAILABLE: Final = 503
_BLOCK_BYTES: Final = 1 << 16


class TooLargeError(ServiceRefusedError):
    """An answer that is far larger than a page; it was read no further."""


class Transport(Protocol):
    """What asks the site."""

    def get(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """Return the answer to one request, with headers that state conditions.

        Raises:
            ServiceError: There is none that counts.
        """


class StatusTransport(Transport, Protocol):
    """What asks for the status of an address, too."""

    def status(self, url: str, method: Literal["HEAD", "GET"]) -> Answer:
        """Return the status and the headers of an address, without its body.

        Raises:
            ServiceUnavailableError: The server is busy, or no answer came in time.
        """


class _NoLogin(AuthBase):
    """Sends no password, also where the user has one for this host in a .netrc."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Let the request go as it is."""
        return request


class _SessionWithoutRedirects(requests.Session):
    """A session that leaves redirects to us, whatever address they name."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Return no address: requests would refuse the answer where its address is none."""
        del resp


class HttpTransport:
    """Asks by HTTP, over one connection a host."""

    def __init__(self, contact: str, clock: Clock, *, timeout_s: float = TIMEOUT_S) -> None:
        """Open nothing yet.

        Args:
            contact: E-mail address at which the site's owner reaches whoever asks; empty for none.
            clock: Gives the moments of the answers.
            timeout_s: The longest time for one answer.
        """
        self._clock = clock
        self._timeout_s = timeout_s
        self._session = _SessionWithoutRedirects()
        self._session.auth = _NoLogin()
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers = {  # type: ignore[assignment]  # requests takes any mapping
            "User-Agent": f"{AGENT}/{version(DISTRIBUTION)}"
            + (f" (+mailto:{contact})" if contact else ""),
            **({"From": contact} if contact else {}),
            "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
            "Accept-Encoding": "identity",
            "Accept-Language": "pl",
        }
        context = ssl.create_default_context()
        for scheme in ("http://", "https://"):
            adapter = DeadlineHTTPAdapter(
                ssl_context=context, max_retries=0, pool_connections=1, pool_maxsize=1
            )
            self._session.mount(scheme, adapter)

    def get(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """Return the answer to one request, with headers that state conditions.

        Raises:
            ServiceUnavailableError: The server failed, is too busy, or its answer did not come
                whole and in time.
            ServiceRefusedError: The server does not let us.
        """
        return self._in_time(lambda: self._ask(url, conditions))

    def status(self, url: str, method: Literal["HEAD", "GET"]) -> Answer:
        """Return the status and the headers of an address, without its body.

        Raises:
            ServiceUnavailableError: The server is busy, or no answer came in time.
        """
        return self._in_time(lambda: self._ask_status(url, method))

    def _in_time(self, ask: Callable[[], Answer]) -> Answer:
        """Return an answer that came whole and in time.

        Raises:
            ServiceUnavailableError: It did not.
        """
        with ends_after(self._timeout_s) as deadline:
            try:
                answer = ask()
            except (RequestException, HTTPError, OSError, ValueError) as error:
                fault = connection_fault(error, self._timeout_s, is_late=deadline.is_over)
                raise ServiceUnavailableError(fault) from error
        if deadline.is_over:  # what came may be cut off
            raise ServiceUnavailableError(late_answer(self._timeout_s))
        return answer

    def _ask(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """Send one request and read its answer."""
        with self._session.get(
            url,
            headers=dict(conditions),
            timeout=self._timeout_s,
            stream=True,
            allow_redirects=False,
        ) as response:
            _require_answer(response)
            return self._answer(url, response, _body(response.raw))

    def _ask_status(self, url: str, method: str) -> Answer:
        """Send one request and read the headers of its answer; the connection is closed then."""
        with self._session.request(
            method, url, timeout=self._timeout_s, stream=True, allow_redirects=False
        ) as response:
            if response.status_code in (_BUSY, _UNAVAILABLE):
                raise _unavailable(response)
            return self._answer(url, response, b"")

    def _answer(self, url: str, response: requests.Response, body: bytes) -> Answer:
        """Return an answer as it is stored."""
        return Answer(
            url=url,
            at=self._clock.now(),
            status=response.status_code,
            headers=tuple(response.headers.items()),
            body=body,
        )


def _require_answer(response: requests.Response) -> None:
    """Let what counts as an answer pass.

    Raises:
        ServiceError: It is another one.
    """
    status = response.status_code
    if status in _ANSWERS:
        return
    if status == _BUSY or status >= _SERVER_ERROR:
        raise _unavailable(response)
    raise ServiceRefusedError(message("harvest-status", status=str(status)))


def _unavailable(response: requests.Response) -> ServiceUnavailableError:
    """Return the error of a server that fails or is too busy, with the wait that it asks for."""
    words = message("harvest-status", status=str(response.status_code))
    return ServiceUnavailableError(words, retry_after_s=retry_after_s(response.headers))


def _body(raw: BaseHTTPResponse) -> bytes:
    """Return the bytes of a page; unpacked where the server packs them, though we ask it not to.

    Raises:
        TooLargeError: They are far more than a page has; they are read no further.
        HTTPError: They end before the length that the server stated, or cannot be unpacked.
    """
    content = bytearray()
    for block in raw.stream(_BLOCK_BYTES, decode_content=True):
        content += block
        if len(content) > MAX_ANSWER_BYTES:
            raise TooLargeError(message("harvest-too-large", size=MAX_ANSWER_BYTES >> 20))
    return bytes(content)
