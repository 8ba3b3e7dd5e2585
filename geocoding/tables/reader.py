"""One reader of tables for the command, the page and the import: content says what a file is."""

import codecs
import io
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from geocoding.errors import TableError, TableFileError
from geocoding.files.regular_files import require_regular
from geocoding.locale import message, os_reason
from geocoding.tables.choices import Choices
from geocoding.tables.delimited import TextFile, read_delimited
from geocoding.tables.encodings import Encoding, decode_text, detect_encoding
from geocoding.tables.geojson import read_geojson
from geocoding.tables.html import read_html_table
from geocoding.tables.layout import IsHeading
from geocoding.tables.limits import Limits
from geocoding.tables.table import Table
from geocoding.tables.workbook import XLS_MAGIC, read_workbook

_ZIP_MAGIC: Final = b"PK\x03\x04"
_START_BYTES: Final = 4_000
_BLOCK_BYTES: Final = 1 << 20
_OTHER_KINDS: Final = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    b"\x1f\x8b": "GZIP",
}
"""How files begin that are no tables -> the name of their format."""


def open_table(
    path: Path,
    choices: Choices | None = None,
    *,
    is_heading: IsHeading,
    limits: Limits | None = None,
) -> Table:
    """Look through the table in a file: CSV, XLSX, XLS, ODS, GeoJSON, or a web page's table.

    Args:
        path: The file. Rows of CSV are read from it as they are asked for; others are in memory.
        choices: What is known of the file.
        is_heading: Tells headings that the caller knows.
        limits: How much of it is read; the defaults where there are none.

    Raises:
        TableFileError: It holds no table that can be read.
        TableError: The file is missing, or not in the encoding that is stated.
    """
    chosen = choices or Choices()
    try:
        require_regular(path)
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
        return _open(
            _File(str(path), lambda: path.open("rb"), start),
            chosen,
            is_heading=is_heading,
            limits=limits or Limits(),
        )
    except OSError as error:
        raise TableError(
            message("table-file-not-read", path=str(path), reason=os_reason(error))
        ) from error
    except LookupError as error:
        raise TableError(message("encoding-unknown", encoding=repr(chosen.encoding))) from error
    except UnicodeError as error:
        raise TableError(_undecodable_line(path, chosen.encoding or "utf-8")) from error


def read_table_content(
    content: bytes,
    choices: Choices | None = None,
    *,
    name: str,
    is_heading: IsHeading,
    limits: Limits,
) -> Table:
    """Look through the table in a file's content, as `open_table` does; bad bytes become U+FFFD.

    Raises:
        TableFileError: It holds no table that can be read.
    """
    file = _File(name, lambda: io.BytesIO(content), content[:_START_BYTES])
    return _open(file, choices or Choices(), is_heading=is_heading, limits=limits, errors="replace")


class _File:
    """The bytes of a file, which can be read again and again."""

    def __init__(self, name: str, open_bytes: Callable[[], BinaryIO], start: bytes) -> None:
        """Take a file's name, what opens it, and its first bytes."""
        self.name = name
        self.start = start
        self._open_bytes = open_bytes

    def content(self) -> bytes:
        """Give all bytes."""
        with closing(self._open_bytes()) as file:
            return file.read()

    def blocks(self) -> Iterator[bytes]:
        """Give the bytes part by part."""
        with closing(self._open_bytes()) as file:
            while block := file.read(_BLOCK_BYTES):
                yield block

    def as_text(self, encoding: Encoding) -> TextFile:
        """Give the file as a text in an encoding."""

        def open_text(line_end: str) -> TextIO:
            file = self._open_bytes()
            try:
                return io.TextIOWrapper(file, encoding.name, encoding.errors, newline=line_end)
            except LookupError:
                file.close()
                raise

        return TextFile(name=self.name, encoding=encoding, open=open_text)


def _open(
    file: _File,
    choices: Choices,
    *,
    is_heading: IsHeading,
    limits: Limits,
    errors: str = "strict",
) -> Table:
    """Look through a file of whatever kind."""
    for magic, format_name in _OTHER_KINDS.items():
        if file.start.startswith(magic):
            raise TableFileError(file.name, rule="no-table", found=format_name)
    if file.start.startswith((_ZIP_MAGIC, XLS_MAGIC)):
        return read_workbook(
            file.content(), choices, file=file.name, limits=limits, is_heading=is_heading
        )
    first = decode_text(file.start).lstrip("\ufeff \t\r\n")[:1]
    if first == "{" or (first == "[" and file.name.lower().endswith("json")):
        return read_geojson(file.content(), file=file.name, limits=limits)
    if first == "<":
        return read_html_table(
            file.content(), choices, file=file.name, limits=limits, is_heading=is_heading
        )
    encoding = (
        Encoding(choices.encoding, errors) if choices.encoding else detect_encoding(file.blocks())
    )
    if encoding.errors == "strict":
        encoding = Encoding(encoding.name, errors)
    return read_delimited(file.as_text(encoding), choices, limits=limits, is_heading=is_heading)


def _undecodable_line(path: Path, encoding: str) -> str:
    """Say where the first bytes are that are not in an encoding."""
    decoder_name = codecs.lookup(encoding).name
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode(decoder_name)
            except UnicodeDecodeError as error:
                byte = line[error.start]
                return message(
                    "table-line-encoding",
                    path=str(path),
                    line=str(number),
                    encoding=encoding,
                    byte=f"0x{byte:02x}",
                    place=error.start + 1,
                )
    return message("table-encoding", path=str(path), encoding=encoding)
