"""The encoding of a text that nobody states: Unicode where the bytes say so, else by its letters.

Of the old encodings in which Polish offices wrote, the one is chosen in which the bytes give
Polish letters where a Polish word may have them.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_WEIGHTS: Final = {
    **dict.fromkeys("ąęłóśż", 1.0),
    **dict.fromkeys("ćń", 0.8),
    "ź": 0.5,
}
"""Small letters of Polish words beyond ASCII -> how much one speaks for an encoding: frequent ones
more."""
_LOWER: Final = frozenset(_WEIGHTS)
_VOWELS: Final = frozenset("aeiouyąęóAEIOUYĄĘÓ")
_NASALS: Final = frozenset("ąęó")
_UPPER: Final = frozenset("ĄĆĘŁŃÓŚŹŻ")
_TYPOGRAPHY: Final = frozenset("„”“’‘«»–—…§°•€½¼¾²³\xa0\xad")
_OLD_ENCODINGS: Final = ("cp1250", "iso8859-2", "cp852", "mac_latin2")
"""The likelier first: Windows, the state's standard, DOS, Mac Central European."""

_BYTE_ORDER_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SHOWN: Final = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1250": "Windows-1250",
    "iso8859-2": "ISO 8859-2",
    "cp852": "CP852 (DOS)",
    "mac_latin2": "Mac Central European",
}
_START_BYTES: Final = 1_000
_MAX_WORDS: Final = 5_000
_FOREIGN_WORD: Final = re.compile(rb"[A-Za-z]{0,20}[\x80-\xff][A-Za-z\x80-\xff]{0,40}")
"""A word with letters beyond ASCII; its length is bounded, so that binary files take no longer."""

_STRAY_BYTES: Final = "geocoding.stray-windows-1250"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes become text.

    Attributes:
        name: Python's name of the encoding.
        errors: Python's name of what is done with bytes that are not in it: 'strict', or what
            reads them as Windows-1250.
    """

    name: str
    errors: str = "strict"

    @property
    def label(self) -> str:
        """Its name as people write it: 'Windows-1250'."""
        label = _SHOWN.get(self.name, self.name)
        return f"{label} + Windows-1250" if self.errors == _STRAY_BYTES else label


def decode_text(content: bytes) -> str:
    """Give the text of a file in whatever encoding; bytes that are in none become U+FFFD."""
    encoding = detect_encoding([content])
    errors = "replace" if encoding.errors == "strict" else encoding.errors
    return content.decode(encoding.name, errors=errors)


def detect_encoding(blocks: Iterable[bytes]) -> Encoding:
    """Find the encoding of a text that comes in blocks.

    UTF-16 without a mark is told by its zeros. Where single bytes are no UTF-8 and most words
    beyond ASCII are, those bytes are read as Windows-1250: a file that was put together from two.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, is_first = True, True
    words: Counter[bytes] = Counter()
    for block in blocks:
        if is_first:
            marked = _by_first_bytes(block)
            if marked:
                return Encoding(marked)
            is_first = False
        if is_utf8:
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                is_utf8 = False
        if not block.isascii() and len(words) < _MAX_WORDS:
            words.update(_FOREIGN_WORD.findall(block))
    return Encoding("utf-8") if is_utf8 and _ends(decoder) else _likeliest(words)


def _ends(decoder: codecs.IncrementalDecoder) -> bool:
    """Say whether a text may end where a decoder stands."""
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _by_first_bytes(block: bytes) -> str:
    """Name the encoding that a mark or the zeros at the start tell; '' where nothing does."""
    for mark, name in _BYTE_ORDER_MARKS.items():
        if block.startswith(mark):
            return "" if name == "utf-8-sig" and not _is_utf8(block) else name
    start = block[:_START_BYTES]
    low, high = (2 * half.count(0) > len(half) for half in (start[::2], start[1::2]))
    if low == high:
        return ""
    return "utf-16-le" if high else "utf-16-be"


def _is_utf8(block: bytes) -> bool:
    """Say whether a block is UTF-8 but for a character that its end may cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _likeliest(words: Counter[bytes]) -> Encoding:
    """Choose the encoding in which some words look most Polish; equal ones in their order."""
    candidates = [Encoding(name) for name in _OLD_ENCODINGS]
    if any(_is_polish_utf8(word) for word in words):
        candidates.append(Encoding("utf-8-sig", errors=_STRAY_BYTES))
    return max(candidates, key=lambda each: _likeliness(words, each))


def _is_polish_utf8(word: bytes) -> bool:
    """Say whether a word is UTF-8 with a Polish letter in it."""
    try:
        return not (_LOWER | _UPPER).isdisjoint(word.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _likeliness(words: Counter[bytes], encoding: Encoding) -> float:
    """Weigh how Polish some words look in an encoding."""
    errors = "replace" if encoding.errors == "strict" else encoding.errors
    return sum(
        count * _word_likeliness(word.decode(encoding.name, errors=errors))
        for word, count in words.items()
    )


def _word_likeliness(word: str) -> float:
    """Weigh a word by its letters beyond ASCII.

    A Polish letter counts for it, less so a capital between small letters or the other way round,
    as wrong encodings give; what no Polish word has counts against it.
    """
    weight = 0.0
    for place, letter in enumerate(word):
        if letter.isascii():
            continue
        neighbours = word[max(place - 1, 0) : place] + word[place + 1 : place + 2]
        if letter in _LOWER:
            weight += 0.2 if neighbours.isupper() else _small_letter_weight(letter, neighbours)
        elif letter in _UPPER:
            before = word[place - 1 : place] if place else ""
            weight += -0.5 if before.islower() else 0.9
        elif letter in _TYPOGRAPHY:
            weight += 0.1
        elif letter.isalpha():
            weight -= 0.6
        else:
            weight -= 2.0
    return weight


def _small_letter_weight(letter: str, neighbours: str) -> float:
    """Weigh a small letter: a vowel hardly stands beside another one, nor ł between consonants."""
    vowels = sum(each in _VOWELS for each in neighbours)
    is_odd = vowels > 0 if letter in _NASALS else letter == "ł" and not vowels
    return _WEIGHTS[letter] - 0.4 * is_odd


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Give bytes that are no UTF-8 as Windows-1250, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1250", errors="replace"), error.end


codecs.register_error(_STRAY_BYTES, _as_windows)
