"""How the rows of a table came out, counted."""

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd


@dataclass(slots=True)
class Summary:
    """Number of rows by outcome.

    Attributes:
        outcomes: (status, precision) -> number of rows; precision is empty without a point.
    """

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, answers: pd.DataFrame) -> None:
        """Count some more answers."""
        columns = (answers[name].fillna("").tolist() for name in ("status", "precision"))
        self.outcomes.update(zip(*columns, strict=True))

    @property
    def rows(self) -> int:
        """Number of rows."""
        return self.outcomes.total()

    def count(self, status: str) -> int:
        """Number of rows with a status."""
        return sum(rows for (one, _), rows in self.outcomes.items() if one == status)

    def lines(self) -> list[str]:
        """The counts as a table for a reader, the largest first."""
        lines = [f"{'status':<12}{'precision':<14}{'rows':>12}{'share':>9}"]
        for (status, precision), rows in self.outcomes.most_common():
            share = rows / self.rows
            lines.append(f"{status:<12}{precision or '-':<14}{rows:>12,}{share:>9.1%}")
        return lines
