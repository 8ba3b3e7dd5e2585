"""An index of the words of all practices: where each occurs, and how much it says (BM25).

A word is found in all of its inflected forms, since what is indexed are the base forms (terms). The
index is built column by column, each distinct text once. bm25s 0.3 was measured beside it on
100,000 practices: from lists of terms that are ready it takes 4.7 s of processor time where the
weights here take 2.6 (words and base forms, 1.6 s, come on top of both), and it needs SciPy.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the
rarity of a word as Lucene counts it, which is never negative.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.explore.search.lemmas import base_forms
from dashboard.explore.search.postings import Column, index_arrays, theme_term
from dashboard.explore.search.query import words_of
from geocoding import fold

_MIN_LONGER: Final = 5
"""Letters of the shortest base form that finds longer words that begin with it, too."""

_ENDING: Final = 2
"""Letters at the end of a word that are cut off to find words of the same root."""

_MIN_PREFIX: Final = 2
"""Letters of the shortest prefix that finds the words that begin with it."""

_PREFIX_WEIGHT: Final = 0.3
"""Weight of a word that only begins with the one that was typed; that one weighs 1."""

_THEME_WEIGHT: Final = 0.2
"""Weight of a word that only names the theme of a practice; one in its texts weighs 1."""

_MIN_MISSPELT: Final = 4
"""Letters of the shortest word in which one letter may be wrong."""

_MIN_MISSPELT_FORM: Final = 7
"""Letters of the shortest word in which a letter and the ending may differ."""

_ARRAYS: Final = (
    "terms",
    "labels",
    "starts",
    "rows",
    "weights",
    "forms",
    "form_starts",
    "form_terms",
)

Scores = npt.NDArray[np.float32]
"""One entry a practice: how well it answers; 0 where it does not."""


@dataclass(frozen=True, slots=True, eq=False)
class WordHits:
    """Where a word was found.

    Attributes:
        scores: One entry a practice: how much the word says of it; 0 where it does not occur.
        forms: The folded words that were found, as they stand in the texts.
        replacement: The word that was searched instead of one that occurs nowhere; '' otherwise.
    """

    scores: Scores
    forms: frozenset[str]
    replacement: str = ""


class WordIndex:
    """In which practices each word occurs, and how much it says of them."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], *, size: int) -> None:
        """Keep what `build` made.

        Args:
            arrays: `terms`, the folded base forms, each once, in order, and `labels`, how they are
                written; `rows` and `weights`, an entry for each practice that a term occurs in,
                term by term; `starts`, where in them each term begins, and the end. `forms`, the
                folded words of the texts, each once, in order; `form_terms`, the terms that each
                may be a form of, form by form; `form_starts`, where in them each form begins.
            size: Number of practices.
        """
        self._arrays = arrays
        self._size = size

    @classmethod
    def build(cls, columns: Sequence[Column], *, size: int) -> Self:
        """Index the texts of all practices.

        Args:
            columns: The texts.
            size: Number of practices.
        """
        return cls(index_arrays(columns, base_forms, size), size=size)

    @classmethod
    def load(cls, folder: Path, *, size: int) -> Self:
        """Give the index that was saved in a folder; its arrays are mapped into memory."""
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}
        return cls(arrays, size=size)

    def save(self, folder: Path) -> None:
        """Write the index into a folder, from which `load` takes it."""
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", self._arrays[name])

    def find(self, word: str) -> WordHits:
        """Find a word in all of its forms, the beginning of one, or one with a letter wrong.

        A word of a theme is found in all practices of the theme, too, for less.

        Args:
            word: A word in lower case, with its diacritics where the reader typed them.
        """
        terms = self._terms_of(word)
        themes = self._terms_named([theme_term(name) for name in self._names(terms, word)])
        longer = self._longer_terms(terms) if len(terms) else self._terms_with_prefix(fold(word))
        if not (len(terms) or len(longer) or len(themes)):
            misspelt = self._misspelt(word)
            return misspelt if misspelt.replacement else self._derived(word)
        scores = np.maximum(self._scores(terms), _PREFIX_WEIGHT * self._scores(longer))
        scores = np.maximum(scores, _THEME_WEIGHT * self._scores(themes))
        return WordHits(scores, self._forms_of(np.union1d(terms, longer)))

    def has(self, word: str) -> npt.NDArray[np.bool_]:
        """Give one entry a practice: whether its own texts have the word, in any of its forms."""
        found: npt.NDArray[np.bool_] = self._scores(self._terms_of(word)) > 0
        return found

    def closeness(self, texts: Sequence[str], row: int) -> npt.NDArray[np.float64]:
        """Give one entry a practice, 0 to 1: how close its words are to those of one practice.

        Args:
            texts: The texts of the one practice.
            row: Its position.
        """
        own = self._terms_of_forms([fold(word) for text in texts for word in words_of(text)])
        scores = self._scores(own).astype(np.float64)
        if not scores.any():
            return np.zeros(self._size)
        closeness: npt.NDArray[np.float64] = np.clip(scores / scores[row], 0, 1)
        return closeness

    def _derived(self, word: str) -> WordHits:
        """Find words that begin as this one without its ending ('bezdomność' for 'bezdomni')."""
        stems = {fold(form)[:-_ENDING] for form in (word, *base_forms([word])[0])}
        families = [
            self._terms_with_prefix(stem) for stem in sorted(stems) if len(stem) >= _MIN_LONGER
        ]
        terms = np.unique(np.concatenate([_NONE, *families]))
        return WordHits(_PREFIX_WEIGHT * self._scores(terms), self._forms_of(terms))

    def _misspelt(self, word: str) -> WordHits:
        """Find the most frequent word of the texts that is one letter from this one."""
        terms = self._similar_terms(word, 1) if len(word) >= _MIN_MISSPELT else _NONE
        if not len(terms) and len(word) >= _MIN_MISSPELT_FORM:
            terms = self._similar_terms(word, 2)  # a letter that is wrong, and another ending
        if not len(terms):
            return WordHits(self._scores(_NONE), frozenset())
        occurs = np.diff(self._arrays["starts"])[terms]
        best = terms[[int(np.argmax(occurs))]]
        label = str(self._arrays["labels"][best[0]])
        return WordHits(self._scores(best), self._forms_of(best), replacement=label)

    def _similar_terms(self, word: str, distance: int) -> npt.NDArray[np.int64]:
        """Give the terms of the words of the texts that so many letters tell from this one."""
        near = process.extract(
            fold(word), self._spellings, scorer=OSA.distance, score_cutoff=distance, limit=None
        )
        return self._terms_of_forms([spelling for spelling, _, _ in near])

    def _names(self, terms: npt.NDArray[np.int64], word: str) -> list[str]:
        """Give the folded base forms of a word: those of the index, and those of the dictionary."""
        own = [str(name) for name in self._arrays["terms"][terms]]
        return list(dict.fromkeys([*own, *map(fold, base_forms([word])[0])]))

    def _terms_of(self, word: str) -> npt.NDArray[np.int64]:
        """Give the terms that a word may be a form of, written with or without diacritics."""
        lemmas = self._terms_named([fold(form) for form in base_forms([word])[0]])
        return np.union1d(lemmas, self._terms_of_forms([fold(word)]))

    def _terms_named(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
        """Give the terms of these names, those that there are."""
        return _positions(self._arrays["terms"], names)

    def _terms_of_forms(self, forms: Sequence[str]) -> npt.NDArray[np.int64]:
        """Give the terms of folded words as they stand in texts, each once."""
        at = _positions(self._arrays["forms"], forms)
        return self._terms_at(at)

    def _terms_with_prefix(self, beginning: str) -> npt.NDArray[np.int64]:
        """Give the terms of all words that begin with some letters."""
        if len(beginning) < _MIN_PREFIX:
            return _NONE
        forms = self._arrays["forms"]
        first, end = np.searchsorted(forms, [beginning, beginning + "\uffff"]).tolist()
        return self._terms_at(np.arange(first, end))

    def _longer_terms(self, terms: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Give the terms of longer words that begin with one of these ('transportowy')."""
        names = [str(name) for name in self._arrays["terms"][terms]]
        families = [self._terms_with_prefix(name) for name in names if len(name) >= _MIN_LONGER]
        return np.unique(np.concatenate(families)) if families else _NONE

    def _terms_at(self, forms: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        starts, form_terms = self._arrays["form_starts"], self._arrays["form_terms"]
        spans = [form_terms[starts[at] : starts[at + 1]] for at in forms]
        return np.unique(np.concatenate(spans)) if spans else _NONE

    def _forms_of(self, terms: npt.NDArray[np.int64]) -> frozenset[str]:
        """Give the folded words of the texts that are forms of any of these terms."""
        found = np.flatnonzero(np.isin(self._arrays["form_terms"], terms))
        forms = np.searchsorted(self._arrays["form_starts"], found, side="right") - 1
        return frozenset(self._arrays["forms"][forms].tolist())

    def _scores(self, terms: npt.NDArray[np.int64]) -> Scores:
        """Give what these terms say of each practice, added up."""
        starts, rows, weights = (self._arrays[name] for name in ("starts", "rows", "weights"))
        scores = np.zeros(self._size, np.float32)
        for term in terms.tolist():
            span = slice(starts[term], starts[term + 1])
            scores[rows[span]] += weights[span]  # a term has one entry a practice
        return scores

    @cached_property
    def _spellings(self) -> list[str]:
        spellings: list[str] = self._arrays["forms"].tolist()
        return spellings


_NONE: Final = np.empty(0, np.int64)


def _positions(ordered: npt.NDArray[np.str_], names: Sequence[str]) -> npt.NDArray[np.int64]:
    """Give where names stand in an array that is in order; others are left out."""
    if not len(ordered) or not names:
        return _NONE
    wanted = np.unique(np.array(names, np.str_))
    at = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    found: npt.NDArray[np.int64] = at[ordered[at] == wanted]
    return found
