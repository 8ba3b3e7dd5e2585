"""Numbers as Polish tables write them: '1 234,5', '1234.5', '12,5 %'; '-', 'x' and '.' for none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geocoding import fold

MISSING: Final = frozenset(
    (
        *("", "-", "x", ".", ":", "#", "*", "..", "...", "brak", "brak danych", "b.d.", "bd"),
        *("b/d", "n/d", "nd", "n.d.", "na", "n/a", "nan", "null", "none"),
    )
)
"""Texts that stand for a number that is not there, folded."""

_NUMBER: Final = re.compile(
    r"([-+]?)(\d{1,3}(?:[.,]\d{3})+|\d{1,18})(?:[.,](\d{0,18}))?(e[-+]?\d{1,3})?"
)
_GROUPED: Final = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f\u2009'’]")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How the numbers of a column are written.

    Attributes:
        decimal: The mark before decimals: ',' or '.'.
        is_certain: Whether the column tells it; else '1.234' may be a thousand and more.
    """

    decimal: str
    is_certain: bool = True


def number_format(texts: Iterable[str]) -> NumberFormat:
    """Find how the numbers of a column are written.

    A column of nothing but '1.234' or '1,234' does not tell whether the mark parts decimals; the
    comma does in Polish tables, and the full stop in what programs write.
    """
    numbers = [_plain(text) for text in texts if is_number_like(text)]
    votes = {mark for text in numbers for mark in _decimal_marks(text)}
    if len(votes) == 1:
        return NumberFormat(votes.pop())
    marked = [text for text in numbers if "." in text or "," in text]
    if not marked:
        return NumberFormat(",")
    has_comma = any("," in text for text in marked)
    return NumberFormat("," if has_comma else ".", is_certain=False)


def is_missing(text: str) -> bool:
    """Say whether a text stands for a number that is not there."""
    return fold(text) in MISSING


def is_number_like(text: str) -> bool:
    """Say whether a text is a number, in whatever way it is written."""
    return bool(_NUMBER.fullmatch(_plain(text)))


def is_ambiguous(text: str, written: NumberFormat) -> bool:
    """Say whether the mark in a number may part thousands or decimals."""
    return not written.is_certain and bool(_GROUPED.fullmatch(_plain(text)))


def read_number(text: str, written: NumberFormat) -> float | None:
    """Give the number that a text writes; None where it is none.

    Args:
        text: The cell.
        written: How the column's numbers are written.
    """
    plain = _plain(text)
    if not _NUMBER.fullmatch(plain):
        return None
    own = set(_decimal_marks(plain))  # a column may mix both ways
    decimal = own.pop() if len(own) == 1 else written.decimal
    plain = plain.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _decimal_marks(text: str) -> list[str]:
    """Give the marks that can only be those before decimals."""
    marks = [letter for letter in text if letter in ".,"]
    if not marks:
        return []
    if len(set(marks)) > 1:
        return [marks[-1]]
    if len(marks) > 1:
        return ["." if marks[0] == "," else ","]
    is_grouped = bool(_GROUPED.fullmatch(text)) and not text.lstrip("-+").startswith("0")
    return [] if is_grouped else marks


def _plain(text: str) -> str:
    """Give a number without spaces, with a plain minus, without a sign of per cent at its end."""
    return _SPACES.sub("", text).replace("−", "-").replace("–", "-").rstrip("%").lower()
