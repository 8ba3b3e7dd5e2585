"""Counts by one facet, as bars: size classes, rates of the voivodeships, years."""

from collections.abc import Collection, Sequence

import pandas as pd

from dashboard.explore.counts.summary import PER_INHABITANTS
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import (
    TOTAL,
    Cell,
    CountRow,
    CountTable,
    Heading,
    size_label,
)


def size_table(
    found: pd.Series, completed: pd.Series, *, pressed: Collection[str], texts: Texts
) -> CountTable:
    """Return practices by size class, with how many of them have a population from the gazetteer.

    Args:
        found: Number of practices by key of the class, UNKNOWN last.
        completed: The same for those whose population was completed.
        pressed: The classes that are chosen.
        texts: The language.
    """
    most = max(found.max(), 1)
    rows = [
        CountRow(
            key=key,
            label=size_label(key, texts),
            choosable=True,
            pressed=key in pressed,
            cells=(
                Cell(
                    text=texts.number(count),
                    value=count,
                    note=texts("analysis-of-which-completed", count=added) if added else "",
                    share=count / most,
                ),
            ),
        )
        for key, count, added in zip(
            found.index, found.tolist(), completed.reindex(found.index).tolist(), strict=True
        )
    ]
    whole = int(found.sum())  # a practice is of one class
    rows.append(total_row(texts("analysis-total"), [Cell(text=texts.number(whole), value=whole)]))
    return CountTable(
        kind="bars",
        caption=texts("analysis-sizes"),
        corner=texts("analysis-inhabitants"),
        columns=(Heading(key="count", label=texts("analysis-practices")),),
        rows=tuple(rows),
    )


def total_row(label: str, cells: Sequence[Cell]) -> CountRow:
    """Return the row that counts all others together."""
    return CountRow(key=TOTAL, label=label, is_total=True, cells=tuple(cells))


def rate_table(
    table: pd.DataFrame, *, whole: int, pressed: Collection[str], texts: Texts
) -> CountTable:
    """Return practices per 100,000 inhabitants by voivodeship, the highest rate first.

    Args:
        table: As `summary.rates` gives it.
        whole: Number of practices of any voivodeship, each counted once.
        pressed: The voivodeships that are chosen.
        texts: The language.
    """
    table = table.sort_values(["rate", "inhabitants"], ascending=[False, True])
    most = table["rate"].max() or 1.0
    cells = zip(table.index, *(table[name].tolist() for name in table), strict=True)
    rows = [
        CountRow(
            key=name,
            label=name,
            choosable=bool(count) or name in pressed,
            pressed=name in pressed,
            cells=(*(_rate_cells(rate, count, people, texts, share=rate / most)),),
        )
        for name, count, people, rate in cells
    ]
    people = int(table["inhabitants"].sum())
    rate = whole / people * PER_INHABITANTS if people else 0.0
    rows.append(total_row(texts("analysis-poland"), _rate_cells(rate, whole, people, texts)))
    names = ("rate", "practices", "inhabitants")
    return CountTable(
        kind="bars",
        caption=texts("analysis-rates"),
        corner=texts("filter-woj"),
        columns=tuple(Heading(key=name, label=texts(f"analysis-{name}")) for name in names),
        rows=tuple(rows),
    )


def _rate_cells(
    rate: float, count: int, people: int, texts: Texts, *, share: float = 0.0
) -> list[Cell]:
    """Return a rate with the two numbers that it is made of."""
    return [
        Cell(text=texts.decimal(rate, places=2), value=round(rate, 4), share=share),
        Cell(text=texts.number(count), value=count),
        Cell(text=texts.number(people), value=people),
    ]


def year_table(found: pd.Series, *, pressed: Collection[str], texts: Texts) -> CountTable:
    """Return practices by the year in which they were introduced, one column a year.

    Args:
        found: As `summary.years` gives it.
        pressed: The years that are chosen.
        texts: The language.
    """
    most = max(found.max(), 1)
    counts = list(zip(found.index, found.tolist(), strict=True))
    line = CountRow(
        key="count",
        label=texts("analysis-practices"),
        cells=tuple(
            Cell(text=texts.number(count), value=count, share=count / most) for _, count in counts
        ),
    )
    columns = [
        Heading(
            key=year,
            label=year,
            choosable=bool(count) or year in pressed,
            pressed=year in pressed,
        )
        for year, count in counts
    ]
    return CountTable(
        kind="columns",
        caption=texts("analysis-years"),
        corner=texts("filter-rok"),
        columns=tuple(columns),
        rows=(line,),
    )
