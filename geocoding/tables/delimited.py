"""CSV as people have it: any of four separators, any encoding, headings in any row, stray marks.

A file is looked through once before anything is done with it, so that what is wrong with a line is
known at once, with its number, and not after an hour.
"""

import re
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Final, TextIO

from geocoding.errors import TableFileError
from geocoding.tables.choices import Choices
from geocoding.tables.dialects import (
    filled_rows,
    find_dialect,
    line_end_of,
    stated_separator,
)
from geocoding.tables.encodings import Encoding
from geocoding.tables.examination import look_through
from geocoding.tables.layout import (
    SAMPLE_ROWS,
    IsHeading,
    Layout,
    find_layout,
)
from geocoding.tables.limits import Limits
from geocoding.tables.records import NO_SEPARATOR, Dialect, Record, read_records
from geocoding.tables.table import (
    Kind,
    Row,
    Table,
    fit_row,
)

_SEPARATOR_LINE: Final = re.compile(r'\s{0,9}"?sep=(.)"?[;,\t| ]{0,99}[\r\n]*', re.IGNORECASE)
_SAMPLE_LINES: Final = 300
_SAMPLE_CHARACTERS: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A text that can be opened again and again.

    Attributes:
        name: The file's name for messages.
        encoding: How its bytes become text.
        open: Opens it; the argument says what ends a line, as for `open`.
    """

    name: str
    encoding: Encoding
    open: Callable[[str], TextIO]


def read_delimited(
    text: TextFile, choices: Choices, *, limits: Limits, is_heading: IsHeading
) -> Table:
    """Look through a delimited text.

    Args:
        text: The text.
        choices: What is said of it.
        limits: How much of it is read.
        is_heading: Tells headings that the caller knows.

    Raises:
        TableFileError: It is no text, holds no row, or more than the limits allow.
        TableError: The separator that is stated is none.
        UnicodeError: It is in another encoding.
    """
    source, lines = _open_source(text, choices, is_heading)
    rows = filled_rows(islice(read_records(lines, source.dialect, name=text.name), SAMPLE_ROWS))
    if not rows:
        raise TableFileError(text.name, rule="empty")
    layout = find_layout(rows, is_heading=is_heading, header_row=choices.header_row)
    remarks = look_through(source.records(), layout, limits, text.name)
    is_even = not (remarks.irregular or remarks.stray_marks or layout.numbering_row)
    return Table(
        name=text.name,
        kind=Kind.CSV,
        encoding=text.encoding.name,
        encoding_label=text.encoding.label,
        separator=source.dialect.separator.replace(NO_SEPARATOR, ""),
        sheets=(text.name,),
        sheet=text.name,
        layout=layout,
        first_rows=tuple(rows),
        remarks=remarks,
        read_rows=lambda: source.rows(layout),
        is_plain=is_even and source.is_usual and layout.header_row == rows[0][0] == 1,
    )


def _open_source(
    text: TextFile, choices: Choices, is_heading: IsHeading
) -> tuple["_Source", list[str]]:
    """Find how a text is written; gives its records and its first lines.

    Raises:
        TableFileError: It is empty.
        TableError: The separator that is stated is none.
    """
    stated = stated_separator(choices.separator)
    with closing(text.open("")) as file:
        lines = _first_lines(file)
    if not any(line.strip() for line in lines):
        raise TableFileError(text.name, rule="empty")
    line_end = line_end_of("".join(lines))
    with closing(text.open(line_end)) as file:
        lines = _first_lines(file)
    separator_line = _SEPARATOR_LINE.fullmatch(lines[0].lstrip("\ufeff"))
    if separator_line:
        stated, lines = stated or separator_line[1], lines[1:]
    dialect = find_dialect(lines, stated, line_end, text.name, is_heading)
    return _Source(text, dialect, is_first_line_skipped=bool(separator_line)), lines


@dataclass(frozen=True, slots=True)
class _Source:
    """The records of a file, which can be read again and again."""

    text: TextFile
    dialect: Dialect
    is_first_line_skipped: bool

    @property
    def is_usual(self) -> bool:
        """Whether it is written as any reader of CSV expects."""
        is_odd = self.is_first_line_skipped or self.dialect.skips_blanks
        return self.dialect.line_end == "\n" and not is_odd

    def records(self) -> Generator[Record]:
        """Give all records; a line that only states the separator is none."""
        with closing(self.text.open(self.dialect.line_end)) as file:
            skipped = 0
            if self.is_first_line_skipped:
                next(file)
                skipped = 1
            for record in read_records(file, self.dialect, name=self.text.name):
                yield record if not skipped else record._replace(line=record.line + skipped)

    def rows(self, layout: Layout) -> Generator[Row]:
        """Give the rows under the headings that are not blank."""
        width, first_row = len(layout.header), layout.first_row
        with closing(self.records()) as records:
            for number, _, cells, _ in records:
                if number >= first_row and (cells or width == 1):
                    yield (
                        Row(number, cells, [], width)
                        if len(cells) == width
                        else fit_row(number, cells, width)
                    )


def _first_lines(file: TextIO) -> list[str]:
    """Give some lines from a text's beginning, not many more characters than are looked at."""
    lines: list[str] = []
    left = _SAMPLE_CHARACTERS
    while left > 0 and len(lines) < _SAMPLE_LINES and (line := file.readline(left)):
        lines.append(line)
        left -= len(line)
    return lines
