"""Files that are replaced in one step: a reader sees the old one or the new one, whole.

A new file grows beside the old one, as `.NAME.RANDOM.part`, and is on the disk before it takes the
old one's place. Whoever makes it holds it locked: the next writer of that name removes what an
ended process left behind, and nothing that another one is writing just now.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import Final

from filelock import lock_descriptor

from geocoding.files.regular_files import require_regular

_HOLDS_FILES: Final = os.name != "nt"  # Windows removes no file that is open, and renames none
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SUFFIX: Final = ".part"
_NAME_LENGTH: Final = 60  # of a name's characters: the new file's name must not be too long


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Make an empty file beside a path, which takes the path's place once all went well.

    Raises:
        OSError: The folder or the file cannot be written; nothing was changed.
    """
    target = path.resolve()
    require_regular(target)
    remove_abandoned(target.parent, name=target.name)
    handle, fresh = _claimed(target)
    try:
        yield fresh
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        if target.exists():
            fresh.chmod(target.stat().st_mode & 0o777)
        fresh.replace(target)
        _sync_folder(target.parent)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        if _HOLDS_FILES:
            os.close(handle)


def replace_file(path: Path, content: bytes) -> None:
    """Put the content into the file in one step.

    Raises:
        OSError: The folder or the file cannot be written; nothing was changed.
    """
    with replacing(path) as fresh:
        fresh.write_bytes(content)


def means_no_room(error: OSError) -> bool:
    """Say whether a file could not be written because the disk, or the quota, is full."""
    return error.errno in _NO_ROOM


def remove_abandoned(folder: Path, *, name: str = "") -> None:
    """Remove the new files that ended processes left in a folder; those in use stay.

    Args:
        folder: The folder.
        name: How the names of the files begin that they were to replace.
    """
    for left in folder.glob(f".{escape(name[:_NAME_LENGTH])}*{_SUFFIX}"):
        with suppress(OSError):
            if _is_abandoned(left):
                left.unlink()


def is_new_file(path: Path) -> bool:
    """Say whether a file is one that is being made, or was left by an ended process."""
    return path.name.startswith(".") and path.suffix == _SUFFIX


def _claimed(target: Path) -> tuple[int, Path]:
    """Return a new file beside a path, held by its handle where the system allows that."""
    while True:
        name = f".{target.name[:_NAME_LENGTH]}.{secrets.token_hex(4)}{_SUFFIX}"
        fresh = target.with_name(name)
        handle = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
        if not _HOLDS_FILES:
            os.close(handle)
            return handle, fresh
        with suppress(OSError):  # a file system without locks: nobody takes it for abandoned
            lock_descriptor(handle, blocking=False)
        if fresh.exists():
            return handle, fresh
        os.close(handle)  # another writer took it for abandoned before it was locked


def _is_abandoned(path: Path) -> bool:
    """Say whether nobody holds a file."""
    if not _HOLDS_FILES:
        return True
    handle = os.open(path, os.O_RDWR)
    try:
        return lock_descriptor(handle, blocking=False)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Flush the entries of a folder to disk, where the system can."""
    if not _HOLDS_FILES:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
