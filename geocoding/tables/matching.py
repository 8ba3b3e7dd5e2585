"""Which column holds what: matched by how alike headings are, and by what the cells hold.

What a column may be, and by which names people call it, the caller says.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import sqrt
from typing import Final

from rapidfuzz.fuzz import ratio

from geocoding.text.folding import fold

Fits = Callable[[Sequence[str]], float]
"""Gives the share, 0 to 1, of some cells, none of them empty, that a column of a kind may hold."""

_WORD: Final = re.compile(r"[a-z0-9]+")
_IGNORED: Final = frozenset({"i", "w", "z", "na", "do", "od", "dla", "oraz", "lub", "of", "the"})
_MIN_LIKENESS: Final = 0.55
_MIN_LIKENESS_WITH_CELLS: Final = 0.5
_MIN_CERTAIN_FIT: Final = 0.9
_NEAR: Final = 3
"""Columns between a heading and those beside it."""
_SURE_WEIGHT: Final = 0.4
_MIN_FIT: Final = 0.5
_CELLS_WEIGHT: Final = 0.3
_NEIGHBOUR_WEIGHT: Final = 0.3
_UNKNOWN_WORD_WEIGHT: Final = 0.7
_MAX_CELLS: Final = 200
_MAX_HEADING_CHARACTERS: Final = 200
_SAME_STEM: Final = 0.85
_MIN_STEM: Final = 4
_MIN_ABBREVIATION: Final = 3
_MIN_RATIO: Final = 85.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something that a column may hold.

    Attributes:
        name: What the caller calls it.
        aliases: What people call it, in words; upper case and diacritics do not matter.
        fits: Weighs cells; None where any text may be it.
        unsure_aliases: Further ones that mean other things, too: cells that do not fit rule them
            out.
        beside: Targets in whose company, some columns away at most, an unsure alias means this
            one: 'numer' beside a street is a house number.
    """

    name: str
    aliases: tuple[str, ...]
    fits: Fits | None = None
    unsure_aliases: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()


