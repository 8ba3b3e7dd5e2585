"""Names of streets taken apart: the kind, titles, given names, numbers, and what is left."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Final

from geocoding.text.folding import fold, tidy
from geocoding.text.spelling import STREET_KINDS, TITLES

_tables = tomllib.loads(
    files("geocoding.address_points").joinpath("street_words.toml").read_text(encoding="utf-8")
)
GIVEN_NAMES: Final = frozenset(_tables["given_names"]["words"].split())
"""Given names in the genitive."""
NO_GIVEN_NAMES: Final = frozenset(_tables["no_given_names"]["words"].split())
"""Words that may end like a given name and are none."""
PREPOSITIONS: Final = frozenset(_tables["prepositions"]["words"].split())
_TITLES: Final[dict[str, str]] = {
    **TITLES,
    **{word: short for short, words in _tables["titles"].items() for word in (short, *words)},
}
GROUPS_OF_TITLE: Final[dict[str, frozenset[str]]] = {
    title: frozenset(
        name for name, titles in _tables["title_groups"].items() if title in titles.split()
    )
    for title in set(_TITLES.values())
}
"""The groups of titles, of which one person may have several, by the short form of a title."""
_KINDS: Final[dict[str, str]] = {
    **{word: _tables["kinds"].get(fold(full), fold(full)) for word, full in STREET_KINDS.items()},
    **_tables["kinds"],
}
_SYNONYMS: Final[list[tuple[re.Pattern[str], str]]] = [
    (re.compile(rf"\b{words}\b"), meaning) for words, meaning in _tables["synonyms"].items()
]
_NO_WORDS: Final = frozenset({"im", "imienia", "roku", "r", "go", "ego", "i", "nr"})
_ROMAN: Final = re.compile(r"(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})")
_TOKEN: Final = re.compile(r"(\d+|[^\W\d_]+)(\.?)(-?)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS_AT_END: Final = re.compile(
    r"(?<!\b[a-z]\.)(?<!\b[a-z]\. )\b[a-z]\. ?(?:[a-z]\. ?)*[a-z]\.?$"
)
"""Letters of an acronym at the end: 'P. O. W.'."""
STREET: Final = ""
"""The kind of a street without one: 'ul.'."""
LONGEST_INITIAL: Final = 3
"""Letters of a given name that is cut short: 'W.', 'Wł.', 'Wac.'."""
_REMEMBERED: Final = 200_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        text: The word, folded.
        is_short: Whether a full stop says that it is abbreviated.
        is_joined: Whether a hyphen joins it to the word before or after it.
        spelling: The word in lower case with its diacritics; empty where it has none.
    """

    text: str
    is_short: bool = False
    is_joined: bool = False
    spelling: str = field(default="", compare=False)

    def may_be(self, other: "Word") -> bool:
        """Return whether it is another word, as people write it.

        Diacritics may be left out ('Sadowa' for 'Sądowa'), but nobody adds any.
        """
        if self.text != other.text:
            return False
        if not self.spelling or self.spelling == other.spelling:
            return True
        pairs = zip(self.spelling, other.spelling or other.text, strict=False)
        return all(one.isascii() or not two.isascii() for one, two in pairs)


@dataclass(frozen=True, slots=True)
class StreetName:
    """A street's name, its words by what they are.

    Attributes:
        kind: 'plac', 'aleja'; empty for a street or where none is stated.
        says_street: Whether 'ul.' is stated.
        own: The words that make the name.
        given: Given names, and initials of them.
        titles: Titles in their short form.
        roman: Roman numerals of rulers.
        arabic: Numbers of the name ('3 Maja').
    """

    kind: str
    says_street: bool
    own: tuple[Word, ...]
    given: tuple[Word, ...]
    titles: frozenset[str]
    roman: frozenset[str]
    arabic: frozenset[str]


