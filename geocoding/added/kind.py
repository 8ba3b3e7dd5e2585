"""What every kind of added file has in common, and how a file is opened to be recognised."""

import hashlib
import io
import re
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from geocoding.errors import AddedDataError, TableFileError
from geocoding.files.regular_files import require_regular
from geocoding.files.zip_archives import DAMAGED_ZIP, is_encrypted
from geocoding.locale import message, os_reason
from geocoding.tables.limits import Limits
from geocoding.tables.reader import read_table_content
from geocoding.tables.table import Row, Table

_HEADING = re.compile(
    r"WOJ|POW|GMI|RODZ|RODZ_GMI|RM|NAZWA|NAZWA_DOD|SYM|SYMPOD|STAN_NA|"
    r"SYM_UL|CECHA|NAZWA_1|NAZWA_2|kod|.{0,40}\b(?:19|20)\d\d",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
_TABLES_WITH_NULLS = (b"PK", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff")
"""How workbooks and texts in UTF-16 begin, which hold null bytes as other tables do not."""

_WORKBOOK_PARTS = frozenset({"[Content_Types].xml", "mimetype"})
"""Members by which an archive is a workbook (XLSX, ODS)."""

_LARGEST_MEMBER = 2_000_000_000


@dataclass(frozen=True)
class SourceFile:
    """A file that is to be added; its name says nothing of what it holds.

    Attributes:
        path: Where it is.
        day: The day of its data, where the user states one.
    """

    path: Path
    day: date | None = None

    @cached_property
    def content(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            AddedDataError: It cannot be read, or is empty.
        """
        try:
            require_regular(self.path)
            content = self.path.read_bytes()
        except OSError as error:
            reason = os_reason(error)
            raise AddedDataError(
                message("added-not-read", path=str(self.path), reason=reason)
            ) from error
        if not content:
            raise AddedDataError(message("added-empty", path=str(self.path)))
        return content

    @cached_property
    def sha256(self) -> str:
        """Return the checksum of the file."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def members(self) -> Mapping[str, bytes]:
        """Return the files of an archive by name; another file, or a workbook, is its only member.

        Raises:
            AddedDataError: The archive is damaged.
        """
        if not self.content.startswith(b"PK"):
            return {self.path.name: self.content}
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                if _WORKBOOK_PARTS & set(archive.namelist()):
                    return {self.path.name: self.content}
                files = [each for each in archive.infolist() if not each.is_dir()]
                if sum(each.file_size for each in files) > _LARGEST_MEMBER:
                    raise AddedDataError(message("added-too-large", path=str(self.path)))
                if locked := next(filter(is_encrypted, files), None):
                    words = {"path": str(self.path), "entry": locked.filename}
                    raise AddedDataError(message("added-encrypted", **words))
                return {each.filename: archive.read(each) for each in files}
        except (*DAMAGED_ZIP, OSError) as error:
            raise AddedDataError(
                message("added-damaged", path=str(self.path), error=str(error))
            ) from error

    @cached_property
    def tables(self) -> tuple["NumberedTable", ...]:
        """Return the tables in the file, of whatever kind people keep them in."""
        found = (self._table(name, content) for name, content in self.members.items())
        return tuple(each for each in found if each is not None)

    def _table(self, name: str, content: bytes) -> "NumberedTable | None":
        """Return the table that a member is, None where it is none."""
        if b"\0" in content[:_HEAD_BYTES] and not content.startswith(_TABLES_WITH_NULLS):
            return None
        try:
            table = read_table_content(content, name=name, is_heading=_is_heading, limits=Limits())
        except TableFileError:
            return None
        return NumberedTable(table)

    def fault(
        self, *, row: int, column: str, value: str, expected: str, remedy: str
    ) -> AddedDataError:
        """Return the error for one cell.

        Args:
            row: The row as a spreadsheet counts it; the heading is row 1.
            column: The heading.
            value: What stands there.
            expected: What was expected.
            remedy: What helps.
        """
        words = {"column": repr(column), "value": repr(value), "expected": expected}
        return AddedDataError(
            message("added-cell", path=str(self.path), row=str(row), remedy=remedy, **words)
        )


@dataclass(frozen=True)
class NumberedTable:
    """A table whose rows are checked one by one.

    Attributes:
        table: What was read.
    """

    table: Table

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Return the headings, without blanks around them."""
        return tuple(map(str.strip, self.table.header))

    @cached_property
    def rows(self) -> list[Row]:
        """Return the rows under the headings."""
        return list(self.table.rows())

    def numbered(self, source: SourceFile) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows by heading, each with its number as a spreadsheet counts it.

        Raises:
            AddedDataError: A row is of another length.
        """
        for row in self.rows:
            if row.found != len(self.headings):
                raise source.fault(
                    row=row.number,
                    column=self.headings[0],
                    value=str(row.found),
                    expected=message("added-expected-cells", count=len(self.headings)),
                    remedy=message("added-remedy-ragged"),
                )
            yield row.number, dict(zip(self.headings, map(str.strip, row.cells), strict=True))


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What was read of a file, ready to be stored.

    Attributes:
        day: The day of the data.
        rows: How many records there are.
        files: What to store: content by file ending, such as 'counties.geojson'.
    """

    day: date
    rows: int
    files: Mapping[str, bytes]


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """One kind of file that can be added.

    Attributes:
        name: Short stable name: 'terc'.
        title: What it is, in English.
        publisher: Who publishes it.
        publisher_url: The publisher's address.
        attribution: The words to show beside what is made of it.

    The message `added-file-NAME` says what the file must hold.
    """

    name: str
    title: str
    publisher: str
    publisher_url: str
    attribution: str

    @abstractmethod
    def recognises(self, source: SourceFile) -> bool:
        """Return whether a file is of this kind, by its content."""

    @abstractmethod
    def read(self, source: SourceFile) -> Contents:
        """Return what a file of this kind holds.

        Raises:
            AddedDataError: It is not as it should be.
        """


def too_few(
    source: SourceFile, what: str, *, found: int, fewest: int, remedy: str
) -> AddedDataError:
    """Return the error for a file with too few records.

    Args:
        source: The file.
        what: What it holds: 'communes'.
        found: How many there are.
        fewest: How many there have to be.
        remedy: What helps, the end of a message's name.
    """
    numbers = {"found": found, "fewest": fewest}
    words = {"what": message(f"added-what-{what}"), "remedy": message(f"added-remedy-{remedy}")}
    return AddedDataError(message("added-too-few", path=str(source.path), **numbers, **words))


def _is_heading(text: str) -> bool:
    """Say whether a cell is a heading of the files that are known: a register's, or a year's."""
    return bool(_HEADING.fullmatch(text.strip()))
