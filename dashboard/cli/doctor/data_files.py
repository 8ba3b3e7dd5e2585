"""Whether the data that ships with the program is what the list of sources says."""

import hashlib
import tomllib
from pathlib import Path

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.locale import message
from geocoding.locale import os_reason

_DATA = "data files"
_GAZETTEER = "gazetteer"


def check_data(folder: Path) -> list[Finding]:
    """Say whether each file that the list of sources names is there, with its checksum.

    Args:
        folder: The data folder, with `sources.toml`.
    """
    manifest, reinstall = folder / "sources.toml", message("doctor-data-again")
    try:
        entries = tomllib.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError) as error:
        return [problem(_DATA, found=f"{manifest}: {error}", remedy=reinstall)]
    faults = [
        problem(_DATA, found=fault, remedy=reinstall)
        for entry in entries
        if (fault := _fault(folder / entry["file"], entry.get("sha256")))
    ]
    if faults:
        return faults
    checked = sum("sha256" in entry for entry in entries)
    days = [entry["data_date"] for entry in entries if entry["file"].startswith("gazetteer/")]
    return [
        ok(_DATA, found=_of_files(len(entries), checked)),
        ok(
            _GAZETTEER,
            found=message("doctor-data-days", min=str(min(days)), max=str(max(days)))
            if days
            else message("doctor-none"),
        ),
    ]


def _of_files(count: int, checked: int) -> str:
    """Return all files, and how many of them may change and so have no checksum."""
    free = message("doctor-data-free", count=count - checked) if count > checked else ""
    return message("doctor-data-whole", count=count, checked=checked, free=free)


def _fault(path: Path, checksum: str | None) -> str:
    """Return what is wrong with a file, in words; empty where nothing is."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return message("doctor-unreadable", file=str(path), reason=os_reason(error))
    is_other = checksum and found != checksum
    return message("doctor-data-other", file=str(path)) if is_other else ""