@lru_cache(_REMEMBERED)
def read_street_name(text: str) -> StreetName:
    """Return the words of a street's name by what they are."""
    kind, says_street, words = _without_kind(_words(text))
    roman = frozenset(word.text for word in words if _is_roman(word)) if words[1:] else frozenset()
    arabic = frozenset(word.text.lstrip("0") for word in words if word.text.isdigit())
    titles = frozenset(
        _TITLES[word.text] for word in words if word.text in _TITLES and len(words) > 1
    )
    named = [
        word
        for word in words
        if not (
            word.text.isdigit()
            or (word.text in _TITLES and len(words) > 1)
            or (word.text in roman and not word.is_short)
        )
    ]
    given, own = _given_names(named)
    if all(len(word.text) == 1 for word in own) and titles and not arabic:  # 'M. Króla'
        given, own = (*given, *own), tuple(word for word in words if word.text in _TITLES)
        titles = frozenset()
    if roman:  # 'Jana Pawła II' is no Paweł
        own = (*(word for word in given if len(word.text) > 1), *own)
        given = tuple(word for word in given if len(word.text) == 1)
    return StreetName(kind, says_street, own, given, titles, roman, arabic)


def _is_roman(word: Word) -> bool:
    """Return whether a word is a Roman numeral and no initial."""
    return not word.is_short and _ROMAN.fullmatch(word.text) is not None


def _words(text: str) -> list[Word]:
    """Return the words of a text, folded, with synonyms for what they mean."""
    folded = fold(text).replace("'", "").replace('"', " ")
    for pattern, meaning in _SYNONYMS:
        folded = pattern.sub(meaning, folded.replace("1000-", "1000 "))
    folded = _LETTERS_AT_END.sub(lambda letters: re.sub(r"\W", "", letters[0]), folded)
    found = list(_TOKEN.finditer(folded))
    joined = {at for at, each in enumerate(found) if each[3]}
    joined |= {at + 1 for at in joined}
    marked = {fold(word): word for word in _WORD.findall(tidy(text).lower()) if not word.isascii()}
    words = [
        Word(each[1], bool(each[2]), at in joined, marked.get(each[1], ""))
        for at, each in enumerate(found)
        if each[1] not in _NO_WORDS or (each[1] == "i" and (each[2] or at == len(found) - 1 > 0))
    ]
    return words or [Word(each[1]) for each in found]


def _without_kind(words: list[Word]) -> tuple[str, bool, list[Word]]:
    """Return the kind of street that words begin or end with, whether 'ul.' does, and the rest.

    A kind that is all there is stays ('Rynek'), and so does one that the name repeats.
    """
    kind, says_street = "", False
    while len(words) > 1 and words[0].text in _KINDS:
        named = _KINDS[words[0].text]
        says_street = says_street or named == STREET
        kind = kind or named
        words = words[1:]
    if len(words) > 1 and not kind and words[-1].text in {"al", "pl", "os", "ul"}:
        kind, words = _KINDS[words[-1].text], words[:-1]
    if len(words) == 1 and _KINDS.get(words[0].text):
        kind = _KINDS[words[0].text]
        words = [Word(kind)]
    return kind, says_street, words


def _given_names(words: list[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the given names before the name's own words, and those.

    The last word is a given name only where a surname stands first ('Filipowicza Eugeniusza').
    """
    given = [word for word in words[:-1] if _is_given(word)]
    own = [word for word in words if word not in given]
    is_thing = any(word.text in PREPOSITIONS for word in own[1:])  # 'Górników z "Danuty"'
    if len(own) > 1 and not given and not is_thing and own[-1].text in GIVEN_NAMES:
        given, own = own[-1:], own[:-1]
    return tuple(given), tuple(own)


def _is_given(word: Word) -> bool:
    """Return whether a word is a given name, its initial or its short form."""
    if word.text in PREPOSITIONS and not word.is_short:
        return False
    is_initial = len(word.text) == 1 or (word.is_short and len(word.text) <= LONGEST_INITIAL)
    return not word.is_joined and (is_initial or word.text in GIVEN_NAMES)
