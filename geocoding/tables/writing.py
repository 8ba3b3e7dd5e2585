"""Tables into files that every reader understands alike: CSV and XLSX."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Protocol, TextIO

from xlsxwriter import Workbook

from geocoding.errors import TableError
from geocoding.locale import message
from geocoding.tables.limits import Limits

WORKBOOK_SUFFIX: Final = ".xlsx"
_MAX_SHEET_CHARACTERS: Final = 32_767
"""Characters that a workbook's cell holds."""
_SHEET: Final = Limits()
_SHEET_NAME: Final = "Dane"


class RowWriter(Protocol):
    """Whatever takes the rows of a table one after the other."""

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        """Write some rows of texts."""


class CsvRows:
    """Writes rows as CSV that every reader counts alike.

    Lines end in CR LF as RFC 4180 says, so that the csv module puts each cell with one of the two
    between quotation marks: a lone CR would end the row for some readers and not for others.
    """

    def __init__(self, file: TextIO, *, separator: str) -> None:
        """Write to a file that was opened with newline=''."""
        self._writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        """Write some rows of texts."""
        self._writer.writerows(rows)


class WorkbookRows:
    """Writes rows into the only sheet of a workbook: texts as texts, nothing as a formula."""

    def __init__(self, book: Workbook, *, numbers: frozenset[int], name: object) -> None:
        """Write to a workbook.

        Args:
            book: The workbook.
            numbers: Places of the columns whose texts are numbers.
            name: What a message calls the file.
        """
        self._sheet = book.add_worksheet(_SHEET_NAME)
        self._numbers = numbers
        self._name = name
        self._row = 0

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        """Write some rows of texts.

        Raises:
            TableError: A sheet has no room for them.
        """
        for row in rows:
            if self._row > _SHEET.rows or len(row) > _SHEET.columns:
                raise TableError(
                    message(
                        "sheet-too-large",
                        name=str(self._name),
                        rows=_SHEET.rows,
                        columns=_SHEET.columns,
                    )
                )
            for column, text in enumerate(row):
                self._write_cell(column, text)
            self._row += 1

    def _write_cell(self, column: int, text: str) -> None:
        """Write a cell of the current row; an empty text leaves it empty."""
        if not text:
            return
        if self._row and column in self._numbers:
            self._sheet.write_number(self._row, column, float(text))
            return
        if len(text) > _MAX_SHEET_CHARACTERS:
            raise TableError(
                message(
                    "cell-too-long",
                    name=str(self._name),
                    row=str(self._row + 1),
                    column=str(column + 1),
                    max_sheet_characters=_MAX_SHEET_CHARACTERS,
                )
            )
        self._sheet.write_string(self._row, column, text)


@contextmanager
def csv_file(path: Path, *, separator: str, encoding: str) -> Iterator[RowWriter]:
    """Open a CSV file for rows.

    Raises:
        OSError: It cannot be written.
    """
    with path.open("w", encoding=encoding, newline="") as file:
        yield CsvRows(file, separator=separator)


@contextmanager
def workbook_file(
    target: Path | BinaryIO, *, numbers: frozenset[int], name: object
) -> Iterator[RowWriter]:
    """Open a workbook for rows; they go to the disk as they come.

    Args:
        target: The file, or a stream.
        numbers: Places of the columns whose texts are numbers.
        name: What a message calls the file.

    Raises:
        OSError: It cannot be written.
    """
    to = str(target) if isinstance(target, Path) else target
    with Workbook(to, {"constant_memory": True}) as book:
        yield WorkbookRows(book, numbers=numbers, name=name)
