"""The address points that were added: an index of all files, with a record for each."""

import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Final

from geocoding.added.records import (
    Record,
    added_folder,
    cached_with_added,
    changing,
    listed,
    now,
)
from geocoding.added.registers import STREETS, STREETS_FILE
from geocoding.address_points import (
    AddressPoints,
    ImportResult,
    OfficialNames,
    PointSource,
    Progress,
    import_files,
    write_pack,
)
from geocoding.errors import AddedDataError
from geocoding.files.atomic_write import replacing
from geocoding.locale import message, os_reason

ADDRESS_POINTS: Final = "address_points"
"""Name of the kind."""

_INDEX: Final = "index"


def add_address_points(
    paths: Sequence[Path],
    *,
    day: date | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Add files of address points; each takes the place of what was added of its counties.

    The index is made beside the one in use, which stays where anything fails.

    Args:
        paths: The files.
        day: The day of their data, where the files state none or another one is right.
        folder: Where to store it; by default the folder of added data.
        progress: Gets the bytes that were read since its last call.

    Raises:
        AddedDataError: A file is not as it should be, or cannot be stored.
    """
    with changing(folder or added_folder()) as (place, records), ExitStack() as on_failure:
        old = _index_of(place, records)
        index = place / f"{ADDRESS_POINTS}-{secrets.token_hex(8)}"
        index.mkdir()
        on_failure.callback(shutil.rmtree, index, ignore_errors=True)
        result = import_files(paths, index, old=old, day=day, progress=progress or (lambda _: None))
        _sync(index)
        on_failure.pop_all()
        added_at = {each.sha256: each.added_at for each in records.values()}
        for name in [name for name, each in records.items() if each.kind == ADDRESS_POINTS]:
            del records[name]
        for source in result.sources:
            records[f"{ADDRESS_POINTS}/{source.sha256[:16]}"] = _record_of(
                source, index.name, added_at.get(source.sha256, now())
            )
    return result


def pack_address_points(path: Path) -> int:
    """Write all added address points to one compact file, and return how many there are.

    Raises:
        AddedDataError: There are none, or the file cannot be written.
    """
    points = added_address_points()
    if points is None:
        raise AddedDataError(message("added-none-of-kind", name=ADDRESS_POINTS, there="–"))
    try:
        with replacing(path) as fresh:
            write_pack(points, fresh)
    except OSError as error:
        words = {"path": str(path), "reason": os_reason(error)}
        raise AddedDataError(message("points-pack-not-written", **words)) from error
    return len(points)


@cached_with_added
def added_address_points() -> AddressPoints | None:
    """Return the index of the address points that were added; None where there are none.

    Raises:
        AddedDataError: It cannot be read.
    """
    place = added_folder()
    return _index_of(place, listed(place))


def _index_of(place: Path, records: Mapping[str, Record]) -> AddressPoints | None:
    """Return the index that the records name, None where they name none."""
    record = next((each for each in records.values() if each.kind == ADDRESS_POINTS), None)
    if record is None:
        return None
    index = place / record.files[_INDEX]
    streets = records.get(STREETS)
    try:
        names = OfficialNames.open(place / streets.files[STREETS_FILE]) if streets else None
        return AddressPoints.open(index, names)
    except (OSError, ValueError, KeyError) as error:
        raise AddedDataError(
            message("points-index-not-read", path=str(index), error=str(error))
        ) from error


def _record_of(source: PointSource, index: str, added_at: str) -> Record:
    """Return the record of a file of address points."""
    return Record(
        kind=ADDRESS_POINTS,
        title=f"Address points (PRG, {source.model})",
        publisher="GUGiK",
        publisher_url="https://www.geoportal.gov.pl/",
        attribution="Główny Urząd Geodezji i Kartografii (GUGiK), PRG",
        source=source.source,
        sha256=source.sha256,
        day=source.day,
        added_at=added_at,
        rows=sum(source.counties.values()),
        files={_INDEX: index},
    )


def _sync(index: Path) -> None:
    """Have the files of an index on the disk before anything names them."""
    for path in index.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
