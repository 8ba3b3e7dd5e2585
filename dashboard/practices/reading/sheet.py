"""A table as it came: headings, and every cell as text."""

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


def make_sheet(rows: list[list[str]], *, name: str, file: str) -> Sheet:
    """The sheet whose first row that is not blank holds the headings; blank rows are left out.

    Headings that repeat get a number, empty ones their place.

    Raises:
        UploadError: There is no row under the headings, or there are too many rows or columns.
    """
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if len(filled) <= 1:
        raise UploadError(file, rule="empty", reason="has no row under its headings")
    if len(filled) - 1 > MOST_ROWS:
        reason = f"has {len(filled) - 1} rows, more than {MOST_ROWS}"
        raise UploadError(file, rule="rows", limit=MOST_ROWS, reason=reason)
    (_, head), *body = filled
    width = max(len(row) for _, row in filled)
    if width > MOST_COLUMNS:
        reason = f"has {width} columns, more than {MOST_COLUMNS}"
        raise UploadError(file, rule="columns", limit=MOST_COLUMNS, reason=reason)
    cells = pd.DataFrame(
        [[*row, *[""] * (width - len(row))] for _, row in body],
        index=[number for number, _ in body],
        columns=_unique([*head, *[""] * (width - len(head))]),
        dtype="str",
    )
    return Sheet(name, cells)


def _unique(headings: list[str]) -> list[str]:
    """The headings in one line, each once."""
    names: list[str] = []
    for place, heading in enumerate(headings, start=1):
        name = " ".join(heading.split()) or f"({place})"
        same = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({same + 1})" if name in names else name)
    return names
