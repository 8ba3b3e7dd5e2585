"""The map file that an office added with `mapa-praktyk data add`: copied, then read in place."""

import hashlib
import re
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from dashboard.locale import message
from dashboard.poland.tile_file import SQLITE_START
from dashboard.poland.tile_file_opening import open_tile_file
from geocoding.added import Record, cached_with_added, remove_kind, stored_file
from geocoding.added.records import added_folder, changing, now
from geocoding.errors import AddedDataError
from geocoding.files.atomic_write import replacing
from geocoding.files.regular_files import require_regular
from geocoding.locale import os_reason

ADDED_MAP: Final = "map"
"""Name of the kind of added data."""

OPENSTREETMAP: Final = "OpenStreetMap"
"""How the attribution of a map under the ODbL names its publisher."""

_COPYRIGHT: Final = "https://www.openstreetmap.org/copyright"
_ROLE: Final = "tiles"
_CHUNK: Final = 1 << 20
_MBTILES: Final = frozenset({"metadata", "tiles"})
_START_BYTES: Final = 16
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def holds_map(path: Path) -> bool:
    """Say whether a file holds tiles of a map, by its content: PMTiles, or MBTiles.

    Raises:
        AddedDataError: It cannot be read.
    """
    try:
        require_regular(path)
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
    except OSError as error:
        words = {"path": str(path), "reason": os_reason(error)}
        raise AddedDataError(message("basemap-not-read", **words)) from error
    if start.startswith(b"PMTiles"):
        return True
    return start.startswith(SQLITE_START) and _is_mbtiles(path)


def _is_mbtiles(path: Path) -> bool:
    """Say whether an SQLite file has the tables of MBTiles; one that is damaged may have."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            found = database.execute("SELECT name FROM sqlite_master").fetchall()
    except sqlite3.Error:
        return True  # opening it says what is wrong
    return {str(name) for (name,) in found} >= _MBTILES


def add_map(
    path: Path,
    *,
    day: date | None = None,
    folder: Path | None = None,
    progress: Callable[[int], object] = lambda _: None,
) -> Record:
    """Copy a map file to the added data, in place of an earlier one.

    Args:
        path: The file.
        day: The day of its data, where the file states none or another one is right.
        folder: Where to store it; by default the folder of added data.
        progress: Gets the bytes that were copied since its last call.

    Raises:
        AddedDataError: It states no day and none is given, or it cannot be stored.
        BasemapError: It cannot be used as a map.
    """
    file = open_tile_file(path)
    stated = day.isoformat() if day else file.facts.day
    if not _DAY.fullmatch(stated):
        raise AddedDataError(message("basemap-no-day", path=str(path)))
    attribution = file.facts.attribution
    is_open = OPENSTREETMAP in attribution
    with changing(folder or added_folder()) as (place, records):
        name = f"{ADDED_MAP}-{secrets.token_hex(8)}-{_ROLE}"
        with replacing(place / name) as fresh:
            sha256 = _copy(path, fresh, progress)
        record = Record(
            kind=ADDED_MAP,
            title=file.facts.name or path.stem,
            publisher=OPENSTREETMAP if is_open else attribution,
            publisher_url=_COPYRIGHT if is_open else "",
            attribution=attribution,
            source=path.name,
            sha256=sha256,
            day=stated,
            added_at=now(),
            rows=file.count(),
            files={_ROLE: name},
        )
        records[ADDED_MAP] = record
    _remove_unlisted(folder)
    return record


def remove_map(*, folder: Path | None = None) -> list[Record]:
    """Remove the map file that was added, and return what it was.

    Raises:
        AddedDataError: There is none, or the folder cannot be written.
    """
    removed = remove_kind(ADDED_MAP, folder=folder)
    _remove_unlisted(folder)
    return removed


def _remove_unlisted(folder: Path | None) -> None:
    """Remove the copy that no record names any more; a change of the list removes those before it.

    Other files may stay until the next change, but this one may have gigabytes.
    """
    with changing(folder or added_folder()):
        pass


def _copy(path: Path, target: Path, progress: Callable[[int], object]) -> str:
    """Copy a file in parts, whatever its size, and return its checksum."""
    digest = hashlib.sha256()
    with path.open("rb") as source, target.open("wb") as copy:
        while part := source.read(_CHUNK):
            digest.update(part)
            copy.write(part)
            progress(len(part))
    return digest.hexdigest()


@cached_with_added
def added_map() -> Path | None:
    """Return the map file that was added; None without one, or where the list cannot be read."""
    try:
        return stored_file(ADDED_MAP, _ROLE)
    except AddedDataError:  # `mapa-praktyk data list` says so
        return None
