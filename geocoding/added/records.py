"""The list of added data, and the files that it names, which never change.

A file that is added gets a name of its own, and the list is replaced in one step afterwards. So a
reader finds the old data or the new, whole, whenever a program ends.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from filelock import FileLock
from platformdirs import user_data_path

from geocoding.errors import AddedDataError
from geocoding.files.atomic_write import replace_file
from geocoding.locale import message, os_reason

_DATA_VARIABLE: Final = "MAPA_PRAKTYK_DATA"
_FOLDER: Final = "added"
_LIST: Final = "added.json"
_MAX_CACHED: Final = 1024
_OF_A_KIND: Final = re.compile(r"[a-z0-9_-]+-[0-9a-f]{16}\b.*")
"""Names of stored files and indexes: a kind and a checksum, or what is as unlikely to repeat."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One kind of data that was added.

    Attributes:
        kind: Name of the kind.
        title: What it is, in English.
        publisher: Who published it.
        publisher_url: The publisher's address.
        attribution: The words to show beside what is made of it.
        source: Name of the file that was added.
        sha256: Checksum of that file.
        day: ISO date of the data.
        added_at: When it was added, ISO, UTC.
        rows: Number of records.
        files: Name of each stored file by what it holds.
    """

    kind: str
    title: str
    publisher: str
    publisher_url: str
    attribution: str
    source: str
    sha256: str
    day: str
    added_at: str
    rows: int
    files: dict[str, str]


def added_folder() -> Path:
    """Return the folder of added data: in the data folder that is named, else in the user's."""
    named = os.environ.get(_DATA_VARIABLE, "")
    base = Path(named) if named and Path(named).is_dir() else None
    return (base or user_data_path("mapa-praktyk", appauthor=False)) / _FOLDER


def added(folder: Path | None = None) -> tuple[Record, ...]:
    """Return what was added, by kind.

    Raises:
        AddedDataError: The list of it cannot be read.
    """
    records = listed(folder or added_folder())
    return tuple(records[name] for name in sorted(records))


def stamp(folder: Path | None = None) -> tuple[int, int]:
    """Return what changes whenever data is added or removed: to keep what was read of it by."""
    try:
        state = ((folder or added_folder()) / _LIST).stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_ino


def cached_with_added(function: Callable[P, R]) -> Callable[P, R]:
    """Return a function that keeps its results until data is added or removed.

    Args:
        function: A function of hashable arguments whose result depends on the added data.
    """

    @lru_cache(maxsize=_MAX_CACHED)
    def in_state(_state: tuple[int, int], *args: P.args, **named: P.kwargs) -> R:
        return function(*args, **named)

    @wraps(function)
    def cached(*args: P.args, **named: P.kwargs) -> R:
        return in_state(stamp(), *args, **named)  # type: ignore[arg-type]  # they are hashable

    return cached


def now() -> str:
    """Return this moment as records have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def stored_file(kind: str, role: str, *, folder: Path | None = None) -> Path | None:
    """Return a stored file of a kind, None where none was added.

    Args:
        kind: Name of the kind.
        role: What the file holds: 'counties.geojson'.
        folder: The folder of added data; by default the one in use.
    """
    place = folder or added_folder()
    record = listed(place).get(kind)
    return place / record.files[role] if record and role in record.files else None


@contextmanager
def changing(place: Path) -> Iterator[tuple[Path, dict[str, Record]]]:
    """Yield the folder and its records; what is changed in them is written at the end.

    Files that no record named before or names now are removed after that: a reader that has just
    read the list still finds those of the record that was replaced.

    Raises:
        AddedDataError: The folder cannot be written.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
        with FileLock(place / ".lock"):
            records = listed(place)
            before = list(records.values())
            yield place, records
            content = {name: asdict(record) for name, record in records.items()}
            text = json.dumps(content, ensure_ascii=False, indent=1)
            replace_file(place / _LIST, text.encode())
            _remove_unlisted(place, [*before, *records.values()])
    except OSError as error:
        words = {"reason": os_reason(error), "variable": _DATA_VARIABLE}
        raise AddedDataError(
            message("added-folder-not-written", place=str(place), **words)
        ) from error


def _remove_unlisted(place: Path, records: list[Record]) -> None:
    """Remove the stored files and indexes that none of the records names."""
    named = {name for record in records for name in record.files.values()}
    for path in place.iterdir():
        if _OF_A_KIND.fullmatch(path.name) and path.name not in named:
            with suppress(OSError):  # of a file that a reader holds open on Windows: next time
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def listed(place: Path) -> dict[str, Record]:
    """Return the records by kind.

    Raises:
        AddedDataError: The list cannot be read.
    """
    path = place / _LIST
    try:
        content: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
        return {name: Record(**values) for name, values in content.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise AddedDataError(
            message("added-list-not-read", path=str(path), error=str(error))
        ) from error
