"""Limits of classes that a reader sets by hand: '1; 5; 10' makes four classes."""

import re
from itertools import pairwise
from typing import Final

from dashboard.explore.coverage.classes import SHADES

LONGEST: Final = 80
"""Characters of the limits as they are typed or linked."""

_SEPARATORS: Final = re.compile(r"[;\s]+")
_NUMBER: Final = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")


def read_limits(text: str) -> tuple[float, ...] | None:
    """Give the limits that a text states; None where it states none that can be used.

    Numbers stand between semicolons or spaces, with a decimal point or comma. There may be up to
    one fewer than shades, each greater than the one before.
    """
    parts = [part for part in _SEPARATORS.split(text.strip()) if part]
    if not 1 <= len(parts) < SHADES or not all(map(_NUMBER.fullmatch, parts)):
        return None
    limits = tuple(float(part.replace(",", ".")) for part in parts)
    is_rising = all(earlier < later for earlier, later in pairwise(limits))
    return limits if is_rising else None


def write_limits(limits: tuple[float, ...]) -> str:
    """Give limits as an address says them: '0.5;1;2.5'."""
    return ";".join(f"{limit:.12g}" for limit in limits)
