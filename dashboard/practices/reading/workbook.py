"""XLSX from outside: values alone.

Macros, links to other files, and cells so far out that the memory would not do are refused.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from dashboard.errors import UploadError
from dashboard.practices.reading.archive import open_archive, read_member
from dashboard.practices.reading.limits import MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_BYTES
from dashboard.practices.reading.sheet import Sheet, make_sheet

_REFUSED: Final = {
    "macro": ("vbaproject", "vbadata", "/macrosheets/", "/dialogsheets/", "/activex/"),
    "external": ("/externallinks/", "/connections.xml", "/querytables/", "/embeddings/"),
}
_WORKSHEET: Final = re.compile(rb"<(?:\w+:)?sheetData\b")
_SHARED_TEXTS: Final = re.compile(rb"<(?:\w+:)?sst\b")
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_INDEX: Final = re.compile(r"\s*[0-9]{1,9}\s*")
_LETTERS: Final = 26
Value: TypeAlias = str | float | bool | dt.date | dt.time | dt.timedelta
_MACRO_TYPE: Final = b"macroEnabled"


def read_workbook(content: bytes, *, file: str) -> list[Sheet]:
    """The sheets of an XLSX file that have rows under their headings, in their order.

    Raises:
        UploadError: It is no XLSX file, breaks a rule, or has no such sheet.
    """
    with open_archive(content, file=file) as archive:
        _check(archive, file)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            tables = [
                (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
                for name in book.sheet_names
            ]
    except CalamineError as error:
        reason = f"is no XLSX workbook that can be read ({error})"
        raise UploadError(file, rule="workbook", reason=reason) from error
    sheets = []
    for name, rows in tables:
        texts = [[_text(value) for value in row] for row in rows]
        if sum(any(row) for row in texts) > 1:
            sheets.append(make_sheet(texts, name=name, file=file))
    if not sheets:
        raise UploadError(file, rule="empty", reason="has no sheet with rows under headings")
    return sheets


def _check(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse a workbook that could run something, ask another file, or fill the memory."""
    for member in archive.infolist():
        path = f"/{member.filename}".casefold()
        for rule, parts in _REFUSED.items():
            if any(part in path for part in parts):
                raise UploadError(file, rule=rule, reason=f"holds {member.filename!r}")
        if member.filename == "[Content_Types].xml" and _MACRO_TYPE in read_member(archive, member):
            raise UploadError(file, rule="macro", reason="is a workbook with macros")
    contents = {member.filename: read_member(archive, member) for member in archive.infolist()}
    try:
        shared = [
            len("".join(text.itertext()))
            for part in contents.values()
            if _SHARED_TEXTS.search(part)
            for text in _elements(part, "si")
        ]
        for part in contents.values():
            if _WORKSHEET.search(part):
                _check_sheet(part, shared, file)
    except etree.XMLSyntaxError as error:
        reason = f"is no XLSX workbook that can be read ({error})"
        raise UploadError(file, rule="workbook", reason=reason) from error


def _elements(part: bytes, name: str) -> Iterator[etree._Element]:
    """The elements of a name in a part of the workbook; each is gone once the next is asked for."""
    parsed = etree.iterparse(
        io.BytesIO(part), tag=f"{{*}}{name}", resolve_entities=False, no_network=True
    )
    for _, element in parsed:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _check_sheet(sheet: bytes, shared: Sequence[int], file: str) -> None:
    """Refuse a sheet that would fill the memory: by a cell far outside, or by its texts.

    Cells without a value do not count; a text that many cells share counts for each.

    Args:
        sheet: The sheet's XML.
        shared: The lengths of the texts that cells share.
        file: The workbook's name.
    """
    length = 0
    for cell in _elements(sheet, "c"):
        row, column = _position(cell)
        if len(cell) and row > 2 * MOST_ROWS:
            reason = f"has a cell in row {row}, after {MOST_ROWS}"
            raise UploadError(file, rule="rows", limit=MOST_ROWS, reason=reason)
        if len(cell) and column > MOST_COLUMNS:
            reason = f"has a cell in column {column}, after {MOST_COLUMNS}"
            raise UploadError(file, rule="columns", limit=MOST_COLUMNS, reason=reason)
        number = cell.findtext("{*}v", "") if cell.get("t") == "s" else ""
        length += shared[int(number)] if _is_index(number, shared) else 0
        if length > MOST_UNPACKED_BYTES:
            reason = f"has texts of more than {MOST_UNPACKED_BYTES} characters"
            raise UploadError(file, rule="unpacked", limit=MOST_UNPACKED_BYTES, reason=reason)


def _is_index(text: str, items: Sequence[object]) -> bool:
    """Whether a text is the number of an item."""
    return bool(_INDEX.fullmatch(text)) and int(text) < len(items)


def _position(cell: etree._Element) -> tuple[int, int]:
    """Row and column of a cell, from 1; without a reference its row's, and 0."""
    match = _REFERENCE.fullmatch(cell.get("r", ""))
    parent = cell.getparent()
    row = parent.get("r", "0") if parent is not None else "0"
    if match is None:
        return (int(row) if row.isdecimal() else 0), 0
    column = 0
    for letter in match[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _text(value: Value) -> str:
    """A cell's value as text: whole numbers without a point, days as YYYY-MM-DD."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
