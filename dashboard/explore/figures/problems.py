"""What did not fit in a table of figures: where it stands, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What is wrong; the messages `figure-rule-…` and `figure-remedy-…` say it in words."""

    ZERO = "zero"
    """The code lost the zero at its beginning; it was put back."""
    NO_CODE = "no-code"
    """The cell of the code holds something else, or nothing."""
    LENGTH = "length"
    """The code has a number of digits that no code of TERYT has."""
    UNKNOWN_CODE = "unknown-code"
    """There is no unit with the code."""
    OTHER_NAME = "other-name"
    """The unit with the code has another name."""
    PART = "part"
    """The row is of a part of a commune: its town, its villages, or a city's district."""
    COUNTRY = "country"
    """The row is of the whole country."""
    DOUBLE = "double"
    """The unit stands in another row already, with the same number."""
    CONFLICT = "conflict"
    """The unit stands in another row already, with another number."""
    NO_NUMBER = "no-number"
    """The cell of the figure holds a text."""
    AMBIGUOUS_NUMBER = "ambiguous-number"
    """The mark in the number may part thousands or decimals."""
    UNKNOWN_NAME = "unknown-name"
    """There is no unit of the name."""
    AMBIGUOUS_NAME = "ambiguous-name"
    """Several units have the name."""
    CELLS = "cells"
    """The row has more cells than the others, so that some stand in wrong columns."""


class Outcome(StrEnum):
    """What became of a row with a problem."""

    USED = "used"
    NO_VALUE = "no-value"
    LEFT_OUT = "left-out"


OUTCOMES = {
    Rule.ZERO: Outcome.USED,
    Rule.OTHER_NAME: Outcome.USED,
    Rule.AMBIGUOUS_NUMBER: Outcome.USED,
    Rule.NO_NUMBER: Outcome.NO_VALUE,
    Rule.CONFLICT: Outcome.NO_VALUE,
}
"""What becomes of a row by what is wrong; all others are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureProblem:
    """Something that did not fit.

    Attributes:
        row: The row as a spreadsheet counts it.
        column: The column's heading; empty where the whole row is meant.
        value: What stands there.
        rule: What is wrong with it.
        detail: The unit or units that are meant, in words; empty where there is none.
        other_row: The row that it does not agree with; 0 where there is none.
    """

    row: int
    column: str
    value: str
    rule: Rule
    detail: str = ""
    other_row: int = 0

    @property
    def outcome(self) -> Outcome:
        """What became of the row."""
        return OUTCOMES.get(self.rule, Outcome.LEFT_OUT)
