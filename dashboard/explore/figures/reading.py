"""Reads a figure out of a table: each row's unit and number, and a problem for what did not fit."""

from dataclasses import dataclass

from dashboard.explore.figures.codes import CodeReader, CodeReading
from dashboard.explore.figures.columns import FigureColumn, Role
from dashboard.explore.figures.figure import Figure, FigureCaption
from dashboard.explore.figures.names import COUNTRY, UnitNames, read_unit_name
from dashboard.explore.figures.numbers import (
    NumberFormat,
    is_ambiguous,
    is_missing,
    number_format,
    read_number,
)
from dashboard.explore.figures.problems import FigureProblem, Rule
from dashboard.explore.figures.table import FigureTable
from dashboard.explore.units.local_units import UnitLevel
from geocoding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureResult:
    """What a column of a table gave.

    Attributes:
        figure: The figure.
        problems: What did not fit, in the order of the rows.
        rows: Number of rows of the table, of the chosen year where it has a column of years.
        missing: Number of rows whose cell says that there is no number.
    """

    figure: Figure
    problems: tuple[FigureProblem, ...]
    rows: int
    missing: int


def read_figure(
    table: FigureTable, column: FigureColumn, caption: FigureCaption, names: UnitNames
) -> FigureResult:
    """Read one column.

    Args:
        table: The table.
        column: The column with the numbers.
        caption: What is said of the figure; its year chooses the rows of a table with a column
            of years.
        names: The units of Poland.
    """
    reader = _Rows(table, column, names)
    rows = [row for row in table.body if _is_of_year(table, row[1], caption.year)]
    for number, cells in rows:
        reader.take(number, cells)
    return FigureResult(
        figure=Figure(caption=caption, by_code=reader.values),
        problems=tuple(sorted(reader.problems, key=lambda each: each.row)),
        rows=len(rows),
        missing=reader.missing,
    )


def _is_of_year(table: FigureTable, cells: list[str], year: int | None) -> bool:
    """Say whether a row is of a year, where the table has a column of years."""
    text = table.cell(cells, Role.YEAR)
    return not text or year is None or text == str(year)


class _Rows:
    """Takes rows one by one.

    Attributes:
        values: The number by code.
        problems: What did not fit.
        missing: How many cells say that there is no number.
    """

    def __init__(self, table: FigureTable, column: FigureColumn, names: UnitNames) -> None:
        """Prepare to read a column."""
        self.values: dict[str, float] = {}
        self.problems: list[FigureProblem] = []
        self.missing = 0
        self._table, self._column, self._names = table, column, names
        self._row_of: dict[str, int] = {}
        self._conflicts: set[str] = set()
        self._format: NumberFormat = number_format(cells[column.at] for _, cells in table.body)
        codes = [table.cell(cells, Role.CODE) for _, cells in table.body]
        self._codes = CodeReader.of_column(codes, names.units.positions)
        self._level = _level_of_names(table)

    def take(self, row: int, cells: list[str]) -> None:
        """Take a row: its unit, then its number."""
        if row in self._table.longer:
            self._note(row, "", "; ".join(filter(None, cells)), Rule.CELLS)
            return
        code = self._unit(row, cells)
        if not code:
            return
        text = cells[self._column.at].strip()
        value = None if is_missing(text) else read_number(text, self._format)
        if is_missing(text):
            self.missing += 1
        elif value is None:
            self._note(row, self._column.heading, text, Rule.NO_NUMBER, self._names.label(code))
        elif is_ambiguous(text, self._format):
            self._note(row, self._column.heading, text, Rule.AMBIGUOUS_NUMBER, f"{value:g}")
        self._put(row, code, value, text)

    def _put(self, row: int, code: str, value: float | None, text: str) -> None:
        """Note the number of a unit; two that differ cancel each other."""
        if code not in self._row_of:
            self._row_of[code] = row
            if value is not None:
                self.values[code] = value
            return
        is_same = code not in self._conflicts and self.values.get(code) == value
        self.problems.append(
            FigureProblem(
                row=row,
                column=self._column.heading,
                value=text,
                rule=Rule.DOUBLE if is_same else Rule.CONFLICT,
                detail=self._names.label(code),
                other_row=self._row_of[code],
            )
        )
        if not is_same:
            self._conflicts.add(code)
            self.values.pop(code, None)

    def _unit(self, row: int, cells: list[str]) -> str:
        """Give the code of a row's unit; empty where it has none, which is then noted."""
        if self._table.by_code:
            return self._by_code(row, cells)
        return self._by_name(row, cells)

    def _by_code(self, row: int, cells: list[str]) -> str:
        """Give the unit that the code of a row names."""
        text, name = self._table.cell(cells, Role.CODE), self._table.cell(cells, Role.NAME)
        reading = self._codes.read(text)
        heading = self._heading(Role.CODE)
        if not text and fold(name) in COUNTRY:
            reading = CodeReading(rule=Rule.COUNTRY)
        if reading.rule:
            detail = self._names.label(reading.code) if reading.code else self._meant(cells)
            self._note(row, heading, text, reading.rule, detail)
        if reading.code and name and not self._names.agrees(reading.code, name):
            self._note(
                row,
                self._heading(Role.NAME),
                name,
                Rule.OTHER_NAME,
                self._names.label(reading.code),
            )
        return reading.code

    def _meant(self, cells: list[str]) -> str:
        """Give the unit that the name of a row with an unusable code may mean, in words."""
        name = self._table.cell(cells, Role.NAME)
        found = self._names.named(name) if name else []
        return ", ".join(map(self._names.label, found[:3])) or name

    def _by_name(self, row: int, cells: list[str]) -> str:
        """Give the unit that the name of a row means."""
        name, heading = self._table.cell(cells, Role.NAME), self._heading(Role.NAME)
        if fold(name) in COUNTRY:
            self._note(row, heading, name, Rule.COUNTRY)
            return ""
        kind = self._table.cell(cells, Role.KIND)
        text = f"{name} ({kind})" if kind and not read_unit_name(name).kind else name
        if read_unit_name(text).is_part:
            self._note(row, heading, name, Rule.PART)
            return ""
        found = self._names.named(
            text,
            level=self._level,
            county=self._table.cell(cells, Role.COUNTY),
            voivodeship=self._table.cell(cells, Role.VOIVODESHIP),
        )
        if len(found) == 1:
            return found[0]
        rule = Rule.AMBIGUOUS_NAME if found else Rule.UNKNOWN_NAME
        self._note(row, heading, name, rule, ", ".join(map(self._names.label, found)))
        return ""

    def _heading(self, role: Role) -> str:
        """Give the heading of the column with a role."""
        return self._table.headings[self._table.roles[role]] if role in self._table.roles else ""

    def _note(self, row: int, column: str, value: str, rule: Rule, detail: str = "") -> None:
        """Note a problem."""
        self.problems.append(
            FigureProblem(row=row, column=column, value=value, rule=rule, detail=detail)
        )


def _level_of_names(table: FigureTable) -> UnitLevel | None:
    """Give the level that the heading of the names states; None where it states none."""
    heading = fold(table.headings[table.roles[Role.NAME]]) if Role.NAME in table.roles else ""
    words = {
        "gmin": UnitLevel.COMMUNE,
        "powiat": UnitLevel.COUNTY,
        "wojewodztw": UnitLevel.VOIVODESHIP,
    }
    return next((level for word, level in words.items() if word in heading), None)
