"""What the cells of the practices table can hold: one type each, with its rule and its reader.

In the table every cell is text, and an unknown value is ''. A type says which texts are valid,
what a message asks for, how a record card's text is read into such a value, and as what the value
is stored.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Json, StringConstraints

from dashboard.practices.links import email_link, phone_link, website_link
from dashboard.practices.values import (
    VOIVODESHIPS,
    Value,
    read_count,
    read_day,
    read_emails,
    read_list,
    read_voivodeship,
    read_website,
)

MAX_PLACES: Final = 50
"""Places of one practice: each is located, and is a feature of its own in GeoJSON."""
MAX_NAME_CHARACTERS: Final = 300
"""Length of a name that says where a practice is; each of its places repeats some of them."""

ARTICLE_NUMBER: Final = r"[1-9][0-9]{0,8}"
"""The pattern of an article's number, 1 to 999999999."""
FIRST_PROVISIONAL: Final = 1_000_000_000
"""From here on numbers are provisional: of practices whose article number is not known."""
PRACTICE_NUMBER: Final = rf"(?:{ARTICLE_NUMBER}|1[0-9]{{9}})"
"""The pattern of a practice's number: its article's, or a provisional one."""
WEB_ADDRESS: Final = r"https?://[^\s<>\"'/?#@\\][^\s<>\"'\\]*"
"""The pattern of an address that may become a link."""

_THOUSANDS: Final = re.compile(r"(?<=\d)(?=(?:\d{3}){1,3}$)")
"""The places of dots in a whole number of at most nine digits."""


class Storage(Enum):
    """The type of a value in DataFrames and in a store."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueType:
    """What a column's cells hold.

    Attributes:
        rule: Short name of the rule that cells keep; messages go by it.
        cell: Annotated `str` by which pydantic validates a cell.
        storage: The type of the value in DataFrames and in a store.
        read: Turns a record card's text into the value; raises ValueError where it is none.
        link: Gives the address that a value leads to, '' for none; None where values never do.
        is_list: Whether the cell may hold several values, joined by '; '.
        quickly_valid: Pattern of cells that are surely valid, where most practices have a text of
            their own, so that validating each takes long; '' else.
        bounds: Numbers that the rule's message names.
    """

    rule: str
    cell: Any
    storage: Storage = Storage.TEXT
    read: Callable[[str], Value] = str
    link: Callable[[str], str] | None = None
    is_list: bool = False
    quickly_valid: str = ""
    bounds: Mapping[str, int] = field(default_factory=dict)

    def printed(self, cell: str) -> str:
        """Print a cell as a record card does: lists with commas, numbers with dots."""
        if self.is_list:
            return cell.replace("; ", ", ")
        return _THOUSANDS.sub(".", cell) if self.storage is Storage.NUMBER else cell


def _line(*, pattern: str, most: int | None = None) -> Any:  # noqa: ANN401  an annotation
    """Give the annotation of a cell that matches a pattern once it is stripped."""
    return Annotated[
        str, StringConstraints(strip_whitespace=True, pattern=pattern, max_length=most)
    ]


def _real_day(text: str) -> str:
    """Return the same text, once it is known to be a day of the calendar."""
    if text:
        dt.date.fromisoformat(text)
    return text


def _few_places(text: str) -> str:
    """Return the same text, once it is known to list no more than MAX_PLACES."""
    if text.count("; ") >= MAX_PLACES:
        raise ValueError("too many places")
    return text


_ONE_LINE: Final = r"^[^\r\n]*$"
_EMAIL: Final = r"[^\s@;,]+@[^\s@;,]+"
_STRING: Final = r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt])*"'
_PAIR: Final = rf"\[{_STRING}, {_STRING}\]"

ARTICLE: Final = ValueType(
    rule="article_number",
    cell=_line(pattern=f"^{PRACTICE_NUMBER}$"),
    quickly_valid=f"^{PRACTICE_NUMBER}$",
)
TEXT: Final = ValueType(rule="one_line", cell=_line(pattern=_ONE_LINE))
REQUIRED_TEXT: Final = ValueType(
    rule="required_line",
    cell=_line(pattern=r"^[^\r\n]+$"),
    quickly_valid=r"^[^0-9A-Za-z\r\n]*[0-9A-Za-z][^\r\n]*$",
)
PARAGRAPHS: Final = ValueType(
    rule="paragraphs", cell=Annotated[str, StringConstraints(strip_whitespace=True)]
)
NAME: Final = ValueType(
    rule="name",
    cell=_line(pattern=_ONE_LINE, most=MAX_NAME_CHARACTERS),
    bounds={"length": MAX_NAME_CHARACTERS},
)
LIST: Final = ValueType(
    rule="one_line", cell=_line(pattern=_ONE_LINE), read=read_list, is_list=True
)
PHONES: Final = ValueType(
    rule="one_line", cell=_line(pattern=_ONE_LINE), read=read_list, link=phone_link, is_list=True
)
EMAILS: Final = ValueType(
    rule="e_mails",
    cell=_line(pattern=f"^({_EMAIL}(; {_EMAIL})*)?$"),
    read=read_emails,
    link=email_link,
    is_list=True,
)
PLACES: Final = ValueType(
    rule="places",
    cell=Annotated[_line(pattern=_ONE_LINE), AfterValidator(_few_places)],
    bounds={"most": MAX_PLACES},
    read=read_list,
    is_list=True,
)
WEBSITE: Final = ValueType(
    rule="web_address",
    cell=_line(pattern=f"^({WEB_ADDRESS})?$"),
    read=read_website,
    link=website_link,
)
DAY: Final = ValueType(
    rule="iso_date",
    cell=Annotated[_line(pattern="^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"), AfterValidator(_real_day)],
    storage=Storage.DAY,
    read=read_day,
)
VOIVODESHIP: Final = ValueType(
    rule="voivodeship", cell=_line(pattern=f"^({'|'.join(VOIVODESHIPS)})?$"), read=read_voivodeship
)
POSTAL_CODE: Final = ValueType(rule="postal_code", cell=_line(pattern="^([0-9]{2}-[0-9]{3})?$"))
COUNT: Final = ValueType(
    rule="whole_number", cell=_line(pattern="^[0-9]{0,9}$"), storage=Storage.NUMBER, read=read_count
)
CARD_LINES: Final = ValueType(
    rule="fields",
    cell=Literal[""] | Json[list[tuple[str, str]]],
    storage=Storage.JSON,
    quickly_valid=rf"^\[(?:{_PAIR}(?:, {_PAIR})*)?\]$",
)
