"""The words of a search in the texts that are shown: where a text has them, to be marked."""

import re
from typing import Final

from geocoding import fold

Parts = tuple[tuple[str, bool], ...]
"""A text cut into parts, each with whether it is a word that was searched."""

_WORD: Final = re.compile(r"[^\W_]+")
_BEFORE: Final = 60
"""Characters that an extract shows before the first word that was found, at most."""

_LENGTH: Final = 180
"""Characters of an extract, at most."""


def found_parts(text: str, forms: frozenset[str]) -> Parts:
    """Cut a text at the words that a search found; empty where it has none of them.

    Args:
        text: The text.
        forms: The folded words that were found, as they stand in the texts.
    """
    parts: list[tuple[str, bool]] = []
    end = 0
    for word in _WORD.finditer(text) if forms else ():
        if fold(word.group()) in forms:
            parts += [(text[end : word.start()], False), (word.group(), True)]
            end = word.end()
    return tuple(part for part in (*parts, (text[end:], False)) if part[0]) if parts else ()


def extract(text: str, forms: frozenset[str]) -> Parts:
    """Give what surrounds the first word of a text that a search found; empty where it has none."""
    first = next((word for word in _WORD.finditer(text) if fold(word.group()) in forms), None)
    if first is None:
        return ()
    start = max(first.start() - _BEFORE, 0)
    if start:  # at the beginning of a word
        space = text.find(" ", start, first.start())
        start = space + 1 if space >= 0 else first.start()
    shown = text[start : start + _LENGTH]
    if start + _LENGTH < len(text):
        shown = shown.rpartition(" ")[0] + " …"
    return found_parts(("… " if start else "") + " ".join(shown.split()), forms)
