"""Words as parts of the names of files: letters, digits and hyphens, which every system takes."""

import re
from typing import Final

from geocoding.text.folding import fold

_OTHERS: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 60


def file_words(text: str) -> str:
    """Return 'woj. małopolskie' as 'woj-malopolskie'; long texts end with a whole word."""
    words = _OTHERS.sub("-", fold(text)).strip("-")
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0]
