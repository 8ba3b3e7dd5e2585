"""Facets: the values by which practices are filtered, prepared so that counting is cheap.

A practice may have several values of one facet (its places lie in several counties) or none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard import url

SEPARATOR: Final = " / "
"""Between the parts of a value that mean nothing alone ('małopolskie / bocheński')."""

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
"""Positions of practices."""


class Facet(StrEnum):
    """What can be filtered by choosing values; the value is the name in the address bar."""

    VOIVODESHIP = url.VOIVODESHIP.name
    COUNTY = url.COUNTY.name
    COMMUNE = url.COMMUNE.name
    UNIT_TYPE = url.UNIT_TYPE.name
    SECTION = url.SECTION.name
    SUBSECTION = url.SUBSECTION.name
    YEAR = url.YEAR.name


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """Which practice has which values of one facet.

    Attributes:
        values: The distinct values, in the order in which they are offered.
        rows: Position of a practice, one entry a pair of practice and value.
        codes: Index into `values`, one entry a pair.
        known: One entry a practice: whether it has any value.
    """

    values: tuple[str, ...]
    rows: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int64]
    known: Mask

    @classmethod
    def build(
        cls,
        rows: npt.NDArray[np.int64],
        values: pd.Series,
        *,
        size: int,
        order: Sequence[str] = (),
        also: Sequence[str] = (),
    ) -> Self:
        """Give the index of pairs of a practice and a value; a pair that is repeated counts once.

        Args:
            rows: Position of a practice, one entry a pair.
            values: Texts, one entry a pair; empty is unknown.
            size: Number of practices.
            order: Values that come first, in this order; the others follow by alphabet.
            also: Values that can be asked for even where no practice has them.
        """
        found, present = pd.factorize(values)
        offered = {*present, *also} - {""}
        first = dict.fromkeys(value for value in order if value in offered)
        ordered = (*first, *sorted(offered - first.keys(), key=by_alphabet))
        code_of = {value: code for code, value in enumerate(ordered)}
        codes = np.array([code_of.get(value, -1) for value in present], dtype=np.int64)[found]
        pairs = np.sort((rows * len(ordered) + codes)[codes >= 0])
        once = pairs[np.diff(pairs, prepend=-1) > 0]
        rows, codes = np.divmod(once, max(len(ordered), 1))
        known = np.zeros(size, dtype=bool)
        known[rows] = True
        return cls(values=ordered, rows=rows, codes=codes, known=known)

    def mask(self, chosen: Sequence[str]) -> Mask:
        """Give one entry a practice: whether it has one of the chosen values."""
        wanted = np.isin(self.values, list(chosen)) if self.values else np.zeros(0, dtype=bool)
        found = np.zeros(len(self.known), dtype=bool)
        found[self.rows[wanted[self.codes]]] = True
        return found

    def counts(self, mask: Mask) -> dict[str, int]:
        """Give for every value, how many of the practices in the mask have it."""
        found = np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))
        return dict(zip(self.values, found.tolist(), strict=True))


@lru_cache(maxsize=256)
def labels_of(values: tuple[str, ...]) -> pd.Index:
    """Give the values as labels of a table, made once: they cost more than its numbers."""
    return pd.Index(values)


_ALPHABET: Final = " -0123456789aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"


def by_alphabet(text: str) -> list[int]:
    """Give a sort key in the order of the Polish alphabet, case apart."""
    return [_ALPHABET.find(letter) for letter in text.casefold()]
