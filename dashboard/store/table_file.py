"""A table file that is only read: what `--data TABLE` shows without a store.

A CSV file with the columns of the schema is read as it is, strictly. Any other table (another
separator or encoding, other headings, XLSX, XLS, ODS, GeoJSON) is read as on the page
'Dodaj dane'.
Points that persons have set may stand in `overrides.csv` beside it.
"""

import datetime as dt
import errno
import hashlib
import os
from functools import lru_cache
from pathlib import Path
from shlex import quote
from typing import Final, NoReturn

import pandas as pd

from dashboard.errors import StoreError, UnavailableError
from dashboard.locale import message
from dashboard.practices.corrections import corrections_path, with_new
from dashboard.practices.edits import UNSIGNED, Edit, Signature
from dashboard.practices.reading.files import has_schema_headings, problem_line, read_table_file
from dashboard.store.ended_logins import EndedLogins
from dashboard.store.port import Change, StoreContent, TableChange
from geocoding.files.regular_files import require_regular
from geocoding.locale import os_reason
from geocoding.overrides import Override, load_overrides

_TRIES: Final = 5


class TableFile:
    """A table file and the corrections beside it."""

    def __init__(self, path: Path) -> None:
        """Prepare to read a file, which need not exist."""
        self._path = path
        self._corrections = corrections_path(path)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    @property
    def address(self) -> str:
        """The file's path."""
        return str(self._path)

    @property
    def is_editable(self) -> bool:
        """Never: the file is only read."""
        return False

    def version(self) -> str:
        """Give a digest of both files; they are read again only when one was changed."""
        try:
            return f"{_digest(self._path)}{_digest(self._corrections)}"
        except OSError as error:
            raise _unreadable(error.filename or self._path, error) from error

    def exists(self) -> bool:
        """Say whether there is such a file."""
        return self._state() is not None

    def changed_at(self) -> dt.datetime:
        """Give the moment when the file was last changed, in this machine's time zone."""
        state = self._state()
        if state is None:
            raise _unreadable(self._path, FileNotFoundError(errno.ENOENT, "no such file"))
        return dt.datetime.fromtimestamp(state.st_mtime).astimezone()

    def size_bytes(self) -> int:
        """Give the file's size."""
        state = self._state()
        return state.st_size if state else 0

    def warnings(self) -> list[str]:
        """Give what did not fit, and where `overrides.csv` corrects other tables, too."""
        return [*self._problems(), *self._shared_corrections()]

    def _problems(self) -> list[str]:
        """Give a line for each cell or row of the table that did not fit; not its value."""
        if not self.exists() or has_schema_headings(self._path):
            return []  # read strictly: what does not fit is an error
        return [problem_line(self._path, each) for each in read_table_file(self._path).problems]

    def _shared_corrections(self) -> list[str]:
        """Give a line where `overrides.csv` corrects other tables of the folder, too."""
        if not self._corrections.exists():
            return []
        others = sorted(
            path.name
            for path in self._path.parent.glob("*.csv")
            if path not in (self._path, self._corrections) and has_schema_headings(path)
        )
        if not others:
            return []
        return [message("table-shared", file=str(self._corrections), others=", ".join(others))]

    def read(self) -> StoreContent:
        """Give the practices and the corrections; read again where a file changed meanwhile.

        Raises:
            PracticeDataError: The table cannot be read or breaks the schema.
            TableError: The corrections hold rows that are not as they should be.
            UnavailableError: The files change all the time.
        """
        for _ in range(_TRIES):
            before = self.version()
            read = read_table_file(self._path)
            corrections = with_new(load_overrides(self._corrections), read.corrections)
            content = StoreContent(before, read.practices, corrections)
            if self.version() == before:
                return content
        raise UnavailableError(message("table-changing", path=str(self._path)))

    def load(self) -> pd.DataFrame:
        """Give the practices.

        Raises:
            PracticeDataError: The file cannot be read or breaks the schema.
        """
        return read_table_file(self._path).practices

    def corrections(self) -> list[Override]:
        """Give the rows of `overrides.csv`, and the table's own coordinates for other practices.

        Raises:
            PracticeDataError: The table cannot be read or breaks the schema.
            TableError: The file holds rows that are not as they should be.
        """
        saved = load_overrides(self._corrections)
        if not self.exists() or has_schema_headings(self._path):
            return saved
        return with_new(saved, read_table_file(self._path).corrections)

    def edits(self) -> list[Edit]:
        """Give no edits: nothing is changed here."""
        return []

    def practice_edits(
        self, *, since: dt.datetime | None = None, number: int | None = None
    ) -> list[Edit]:
        """Give no edits: nothing is changed here."""
        del since, number
        return []

    def ended_logins(self) -> EndedLogins:
        """Refuse, as `require_writable` does: nobody logs in to change nothing."""
        self._refuse()

    def require_writable(self) -> None:
        """Refuse: a table file is only read.

        Raises:
            StoreError: Always; the message holds the command that makes a store of the table.
        """
        self._refuse()

    def save(self, practices: pd.DataFrame, by: Signature = UNSIGNED) -> None:
        """Refuse, as `require_writable` does."""
        del practices, by
        self._refuse()

    def change_practices(self, change: TableChange, by: Signature = UNSIGNED) -> None:
        """Refuse, as `require_writable` does."""
        del change, by
        self._refuse()

    def change_corrections(self, change: Change, by: Signature = UNSIGNED) -> None:
        """Refuse, as `require_writable` does."""
        del change, by
        self._refuse()

    def undo(self, key: str, by: Signature) -> list[Edit]:
        """Refuse, as `require_writable` does."""
        del key, by
        self._refuse()

    def _refuse(self) -> NoReturn:
        try:
            require_regular(self._path)
        except OSError as error:
            raise _unreadable(self._path, error) from error
        store = self._path.with_suffix(".sqlite")
        table, new = (quote(os.fspath(path)) for path in (self._path, store))
        raise StoreError(message("table-only-read", path=str(self._path), table=table, new=new))

    def _state(self) -> os.stat_result | None:
        """Give what the system says of the file; None where there is none."""
        try:
            return self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _unreadable(self._path, error) from error


def _unreadable(path: object, error: OSError) -> StoreError:
    return StoreError(message("table-not-read", path=str(path), reason=os_reason(error)))


def _digest(path: Path) -> str:
    """Give a digest of a file's content; what is absent counts, too."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return "-"
    require_regular(path)
    return _digest_of(path, state.st_ino, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=64)
def _digest_of(path: Path, *_state: int) -> str:
    """Give a digest of a file's content, read once for each state of the file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()
