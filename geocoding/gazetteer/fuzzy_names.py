"""Names that differ from a stated one by a typing error or by words left out at the end.

Comparing one name with all others takes long, so most are ruled out by their letters first:
a typing error brings at most one letter into a name and takes at most one out of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geocoding.gazetteer.lookup import Ints

_WORD_LEFT_OUT = 0.8
_LETTERS = 32  # what the last five bits of a character tell apart: a to z, the space, some digits


class Rigour(NamedTuple):
    """How alike two names must be.

    Attributes:
        shortest: Letters that a name must have at least.
        same_start: Whether a name must begin with the same letter; beside one that does, the
            others that are as near are found as well, so that none is taken for the only one.
        shortens: Whether the stated name may have words at its end that the other lacks.
        two_errors: Letters from which on two typing errors are allowed.
    """

    shortest: int
    same_start: bool
    shortens: bool
    two_errors: int


LENIENT = Rigour(shortest=3, same_start=False, shortens=True, two_errors=10)
"""For the few names around a postal code or in a commune."""

CAREFUL = Rigour(shortest=5, same_start=True, shortens=False, two_errors=12)
"""For the names of a county."""

STRICT = Rigour(shortest=7, same_start=True, shortens=False, two_errors=15)
"""For names anywhere: foreign cities are often one letter away from a Polish village."""


@dataclass(frozen=True, eq=False, repr=False)
class FuzzyNames:
    """Names to compare a stated one with.

    Attributes:
        numbers: Number of each name.
        texts: Its words, folded.
        letters: One bit for each letter that it has, and one for each that it has twice.
        positions: Words -> position of the name.
        longer: Words -> positions of the names that begin with them and go on.
    """

    numbers: Ints
    texts: list[str]
    letters: NDArray[np.uint64]
    positions: dict[str, int]
    longer: dict[str, list[int]]

    @classmethod
    def of(cls, numbers: Ints, texts: list[str]) -> "FuzzyNames":
        """Make ready some names, of which each has a number and a text."""
        longer = defaultdict(list)
        for position, text in enumerate(texts):
            for words in _beginnings(text):
                longer[words].append(position)
        positions = {text: position for position, text in enumerate(texts)}
        return cls(numbers, texts, _letters(texts), positions, dict(longer))

    def like(self, keys: Iterable[str], *, rigour: Rigour = LENIENT) -> dict[int, float]:
        """Return the names that are like one of the keys: number of each -> how alike, 0 to 1.

        One typing error is allowed, two in long keys; short keys are like none.
        """
        found: dict[int, float] = {}
        for key in keys:
            if len(key) >= rigour.shortest:
                for position, similarity in self._like(key, rigour):
                    number = int(self.numbers[position])
                    found[number] = max(found.get(number, 0.0), similarity)
        return found

    def _like(self, key: str, rigour: Rigour) -> Iterator[tuple[int, float]]:
        """Yield position of each name that is like a key, and how alike; some come twice."""
        allowed = 2 if len(key) >= rigour.two_errors else 1
        possible = self._sharing_letters(key, allowed)
        texts = [self.texts[position] for position in possible]
        near = process.extract(key, texts, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        if rigour.same_start and all(text[0] != key[0] for text, *_ in near):
            near = []
        for _, errors, place in near:
            yield possible[place], 1 - errors / len(key)
        for position in self.longer.get(key, ()):
            yield position, _WORD_LEFT_OUT
        for words in _beginnings(key) if rigour.shortens else ():
            if words in self.positions:
                yield self.positions[words], _WORD_LEFT_OUT

    def _sharing_letters(self, key: str, allowed: int) -> list[int]:
        """Return positions of the names whose letters a number of typing errors can account for."""
        # A filter before the costly distance: a typing error adds or removes at most one letter of
        # the set, so that names with more differing bits on either side cannot be meant.
        own = _letters([key])[0]
        within = np.bitwise_count(self.letters & ~own) <= allowed
        within &= np.bitwise_count(own & ~self.letters) <= allowed
        positions: list[int] = np.flatnonzero(within).tolist()
        return positions


def _beginnings(text: str) -> Iterator[str]:
    """Return the first word of a text, the first two, and so on, but not all."""
    words = text.split(" ")
    return accumulate(words[:-1], "{} {}".format)


def _letters(texts: list[str]) -> NDArray[np.uint64]:
    """Return for each text a set of bits: the letters that it has, and those it has twice."""
    letter = np.frombuffer("".join(texts).encode("utf-32-le"), dtype="<u4") % _LETTERS
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    times = np.bincount(owner * _LETTERS + letter, minlength=len(texts) * _LETTERS)
    times = times.reshape(-1, _LETTERS)
    bits = np.packbits(np.hstack((times >= 1, times >= 2)), axis=1)  # noqa: PLR2004
    return bits.view(np.uint64).ravel()
