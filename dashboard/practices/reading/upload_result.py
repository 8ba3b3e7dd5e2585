"""What a visitor's files gave: practices, and a problem for everything that did not fit."""

from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from dashboard.errors import Details, rule_text
from geocoding.locale import Text
from geocoding.model import Point


class Effect(StrEnum):
    """The consequence for a row, a cell or a page that did not fit."""

    LEFT_OUT = "left-out"
    EMPTIED = "emptied"
    TEXT_ONLY = "text-only"
    READ = "read"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that did not fit.

    Attributes:
        place: Row of the table as a spreadsheet counts it, or name of the page's file.
        line: Line of the page; 0 where the whole page or a table's row is meant.
        column: Column of the practices table; empty where the whole page is meant.
        value: What stood there.
        rule: Short stable name of the rule, as errors and violations have it.
        details: What the words of the rule name.
        effect: What became of it: the practice was left out, the cell was emptied, the text
            stands in the record card only, it was read all the same, or the practice got another
            number.
    """

    place: str
    line: int = 0
    column: str = ""
    value: str = ""
    rule: str
    details: Details = field(default_factory=dict)
    effect: Effect

    @property
    def expected(self) -> Text:
        """What the rule asks for."""
        return rule_text(self.rule, self.details)


@dataclass(frozen=True, slots=True)
class StatedPosition:
    """Coordinates that a file states for a practice.

    Attributes:
        number: Of the practice.
        row: Row of the table as a spreadsheet counts it.
        points: What they may mean, in degrees: one point, or for metres of EPSG:2180 whose order
            nobody states two, the one with the northing first before the other.
    """

    number: int
    row: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class UploadResult:
    """What a visitor's files gave.

    Attributes:
        practices: As `load_practices` gives them.
        problems: In the order of the rows or pages.
        came: Number of the rows or pages that there were.
        positions: The coordinates that the file states for the practices.
    """

    practices: pd.DataFrame
    problems: tuple[Problem, ...]
    row_count: int
    positions: tuple[StatedPosition, ...] = ()
