"""The look through all records of a delimited text, before anything is done with it."""

from collections.abc import Iterable

from geocoding.errors import TableFileError
from geocoding.tables.footers import FooterSearch
from geocoding.tables.layout import Layout
from geocoding.tables.limits import Limits
from geocoding.tables.records import Record
from geocoding.tables.table import MAX_LISTED, IrregularRow, Remarks, fit_row


def look_through(records: Iterable[Record], layout: Layout, limits: Limits, name: str) -> Remarks:
    """Look at each record once, and note what a reader of the table must know.

    Raises:
        TableFileError: There are more rows or columns than the limits allow.
    """
    remarks, filled = Remarks(), 0
    footers = FooterSearch()
    width, first_row = len(layout.header), layout.first_row
    for record in records:
        _require_columns(len(record.cells), record.number, limits, name)
        if record.number < first_row:
            continue
        if record.is_literal and len(remarks.stray_marks) < MAX_LISTED:
            remarks.stray_marks.append(record.line)
        cells = record.cells
        if not cells and width > 1:
            remarks.blank_rows += 1
            continue
        remarks.row_count += 1
        footers.add(record.number, cells)
        filled += any(cells)
        if filled > limits.rows:
            raise TableFileError(name, rule="rows", limit=limits.rows)
        if len(cells) != width:
            _note_width(remarks, record, width)
        if not remarks.has_line_breaks:
            remarks.has_line_breaks = any("\n" in cell or "\r" in cell for cell in cells)
    remarks.footers = footers.found()
    return remarks


def _note_width(remarks: Remarks, record: Record, width: int) -> None:
    """Note a record that has more or fewer cells than there are headings."""
    row = fit_row(record.number, record.cells, width)
    if row.found == width or (width == 1 and not record.cells):
        return
    remarks.longer += row.found > width
    remarks.shorter += row.found < width
    if len(remarks.irregular) < MAX_LISTED:
        remarks.irregular.append(IrregularRow(record.number, record.line, row.found))


def _require_columns(count: int, row: int, limits: Limits, name: str) -> None:
    """Refuse too wide a row.

    Raises:
        TableFileError: It has more cells than the limits allow.
    """
    if count > limits.columns:
        raise TableFileError(name, rule="columns", limit=limits.columns, row=row)
