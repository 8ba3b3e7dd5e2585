"""Tables of counts that can be clicked: what is drawn, and the words for its values."""

from dataclasses import dataclass
from typing import Final, Literal

from dashboard.explore.counts.sizes import SizeClass, size_class
from dashboard.explore.counts.summary import UNKNOWN
from dashboard.locale import Texts

Kind = Literal["bars", "columns", "heat"]
"""A bar a row; a bar a column; cells that are shaded by their number."""

TOTAL: Final = "total"
"""The key of what counts all others together."""

LEVELS: Final = 5
"""Shades of a grid above none at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a row or column.

    Attributes:
        key: What is chosen by it.
        label: What is shown.
        choosable: Whether it can be chosen.
        pressed: Whether it is.
        is_total: Whether it counts all others together.
    """

    key: str
    label: str
    choosable: bool = False
    pressed: bool = False
    is_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number.

    Attributes:
        text: What is shown.
        value: The number itself; None where there is none.
        label: The same in words, with what it is a number of; empty where it cannot be chosen.
        note: What stands beside it.
        level: Its shade, from 0 (none) to LEVELS.
        share: Its part of the largest number, 0 to 1.
        choosable: Whether it can be chosen.
        pressed: Whether it is.
    """

    text: str
    value: float | None = None
    label: str = ""
    note: str = ""
    level: int = 0
    share: float = 0.0
    choosable: bool = False
    pressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow(Heading):
    """A row: its heading and its cells."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """A table of counts.

    Attributes:
        kind: How it is drawn.
        caption: What it is a table of.
        corner: What its rows are.
        columns: The headings of the columns.
        rows: The rows.
        timeline: Names the years that may change its numbers, see `Timeline`; none changes them
            where it is empty.
    """

    kind: Kind
    caption: str
    corner: str
    columns: tuple[Heading, ...]
    rows: tuple[CountRow, ...]
    timeline: str = ""


def size_label(key: str, texts: Texts) -> str:
    """Give a size class in words: '20 000-49 999', 'below 5 000', '200 000 and more', 'no data'."""
    if key == UNKNOWN:
        return texts("missing")
    return _bounds(size_class(key), texts)


def _bounds(chosen: SizeClass, texts: Texts) -> str:
    if chosen.most is None:
        return texts("analysis-from", least=texts.number(chosen.least))
    if not chosen.least:
        return texts("analysis-below", most=texts.number(chosen.most + 1))
    return f"{texts.number(chosen.least)}–{texts.number(chosen.most)}"


def value_label(value: str, texts: Texts) -> str:
    """Return a value of a facet as it stands; 'no data' for the unknown."""
    return texts("missing") if value == UNKNOWN else value
