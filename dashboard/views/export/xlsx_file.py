"""XLSX: the practices in typed columns, a sheet on the file itself, and one of all places."""

import io
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.locale import Texts
from dashboard.views.export.columns import headings, with_words
from dashboard.views.export.order import Order, Progress
from dashboard.views.export.taken import taken_by

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a spreadsheet may hold. Source: Excel specifications and limits."""

_OPTIONS: Final = {
    "constant_memory": True,
    "default_date_format": "yyyy-mm-dd",
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_NO_TEXT: Final = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_WIDTHS: Final = {"title": 60, "summary": 60, "unit": 40, "url": 30, "metryka": 20}
_WIDTH: Final = 16
_PART: Final = 1_000
"""Rows that are written between two words on the progress."""


def xlsx_file(order: Order, progress: Progress) -> bytes:
    """A workbook with three sheets: practices, this file, places."""
    texts, taken = order.texts, taken_by(order)
    rows = len(taken.practices), len(taken.places)
    output = io.BytesIO()
    with Workbook(output, _OPTIONS) as book:
        book.set_properties({"title": texts("app-name"), "created": order.provenance.made_at})
        bold = book.add_format({"bold": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(texts("export-sheet-practices"))
        table = with_words(taken.with_positions(), texts)
        _fill(sheet, table, texts, bold, lambda done: progress(done, sum(rows)))
        about = book.add_worksheet(texts("export-sheet-about"))
        _describe(about, order.provenance.lines(texts), bold=bold, wrapped=wrapped)
        sheet = book.add_worksheet(texts("export-sheet-places"))
        table = with_words(taken.places, texts)
        _fill(sheet, table, texts, bold, lambda done: progress(rows[0] + done, sum(rows)))
    return output.getvalue()


def _fill(
    sheet: Worksheet,
    table: pd.DataFrame,
    texts: Texts,
    bold: Format,
    tell: Callable[[int], None],
) -> None:
    """Write the table under a fixed bold heading that can be filtered by; tell the rows done."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    for place, name in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS.get(name, _WIDTH))
    sheet.write_row(0, 0, headings(table, texts), bold)
    columns = [_column(sheet, table[name], texts) for name in table.columns]
    for at in range(len(table)):
        if at % _PART == 0:
            tell(at)
        for place, (write, values) in enumerate(columns):
            if values[at] is not None:
                write(at + 1, place, values[at])


def _column(sheet: Worksheet, column: pd.Series, texts: Texts) -> tuple[Any, list[Any]]:
    """How a column's cells are written, and its values; None for an empty cell."""
    known = column.notna() & (column != "")
    values = column.astype("object").where(known, None).tolist()
    if pd.api.types.is_datetime64_any_dtype(column):
        return sheet.write_datetime, values
    if pd.api.types.is_numeric_dtype(column):
        return sheet.write_number, values
    return sheet.write_string, [text and _text(text, texts) for text in values]


def _text(text: str, texts: Texts) -> str:
    """A text that a workbook can hold; one too long says that it was cut."""
    text = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(text) > LONGEST_CELL:
        note = texts("export-cut")
        return text[: LONGEST_CELL - len(note)] + note
    return text


def _describe(
    sheet: Worksheet, lines: Iterable[tuple[str, str]], *, bold: Format, wrapped: Format
) -> None:
    """Write the names and values of what the file says of itself."""
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, f"'{value}" if value[:1] in set("=+-@\t\r") else value, wrapped)
