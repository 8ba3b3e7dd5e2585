"""What of a file is not used, and why: a list with a line for each, so that nothing is lost."""

import csv
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Final, Self

HEADINGS: Final = ("file", "entry", "row", "problem", "place", "street", "number", "value")


class Problem(StrEnum):
    """Why a point, or a file of an archive, is not used."""

    NO_POINTS = "file_without_address_points"
    NO_PLACE = "reference_to_no_locality"
    NO_STREET = "reference_to_no_street"
    NUMBER = "unreadable_number"
    COORDINATES = "unreadable_coordinates"
    OUTSIDE = "outside_its_commune"


class ProblemList:
    """A CSV file of problems, written as they are found.

    Attributes:
        path: The file.
        counts: How many there are of each kind.
    """

    def __init__(self, path: Path) -> None:
        """Write to a new file."""
        self.path = path
        self.counts: Counter[Problem] = Counter()
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(HEADINGS)

    def add(self, problem: Problem, rows: Iterable[tuple[object, ...]]) -> None:
        """List points, or files of an archive.

        Args:
            problem: What is wrong with them.
            rows: For each its file, entry, row, place, street, number, and the value; empty where
                it has none.
        """
        for file, entry, row, place, street, number, value in rows:
            self._writer.writerow([file, entry, row, problem, place, street, number, value])
            self.counts[problem] += 1

    def __enter__(self) -> Self:
        """Use the list."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left."""
        self._file.close()
