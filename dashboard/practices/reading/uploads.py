"""Files of a visitor: pages, archives of pages, or one table, each known by its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from dashboard.errors import UploadError
from dashboard.practices.page_files import PAGE_SUFFIXES, has_page_name, largest_page
from dashboard.practices.reading.archive import open_archive, read_member
from dashboard.practices.reading.csv_sheet import read_csv
from dashboard.practices.reading.geojson import read_geojson
from dashboard.practices.reading.limits import MOST_BYTES
from dashboard.practices.reading.sheet import Table
from dashboard.practices.reading.workbook import read_workbook

_WORKBOOK_SUFFIXES: Final = frozenset({".xlsx", ".xls", ".ods"})
_GEOJSON_SUFFIXES: Final = frozenset({".geojson", ".json"})
TABLE_SUFFIXES: Final = frozenset({".csv", ".tsv"}) | _WORKBOOK_SUFFIXES | _GEOJSON_SUFFIXES
_MACRO_SUFFIXES: Final = frozenset({".xlsm", ".xltm", ".xlam", ".xlsb"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a visitor: its name and its content."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case, with the dot."""
        return PurePosixPath(self.name).suffix.lower()


def check_upload(upload: Upload) -> None:
    """Refuse a file that is too large or of no kind that is read.

    Raises:
        UploadError: It is.
    """
    if upload.suffix in _MACRO_SUFFIXES:
        raise UploadError(upload.name, rule="macro", reason="is a workbook with macros")
    if upload.suffix not in PAGE_SUFFIXES | TABLE_SUFFIXES | {".zip"}:
        raise UploadError(upload.name, rule="kind", reason="is of no kind that is read")
    if len(upload.content) > MOST_BYTES:
        reason = f"has more than {MOST_BYTES} bytes"
        raise UploadError(upload.name, rule="size", limit=MOST_BYTES, reason=reason)
    if not upload.content:
        raise UploadError(upload.name, rule="empty", reason="is empty")


def is_table(uploads: Iterable[Upload]) -> bool:
    """Whether the files are a table rather than pages.

    Raises:
        UploadError: A file is of no kind that is read, is too large, or a table comes with
            other files.
    """
    files = list(uploads)
    for upload in files:
        check_upload(upload)
    tables = [upload for upload in files if upload.suffix in TABLE_SUFFIXES]
    if tables and len(files) > 1:
        raise UploadError(tables[0].name, rule="alone", reason="is a table and must come alone")
    return bool(tables)


def read_table(upload: Upload, sheet: str = "") -> Table:
    """A table of a visitor, and the names of its sheets: of CSV and GeoJSON files one.

    Args:
        upload: The file.
        sheet: Name of the sheet to read; without one it is the first with rows.

    Raises:
        UploadError: The file is not taken in.
    """
    if upload.suffix in _WORKBOOK_SUFFIXES:
        return read_workbook(upload.content, file=upload.name, sheet=sheet)
    if upload.suffix in _GEOJSON_SUFFIXES:
        return read_geojson(upload.content, file=upload.name)
    return read_csv(upload.content, file=upload.name)


@dataclass(frozen=True, slots=True)
class PageMember:
    """A page in an archive.

    Attributes:
        place: Which file of the archive it is, counted from 0.
        name: Its path in the archive.
        size: Bytes that are read of it: enough to know that it is too large for a page.
    """

    place: int
    name: str
    size: int


def list_page_members(upload: Upload) -> list[PageMember]:
    """List the pages in an archive.

    What is no page by its name is passed over, as what browsers save beside one.

    Raises:
        UploadError: The archive is not taken in, or nothing in it is a page.
    """
    with open_archive(upload.content, file=upload.name) as archive:
        pages = [
            PageMember(place, each.filename, min(each.file_size, largest_page(each.filename) + 1))
            for place, each in enumerate(archive.infolist())
            if has_page_name(each.filename)
        ]
    if not pages:
        raise UploadError(upload.name, rule="pages", reason="holds no page")
    return pages


def read_page_members(upload: Upload, members: Sequence[PageMember]) -> list[bytes]:
    """Read some pages of an archive, each up to the size that it is listed with.

    Raises:
        UploadError: The archive is damaged there.
    """
    with open_archive(upload.content, file=upload.name) as archive:
        files = archive.infolist()
        return [read_member(archive, files[each.place], each.size) for each in members]
