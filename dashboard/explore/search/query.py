"""What a reader typed into the search field: words, phrases, and what is not to occur."""

import re
from dataclasses import dataclass
from typing import Final

from geocoding import fold

_PART: Final = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')
"""A word or a phrase in quotation marks, either after a minus."""

_MIN_LETTERS: Final = 2
"""Letters of the shortest word that is looked for."""

_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))
"""What keyboards and programs write for a quotation mark and for a minus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for.

    Attributes:
        words: Words that must all occur, in any of their forms; in lower case.
        phrases: Folded texts that must all occur as they are.
        excluded_words: Words that must not occur in any of their forms.
        excluded_phrases: Folded texts that must not occur.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded_words: tuple[str, ...] = ()
    excluded_phrases: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Read a query: `biblioteka "dom kultury" -szkoła`; whatever is typed has a meaning."""
        words: dict[bool, list[str]] = {False: [], True: []}
        phrases: dict[bool, list[str]] = {False: [], True: []}
        for minus, phrase, word in _PART.findall(text.translate(_QUOTES)):
            if phrase:
                phrases[bool(minus)].append(fold(phrase))
            else:
                words[bool(minus)] += words_of(word)
        return cls(
            words=_each_once(words[False]),
            phrases=_each_once(phrases[False]),
            excluded_words=_each_once(words[True]),
            excluded_phrases=_each_once(phrases[True]),
        )


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case: letters and digits; single letters are left out."""
    parts = re.split(r"[\W_]+", text.lower())
    return [part for part in parts if len(part) >= _MIN_LETTERS]


def _each_once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
