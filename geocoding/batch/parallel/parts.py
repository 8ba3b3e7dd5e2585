"""The output of a run in parts: one Parquet file a partition, each there whole or not at all."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
from filelock import FileLock, Timeout

from geocoding.errors import TableError
from geocoding.files.atomic_write import is_new_file, remove_abandoned, replace_file, replacing
from geocoding.locale import message, os_reason

_ABOUT: Final = "_run.json"  # readers of Parquet folders pass over names with this first letter
_LOCK: Final = "_run.lock"


@dataclass(frozen=True, slots=True)
class Parts:
    """A folder of parts.

    Attributes:
        folder: The folder.
        count: Number of parts when all are done.
    """

    folder: Path
    count: int

    def path(self, number: int) -> Path:
        """Return the file of a part; numbers start at 0."""
        return self.folder / f"part-{number:06}.parquet"

    def missing(self) -> list[int]:
        """Return the numbers of the parts that are not done."""
        return [number for number in range(self.count) if not self.path(number).exists()]

    def remove_halves(self) -> None:
        """Remove what workers left that ended in the middle of a part."""
        remove_abandoned(self.folder)


@contextmanager
def open_parts(folder: Path, count: int, *, about: Mapping[str, str]) -> Iterator[Parts]:
    """Open the folder of a run's parts, for this run alone: a new one, or one that it began.

    Args:
        folder: Made where there is none.
        count: Number of parts.
        about: What makes the run the same: input, geocoder, settings.

    Raises:
        TableError: The folder holds something else, another run is at work in it, or it cannot
            be written.
    """
    run = {**about, "parts": count}
    about_path = folder / _ABOUT
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not all(map(_is_passing, folder.iterdir())):
            _check_same(folder, run)
        with FileLock(folder / _LOCK, blocking=False):
            if about_path.exists():
                _check_same(folder, run)
            else:
                replace_file(about_path, json.dumps(run, indent=1).encode())
            yield Parts(folder, count)
    except Timeout as error:
        raise TableError(message("folder-busy", folder=str(folder))) from error
    except OSError as error:
        raise TableError(
            message("folder-not-written", folder=str(folder), reason=os_reason(error))
        ) from error


def _is_passing(path: Path) -> bool:
    """Say whether a file says nothing of what a folder holds."""
    return path.name == _LOCK or is_new_file(path)


def _check_same(folder: Path, run: Mapping[str, object]) -> None:
    """Refuse a folder that another run made, or that no run made."""
    try:
        found = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError) as error:
        raise TableError(message("folder-other-files", folder=str(folder))) from error
    differs = [name for name, value in run.items() if found.get(name) != value]
    if differs:
        raise TableError(
            message("folder-other-run", folder=str(folder), differs=", ".join(differs))
        )


def write_part(rows: pd.DataFrame, path: Path) -> None:
    """Write the rows to a Parquet file that is there whole or not at all."""
    with replacing(path) as fresh:
        rows.to_parquet(fresh, index=False)
