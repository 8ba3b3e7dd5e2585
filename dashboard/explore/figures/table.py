"""A table of figures: where its body begins, which column names the units, which hold numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.explore.figures.codes import CodeReader, looks_like_code
from dashboard.explore.figures.columns import (
    FigureColumn,
    Role,
    counts_columns,
    figure_column,
    holds_figures,
    joined_headings,
    role_of,
    title_and_headings,
)
from dashboard.explore.figures.names import UnitNames
from geocoding import fold
from geocoding.tables.layout import NumberedRow

_SHARE_OF_CODES: Final = 0.8
_SHARE_OF_CODES_UNDER_A_HEADING: Final = 0.3
_SHARE_OF_NAMES: Final = 0.5
_MOST_ROWS_ABOVE: Final = 40
_COUNTRY: Final = frozenset({"polska", "poland"})
_UNIT_CELLS: Final = 3
"""The first cells of a row, one of which names its unit."""

_UNIT_HEADINGS: Final = {Role.NAME: 4, None: 3, Role.COUNTY: 2, Role.VOIVODESHIP: 1}
"""Headings of the column that names the units, the finest units before the regions they lie in."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MOST_COLUMNS_OF_UNITS: Final = 12
"""The first columns, among which one names the units."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """All rows of a sheet, the headings among them.

    Attributes:
        rows: Number and cells of each row that is not blank.
        longer: Numbers of the rows with more cells than most.
    """

    rows: tuple[NumberedRow, ...]
    longer: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """A table whose columns are known.

    Attributes:
        title: The title above it; may be empty.
        headings: The heading of each column, all parts joined.
        roles: Column by what it says of the units.
        columns: The columns with numbers.
        body: The rows under the headings.
        longer: Numbers of the rows with more cells than most.
        by_code: Whether codes name the units, and not names alone.
    """

    title: str
    headings: tuple[str, ...]
    roles: dict[Role, int]
    columns: tuple[FigureColumn, ...]
    body: tuple[NumberedRow, ...]
    longer: frozenset[int]
    by_code: bool

    def years(self) -> tuple[int, ...]:
        """Give the years that its headings or its column of years name, oldest first."""
        found = {each.year for each in self.columns if each.year}
        if Role.YEAR in self.roles:
            at = self.roles[Role.YEAR]
            found |= {int(cells[at]) for _, cells in self.body if cells[at].strip().isdigit()}
        return tuple(sorted(found))

    def unit_of(self, column: FigureColumn) -> str:
        """Give the unit of a column: of its heading, else of the table's column of units."""
        texts = (self.cell(cells, Role.UNIT) for _, cells in self.body)
        return column.unit or next(filter(None, texts), "")

    def cell(self, cells: Sequence[str], role: Role) -> str:
        """Give the cell of a row that says something of its unit; empty where none does."""
        return cells[self.roles[role]].strip() if role in self.roles else ""


def examine_table(raw: RawTable, names: UnitNames) -> FigureTable | None:
    """Find what the columns of a table hold; None where it holds no figures of units.

    Args:
        raw: All rows.
        names: The units of Poland.
    """
    width = max((len(cells) for _, cells in raw.rows), default=0)
    rows = tuple(
        (number, [*cells, *[""] * (width - len(cells))])
        for number, cells in raw.rows
        if not counts_columns(cells)
    )
    by_code = _code_column(rows, width, names)
    found = by_code or _name_column(rows, width, names)
    if found is None:
        return None
    at, first = found
    while first and any(fold(cell) in _COUNTRY for cell in rows[first - 1][1][:_UNIT_CELLS]):
        first -= 1  # a total above the first unit is no heading
    title, heading_rows = title_and_headings(rows[:first])
    headings = joined_headings(heading_rows, width)
    body = tuple(row for row in rows[first:] if any(map(str.strip, row[1])))
    roles = _roles(headings, {Role.CODE if by_code else Role.NAME: at}, body)
    columns = tuple(
        figure_column(place, headings[place], title)
        for place in range(width)
        if place not in roles.values()
        and role_of(headings[place]) is None
        and holds_figures([cells[place] for _, cells in body])
    )
    if not columns:
        return None
    return FigureTable(
        title=title,
        headings=tuple(headings),
        roles=roles,
        columns=columns,
        body=body,
        longer=raw.longer,
        by_code=by_code is not None,
    )


