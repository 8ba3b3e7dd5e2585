"""Look-ups over whole columns: texts and numbers to their positions, groups by number.

A column of many values goes through a hash table of pyarrow or pandas; for a few values a
dictionary or a binary search answers sooner. Both find the same.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_FEW = 500


def holds_text(column: pa.Array) -> bool:
    """Return whether any text of a column is not empty."""
    return bool(pc.max(pc.binary_length(column)).as_py())


@dataclass(frozen=True)
class TextIndex:
    """Distinct texts, each with its position as its number."""

    texts: pa.Array

    @cached_property
    def _positions(self) -> dict[str, int]:
        """The number of each text."""
        return {text: number for number, text in enumerate(self.texts.to_pylist())}

    def find(self, column: pa.Array) -> Ints:
        """Return the number of each text of a column, -1 where it is null or unknown."""
        if len(column) <= _FEW:
            known = self._positions
            return np.array([known.get(text, -1) for text in column.to_pylist()], dtype=np.int64)
        found = pc.index_in(column, value_set=self.texts.cast(column.type))
        return np.asarray(found.fill_null(-1), dtype=np.int64)

    def find_one(self, text: str) -> int:
        """Return the number of one text, -1 where it is unknown."""
        return self._positions.get(text, -1)


@dataclass(frozen=True)
class NumberIndex:
    """Distinct ascending numbers, each with its position."""

    numbers: Ints

    @cached_property
    def _index(self) -> "pd.Index[int]":
        """The numbers with a hash table that stays."""
        return pd.Index(self.numbers)

    def find(self, values: Ints) -> Ints:
        """Return the position of each value, -1 where it is unknown."""
        if len(values) > _FEW:
            return self._index.get_indexer(pd.Index(values))
        places = np.minimum(np.searchsorted(self.numbers, values), len(self.numbers) - 1)
        return np.where(self.numbers[places] == values, places, -1)


@dataclass(frozen=True)
class Groups:
    """Members of numbered groups: those of group g are members[starts[g] : starts[g + 1]]."""

    starts: Ints
    members: Ints

    @classmethod
    def of(cls, group: Ints, *, count: int) -> "Groups":
        """Group the positions of `group` by its values, of which there are `count`.

        A negative value belongs to no group.
        """
        order = np.argsort(group, kind="stable")
        order = order[np.searchsorted(group[order], 0) :]
        sizes = np.bincount(group[order], minlength=count)
        return cls(np.concatenate(([0], np.cumsum(sizes))), order)

    def sizes(self, groups: Ints) -> Ints:
        """Return how many members each of the groups has; a negative group has none."""
        safe = np.maximum(groups, 0)
        return np.where(groups >= 0, self.starts[safe + 1] - self.starts[safe], 0)

    def one(self, group: int) -> Ints:
        """Return the members of one group."""
        return self.members[self.starts[group] : self.starts[group + 1]]

    def expand(self, groups: Ints) -> tuple[Ints, Ints]:
        """Return all members of the groups, and for each the position of its group in `groups`.

        Returns:
            The positions, and the members; those of one group stand together.
        """
        sizes = self.sizes(groups)
        alone = np.flatnonzero(sizes == 1)  # by far the most: taken apart, they cost little
        member = self.members[self.starts[groups[alone]]]
        several = np.flatnonzero(sizes > 1)
        if not several.size:
            return alone, member
        sizes = sizes[several]
        owner = np.repeat(several, sizes)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        members = self.members[self.starts[groups[owner]] + within]
        return np.concatenate((alone, owner)), np.concatenate((member, members))
