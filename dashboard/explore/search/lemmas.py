"""The base forms (lemmas) of Polish words: the one door to Morfeusz 2.

Morfeusz has wheels for most systems, not for all (none for Linux on ARM). Where it is missing, the
first letters of a word stand for its base form: Polish endings come after them.

Source: Woliński, Morfeusz Reloaded (2014); its dictionary SGJP is inside the package.
"""

import importlib
import threading
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final

_STEM: Final = 6
"""Letters of a word that stand for its base form where Morfeusz is missing."""

_LEMMA: Final = 1
"""Where an interpretation of Morfeusz (form, lemma, tag, ...) holds the base form."""

Lemmatizer = Callable[[str], tuple[str, ...]]
"""From a word to its base forms, at least one, each once."""


def lemmatizer() -> Lemmatizer:
    """Give what finds the base forms of a word: Morfeusz, or the first letters without it."""
    return _morfeusz() or first_letters


def base_forms(words: Iterable[str]) -> list[tuple[str, ...]]:
    """Give the base forms of each word in lower case: at least one, or all that it may be of.

    Args:
        words: Words with their diacritics: without them, most are unknown and stand for themselves.
    """
    lemmatize = lemmatizer()
    return [lemmatize(word) for word in words]


def first_letters(word: str) -> tuple[str, ...]:
    """Give the first letters of a word, which its inflected forms mostly share."""
    return (word.lower()[:_STEM],)


@lru_cache(maxsize=1)
def _morfeusz() -> Lemmatizer | None:
    """Give Morfeusz with its dictionary; None where it is not installed."""
    try:
        analyser: Any = importlib.import_module("morfeusz2").Morfeusz(generate=False)
    except ImportError:
        return None
    analysing = threading.Lock()  # one analyser serves one thread at a time

    def lemmatize(word: str) -> tuple[str, ...]:
        if not word.isalpha():  # numbers are many, and have no other form
            return (word.lower(),)
        # Names of places are in its dictionary with a capital letter, all others without.
        with analysing:
            found = [*analyser.analyse(word.lower()), *analyser.analyse(word.capitalize())]
        starts = {form[_LEMMA].partition(":")[0].lower() for start, _, form in found if start == 0}
        whole = starts if all(start == 0 for start, _, _ in found) else {word.lower()}
        return tuple(sorted(whole))

    return lemmatize
