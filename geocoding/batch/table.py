"""A table of addresses in, the same rows with their answers out; no row is ever lost."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.batch.columns import (
    ANSWERS,
    ROW_KEY,
    added_columns,
    answer_headings,
    take_addresses,
)
from geocoding.errors import TableError
from geocoding.files.atomic_write import replacing
from geocoding.locale import message, os_reason
from geocoding.matches import TableGeocoder
from geocoding.model import Status
from geocoding.stated_points import OUTSIDE_POLAND
from geocoding.tables.footers import Footer, FooterKind, is_address
from geocoding.tables.spreadsheet_dates import restore_house_number, restore_street_line
from geocoding.tables.table import Row, Table
from geocoding.tables.writing import WORKBOOK_SUFFIX, RowWriter, csv_file, workbook_file

DECIMALS = {"lat": 6, "lon": 6, "accuracy_m": 0, "score": 3, "nearest_m": 0}
"""Digits that an output keeps of a number: a tenth of a metre, a metre, a thousandth."""

FURTHER_CELLS = "further_cells"
"""Heading of the cells that rows have beyond the last heading."""

_RESTORED = {"number": restore_house_number, "street": restore_street_line}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a table that are done.

    Attributes:
        addresses: Their addresses, one row each.
        answers: Their answers, one row each.
        restored: House numbers that a spreadsheet had made dates of -> as they were read.
        footers: Places of the rows that are totals or stand under the table.
        outside: Numbers of the rows whose stated point lies outside Poland.
    """

    addresses: pd.DataFrame
    answers: pd.DataFrame
    restored: Mapping[str, str] = field(default_factory=dict)
    footers: frozenset[int] = frozenset()
    outside: tuple[int, ...] = ()


def geocode_table(  # noqa: PLR0913  a run in all its parts
    table: Table,
    output: Path,
    geocoder: TableGeocoder,
    *,
    columns: Mapping[str, int],
    chunk_rows: int,
    nearest: bool = False,
) -> Iterator[Chunk]:
    """Write a table with its answers to a file, and give each chunk once it is written.

    The output has all columns and rows of the table in their order, then the answers. Rows with
    more cells than headings have their surplus in a column of its own and are not answered. The
    output takes its place when the last chunk is done: until then, an older output stays.

    Args:
        table: The addresses.
        output: The file to write: a workbook where its name ends in '.xlsx', else CSV in UTF-8 with
            the table's separator.
        geocoder: What answers them.
        columns: Part of an address -> place of its column.
        chunk_rows: Rows that are held in memory at a time.
        nearest: Whether the nearest address of each stated point is written.

    Raises:
        TableError: The output cannot be written, or is the table's own file.
    """
    added = added_columns(columns, nearest=nearest)
    with _replacing(output, table, added) as writer:
        writer.write([output_header(table, added)])
        for rows in table.chunks(chunk_rows):
            chunk = answer_rows(rows, columns, geocoder, table.remarks.footers)
            writer.write(output_rows(table, rows, chunk.answers, added))
            yield chunk


def output_header(table: Table, added: Sequence[str]) -> list[str]:
    """Give the headings of a table with its answers."""
    header = [*table.header, *([FURTHER_CELLS] if table.remarks.longer else [])]
    return [*header, *answer_headings(header, added).values()]


def answer_rows(
    rows: Sequence[Row],
    columns: Mapping[str, int],
    geocoder: TableGeocoder,
    footers: Sequence[Footer] = (),
) -> Chunk:
    """Answer some rows.

    One with more cells than headings is skipped, and so is a total and what is written under a
    table; its error says so.

    Args:
        rows: The rows.
        columns: Part of an address -> place of its column.
        geocoder: What answers them.
        footers: The rows of the table that are no data.
    """
    width = len(rows[0].cells) if rows else 0
    no_addresses = _footers_without_address(rows, columns, footers)
    reasons = _reasons_to_skip(rows, no_addresses)
    blank = [""] * width
    cells = [blank if at in reasons else row.cells for at, row in enumerate(rows)]
    addresses = take_addresses(cells, columns)
    restored = _restore(addresses)
    answers = geocoder.match_table(addresses)
    if reasons:
        answers = answers.copy()
        places = answers.index[list(reasons)]
        answers.loc[places, "status"] = Status.SKIPPED.value
        answers.loc[places, "error"] = list(reasons.values())
    is_outside = (answers["decided_by"] == OUTSIDE_POLAND).tolist()
    outside = tuple(row.number for row, is_it in zip(rows, is_outside, strict=True) if is_it)
    return Chunk(addresses, answers, restored, frozenset(no_addresses), outside)


