"""Why no answer of a server came, in words, and how long a busy one asks to wait."""

import ssl
from collections.abc import Mapping

import requests
from geopy.adapters import get_retry_after

from geocoding.locale import message


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer's headers ask to wait; None where they do not readably."""
    try:
        wait_s = get_retry_after(headers)
        return None if wait_s is None else float(wait_s)
    except (ArithmeticError, ValueError):  # a date that no calendar has
        return None


def certificate_fault(error: BaseException) -> str:
    """Return what to say where an error means that a certificate is not accepted; else ''."""
    cause = _innermost(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return message("service-certificate", reason=cause.verify_message)
    return ""


def connection_fault(error: BaseException, timeout_s: float, *, is_late: bool) -> str:
    """Return what to say of an error of the connection.

    Args:
        error: The error.
        timeout_s: Seconds in which the answer should have come.
        is_late: Whether the connection was cut because they had passed.
    """
    if is_late or isinstance(error, requests.Timeout):
        return late_answer(timeout_s)
    cause = _innermost(error)
    reason = str(cause) or type(cause).__name__
    return certificate_fault(error) or message("service-no-answer", reason=reason)


def late_answer(timeout_s: float) -> str:
    """Return what to say of an answer that did not come whole in time."""
    return message("service-late", seconds=f"{timeout_s:g}")


def _innermost(error: BaseException) -> BaseException:
    """Return the error that the others were made of."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    return error
