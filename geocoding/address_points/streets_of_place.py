"""The streets of one locality, found by the name that people write."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geocoding.address_points.street_likeness import likeness
from geocoding.address_points.street_names import StreetName, read_street_name

_TIE: Final = 0.005
_LETTERS_OF_TYPO: Final = 6
_MAX_DISTANCE: Final = 1
_MOST_LIKE_WORDS: Final = 20


class StreetsOfPlace:
    """The names of a locality's streets, by their words."""

    def __init__(
        self,
        names: Sequence[str],
        is_spelt: Callable[[str], bool] | None = None,
        official: Mapping[int, StreetName] = MappingProxyType({}),
    ) -> None:
        """Read the names; a street is known by its position among them.

        Args:
            names: The names.
            is_spelt: Says whether a folded word is one of some street, here or elsewhere, so that
                it is no typing error.
            official: The names that are known in parts, by their positions; they count.
        """
        self._is_spelt = is_spelt or (lambda word: word in self._by_word)
        self._names = [
            official.get(number) or read_street_name(name) for number, name in enumerate(names)
        ]
        self._by_name: dict[StreetName, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            self._by_name[replace(name, says_street=False)].append(number)
            for word in {each.text for each in name.own} | name.arabic:
                self._by_word[word].append(number)
            self._by_word["".join(each.text[0] for each in name.own)].append(number)
        self._words = [word for word in self._by_word if len(word) >= _LETTERS_OF_TYPO]

    def find(self, text: str, *, without: int = -1) -> list[int]:
        """Return the streets that a text means: mostly one, several that are equally like it.

        Args:
            text: The street as an address states it, without the house number.
            without: A street that is left out; -1 for none.
        """
        stated = read_street_name(text)
        same = self._by_name.get(replace(stated, says_street=False), [])
        same = [number for number in same if self._is_spelt_so(stated, number)]
        if stated.own and same and without not in same:
            return same
        for numbers in self._candidates(stated):
            if found := self._best(stated, numbers - {without}):
                return found
        return self._misspelt(stated, without)

    def _is_spelt_so(self, stated: StreetName, number: int) -> bool:
        """Return whether a street whose folded name is the stated one may be spelt like it."""
        pairs = zip(stated.own, self._names[number].own, strict=True)
        return all(not word.spelling or word.may_be(own) for word, own in pairs)

    def _candidates(self, stated: StreetName) -> Iterator[set[int]]:
        """Yield the streets that a name may mean, the likelier ones first."""
        lists = [self._by_word[word] for word in _keys(stated) if word in self._by_word]
        if len(lists) > 1:
            rarest: list[int] = min(lists, key=len)
            yield set(rarest)
        yield {number for each in lists for number in each}
        short = tuple(word.text for word in stated.own if word.is_short)
        if not lists and short:
            beginnings = (word for word in self._by_word if word.startswith(short))
            yield {number for word in beginnings for number in self._by_word[word]}

    def _best(
        self, stated: StreetName, numbers: Iterable[int], *, typos: bool = False
    ) -> list[int]:
        """Return the streets of some that are most like a name."""
        likes = {number: likeness(stated, self._names[number], typos=typos) for number in numbers}
        best = max(likes.values(), default=0.0)
        return sorted(each for each, like in likes.items() if like and like >= best - _TIE)

    def _misspelt(self, stated: StreetName, without: int) -> list[int]:
        """Return the streets that a name with a typing error may mean.

        A word that another street has, in any place, is spelt right.
        """
        numbers: set[int] = set()
        for word in stated.own:
            if len(word.text) >= _LETTERS_OF_TYPO and not self._is_spelt(word.text):
                found = process.extract(
                    word.text,
                    self._words,
                    scorer=OSA.distance,
                    score_cutoff=_MAX_DISTANCE,
                    limit=_MOST_LIKE_WORDS,
                )
                numbers.update(number for like, _, _ in found for number in self._by_word[like])
        found_numbers = self._best(stated, numbers - {without}, typos=True)
        return found_numbers if len(found_numbers) == 1 else []


def _keys(name: StreetName) -> list[str]:
    """Return the words by which the streets that a name may mean are found."""
    return [*(word.text for word in name.own), *name.arabic]
