"""A practices table in a CSV file, its corrections in `overrides.csv` beside it."""

import datetime as dt
import errno
import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

import pandas as pd

from dashboard.errors import CorrectionError, StoreError
from dashboard.practices.corrections import corrections_csv, corrections_path, is_editing
from dashboard.practices.edits import UNSIGNED, Edit, Signature, edits_between
from dashboard.practices.schema import REQUIRED_COLUMNS
from dashboard.practices.stores.edited_file import EditedFile
from dashboard.practices.stores.port import Change, TableChange, TableContent
from dashboard.practices.table import load_practices, no_practices, read_practices, save_practices
from dashboard.practices.writers import alone_with
from geocoding import TableError
from geocoding.overrides import Override, load_overrides, read_overrides

_ABSENT: Final = "-"
_LONGEST_HEADING: Final = 4096  # bytes


class FileStore:
    """The files of a practices table."""

    def __init__(self, path: Path) -> None:
        """Keep the practices in a CSV file."""
        self._path = path
        self._corrections = corrections_path(path)
        self._edited = EditedFile(
            self._corrections,
            check=self._require_readable,
        )

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    @property
    def address(self) -> str:
        """The file's path."""
        return str(self._path)

    def version(self) -> str:
        """A digest of both files; they are read again only when one was changed."""
        try:
            return f"{_digest(self._path)}{_digest(self._corrections)}"
        except OSError as error:
            raise _not_readable(error.filename or self._path, error) from error

    def exists(self) -> bool:
        """Whether there is such a file."""
        return self._state() is not None

    def changed_at(self) -> dt.datetime:
        """When the file was last changed, in this machine's time zone."""
        state = self._state()
        if state is None:
            raise _not_readable(self._path, FileNotFoundError(errno.ENOENT, "no such file"))
        return dt.datetime.fromtimestamp(state.st_mtime).astimezone()

    def size_bytes(self) -> int:
        """The file's size."""
        state = self._state()
        return state.st_size if state else 0

    def require_writable(self) -> None:
        """Say so before any work where the file cannot be replaced.

        Raises:
            StoreError: There is no such folder, or no permission.
        """
        folder = self._path.parent
        try:
            if not folder.is_dir():
                raise self._not_writable("there is no such folder")
            if self._path.is_dir():
                raise self._not_writable("it is a folder")
            places = [folder, self._path] if self._path.exists() else [folder]
        except PermissionError as error:
            raise self._not_writable("no permission") from error
        if not all(os.access(place, os.W_OK) for place in places):
            raise self._not_writable("no permission")

    def load(self) -> pd.DataFrame:
        """The practices.

        Raises:
            PracticeDataError: The file cannot be read or breaks the schema.
        """
        return load_practices(self._path)

    def read(self) -> TableContent:
        """Both files, each read once; the version is of the very bytes that were read.

        Raises:
            PracticeDataError: The table cannot be read or breaks the schema.
            TableError: The corrections hold rows that are not as they should be.
            StoreError: A file cannot be read.
        """
        table, corrections = _content(self._path), _content(self._corrections)
        overrides = (
            [] if corrections is None else read_overrides(corrections, name=self._corrections)
        )
        practices = (
            self.load()  # says that there is no table
            if table is None
            else read_practices(io.BytesIO(table), name=self._path)
        )
        digests = (_ABSENT if each is None else _hash(each) for each in (table, corrections))
        return TableContent("".join(digests), practices, overrides)

    def save(self, practices: pd.DataFrame) -> None:
        """Replace the file.

        Raises:
            PracticeDataError: The practices break the schema; nothing was written.
            StoreError: The file cannot be written; nothing was changed.
        """
        with self._writing():
            save_practices(practices, self._path)

    def change_practices(self, change: TableChange) -> None:
        """Replace the file by what the change makes of it, while nobody else writes it.

        Raises:
            PracticeDataError: The practices break the schema; nothing was written.
            StoreError: The file cannot be written; nothing was changed.
        """
        with self._writing():
            before = self.load() if self.exists() else no_practices()
            after = change(before)
            if after is not before or not self.exists():
                save_practices(after, self._path)

    def corrections(self) -> list[Override]:
        """The rows of `overrides.csv`; none where there is no such file.

        Raises:
            TableError: The file holds rows that are not as they should be.
        """
        return load_overrides(self._corrections)

    def change_corrections(self, change: Change, by: Signature = UNSIGNED) -> None:
        """Replace `overrides.csv`, and write down the edits beside it.

        The lock is of that file: all tables of a folder share it.

        Raises:
            CorrectionError: The file cannot be written, or could not be read afterwards; nothing
                was changed.
            TableError: The file holds rows that are not as they should be; nothing was changed.
        """
        try:
            with alone_with(self._corrections):
                before = self.corrections()
                after = change(before)
                edits = edits_between(before=before, after=after, by=by, at=dt.datetime.now(dt.UTC))
                self._edited.replace(corrections_csv(after), edits)
        except OSError as error:
            raise CorrectionError(
                f"{self._corrections}: the corrections cannot be saved"
                f" ({error.strerror or error}); let the server write there, or run it without"
                " --edit and take the file by download"
            ) from error

    def edits(self) -> list[Edit]:
        """The lines of `overrides.history.jsonl`.

        Raises:
            StoreError: They cannot be read.
        """
        return self._edited.edits()

    def warnings(self) -> list[str]:
        """A line where corrections that other tables of the folder share are in use."""
        if not (self._corrections.exists() or is_editing()):
            return []
        others = sorted(
            path.name
            for path in self._path.parent.glob("*.csv")
            if path not in (self._path, self._corrections) and _is_practices_table(path)
        )
        if not others:
            return []
        line = (
            f"{self._corrections}: also corrects {', '.join(others)}, which stand in the same"
            " folder: a correction of practice 150 moves practice 150 of each; put tables that do"
            " not belong together into folders of their own"
        )
        return [line]

    def _require_readable(self, content: bytes) -> None:
        """Refuse corrections that could not be read afterwards.

        Raises:
            CorrectionError: They could not.
        """
        try:
            read_overrides(content, name=self._corrections)
        except TableError as error:
            raise CorrectionError(
                f"these corrections could not be read again, so they are not saved ({error})"
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep other writers away.

        Raises:
            StoreError: The file cannot be written.
        """
        self.require_writable()
        try:
            with alone_with(self._path):
                yield
        except OSError as error:
            raise self._not_writable(error.strerror or str(error)) from error

    def _state(self) -> os.stat_result | None:
        """What the system says of the file; None where there is none."""
        try:
            return self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _not_readable(self._path, error) from error

    def _not_writable(self, reason: str) -> StoreError:
        return StoreError(
            f"{self._path}: the practices table cannot be written ({reason}); "
            "name another file with --output and show it with --data"
        )


def _is_practices_table(path: Path) -> bool:
    """Whether the first line of a file has the headings of a practices table."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_HEADING)
    except OSError:
        return False
    names = line.decode("utf-8-sig", errors="replace").strip().replace('"', "").split(",")
    return set(REQUIRED_COLUMNS) <= set(names)


def _not_readable(path: object, error: OSError) -> StoreError:
    return StoreError(
        f"{path}: cannot be read ({error.strerror or error}); let this program read it, or name"
        " another table with --data"
    )


def _digest(path: Path) -> str:
    """A digest of a file's content; what is absent counts too."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return _ABSENT
    return _digest_of(path, state.st_ino, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=64)
def _digest_of(path: Path, *_state: int) -> str:
    """A digest of a file's content, read once for each state of the file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()


def _content(path: Path) -> bytes | None:
    """A file's content; None where there is none.

    Raises:
        StoreError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _not_readable(path, error) from error


def _hash(content: bytes) -> str:
    """The digest of a content, as `_digest` gives it of a file."""
    return hashlib.blake2b(content, digest_size=20).hexdigest()
