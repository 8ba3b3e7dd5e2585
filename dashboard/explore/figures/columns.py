"""Which columns of a table hold what: codes, names, regions, years, figures.

Tables have one heading row or several, as exports of GUS's local data bank (BDL) do: the
indicator, the year and the unit each in a row of their own, or all in one cell with semicolons
between them. A heading that is written once over several columns counts for each of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dashboard.explore.figures.numbers import is_missing, is_number_like
from geocoding import fold
from geocoding.tables.layout import NumberedRow

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNIT: Final = re.compile(r"\[([^\[\]]{1,60})\]")
_MEANINGLESS: Final = frozenset({"ogolem", "total", "wartosc", "value", "stan na 31 xii", ""})
"""Parts of a heading that name no indicator, folded."""

_SHARE_OF_NUMBERS: Final = 0.5


class Role(StrEnum):
    """What a column says of its rows' units."""

    CODE = "code"
    NAME = "name"
    KIND = "kind"
    COUNTY = "county"
    VOIVODESHIP = "voivodeship"
    YEAR = "year"
    UNIT = "unit"
    NONE = "none"


_HEADINGS: Final = {
    Role.CODE: re.compile(r"kod|kod teryt|teryt|kod_?jst|jpt_kod_je|terc|kod jednostki|code|id"),
    Role.NAME: re.compile(
        r"nazwa|nazwa jednostki|jednostka( terytorialna)?|gmina|nazwa gminy|miasto|name|unit"
        r"|jednostka samorzadu|jst|nazwa jst|commune|municipality"
    ),
    Role.KIND: re.compile(r"rodzaj( gminy)?|typ( gminy)?|typ jednostki|kind|type"),
    Role.COUNTY: re.compile(r"powiat|nazwa powiatu|county"),
    Role.VOIVODESHIP: re.compile(r"wojewodztwo|woj\.?|nazwa wojewodztwa|voivodeship|region"),
    Role.YEAR: re.compile(r"rok|year"),
    Role.UNIT: re.compile(r"jednostka miary|j\.? ?m\.?|unit of measure"),
    Role.NONE: re.compile(r"l\.? ?p\.?|nr|atrybut|attribute|uwagi"),
}
"""Headings by what the column says, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureColumn:
    """A column with numbers.

    Attributes:
        at: Its place among the columns, from 0.
        heading: All parts of its heading, joined; its place in brackets where it has none.
        name: What it measures; empty where the heading says nothing but a year or a unit.
        unit: The unit in square brackets; empty where there is none.
        year: The year in its heading; None where there is none.
    """

    at: int
    heading: str
    name: str
    unit: str
    year: int | None


def joined_headings(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Give the heading of each column out of several rows of headings.

    Args:
        rows: The heading rows, title rows left out; a cell that is empty in a row above the last
            belongs to the heading before it.
        width: The number of columns.
    """
    filled: list[list[str]] = []
    for at, row in enumerate(rows):
        cells = [*row, *[""] * (width - len(row))][:width]
        is_last = at == len(rows) - 1
        filled.append(cells if is_last else _carried_on(cells))
    parts = [[row[column].strip() for row in filled] for column in range(width)]
    return ["; ".join(dict.fromkeys(filter(None, each))) for each in parts]


def _carried_on(cells: Sequence[str]) -> list[str]:
    """Give cells in which an empty one after the second column has the text before it."""
    carried: list[str] = []
    for place, cell in enumerate(cells):
        before = carried[-1] if place > 2 and carried else ""  # noqa: PLR2004  code and name
        carried.append(cell.strip() or before)
    return carried


def role_of(heading: str) -> Role | None:
    """Give what a heading says that its column holds; None for a figure, or nothing known."""
    folded = fold(heading.split(";", maxsplit=1)[0]).strip(" :.")
    return next((role for role, words in _HEADINGS.items() if words.fullmatch(folded)), None)


def figure_column(at: int, heading: str, title: str = "") -> FigureColumn:
    """Read the heading of a column with numbers.

    Args:
        at: The column's place, from 0.
        heading: Its heading, parts with semicolons between them.
        title: The title above the table, which counts where the heading names no indicator.
    """
    units, years = _UNIT.findall(heading), _YEAR.findall(heading)
    parts = [_YEAR.sub("", _UNIT.sub("", part)) for part in re.split(r"[;\n]", heading)]
    words = [" ".join(part.split()).strip(" -–:,()") for part in parts]
    named = [part for part in words if part]
    if all(fold(part) in _MEANINGLESS for part in named):
        named = [title, *named] if title else named
    return FigureColumn(
        at=at,
        heading=" ".join(heading.split()) or f"({at + 1})",
        name=", ".join(dict.fromkeys(named)),
        unit=units[-1].strip() if units else "",
        year=int(years[-1]) if years else None,
    )


def holds_figures(cells: Sequence[str]) -> bool:
    """Say whether most cells of a column that say something are numbers."""
    filled = [cell for cell in cells if not is_missing(cell)]
    numbers = sum(map(is_number_like, filled))
    return numbers > 0 and numbers >= _SHARE_OF_NUMBERS * len(filled)


def title_and_headings(rows: Sequence[NumberedRow]) -> tuple[str, list[list[str]]]:
    """Give the title and the rows of headings among the rows above a table's body.

    A row with one text alone, in the first column, is a title; one that counts the columns is none.
    """
    titles: list[str] = []
    headings: list[list[str]] = []
    for _, cells in rows:
        filled = [(place, cell.strip()) for place, cell in enumerate(cells) if cell.strip()]
        if len(filled) == 1 and filled[0][0] == 0 and len(cells) > 1:
            titles.append(filled[0][1])
        elif filled and not counts_columns(cells):
            headings.append(cells)
    return (titles[-1] if titles else ""), headings


def counts_columns(cells: Sequence[str]) -> bool:
    """Say whether a row only counts the columns from 1 on."""
    texts = [cell.strip(" .)") for cell in cells]
    return texts == [str(number) for number in range(1, len(texts) + 1)]
