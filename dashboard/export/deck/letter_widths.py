"""How wide letters of the deck's font, Arial, are: what no word of a heading may exceed its box by.

Source: the advance widths of Liberation Sans 2, which has the metrics of Arial.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_EM: Final = 1000
_WIDEST: Final = 1015
"""The width of a letter that the tables do not have."""

_SAFETY: Final = 1.02
"""Programs place letters differently by up to this much."""

_BREAK: Final = re.compile(r"[ \t\r\n]+|(?<=[-–—/])")


def _by_letter(by_width: Mapping[int, str]) -> Mapping[str, int]:
    return MappingProxyType(
        {letter: width for width, letters in by_width.items() for letter in letters}
    )


_REGULAR: Final = _by_letter(
    {
        191: "'",
        222: "ijlł’",
        260: "|",
        278: "!,./:;I[\\]ft· \xa0",
        333: "()-`r„”“",
        334: "{}",
        355: '"',
        389: "*",
        400: "°",
        469: "^",
        500: "Jcksvxyz",
        549: "÷±",
        556: "#$0123456789?L_abdeghnopquŁ–§«»",
        584: "+<=>~×",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "—…",
        1015: "@",
    }
)
_BOLD: Final = _by_letter(
    {
        238: "'",
        278: ",./I\\ijlł’· \xa0",
        280: "|",
        333: "!()-:;[]`ft",
        389: "*r{}",
        400: "°",
        474: '"',
        500: "z„”“",
        549: "÷±",
        556: "#$0123456789J_aceksvxy–§«»",
        584: "+<=>^~×",
        611: "?FLTZbdghnopquŁ",
        667: "EPSVXY",
        722: "&ABCDHKNRU",
        778: "GOQw",
        833: "M",
        889: "%m",
        944: "W",
        975: "@",
        1000: "—…",
    }
)


def longest_word_pt(text: str, *, size_pt: float, is_bold: bool) -> float:
    """Return the width in points of the widest word of a text; a hyphen ends a word."""
    words = _BREAK.split(unicodedata.normalize("NFD", text))
    widest = max(_width(word, _BOLD if is_bold else _REGULAR) for word in words)
    return widest / _EM * size_pt * _SAFETY


def _width(word: str, widths: Mapping[str, int]) -> int:
    """Return the width of a word in thousandths of its height; accents take no room."""
    letters = (letter for letter in word if not unicodedata.combining(letter))
    return sum(widths.get(letter, _WIDEST) for letter in letters)
