"""Files that an office adds, by their kinds, and what they hold."""

import json
from datetime import date
from pathlib import Path
from typing import Final

from geocoding.added.borders import BordersOfUnits
from geocoding.added.kind import Kind, SourceFile
from geocoding.added.points import ADDRESS_POINTS
from geocoding.added.population import PopulationOfCommunes
from geocoding.added.records import (
    Record,
    added_folder,
    changing,
    listed,
    now,
    stored_file,
)
from geocoding.added.registers import (
    RegisterOfLocalities,
    RegisterOfStreets,
    RegisterOfUnits,
)
from geocoding.errors import AddedDataError
from geocoding.files.atomic_write import replace_file
from geocoding.locale import message
from geocoding.resources import data_dir

KINDS: Final[tuple[Kind, ...]] = (
    RegisterOfUnits(),
    RegisterOfLocalities(),
    RegisterOfStreets(),
    BordersOfUnits(),
    PopulationOfCommunes(),
)
"""Every kind that can be added; a file is of the first that recognises it."""

_BOUNDARIES: Final = "borders"


def is_reference(record: Record) -> bool:
    """Say whether units, places, borders or addresses follow from it: whether it is no figure."""
    return record.kind in {*(kind.name for kind in KINDS), ADDRESS_POINTS}


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
        known_kinds = (*(each.name for each in KINDS), ADDRESS_POINTS)
        known = "; ".join(message(f"added-file-{name}") for name in known_kinds)
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
        added_at=now(),
        rows=contents.rows,
        files=names,
    )
    with changing(folder or added_folder()) as (place, records):
        for role, content in contents.files.items():
            replace_file(place / names[role], content)
        records[kind.name] = record
    return record


def remove_kind(name: str, *, folder: Path | None = None) -> list[Record]:
    """Remove the added data of a kind, and return what it was: what is shipped counts again.

    Raises:
        AddedDataError: There is none of the kind, or the folder cannot be written.
    """
    with changing(folder or added_folder()) as (_, records):
        of_kind = [key for key, record in records.items() if record.kind == name]
        if not of_kind:
            there = ", ".join(sorted({each.kind for each in records.values()})) or "–"
            raise AddedDataError(message("added-none-of-kind", name=name, there=there))
        return [records.pop(key) for key in of_kind]


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
    record = listed(added_folder()).get("population")
    path = stored_file("population", "population.json")
    if record is None or path is None:
        return None
    return json.loads(path.read_text("utf-8")), date.fromisoformat(record.day)
