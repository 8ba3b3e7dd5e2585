"""What every kind of added file has in common, and how a file is opened to be recognised."""

import csv
import hashlib
import io
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from geocoding.errors import AddedDataError
from geocoding.files.regular_files import require_regular
from geocoding.locale import message, os_reason

_DELIMITERS = ";,\t|"
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
        """Return the files of an archive by name; a file that is none is its own only member.

        Raises:
            AddedDataError: The archive is damaged.
        """
        if not self.content.startswith(b"PK"):
            return {self.path.name: self.content}
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                files = [each for each in archive.infolist() if not each.is_dir()]
                if sum(each.file_size for each in files) > _LARGEST_MEMBER:
                    raise AddedDataError(message("added-too-large", path=str(self.path)))
                return {each.filename: archive.read(each) for each in files}
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise AddedDataError(
                message("added-damaged", path=str(self.path), error=str(error))
            ) from error

    @cached_property
    def tables(self) -> tuple["TextTable", ...]:
        """Return the tables of texts in the file: those that can be read as CSV."""
        return tuple(
            TextTable(self.path, member, text)
            for member, content in self.members.items()
            if (text := _decoded(content)) is not None and not text.lstrip().startswith("<")
        )

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
class TextTable:
    """A CSV file, perhaps in an archive.

    Attributes:
        path: The file.
        member: Its name in the archive.
        text: What it holds.
    """

    path: Path
    member: str
    text: str

    @cached_property
    def rows(self) -> list[list[str]]:
        """Return the rows, the headings first, each cell without blanks around it."""
        first = self.text.partition("\n")[0]
        delimiter = max(_DELIMITERS, key=first.count)
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=delimiter)
        return [[cell.strip() for cell in row] for row in reader if any(map(str.strip, row))]

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings."""
        return tuple(self.rows[0]) if self.rows else ()

    def numbered(self, source: SourceFile) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows by heading, each with its number, the heading's being 1.

        Raises:
            AddedDataError: A row is of another length.
        """
        for number, row in enumerate(self.rows[1:], start=2):
            if len(row) > len(self.headings) and not any(row[len(self.headings) :]):
                row = row[: len(self.headings)]  # noqa: PLW2901  a separator at the end is no cell
            if len(row) != len(self.headings):
                raise source.fault(
                    row=number,
                    column=self.headings[0],
                    value=str(len(row)),
                    expected=message("added-expected-cells", count=len(self.headings)),
                    remedy=message("added-remedy-ragged"),
                )
            yield number, dict(zip(self.headings, row, strict=True))


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


def _decoded(content: bytes) -> str | None:
    """Return the text of a file, None where it is none."""
    if b"\0" in content[:4096]:
        return None
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
