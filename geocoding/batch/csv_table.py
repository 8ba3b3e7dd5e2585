"""CSV files as people have them: any of three separators, UTF-8 or an older encoding.

A file is looked through once before anything is done with it, so that a damaged line is
reported at once, with its number, and not after an hour.
"""

import codecs
import csv
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from geocoding.errors import TableError
from geocoding.files.regular_files import require_regular

_SEPARATORS = (",", ";", "\t")
_NO_SEPARATOR = "\x1f"  # of a file with one column: the whole line is the cell
_NAMED_SEPARATORS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
_BLOCK_BYTES = 1 << 20
_LATIN_2_BYTES = "ąśźĄŚŹ".encode("iso-8859-2")
_CP1250_BYTES = "ąśźĄŚŹ".encode("cp1250")
_SHOWN_PROBLEMS = 5
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_LOOKED_AT_BYTES = 1_000
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvTable:
    """A CSV file that has been looked through: every row has as many cells as the header.

    Attributes:
        path: The file.
        encoding: Python's name of its encoding.
        separator: The character between cells; the unit separator where there is one column.
        header: The headings, as written.
        row_count: Rows after the header.
        blank_lines: Lines with nothing on them, which are no rows.
        has_line_breaks: Whether a cell holds one, so that a row may be on several lines.
    """

    path: Path
    encoding: str
    separator: str
    header: list[str]
    row_count: int
    blank_lines: int
    has_line_breaks: bool

    @property
    def has_separator(self) -> bool:
        """Whether the file has more than one column."""
        return self.separator != _NO_SEPARATOR

    def chunks(self, rows: int) -> Iterator[list[list[str]]]:
        """The rows in order, cut into lists of at most `rows`; each row a list of cells."""
        with closing(_read(self.path, self.encoding, self.separator)) as reader:
            next(reader)
            filled = (cells or [""] for _, cells in reader if cells or len(self.header) == 1)
            while chunk := list(islice(filled, rows)):
                yield chunk


def open_table(
    path: Path, *, encoding: str | None = None, separator: str | None = None
) -> CsvTable:
    """The table in a file, after a look at each of its lines.

    Args:
        path: A CSV file with a header.
        encoding: Python's name of the encoding; None tells UTF-8, UTF-16, Windows-1250 and
            ISO 8859-2 apart, and refuses UTF-8 that is mixed with another.
        separator: The character between cells, or 'tab'; None tells comma, semicolon and tab
            apart.

    Raises:
        TableError: The file is missing, empty, in another encoding, or a line of it has
            another number of cells than the header.
    """
    stated = _NAMED_SEPARATORS.get(separator or "", separator)
    if stated is not None and (len(stated) != 1 or stated in '"\r\n'):
        raise TableError(f"Separator {separator!r}: one character, or 'tab', is expected.")
    try:
        require_regular(path)
        encoding = encoding or _detect_encoding(path)
        separator = stated or _detect_separator(path, encoding)
        return _look_through(path, encoding, separator)
    except OSError as error:
        raise TableError(f"{path}: cannot be read ({error.strerror}).") from error
    except LookupError as error:
        raise TableError(f"{encoding!r} is not the name of an encoding; try 'utf-8'.") from error
    except UnicodeError as error:
        raise TableError(_undecodable(path, encoding or "")) from error


