"""CSV from anywhere: its encoding and its separator are found out."""

import csv
import io
import re
from collections.abc import Iterator

from dashboard.errors import UploadError
from dashboard.practices.decoding import decode_text
from dashboard.practices.reading.limits import MOST_CELL_CHARACTERS
from dashboard.practices.reading.sheet import Table, make_sheet

_SEPARATORS = ";,\t|"


def read_csv(content: bytes, *, file: str) -> Table:
    """The table in a CSV file, in UTF-8, UTF-16, Windows-1250 or ISO-8859-2.

    A cell may have MOST_CELL_CHARACTERS: four times what a spreadsheet's cell holds. That limit
    of the csv module is the whole program's, so it stays.

    Raises:
        UploadError: It is no text, or no table.
    """
    text = decode_text(content)
    if "\x00" in text:
        raise UploadError(file, rule="text", reason="is no text file")
    rows = enumerate(_rows(text, file), start=1)
    return Table((file,), make_sheet(rows, name=file, file=file))


def _rows(text: str, file: str) -> Iterator[list[str]]:
    """The cells of each row, without blanks around them.

    Raises:
        UploadError: A cell is too long, or a quotation mark stands where none can.
    """
    separator = _separator(text)
    lines = io.StringIO(text, newline="")
    row, start = 1, 0
    try:
        for cells in csv.reader(lines, delimiter=separator, strict=True):
            yield [cell.strip() for cell in cells]
            row, start = row + 1, lines.tell()
    except csv.Error as error:
        if column := _long_cell(text, start, separator):
            raise UploadError(
                file,
                rule="cell",
                limit=MOST_CELL_CHARACTERS,
                reason=f"has a cell of more than {MOST_CELL_CHARACTERS} characters in row {row},"
                f" column {column}",
                row=row,
                column=column,
            ) from error
        reason = f"is no CSV that can be read ({error})"
        raise UploadError(file, rule="csv", reason=reason) from error


def _long_cell(text: str, start: int, separator: str) -> int:
    """The column of a row's first cell that is too long; 0 where none is.

    After a quotation mark without its end nothing is a cell, however long it is.
    """
    ends = re.escape(separator) + r"\r\n"
    cell = re.compile(f'(?:"((?:[^"]++|"")*+)"|((?!")[^{ends}]*+))(?=([{ends}]|\\Z))')
    column = 1
    while found := cell.match(text, start):
        quoted, plain, end = found.groups()
        if len(plain if quoted is None else quoted.replace('""', '"')) > MOST_CELL_CHARACTERS:
            return column
        if end != separator:
            break
        column, start = column + 1, found.end() + 1
    return 0


def _separator(text: str) -> str:
    """The separator that stands most often in the heading."""
    heading = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    return max(_SEPARATORS, key=heading.count)
