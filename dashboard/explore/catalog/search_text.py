"""The texts that a search looks into: folded, and each text of a column stored once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.explore.catalog.facets import Mask
from dashboard.practices.field_model import Use
from dashboard.practices.fields import names_of
from geocoding import fold_column
from geocoding.text.folding import distinct

OF_PRACTICES: Final = names_of(Use.SEARCH)
"""The columns of the practices in which words are searched."""

OF_PLACES: Final = ("matched_label",)
"""The columns of the places in which words are searched."""

_MAX_CACHED_WORDS: Final = 64


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


class SearchText:
    """The texts of the practices, in which words are searched."""

    def __init__(self, columns: Mapping[str, FoldedColumn], *, size: int) -> None:
        """Search these columns.

        Args:
            columns: Folded texts by the names of their columns.
            size: Number of practices.
        """
        self.columns: Final = columns
        self.size: Final = size
        self._contains = lru_cache(maxsize=_MAX_CACHED_WORDS)(self._find)

    @classmethod
    def build(cls, practices: pd.DataFrame, places: pd.DataFrame) -> Self:
        """Give the texts of practices and of their places, ordered by their `row`."""
        of_practice = np.arange(len(practices), dtype=np.int64)
        of_place = places["row"].to_numpy(np.int64)
        columns = {name: FoldedColumn.fold(practices[name], of_practice) for name in OF_PRACTICES}
        columns |= {name: FoldedColumn.fold(places[name], of_place) for name in OF_PLACES}
        return cls(columns, size=len(practices))

    def contains(self, word: str) -> Mask:
        """Give one entry a practice: whether any of its texts holds the folded word."""
        return self._contains(word)

    def texts_of(self, row: int) -> list[str]:
        """Give the texts of one practice."""
        return list(self._texts_of(row))

    def _texts_of(self, row: int) -> Iterator[str]:
        for column in self.columns.values():
            start, end = np.searchsorted(column.rows, [row, row + 1]).tolist()
            yield from column.texts[start:end].to_pylist()

    def _find(self, word: str) -> Mask:
        found = np.zeros(self.size, dtype=bool)
        for column in self.columns.values():
            hits = pc.match_substring(column.texts.dictionary, pattern=word)
            codes = column.texts.indices.to_numpy()
            found[column.rows[hits.to_numpy(zero_copy_only=False)[codes]]] = True
        found.flags.writeable = False
        return found
