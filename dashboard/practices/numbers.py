"""Provisional numbers: of practices whose pages or rows do not state their article number.

The number follows from section and title, so the same page or row gets the same one everywhere, and
it has ten digits, so no article can have it. Rows of a table that have section and title in common
are told apart by their other cells.
"""

import hashlib

from dashboard.practices.value_types import FIRST_PROVISIONAL
from geocoding import fold


def provisional_number(section: str, title: str, *further: str) -> int:
    """Give the number of a practice without one, from FIRST_PROVISIONAL on.

    Args:
        section: Main theme, however it is written.
        title: Of the practice.
        further: What else tells it from others of the same section and title.
    """
    identity = (*identity_of(section, title), *further)
    digest = hashlib.sha256("\n".join(identity).encode()).digest()
    return FIRST_PROVISIONAL + int.from_bytes(digest[:8], "big") % FIRST_PROVISIONAL


def identity_of(section: str, title: str) -> tuple[str, str]:
    """Give what all spellings of a practice's section and title have in common."""
    return fold(section), " ".join(fold(title).split())


def is_provisional(number: int) -> bool:
    """Say whether a number is a provisional one."""
    return number >= FIRST_PROVISIONAL
