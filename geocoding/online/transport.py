"""What geopy's services share here: one HTTP request a call, and errors of our own tree."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from geopy.adapters import AdapterHTTPError, RequestsAdapter, get_retry_after
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeopyError,
)

from geocoding.errors import ServiceError, ServiceRefusedError, ServiceUnavailableError

_REFUSALS = (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
)


class OneRequestAdapter(RequestsAdapter):
    """geopy's adapter without its own retries: the gate counts and spaces every request."""

    def __init__(self, *, proxies: Any, ssl_context: Any) -> None:  # noqa: ANN401  # geopy's own
        """An adapter that sends each request once."""
        super().__init__(proxies=proxies, ssl_context=ssl_context, max_retries=0)


@contextmanager
def service_errors(service: str) -> Iterator[None]:
    """Errors of geopy, and of answers that are not what a service answers, as our own.

    Raises:
        ServiceRefusedError: The service refused (400, 401, 403, 429).
        ServiceUnavailableError: It failed, did not answer, or what it said cannot be read.
    """
    try:
        yield
    except GeopyError as error:
        raise _translated(service, error) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ServiceUnavailableError(f"{service}: an answer that cannot be read") from error


def _translated(service: str, error: GeopyError) -> ServiceError:
    """The same error in our tree, with the wait that the service asks for."""
    http_error = error.__cause__
    retry_after_s = None
    if isinstance(http_error, AdapterHTTPError):
        retry_after_s = get_retry_after(http_error.headers)
        said = f"{service}: HTTP status {http_error.status_code}"
    else:
        said = f"{service}: {str(error) or type(error).__name__}"
    kind = ServiceRefusedError if isinstance(error, _REFUSALS) else ServiceUnavailableError
    return kind(said, retry_after_s=retry_after_s)
