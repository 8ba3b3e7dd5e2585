"""XLSX: the practices in typed columns, a sheet on the file itself, and one of all places."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.locale import Texts
from dashboard.views.export.columns import headings, with_words
from dashboard.views.export.provenance import Provenance
from dashboard.views.export.taken import Taken

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a spreadsheet may hold. Source: Excel specifications and limits."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTHS: Final = {"title": 60, "summary": 60, "unit": 40, "url": 30, "metryka": 20}
_WIDTH: Final = 16
_BOLD: Final = Font(bold=True)
_TOP: Final = Alignment(vertical="top", wrap_text=True)


def xlsx_file(taken: Taken, provenance: Provenance, texts: Texts) -> bytes:
    """A workbook with three sheets: practices, this file, places."""
    book = Workbook(write_only=True)
    book.properties.title = texts("app-name")
    book.properties.creator = texts("app-name")
    practices = book.create_sheet(texts("export-sheet-practices"))
    _fill(practices, with_words(taken.with_positions(), texts), texts)
    about = book.create_sheet(texts("export-sheet-about"))
    _describe(about, provenance.lines(texts))
    places = book.create_sheet(texts("export-sheet-places"))
    _fill(places, with_words(taken.places, texts), texts)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def _fill(sheet: Worksheet, table: pd.DataFrame, texts: Texts) -> None:
    """Write the table with a fixed bold heading that can be filtered by."""
    last = get_column_letter(len(table.columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table) + 1}"
    for place, name in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, _WIDTH)
    sheet.append(_bold(sheet, headings(table, texts)))
    columns = [_cells(table[name], texts) for name in table.columns]
    for row in zip(*columns, strict=True):
        sheet.append(row)


def _bold(sheet: Worksheet, words: Iterable[str]) -> Iterator[WriteOnlyCell]:
    for word in words:
        cell = WriteOnlyCell(sheet, value=word)
        cell.font = _BOLD
        yield cell


def _cells(column: pd.Series, texts: Texts) -> list[Any]:
    """A column's values as a workbook takes them: text, numbers, days, or nothing."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return [None if pd.isna(day) else day.date() for day in column]
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("object").where(column.notna(), None).tolist()
    return [_text(text, texts) for text in column]


def _text(text: str, texts: Texts) -> str | None:
    """A text without what a workbook cannot hold; one too long says that it was cut."""
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(text) > LONGEST_CELL:
        note = texts("export-cut")
        text = text[: LONGEST_CELL - len(note)] + note
    return text or None


def _describe(sheet: Worksheet, lines: Iterable[tuple[str, str]]) -> None:
    """Write the names and values of what the file says of itself."""
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = 100
    for name, value in lines:
        shown = WriteOnlyCell(sheet, value=f"'{value}" if value[:1] in "=+-@" else value)
        shown.alignment = _TOP
        sheet.append([*_bold(sheet, [name]), shown])
