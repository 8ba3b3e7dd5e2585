"""Counts of the rows of a table by outcome."""

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from geocoding.model import Status
from geocoding.overrides import STALE_OVERRIDE
from geocoding.stated_points import PROVIDER as STATED_POINTS


@dataclass(slots=True)
class Summary:
    """Number of rows by outcome.

    Attributes:
        outcomes: (status, precision) -> number of rows; precision is empty without a point.
        open_rows: Rows for which a service gave no answer, or of which a part is too long to be
            read, also where there is a coarser point.
        stale_overrides: Rows whose address is another than a person's point was set for.
    """

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    open_rows: int = 0
    stale_overrides: int = 0

    def add(self, answers: pd.DataFrame) -> None:
        """Count some more answers."""
        columns = (answers[name].fillna("").tolist() for name in ("status", "precision"))
        self.outcomes.update(zip(*columns, strict=True))
        is_asked = (answers["status"] != Status.SKIPPED) & (answers["provider"] != STATED_POINTS)
        self.open_rows += int(((answers["error"] != "") & is_asked).sum())
        is_stale = answers["checks"].str.contains(STALE_OVERRIDE, regex=False)
        self.stale_overrides += int(is_stale.sum())

    @property
    def rows(self) -> int:
        """Number of rows."""
        return self.outcomes.total()

    def lines(self) -> list[str]:
        """Return the counts as a table for a reader, the largest first."""
        lines = [f"{'status':<12}{'precision':<14}{'rows':>12}{'share':>9}"]
        for (status, precision), rows in self.outcomes.most_common():
            share = rows / self.rows
            lines.append(f"{status:<12}{precision or '-':<14}{rows:>12,}{share:>9.1%}")
        return lines
