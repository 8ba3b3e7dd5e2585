"""Answers of the interface: the format that is asked for, and whether the asker has it already."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from dashboard.locale import Texts
from dashboard.server.api.problems import ProblemError

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
CSV: Final = "text/csv"
JSON_LD: Final = "application/ld+json"
OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"

_NOT_MODIFIED: Final = 304
_NOT_ACCEPTABLE: Final = 406
_QUALITY: Final = re.compile(r"q=([01](?:\.\d{0,3})?)")
_MOST_RANGES: Final = 50

DOCUMENT: Final = {"json": JSON}
"""The formats of a document, by what the parameter `f` calls them; the first is the usual one."""
CATALOGUE: Final = {"jsonld": JSON_LD}
"""Those of the catalogue after DCAT-AP."""
FEATURES: Final = {"geojson": GEOJSON, "json": JSON, "csv": CSV}
"""Those of features."""
FIGURES: Final = {"json": JSON, "csv": CSV}
"""Those of figures."""


def chosen_format(request: Request, offered: Mapping[str, str], texts: Texts) -> str:
    """Return the format that a request asks for: by `f`, else by the header Accept.

    Args:
        request: The request.
        offered: Media types by the names of the formats; the first is the usual one.
        texts: The language of the problem.

    Raises:
        ProblemError: It asks for another one.
    """
    if named := request.query_params.get("f"):
        return named  # one of the offered, as was checked
    accepted = request.headers.get("accept", "*/*")
    ranked = {name: _quality(media_type, accepted) for name, media_type in offered.items()}
    best = max(ranked, key=lambda name: ranked[name])
    if ranked[best] == 0:
        known = ", ".join(dict.fromkeys(offered.values()))
        raise ProblemError(_NOT_ACCEPTABLE, texts("api-not-acceptable", known=known))
    return best


def _quality(media_type: str, accepted: str) -> float:
    """Return how much a media type is wanted, 0 to 1; the most exact range decides."""
    family = f"{media_type.partition('/')[0]}/*"
    wanted: dict[str, float] = {}
    for part in accepted.split(",")[:_MOST_RANGES]:
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        found = next(filter(None, map(_QUALITY.fullmatch, parameters)), None)
        wanted[name] = float(found[1]) if found else 1.0
    names = (media_type, family, "*/*")
    return next((wanted[name] for name in names if name in wanted), 0.0)


def json_answer(
    request: Request,
    content: Any,  # noqa: ANN401  any value of JSON
    media_type: str = JSON,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a document as JSON."""
    body = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return answer(request, body.encode(), media_type, headers)


def answer(
    request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a content with its tag; without the content where the asker has that already.

    The tag is weak, as the same content may be sent compressed.
    """
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    named = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept", **(headers or {})}
    if _has_already(request.headers.getlist("if-none-match"), tag):
        return Response(status_code=_NOT_MODIFIED, headers=named)
    is_text = media_type == CSV
    written = f"{media_type}; charset=utf-8" if is_text else media_type
    return Response(body, headers={**named, "Content-Type": written})


def _has_already(lines: Sequence[str], tag: str) -> bool:
    """Say whether a request names the tag of what it would be sent."""
    named = [each.strip() for line in lines for each in line.split(",")]
    return "*" in named or tag.removeprefix("W/") in (each.removeprefix("W/") for each in named)
