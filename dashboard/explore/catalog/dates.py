"""When each practice was added and last changed.

A store notes when it got a practice and when it was changed. Of a practice of which no store notes
that, as in a table file, the dates are those of its record card.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog.facets import Mask, Rows
from dashboard.explore.catalog.plausible import plausible_dates
from dashboard.practices.edits import StoredDates

Days: TypeAlias = npt.NDArray[np.datetime64]
"""One day a practice, NaT where it is not known."""

_DAY: Final = "datetime64[D]"


@dataclass(frozen=True, slots=True, eq=False)
class PracticeDates:
    """When each practice was added and last changed.

    Attributes:
        added: One day a practice.
        changed: One day a practice; NaT also where it was never changed.
    """

    added: Days
    changed: Days

    @property
    def is_known(self) -> Mask:
        """One entry a practice: whether it is known when it was added or changed."""
        known: Mask = ~(np.isnat(self.added) & np.isnat(self.changed))
        return known

    def is_added_since(self, day: dt.date) -> Mask:
        """Give one entry a practice: whether it was added on a day or later."""
        mask: Mask = self.added >= np.datetime64(day)  # NaT is not
        return mask

    def is_since(self, day: dt.date) -> Mask:
        """Give one entry a practice: whether it was added or changed on a day or later."""
        mask: Mask = self.is_added_since(day) | (self.changed >= np.datetime64(day))
        return mask

    @property
    def latest(self) -> Days:
        """One entry a practice: the day on which it was last added or changed."""
        return np.fmax(self.added, self.changed)

    def take(self, rows: Rows) -> "PracticeDates":
        """Give the same of the practices at some positions."""
        return PracticeDates(self.added[rows], self.changed[rows])


def dates_of(practices: pd.DataFrame, history: StoredDates, today: dt.date) -> PracticeDates:
    """Give when each practice was added and changed.

    Args:
        practices: One row a practice.
        history: What the store notes of them.
        today: The day by which the dates of record cards are judged.
    """
    numbers = practices["art"].tolist()
    is_noted = np.array([number in history.added for number in numbers], dtype=bool)
    noted = (
        np.array([history_of.get(number) for number in numbers], dtype=_DAY)
        for history_of in (history.added, history.changed)
    )
    stated = (
        plausible_dates(practices[name], today).to_numpy().astype(_DAY)
        for name in ("introduced", "updated")
    )
    added, changed = (
        np.where(is_noted | ~np.isnat(from_store), from_store, from_card)
        for from_store, from_card in zip(noted, stated, strict=True)
    )
    return PracticeDates(added, changed)
