"""A table of addresses in, the same rows with their answers out; no row is ever lost."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.batch.columns import ANSWERS, answer_headings, take_addresses
from geocoding.errors import TableError
from geocoding.files.atomic_write import replacing
from geocoding.locale import message, os_reason
from geocoding.matches import TableGeocoder
from geocoding.model import Status
from geocoding.tables.spreadsheet_dates import restore_house_number, restore_street_line
from geocoding.tables.table import Row, Table
from geocoding.tables.writing import WORKBOOK_SUFFIX, RowWriter, csv_file, workbook_file

DECIMALS = {"lat": 6, "lon": 6, "accuracy_m": 0, "score": 3}
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
    """

    addresses: pd.DataFrame
    answers: pd.DataFrame
    restored: Mapping[str, str] = field(default_factory=dict)


def geocode_table(
    table: Table,
    output: Path,
    geocoder: TableGeocoder,
    *,
    columns: Mapping[str, int],
    chunk_rows: int,
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

    Raises:
        TableError: The output cannot be written, or is the table's own file.
    """
    with _replacing(output, table) as writer:
        writer.write([output_header(table)])
        for rows in table.chunks(chunk_rows):
            chunk = answer_rows(rows, columns, geocoder)
            writer.write(output_rows(table, rows, chunk.answers))
            yield chunk


def output_header(table: Table) -> list[str]:
    """Give the headings of a table with its answers."""
    header = [*table.header, *([FURTHER_CELLS] if table.remarks.longer else [])]
    return [*header, *answer_headings(header).values()]


def answer_rows(rows: Sequence[Row], columns: Mapping[str, int], geocoder: TableGeocoder) -> Chunk:
    """Answer some rows; one with more cells than headings is skipped, and its error says so."""
    width = len(rows[0].cells) if rows else 0
    blank = [""] * width
    addresses = take_addresses([blank if row.surplus else row.cells for row in rows], columns)
    restored = _restore(addresses)
    answers = geocoder.match_table(addresses)
    shifted = {at: row for at, row in enumerate(rows) if row.surplus}
    if shifted:
        answers = answers.copy()
        places = answers.index[list(shifted)]
        answers.loc[places, "status"] = Status.SKIPPED.value
        answers.loc[places, "error"] = [
            message("row-too-long", row=str(row.number), found=row.found, width=width)
            for row in shifted.values()
        ]
    return Chunk(addresses, answers, restored)


def output_rows(table: Table, rows: Sequence[Row], answers: pd.DataFrame) -> Iterator[list[str]]:
    """Give rows with their answers as texts."""
    has_surplus = table.remarks.longer > 0
    for row, answer in zip(rows, zip(*answer_cells(answers), strict=True), strict=True):
        surplus = [" | ".join(row.surplus)] if has_surplus else []
        yield [*row.cells, *surplus, *answer]


def answer_cells(answers: pd.DataFrame) -> list[list[str]]:
    """Give the columns of answers as texts, in the order of `ANSWERS`; empty where unknown."""
    cells = []
    for name in ANSWERS:
        column = pa.array(answers[name], from_pandas=True)
        if name in DECIMALS:
            column = pc.round(column.cast(pa.float64()), DECIMALS[name])
        cells.append(pc.fill_null(column.cast(pa.string()), "").to_pylist())
    return cells


def number_columns(header: Sequence[str]) -> frozenset[int]:
    """Give the places of the answers that are numbers, under the headings of an output."""
    first = len(header) - len(ANSWERS)
    return frozenset(first + place for place, name in enumerate(ANSWERS) if name in DECIMALS)


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
def _replacing(output: Path, table: Table) -> Iterator[RowWriter]:
    """Open a file for rows that takes the output's place once all went well."""
    is_utf8 = table.encoding == "utf-8"
    try:
        if output.exists() and output.samefile(table.name):
            raise TableError(message("output-is-input", output=str(output)))
        with replacing(output) as fresh:
            if output.suffix.lower() == WORKBOOK_SUFFIX:
                numbers = number_columns(output_header(table))
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
