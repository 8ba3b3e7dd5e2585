"""The folder of added data: one list of what is there, and files that never change.

A file that is added gets a name of its own, by its checksum, and the list is replaced in one step
afterwards. So a reader finds the old data or the new, whole, whenever a program ends.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from filelock import FileLock
from platformdirs import user_data_path

from geocoding.added.borders import BordersOfUnits
from geocoding.added.kind import Kind, SourceFile
from geocoding.added.population import PopulationOfCommunes
from geocoding.added.registers import RegisterOfLocalities, RegisterOfUnits
from geocoding.errors import AddedDataError
from geocoding.files.atomic_write import replace_file
from geocoding.locale import message, os_reason
from geocoding.resources import data_dir

KINDS: Final[tuple[Kind, ...]] = (
    RegisterOfUnits(),
    RegisterOfLocalities(),
    BordersOfUnits(),
    PopulationOfCommunes(),
)
"""Every kind that can be added; a file is of the first that recognises it."""

_DATA_VARIABLE: Final = "MAPA_PRAKTYK_DATA"
_FOLDER: Final = "added"
_LIST: Final = "added.json"
_BOUNDARIES: Final = "borders"
_MAX_CACHED: Final = 1024
_STORED: Final = re.compile(r"[a-z0-9-]+-[0-9a-f]{16}-")
"""How the names of stored files begin: the kind, the checksum of the file that was added."""


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

    @property
    def is_of_units(self) -> bool:
        """Whether it is of one of KINDS, from which units, places or borders follow."""
        return self.kind in {each.name for each in KINDS}


def added_folder() -> Path:
    """Return the folder of added data: in the data folder that is named, else in the user's."""
    named = os.environ.get(_DATA_VARIABLE, "")
    base = Path(named) if named and Path(named).is_dir() else None
    return (base or user_data_path("mapa-praktyk", appauthor=False)) / _FOLDER


def add_file(
    path: Path, *, day: date | None = None, kind: Kind | None = None, folder: Path | None = None
) -> Record:
    """Add a file, recognised by its content and checked, in place of an older one of its kind.

    Args:
        path: The file.
        day: The day of its data, where the file states none or another one is right.
        kind: Of which kind it is, where that is known; else the first of KINDS that recognises it.
        folder: Where to store it; by default the folder of added data.

    Raises:
        AddedDataError: The file is of no known kind, is not as it should be, or cannot be stored.
    """
    source = SourceFile(path, day)
    kind = kind or next((each for each in KINDS if each.recognises(source)), None)
    if kind is None:
        known = "; ".join(message(f"added-file-{each.name}") for each in KINDS)
        raise AddedDataError(message("added-unknown", path=str(path), known=known))
    contents = kind.read(source)
    names = {role: f"{kind.name}-{source.sha256[:16]}-{role}" for role in contents.files}
    record = Record(
        kind=kind.name,
        title=kind.title,
        publisher=kind.publisher,
        publisher_url=kind.publisher_url,
        attribution=kind.attribution,
        source=path.name,
        sha256=source.sha256,
        day=contents.day.isoformat(),
        added_at=datetime.now(UTC).isoformat(timespec="seconds"),
        rows=contents.rows,
        files=names,
    )
    with _changing(folder or added_folder()) as (place, records):
        for role, content in contents.files.items():
            replace_file(place / names[role], content)
        records[kind.name] = record
    return record


def remove_kind(name: str, *, folder: Path | None = None) -> Record:
    """Remove the added data of a kind: what is shipped counts again.

    Raises:
        AddedDataError: There is none of the kind, or the folder cannot be written.
    """
    with _changing(folder or added_folder()) as (_, records):
        if name not in records:
            there = ", ".join(records) or "–"
            raise AddedDataError(message("added-none-of-kind", name=name, there=there))
        return records.pop(name)


def added(folder: Path | None = None) -> tuple[Record, ...]:
    """Return what was added, by kind.

    Raises:
        AddedDataError: The list of it cannot be read.
    """
    records = _listed(folder or added_folder())
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


def stored_file(kind: str, role: str, *, folder: Path | None = None) -> Path | None:
    """Return a stored file of a kind, None where none was added.

    Args:
        kind: Name of the kind.
        role: What the file holds: 'counties.geojson'.
        folder: The folder of added data; by default the one in use.
    """
    place = folder or added_folder()
    record = _listed(place).get(kind)
    return place / record.files[role] if record and role in record.files else None


def boundaries_file(name: str) -> Path:
    """Return the file of a level's areas: the borders that were added, else what is shipped.

    Args:
        name: 'communes', 'counties' or 'voivodeships'.
    """
    own = stored_file(_BOUNDARIES, f"{name}.geojson")
    return own or data_dir() / "boundaries" / f"{name}.geojson"


def has_borders() -> bool:
    """Return whether borders were added, so that areas are no approximate ones."""
    return stored_file(_BOUNDARIES, "communes.geojson") is not None


def added_units() -> dict[str, tuple[str, str]]:
    """Return name and kind of each commune by code, as the added register has them; {} for none."""
    path = stored_file("terc", "communes.json")
    if path is None:
        return {}
    listed = json.loads(path.read_text("utf-8"))
    return {code: (each["name"], each["kind"]) for code, each in listed.items()}


def added_population() -> tuple[dict[str, int], date] | None:
    """Return the added inhabitants of each commune by code, and their day; None for none."""
    record = _listed(added_folder()).get("population")
    path = stored_file("population", "population.json")
    if record is None or path is None:
        return None
    return json.loads(path.read_text("utf-8")), date.fromisoformat(record.day)


@contextmanager
def _changing(place: Path) -> Iterator[tuple[Path, dict[str, Record]]]:
    """Yield the folder and its records; what is changed in them is written at the end.

    Files that no record named before or names now are removed after that: a reader that has just
    read the list still finds those of the record that was replaced.

    Raises:
        AddedDataError: The folder cannot be written.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
        with FileLock(place / ".lock"):
            records = _listed(place)
            before = list(records.values())
            yield place, records
            listed = {name: asdict(record) for name, record in records.items()}
            text = json.dumps(listed, ensure_ascii=False, indent=1)
            replace_file(place / _LIST, text.encode())
            _remove_unlisted(place, [*before, *records.values()])
    except OSError as error:
        words = {"reason": os_reason(error), "variable": _DATA_VARIABLE}
        raise AddedDataError(
            message("added-folder-not-written", place=str(place), **words)
        ) from error


def _remove_unlisted(place: Path, records: list[Record]) -> None:
    """Remove the stored files that none of the records names."""
    named = {name for record in records for name in record.files.values()}
    for path in place.iterdir():
        if _STORED.match(path.name) and path.name not in named:
            with suppress(OSError):  # of a file that a reader holds open on Windows: next time
                path.unlink()


def _listed(place: Path) -> dict[str, Record]:
    """Return the records by kind.

    Raises:
        AddedDataError: The list cannot be read.
    """
    path = place / _LIST
    try:
        listed: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
        return {name: Record(**values) for name, values in listed.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise AddedDataError(
            message("added-list-not-read", path=str(path), error=str(error))
        ) from error
