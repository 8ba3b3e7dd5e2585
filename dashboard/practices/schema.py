"""The practices table's schema: the columns in their order and the rule for each cell.

The table is validated by columns rather than by rows, and each text of a column once, so that
100,000 practices are checked in a second and every violation is found at once. An unknown
value is an empty cell.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Final, Literal

import pandas as pd
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Json,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from dashboard.errors import Violation
from dashboard.practices.personal import may_name_a_person

VOIVODESHIPS = (
    "dolnośląskie",
    "kujawsko-pomorskie",
    "lubelskie",
    "lubuskie",
    "łódzkie",
    "małopolskie",
    "mazowieckie",
    "opolskie",
    "podkarpackie",
    "podlaskie",
    "pomorskie",
    "śląskie",
    "świętokrzyskie",
    "warmińsko-mazurskie",
    "wielkopolskie",
    "zachodniopomorskie",
)


def _real_day(text: str) -> str:
    """The same text, once it is known to be a day of the calendar."""
    if text:
        dt.date.fromisoformat(text)
    return text


MOST_PLACES: Final = 50
"""Places of one practice: each is located, and is a feature of its own in GeoJSON."""
MOST_NAME_CHARACTERS: Final = 300
"""Length of a name that says where a practice is; each of its places repeats some of them."""


def _few_places(text: str) -> str:
    """The same text, once it is known to list no more than MOST_PLACES."""
    if text.count("; ") >= MOST_PLACES:
        raise ValueError("too many places")
    return text


ARTICLE_NUMBER: Final = r"[1-9][0-9]{0,8}"
"""The pattern of an article's number, 1 to 999999999."""

FIRST_PROVISIONAL: Final = 1_000_000_000
"""From here on numbers are provisional: of practices whose article number is not known."""

PRACTICE_NUMBER: Final = rf"(?:{ARTICLE_NUMBER}|1[0-9]{{9}})"
"""The pattern of the number that a practice goes by: its article's, or a provisional one."""

WEB_ADDRESS: Final = r"https?://[^\s<>\"'/?#@\\][^\s<>\"'\\]*"
"""The pattern of an address that may become a link."""

_Line = StringConstraints(strip_whitespace=True, pattern=r"^[^\r\n]*$")

Number = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=f"^{PRACTICE_NUMBER}$"),
    Field(title="article_number", description="an article number, 1 to 999999999"),
]
Text = Annotated[str, _Line, Field(title="one_line", description="one line of text")]
Name = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, pattern=r"^[^\r\n]*$", max_length=MOST_NAME_CHARACTERS
    ),
    Field(title="name", description=f"one line of text, at most {MOST_NAME_CHARACTERS} characters"),
]
Places = Annotated[
    str,
    _Line,
    AfterValidator(_few_places),
    Field(title="places", description=f"at most {MOST_PLACES} places separated by '; '"),
]
RequiredText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[^\r\n]+$"),
    Field(title="required_line", description="one line of text, not empty"),
]
Paragraphs = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    Field(title="paragraphs", description="text, paragraphs separated by a blank line"),
]
Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=f"^({WEB_ADDRESS})?$"),
    Field(title="web_address", description="a web address with http:// or https://"),
]
Day = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"),
    AfterValidator(_real_day),
    Field(title="iso_date", description="a day of the calendar as YYYY-MM-DD"),
]
Voivodeship = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=f"^({'|'.join(VOIVODESHIPS)})?$"),
    Field(title="voivodeship", description="a voivodeship in lower case, such as małopolskie"),
]
PostalCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^([0-9]{2}-[0-9]{3})?$"),
    Field(title="postal_code", description="a postal code as 32-700"),
]
Count = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{0,9}$"),
    Field(title="whole_number", description="a whole number in digits only, such as 30000"),
]
EMails = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, pattern=r"^([^\s@;,]+@[^\s@;,]+(; [^\s@;,]+@[^\s@;,]+)*)?$"
    ),
    Field(title="e_mails", description="e-mail addresses separated by '; '"),
]
Fields = Annotated[
    Literal[""] | Json[list[tuple[str, str]]],
    Field(title="fields", description='a JSON list of pairs, such as [["Powiat", "Bochnia"]]'),
]


