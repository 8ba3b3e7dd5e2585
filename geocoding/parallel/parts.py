"""The output of a run in parts: one Parquet file a partition, each there whole or not at all."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from geocoding.errors import TableError

_ABOUT: Final = "_run.json"  # readers of Parquet folders pass over names with this first letter


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
        """The file of a part; numbers start at 0."""
        return self.folder / f"part-{number:06}.parquet"

    def missing(self) -> list[int]:
        """The numbers of the parts that are not done."""
        return [number for number in range(self.count) if not self.path(number).exists()]

    def remove_halves(self) -> None:
        """Remove what workers left that ended in the middle of a part."""
        for half in self.folder.glob(".part-*"):
            half.unlink(missing_ok=True)


def open_parts(folder: Path, count: int, *, about: Mapping[str, str]) -> Parts:
    """The folder of a run's parts: a new one, or one that the same run began.

    Args:
        folder: Made where there is none.
        count: Number of parts.
        about: What makes the run the same: input, geocoder, settings.

    Raises:
        TableError: The folder holds something else, or cannot be written.
    """
    run = {**about, "parts": count}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            _check_same(folder, run)
        else:
            write_whole(folder / _ABOUT, json.dumps(run, indent=1).encode())
    except OSError as error:
        raise TableError(f"{folder}: cannot be written ({error.strerror}).") from error
    return Parts(folder, count)


def _check_same(folder: Path, run: Mapping[str, object]) -> None:
    """Refuse a folder that another run made, or that no run made."""
    try:
        found = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError) as error:
        raise TableError(
            f"{folder}: holds files that are no run's output; name a new folder."
        ) from error
    differs = [name for name, value in run.items() if found.get(name) != value]
    if differs:
        raise TableError(
            f"{folder}: holds the output of another run (another {', '.join(differs)});"
            " name a new folder, or remove this one."
        )


def write_part(rows: pd.DataFrame, path: Path) -> None:
    """Write the rows to a Parquet file that is there whole or not at all."""
    partial = _partial(path)
    try:
        rows.to_parquet(partial, index=False)
        partial.replace(path)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all."""
    partial = _partial(path)
    partial.write_bytes(content)
    partial.replace(path)


def _partial(path: Path) -> Path:
    """Where a file grows until it is whole; two processes have two."""
    return path.with_name(f".{path.name}.{os.getpid()}")
