"""A table of addresses in, the same rows with their answers out; no row is ever lost."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.batch.columns import ANSWERS, answer_headings, take_addresses
from geocoding.batch.csv_table import CsvTable
from geocoding.errors import TableError
from geocoding.files.atomic_write import replacing
from geocoding.matches import TableGeocoder

DECIMALS = {"lat": 6, "lon": 6, "accuracy_m": 0, "score": 3}
"""Digits that an output keeps of a number: a tenth of a metre, a metre, a thousandth."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a table that are done.

    Attributes:
        addresses: Their addresses, one row each.
        answers: Their answers, one row each.
    """

    addresses: pd.DataFrame
    answers: pd.DataFrame


def geocode_table(
    table: CsvTable,
    output: Path,
    geocoder: TableGeocoder,
    *,
    columns: Mapping[str, int],
    chunk_rows: int,
) -> Iterator[Chunk]:
    """Write a table with its answers to a file, and give each chunk once it is written.

    The output has all columns and rows of the table in their order, then the answers. It
    takes its place when the last chunk is done: until then, an older output stays.

    Args:
        table: The addresses.
        output: The CSV file to write: UTF-8, with the table's separator.
        geocoder: What answers them.
        columns: Part of an address -> place of its column.
        chunk_rows: Rows that are held in memory at a time.

    Raises:
        TableError: The output cannot be written, or is the table's own file.
    """
    with _replacing(output, table) as file:
        separator = table.separator if table.has_separator else ","
        writer = csv.writer(file, delimiter=separator, lineterminator="\n")
        writer.writerow([*table.header, *answer_headings(table.header).values()])
        for rows in table.chunks(chunk_rows):
            addresses = take_addresses(rows, columns)
            answers = geocoder.match_table(addresses)
            cells = zip(*answer_cells(answers), strict=True)
            writer.writerows([*row, *answer] for row, answer in zip(rows, cells, strict=True))
            yield Chunk(addresses, answers)


def answer_cells(answers: pd.DataFrame) -> list[list[str]]:
    """The columns of answers as text, in the order of `ANSWERS`; empty where unknown."""
    cells = []
    for name in ANSWERS:
        column = pa.array(answers[name], from_pandas=True)
        if name in DECIMALS:
            column = pc.round(column.cast(pa.float64()), DECIMALS[name])
        cells.append(pc.fill_null(column.cast(pa.string()), "").to_pylist())
    return cells


@contextmanager
def _replacing(output: Path, table: CsvTable) -> Iterator[TextIO]:
    """A file to write that takes the output's place once all went well."""
    encoding = "utf-8" if table.encoding == "utf-8" else "utf-8-sig"
    try:
        if output.exists() and output.samefile(table.path):
            raise TableError(f"{output}: is the input itself; give the output another name.")
        with replacing(output) as fresh, fresh.open("w", encoding=encoding, newline="") as file:
            yield file
    except OSError as error:
        raise TableError(f"{output}: cannot be written ({error.strerror}).") from error
