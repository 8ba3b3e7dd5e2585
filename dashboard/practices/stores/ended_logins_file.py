"""The list of ended logins beside a practices table in a file, which all its servers share."""

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Final

from pydantic import AwareDatetime, BaseModel, ValidationError

from dashboard.errors import StoreError
from dashboard.practices.writers import alone_with
from geocoding.whole_files import means_no_room, replace_file

_NAME: Final = ".ended-logins.json"
_PATIENCE_S: Final = 5.0


class _Content(BaseModel):
    """What the file holds.

    Attributes:
        ended: Digests of logins, each with the moment when it would have ended by itself.
    """

    ended: dict[str, AwareDatetime]


class FileEndedLogins:
    """The file `.ended-logins.json` in the table's folder."""

    def __init__(self, table: Path) -> None:
        """Keep the list beside a table; nothing is read or written yet."""
        self._path = table.with_name(_NAME)

    def prepare(self) -> None:
        """Make the file, or write it anew without what would have ended by now.

        Raises:
            StoreError: It cannot be made, read or written.
        """
        self._change({})

    def add(self, login: str, *, until: dt.datetime) -> None:
        """Put a login into the file.

        Raises:
            StoreError: It cannot be read or written.
        """
        self._change({login: until})

    def has(self, login: str) -> bool:
        """Whether a login is in the file.

        Raises:
            StoreError: It cannot be read.
        """
        return login in self._read().ended

    def _change(self, more: dict[str, dt.datetime]) -> None:
        """Replace the file by one with some more logins, without those that ended by themselves."""
        try:
            with alone_with(self._path, patience_s=_PATIENCE_S):
                now = dt.datetime.now(dt.UTC)
                lasting = {
                    login: until for login, until in self._read().ended.items() if until >= now
                }
                content = _Content(ended=lasting | more).model_dump_json()
                replace_file(self._path, content.encode())
        except OSError as error:
            is_full = means_no_room(error)
            helps = "make room on that disk" if is_full else "let the server write in that folder"
            raise StoreError(
                f"{self._path}: the list of ended logins cannot be written"
                f" ({error.strerror or error}); {helps}"
            ) from error

    def _read(self) -> _Content:
        """The file's content; an empty list where there is no file.

        Raises:
            StoreError: It cannot be read.
        """
        try:
            state = self._path.stat()
            return _read(self._path, state.st_ino, state.st_size, state.st_mtime_ns)
        except FileNotFoundError:
            return _Content(ended={})
        except (OSError, ValidationError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is damaged"
            raise StoreError(
                f"{self._path}: the list of ended logins cannot be read ({reason}), so nobody who"
                " logged in can save; let the server read it, or remove it once no login of before"
                " holds any more (12 hours)"
            ) from error


@lru_cache(maxsize=4)
def _read(path: Path, *_state: int) -> _Content:
    """The content of the file, read once for each state of it."""
    return _Content.model_validate_json(path.read_bytes())
