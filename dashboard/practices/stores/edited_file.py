"""A file whose every change leaves lines in a history beside it, whatever happens in between.

The order is: the lines are on the disk, then the file is replaced, then a line says that this was
done. Each edit's line says which state of the file it starts from and which one it makes. So a
process that ends before the file is replaced leaves lines whose change is not there, and these are
known by the file's state: they are no part of the history, and the next change adds a line which
says that they failed. An edit that came about stays, whatever somebody puts into the file later;
the next change adds a line which says that the file was changed outside. Lines are never altered.
"""

import datetime as dt
import errno
import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import FileIO
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError

from dashboard.errors import StoreError
from dashboard.practices.edits import Edit
from geocoding.whole_files import replace_file

_ABSENT: Final = "-"


class _Line(Edit):
    """An edit, and the states of the file between which it stands."""

    state_before: str
    state_after: str


class _Failure(BaseModel):
    """A line which says that an edit that was written down did not come about."""

    failed: str


class _Done(BaseModel):
    """A line which says that the file was in this state: the edits before it came about."""

    done: str


class _Outside(BaseModel):
    """A line which says that somebody else put the file into this state."""

    changed_outside: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class _Past:
    """What a history says.

    Attributes:
        lines: The edits that were written down.
        failed: The ids of those that did not come about.
        done: How many of the first edits came about or failed for sure.
        state: The state in which the last line leaves the file; empty where it does not say.
    """

    lines: tuple[_Line, ...] = ()
    failed: frozenset[str] = frozenset()
    done: int = 0
    state: str = ""


class EditedFile:
    """A file and its history, NAME.history.jsonl."""

    def __init__(self, path: Path, *, check: Callable[[bytes], object]) -> None:
        """Watch over a file, which need not exist.

        Args:
            path: The file.
            check: Reads a content as it is read later; raises where it cannot be read.
        """
        self._path = path
        self._check = check
        self._history = path.with_name(f"{path.stem}.history.jsonl")

    def edits(self) -> list[Edit]:
        """The edits that came about, the oldest first.

        Raises:
            StoreError: The history cannot be read.
        """
        past = self._read()
        pending = {each.id for each in self._pending(past)}
        return [each for each in past.lines if each.id not in past.failed | pending]

    def replace(self, content: bytes, edits: Sequence[Edit]) -> None:
        """Replace the file, and write down the edits that do so; nothing where there are none.

        Nobody else may write meanwhile.

        Raises:
            OSError: One of the two cannot be written; the file is as it was.
            StoreError: The history cannot be read.
            Exception: What `check` raises of the content; nothing was written.
        """
        if not edits:
            return
        self._check(content)
        self._settle()
        before, after = self._state(), _digest(content)
        lines = [
            _Line(**each.model_dump(exclude={"action"}), state_before=before, state_after=after)
            for each in edits
        ]
        self._append(lines)
        try:
            replace_file(self._path, content)
        except OSError:
            self._settle()
            raise
        with suppress(OSError):  # the edits are whole without it: the file is as they leave it
            self._append([_Done(done=after)])

    def _settle(self) -> None:
        """Write down which of the last edits did not come about, and what others did meanwhile."""
        self._drop_torn_line()
        past, state = self._read(), self._state()
        notes: list[BaseModel] = [_Failure(failed=each.id) for each in self._pending(past)]
        if not notes and past.lines and state != past.state:
            notes.append(_Outside(changed_outside=state, at=dt.datetime.now(dt.UTC)))
        self._append(notes)

    def _pending(self, past: _Past) -> list[_Line]:
        """The last edits, where no line says that they came about and the file is as before."""
        open_ones = past.lines[past.done :]
        if not open_ones or self._state() != open_ones[-1].state_before:
            return []
        states = (open_ones[-1].state_before, open_ones[-1].state_after)
        return [line for line in open_ones if (line.state_before, line.state_after) == states]

    def _append(self, lines: Sequence[BaseModel]) -> None:
        """Add lines, all of them or none, and have them on the disk.

        Raises:
            OSError: They cannot be written.
        """
        if not lines:
            return
        content = "".join(f"{each.model_dump_json()}\n" for each in lines).encode()
        handle = os.open(self._history, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        with os.fdopen(handle, "ab", buffering=0) as file:
            length = file.tell()
            try:
                _write_all(file, content)
            except OSError:
                file.truncate(length)
                raise

    def _drop_torn_line(self) -> None:
        """Drop what a process that ended while it wrote left of a line: its change never began."""
        if self._history.exists():
            with self._history.open("rb+") as file:
                content = file.read()
                if content and not content.endswith(b"\n"):
                    file.truncate(content.rfind(b"\n") + 1)

    def _read(self) -> _Past:
        """What the history says.

        Raises:
            StoreError: They cannot be read.
        """
        try:
            state = self._history.stat()
            return _read(self._history, state.st_ino, state.st_size, state.st_mtime_ns)
        except FileNotFoundError:
            return _Past()
        except (OSError, ValidationError, UnicodeError) as error:
            reason = "a line is no edit" if isinstance(error, ValidationError) else str(error)
            raise StoreError(
                f"{self._history}: the history of corrections cannot be read ({reason}); put a"
                " copy of it back, or move it away to begin a new one"
            ) from error

    def _state(self) -> str:
        """The state of the file."""
        try:
            return _digest(self._path.read_bytes())
        except FileNotFoundError:
            return _ABSENT


@lru_cache(maxsize=4)
def _read(path: Path, *_state: int) -> _Past:
    """The whole lines of a history, read once for each state of the file."""
    text = path.read_text(encoding="utf-8")
    lines: list[_Line] = []
    failed: set[str] = set()
    done, state = 0, ""
    for line in text.split("\n")[:-1]:  # what follows the last one is torn, or nothing
        if line.startswith('{"failed":'):
            failed.add(_Failure.model_validate_json(line).failed)
            done, state = len(lines), lines[-1].state_before if lines else ""
        elif line.startswith('{"done":'):
            done, state = len(lines), _Done.model_validate_json(line).done
        elif line.startswith('{"changed_outside":'):
            done, state = len(lines), _Outside.model_validate_json(line).changed_outside
        else:
            edit = _Line.model_validate_json(line)
            if lines and edit.state_before != lines[-1].state_before:
                done = len(lines)  # it starts from what they made
            state = edit.state_after
            lines.append(edit)
    return _Past(tuple(lines), frozenset(failed), done, state)


def _write_all(file: FileIO, content: bytes) -> None:
    """Have the whole content on the disk.

    Raises:
        OSError: It cannot be written, or not all of it.
    """
    if file.write(content) != len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


def _digest(content: bytes) -> str:
    """What tells a state of the file from another one."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
