"""Which text fits a box: an estimate that errs on the safe side, and texts cut to fit.

No program that opens a deck measures it before it is shown, so the text has to fit when it is
written. A letter of the theme's font, Arial, is about half as wide as high; capitals are wider.
"""

import bisect
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pptx.util import Emu, Length

SEPARATOR: Final = "\n\n"
"""The separator of paragraphs in a text."""

CUT: Final = " […]"
"""The mark of a text that was cut at the end of a sentence."""

_LETTER_EM: Final = 0.49
_CAPITAL_EM, _WIDE_EM, _BOLD_EM = 0.21, 0.24, 0.05
"""What a capital is wider, a wide letter of either case too, and any letter in bold."""

_LINE_EM: Final = 1.2
_LONGEST: Final = 6000
"""Characters that a slide surely does not hold."""

_FORBIDDEN: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CAPITAL: Final = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]")
_WIDE: Final = re.compile(r"[MWmw@%]")
_SENTENCE_END: Final = re.compile(r"(?:(?:[^\W\d_]{5}|[)”\"%])\.|[!?…])(?=\s)|(?=\n\n)")
"""A stop after a word of five letters or more: shorter ones may be abbreviations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpace:
    """A box for text.

    Attributes:
        width: Of its inside.
        height: Of its inside.
        size_pt: Size of the letters.
        is_bold: Whether they are bold.
        gap_pt: Space above each paragraph but the first.
    """

    width: Length
    height: Length
    size_pt: float
    is_bold: bool = False
    gap_pt: float = 0

    def lines(self, text: str) -> int:
        """Return how many lines the text takes."""
        letter_em = _letter_em(text) + (_BOLD_EM if self.is_bold else 0)
        columns = max(1, int(self.width.pt / (self.size_pt * letter_em)))
        return sum(len(textwrap.wrap(part, columns)) or 1 for part in text.split(SEPARATOR))

    def height_of(self, text: str) -> Length:
        """Return how high the text is."""
        gaps = text.count(SEPARATOR) * self.gap_pt
        return Emu(round((self.lines(text) * self.size_pt * _LINE_EM + gaps) * 12_700))

    def holds(self, text: str) -> bool:
        """Say whether the text fits."""
        return len(text) <= _LONGEST and self.height_of(text) <= self.height


def clean(text: str) -> str:
    """Return the text in one line, with a mark for each character that XML forbids."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"[ \t\r\n\v\f]+", " ", text))


def shortened(text: str, room: TextSpace) -> str:
    """Return the text, or as much of it as the room holds, with a mark where it was cut.

    Whole sentences, where they leave less than half of that room empty, else whole words, else
    letters.
    """
    if room.holds(text):
        return text
    text = text[:_LONGEST]
    words = [match.end() for match in re.finditer(r"\w\b", text)]
    sentences = [match.end() for match in _SENTENCE_END.finditer(text)]
    best = ""
    for ends, mark in ((range(1, len(text)), "…"), (words, "…"), (sentences, CUT)):
        cut = _longest(ends, text, mark, room)
        if len(cut) * 2 > len(best):
            best = cut
    return best


def _letter_em(text: str) -> float:
    """Return the mean width of a letter of the text, in parts of its height."""
    capitals, wide = len(_CAPITAL.findall(text)), len(_WIDE.findall(text))
    return _LETTER_EM + (_CAPITAL_EM * capitals + _WIDE_EM * wide) / max(1, len(text))


def _longest(ends: Sequence[int], text: str, mark: str, room: TextSpace) -> str:
    """Return the longest beginning of the text, with the mark, that fits; empty where none does."""

    def overflows(end: int) -> bool:
        return not room.holds(text[:end] + mark)

    found = bisect.bisect_left(ends, x=True, key=overflows)
    return text[: ends[found - 1]] + mark if found else ""
