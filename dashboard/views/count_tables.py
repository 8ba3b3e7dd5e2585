"""Tables of counts that can be clicked: as bars, as columns of a timeline, as a shaded grid."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from dashboard.explore.sizes import SizeClass, size_class
from dashboard.explore.summary import UNKNOWN
from dashboard.locale import Texts

Kind = Literal["bars", "columns", "heat", "heat upright"]
LEVELS: Final = 5
"""Shades of a grid above none at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a row or column.

    Attributes:
        key: What is chosen by it.
        label: What is shown.
        choosable: Whether it can be chosen.
        pressed: Whether it is.
    """

    key: str
    label: str
    choosable: bool = False
    pressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number.

    Attributes:
        text: What is shown.
        label: The same in words, with what it is a number of; empty where it cannot be chosen.
        note: What stands beside it.
        level: Its shade, from 0 (none) to LEVELS.
        share: Its part of the largest number, 0 to 1.
        choosable: Whether it can be chosen.
        pressed: Whether it is.
    """

    text: str
    label: str = ""
    note: str = ""
    level: int = 0
    share: float = 0.0
    choosable: bool = False
    pressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Heading):
    """A row: its heading and its cells."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """A table of counts.

    Attributes:
        kind: How it is drawn.
        caption: What it is a table of.
        corner: What its rows are.
        columns: The headings of the columns.
        rows: The rows.
    """

    kind: Kind
    caption: str
    corner: str
    columns: tuple[Heading, ...]
    rows: tuple[Line, ...]


def size_table(
    found: pd.Series, completed: pd.Series, *, pressed: Collection[str], texts: Texts
) -> CountTable:
    """Practices by size class, with how many of them have a population from the gazetteer.

    Args:
        found: Number of practices by key of the class, UNKNOWN last.
        completed: The same for those whose population was completed.
        pressed: The classes that are chosen.
        texts: The language.
    """
    most = max(found.max(), 1)
    rows = [
        Line(
            key=key,
            label=size_label(key, texts),
            choosable=True,
            pressed=key in pressed,
            cells=(
                Cell(
                    text=texts.number(count),
                    note=texts("analysis-of-which-completed", count=added) if added else "",
                    share=count / most,
                ),
            ),
        )
        for key, count, added in zip(
            found.index, found.tolist(), completed.reindex(found.index).tolist(), strict=True
        )
    ]
    return CountTable(
        kind="bars",
        caption=texts("analysis-sizes"),
        corner=texts("analysis-inhabitants"),
        columns=(Heading(key="count", label=texts("analysis-practices")),),
        rows=tuple(rows),
    )


def rate_table(table: pd.DataFrame, *, pressed: Collection[str], texts: Texts) -> CountTable:
    """Practices per 100,000 inhabitants by voivodeship, the highest rate first.

    Args:
        table: As `summary.rates` gives it.
        pressed: The voivodeships that are chosen.
        texts: The language.
    """
    table = table.sort_values(["rate", "inhabitants"], ascending=[False, True])
    most = table["rate"].max() or 1.0
    cells = zip(table.index, *(table[name].tolist() for name in table), strict=True)
    rows = [
        Line(
            key=name,
            label=name,
            choosable=bool(count) or name in pressed,
            pressed=name in pressed,
            cells=(
                Cell(text=texts.number(round(rate, 2)), share=rate / most),
                Cell(text=texts.number(count)),
                Cell(text=texts.number(people)),
            ),
        )
        for name, count, people, rate in cells
    ]
    names = ("rate", "practices", "inhabitants")
    return CountTable(
        kind="bars",
        caption=texts("analysis-rates"),
        corner=texts("filter-woj"),
        columns=tuple(Heading(key=name, label=texts(f"analysis-{name}")) for name in names),
        rows=tuple(rows),
    )


def year_table(found: pd.Series, *, pressed: Collection[str], texts: Texts) -> CountTable:
    """Practices by the year in which they were introduced, one column a year.

    Args:
        found: As `summary.years` gives it.
        pressed: The years that are chosen.
        texts: The language.
    """
    most = max(found.max(), 1)
    counts = list(zip(found.index, found.tolist(), strict=True))
    line = Line(
        key="count",
        label=texts("analysis-practices"),
        cells=tuple(Cell(text=texts.number(count), share=count / most) for _, count in counts),
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
        """The heading of a value."""
        return Heading(
            key=value,
            label=self.label(value),
            choosable=self.is_choosable(value),
            pressed=value in self.pressed,
        )

    def is_choosable(self, value: str) -> bool:
        """Whether a value can be chosen."""
        return value != UNKNOWN or self.unknown


def cross_table(found: pd.DataFrame, *, rows: Axis, columns: Axis, texts: Texts) -> CountTable:
    """Practices by two facets, shaded by their number; empty lines of the unknown left out.

    Args:
        found: As `summary.cross` gives it.
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
            label=texts("analysis-cell", row=names[0], column=names[1], count=count),
            level=_level(count, most),
            choosable=bool(count) and rows.is_choosable(row) and columns.is_choosable(column),
            pressed=one and row in rows.pressed and column in columns.pressed,
        )

    lines = []
    for name, counts in zip(found.index, found.to_numpy().tolist(), strict=True):
        head = rows.heading(name)
        cells = tuple(cell(name, *pair) for pair in zip(found.columns, counts, strict=True))
        lines.append(
            Line(
                key=head.key,
                label=head.label,
                choosable=head.choosable,
                pressed=head.pressed,
                cells=cells,
            )
        )
    return CountTable(
        kind="heat upright",
        caption=f"{rows.title} × {columns.title}",
        corner=rows.title,
        columns=tuple(columns.heading(name) for name in found.columns),
        rows=tuple(lines),
    )


def _level(count: int, most: int) -> int:
    """The shade of a count: by its square root, so that small counts differ too."""
    return -int(-LEVELS * (count / most) ** 0.5 // 1)


def size_label(key: str, texts: Texts) -> str:
    """A size class in words: '20 000-49 999', 'below 5 000', '200 000 and more', 'no data'."""
    if key == UNKNOWN:
        return texts("missing")
    return _bounds(size_class(key), texts)


def _bounds(chosen: SizeClass, texts: Texts) -> str:
    if chosen.most is None:
        return texts("analysis-from", least=texts.number(chosen.least))
    if not chosen.least:
        return texts("analysis-below", most=texts.number(chosen.most + 1))
    return f"{texts.number(chosen.least)}–{texts.number(chosen.most)}"


def value_label(value: str, texts: Texts) -> str:
    """A value of a facet as it stands; 'no data' for the unknown."""
    return texts("missing") if value == UNKNOWN else value
