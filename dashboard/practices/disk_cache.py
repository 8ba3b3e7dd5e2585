"""A cache on disk of what was computed once: whole entries under keys, readable by nobody else.

An entry may hold names of persons, so a folder that other users may read is not used at all. A
damaged entry counts as none. A folder that cannot be used is no error: what cannot be cached is
computed again.

The entries stand in a subfolder of their own under names of their own, and nothing else is ever
removed: the folder may hold other files, too. No link is followed from there.

diskcache, which holds the answers of geocoders, was tried for it: it knows no checksum (a file that
was changed is given out as it is, and mapping it into memory may end the process), evicts by bytes
and not by number, and all that is asked of the folder here would have to stand before it. To put an
entry of 25 MB took it 350 ms for 240.
"""

import hashlib
import json
import os
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from filelock import FileLock
from platformdirs import user_cache_path

from dashboard.variables import CACHE_VARIABLE

_OWN_FOLDER: Final = "mapa-praktyk-entries"
_ENTRY: Final = "entry-"
_SUMS: Final = "sums.json"
_ENTRIES_KEPT: Final = 6
_NEW: Final = ".new-"
_LOCK: Final = ".lock"
_TIMEOUT_S: Final = 120.0
_NS: Final = 1_000_000_000


def cache_folder() -> Path:
    """Give the folder in use: the one that CACHE_VARIABLE names, else one in the user's cache."""
    asked = os.environ.get(CACHE_VARIABLE)
    return Path(asked) if asked else user_cache_path("mapa-praktyk", appauthor=False) / "prepared"


class DiskCache:
    """The entries in a folder, each a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made with the first entry."""
        self._folder = folder
        self._entries = folder / _OWN_FOLDER

    def find(self, key: str) -> Path | None:
        """Return the entry under a key, just as it was put; None where there is none."""
        entry = self._entries / f"{_ENTRY}{key}"
        try:
            if not self._is_safe() or not _is_folder(entry):
                return None
            if json.loads((entry / _SUMS).read_text("utf-8")) != _sums(entry):
                return None
            os.utime(entry)
        except (OSError, ValueError):
            return None
        return entry

    def put(self, key: str, write: Callable[[Path], None]) -> Path | None:
        """Return the entry under a key; None where the folder cannot hold it.

        Another process sees it whole or not at all. An entry that another process has put there
        meanwhile is returned as it is.

        Args:
            key: A name for a file.
            write: Called with an empty folder, it puts files there.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_private(self._folder):
                self._entries.mkdir(mode=0o700, exist_ok=True)
            if not self._is_safe():
                return None
            with FileLock(self._entries / _LOCK, timeout=_TIMEOUT_S):
                self._remove_halves()
                entry = self.find(key) or self._put(key, write)
                self._forget_oldest(but=key)
        except OSError:
            return None
        return entry

    def _is_safe(self) -> bool:
        """Say whether nobody else can look into the folder of the entries, or has made it."""
        return is_private(self._folder) and _is_folder(self._entries) and is_private(self._entries)

    def _put(self, key: str, write: Callable[[Path], None]) -> Path:
        """Put an entry there, in place of a damaged one; its checksums are of what the disk has."""
        fresh = Path(mkdtemp(dir=self._entries, prefix=_NEW))
        try:
            write(fresh)
            (fresh / _SUMS).write_text(json.dumps(_sums(fresh)), encoding="utf-8")
            entry = self._entries / f"{_ENTRY}{key}"
            shutil.rmtree(entry, ignore_errors=True)
            return fresh.rename(entry)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def _remove_halves(self) -> None:
        """Remove what processes left that ended while they put an entry there."""
        for half in self._own(_NEW):
            shutil.rmtree(half, ignore_errors=True)

    def _forget_oldest(self, *, but: str) -> None:
        """Leave the entries that were used last; one that is mapped stays readable.

        An entry of a time to come was used before the clock was set back: it counts as the oldest.
        """
        now_ns = time.time_ns() + _NS
        ages_ns = {
            entry: (now_ns - entry.lstat().st_mtime_ns) % (1 << 63)
            for entry in self._own(_ENTRY)
            if entry.name != f"{_ENTRY}{but}"
        }
        for entry in sorted(ages_ns, key=ages_ns.__getitem__)[_ENTRIES_KEPT - 1 :]:
            shutil.rmtree(entry, ignore_errors=True)

    def _own(self, prefix: str) -> list[Path]:
        """Return the folders that were made here under names that begin so."""
        return [path for path in self._entries.glob(f"{prefix}*") if _is_folder(path)]


def is_private(folder: Path) -> bool:
    """Say whether a folder, or a link to it, is this user's, and nobody else may look into it."""
    if os.name == "nt":  # there the cache lies in the user's profile
        return True
    states = (folder.lstat(), folder.stat())
    return all(each.st_uid == os.getuid() for each in states) and not states[1].st_mode & 0o077


def _is_folder(path: Path) -> bool:
    """Say whether there is a folder, not a link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def _sums(entry: Path) -> dict[str, str]:
    """Return the checksum of each file of an entry, by its path inside."""
    sums = {}
    for path in sorted(entry.rglob("*")):
        if path.is_file() and path.name != _SUMS:
            with path.open("rb") as file:
                sums[path.relative_to(entry).as_posix()] = hashlib.file_digest(
                    file, "blake2b"
                ).hexdigest()
    return sums
