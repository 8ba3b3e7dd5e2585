"""Where a table's headings stand: under title rows, in the first row, or nowhere."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from geocoding.text.folding import fold
from geocoding.text.spelling import VOIVODESHIPS

NumberedRow: TypeAlias = tuple[int, list[str]]
"""A row's number as a spreadsheet counts it, and its cells."""

IsHeading: TypeAlias = Callable[[str], bool]
"""Whether a cell's text is a heading that the caller knows."""

SAMPLE_ROWS: Final = 60
"""Rows that are looked at to find the headings."""
_MAX_ROWS_ABOVE: Final = 30
_MIN_CONSISTENT_ROWS: Final = 3
_MIN_NUMBERED_COLUMNS: Final = 4
_VALUE: Final = re.compile(
    r"""
    [-+]?\d[\d\s.,/%:-]{0,60}         # a number, a date, a postal code, a telephone number
    | \d{2}-\d{3}\s.{0,60}            # a postal code and its town
    | (?:ul|al|pl|os)\.\s?\S.{0,200}  # a street
    | \S{1,100}@\S{1,100}             # an e-mail address
    | https?://.{0,200} | www\..{0,200}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the parts of a table stand.

    Attributes:
        header_row: Number of the row with the headings; 0 where there is none.
        header: The headings as written, '(1)', '(2)' where there are none; as many as columns.
        above: The rows above the headings that are not blank.
        numbering_row: Number of the row under the headings that only counts the columns; else 0.
    """

    header_row: int
    header: list[str]
    above: tuple[NumberedRow, ...]
    numbering_row: int = 0

    @property
    def first_row(self) -> int:
        """The number of the first row that may belong to the table's body."""
        return max(self.header_row, self.numbering_row) + 1


def find_layout(
    rows: Sequence[NumberedRow],
    *,
    is_heading: IsHeading,
    header_row: int | None = None,
    width: int | None = None,
) -> Layout:
    """Find the headings among the first rows of a table.

    Args:
        rows: The first SAMPLE_ROWS rows or more that are not blank; at least one.
        is_heading: Tells headings that the caller knows.
        header_row: Number of the row with the headings where somebody states it; 0 says that
            there are none.
        width: The number of columns where it is known, as of a workbook's sheet.
    """
    place = (
        find_header(rows, is_heading)
        if header_row is None
        else next((at for at, (number, _) in enumerate(rows) if number == header_row), None)
    )
    body = rows if place is None else rows[place + 1 :]
    header = [] if place is None else rows[place][1]
    if width is None:
        width = _width(header, [cells for _, cells in body])
    missing = width - len(header)
    if header and missing == 1 and _are_row_names([cells[0] for _, cells in body if cells]):
        names = ["", *header]
    else:
        names = [*header, *[""] * missing]
    return Layout(
        header_row=0 if place is None else rows[place][0],
        header=names if header else [f"({at})" for at in range(1, width + 1)],
        above=tuple(rows[:place]) if place else (),
        numbering_row=_numbering_row(body) if header else 0,
    )


def find_header(rows: Sequence[NumberedRow], is_heading: IsHeading) -> int | None:
    """Find the place of the row with the headings; None where the first row is data already.

    It is the first row with the most different headings that are known, or else the first with
    more than one text and no value such as a number or a postal code.
    """
    candidates = [cells for _, cells in rows[:_MAX_ROWS_ABOVE]]
    known = [sum(map(is_heading, filter(None, set(cells)))) for cells in candidates]
    best = max(known)
    texts = [sum(map(bool, cells)) for cells in candidates]
    place = known.index(best)
    if best >= min(2, texts[place]) and 3 * best >= texts[place]:
        return place
    usual = Counter(texts[:SAMPLE_ROWS]).most_common(1)[0][0]
    for at, cells in enumerate(candidates):
        if texts[at] > 1 or usual == 1:
            return None if _holds_values(cells) and not known[at] else at
    return 0


def unique_headings(header: Sequence[str]) -> list[str]:
    """Give the headings in one line, each once: repeated ones numbered, empty ones by place."""
    names: list[str] = []
    used: Counter[str] = Counter()
    for place, heading in enumerate(header, start=1):
        name = " ".join(heading.split()) or f"({place})"
        used[name] += 1
        while name in names:
            base = " ".join(heading.split()) or f"({place})"
            name = f"{base} ({used[base]})"
            used[base] += name in names
        names.append(name)
    return names


def _holds_values(cells: Sequence[str]) -> bool:
    """Say whether a row holds what no heading is; years may be headings."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    return any(
        (_VALUE.fullmatch(text) and not _YEAR.fullmatch(text)) or fold(text) in VOIVODESHIPS
        for text in texts
    )


def _width(header: Sequence[str], body: Sequence[list[str]]) -> int:
    """Find the number of columns.

    It is that of the headings, unless all rows under them agree on a larger one.
    """
    widths = [len(cells) for cells in body]
    stated = len(header)
    if not stated:
        return _usual(widths)
    is_agreed = len(set(widths)) == 1 and len(widths) >= _MIN_CONSISTENT_ROWS
    return max(stated, widths[0]) if is_agreed else stated


def _usual(widths: Sequence[int]) -> int:
    """Find the number that most rows have."""
    return Counter(widths).most_common(1)[0][0] if widths else 0


def _are_row_names(cells: Sequence[str]) -> bool:
    """Say whether cells count 1, 2, 3 …, as statistics programs write before unnamed rows."""
    return cells == [str(number) for number in range(1, len(cells) + 1)]


def _numbering_row(body: Sequence[NumberedRow]) -> int:
    """Give the number of a first row that counts the columns 1, 2, 3 …; 0 where there is none."""
    if len(body) < 2:  # noqa: PLR2004  the row itself and one more
        return 0
    number, cells = body[0]
    counted = [cell.strip(" .)") for cell in cells]
    is_count = counted == [str(at) for at in range(1, len(cells) + 1)]
    return number if is_count and len(cells) >= _MIN_NUMBERED_COLUMNS else 0
