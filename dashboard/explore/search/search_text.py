"""The texts that a search looks into, and the answers to what readers type."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.explore.search.postings import Column
from dashboard.explore.search.query import Query
from dashboard.explore.search.word_index import Scores, WordIndex
from dashboard.practices.field_model import Use
from dashboard.practices.fields import names_of
from dashboard.practices.taxonomy import theme_words
from geocoding import fold_column
from geocoding.text.folding import distinct

OF_PRACTICES: Final = names_of(Use.SEARCH)
"""The columns of the practices in which words are searched."""

OF_PLACES: Final = ("matched_label",)
"""The columns of the places in which words are searched."""

_TITLE: Final = "title"
_TITLE_WEIGHT: Final = 3.0
"""A word of the title counts as if it stood three times in the summary."""

_MAX_CACHED_ANSWERS: Final = 16

_PHRASE_SCORE: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class FoldedColumn:
    """A column of folded texts.

    Attributes:
        texts: The texts, as a dictionary and the index of each entry in it.
        rows: Position of a practice, rising; one entry a text.
    """

    texts: pa.DictionaryArray
    rows: npt.NDArray[np.int64]

    @classmethod
    def fold(cls, texts: pd.Series, rows: npt.NDArray[np.int64]) -> Self:
        """Give the column of some texts, none of them unknown, of the practices at these rows."""
        encoded = distinct(pa.array(texts))
        folded = fold_column(encoded.dictionary)
        return cls(pa.DictionaryArray.from_arrays(encoded.indices, folded), rows)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SearchAnswer:
    """What a search found.

    Attributes:
        mask: One entry a practice: whether it has all that is asked for and nothing excluded.
        scores: One entry a practice: how well it answers, 0 where it does not.
        forms: The folded words that were found, as they stand in the texts.
        replaced: (typed, replacement) of words that occur nowhere, but similar ones do.
        unknown: Words that occur nowhere, and nothing similar does.
    """

    mask: npt.NDArray[np.bool_]
    scores: Scores
    forms: frozenset[str]
    replaced: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


class SearchText:
    """The texts of the practices, in which words are searched."""

    def __init__(
        self, columns: Mapping[str, FoldedColumn], *, size: int, index: Callable[[], WordIndex]
    ) -> None:
        """Search these columns.

        Args:
            columns: Folded texts by the names of their columns.
            size: Number of practices.
            index: Makes or loads the index of their words; called once, when it is first needed.
        """
        self.columns: Final = columns
        self.size: Final = size
        self.search: Final = lru_cache(maxsize=_MAX_CACHED_ANSWERS)(self._search)
        self._make_index = index
        self._index: WordIndex | None = None
        self._indexing = threading.Lock()

    @classmethod
    def build(cls, practices: pd.DataFrame, places: pd.DataFrame) -> Self:
        """Give the texts of practices and of their places, ordered by their `row`."""
        of_practice = np.arange(len(practices), dtype=np.int64)
        of_place = places["row"].to_numpy(np.int64)
        columns = {name: FoldedColumn.fold(practices[name], of_practice) for name in OF_PRACTICES}
        columns |= {name: FoldedColumn.fold(places[name], of_place) for name in OF_PLACES}
        return cls(columns, size=len(practices), index=lambda: build_index(practices, places))

    def index(self) -> WordIndex:
        """Give the index of the words; made or loaded at the first call only."""
        with self._indexing:
            if self._index is None:
                self._index = self._make_index()
            return self._index

    def closeness(self, row: int) -> npt.NDArray[np.float64]:
        """Give one entry a practice, 0 to 1: how close its words are to those of one practice."""
        return self.index().closeness(list(self._texts_of(row)), row)

    def _search(self, text: str) -> SearchAnswer:
        """Answer what a reader typed: `biblioteka "dom kultury" -szkoła`."""
        query, index = Query.parse(text), self.index()
        hits = {word: index.find(word) for word in query.words}
        mask, scores = np.ones(self.size, bool), np.zeros(self.size, np.float32)
        for hit in hits.values():
            mask &= hit.scores > 0
            scores += hit.scores
        for phrase in query.phrases:
            mask &= self._contains(phrase)
            scores += np.float32(_PHRASE_SCORE)
        for word in query.excluded_words:
            mask &= ~index.has(word)
        for phrase in query.excluded_phrases:
            mask &= ~self._contains(phrase)
        scores[~mask] = 0
        mask.flags.writeable = scores.flags.writeable = False
        phrase_words = (word for phrase in query.phrases for word in phrase.split())
        return SearchAnswer(
            mask=mask,
            scores=scores,
            forms=frozenset(phrase_words).union(*(hit.forms for hit in hits.values())),
            replaced=tuple(
                (word, hit.replacement) for word, hit in hits.items() if hit.replacement
            ),
            unknown=tuple(word for word, hit in hits.items() if not hit.scores.any()),
        )

    def _contains(self, phrase: str) -> npt.NDArray[np.bool_]:
        """Give one entry a practice: whether any of its texts holds the folded phrase."""
        found = np.zeros(self.size, dtype=bool)
        for column in self.columns.values():
            hits = pc.match_substring(column.texts.dictionary, pattern=phrase)
            codes = column.texts.indices.to_numpy()
            found[column.rows[hits.to_numpy(zero_copy_only=False)[codes]]] = True
        return found

    def _texts_of(self, row: int) -> Iterator[str]:
        for column in self.columns.values():
            start, end = np.searchsorted(column.rows, [row, row + 1]).tolist()
            yield from column.texts[start:end].to_pylist()


def build_index(practices: pd.DataFrame, places: pd.DataFrame) -> WordIndex:
    """Index the words of practices and of their places, as they are written.

    Args:
        practices: One row a practice.
        places: One row a practice and place; `row` is the position of the practice.
    """
    rows, of_place = np.arange(len(practices), dtype=np.int64), places["row"].to_numpy(np.int64)
    columns = [
        Column(distinct(pa.array(practices[name])), rows, _TITLE_WEIGHT if name == _TITLE else 1.0)
        for name in OF_PRACTICES
    ]
    columns += [Column(distinct(pa.array(places[name])), of_place) for name in OF_PLACES]
    sections, subsections = practices["section"].tolist(), practices["subsection"].tolist()
    words = [" ".join(theme_words(*theme)) for theme in zip(sections, subsections, strict=True)]
    columns.append(Column(distinct(pa.array(words, pa.string())), rows, is_theme=True))
    return WordIndex.build(columns, size=len(practices))
