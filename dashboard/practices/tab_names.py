"""The names of an article's tabs, which stand in one line above and below its text.

    .: Skrót i Metryka -> Pełna prezentacja -> Załączniki :.

An article without attachments has the first two only.
"""

import re
from typing import Final

from geocoding import fold

ANY_TAB: Final = re.compile(r"Pełna\s+prezentacja|Skrót\s+i\s+Metryka", re.IGNORECASE)
"""The name of one of the tabs that every article has."""
_OF_EVERY_ARTICLE: Final = ("skrot i metryka", "pelna prezentacja")


def is_tab_line(text: str) -> bool:
    """Say whether a text is the line with an article's tabs."""
    folded = fold(text)
    return all(name in folded for name in _OF_EVERY_ARTICLE)
