"""The files that address points come in: plain, or in an archive as it is published.

The content says what a file is, and never its name; only the day is taken from the name of an
entry, where it has one ('12_malopolskie_11.09.2026_11.35.23.gml').
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Final

from geocoding.errors import AddedDataError
from geocoding.files.atomic_write import means_no_room
from geocoding.files.regular_files import require_regular
from geocoding.files.zip_archives import DAMAGED_ZIP, is_encrypted
from geocoding.locale import message, os_reason
from geocoding.tables.archive import ARCHIVES

Progress = Callable[[int], None]
"""Gets the bytes that were read of a file since the last call."""

_DEFLATE64: Final = 9
_MAX_ENTRIES: Final = 20_000
_MAX_BYTES: Final = 80_000_000_000
_MAX_RATIO: Final = 250
_RATIO_FROM_BYTES: Final = 100_000_000
_HEAD_BYTES: Final = 16_384
_BUFFER_BYTES: Final = 1 << 18
_DAY: Final = re.compile(
    r"(?<!\d)(\d{2})\.(\d{2})\.(20\d{2})(?!\d)|(?<!\d)(20\d{2})-(\d{2})-(\d{2})"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file, alone or in an archive.

    Attributes:
        source: The file that is added.
        name: The entry's name in its archive; that of the file itself outside of one.
        size: Its length in bytes.
        day: The day that its name states, else that of its last change.
        open: Opens it for reading, from its beginning.
    """

    source: Path
    name: str
    size: int
    day: date
    open: Callable[[], AbstractContextManager[IO[bytes]]]

    @property
    def stem(self) -> str:
        """The name without its ending, in lower case: shapes and their records share it."""
        return str(PurePosixPath(self.name.lower()).with_suffix(""))

    @property
    def ending(self) -> str:
        """The ending of the name, in lower case: '.shp'."""
        return PurePosixPath(self.name.lower()).suffix

    @property
    def full_name(self) -> str:
        """The name, after that of its archive where it is in one."""
        return self.name if self.name == self.source.name else f"{self.source.name}/{self.name}"

    def head(self) -> bytes:
        """Return the first bytes.

        Raises:
            AddedDataError: The file is damaged.
        """
        with reading(self) as content:
            return content.read(_HEAD_BYTES)


class _CountingFile(io.RawIOBase):
    """A file that reports how much of it was read."""

    def __init__(self, file: IO[bytes], progress: Progress) -> None:
        """Count what is read of a file."""
        super().__init__()
        self._file = file
        self._progress = progress

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]
        """Read bytes into a buffer, and report how many they are."""
        content = self._file.read(len(buffer))
        buffer[: len(content)] = content
        self._progress(len(content))
        return len(content)

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Move to a position."""
        return self._file.seek(offset, whence)

    def seekable(self) -> bool:
        """Return that positions can be moved to."""
        return True


def _counting(file: IO[bytes], progress: Progress) -> IO[bytes]:
    """Return a file that reports how much of it was read."""
    return io.BufferedReader(_CountingFile(file, progress), _BUFFER_BYTES)


@contextmanager
def open_entries(path: Path, progress: Progress) -> Iterator[list[Entry]]:
    """Open a file and give what it holds: the entries of an archive, or itself.

    Of a shapefile that is no archive its companions beside it are entries too.

    Raises:
        AddedDataError: It cannot be read, is damaged, or is an archive that is not to be trusted.
    """
    try:
        require_regular(path)
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04":
                yield _beside(path, progress)
                return
            with zipfile.ZipFile(_counting(file, progress)) as archive:
                yield _members(path, archive)
    except DAMAGED_ZIP as error:
        raise AddedDataError(message("added-damaged", path=str(path), error=str(error))) from error
    except OSError as error:
        if means_no_room(error):  # of the index, while the file was read
            raise
        raise AddedDataError(
            message("added-not-read", path=str(path), reason=os_reason(error))
        ) from error


@contextmanager
def reading(entry: Entry) -> Iterator[IO[bytes]]:
    """Open an entry; what is wrong with it is said by its name.

    Raises:
        AddedDataError: It is damaged, cut off, encrypted, or packed in a way that cannot be read.
    """
    try:
        with entry.open() as content:
            yield content
    except DAMAGED_ZIP as error:
        raise damaged(entry, str(error)) from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise damaged(entry, str(error)) from error  # bzip2 has no error of its own


def damaged(entry: Entry, reason: str) -> AddedDataError:
    """Return the error for an entry that cannot be read.

    Args:
        entry: The entry.
        reason: What is wrong.
    """
    words = {"path": str(entry.source), "entry": entry.name, "error": reason}
    return AddedDataError(message("points-damaged", **words))


def _beside(path: Path, progress: Progress) -> list[Entry]:
    """Return a file that is no archive, and the files beside it of the same name."""
    found = [path]
    if path.suffix.lower() in {".shp", ".dbf"}:
        endings = {".shp", ".dbf", ".prj", ".cpg"}
        found = sorted(
            each
            for each in path.parent.iterdir()
            if each.stem == path.stem and each.suffix.lower() in endings
        )
    return [_plain(path, each, progress) for each in found]


def _plain(source: Path, path: Path, progress: Progress) -> Entry:
    """Return the entry that a file outside of an archive is."""

    @contextmanager
    def opened() -> Iterator[IO[bytes]]:
        with path.open("rb") as file:
            yield _counting(file, progress)

    day = _day_of(path.name) or _changed_on_disk(path)
    return Entry(source, path.name, path.stat().st_size, day, opened)


def _members(path: Path, archive: zipfile.ZipFile) -> list[Entry]:
    """Return the entries of an archive.

    Raises:
        AddedDataError: It is larger than any that is published, or cannot be unpacked here.
    """
    changed = _changed_on_disk(path)
    files = [each for each in archive.infolist() if not each.is_dir()]
    if len(files) > _MAX_ENTRIES or sum(each.file_size for each in files) > _MAX_BYTES:
        raise AddedDataError(message("points-too-large", path=str(path)))
    for each in files:
        if name := _fault_of(each):
            raise AddedDataError(message(name, path=str(path), entry=each.filename))
    return [
        Entry(
            path,
            each.filename,
            each.file_size,
            _day_of(each.filename) or _changed(each) or changed,
            lambda each=each: archive.open(each),  # type: ignore[misc]  # a default of its own
        )
        for each in files
    ]


def _fault_of(member: zipfile.ZipInfo) -> str:
    """Return the name of the message that says why a packed file is not read; empty for none."""
    ratio = member.file_size / max(member.compress_size, 1)
    if member.file_size > _RATIO_FROM_BYTES and ratio > _MAX_RATIO:
        return "points-bomb"
    if is_encrypted(member):
        return "added-encrypted"
    if member.compress_type == _DEFLATE64:
        return "points-deflate64"
    return "points-nested" if PurePosixPath(member.filename.lower()).suffix in ARCHIVES else ""


def _changed_on_disk(path: Path) -> date:
    """Return the day of a file's last change."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def _changed(member: zipfile.ZipInfo) -> date | None:
    """Return the day of a packed file's last change; None where the archive states none."""
    try:
        return date(*member.date_time[:3])
    except ValueError:  # month 0 and day 0
        return None


def _day_of(name: str) -> date | None:
    """Return the day in a name, None where there is none."""
    for found in _DAY.finditer(name):
        day, month, year, *iso = found.groups()
        try:
            return date(*map(int, iso)) if iso[0] else date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
