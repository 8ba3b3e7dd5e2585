"""Names that differ from a stated one by a typing error or by words left out at the end.

Comparing one name with all others takes long, so most are ruled out by their letters first:
a typing error brings at most one letter into a name and takes at most one out of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geocoding.gazetteer.lookup import Ints

_TWO_ERRORS_LENGTH = 10
_SHORTEST = 3
_WORD_LEFT_OUT = 0.8
_LETTERS = 32  # what the last five bits of a character tell apart: a to z, the space, some digits


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

    def like(self, keys: Iterable[str]) -> dict[int, float]:
        """The names that are like one of the keys: number of each -> how alike, 0 to 1.

        One typing error is allowed, two in long keys; keys of one or two letters are like none.
        """
        found: dict[int, float] = {}
        for key in keys:
            if len(key) >= _SHORTEST:
                for position, similarity in self._like(key):
                    number = int(self.numbers[position])
                    found[number] = max(found.get(number, 0.0), similarity)
        return found

    def _like(self, key: str) -> Iterator[tuple[int, float]]:
        """Position of each name that is like a key, and how alike; some come twice."""
        allowed = 2 if len(key) >= _TWO_ERRORS_LENGTH else 1
        possible = self._sharing_letters(key, allowed)
        texts = [self.texts[position] for position in possible]
        near = process.extract(key, texts, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        for _, errors, place in near:
            yield possible[place], 1 - errors / len(key)
        for position in self.longer.get(key, ()):
            yield position, _WORD_LEFT_OUT
        for words in _beginnings(key):
            if words in self.positions:
                yield self.positions[words], _WORD_LEFT_OUT

    def _sharing_letters(self, key: str, allowed: int) -> list[int]:
        """Positions of the names whose letters a number of typing errors can account for."""
        own = _letters([key])[0]
        within = np.bitwise_count(self.letters & ~own) <= allowed
        within &= np.bitwise_count(own & ~self.letters) <= allowed
        positions: list[int] = np.flatnonzero(within).tolist()
        return positions


def _beginnings(text: str) -> Iterator[str]:
    """The first word of a text, the first two, and so on, but not all."""
    words = text.split(" ")
    return accumulate(words[:-1], "{} {}".format)


def _letters(texts: list[str]) -> NDArray[np.uint64]:
    """For each text a set of bits: the letters that it has, and those that it has twice."""
    letter = np.frombuffer("".join(texts).encode("utf-32-le"), dtype="<u4") % _LETTERS
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    times = np.bincount(owner * _LETTERS + letter, minlength=len(texts) * _LETTERS)
    times = times.reshape(-1, _LETTERS)
    bits = np.packbits(np.hstack((times >= 1, times >= 2)), axis=1)  # noqa: PLR2004
    return bits.view(np.uint64).ravel()
