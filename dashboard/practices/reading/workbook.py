"""Workbooks from outside (XLSX, XLS, ODS): values alone. Which kind one is, its content says.

Macros and links to other files are refused, and so are cells far outside a table. A file may ask
for more memory than there is, so this is for a process of its own (`reading.in_worker`).
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from dashboard.errors import UploadError
from dashboard.practices.reading.archive import open_archive, read_member
from dashboard.practices.reading.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_UNPACKED_BYTES,
)
from dashboard.practices.reading.sheet import Sheet, Table, make_sheet

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

_TYPES: Final = "[Content_Types].xml"
_XLS_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an OLE compound file, of which XLS is a kind, begins."""
_XLS_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
"""Name of what holds macros, as the directory of an OLE compound file writes it."""
Value: TypeAlias = int | str | float | bool | dt.date | dt.time | dt.timedelta


def read_workbook(content: bytes, *, file: str, sheet: str = "") -> Table:
    """The names of a workbook's sheets, and the one that is asked for.

    Args:
        content: The file.
        file: Its name.
        sheet: Name of the sheet; without one it is the first with rows under its headings.

    Raises:
        UploadError: It is no workbook, breaks a rule, or has no such sheet.
    """
    if content.startswith(_XLS_MAGIC):
        if _XLS_MACROS in content:
            raise UploadError(file, rule="macro", reason="holds macros")
    else:
        with open_archive(content, file=file) as archive:
            _refuse_parts(archive, file)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = [
                each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet
            ]
            wanted = [name for name in names if sheet in {"", name}]
            return Table(tuple(names), _first_with_rows(book, wanted, file))
    except CalamineError as error:
        reason = f"is no workbook that can be read ({error})"
        raise UploadError(file, rule="workbook", reason=reason) from error


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
            raise UploadError(file, rule=rule, reason=f"holds {text[:100]!r}")


def _content_types(types: bytes, file: str) -> Iterator[str]:
    """The types of a workbook's parts, as it states them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(types, parser)
    except etree.XMLSyntaxError as error:
        reason = f"is no workbook that can be read ({error})"
        raise UploadError(file, rule="workbook", reason=reason) from error
    return (element.get("ContentType", "") for element in root.iter("{*}*"))


def _first_with_rows(book: CalamineWorkbook, names: list[str], file: str) -> Sheet:
    """The first of some sheets that has rows under its headings.

    The cells of all sheets that are looked at count together.
    """
    cells = 0
    for name in names:
        sheet = book.get_sheet_by_name(name)
        cells += _size(sheet, file)
        if cells > MOST_CELLS:
            reason = f"has more than {MOST_CELLS} cells in its first sheets"
            raise UploadError(file, rule="cells", limit=MOST_CELLS, reason=reason)
        rows = list(_filled_rows(sheet, file))
        if len(rows) > 1:
            return make_sheet(rows, name=name, file=file)
    raise UploadError(file, rule="empty", reason="has no sheet with rows under headings")


def _size(sheet: CalamineSheet, file: str) -> int:
    """The number of a sheet's cells, the empty ones before and between the others included.

    Raises:
        UploadError: A cell stands far outside a table.
    """
    row, column = sheet.end or (-1, -1)
    if row >= 2 * MOST_ROWS:
        reason = f"has a cell in row {row + 1}, after {MOST_ROWS}"
        raise UploadError(file, rule="rows", limit=MOST_ROWS, reason=reason)
    if column >= MOST_COLUMNS:
        reason = f"has a cell in column {column + 1}, after {MOST_COLUMNS}"
        raise UploadError(file, rule="columns", limit=MOST_COLUMNS, reason=reason)
    return (row + 1) * (column + 1)


def _filled_rows(sheet: CalamineSheet, file: str) -> Iterator[tuple[int, list[str]]]:
    """The number and the cells as text of each row that is not blank.

    Raises:
        UploadError: They are longer together than an archive may be; a text that many cells
            share counts for each.
    """
    length = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row.count("") == len(row):
            continue
        texts = [_text(value) for value in row]
        length += sum(map(len, texts))
        if length > MOST_UNPACKED_BYTES:
            reason = f"has texts of more than {MOST_UNPACKED_BYTES} characters"
            raise UploadError(file, rule="unpacked", limit=MOST_UNPACKED_BYTES, reason=reason)
        if any(texts):
            yield number, texts


def _text(value: Value) -> str:
    """A cell's value as text: whole numbers without a point, days as YYYY-MM-DD."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
