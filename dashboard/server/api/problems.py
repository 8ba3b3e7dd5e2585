"""What the interface answers where it cannot do what is asked: problem details (RFC 9457)."""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard import url
from dashboard.locale import LANGUAGES, Texts, texts_in

_MEDIA_TYPE: Final = "application/problem+json"
_LOGGER: Final = logging.getLogger(__name__)
_RETRY_S: Final = 5


@dataclass(frozen=True, slots=True)
class WrongValue:
    """A parameter that cannot be used.

    Attributes:
        parameter: Its name.
        value: What it says, the beginning of it where it is long.
        expected: What it may say, in words.
    """

    parameter: str
    value: str
    expected: str


class ProblemError(Exception):
    """A request that cannot be answered as it is asked.

    Attributes:
        status: The status of the answer.
        detail: What is wrong, in words.
        wrong: The parameters that are at fault.
    """

    def __init__(self, status: int, detail: str, wrong: Sequence[WrongValue] = ()) -> None:
        """Say why a request cannot be answered."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.wrong = tuple(wrong)


def language_of(request: Request) -> Texts:
    """Return the texts of the language that a request asks for; Polish where it names none."""
    asked = request.query_params.get(url.LANGUAGE.name, "")
    return texts_in("en" if asked == "en" else LANGUAGES[0])


def problem_response(
    status: int,
    detail: str,
    wrong: Sequence[WrongValue] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """Return problem details.

    Args:
        status: The status of the answer.
        detail: What is wrong, in words.
        wrong: The parameters that are at fault.
        headers: Further headers.
    """
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **({"errors": [asdict(each) for each in wrong]} if wrong else {}),
    }
    named = {"Cache-Control": "no-store", **(headers or {})}
    return JSONResponse(content, status, headers=named, media_type=_MEDIA_TYPE)


def answer_problem(_request: Request, error: Exception) -> Response:
    """Answer for a request that cannot be answered as it is asked."""
    assert isinstance(error, ProblemError)  # noqa: S101  Starlette's types say less
    return problem_response(error.status, error.detail, error.wrong)


def answer_http_error(request: Request, error: Exception) -> Response:
    """Answer for an address that there is not, or a method that it does not have."""
    assert isinstance(error, HTTPException)  # noqa: S101  Starlette's types say less
    texts = language_of(request)
    detail = {
        HTTPStatus.NOT_FOUND: texts("api-no-address", path=request.url.path),
        HTTPStatus.METHOD_NOT_ALLOWED: texts("api-only-get"),
    }.get(HTTPStatus(error.status_code), error.detail)
    return problem_response(error.status_code, detail, headers=dict(error.headers or {}))


def answer_unavailable(request: Request, error: Exception) -> Response:
    """Answer where the practices cannot be read just now; the log says why."""
    _LOGGER.warning("%s", error)
    detail = language_of(request)("api-unavailable")
    headers = {"Retry-After": str(_RETRY_S)}
    return problem_response(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers=headers)
