"""Replaces the files of a folder at the end of a build; until then the old ones stay."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from geocoding.errors import GazetteerError
from geocoding.locale import message, os_reason

_STAGING: Final = ".build"
_LOCK: Final = ".lock"


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give an empty folder inside a folder; its files take their places there once all went well.

    Each file takes its place whole, one right after another in the order in which they were made.
    What an ended build left is removed.

    Raises:
        GazetteerError: Another build is at work in the folder, or it cannot be written.
    """
    staging = output / _STAGING
    try:
        staging.mkdir(parents=True, exist_ok=True)
        with FileLock(staging / _LOCK, blocking=False):
            _clear(staging)
            try:
                yield staging
                _move(staging, output)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except Timeout as error:
        raise GazetteerError(message("build-busy", folder=str(output))) from error
    except OSError as error:
        raise GazetteerError(
            message("build-not-written", folder=str(output), reason=os_reason(error))
        ) from error


def _clear(staging: Path) -> None:
    """Remove all but the lock."""
    for left in staging.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        elif left.name != _LOCK:
            left.unlink()


def _move(staging: Path, output: Path) -> None:
    """Put the files of a folder into another one, once all of them are on the disk."""
    made = [path for path in staging.rglob("*") if path.is_file() and path.name != _LOCK]
    made.sort(key=lambda path: path.stat().st_mtime_ns)
    for path in made:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    for path in made:
        target = output / path.relative_to(staging)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