class HeadingMatcher:
    """Matches headings with what columns may hold."""

    def __init__(self, targets: Iterable[Target], *, other_names: Iterable[str] = ()) -> None:
        """Prepare the targets; of two that match alike the earlier one is chosen.

        Args:
            targets: What columns may hold.
            other_names: Names of other things that look like an alias: 'country'.
        """
        self._targets = tuple(targets)
        self._sure: dict[str, set[str]] = {}
        self._unsure: dict[str, set[str]] = {}
        self._aliases: dict[str, list[tuple[str, ...]]] = {}
        holders: dict[str, set[str]] = {}
        for target in self._targets:
            for alias in target.aliases:
                self._sure.setdefault(_letters(alias), set()).add(target.name)
            for alias in target.unsure_aliases:
                self._unsure.setdefault(_letters(alias), set()).add(target.name)
            words_of_all = [_words(each) for each in (*target.aliases, *target.unsure_aliases)]
            self._aliases[target.name] = words_of_all
            for words in words_of_all:
                for word in words:
                    holders.setdefault(word, set()).add(target.name)
        for name in other_names:
            self._sure.setdefault(_letters(name), set())
        self._weights = {word: 1 / sqrt(len(names)) for word, names in holders.items()}

    def is_known(self, heading: str) -> bool:
        """Say whether a text is an alias; one or two letters may be anything."""
        if len(heading) > _MAX_HEADING_CHARACTERS:
            return False
        letters = _letters(heading)
        is_long = len(letters) >= _MIN_ABBREVIATION
        return bool(self._sure.get(letters) or (is_long and self._unsure.get(letters)))

    def match(
        self,
        headings: Sequence[str],
        cells: Mapping[str, Sequence[str]] | None = None,
        *,
        without: Container[str] = (),
    ) -> dict[str, str]:
        """Choose a heading for each target that one names; each heading is used once.

        Args:
            headings: The headings of a table, each once.
            cells: Cells under each heading; without them headings and neighbours decide.
            without: Names of targets for which none is to be chosen.

        Returns:
            Name of a target -> heading, in the order of the targets.
        """
        known = [
            self._sure.get(_letters(heading[:_MAX_HEADING_CHARACTERS]), set())
            for heading in headings
        ]
        samples = {heading: _sample(cells, heading) for heading in headings}
        return self._choose(
            (self._score(target, heading, samples[heading], near), -place, -order, heading)
            for place, heading in enumerate(headings)
            for near in [set().union(*known[max(place - _NEAR, 0) : place + _NEAR + 1])]
            for order, target in enumerate(self._targets)
            if target.name not in without
        )

    def match_cells(
        self, headings: Sequence[str], cells: Mapping[str, Sequence[str]], names: Iterable[str]
    ) -> dict[str, str]:
        """Choose a column for some targets by cells alone, for a table without headings.

        Returns:
            As `match`.
        """
        wanted = set(names)
        return self._choose(
            (fit if fit >= _MIN_CERTAIN_FIT else 0, -place, -order, heading)
            for place, heading in enumerate(headings)
            for order, target in enumerate(self._targets)
            if target.name in wanted and target.fits and (sample := _sample(cells, heading))
            for fit in [target.fits(sample)]
        )

    def _choose(self, scored: Iterable[tuple[float, int, int, str]]) -> dict[str, str]:
        """Choose the best pairs of (score, minus place, minus order of the target, heading)."""
        chosen: dict[str, str] = {}
        for score, _, order, heading in sorted(scored, reverse=True):
            name = self._targets[-order].name
            if score > 0 and name not in chosen and heading not in chosen.values():
                chosen[name] = heading
        return {each.name: chosen[each.name] for each in self._targets if each.name in chosen}

    def _score(self, target: Target, heading: str, cells: Sequence[str], near: set[str]) -> float:
        """Weigh a target for a heading; 0 where it is none."""
        letters = _letters(heading[:_MAX_HEADING_CHARACTERS])
        fit = target.fits(cells) if target.fits and cells else None
        bonus = 0 if fit is None else _CELLS_WEIGHT * fit
        if target.name in self._sure.get(letters, ()):
            return 1 + _SURE_WEIGHT + bonus
        if fit is not None and fit < _MIN_FIT:
            return 0
        if target.name in self._unsure.get(letters, ()):
            if target.beside:
                bonus += _NEIGHBOUR_WEIGHT if target.beside & near else -_NEIGHBOUR_WEIGHT
            return 1 + bonus
        if letters in self._sure:
            return 0
        likeness = 0.9 * self._likeness(target.name, _words(heading[:_MAX_HEADING_CHARACTERS]))
        least = _MIN_LIKENESS if fit is None else _MIN_LIKENESS_WITH_CELLS
        return likeness + bonus if likeness >= least else 0

    def _likeness(self, name: str, words: tuple[str, ...]) -> float:
        """Give how alike a heading and the most alike alias of a target are, 0 to 1."""
        return max((self._common(words, alias) for alias in self._aliases[name]), default=0)

    def _common(self, words: tuple[str, ...], alias: tuple[str, ...]) -> float:
        """Give the share of two texts' words that they have in common; rare words weigh more."""
        common = sum(
            2 * self._weight(word) * max((_same(each, word) for each in words), default=0)
            for word in alias
        )
        total = sum(map(self._weight, words)) + sum(map(self._weight, alias))
        return min(common / total, 1.0) if total else 0

    def _weight(self, word: str) -> float:
        """Give the weight of a word: less where many targets have it."""
        return self._weights.get(word, _UNKNOWN_WORD_WEIGHT)


def share(test: Callable[[str], bool]) -> Fits:
    """Make a weight of a test of single cells: the share of them that pass it."""

    def weigh(cells: Sequence[str]) -> float:
        counted = Counter(cells)
        return sum(times for cell, times in counted.items() if test(cell)) / len(cells)

    return weigh


def _sample(cells: Mapping[str, Sequence[str]] | None, heading: str) -> list[str]:
    """Give the first cells under a heading that are not empty."""
    texts = (cell.strip() for cell in cells[heading]) if cells else iter(())
    found = []
    for text in texts:
        if text:
            found.append(text)
        if len(found) == _MAX_CELLS:
            break
    return found


def _letters(text: str) -> str:
    """Give a heading as it is compared with an alias: folded, letters and digits only."""
    return "".join(_WORD.findall(fold(text)))


def _words(text: str) -> tuple[str, ...]:
    """Give the words of a heading that say something."""
    return tuple(word for word in _WORD.findall(fold(text)) if word not in _IGNORED)


def _same(stated: str, known: str) -> float:
    """Give how likely two words are one: abbreviated, inflected or misspelt, 0 to 1."""
    if stated == known:
        return 1.0
    is_abbreviation = len(stated) >= _MIN_ABBREVIATION and known.startswith(stated)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(stated, known)))  # noqa: B905
    if is_abbreviation or common >= max(_MIN_STEM, min(len(stated), len(known)) - 1):
        return _SAME_STEM
    shortest = min(len(stated), len(known))
    if shortest > _MIN_STEM and ratio(stated, known) >= _MIN_RATIO:
        return _SAME_STEM
    return 0.0
