"""A folder of what was worked out once: whole entries under keys, readable by nobody else.

What is kept may hold names of persons, so a folder that others may look into is not used at
all. An entry that is damaged counts as none. Nothing that befalls the folder is an error: what
cannot be kept is worked out again.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from platformdirs import user_cache_path

SHELF_VARIABLE: Final = "MAPA_PRAKTYK_PREPARED"
"""The environment variable that names the folder."""

_SUMS: Final = "sums.json"
_ENTRIES_KEPT: Final = 6


def shelf_folder() -> Path:
    """The folder in use: the one that SHELF_VARIABLE names, else one in the user's cache."""
    asked = os.environ.get(SHELF_VARIABLE)
    return Path(asked) if asked else user_cache_path("mapa-praktyk", appauthor=False) / "prepared"


class Shelf:
    """The entries in a folder, each a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Keep entries in a folder, which is made when the first one is put there."""
        self._folder = folder

    def find(self, key: str) -> Path | None:
        """The entry under a key, just as it was put; None where there is none."""
        entry = self._folder / key
        try:
            if not is_private(self._folder):
                return None
            if json.loads((entry / _SUMS).read_text("utf-8")) != _sums(entry):
                return None
            os.utime(entry)
        except (OSError, ValueError):
            return None
        return entry

    def put(self, key: str, write: Callable[[Path], None]) -> Path | None:
        """The entry under a key, new; None where the folder cannot keep it.

        Another process sees it whole or not at all.

        Args:
            key: A name for a file.
            write: Called with an empty folder, it puts files there.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not is_private(self._folder):
                return None
            fresh = Path(mkdtemp(dir=self._folder, prefix=".new-"))
            try:
                write(fresh)
                (fresh / _SUMS).write_text(json.dumps(_sums(fresh)), encoding="utf-8")
                if self.find(key) is None:  # or another process was quicker
                    shutil.rmtree(self._folder / key, ignore_errors=True)
                    fresh.rename(self._folder / key)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
            self._forget_oldest()
        except OSError:
            return None
        return self.find(key)

    def _forget_oldest(self) -> None:
        """Leave the entries that were used last; one that is mapped stays readable."""
        entries = sorted(self._folder.iterdir(), key=lambda entry: -entry.stat().st_mtime_ns)
        for entry in entries[_ENTRIES_KEPT:]:
            shutil.rmtree(entry, ignore_errors=True)


def is_private(folder: Path) -> bool:
    """Whether a folder is this user's, and nobody else may look into it."""
    if os.name == "nt":  # there the cache lies in the user's profile
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o077


def _sums(entry: Path) -> dict[str, str]:
    """The checksum of each file of an entry, by its path inside."""
    sums = {}
    for path in sorted(entry.rglob("*")):
        if path.is_file() and path.name != _SUMS:
            with path.open("rb") as file:
                sums[path.relative_to(entry).as_posix()] = hashlib.file_digest(
                    file, "blake2b"
                ).hexdigest()
    return sums