def _roles(
    headings: Sequence[str], units: dict[Role, int], body: Sequence[NumberedRow]
) -> dict[Role, int]:
    """Give the column of each role: what names the units, then what headings say, first wins."""
    roles = dict(units)
    for place, heading in enumerate(headings):
        role = role_of(heading)
        if role not in (None, Role.CODE, Role.NONE) and place not in units.values():
            roles.setdefault(role, place)
    if Role.CODE in roles and Role.NAME not in roles:
        after = roles[Role.CODE] + 1
        if after < len(headings) and after not in roles.values():
            cells = [cells[after] for _, cells in body]
            if any(map(str.strip, cells)) and not holds_figures(cells):
                roles[Role.NAME] = after
    return roles


def _code_column(
    rows: Sequence[NumberedRow], width: int, names: UnitNames
) -> tuple[int, int] | None:
    """Give the column of codes, and the place of the first row that has one; None for none."""
    best: tuple[float, int, int] | None = None
    for at in range(min(width, _MOST_COLUMNS_OF_UNITS)):
        column = [cells[at] for _, cells in rows]
        first = _first_code(rows, at)
        if first is None:
            continue
        body = [cell for cell in column[first:] if cell.strip()]
        reader = CodeReader.of_column(body, names.units.positions)
        share = sum(bool(reader.read(cell).code) for cell in body) / len(body)
        is_named = any(role_of(cell) is Role.CODE for cell in column[:first])
        is_once = len(set(body)) > len(body) / 2 or is_named
        needed = _SHARE_OF_CODES_UNDER_A_HEADING if is_named else _SHARE_OF_CODES
        rank = share + is_named
        if share >= needed and is_once and (best is None or rank > best[0]):
            best = rank, at, first
    return best[1:] if best else None


def _first_code(rows: Sequence[NumberedRow], at: int) -> int | None:
    """Give the place of the first row whose cell may be a code, where it is not far down.

    Four digits that may be a year are a title where they stand alone in their row.
    """
    for place, (_, cells) in enumerate(rows[:_MOST_ROWS_ABOVE]):
        text = cells[at].strip()
        is_alone = sum(bool(cell.strip()) for cell in cells) == 1
        if looks_like_code(text) and not (is_alone and _YEAR.fullmatch(text)):
            return place
    return None


def _name_column(
    rows: Sequence[NumberedRow], width: int, names: UnitNames
) -> tuple[int, int] | None:
    """Give the column of names, and the place of the first row with a unit's; None for none."""
    best: tuple[tuple[int, int], int, int] | None = None
    for at in range(min(width, _MOST_COLUMNS_OF_UNITS)):
        cells = [cells[at] for _, cells in rows]
        is_unit = [bool(cell.strip()) and _is_unit(cell, names) for cell in cells]
        if not any(is_unit):
            continue
        first = is_unit.index(True)
        body = [unit for unit, cell in zip(is_unit[first:], cells[first:], strict=True) if cell]
        heading = next((role_of(cell) for cell in reversed(cells[:first]) if role_of(cell)), None)
        rank = _UNIT_HEADINGS.get(heading, 0), len(set(cells[first:]))
        if sum(body) >= _SHARE_OF_NAMES * len(body) and (best is None or rank > best[0]):
            best = rank, at, first
    return best[1:] if best else None


def _is_unit(cell: str, names: UnitNames) -> bool:
    """Say whether a cell names a unit, or the country."""
    return fold(cell) in _COUNTRY or bool(names.named(cell))