def _detect_encoding(path: Path) -> str:
    """UTF-8 or UTF-16 where the bytes say so, else which of two old ones has Polish letters."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT_BYTES)
        for mark, name in _BYTE_ORDER_MARKS.items():
            if start.startswith(mark):
                return name
        low, high = (2 * half.count(0) > len(half) for half in (start[::2], start[1::2]))
        if low != high:
            return "utf-16-le" if high else "utf-16-be"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := file.read(_BLOCK_BYTES):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            _refuse_a_mixture(path)
            return _detect_old_encoding(block)
    return "utf-8"


def _refuse_a_mixture(path: Path) -> None:
    """Raise a TableError where Polish lines in UTF-8 stand beside lines that are no UTF-8."""
    first: dict[bool | None, int] = {}
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.isascii():
                first.setdefault(_is_polish_utf8(line), number)
    if True in first and False in first:
        raise TableError(
            f"{path}: line {first[True]} is in UTF-8, but line {first[False]} is not. Save the"
            " whole file as UTF-8."
        )


def _is_polish_utf8(line: bytes) -> bool | None:
    """Whether a line is UTF-8; None where it may be by chance, as 'RÓŻA' in Windows-1250 is."""
    try:
        return True if _POLISH.intersection(line.decode("utf-8")) else None
    except UnicodeDecodeError:
        return False


def _detect_old_encoding(block: bytes) -> str:
    """Windows-1250, unless letters that differ between the two stand where ISO 8859-2 has them."""
    latin_2, cp1250 = (
        sum(block.count(byte) for byte in letters) for letters in (_LATIN_2_BYTES, _CP1250_BYTES)
    )
    return "iso-8859-2" if latin_2 > cp1250 else "cp1250"


def _detect_separator(path: Path, encoding: str) -> str:
    """The separator that cuts the header into the most cells."""
    cells = {}
    for separator in _SEPARATORS:
        with closing(_read(path, encoding, separator)) as rows:
            cells[separator] = len(next(rows, (1, []))[1])
    best = max(_SEPARATORS, key=lambda separator: cells[separator])
    return best if cells[best] > 1 else _NO_SEPARATOR


def _look_through(path: Path, encoding: str, separator: str) -> CsvTable:
    """The table, once each of its lines has as many cells as the header."""
    rows = blank_lines = 0
    has_line_breaks = False
    ragged: list[str] = []
    with closing(_read(path, encoding, separator)) as reader:
        _, header = next(reader, (1, []))
        if not any(header):
            raise TableError(f"{path}: is empty; a line with the columns' headings is expected.")
        for line, cells in reader:
            if not cells and len(header) > 1:
                blank_lines += 1
            elif len(cells or [""]) != len(header):
                ragged.append(f"line {line} has {len(cells)} cells")
            else:
                rows += 1
                has_line_breaks = has_line_breaks or any("\n" in cell for cell in cells)
    if ragged:
        raise TableError(_ragged(path, ragged, len(header)))
    return CsvTable(
        path=path,
        encoding=encoding,
        separator=separator,
        header=header,
        row_count=rows,
        blank_lines=blank_lines,
        has_line_breaks=has_line_breaks,
    )


def _read(path: Path, encoding: str, separator: str) -> Generator[tuple[int, list[str]]]:
    """Each row of cells with the number of its first line; strict about quotation marks."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=separator, strict=True)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise TableError(_unreadable(path, line, reader.line_num, error)) from error


def _unreadable(path: Path, first: int, last: int, error: csv.Error) -> str:
    """What is wrong with the row of some lines."""
    if "field limit" in str(error):  # in the module's words: the one error that is no mark's
        return (
            f"{path}: line {first} cannot be read (its row has a cell of more than"
            f" {csv.field_size_limit():,} characters). Shorten it, or close its quotation mark."
        )
    return (
        f"{path}: line {last} cannot be read ({error}). A cell that holds quotation marks must be"
        " in quotation marks, with each inner one doubled."
    )


def _ragged(path: Path, problems: list[str], expected: int) -> str:
    """What is wrong with the lines whose number of cells is not the header's."""
    shown = "; ".join(problems[:_SHOWN_PROBLEMS])
    more = f"; and {len(problems) - _SHOWN_PROBLEMS} more" if problems[_SHOWN_PROBLEMS:] else ""
    return (
        f"{path}: the header has {expected} cells, but {shown}{more}. Put cells that hold the"
        " separator in quotation marks, or name the separator with --separator."
    )


def _undecodable(path: Path, encoding: str) -> str:
    """Where the first bytes are that are not in the encoding."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode(encoding)
            except UnicodeDecodeError as error:
                byte = line[error.start]
                return (
                    f"{path}: line {number} is not in the encoding {encoding}"
                    f" (byte 0x{byte:02x} at place {error.start + 1}). Save the file as UTF-8,"
                    " or name its encoding with --encoding."
                )
    return f"{path}: is not in the encoding {encoding}. Name its encoding with --encoding."
