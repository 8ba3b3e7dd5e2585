"""Tables of web pages: what many programs of offices save under the name of a workbook."""

from typing import Final

from lxml import etree, html

from geocoding.errors import TableFileError
from geocoding.tables.choices import Choices
from geocoding.tables.encodings import decode_text
from geocoding.tables.layout import IsHeading, NumberedRow
from geocoding.tables.limits import Limits
from geocoding.tables.sheet import Sheet, sheet_table
from geocoding.tables.table import Kind, Table

_MAX_SPAN: Final = 200
"""Columns that one cell may cover; more are not believed."""


def read_html_table(
    content: bytes, choices: Choices, *, file: str, limits: Limits, is_heading: IsHeading
) -> Table:
    """Read the largest table of a web page.

    Raises:
        TableFileError: The page holds no table with rows.
    """
    tables = _tables(decode_text(content))
    rows = max(tables, key=len, default=[])
    if len(rows) <= 1:
        raise TableFileError(file, rule="html")
    sheet = Sheet(file=file, kind=Kind.HTML, names=(file,), name=file)
    return sheet_table(sheet, rows, choices, limits=limits, is_heading=is_heading)


def _tables(text: str) -> list[list[NumberedRow]]:
    """Give the rows that are not blank of each table that holds no other one."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        page = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        return []
    inner = page.xpath("//table[not(.//table)]")
    return [
        [
            (number, cells)
            for number, row in enumerate(table.iter("tr"), start=1)
            if any(cells := _cells(row))
        ]
        for table in inner
    ]


def _cells(row: html.HtmlElement) -> list[str]:
    """Give the texts of a row's cells; one that covers several columns leaves the others empty."""
    cells: list[str] = []
    for cell in row.xpath("./td|./th"):
        cells.append(" ".join(cell.text_content().split()))
        span = cell.get("colspan", "1")
        covered = int(span) if span.isdecimal() and len(span) <= len(str(_MAX_SPAN)) else 1
        cells += [""] * (min(covered, _MAX_SPAN) - 1)
    return cells
