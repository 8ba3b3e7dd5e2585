"""A table that has been looked through: its headings, and its rows as texts."""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Final, NamedTuple

from geocoding.tables.footers import Footer
from geocoding.tables.layout import Layout, NumberedRow


class Kind(StrEnum):
    """What a file is by its content."""

    CSV = "CSV"
    WORKBOOK = "workbook"
    GEOJSON = "GeoJSON"
    HTML = "HTML"


class Row(NamedTuple):
    """A row under the headings.

    Attributes:
        number: Its number as a spreadsheet counts it.
        cells: One text for each heading; the missing ones of a shorter row are empty.
        surplus: The cells beyond the last heading. Where there are some, cells before them are
            likely to stand in wrong columns.
        found: How many cells the row has in the file.
    """

    number: int
    cells: list[str]
    surplus: list[str]
    found: int


class IrregularRow(NamedTuple):
    """A row that has more or fewer cells than there are headings.

    Attributes:
        number: Its number as a spreadsheet counts it.
        line: The line of the file on which it begins, from 1.
        found: How many cells it has.
    """

    number: int
    line: int
    found: int


MAX_LISTED: Final = 10_000
"""Irregular rows and stray quotation marks that are listed one by one."""


@dataclass(slots=True)
class Remarks:
    """What a look through a file found.

    Attributes:
        row_count: Rows under the headings.
        blank_rows: Rows and lines with nothing on them, which are left out.
        longer: Rows with more cells than headings, counted.
        shorter: Rows with fewer, counted.
        irregular: The first MAX_LISTED of both.
        stray_marks: The first MAX_LISTED lines that were read as they stand, since their quotation
            marks are not in pairs.
        has_line_breaks: Whether a cell holds one, so that a row may be on several lines.
        footers: Totals, and what is written under the table: rows that are no data.
    """

    row_count: int = 0
    blank_rows: int = 0
    longer: int = 0
    shorter: int = 0
    irregular: list[IrregularRow] = field(default_factory=list)
    stray_marks: list[int] = field(default_factory=list)
    has_line_breaks: bool = False
    footers: tuple[Footer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table in a file.

    Attributes:
        name: The file's name, as messages give it.
        kind: What the file is by its content.
        encoding: Python's name of its encoding; empty for a workbook.
        encoding_label: The encoding's name as people write it.
        separator: The character between cells; empty for one column and for other kinds.
        sheets: The names of all its sheets; one for all kinds but workbooks.
        sheet: The name of the sheet that was read.
        layout: Where the headings stand.
        first_rows: The first rows of the sheet that are not blank, so that somebody can say which
            of them holds the headings.
        remarks: What was found when the file was looked through.
        read_rows: Reads the rows under the headings.
        is_plain: Whether any reader of CSV reads it alike: the headings are its first line, all
            rows are as long, and all quotation marks are in pairs.
    """

    name: str
    kind: Kind
    encoding: str = ""
    encoding_label: str = ""
    separator: str = ""
    sheets: tuple[str, ...]
    sheet: str
    layout: Layout
    first_rows: tuple[NumberedRow, ...]
    remarks: Remarks
    read_rows: Callable[[], Generator[Row]]
    is_plain: bool = False

    @property
    def header(self) -> list[str]:
        """The headings as written; '(1)', '(2)' where there are none."""
        return self.layout.header

    @property
    def row_count(self) -> int:
        """The number of rows under the headings."""
        return self.remarks.row_count

    def rows(self) -> Generator[Row]:
        """Give the rows under the headings in their order; blank ones are left out."""
        return self.read_rows()

    def chunks(self, rows: int) -> Generator[list[Row]]:
        """Give the rows in their order, cut into lists of at most `rows`."""
        with closing(self.read_rows()) as source:
            while chunk := list(islice(source, rows)):
                yield chunk


def fit_row(number: int, cells: list[str], width: int) -> Row:
    """Give a row with as many cells as there are headings; empty ones at its end do not count."""
    found = len(cells)
    if found > width:
        surplus = cells[width:]
        while surplus and not surplus[-1].strip():
            surplus.pop()
        return Row(number, cells[:width], surplus, width + len(surplus))
    return Row(number, [*cells, *[""] * (width - found)], [], found)
