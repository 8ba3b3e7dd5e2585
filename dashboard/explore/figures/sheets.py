"""Finds the table of figures in a file: in any of its sheets, under headings in any rows."""

from dataclasses import dataclass

from dashboard.explore.figures.names import UnitNames
from dashboard.explore.figures.table import FigureTable, RawTable, examine_table
from geocoding.errors import TableFileError
from geocoding.locale import Text
from geocoding.tables.choices import Choices
from geocoding.tables.limits import Limits
from geocoding.tables.reader import read_table_content
from geocoding.tables.table import Table

ALL_ROWS = 0
"""The row of the headings, said to the reader of tables: none, so that all rows are given."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """What a file holds.

    Attributes:
        table: Its table of figures; None where it holds none.
        sheet: The name of the sheet that it is in, or that was looked at last.
        reason: Why the file could not be read; None where it could.
    """

    table: FigureTable | None
    sheet: str = ""
    reason: Text | None = None


def find_figures(
    content: bytes, name: str, names: UnitNames, *, limits: Limits | None = None
) -> FoundTable:
    """Find the table of figures in the content of a file: in the first sheet that holds one.

    Args:
        content: The bytes of the file.
        name: Its name, for messages.
        names: The units of Poland.
        limits: How much of it is read.
    """
    sheets, sheet = [""], ""
    for sheet in sheets:
        choices = Choices(header_row=ALL_ROWS, sheet=sheet)
        try:
            table = read_table_content(
                content, choices, name=name, is_heading=_is_none, limits=limits or Limits()
            )
        except TableFileError as error:
            if not sheet:
                return FoundTable(None, reason=error.reason)
            continue  # the sheet is empty; another may not be
        if not sheet:
            sheets += [each for each in table.sheets if each != table.sheet]
        found = examine_table(raw_table(table), names)
        if found:
            return FoundTable(found, table.sheet)
    return FoundTable(None, sheet)


def raw_table(table: Table) -> RawTable:
    """Take all rows of a table, those with more cells than most marked."""
    rows = list(table.rows())
    return RawTable(
        rows=tuple((row.number, [*row.cells, *row.surplus]) for row in rows),
        longer=frozenset(row.number for row in rows if row.surplus),
    )


def _is_none(_text: str) -> bool:
    """Say of each text that it is no known heading: the headings are found by the units."""
    return False
