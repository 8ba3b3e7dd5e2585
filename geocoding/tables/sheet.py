"""A table whose rows are in memory: the sheet of a workbook, features, a table of a web page."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from geocoding.errors import TableFileError
from geocoding.tables.choices import Choices
from geocoding.tables.footers import FooterSearch
from geocoding.tables.layout import SAMPLE_ROWS, IsHeading, Layout, NumberedRow, find_layout
from geocoding.tables.limits import Limits
from geocoding.tables.table import Kind, Remarks, Row, Table, fit_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which sheet of a file the rows are.

    Attributes:
        file: The file's name.
        kind: What the file is.
        names: The names of all its sheets.
        name: The name of this one.
    """

    file: str
    kind: Kind
    names: tuple[str, ...]
    name: str


def sheet_table(
    sheet: Sheet,
    rows: Sequence[NumberedRow],
    choices: Choices,
    *,
    limits: Limits,
    is_heading: IsHeading,
) -> Table:
    """Make a table of rows that are not blank.

    Raises:
        TableFileError: There is no row under the headings, or there are too many rows or columns.
    """
    if len(rows) <= 1:
        raise TableFileError(sheet.file, rule="empty")
    layout = find_layout(
        rows[:SAMPLE_ROWS],
        is_heading=is_heading,
        header_row=choices.header_row,
        width=max(len(cells) for _, cells in rows),
    )
    width = len(layout.header)
    body = [(number, cells) for number, cells in rows if number >= layout.first_row]
    if width > limits.columns:
        raise TableFileError(sheet.file, rule="columns", limit=limits.columns)
    if len(body) > limits.rows:
        raise TableFileError(sheet.file, rule="rows", limit=limits.rows)
    return Table(
        name=sheet.file,
        kind=sheet.kind,
        sheets=sheet.names,
        sheet=sheet.name,
        layout=layout,
        first_rows=tuple(rows[:SAMPLE_ROWS]),
        remarks=_remarks(body, layout),
        read_rows=lambda: _rows(body, width),
    )


def _rows(body: Sequence[NumberedRow], width: int) -> Generator[Row]:
    """Give the rows under the headings."""
    for number, cells in body:
        yield fit_row(number, cells, width)


def _remarks(body: Sequence[NumberedRow], layout: Layout) -> Remarks:
    """Note what a reader of the table must know."""
    last = body[-1][0] if body else layout.first_row - 1
    footers = FooterSearch()
    for number, cells in body:
        footers.add(number, cells)
    return Remarks(
        row_count=len(body),
        blank_rows=last - layout.first_row + 1 - len(body),
        has_line_breaks=any("\n" in cell or "\r" in cell for _, cells in body for cell in cells),
        footers=footers.found(),
    )
