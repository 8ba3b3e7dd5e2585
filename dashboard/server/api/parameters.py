"""The parameters of the interface: those of a page's address that filter, and a few of its own.

Which filters there are follows from the table in `dashboard.url`; the document of the interface is
made of the same parameters that a request is checked by.
"""

import datetime as dt
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from dashboard import url
from dashboard.explore.coverage.levels import Level
from dashboard.export.open_data.practice_features import Box
from dashboard.locale import LANGUAGES, Texts
from dashboard.server.api.problems import ProblemError, WrongValue
from dashboard.url import LONGEST_TEXT, PARAM, PARAMS, Kind, Param

DEFAULT_LIMIT, MAX_LIMIT = 100, 1_000
_MOST: Final = 999_999_999
_BAD_REQUEST: Final = 400
_CORNERS: Final = {4: (0, 1, 2, 3), 6: (0, 1, 3, 4)}
"""How many numbers a box has, and which of them are west, south, east and north."""
_NUMBER: Final = re.compile(r"[+-]?\d{1,9}(?:\.\d{0,17})?(?:[eE][+-]?\d{1,2})?")
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt][\d:.]{5,15}(?:[Zz]|[+-]\d{2}:\d{2}))?")

FILTERS: Final = (
    *(each for each in PARAMS if each.is_shared and not each.is_of_dataset and each != url.ORDER),
    url.STATED_ALONE,
)
"""The parameters of an address that say which practices it shows, and of which population."""

COVERAGE: Final = (*FILTERS, url.LEVEL, url.MEASURE, url.MAX_YEAR)
"""Those that say which regions it compares, too."""

