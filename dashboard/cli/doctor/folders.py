"""Whether the program may write where it keeps something, and whether there is room."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from dashboard.cli.doctor.finding import Finding, Grade, ok, problem, warning
from dashboard.locale import message
from dashboard.practices.disk_cache import is_private
from geocoding.locale import os_reason

_MEBIBYTE: Final = 2**20
SCARCE_MIB: Final = 500
FULL_MIB: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WritableFolder:
    """A folder that something is kept in.

    Attributes:
        check: What is kept there.
        folder: The folder, which need not exist yet.
        grade: How bad it is when it cannot be written.
        loss: What is missed then.
        remedy: What helps.
    """

    check: str
    folder: Path
    grade: Grade
    loss: str
    remedy: str


def check_folder(wanted: WritableFolder) -> Finding:
    """Say whether a file can be made in a folder, or the folder where it is not there yet."""
    fault = writing_fault(wanted.folder)
    if not fault:
        return ok(wanted.check, found=message("doctor-writable", folder=str(wanted.folder)))
    return Finding(
        check=wanted.check,
        grade=wanted.grade,
        found=message(
            "doctor-not-writable",
            folder=str(wanted.folder),
            fault=str(fault),
            loss=str(wanted.loss),
        ),
        remedy=wanted.remedy,
    )


def check_privacy(folder: Path) -> Finding:
    """Say whether nobody else may look into the folder of what was prepared, if it is there."""
    if not folder.is_dir() or is_private(folder):
        return ok("prepared folder", found=message("doctor-private"))
    return warning(
        "prepared folder",
        found=message("doctor-open-folder", folder=str(folder)),
        remedy=message("doctor-chmod", folder=str(folder)),
    )


def check_room(folder: Path, *, free_bytes: int | None = None) -> Finding:
    """Say whether the disk of a folder has room.

    Args:
        folder: It need not exist yet.
        free_bytes: How much is free; None to ask the system.
    """
    place = _nearest(folder)
    free = shutil.disk_usage(place).free if free_bytes is None else free_bytes
    free_mib = free // _MEBIBYTE
    found = message("doctor-free", free=free_mib, place=str(place))
    remedy = message("doctor-make-room")
    if free_mib < FULL_MIB:
        return problem("disk", found=found, remedy=remedy)
    if free_mib < SCARCE_MIB:
        return warning("disk", found=found, remedy=remedy)
    return ok("disk", found=found)


def writing_fault(folder: Path) -> str:
    """Return why no file can be made in a folder, by trying; empty where one can."""
    try:
        with TemporaryFile(dir=_nearest(folder)):
            return ""
    except OSError as error:
        return os_reason(error)


def _nearest(folder: Path) -> Path:
    """Return a folder, or the nearest of those above it that exists."""
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())
