"""CSV or Parquet as a Dask DataFrame: the rows in their order, cut into partitions."""

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dask.dataframe as dd
import pyarrow as pa
import pyarrow.dataset as pads
from dask.base import tokenize

from geocoding.batch.csv_table import CsvTable, open_table
from geocoding.errors import TableError
from geocoding.files.regular_files import require_regular

PARQUET: Final = (".parquet", ".pq")
_CUT_ANYWHERE: Final = {codecs.lookup(name).name for name in ("utf-8", "cp1250", "iso8859-2")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table to geocode.

    Attributes:
        path: The file, or the folder of Parquet files.
        header: The headings, as written.
        frame: The rows; those of a CSV file as text.
        fingerprint: Tells this state of the files from any other.
    """

    path: Path
    header: list[str]
    frame: dd.DataFrame
    fingerprint: str


def open_source(
    path: Path,
    *,
    partition_bytes: int,
    encoding: str | None = None,
    separator: str | None = None,
) -> Source:
    """The table in a CSV file, a Parquet file, or a folder of Parquet files.

    A CSV file is looked through first, as `open_table` does. It is one partition where it cannot
    be cut at line ends: in an encoding of two bytes a character, or with line breaks in cells.

    Args:
        path: The file or folder; the workers must find it under the same path.
        partition_bytes: Size of a partition in the file, about.
        encoding: Of a CSV file, see `open_table`.
        separator: Of a CSV file, see `open_table`.

    Raises:
        TableError: The table cannot be read, or two of its columns have one name.
    """
    if path.is_dir() or path.suffix.lower() in PARQUET:
        header, frame = _parquet(path, partition_bytes)
    else:
        table = open_table(path, encoding=encoding, separator=separator)
        header, frame = table.header, _csv(table, partition_bytes)
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise TableError(
            f"{path}: more than one column is called {', '.join(map(repr, twice))}; Parquet"
            " needs a name of its own for each. Rename them."
        )
    return Source(path=path, header=header, frame=frame, fingerprint=_fingerprint(path))


def _csv(table: CsvTable, partition_bytes: int) -> dd.DataFrame:
    """The rows of a CSV file as text; an empty cell is an empty text."""
    can_cut = codecs.lookup(table.encoding).name in _CUT_ANYWHERE and not table.has_line_breaks
    frame: dd.DataFrame = dd.read_csv(
        str(table.path),
        sep=table.separator,
        encoding=table.encoding,
        blocksize=partition_bytes if can_cut else None,
        dtype=str,
        keep_default_na=False,
        skip_blank_lines=table.has_separator,
        index_col=False,
    )
    return frame


def _parquet(path: Path, partition_bytes: int) -> tuple[list[str], dd.DataFrame]:
    """The columns and rows of Parquet files, in the order of their names."""
    try:
        require_regular(path)
        header = pads.dataset(path, format="parquet").schema.names
        frame = dd.read_parquet(
            str(path), index=False, split_row_groups="adaptive", blocksize=partition_bytes
        )
    except (OSError, pa.ArrowInvalid) as error:
        raise TableError(f"{path}: cannot be read as Parquet ({error}).") from error
    return header, frame


def _fingerprint(path: Path) -> str:
    """Names, sizes and times of change of the files, as one text."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    states = [(str(file), file.stat()) for file in files if file.is_file()]
    return str(tokenize([(name, state.st_size, state.st_mtime_ns) for name, state in states]))
