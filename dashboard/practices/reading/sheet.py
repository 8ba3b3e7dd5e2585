"""A visitor's table: headings, every cell as text, and what was odd about the file."""

from dataclasses import dataclass

import pandas as pd

from dashboard.errors import UploadError
from geocoding.tables.footers import FooterKind
from geocoding.tables.layout import NumberedRow, unique_headings
from geocoding.tables.table import IrregularRow, Row
from geocoding.tables.table import Table as FileTable


@dataclass(frozen=True, slots=True)
class FooterRow:
    """A row that is no data: a total of the table, or what is written under it.

    Attributes:
        row: The row.
        kind: How it is known to be no data.
    """

    row: Row
    kind: FooterKind

    @property
    def text(self) -> str:
        """Its first cell that is not empty."""
        return next(filter(None, map(str.strip, self.row.cells)), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts.

    Attributes:
        name: Name of the sheet; of the file where it has one only.
        cells: One column a heading, in the file's order; the index is the row in the file
            as a spreadsheet counts it.
        header_row: The row with the headings; 0 where there is none, and columns go by their
            places, '(1)'.
        first_rows: The first rows that are not blank, also those above the headings.
        irregular: Rows with more or fewer cells than headings.
        longer: Those with more. They are not in `cells`: nobody knows which of their cells stand in
            wrong columns.
        footers: Totals, and what is written under the table. They are not in `cells` either.
        stray_marks: Lines whose quotation marks are not in pairs and were read as they stand.
        encoding: The name of a text's encoding as people write it; empty for a workbook.
    """

    name: str
    cells: pd.DataFrame
    header_row: int = 1
    first_rows: tuple[NumberedRow, ...] = ()
    irregular: tuple[IrregularRow, ...] = ()
    longer: tuple[Row, ...] = ()
    footers: tuple[FooterRow, ...] = ()
    stray_marks: tuple[int, ...] = ()
    encoding: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, each once."""
        return tuple(self.cells.columns)

    @property
    def row_count(self) -> int:
        """The number of rows under the headings, also those that are not in `cells`."""
        return len(self.cells) + len(self.longer) + len(self.footers)


@dataclass(frozen=True, slots=True)
class Table:
    """A visitor's table.

    Attributes:
        names: The names of all its sheets; of a CSV file one.
        sheet: The sheet that was read.
    """

    names: tuple[str, ...]
    sheet: Sheet


def visitor_table(table: FileTable) -> Table:
    """Take the rows of a file's table into memory; blank rows are left out.

    Raises:
        UploadError: There is no row under the headings.
    """
    numbers: list[int] = []
    rows: list[list[str]] = []
    longer: list[Row] = []
    footers: list[FooterRow] = []
    kinds = dict(table.remarks.footers)
    for row in table.rows():
        cells = [cell.strip() for cell in row.cells]
        if row.surplus:
            longer.append(row)
        elif row.number in kinds:
            footers.append(FooterRow(row, kinds[row.number]))
        elif any(cells):
            numbers.append(row.number)
            rows.append(cells)
    if not rows and not longer and not footers:
        raise UploadError(table.name, rule="empty")
    cells_of_all = pd.DataFrame(
        rows, index=numbers, columns=unique_headings(table.header), dtype="str"
    )
    sheet = Sheet(
        name=table.sheet,
        cells=cells_of_all,
        header_row=table.layout.header_row,
        first_rows=table.first_rows,
        irregular=tuple(table.remarks.irregular),
        longer=tuple(longer),
        footers=tuple(footers),
        stray_marks=tuple(table.remarks.stray_marks),
        encoding=table.encoding_label,
    )
    return Table(table.sheets, sheet)
