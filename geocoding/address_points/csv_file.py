"""Address points as CSV by voivodeship, with WGS 84, as internet.gov.pl served them."""

import csv
from collections.abc import Iterator
from typing import IO, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from geocoding.address_points.columns import are_address_points, columns_of, missing
from geocoding.address_points.entries import Entry, damaged, reading
from geocoding.address_points.raw_points import FIELDS, RawPoints
from geocoding.distance import Floats
from geocoding.errors import AddedDataError
from geocoding.locale import message

_DELIMITERS: Final = ",;\t|"
_BLOCK_BYTES: Final = 8_000_000
_TEXT: Final = pa.dictionary(pa.int32(), pa.string())


def holds_points(entry: Entry) -> bool:
    """Return whether an entry is a table with the headings of address points."""
    head = entry.head()
    return b"\0" not in head and are_address_points(_columns(head))


def read_points(entry: Entry) -> Iterator[RawPoints]:
    """Yield the points of a table, block after block.

    Raises:
        AddedDataError: It lacks a column, is not in UTF-8, or a row is of another length.
    """
    head = entry.head()
    columns = _columns(head)
    if lacking := missing(columns, with_coordinates=True):
        words = {"path": str(entry.source), "entry": entry.name, "columns": ", ".join(lacking)}
        raise AddedDataError(message("points-columns", **words))
    row = 1
    with reading(entry) as content:
        try:
            for batch in _reader(content, columns, head):
                if batch.num_rows:
                    yield _points(batch, columns, row)
                    row += batch.num_rows
        except pa.ArrowInvalid as error:
            raise damaged(entry, str(error)) from error


def _reader(
    content: IO[bytes], columns: dict[str, str], head: bytes
) -> arrow_csv.CSVStreamingReader:
    """Return a reader of the wanted columns."""
    return arrow_csv.open_csv(
        pa.PythonFile(content, mode="r"),
        read_options=arrow_csv.ReadOptions(block_size=_BLOCK_BYTES),
        parse_options=arrow_csv.ParseOptions(delimiter=_delimiter(head)),
        convert_options=arrow_csv.ConvertOptions(
            include_columns=list(columns.values()),
            column_types={
                heading: pa.string() if field in {"lat", "lon"} else _TEXT
                for field, heading in columns.items()
            },
            strings_can_be_null=False,
        ),
    )


def _points(batch: pa.RecordBatch, columns: dict[str, str], row: int) -> RawPoints:
    """Return the points of a block."""
    empty = pa.array([""] * batch.num_rows, pa.string()).dictionary_encode()
    texts = {field: batch.column(columns[field]) if field in columns else empty for field in FIELDS}
    return RawPoints(
        texts,
        _degrees(batch.column(columns["lat"])),
        _degrees(batch.column(columns["lon"])),
        row,
    )


def _degrees(column: pa.Array) -> Floats:
    """Return numbers with a point or a comma; NaN for what is none."""
    texts = pc.replace_substring(pc.utf8_trim_whitespace(column), ",", ".")
    is_number = pc.match_substring_regex(texts, r"^-?\d{1,7}(\.\d+)?$")
    numbers = pc.if_else(is_number, texts, "nan").cast(pa.float64())
    return np.asarray(numbers, dtype=np.float64)


def _columns(head: bytes) -> dict[str, str]:
    """Return the heading of each field in the first line of a file."""
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    headings = next(csv.reader([line.rstrip("\r")], delimiter=_delimiter(head)), [])
    return columns_of(headings)


def _delimiter(head: bytes) -> str:
    """Return the sign that separates the headings."""
    line = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    return max(_DELIMITERS, key=line.count)
