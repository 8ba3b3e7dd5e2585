"""The records of a delimited text, strict about quotation marks where they are right.

A record whose quotation marks are not in pairs ends at its line's end, and its cells are read as
they stand: so one stray mark costs no other record.
"""

import csv
import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from geocoding.errors import TableFileError
from geocoding.tables.limits import MAX_CELL_CHARACTERS

if TYPE_CHECKING:
    import _csv

NO_SEPARATOR: Final = "\x1f"
"""Stands for the separator of a file with one column: the whole line is the cell."""
_LONE_RETURN: Final = re.compile(r"\r(?!\n)")
_HELD_RETURN: Final = "\uffff"
"""Stands for a carriage return within a cell while its line is cut, which would end the line."""
_END_OF_FILE: Final = "\x1a"
_MAX_READ_AGAIN: Final = 20_000_000
"""Characters that are read again after stray quotation marks, in a whole file."""


class Record(NamedTuple):
    """The cells between two ends of records.

    Attributes:
        number: Its number, from 1, as a spreadsheet counts rows.
        line: The line of the text on which it begins, from 1.
        cells: The cells as texts; none for a blank line.
        is_literal: Whether its quotation marks were not in pairs, so that they are part of cells.
    """

    number: int
    line: int
    cells: list[str]
    is_literal: bool


class _Lines:
    """Lines for the csv module, which can be given back after a record that went wrong."""

    def __init__(self, lines: Iterable[str], name: str, *, ends_in_feed: bool) -> None:
        """Prepare the lines of a file; `ends_in_feed` says whether LF ends them, else CR does."""
        self._source = iter(lines)
        self._name = name
        self._ends_in_feed = ends_in_feed
        self._given_back: deque[str] = deque()
        self._read_again = 0
        self.used: list[str] = []
        self.line = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._given_back.popleft() if self._given_back else self._held(next(self._source))
        self.used.append(line)
        return line

    def end_record(self) -> int:
        """Begin another record; gives the line on which the last one began."""
        began = self.line
        self.line += len(self.used)
        self.used.clear()
        return began

    def give_back_all_but_first(self) -> str:
        """Give the first line of the record that went wrong; the others come once more.

        Raises:
            TableFileError: Too much was read again.
        """
        first, *others = self.used
        self._read_again += sum(map(len, others))
        if self._read_again > _MAX_READ_AGAIN:
            raise TableFileError(self._name, rule="csv", row=self.line)
        self._given_back.extendleft(reversed(others))
        self.used[:] = [first]
        return first

    def _held(self, line: str) -> str:
        """Give a line in which nothing but its end looks like one."""
        if "\x00" in line:
            raise TableFileError(self._name, rule="text", row=self.line + len(self.used))
        if self._ends_in_feed and "\r" in line:
            return _LONE_RETURN.sub(_HELD_RETURN, line)
        return line


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    r"""How a delimited text is written.

    Attributes:
        separator: The character between cells; NO_SEPARATOR for one column.
        line_end: '\n' where LF or CR LF ends a line, so that a lone CR is part of a cell; '\r'
            where CR does.
        skips_blanks: Whether blanks after a separator are no part of a cell, so that a quotation
            mark may follow them.
    """

    separator: str
    line_end: str = "\n"
    skips_blanks: bool = False

    def reader(self, lines: Iterable[str]) -> "_csv.Reader":
        """Give a reader that is strict about quotation marks."""
        return csv.reader(
            lines, delimiter=self.separator, skipinitialspace=self.skips_blanks, strict=True
        )


def read_records(lines: Iterable[str], dialect: Dialect, *, name: str) -> Generator[Record]:
    """Give the records of a text.

    Args:
        lines: Its lines with their ends.
        dialect: How it is written.
        name: The file's name for messages.

    Raises:
        TableFileError: A line is no text, a cell has more than MAX_CELL_CHARACTERS, or hardly any
            quotation mark is in a pair.
    """
    source = _Lines(lines, name, ends_in_feed=dialect.line_end == "\n")
    reader = dialect.reader(source)
    number = 0
    while True:
        number += 1
        is_literal = False
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = _literal_cells(source.give_back_all_but_first(), dialect.separator)
            is_literal = True
            reader = dialect.reader(source)
            _require_short(cells, name, number)
        has_returns = any(_HELD_RETURN in line for line in source.used)
        line = source.end_record()
        if has_returns:
            cells = [cell.replace(_HELD_RETURN, "\r") for cell in cells]
        if cells == [_END_OF_FILE]:
            cells = []
        yield Record(number, line, cells, is_literal)


def _literal_cells(line: str, separator: str) -> list[str]:
    """Cut a line at its separators but those within a pair of quotation marks around a cell."""
    line = line.rstrip("\r\n")
    cells: list[str] = []
    start = 0
    while start <= len(line):
        end = _end_of_quoted(line, start, separator)
        if end < 0:
            end = line.find(separator, start)
            end = len(line) if end < 0 else end
            cells.append(line[start:end])
        else:
            cells.append(line[start + 1 : end - 1].replace('""', '"'))
        start = end + 1
    return cells


def _end_of_quoted(line: str, start: int, separator: str) -> int:
    """Give the place after the mark that closes a cell; -1 where the cell is in no pair of them."""
    if not line.startswith('"', start):
        return -1
    at = start + 1
    while (at := line.find('"', at)) >= 0:
        if not line.startswith('"', at + 1):
            break
        at += 2
    end = at + 1
    return end if at >= 0 and (end == len(line) or line[end] == separator) else -1


def _require_short(cells: list[str], name: str, row: int) -> None:
    """Refuse a cell that is too long.

    Raises:
        TableFileError: One has more than MAX_CELL_CHARACTERS.
    """
    for column, cell in enumerate(cells, start=1):
        if len(cell) > MAX_CELL_CHARACTERS:
            raise TableFileError(
                name, rule="cell", limit=MAX_CELL_CHARACTERS, row=row, column=column
            )
