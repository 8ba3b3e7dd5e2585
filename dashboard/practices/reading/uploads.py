"""Files of a visitor: pages, archives of pages, or one table, each known by its name."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from dashboard.errors import UploadError
from dashboard.practices.page_files import PAGE_SUFFIXES, has_page_name
from dashboard.practices.page_reading import largest_page
from dashboard.practices.reading.limits import MAX_BYTES, TABLE_LIMITS
from dashboard.practices.reading.mapping import is_heading
from dashboard.practices.reading.refusals import refusing_uploads
from dashboard.practices.reading.sheet import Table, visitor_table
from geocoding.tables.archive import open_archive, read_member
from geocoding.tables.choices import Choices
from geocoding.tables.reader import read_table_content

TABLE_SUFFIXES: Final = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods", ".geojson", ".json"})
"""How names of tables end; what a file really is, its content says."""
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
        raise UploadError(upload.name, rule="macro")
    if upload.suffix not in PAGE_SUFFIXES | TABLE_SUFFIXES | {".zip"}:
        raise UploadError(upload.name, rule="kind")
    if len(upload.content) > MAX_BYTES:
        raise UploadError(upload.name, rule="size", limit=MAX_BYTES)
    if not upload.content:
        raise UploadError(upload.name, rule="empty")


def is_table(uploads: Iterable[Upload]) -> bool:
    """Say whether the files are a table rather than pages.

    Raises:
        UploadError: A file is of no kind that is read, is too large, or a table comes with
            other files.
    """
    files = list(uploads)
    for upload in files:
        check_upload(upload)
    tables = [upload for upload in files if upload.suffix in TABLE_SUFFIXES]
    if tables and len(files) > 1:
        raise UploadError(tables[0].name, rule="alone")
    return bool(tables)


def read_table(upload: Upload, sheet: str = "", header_row: int | None = None) -> Table:
    """Read a table of a visitor, and the names of its sheets: one for all files but workbooks.

    Args:
        upload: The file.
        sheet: Name of the sheet to read; without one it is the first with rows.
        header_row: Number of the row with the headings; 0 says that there are none, None that they
            are to be found.

    Raises:
        UploadError: The file is not taken in.
    """
    with refusing_uploads():
        table = read_table_content(
            upload.content,
            Choices(sheet=sheet, header_row=header_row),
            name=upload.name,
            is_heading=is_heading,
            limits=TABLE_LIMITS,
        )
        return visitor_table(table)


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
    with refusing_uploads(), _archive(upload) as archive:
        pages = [
            PageMember(place, each.filename, min(each.file_size, largest_page(each.filename) + 1))
            for place, each in enumerate(archive.infolist())
            if has_page_name(each.filename)
        ]
    if not pages:
        raise UploadError(upload.name, rule="pages")
    return pages


def read_page_members(upload: Upload, members: Sequence[PageMember]) -> list[bytes]:
    """Read some pages of an archive, each up to the size that it is listed with.

    Raises:
        UploadError: The archive is damaged there.
    """
    with refusing_uploads(), _archive(upload) as archive:
        files = archive.infolist()
        return [read_member(archive, files[each.place], each.size) for each in members]


def _archive(upload: Upload) -> AbstractContextManager[ZipFile]:
    """Open an archive of a visitor."""
    return open_archive(upload.content, file=upload.name, limits=TABLE_LIMITS)
