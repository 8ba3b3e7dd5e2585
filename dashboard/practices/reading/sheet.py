"""A table as it came: headings, and every cell as text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard.errors import UploadError
from dashboard.practices.reading.limits import MOST_COLUMNS, MOST_ROWS


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts.

    Attributes:
        name: Name of the sheet; of the file where it has one only.
        cells: One column a heading, in the file's order; the index is the row in the file
            as a spreadsheet counts it.
    """

    name: str
    cells: pd.DataFrame

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, each once."""
        return tuple(self.cells.columns)


@dataclass(frozen=True, slots=True)
class Table:
    """A visitor's table.

    Attributes:
        names: The names of all its sheets; of a CSV file one.
        sheet: The sheet that was read.
    """

    names: tuple[str, ...]
    sheet: Sheet


def make_sheet(rows: Iterable[tuple[int, list[str]]], *, name: str, file: str) -> Sheet:
    """The sheet whose first row that is not blank holds the headings; blank rows are left out.

    Headings that repeat get a number, empty ones their place.

    Args:
        rows: Each row's number as a spreadsheet counts it, and its cells.
        name: Name of the sheet.
        file: Name of the file.

    Raises:
        UploadError: There is no row under the headings, or there are too many rows or columns.
    """
    filled = list(_filled(rows, file))
    if len(filled) <= 1:
        raise UploadError(file, rule="empty", reason="has no row under its headings")
    (_, head), *body = filled
    width = max(len(row) for _, row in filled)
    cells = pd.DataFrame(
        [[*row, *[""] * (width - len(row))] for _, row in body],
        index=[number for number, _ in body],
        columns=_unique([*head, *[""] * (width - len(head))]),
        dtype="str",
    )
    return Sheet(name, cells)


def _filled(rows: Iterable[tuple[int, list[str]]], file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank with their numbers; no more is read once there are too many."""
    count = 0
    for number, row in rows:
        if len(row) > MOST_COLUMNS:
            reason = f"has {len(row)} columns in row {number}, more than {MOST_COLUMNS}"
            raise UploadError(file, rule="columns", limit=MOST_COLUMNS, reason=reason)
        if any(row):
            yield number, row
            count += 1
        if count - 1 > MOST_ROWS:
            reason = f"has more than {MOST_ROWS} rows"
            raise UploadError(file, rule="rows", limit=MOST_ROWS, reason=reason)


def _unique(headings: list[str]) -> list[str]:
    """The headings in one line, each once."""
    names: list[str] = []
    for place, heading in enumerate(headings, start=1):
        name = " ".join(heading.split()) or f"({place})"
        same = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({same + 1})" if name in names else name)
    return names
