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
_NO_MEMBER = -1
_SEVERAL = -2


def holds_text(column: pa.Array) -> bool:
    """Return whether any text of a column is not empty."""
    if column.null_count == len(column):
        return False
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

    @cached_property
    def _only(self) -> Ints:
        """The member of each group that has one; _SEVERAL or _NO_MEMBER for the others.

        After the last group stands what the group -1 has: no member.
        """
        sizes = np.diff(self.starts, append=self.starts[-1])
        only = np.where(sizes > 1, _SEVERAL, _NO_MEMBER)
        only[sizes == 1] = self.members[self.starts[:-1][sizes[:-1] == 1]]
        return only

    def one(self, group: int) -> Ints:
        """Return the members of one group."""
        return self.members[self.starts[group] : self.starts[group + 1]]

    def expand(self, groups: Ints) -> tuple[Ints, Ints]:
        """Return all members of the groups, and for each the position of its group in `groups`.

        A group -1 has none.

        Returns:
            The positions, and the members; those of one group stand together.
        """
        only = self._only[groups]
        alone = np.flatnonzero(only >= 0)  # by far the most: taken apart, they cost little
        member = only[alone]
        several = np.flatnonzero(only == _SEVERAL)
        if not several.size:
            return alone, member
        sizes = self.starts[groups[several] + 1] - self.starts[groups[several]]
        owner = np.repeat(several, sizes)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        members = self.members[self.starts[groups[owner]] + within]
        return np.concatenate((alone, owner)), np.concatenate((member, members))
