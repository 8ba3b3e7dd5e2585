"""XLSX: the practices in typed columns, a sheet on the file itself, and one of all places."""

import io
from typing import Final

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.errors import ExportError
from dashboard.export.columns import headings, to_accuracy, with_words
from dashboard.export.formats.xlsx_rows import with_rows
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import tables_for
from dashboard.export.workbook import OPTIONS, add_about_sheet
from dashboard.locale import Texts

LONGEST_CELL: Final = 32_767
"""UTF-16 units that a cell of a spreadsheet may hold.

Source: Excel specifications and limits.
"""
MAX_ROWS: Final = 1_048_575
"""Rows under the heading of a sheet. Source: the same."""

_PRACTICES: Final = "xl/worksheets/sheet1.xml"
_PLACES: Final = "xl/worksheets/sheet3.xml"
_WIDTHS: Final = {"title": 60, "summary": 60, "unit": 40, "url": 30, "metryka": 20}
_WIDTH: Final = 16


def xlsx_file(request: ExportRequest, progress: Progress) -> bytes:
    """Return a workbook with three sheets: practices, this file, places.

    Raises:
        ExportError: There are more practices or places than a sheet has rows.
    """
    texts, tables = request.texts, tables_for(request)
    most = max(len(tables.practices), len(tables.places))
    if most > MAX_ROWS:
        raise ExportError(texts("export-too-many-rows", count=most, most=MAX_ROWS))
    practices = _fitting(with_words(to_accuracy(tables.with_positions()), texts), texts)
    places = _fitting(with_words(to_accuracy(tables.places), texts), texts)
    book, count = _headings_alone(request, practices, places), len(practices) + len(places)
    return with_rows(
        book, {_PRACTICES: practices, _PLACES: places}, lambda done: progress(done, count)
    )


def _headings_alone(request: ExportRequest, practices: pd.DataFrame, places: pd.DataFrame) -> bytes:
    """Return the workbook with everything but the rows of its two tables."""
    output, texts = io.BytesIO(), request.texts
    with Workbook(output, OPTIONS) as book:
        book.set_properties({"title": texts("app-name"), "created": request.provenance.made_at})
        bold = book.add_format({"bold": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(texts("export-sheet-practices"))
        _head(sheet, practices, headings(practices, texts), bold=bold, day=day)
        add_about_sheet(book, request.provenance.lines(texts), texts)
        sheet = book.add_worksheet(texts("export-sheet-places"))
        _head(sheet, places, headings(places, texts), bold=bold, day=day)
    return output.getvalue()


def _head(
    sheet: Worksheet, table: pd.DataFrame, names: list[str], *, bold: Format, day: Format
) -> None:
    """Write a fixed bold heading that the table under it can be filtered by."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    for place, name in enumerate(table.columns):
        is_day = pd.api.types.is_datetime64_any_dtype(table[name])
        sheet.set_column(place, place, _WIDTHS.get(name, _WIDTH), day if is_day else None)
    sheet.write_row(0, 0, names, bold)


def _fitting(table: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Return the table with the texts cut that no cell can hold; each such text says so."""
    note = texts("export-cut")
    for name in table.select_dtypes(include=["str", "object"]).columns:
        suspects = table.loc[table[name].str.len() > LONGEST_CELL // 2, name]
        cut = {at: _cut(text, note) for at, text in suspects.items() if _units(text) > LONGEST_CELL}
        if cut:
            column = table[name].copy()
            column.loc[pd.Index(cut)] = list(cut.values())
            table = table.assign(**{name: column})
    return table


def _cut(text: str, note: str) -> str:
    """Return the beginning of a text that has room for a note after it."""
    units = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - _units(note))]
    return units.decode("utf-16-le", errors="ignore") + note


def _units(text: str) -> int:
    """Return the length of a text as spreadsheets count it."""
    return len(text.encode("utf-16-le")) // 2
