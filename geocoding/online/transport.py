"""What geopy's services share here: one careful HTTP request a call, and errors of our own tree.

An answer counts only where it came whole, in time, from the server that was named, and is JSON of
a bearable size. Everything else is a failure: the question stays open.
"""

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests
from geopy.adapters import AdapterHTTPError, RequestsAdapter
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
    GeopyError,
)
from requests.exceptions import RequestException

from geocoding.errors import ServiceError, ServiceRefusedError, ServiceUnavailableError
from geocoding.locale import message
from geocoding.online.deadline import DeadlineHTTPAdapter, ends_after
from geocoding.online.no_answer import (
    certificate_fault,
    connection_fault,
    late_answer,
    retry_after_s,
)

MAX_BYTES: Final = 8 << 20
"""An answer of this size has thousands of places; more is none of a geocoding service."""

_OK: Final = 200
_REDIRECTS: Final = 3
_BLOCK_BYTES: Final = 1 << 16


class NotAcceptedError(GeocoderServiceError):
    """What a server does is not accepted, and asking again would not help."""


_REFUSALS = (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    NotAcceptedError,
)


class OneRequestAdapter(RequestsAdapter):
    """geopy's adapter without its own retries: the rate limiter counts and spaces requests."""

    def __init__(
        self,
        check: Callable[[Any], None] | None = None,
        *,
        proxies: Any,  # noqa: ANN401  # geopy's own
        ssl_context: Any,  # noqa: ANN401  # geopy's own
    ) -> None:
        """Make an adapter that sends each request once.

        Args:
            check: Raises GeopyError for JSON that is no answer of the service; None takes all.
            proxies: As geopy gives them.
            ssl_context: As geopy gives it.
        """
        self._check = check
        context = ssl_context or ssl.create_default_context()
        super().__init__(proxies=proxies, ssl_context=context, max_retries=0)
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, DeadlineHTTPAdapter(ssl_context=context, max_retries=0))

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:  # noqa: ANN401
        """Return what the answer to one request says.

        Raises:
            GeopyError: There is none that counts; the message says why.
        """
        with ends_after(timeout) as deadline:
            try:
                content, kind = self._fetch(url, timeout, headers)
            except AdapterHTTPError:
                raise
            except (RequestException, OSError) as error:
                raise _explained(error, timeout, is_late=deadline.is_over) from error
            if deadline.is_over:  # the end of the answer may be where it was cut
                raise GeocoderTimedOut(late_answer(timeout))
        answer = _read_json(content, kind)
        if self._check:
            self._check(answer)
        return answer

    def _fetch(self, url: str, timeout: float, headers: dict[str, str]) -> tuple[bytes, str]:
        """Return the content of an answer and its type, from the server that was asked."""
        for _ in range(_REDIRECTS):
            with self.session.get(
                url, timeout=timeout, headers=headers, stream=True, allow_redirects=False
            ) as response:
                if not response.is_redirect:
                    return _content(response), response.headers.get("Content-Type", "")
                target = urljoin(url, self.session.get_redirect_target(response) or "")
            if urlsplit(target)[:2] != urlsplit(url)[:2]:
                raise NotAcceptedError(message("service-elsewhere", target=_where(target)))
            url = target
        raise NotAcceptedError(message("service-redirects"))


def _content(response: requests.Response) -> bytes:
    """Return the content of an answer, read no further than is bearable."""
    if response.status_code != _OK:
        raise AdapterHTTPError(
            _http_status(response.status_code),
            status_code=response.status_code,
            headers=_wait_header(response),
            text="",
        )
    content = bytearray()
    for block in response.iter_content(_BLOCK_BYTES):
        content += block
        if len(content) > MAX_BYTES:
            raise NotAcceptedError(message("service-too-much", limit=MAX_BYTES >> 20))
    return bytes(content)


def _wait_header(response: requests.Response) -> dict[str, str]:
    """Return the header that says how long to wait, where it can be read."""
    name = "retry-after"
    is_stated = retry_after_s(response.headers) is not None
    return {name: response.headers[name]} if is_stated else {}


def _read_json(content: bytes, kind: str) -> Any:  # noqa: ANN401  # whatever it says
    """Return what an answer says in JSON that can be written into a file again."""
    if not content.strip():
        raise GeocoderParseError(message("service-empty"))
    try:
        answer = json.loads(content, parse_constant=_refuse_constant)
        json.dumps(answer, ensure_ascii=False).encode()  # no half characters
    except (ValueError, RecursionError) as error:
        raise GeocoderParseError(message("service-no-json", kind=kind or "-")) from error
    return answer


def _refuse_constant(name: str) -> None:
    """Refuse NaN and the infinities, which JSON does not have."""
    raise ValueError(name)


def _explained(error: Exception, timeout: float, *, is_late: bool) -> GeopyError:
    """Return the error of geopy's for one of the connection, in words."""
    fault = connection_fault(error, timeout, is_late=is_late)
    if is_late or isinstance(error, requests.Timeout):
        return GeocoderTimedOut(fault)
    return (NotAcceptedError if certificate_fault(error) else GeocoderUnavailable)(fault)


def _http_status(code: int) -> str:
    """Return what to say of an answer with a status that is none of success."""
    return message("service-status", code=str(code))


def _where(address: str) -> str:
    """Return a server's scheme and host, without what may be secret in an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.hostname or ''}"


@contextmanager
def service_errors(service: str) -> Iterator[None]:
    """Raise errors of geopy, and of answers that are no service's, as our own.

    Raises:
        ServiceRefusedError: The service refused (400, 401, 403, 429), or does what is not accepted.
        ServiceUnavailableError: It failed, did not answer, or what it said cannot be read.
    """
    try:
        yield
    except GeopyError as error:
        raise _translated(service, error) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ServiceUnavailableError(f"{service}: {message('service-unreadable')}") from error


def _translated(service: str, error: GeopyError) -> ServiceError:
    """Return the same error in our tree, with the wait that the service asks for."""
    http_error = error.__cause__
    wait_s = None
    if isinstance(http_error, AdapterHTTPError):
        wait_s = retry_after_s(http_error.headers)
        said = f"{service}: {_http_status(http_error.status_code)}"
    else:
        said = f"{service}: {str(error) or type(error).__name__}"
    kind = ServiceRefusedError if isinstance(error, _REFUSALS) else ServiceUnavailableError
    return kind(said, retry_after_s=wait_s)
