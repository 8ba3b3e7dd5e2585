"""CSV or Parquet as a Dask DataFrame: the rows in their order, cut into partitions."""

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dask.dataframe as dd
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as pads
from dask.base import tokenize

from geocoding.batch.columns import is_heading
from geocoding.errors import TableError
from geocoding.files.regular_files import require_regular
from geocoding.locale import message
from geocoding.tables.choices import Choices
from geocoding.tables.reader import open_table
from geocoding.tables.records import NO_SEPARATOR
from geocoding.tables.table import Table

PARQUET: Final = (".parquet", ".pq")
_ROWS_OF_A_PART: Final = 50_000
_LISTED: Final = 10
_CUT_ANYWHERE: Final = {codecs.lookup(name).name for name in ("utf-8", "cp1250", "iso8859-2")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table to geocode.

    Attributes:
        path: The file, or the folder of Parquet files.
        header: The headings, as written.
        frame: The rows; those of a CSV file as text.
        fingerprint: Identifies this state of the files.
    """

    path: Path
    header: list[str]
    frame: dd.DataFrame
    fingerprint: str


def open_source(
    path: Path,
    *,
    partition_bytes: int,
    choices: Choices | None = None,
) -> Source:
    """Open the table in a Parquet file, a folder of them, or a file that `open_table` reads.

    Such a file is looked through first. It is one partition where it cannot be cut at line ends: in
    an encoding of two bytes a character, or with line breaks in cells. Workbooks, and CSV files
    that are odd in any way, are read here and sent to the workers.

    Args:
        path: The file or folder; the workers must find it under the same path.
        partition_bytes: Size of a partition in the file, about.
        choices: What is known of a CSV file or a workbook.

    Raises:
        TableError: The table cannot be read, or two of its columns have one name.
    """
    if path.is_dir() or path.suffix.lower() in PARQUET:
        header, frame = _parquet(path, partition_bytes)
    else:
        table = open_table(path, choices, is_heading=is_heading)
        header = table.header
        frame = _csv(table, partition_bytes) if table.is_plain else _read_here(table)
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise TableError(
            message("parquet-twice", path=str(path), twice=", ".join(map(repr, twice)))
        )
    return Source(path=path, header=header, frame=frame, fingerprint=_fingerprint(path))


def _read_here(table: Table) -> dd.DataFrame:
    """Give the rows of a table that only the own reader understands.

    Raises:
        TableError: Rows have more cells than headings.
    """
    if table.remarks.longer:
        rows = [row.number for row in table.remarks.irregular if row.found > len(table.header)]
        raise TableError(
            message(
                "rows-too-long",
                name=table.name,
                rows=", ".join(map(str, rows[:_LISTED])),
                header=str(len(table.header)),
            )
        )
    cells = [row.cells for row in table.rows()]
    frame = pd.DataFrame(cells, columns=range(len(table.header)), dtype="str")
    parts: dd.DataFrame = dd.from_pandas(frame, npartitions=1 + len(frame) // _ROWS_OF_A_PART)
    parts.columns = table.header
    return parts


def _csv(table: Table, partition_bytes: int) -> dd.DataFrame:
    """Return the rows of a CSV file as text; an empty cell is an empty text."""
    can_cut = (
        codecs.lookup(table.encoding).name in _CUT_ANYWHERE and not table.remarks.has_line_breaks
    )
    frame: dd.DataFrame = dd.read_csv(
        table.name,
        sep=table.separator or NO_SEPARATOR,
        encoding=table.encoding,
        blocksize=partition_bytes if can_cut else None,
        dtype=str,
        keep_default_na=False,
        skip_blank_lines=bool(table.separator),
        index_col=False,
    )
    return frame


def _parquet(path: Path, partition_bytes: int) -> tuple[list[str], dd.DataFrame]:
    """Return the columns and rows of Parquet files, in the order of their names."""
    try:
        require_regular(path)
        header = pads.dataset(path, format="parquet").schema.names
        frame = dd.read_parquet(
            str(path), index=False, split_row_groups="adaptive", blocksize=partition_bytes
        )
    except (OSError, pa.ArrowInvalid) as error:
        raise TableError(message("parquet-not-read", path=str(path), error=str(error))) from error
    return header, frame


def _fingerprint(path: Path) -> str:
    """Return names, sizes and times of change of the files, as one text."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    states = [(str(file), file.stat()) for file in files if file.is_file()]
    return str(tokenize([(name, state.st_size, state.st_mtime_ns) for name, state in states]))
