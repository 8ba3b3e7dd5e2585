"""`mapa-praktyk data add --name …`: a figure out of a table, with a report of what did not fit."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.errors import SettingsError
from dashboard.explore.figures.added import add_figure, whole_figure
from dashboard.explore.figures.columns import FigureColumn
from dashboard.explore.figures.figure import FigureCaption, FigureKind
from dashboard.explore.figures.names import UnitNames
from dashboard.explore.figures.problems import FigureProblem
from dashboard.explore.figures.reading import FigureResult, read_figure
from dashboard.explore.figures.sheets import find_figures
from dashboard.explore.figures.table import FigureTable
from dashboard.explore.units.local_units import local_units
from dashboard.locale import message
from geocoding.added.kind import SourceFile
from geocoding.errors import AddedDataError

_LISTED: Final = 20
"""Problems of a kind that are listed one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOptions:
    """What the command states of a figure; empty or None where it states nothing.

    Attributes:
        name: What is measured.
        unit: Its unit.
        source: Who published it.
        column: The heading of its column, or what that column measures.
        year: The year.
        kind: Whether it may be added up.
    """

    name: str = ""
    unit: str = ""
    source: str = ""
    column: str = ""
    year: int | None = None
    kind: FigureKind | None = None

    @property
    def is_stated(self) -> bool:
        """Whether any of them is stated, so that the file holds a figure."""
        return self != FigureOptions()


def add_figure_file(
    paths: Sequence[Path], options: FigureOptions, day: dt.date | None
) -> Iterator[str]:
    """Add a figure out of one file; gives the lines that report it.

    Raises:
        SettingsError: An option is missing, or names nothing in the file.
        AddedDataError: The file cannot be read or holds no figure, or it cannot be stored.
    """
    if len(paths) > 1:
        raise SettingsError(message("figure-one-file", count=len(paths)))
    path = paths[0]
    names = UnitNames(local_units())
    found = find_figures(SourceFile(path).content, str(path), names)
    if found.reason:
        raise AddedDataError(f"{path}: {found.reason.worded(message)}")
    if found.table is None:
        raise AddedDataError(message("figure-none-in-file", path=str(path)))
    column = _column(found.table, options)
    unit = options.unit or found.table.unit_of(column)
    _require(name=options.name, unit=unit, source=options.source)
    caption = FigureCaption(
        name=options.name,
        unit=unit,
        year=_year(found.table, column, options),
        source=options.source,
        kind=options.kind or FigureKind.RATE,
    )
    result = read_figure(found.table, column, caption, names)
    if not result.figure.by_code:
        raise AddedDataError(message("figure-no-values", path=str(path), column=column.heading))
    record = add_figure(result.figure, path, day=day)
    words = {"kind": record.kind, "column": column.heading, "sha256": record.sha256}
    counts = {"rows": record.rows, "of": result.rows, "missing": result.missing}
    yield message("figure-added", **words, **counts, day=record.day, source=record.source)
    if options.kind is None:
        yield message("figure-kind-assumed")
    sums = len(result.figure.added_up(whole_figure(result.figure)))
    if sums:
        yield message("figure-added-up", count=sums)
    yield from problem_lines(result)


def _require(**options: str) -> None:
    """Refuse a figure of which something is not said.

    Raises:
        SettingsError: An option is empty.
    """
    missing = [f"--{name}" for name, value in options.items() if not value.strip()]
    if missing:
        raise SettingsError(message("figure-options-missing", options=", ".join(missing)))


def problem_lines(result: FigureResult) -> Iterator[str]:
    """Give a line a problem, the first _LISTED of each rule, and how many more there are."""
    counts: Counter[str] = Counter()
    for problem in result.problems:
        counts[problem.rule] += 1
        if counts[problem.rule] <= _LISTED:
            yield problem_line(problem)
    for rule, count in counts.items():
        if count > _LISTED:
            words = message(f"figure-rule-{rule}")
            yield message("figure-problems-more", rule=words, count=count - _LISTED)


def problem_line(problem: FigureProblem) -> str:
    """Say where a problem is, what it is, what became of it and what helps."""
    other = message("figure-other-row", row=str(problem.other_row)) if problem.other_row else ""
    detail = ", ".join(filter(None, (problem.detail, other)))
    return message(
        "figure-problem",
        row=str(problem.row),
        column=repr(problem.column),
        value=repr(problem.value),
        rule=message(f"figure-rule-{problem.rule.value}"),
        detail=f" [{detail}]" if detail else "",
        outcome=message(f"figure-outcome-{problem.outcome.value}"),
        remedy=message(f"figure-remedy-{problem.rule.value}"),
    )


def _column(table: FigureTable, options: FigureOptions) -> FigureColumn:
    """Give the column that the options name: by heading, or by what it measures and the year.

    Without a year it is the newest.

    Raises:
        SettingsError: There is none, or several that are meant alike.
    """
    asked = options.column.casefold()
    fitting = [
        each
        for each in table.columns
        if asked in {"", each.heading.casefold(), each.name.casefold()}
        and options.year in {None, each.year, *([options.year] if each.year is None else [])}
    ]
    newest = max((each.year or 0 for each in fitting), default=0)
    fitting = [each for each in fitting if (each.year or 0) == newest]
    if len(fitting) == 1:
        return fitting[0]
    listed = "; ".join(each.heading for each in fitting or table.columns)
    text = "figure-columns-several" if fitting else "figure-column-none"
    raise SettingsError(message(text, columns=listed))


def _year(table: FigureTable, column: FigureColumn, options: FigureOptions) -> int | None:
    """Give the year that is stated, else the heading's, else the newest of a column of years.

    Raises:
        SettingsError: The file has no such year.
    """
    years = table.years()
    if options.year and column.year is None and years and options.year not in years:
        listed = ", ".join(map(str, years))
        raise SettingsError(message("figure-year-none", year=str(options.year), years=listed))
    return options.year or column.year or (years[-1] if years else None)
