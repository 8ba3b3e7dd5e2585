"""Workbooks from outside (XLSX, XLS, ODS): values alone. Which kind one is, its content says.

Macros and links to other files are refused, and so are cells far outside a table. A file may ask
for more memory than there is: one from a stranger is read in a process of its own.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from geocoding.errors import TableFileError
from geocoding.tables.archive import open_archive, read_member
from geocoding.tables.choices import Choices
from geocoding.tables.layout import IsHeading, NumberedRow
from geocoding.tables.limits import Limits
from geocoding.tables.sheet import Sheet, sheet_table
from geocoding.tables.table import Kind, Table

_REFUSED_PATHS: Final = {
    "macro": (
        *("vbaproject", "vbadata", "/macrosheets/", "/dialogsheets/", "/activex/"),
        *("/basic/script-", "/scripts/"),
    ),
    "external": ("/externallinks/", "/connections.xml", "/querytables/", "/embeddings/"),
}
_REFUSED_TYPES: Final = {
    "macro": ("macroenabled", "vbaproject", "macrosheet", "dialogsheet", "activex"),
    "external": ("externallink", "connections+xml", "querytable", "oleobject"),
}
"""Parts of paths, and of content types, by the rule that refuses them."""

_SHOWN: Final = 100
"""Characters of such a part that a message shows."""

_TYPES: Final = "[Content_Types].xml"
XLS_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an OLE compound file, of which XLS is a kind, begins."""
_XLS_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
"""Name of what holds macros, as the directory of an OLE compound file writes it."""
Value: TypeAlias = int | str | float | bool | dt.date | dt.time | dt.timedelta


def read_workbook(
    content: bytes, choices: Choices, *, file: str, limits: Limits, is_heading: IsHeading
) -> Table:
    """Read the names of a workbook's sheets, and the sheet that is asked for.

    Args:
        content: The file.
        choices: The sheet and the row with the headings, where somebody states them.
        file: The file's name.
        limits: How much of it is read.
        is_heading: Tells headings that the caller knows.

    Raises:
        TableFileError: It is no workbook, breaks a rule, or has no such sheet.
    """
    if content.startswith(XLS_MAGIC):
        if _XLS_MACROS in content:
            raise TableFileError(file, rule="macro")
    else:
        with open_archive(content, file=file, limits=limits) as archive:
            _refuse_parts(archive, file)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = [
                each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet
            ]
            wanted = [name for name in names if choices.sheet in {"", name}]
            name, rows = _first_with_rows(book, wanted, file, limits)
    except CalamineError as error:
        raise TableFileError(file, rule="workbook") from error
    sheet = Sheet(file=file, kind=Kind.WORKBOOK, names=tuple(names), name=name)
    return sheet_table(sheet, rows, choices, limits=limits, is_heading=is_heading)


def _refuse_parts(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse a workbook that could run something or ask another file, by its parts."""
    for member in archive.infolist():
        _refuse(f"/{member.filename}", _REFUSED_PATHS, file)
        if member.filename == _TYPES:
            types = read_member(archive, member, member.file_size)
            _refuse(types.decode(errors="replace"), {"macro": ("macroenabled",)}, file)
            for stated in _content_types(types, file):
                _refuse(stated, _REFUSED_TYPES, file)


def _refuse(text: str, refused: Mapping[str, tuple[str, ...]], file: str) -> None:
    """Refuse a workbook of which a part's path or type is among the refused."""
    folded = text.casefold()
    for rule, parts in refused.items():
        if any(part in folded for part in parts):
            raise TableFileError(file, rule=rule, found=text[:_SHOWN])


def _content_types(types: bytes, file: str) -> Iterator[str]:
    """Give the types of a workbook's parts, as it states them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(types, parser)
    except etree.XMLSyntaxError as error:
        raise TableFileError(file, rule="workbook") from error
    return (element.get("ContentType", "") for element in root.iter("{*}*"))


def _first_with_rows(
    book: CalamineWorkbook, names: list[str], file: str, limits: Limits
) -> tuple[str, list[NumberedRow]]:
    """Give the name and the rows of the first of some sheets that has more than one row.

    The cells of all sheets that are looked at count together.
    """
    cells = 0
    for name in names:
        sheet = book.get_sheet_by_name(name)
        cells += _size(sheet, file, limits)
        if cells > limits.cells:
            raise TableFileError(file, rule="cells", limit=limits.cells)
        rows = list(_filled_rows(sheet, file, limits))
        if len(rows) > 1:
            return name, rows
        del sheet, rows  # before the next one takes memory, too
    raise TableFileError(file, rule="empty")


def _size(sheet: CalamineSheet, file: str, limits: Limits) -> int:
    """Give the number of a sheet's cells, the empty ones before and between others included.

    Raises:
        TableFileError: A cell stands far outside a table.
    """
    row, column = sheet.end or (-1, -1)
    if row >= 2 * limits.rows:
        raise TableFileError(file, rule="rows", limit=limits.rows, row=row + 1)
    if column >= limits.columns:
        raise TableFileError(file, rule="columns", limit=limits.columns)
    return (row + 1) * (column + 1)


def _filled_rows(sheet: CalamineSheet, file: str, limits: Limits) -> Iterator[NumberedRow]:
    """Give the number and the cells as text of each row that is not blank.

    Raises:
        TableFileError: They are longer together than an archive may be; a text that many cells
            share counts for each.
    """
    length, most = 0, limits.unpacked_bytes
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row.count("") == len(row):
            continue
        texts = [_text(value) for value in row]
        length += sum(map(len, texts))
        if length > most:
            raise TableFileError(file, rule="unpacked", limit=most)
        if any(texts):
            yield number, texts


def _text(value: Value) -> str:
    """Give a cell's value as text: whole numbers without a point, days as YYYY-MM-DD."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
