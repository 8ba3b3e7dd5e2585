"""What a visitor's files gave: practices, and a problem for everything that did not fit."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd


class Effect(StrEnum):
    """What became of what did not fit."""

    LEFT_OUT = "left-out"
    EMPTIED = "emptied"
    TEXT_ONLY = "text-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that did not fit.

    Attributes:
        place: Row of the table as a spreadsheet counts it, or name of the page's file.
        line: Line of the page; 0 where the whole page or a table's row is meant.
        column: Column of the practices table; empty where the whole page is meant.
        value: What stood there.
        rule: Short stable name of the rule, as errors and violations have it.
        effect: What became of it: the practice was left out, the cell was emptied, or the
            text is kept in the record card only.
    """

    place: str
    line: int = 0
    column: str = ""
    value: str = ""
    rule: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Brought:
    """What a visitor's files gave.

    Attributes:
        practices: As `load_practices` gives them.
        problems: In the order of the rows or pages.
        came: Number of the rows or pages that there were.
    """

    practices: pd.DataFrame
    problems: tuple[Problem, ...]
    came: int
