"""A visitor's list of addresses: located, and given back with all its rows and columns."""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.practices.reading.sheet import Sheet
from geocoding import GazetteerGeocoder
from geocoding.batch.columns import (
    ANSWERS,
    FREE_TEXT,
    added_columns,
    answer_headings,
    find_columns,
    states_points,
)
from geocoding.batch.register_codes import TERYT
from geocoding.batch.table import (
    FURTHER_CELLS,
    Chunk,
    answer_cells,
    answer_rows,
    number_columns,
)
from geocoding.errors import TableError
from geocoding.files.formulas import neutralized
from geocoding.model import ADDRESS_PARTS
from geocoding.stated_points import StatedPoints
from geocoding.tables.footers import Footer
from geocoding.tables.position_headings import POSITION_PARTS
from geocoding.tables.table import Row
from geocoding.tables.writing import CsvRows, workbook_file

PARTS: Final = (FREE_TEXT, *ADDRESS_PARTS, TERYT, *POSITION_PARTS)
"""What a column of a list of addresses may hold: a part of an address, or coordinates."""
_ON_THE_PAGE: Final = {"northing": "lat", "easting": "lon"}
"""Parts that are chosen under the name of another one, which takes them in either order."""
LONGER: Final = "longer"
"""The outcome of a row with more cells than headings, which is not located."""
FOOTER: Final = "footer"
"""The outcome of a total and of what is written under a table, which are no addresses."""
_ROWS_LOOKED_AT: Final = 200
_PART: Final = 500
"""Rows that are located between two reports of progress."""


@dataclass(frozen=True, slots=True)
class LocatedAddresses:
    """A list of addresses with a position for each row.

    Attributes:
        header: The list's headings, then those of the answers.
        rows: Its rows in their order as texts, also those that were not located.
        statuses: Status and precision of each row's answer, LONGER or FOOTER for a row that was
            not located; the precision is empty without a point.
        longer: Numbers of the rows with more cells than headings, which were not located.
        footers: Numbers of the totals and of the rows under the table, which are no addresses.
        outside: Numbers of the rows whose stated point lies outside Poland.
        added: The columns of the answers.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    statuses: tuple[tuple[str, str], ...]
    longer: tuple[int, ...]
    footers: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    added: tuple[str, ...] = ANSWERS

    @property
    def found(self) -> int:
        """The number of rows with a point."""
        return sum(bool(precision) for _, precision in self.statuses)

    def outcomes(self) -> list[tuple[str, str, int]]:
        """Give each status and precision with its number of rows, the most frequent first."""
        counted = Counter(self.statuses).most_common()
        return [(status, precision, rows) for (status, precision), rows in counted]

    def csv(self) -> bytes:
        """Give the list as CSV with semicolons, as Polish spreadsheets open it; no formulas."""
        file = io.StringIO(newline="")
        answers = len(self.header) - len(self.added)
        rows = (
            [*map(neutralized, row[:answers]), *row[answers:]] for row in (self.header, *self.rows)
        )
        CsvRows(file, separator=";").write(rows)
        return file.getvalue().encode("utf-8-sig")

    def workbook(self) -> bytes:
        """Give the list as XLSX, whose cells are texts and numbers.

        Raises:
            TableError: A cell holds more than a workbook's cell does.
        """
        output = io.BytesIO()
        numbers = number_columns(self.header, self.added)
        with workbook_file(output, numbers=numbers, name="XLSX") as writer:
            writer.write((self.header, *self.rows))
        return output.getvalue()


def guess_parts(sheet: Sheet) -> dict[str, str]:
    """Guess which heading holds which part of an address; empty where none does."""
    rows = sheet.cells.head(_ROWS_LOOKED_AT).to_numpy().tolist()
    try:
        columns = find_columns(sheet.headings, rows=rows)
    except TableError:
        return {}
    named = ((_ON_THE_PAGE.get(part, part), place) for part, place in columns.items())
    return {part: sheet.headings[place] for part, place in named if part in PARTS}


def locate_addresses(
    sheet: Sheet,
    parts: Mapping[str, str],
    geocoder: GazetteerGeocoder,
    *,
    report: Callable[[int, int], None],
) -> LocatedAddresses:
    """Locate the addresses of a list, or take the coordinates that it states.

    Args:
        sheet: The list.
        parts: Part of an address -> heading of its column.
        geocoder: What answers them.
        report: Is called with the rows that are done and all of them.
    """
    columns = _columns(sheet, parts)
    added = added_columns(columns)
    points = StatedPoints(geocoder, lambda: geocoder.gazetteer)
    rows = _rows(sheet)
    header = [*sheet.headings, *([FURTHER_CELLS] if sheet.longer else [])]
    given: list[tuple[str, ...]] = []
    statuses: list[tuple[str, str]] = []
    footers: list[int] = []
    outside: list[int] = []
    kinds = [Footer(each.row.number, each.kind) for each in sheet.footers]
    for start in range(0, len(rows), _PART):
        part = rows[start : start + _PART]
        chunk = answer_rows(part, columns, points, kinds)
        outside += chunk.outside
        footers += [part[at].number for at in sorted(chunk.footers)]
        for row, answer in zip(
            part, zip(*answer_cells(chunk.answers, added), strict=True), strict=True
        ):
            surplus = [" | ".join(row.surplus)] if sheet.longer else []
            given.append((*row.cells, *surplus, *answer))
        statuses += _outcomes(part, chunk)
        report(len(given), len(rows))
    return LocatedAddresses(
        header=(*header, *answer_headings(header, added).values()),
        rows=tuple(given),
        statuses=tuple(statuses),
        longer=tuple(row.number for row in sheet.longer),
        footers=tuple(footers),
        outside=tuple(outside),
        added=added,
    )


def _columns(sheet: Sheet, parts: Mapping[str, str]) -> dict[str, int]:
    """Give the places of the columns that are used: coordinates, or the parts of addresses."""
    if states_points(parts):
        wanted = {"position"} if "position" in parts else {"lat", "lon"}
    else:
        wanted = set(parts) - set(POSITION_PARTS)
    return {part: sheet.headings.index(name) for part, name in parts.items() if part in wanted}


def _outcomes(rows: Sequence[Row], chunk: Chunk) -> Iterator[tuple[str, str]]:
    """Give the status and precision of each row's answer, or why it was not located."""
    pairs = chunk.answers[["status", "precision"]].fillna("").itertuples(index=False, name=None)
    for at, (row, (status, precision)) in enumerate(zip(rows, pairs, strict=True)):
        if row.surplus:
            yield LONGER, ""
        elif at in chunk.footers:
            yield FOOTER, ""
        else:
            yield str(status), str(precision)


def _rows(sheet: Sheet) -> Sequence[Row]:
    """Give all rows of a list in their order."""
    width = len(sheet.headings)
    rows = [
        Row(int(number), [str(cell) for cell in cells], [], width)
        for number, *cells in sheet.cells.itertuples(name=None)
    ]
    footers = [each.row for each in sheet.footers]
    return sorted([*rows, *sheet.longer, *footers], key=lambda row: row.number)