def _footers_without_address(
    rows: Sequence[Row], columns: Mapping[str, int], footers: Sequence[Footer]
) -> dict[int, FooterKind]:
    """Give the footers among some rows that are no address: place among them -> kind."""
    kinds = dict(footers)
    if not rows or not kinds or max(kinds) < rows[0].number:
        return {}
    places = [place for part, place in columns.items() if part != ROW_KEY]
    return {
        at: kinds[row.number]
        for at, row in enumerate(rows)
        if row.number in kinds
        and not is_address(kinds[row.number], [row.cells[place] for place in places])
    }


def _reasons_to_skip(rows: Sequence[Row], footers: Mapping[int, FooterKind]) -> dict[int, str]:
    """Give why rows are no addresses: place among them -> reason."""
    reasons = {
        at: message(
            "row-is-total" if kind is FooterKind.TOTAL else "row-is-note", row=str(rows[at].number)
        )
        for at, kind in footers.items()
    }
    shifted = {
        at: message("row-too-long", row=str(row.number), found=row.found, width=len(row.cells))
        for at, row in enumerate(rows)
        if row.surplus
    }
    return reasons | shifted


def output_rows(
    table: Table, rows: Sequence[Row], answers: pd.DataFrame, added: Sequence[str]
) -> Iterator[list[str]]:
    """Give rows with their answers as texts."""
    has_surplus = table.remarks.longer > 0
    for row, answer in zip(rows, zip(*answer_cells(answers, added), strict=True), strict=True):
        surplus = [" | ".join(row.surplus)] if has_surplus else []
        yield [*row.cells, *surplus, *answer]


def answer_cells(answers: pd.DataFrame, added: Sequence[str] = ANSWERS) -> list[list[str]]:
    """Give some columns of answers as texts, in their order; empty where unknown."""
    cells = []
    for name in added:
        if name not in answers:
            cells.append([""] * len(answers))
            continue
        column = pa.array(answers[name], from_pandas=True)
        if name in DECIMALS:
            column = pc.round(column.cast(pa.float64()), DECIMALS[name])
        cells.append(pc.fill_null(column.cast(pa.string()), "").to_pylist())
    return cells


def number_columns(header: Sequence[str], added: Sequence[str] = ANSWERS) -> frozenset[int]:
    """Give the places of the answers that are numbers, under the headings of an output."""
    first = len(header) - len(added)
    return frozenset(first + place for place, name in enumerate(added) if name in DECIMALS)


def _restore(addresses: pd.DataFrame) -> dict[str, str]:
    """Read house numbers back that a spreadsheet made dates of, in their place.

    Returns:
        What stood there -> as it was read.
    """
    restored: dict[str, str] = {}
    for part, restore in _RESTORED.items():
        if part not in addresses:
            continue
        read = {text: restore(text) for text in addresses[part].unique()}
        changed = {text: number for text, number in read.items() if number != text}
        if changed:
            addresses[part] = addresses[part].replace(changed)
            restored |= changed
    return restored


@contextmanager
def _replacing(output: Path, table: Table, added: Sequence[str]) -> Iterator[RowWriter]:
    """Open a file for rows that takes the output's place once all went well."""
    is_utf8 = table.encoding == "utf-8"
    try:
        if output.exists() and output.samefile(table.name):
            raise TableError(message("output-is-input", output=str(output)))
        with replacing(output) as fresh:
            if output.suffix.lower() == WORKBOOK_SUFFIX:
                numbers = number_columns(output_header(table, added), added)
                with workbook_file(fresh, numbers=numbers, name=output) as writer:
                    yield writer
                return
            separator = table.separator or ("," if table.encoding else ";")
            encoding = "utf-8" if is_utf8 else "utf-8-sig"
            with csv_file(fresh, separator=separator, encoding=encoding) as writer:
                yield writer
    except OSError as error:
        raise TableError(
            message("output-not-written", output=str(output), reason=os_reason(error))
        ) from error
