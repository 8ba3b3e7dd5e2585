"""Files of a visitor: pages, archives of pages, or one table, each known by its name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from dashboard.errors import UploadError
from dashboard.practices.page_files import PAGE_SUFFIXES, has_page_name
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


def list_page_files(upload: Upload) -> list[tuple[str, bytes]]:
    """Name and content of each page that a file is or, as an archive, holds.

    Raises:
        UploadError: The archive is not taken in, or nothing in it is a page.
    """
    return list(read_page_files([upload]))


def read_page_files(uploads: Iterable[Upload]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each page among the files and in the archives among them.

    What is no page by its name is passed over in an archive, as what browsers save beside one.

    Raises:
        UploadError: An archive is not taken in, or nothing in it is a page.
    """
    for upload in uploads:
        if upload.suffix != ".zip":
            yield upload.name, upload.content
            continue
        with open_archive(upload.content, file=upload.name) as archive:
            pages = [each for each in archive.infolist() if has_page_name(each.filename)]
            if not pages:
                raise UploadError(upload.name, rule="pages", reason="holds no page")
            for page in pages:
                yield f"{upload.name}/{page.filename}", read_member(archive, page)
