"""Counts by two facets, as a grid shaded by their number."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.explore.counts.summary import UNKNOWN
from dashboard.locale import Texts
from dashboard.views.counts.bar_tables import total_row
from dashboard.views.counts.count_tables import (
    LEVELS,
    TOTAL,
    Cell,
    CountRow,
    CountTable,
    Heading,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The rows or the columns of a grid.

    Attributes:
        title: What they are.
        label: What is shown for a value.
        pressed: The values that are chosen.
        unknown: Whether the unknown can be chosen too.
    """

    title: str
    label: Callable[[str], str]
    pressed: Collection[str]
    unknown: bool = False

    def heading(self, value: str) -> Heading:
        """Return the heading of a value."""
        return Heading(
            key=value,
            label=self.label(value),
            choosable=self.is_choosable(value),
            pressed=value in self.pressed,
        )

    def is_choosable(self, value: str) -> bool:
        """Say whether a value can be chosen."""
        return value != UNKNOWN or self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many practices there are in each row, in each column and in all, each counted once.

    A practice with several values counts in several cells, so these are no sums of cells.

    Attributes:
        rows: By the value of the row.
        columns: By the value of the column.
        whole: In all.
    """

    rows: pd.Series
    columns: pd.Series
    whole: int


def cross_table(
    found: pd.DataFrame, totals: Totals, *, rows: Axis, columns: Axis, texts: Texts
) -> CountTable:
    """Return practices by two facets, shaded by their number; empty lines of the unknown left out.

    Args:
        found: As `summary.cross` gives it.
        totals: Of the same practices.
        rows: What the rows are.
        columns: What the columns are.
        texts: The language.
    """
    filled = (found.any(axis="columns"), found.any(axis="index"))
    kept = [(labels.index != UNKNOWN) | labels.to_numpy() for labels in filled]
    found = found.loc[kept[0], kept[1]]
    most = max(found.to_numpy().max(initial=0), 1)
    one = len(rows.pressed) == 1 and len(columns.pressed) == 1

    def cell(row: str, column: str, count: int) -> Cell:
        names = (rows.label(row), columns.label(column))
        return Cell(
            text=texts.number(count) if count else "·",
            value=count,
            label=texts("analysis-cell", row=names[0], column=names[1], count=count),
            level=_level(count, most),
            choosable=bool(count) and rows.is_choosable(row) and columns.is_choosable(column),
            pressed=one and row in rows.pressed and column in columns.pressed,
        )

    lines = []
    for name, counts in zip(found.index, found.to_numpy().tolist(), strict=True):
        cells = [cell(name, *pair) for pair in zip(found.columns, counts, strict=True)]
        cells.append(_total(int(totals.rows[name]), texts))
        lines.append(_line(rows.heading(name), cells))
    if lines:
        sums = [int(totals.columns[name]) for name in found.columns]
        cells = [_total(count, texts) for count in (*sums, totals.whole)]
        lines.append(total_row(texts("analysis-total"), cells))
    last = Heading(key=TOTAL, label=texts("analysis-total"), is_total=True)
    return CountTable(
        kind="heat",
        caption=f"{rows.title} × {columns.title}",
        corner=rows.title,
        columns=(*(columns.heading(name) for name in found.columns), last) if lines else (),
        rows=tuple(lines),
    )


def _line(heading: Heading, cells: Sequence[Cell]) -> CountRow:
    """Return a row with a heading."""
    return CountRow(
        key=heading.key,
        label=heading.label,
        choosable=heading.choosable,
        pressed=heading.pressed,
        cells=tuple(cells),
    )


def _total(count: int, texts: Texts) -> Cell:
    """Return a number of a total's row or column."""
    return Cell(text=texts.number(count), value=count)


def _level(count: int, most: int) -> int:
    """Return the shade of a count: by its square root, so that small counts differ too."""
    return -int(-LEVELS * (count / most) ** 0.5 // 1)
