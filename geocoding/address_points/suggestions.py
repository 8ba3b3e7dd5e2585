"""Streets and house numbers while they are typed: 'mick 5 boch' is Mickiewicza 5, Bochnia.

Words may stand in any order, be cut short, and hold a typing error where nothing else fits.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geocoding.address_points.encoding import PER_DEGREE
from geocoding.address_points.house_numbers import readings
from geocoding.address_points.index import AddressPoints, Longs
from geocoding.address_points.index_files import LABEL_BITS
from geocoding.address_points.labels import words_of
from geocoding.model import Point, Precision
from geocoding.text.folding import fold, tidy
from geocoding.text.spelling import STREET_KINDS

Bools = NDArray[np.bool_]

_AFTER_LETTERS: Final = "\uffff"
_LONGEST: Final = 100
_MAX_WORDS: Final = 6
_LETTERS_OF_TYPO: Final = 4
_LOOKED_AT: Final = 400
_WHOLE_WORD: Final = 1_000_000
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"(?<![^\s,])\d{1,4}\s?[a-zA-Z]?(?:/\d{1,4}[a-zA-Z]?)?(?![^\s,])")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A street, a house number in it, or a village, that a text may be the beginning of.

    Attributes:
        label: Words that name it.
        point: Where it is.
        precision: What the point stands for: a building or a street.
    """

    label: str
    point: Point
    precision: Precision


class _Words:
    """The words of names, sorted, and which names have each."""

    def __init__(self, names: pa.Array) -> None:
        """Read the words of some names."""
        lists = pc.split_pattern_regex(names, r"[^\pL\d]+")
        owner = np.asarray(pc.list_parent_indices(lists), dtype=np.int64)
        encoded = pc.list_flatten(lists).dictionary_encode()
        folded = [fold(word) for word in encoded.dictionary.to_pylist()]
        self.words = sorted(set(folded))
        rank = {word: at for at, word in enumerate(self.words)}
        word = np.array([rank[each] for each in folded], dtype=np.int64)
        of_row = word[np.asarray(encoded.indices)]
        order = np.argsort(of_row, kind="stable")
        self._names = owner[order]
        self._starts = np.searchsorted(of_row[order], np.arange(len(self.words) + 1))
        self._count = len(names)

    def beginning_with(self, text: str) -> tuple[Bools, Bools]:
        """Return which names have a word that begins with a text, and which have it as a word."""
        first = bisect_left(self.words, text)
        last = bisect_left(self.words, text + _AFTER_LETTERS)
        is_word = first < len(self.words) and self.words[first] == text
        return self._having(first, last), self._having(first, first + is_word)

    def like(self, text: str) -> Bools:
        """Return which names have a word that is a text with one typing error."""
        found = process.extract(text, self.words, scorer=OSA.distance, score_cutoff=1, limit=20)
        mask = np.zeros(self._count, dtype=np.bool_)
        for _, _, at in found:
            mask |= self._having(at, at + 1)
        return mask

    def _having(self, first: int, last: int) -> Bools:
        """Return which names have any of the words in a range."""
        mask = np.zeros(self._count, dtype=np.bool_)
        mask[self._names[self._starts[first] : self._starts[last]]] = True
        return mask


class Suggestions:
    """Finds what a text may be the beginning of, among all streets of an index."""

    def __init__(self, points: AddressPoints) -> None:
        """Search an index; its words are read at the first question."""
        self._points = points

    @cached_property
    def _streets(self) -> _Words:
        """The words of the streets."""
        return _Words(self._points.streets)

    @cached_property
    def _places(self) -> _Words:
        """The words of the localities."""
        return _Words(self._points.places["name"].chunk(0))

    def find(self, text: str, *, limit: int = 8) -> list[Suggestion]:
        """Return what a text may be the beginning of, the likeliest first.

        Args:
            text: What was typed: parts of a street and a locality, and a house number.
            limit: How many at most.
        """
        typed = tidy(text[:_LONGEST])
        return self._with_number(typed, limit) or self._labels_of(typed, "", limit)

    def _with_number(self, typed: str, limit: int) -> list[Suggestion]:
        """Return the house numbers that a text means; streets where none has such a number.

        None where the text holds no number.
        """
        rests = [
            (f"{typed[: number.start()]} {typed[number.end() :]}", number[0])
            for number in reversed(list(_NUMBER.finditer(typed)))
        ]
        questions = [*rests, *((rest, "") for rest, _ in rests)]
        found = (self._labels_of(rest, number, limit) for rest, number in questions)
        return next(filter(None, found), [])

    def _labels_of(self, typed: str, number: str, limit: int) -> list[Suggestion]:
        """Return the streets, or the house numbers in them, that words mean."""
        words = [fold(word) for word in _WORD.findall(typed)]
        words = [word for word in words if word not in STREET_KINDS or len(words) == 1]
        if not words or len(words) > _MAX_WORDS:
            return []
        labels = self._matching(words, typos=False)
        if not labels.size:
            labels = self._matching(words, typos=True)
        if number:
            return self._numbers(labels, number, limit)
        return [self._street(label) for label in labels[:limit].tolist()]

    def _matching(self, words: list[str], *, typos: bool) -> Longs:
        """Return the labels of which each word begins a word, those of most points first."""
        label = self._points.label
        mask = np.ones(len(label["place"]), dtype=np.bool_)
        score = label["count"].astype(np.int64)
        for word in words:
            masks = [each.beginning_with(word) for each in (self._streets, self._places)]
            begins = masks[0][0][label["street"]] | masks[1][0][label["place"]]
            if typos and len(word) >= _LETTERS_OF_TYPO and not begins.any():
                begins = self._streets.like(word)[label["street"]]
                begins |= self._places.like(word)[label["place"]]
            mask &= begins
            whole = masks[0][1][label["street"]] | masks[1][1][label["place"]]
            score += _WHOLE_WORD * whole
        found = np.flatnonzero(mask)
        best: Longs = found[np.argsort(-score[found], kind="stable")]
        return best[:_LOOKED_AT]

    def _numbers(self, labels: Longs, number: str, limit: int) -> list[Suggestion]:
        """Return the points of a house number in streets."""
        points, found = self._points, []
        keys = [points.number_key(reading) for reading in readings(number)]
        for label in labels.tolist():
            for part in keys:
                key = (label << LABEL_BITS) | part
                at = int(np.searchsorted(points.key, key))
                if at < len(points) and points.key[at] == key:
                    found.append(self._suggestion(label, at, Precision.BUILDING))
                    break
            if len(found) == limit:
                break
        return found

    def _street(self, label: int) -> Suggestion:
        """Return a street as a suggestion, at its middle."""
        return self._suggestion(label, -1, Precision.STREET)

    def _suggestion(self, label: int, at: int, precision: Precision) -> Suggestion:
        """Return a street, or a point of it, as a suggestion."""
        points = self._points
        one = np.array([label])
        words = words_of(points, one, np.array([at]), np.array([at >= 0]))
        where = points.label if at < 0 else {"lat": points.lat, "lon": points.lon}
        place = label if at < 0 else at
        lat, lon = (float(where[name][place]) / PER_DEGREE for name in ("lat", "lon"))
        return Suggestion(words[0].as_py(), Point(lat, lon), precision)


@lru_cache(2)
def suggestions_of(points: AddressPoints) -> Suggestions:
    """Return the search over an index, made once for each."""
    return Suggestions(points)
