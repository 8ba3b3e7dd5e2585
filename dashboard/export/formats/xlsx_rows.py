"""Rows put into the sheets of a workbook, a column at a time.

A library that writes cell by cell takes five times as long (10,000 practices: 3.5 s of processor
time for 0.7 s), and leaves open files behind where the disk is full. So the workbook is made by
XlsxWriter with its headings alone, and the rows of its sheets are made here, by whole columns.
This is the one module that knows how XlsxWriter writes a sheet; a sheet written otherwise is
refused. Source: ECMA-376, part 1, 18.3.1 (rows and cells).
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

_PART: Final = 2_000
"""Rows that are written between two words on the progress."""

_LEVEL: Final = 4
"""How hard the file is compressed: the default takes twice as long for a tenth less."""

_DAY_ZERO: Final = pd.Timestamp("1899-12-30")
_END: Final = b"</sheetData>"
_COLUMN: Final = re.compile(rb'<col min="(\d+)" max="(\d+)"[^>]*? style="(\d+)"')
_DIMENSION: Final = re.compile(rb'<dimension ref="A1:([A-Z]+)1"/>')
_INLINE: Final = 't="inlineStr"><is><t xml:space="preserve">'
_CONTROL: Final = r"[\x00-\x08\x0b-\x1f]"


def with_rows(
    book: bytes, tables: Mapping[str, pd.DataFrame], report: Callable[[int], None]
) -> bytes:
    """Return the workbook with the rows of each table under the heading of its sheet.

    Args:
        book: A workbook whose sheets hold one row each, the heading.
        tables: By path in the workbook ('xl/worksheets/sheet1.xml'): texts, numbers and days.
        report: Called with the number of rows that are written, again and again.

    Raises:
        RuntimeError: XlsxWriter has written a sheet otherwise than this module expects.
    """
    output, done, missing = io.BytesIO(), 0, set(tables)
    with (
        ZipFile(io.BytesIO(book)) as source,
        ZipFile(output, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as to,
    ):
        for item in source.infolist():
            content, table = source.read(item), tables.get(item.filename)
            if table is None:
                to.writestr(item, content, ZIP_DEFLATED)
                continue
            missing.discard(item.filename)
            head, tail = _opened(content, len(table))
            with to.open(item.filename, "w", force_zip64=True) as sheet:
                sheet.write(head)
                for part in _rows(table, _styles(head)):
                    report(done)
                    sheet.write(part)
                    done += _PART
                sheet.write(tail)
    if missing:
        raise _unexpected(f"there is no {', '.join(sorted(missing))}")
    return output.getvalue()


def _opened(sheet: bytes, rows: int) -> tuple[bytes, bytes]:
    """Return what stands before and after the rows of a sheet, which states their number."""
    head, end, tail = sheet.partition(_END)
    head, found = _DIMENSION.subn(rb'<dimension ref="A1:\g<1>%d"/>' % (rows + 1), head)
    if not end or found != 1:
        raise _unexpected("a sheet has no end of its rows, or no dimension")
    return head, end + tail


def _unexpected(what: str) -> RuntimeError:
    return RuntimeError(f"XlsxWriter {xlsxwriter.__version__}: {what}; use the locked version")


def _styles(head: bytes) -> dict[int, str]:
    """Return, by place of a column from 0, the style that its cells have."""
    return {
        place: style.decode()
        for first, last, style in _COLUMN.findall(head)
        for place in range(int(first) - 1, int(last))
    }


def _rows(table: pd.DataFrame, styles: Mapping[int, str]) -> Iterator[bytes]:
    """Yield the rows of the table, in parts, from the second row of the sheet on."""
    for start in range(0, len(table), _PART):
        part = table.iloc[start : start + _PART]
        numbers = pc.cast(pa.array(range(start + 2, start + 2 + len(part))), pa.string())
        cells = [
            _cells(part[name], numbers, letter=xl_col_to_name(place), style=styles.get(place, ""))
            for place, name in enumerate(part.columns)
        ]
        rows = pc.binary_join_element_wise(
            '<row r="', numbers, '">', *cells, "</row>", "", null_handling="replace"
        )
        yield "".join(rows.to_pylist()).encode("utf-8")


def _cells(column: pd.Series, numbers: pa.Array, *, letter: str, style: str) -> pa.Array:
    """Return a column's cells, null where there is nothing to write."""
    head = f'<c r="{letter}'
    look = f'" s="{style}"' if style else '"'
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        begin, values, end = "><v>", _numbers(column), "</v></c>"
    else:
        begin, values, end = f" {_INLINE}", _texts(column), "</t></is></c>"
    return pc.binary_join_element_wise(head, numbers, look + begin, values, end, "")


def _numbers(column: pd.Series) -> pa.Array:
    """Return numbers as text; days counted as spreadsheets do."""
    if pd.api.types.is_datetime64_any_dtype(column):
        column = (column - _DAY_ZERO).dt.days.astype("Int64")
    return pc.cast(pa.array(column, from_pandas=True), pa.string())


def _texts(column: pd.Series) -> pa.Array:
    """Return texts as XML holds them; null where empty."""
    texts = pa.array(column, type=pa.string(), from_pandas=True)
    texts = pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)
    texts = pc.replace_substring_regex(texts, r"[\x{fffe}\x{ffff}]", "\N{REPLACEMENT CHARACTER}")
    texts = pc.replace_substring_regex(texts, r"_(x[0-9A-Fa-f]{4}_)", r"_x005F_\1")
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        texts = pc.replace_substring(texts, sign, name)
    if pc.any(pc.match_substring_regex(texts, _CONTROL)).as_py():
        escaped = [text and re.sub(_CONTROL, _code, text) for text in texts.to_pylist()]
        return pa.array(escaped, pa.string())
    return texts


def _code(sign: re.Match[str]) -> str:
    """Return a sign that XML cannot hold, as spreadsheets write it."""
    return f"_x{ord(sign[0]):04X}_"