class PracticeColumns(BaseModel):
    """The practices table by columns, one list item a practice; the fields are the columns.

    `phones` and `contacts` are joined by '; ', as are `places` where a practice has several.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    art: list[Number]
    url: list[Url]
    section: list[RequiredText]
    subsection: list[Text]
    title: list[RequiredText]
    summary: list[Paragraphs]
    introduced: list[Day]
    updated: list[Day]
    unit_type: list[Text]
    locality: list[Name]
    county: list[Name]
    voivodeship: list[Voivodeship]
    postal_code: list[PostalCode]
    post_town: list[Name]
    unit: list[Text]
    street: list[Name]
    number: list[Name]
    website: list[Url]
    population: list[Count]
    contacts: list[Text]
    phones: list[Text]
    emails: list[EMails]
    metryka: list[Fields]
    places: list[Places]
    source: list[Text]


COLUMNS = tuple(PracticeColumns.model_fields)
REQUIRED_COLUMNS = ("art", "section", "title")


def _rules() -> dict[str, tuple[str, str]]:
    """Each column's rule: its short name and what it asks for."""
    properties = PracticeColumns.model_json_schema()["properties"]
    return {
        column: (entry["items"]["title"], entry["items"]["description"])
        for column, entry in properties.items()
    }


_RULES = _rules()
_CHECKS: Final = {
    column: TypeAdapter[list[str]](field.rebuild_annotation())
    for column, field in PracticeColumns.model_fields.items()
}

_STRING: Final = r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt])*"'
_PAIR: Final = rf"\[{_STRING}, {_STRING}\]"
_PLAINLY_VALID: Final = {"metryka": rf"^\[(?:{_PAIR}(?:, {_PAIR})*)?\]$"}
"""Cells that are known to keep their column's rule, and far quicker than by the rule itself."""


def rule_of(column: str) -> str:
    """The short name of a column's rule ('iso_date')."""
    return _RULES[column][0]


def expectation(column: str) -> str:
    """What a column's rule asks for, in words."""
    return _RULES[column][1]


def find_violations(cells: pd.DataFrame, rows: Sequence[int]) -> list[Violation]:
    """Everything in a table that breaks the schema, in the order of the rows.

    Args:
        cells: The table's cells as text; all of COLUMNS.
        rows: For each practice, its row in the file.

    Returns:
        One violation a cell; none for a valid table.
    """
    found = {
        (rows[index], column): Violation(
            row=rows[index],
            column=column,
            value=value,
            rule=_RULES[column][0],
            expected=_RULES[column][1],
            shows_value=not may_name_a_person(column, value),
        )
        for column in COLUMNS
        for index, value in _refused(column, cells[column])
    }
    for violation in _repeated_numbers(cells["art"].tolist(), rows):
        found.setdefault((violation.row, "art"), violation)
    order = {column: place for place, column in enumerate(COLUMNS)}
    return [found[key] for key in sorted(found, key=lambda key: (key[0], order[key[1]]))]


def _refused(column: str, cells: pd.Series) -> Iterator[tuple[int, str]]:
    """Position and text of the cells that break their column's rule; a text is checked once."""
    distinct = pd.Series(cells.unique(), dtype="str")
    if column in _PLAINLY_VALID:
        distinct = distinct[~distinct.str.match(_PLAINLY_VALID[column])]
    texts = distinct.tolist()
    try:
        _CHECKS[column].validate_python(texts)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        refused = {texts[int(fault["loc"][0])] for fault in faults}
        yield from ((index, text) for index, text in enumerate(cells) if text in refused)


def _repeated_numbers(numbers: Sequence[str], rows: Sequence[int]) -> list[Violation]:
    """A violation for each article number that an earlier row has already."""
    if len(set(numbers)) == len(numbers):
        return []
    repeated = {number for number, times in Counter(numbers).items() if times > 1 and number}
    first: dict[str, int] = {}
    return [
        Violation(
            row=row,
            column="art",
            value=number,
            rule="unique_number",
            expected=f"each article number once (row {first[number]} has it already)",
        )
        for number, row in zip(numbers, rows, strict=True)
        if number in repeated and first.setdefault(number, row) != row
    ]
