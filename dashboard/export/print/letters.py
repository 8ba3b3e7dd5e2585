"""Texts as they can be printed: only letters that the fonts have."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from dashboard.export.print.fonts import letters

MISSING: Final = "\N{BLACK SQUARE}"
"""Stands for a letter that no font has: the reader sees that there was one."""

_LINE_END: Final = "\n"


def printable(value: object) -> object:
    """Return the same content with every text in it as it can be printed, names of members too.

    Letters are composed; a space of any width that the fonts lack is a plain one; invisible
    marks, among them those that turn the direction of writing, are left out.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).translate(_letters())
    if isinstance(value, Mapping):
        return {printable(name): printable(each) for name, each in value.items()}
    if isinstance(value, Sequence):
        return [printable(each) for each in value]
    return value


class _Letters(dict[int, str]):
    """What each code point is printed as, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = _printed_as(chr(code))
        return self[code]


@cache
def _letters() -> _Letters:
    return _Letters({ord(_LINE_END): _LINE_END})


def _printed_as(letter: str) -> str:
    """Return a letter, a space, nothing, or the sign for a missing letter."""
    if unicodedata.category(letter) == "Cf":
        return ""
    if ord(letter) in letters():
        return letter
    return " " if letter.isspace() else MISSING
