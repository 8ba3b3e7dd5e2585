"""CSV as people have it: any of four separators, any encoding, headings in any row, stray marks.

A file is looked through once before anything is done with it, so that what is wrong with a line is
known at once, with its number, and not after an hour.
"""

import codecs
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from geocoding.errors import TableError, TableFileError
from geocoding.tables.encodings import Encoding
from geocoding.tables.layout import (
    SAMPLE_ROWS,
    IsHeading,
    Layout,
    NumberedRow,
    find_header,
    find_layout,
)
from geocoding.tables.limits import Limits
from geocoding.tables.records import NO_SEPARATOR, Dialect, Record, read_records
from geocoding.tables.table import (
    MAX_LISTED,
    IrregularRow,
    Kind,
    Remarks,
    Row,
    Table,
    fit_row,
)

SEPARATORS: Final = (";", ",", "\t", "|")
"""Those that are told apart, the likelier first where two cut the headings alike."""
_NAMED_SEPARATORS: Final = {
    "tab": "\t",
    "\\t": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
}
_SEPARATOR_LINE: Final = re.compile(r'\s{0,9}"?sep=(.)"?[;,\t| ]{0,99}[\r\n]*', re.IGNORECASE)
_BLANK_BEFORE_MARK: Final = re.compile(r'[;,\t|] +"')
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What somebody says of a file; what they do not say is found out.

    Attributes:
        encoding: Python's name of its encoding.
        separator: The character between cells, or 'tab'.
        header_row: Number of the row with the headings; 0 where there are none.
        sheet: Name of the sheet of a workbook; '' is the first that has rows.
    """

    encoding: str | None = None
    separator: str | None = None
    header_row: int | None = None
    sheet: str = ""


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
    stated = stated_separator(choices.separator)
    with closing(text.open("")) as file:
        lines = _first_lines(file)
    if not any(line.strip() for line in lines):
        reason = "is empty; a line with the columns' headings is expected"
        raise TableFileError(text.name, rule="empty", reason=reason)
    line_end = _line_end("".join(lines))
    with closing(text.open(line_end)) as file:
        lines = _first_lines(file)
    separator_line = _SEPARATOR_LINE.fullmatch(lines[0].lstrip("\ufeff"))
    stated = stated or (separator_line[1] if separator_line else None)
    if separator_line:
        lines = lines[1:]
    dialect = _find_dialect(lines, stated, line_end, text.name, is_heading)
    source = _Source(text, dialect, is_first_line_skipped=bool(separator_line))
    rows = _filled(islice(read_records(lines, dialect, name=text.name), SAMPLE_ROWS))
    if not rows:
        reason = "has no row under its first line"
        raise TableFileError(text.name, rule="empty", reason=reason)
    layout = find_layout(rows, is_heading=is_heading, header_row=choices.header_row)
    remarks = _look_through(source, layout, limits)
    is_even = not (remarks.irregular or remarks.stray_marks or layout.numbering_row)
    is_usual = dialect.line_end == "\n" and not (separator_line or dialect.skips_blanks)
    return Table(
        name=text.name,
        kind=Kind.CSV,
        encoding=text.encoding.name,
        encoding_label=text.encoding.label,
        separator="" if dialect.separator == NO_SEPARATOR else dialect.separator,
        sheets=(text.name,),
        sheet=text.name,
        layout=layout,
        first_rows=tuple(rows),
        remarks=remarks,
        read_rows=lambda: source.rows(layout),
        is_plain=is_even and is_usual and layout.header_row == rows[0][0] == 1,
    )


def stated_separator(name: str | None) -> str | None:
    """Give the character that a separator's name stands for; None for None.

    Raises:
        TableError: It is neither a name nor one character.
    """
    character = _NAMED_SEPARATORS.get(name or "", name)
    if character is not None and (len(character) != 1 or character in '"\r\n'):
        raise TableError(f"Separator {name!r}: one character, or 'tab', is expected.")
    return character


@dataclass(frozen=True, slots=True)
class _Source:
    """The records of a file, which can be read again and again."""

    text: TextFile
    dialect: Dialect
    is_first_line_skipped: bool

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


def _line_end(sample: str) -> str:
    r"""Say whether LF or CR ends the lines of a text.

    A CR alone ends lines only where no LF stands outside quotation marks.
    """
    outside = "".join(sample.split('"')[::2])
    if "\n" in outside or "\r" not in outside:
        return "\n"
    return "\r"


def _find_dialect(
    lines: Sequence[str], separator: str | None, line_end: str, name: str, is_heading: IsHeading
) -> Dialect:
    """Find what separates the cells: what cuts the headings, and the rows like them."""
    skips_blanks = any(_BLANK_BEFORE_MARK.search(line) for line in lines[:SAMPLE_ROWS])
    found = Dialect(separator=NO_SEPARATOR, line_end=line_end, skips_blanks=skips_blanks)
    if separator is not None:
        return replace(found, separator=separator)
    best = 0.0
    for candidate in SEPARATORS:
        dialect = replace(found, separator=candidate)
        try:
            score = _score(_filled(read_records(lines, dialect, name=name)), is_heading)
        except TableFileError:  # it comes up again once the file is read
            score = lines[0].count(candidate) / _SAMPLE_CHARACTERS
        if score > best:
            best, chosen = score, dialect
    return chosen if best else found


def _score(rows: Sequence[NumberedRow], is_heading: IsHeading) -> float:
    """Weigh a separator by the headings that it cuts out, known or not, and by even rows.

    Returns:
        0 where it cuts no headings.
    """
    place = find_header(rows, is_heading) if rows else None
    header = rows[place or 0][1] if rows else []
    width = len(header)
    if width < 2:  # noqa: PLR2004  a separator makes two of one
        return 0
    known = sum(map(is_heading, filter(None, header)))
    body = [cells for _, cells in rows[(place or 0) + 1 :]]
    even = sum(len(cells) == width for cells in body) / len(body) if body else 1
    return 10 * known + 5 * even + min(width, 40) / 10 + 0.01


def _filled(records: Iterator[Record]) -> list[NumberedRow]:
    """Give the number and the cells, without blanks around them, of each record that has some."""
    rows = ((each.number, [cell.strip() for cell in each.cells]) for each in records)
    return [(number, cells) for number, cells in rows if any(cells)]


def _look_through(source: _Source, layout: Layout, limits: Limits) -> Remarks:
    """Look at each record once, and note what a reader of the table must know.

    Raises:
        TableFileError: There are more rows or columns than the limits allow.
    """
    remarks, name, filled = Remarks(), source.text.name, 0
    width, first_row = len(layout.header), layout.first_row
    _require_columns(width, layout.header_row, limits, name)
    for record in source.records():
        if record.number < first_row:
            continue
        if record.is_literal and len(remarks.stray_marks) < MAX_LISTED:
            remarks.stray_marks.append(record.line)
        cells = record.cells
        if not cells and width > 1:
            remarks.blank_rows += 1
            continue
        remarks.row_count += 1
        filled += any(cells)
        if filled > limits.rows:
            reason = f"has more than {limits.rows:,} rows"
            raise TableFileError(name, rule="rows", limit=limits.rows, reason=reason)
        if len(cells) != width:
            _require_columns(len(cells), record.number, limits, name)
            _note_width(remarks, record, width)
        if not remarks.has_line_breaks:
            remarks.has_line_breaks = any("\n" in cell or "\r" in cell for cell in cells)
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
        reason = f"has {count:,} columns in row {row}, more than {limits.columns:,}"
        raise TableFileError(name, rule="columns", limit=limits.columns, reason=reason, row=row)


def undecodable_line(path: Path, encoding: str) -> str:
    """Say where the first bytes are that are not in an encoding."""
    decoder_name = codecs.lookup(encoding).name
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode(decoder_name)
            except UnicodeDecodeError as error:
                byte = line[error.start]
                return (
                    f"{path}: line {number} is not in the encoding {encoding}"
                    f" (byte 0x{byte:02x} at place {error.start + 1}). Save the file as UTF-8,"
                    " or name its encoding with --encoding."
                )
    return f"{path}: is not in the encoding {encoding}. Name its encoding with --encoding."