_CHOICES: Final[Mapping[Param, Sequence[str]]] = {
    url.LANGUAGE: LANGUAGES,
    url.LEVEL: [each.value for each in Level],
}
_SCHEMAS: Final[Mapping[Kind, Mapping[str, Any]]] = {
    Kind.VALUES: {"type": "array", "items": {"type": "string"}},
    Kind.TEXT: {"type": "string", "maxLength": LONGEST_TEXT},
    Kind.NUMBER: {"type": "integer", "minimum": 1, "maximum": 99_999_999},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.RANGE: {"type": "string"},
    Kind.CHOICE: {"type": "string"},
    Kind.AREA: {"type": "string"},
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the interface.

    Attributes:
        name: As it stands in the address.
        schema: What it may say, as a schema of OpenAPI 3.0.
        is_list: Whether its values stand in one text with commas between.
    """

    name: str
    schema: Mapping[str, Any]
    is_list: bool = False

    @property
    def message(self) -> str:
        """The message that describes it."""
        return f"api-param-{self.name}"


LIMIT: Final = Parameter(
    "limit", {"type": "integer", "minimum": 1, "maximum": _MOST, "default": DEFAULT_LIMIT}
)
OFFSET: Final = Parameter(
    "offset", {"type": "integer", "minimum": 0, "maximum": _MOST, "default": 0}
)
_CORNER_NUMBERS: Final = {"type": "array", "items": {"type": "number"}}
BBOX: Final = Parameter("bbox", {**_CORNER_NUMBERS, "minItems": 4, "maxItems": 6}, is_list=True)
DATETIME: Final = Parameter("datetime", {"type": "string"})


def format_parameter(names: Collection[str]) -> Parameter:
    """Return the parameter that chooses among some formats."""
    return Parameter("f", {"type": "string", "enum": list(names)})


def of_page(param: Param) -> Parameter:
    """Return a parameter of a page's address as one of the interface."""
    if param.kind is Kind.SWITCH:
        return Parameter(param.name, {"type": "string", "enum": [param.on]})
    if param in _CHOICES:
        return Parameter(param.name, {"type": "string", "enum": list(_CHOICES[param])})
    return Parameter(param.name, _SCHEMAS[param.kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A span of days, both of which are in it; None where it is open."""

    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which part of the features is wanted.

    Attributes:
        limit: How many at most.
        offset: How many of the first are left out.
        box: Where a point of each must be; None for anywhere.
        span: When each was introduced; None for whenever.
    """

    limit: int = DEFAULT_LIMIT
    offset: int = 0
    box: Box | None = None
    span: Span | None = None


def check_parameters(request: Request, known: Sequence[Parameter], texts: Texts) -> None:
    """Refuse a request with parameters that its address does not have, or too long values.

    Raises:
        ProblemError: It has such ones.
    """
    names = [each.name for each in known]
    wrong = []
    for name, value in request.query_params.multi_items():
        if name not in names:
            word = "api-expected-no-page-param" if name in PARAM else "api-expected-known"
            expected = texts(word, known=", ".join(names))
            wrong.append(WrongValue(name[:LONGEST_TEXT], value[:LONGEST_TEXT], expected))
    wrong += [
        WrongValue(each.name, value[:LONGEST_TEXT], expected)
        for each in known
        for value in request.query_params.getlist(each.name)
        if (expected := _expected(each, value, texts))
    ]
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    named = {each.parameter for each in wrong}
    for name, values in url.bounded_query(query).items():
        if values != query[name] and name not in named:
            expected = texts("api-expected-shorter")
            wrong.append(WrongValue(name[:LONGEST_TEXT], values[0][:LONGEST_TEXT], expected))
    require_none(wrong, texts)


def _expected(parameter: Parameter, value: str, texts: Texts) -> str:
    """Return what a parameter may say where its schema forbids a value; '' where it does not."""
    schema = parameter.schema
    if "enum" in schema and value not in schema["enum"]:
        return texts("api-expected-one-of", known=", ".join(schema["enum"]))
    if len(value) > schema.get("maxLength", len(value)):
        return texts("api-expected-length", most=schema["maxLength"])
    is_never_empty = schema.get("type") == "integer" or "format" in schema
    return texts("api-expected-value") if not value and is_never_empty else ""


def require_none(wrong: Sequence[WrongValue], texts: Texts) -> None:
    """Refuse a request that has wrong values.

    Raises:
        ProblemError: It has.
    """
    if wrong:
        named = ", ".join(f"{each.parameter}={each.value}" for each in wrong)
        raise ProblemError(_BAD_REQUEST, texts("api-wrong-values", values=named), wrong)


def read_page(request: Request, texts: Texts) -> Page:
    """Read which part of the features a request wants.

    Raises:
        ProblemError: A value is none of its parameter.
    """
    wrong: list[WrongValue] = []
    values = {name: request.query_params.getlist(name)[-1] for name in request.query_params}

    def note(name: str, *, limits: Mapping[str, str] | None = None) -> None:
        expected = texts(f"api-expected-{name}", **(limits or {}))
        wrong.append(WrongValue(name, values[name][:LONGEST_TEXT], expected))

    limit = _whole(values.get("limit", str(DEFAULT_LIMIT)))
    if not limit:
        note("limit", limits={"most": str(MAX_LIMIT)})
    offset = _whole(values.get("offset", "0"))
    if offset is None:
        note("offset")
    box = _box(values["bbox"]) if "bbox" in values else None
    if "bbox" in values and box is None:
        note("bbox")
    span = _span(values["datetime"]) if "datetime" in values else None
    if "datetime" in values and span is None:
        note("datetime")
    require_none(wrong, texts)
    return Page(limit=min(limit or 1, MAX_LIMIT), offset=offset or 0, box=box, span=span)


def _whole(text: str) -> int | None:
    """Return a whole number from zero on; None for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _box(text: str) -> Box | None:
    """Return the box in '16.2,48.9,17.1,50' (west, south, east, north); None for anything else."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) not in _CORNERS or not all(map(_NUMBER.fullmatch, parts)):
        return None
    west, south, east, north = (float(parts[at]) for at in _CORNERS[len(parts)])
    return (west, south, east, north) if south <= north and math.isfinite(north) else None


def _span(text: str) -> Span | None:
    """Return the days of a moment or of two with '/' between; None for anything else."""
    ends = text.split("/")
    if len(ends) == 1:
        day = _day(text)
        return Span(first=day, last=day) if day else None
    if len(ends) != 2:  # noqa: PLR2004  a span has two ends
        return None
    days = [None if end in ("", "..") else _day(end) for end in ends]
    if any(day is None and end not in ("", "..") for day, end in zip(days, ends, strict=True)):
        return None
    first, last = days
    return None if first and last and first > last else Span(first=first, last=last)


def _day(text: str) -> dt.date | None:
    """Return the day of '2020-02-12' or '2020-02-12T23:20:50Z'; None for anything else."""
    found = _MOMENT.fullmatch(text)
    try:
        if found and "t" in text.lower():
            dt.datetime.fromisoformat(text.upper())
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:  # the 30th of February, the 25th hour
        return None
