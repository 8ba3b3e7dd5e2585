"""One request to the site: GET, no cookies, no login, no redirect followed, an end to its time.

What counts as an answer comes whole and in time: a page, 'not modified', 'gone', or a redirect.
Everything else is an error of the service, which may be asked again.
"""

import ssl
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from importlib.metadata import version
from typing import Final, Protocol

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
    """Asks by HTTP, over one connection."""

    def __init__(self, contact: str, clock: Clock) -> None:
        """Open nothing yet.

        Args:
            contact: E-mail address at which the site's owner reaches whoever collects.
            clock: Gives the moments of the answers.
        """
        self._clock = clock
        self._session = _SessionWithoutRedirects()
        self._session.auth = _NoLogin()
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers = {  # type: ignore[assignment]  # requests takes any mapping
            "User-Agent": f"{AGENT}/{version(DISTRIBUTION)} (+mailto:{contact})",
            "From": contact,
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
        with ends_after(TIMEOUT_S) as deadline:
            try:
                answer = self._ask(url, conditions)
            except (RequestException, HTTPError, OSError) as error:
                fault = connection_fault(error, TIMEOUT_S, is_late=deadline.is_over)
                raise ServiceUnavailableError(fault) from error
        if deadline.is_over:  # what came may be cut off
            raise ServiceUnavailableError(late_answer(TIMEOUT_S))
        return answer

    def _ask(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """Send one request and read its answer."""
        with self._session.get(
            url, headers=dict(conditions), timeout=TIMEOUT_S, stream=True, allow_redirects=False
        ) as response:
            _require_answer(response)
            return Answer(
                url=url,
                at=self._clock.now(),
                status=response.status_code,
                headers=tuple(response.headers.items()),
                body=_body(response.raw),
            )


def _require_answer(response: requests.Response) -> None:
    """Let what counts as an answer pass.

    Raises:
        ServiceError: It is another one.
    """
    status = response.status_code
    if status in _ANSWERS:
        return
    words = message("harvest-status", status=str(status))
    wait_s = retry_after_s(response.headers)
    if status == _BUSY or status >= _SERVER_ERROR:
        raise ServiceUnavailableError(words, retry_after_s=wait_s)
    raise ServiceRefusedError(words)


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
