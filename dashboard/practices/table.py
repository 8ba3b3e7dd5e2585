"""The practices table: read from CSV with every cell checked, and written without a risk.

One row a practice, key `art`; the columns and their rules are in `dashboard.practices.schema`.
In the DataFrame text is `str` ("" where unknown), a day is datetime64 (NaT), a number is Int64
(NA), `art` is int64. Lists stay joined by '; ', `metryka` stays JSON text.
"""

import codecs
import io
from pathlib import Path
from typing import IO, Final

import pandas as pd
import pyarrow as pa
from pyarrow import csv

from dashboard.errors import PracticeDataError, Violation
from dashboard.practices.fields import stored_as
from dashboard.practices.personal import may_name_a_person
from dashboard.practices.schema import COLUMNS, REQUIRED_COLUMNS, find_violations
from dashboard.practices.value_types import Storage
from geocoding.files.atomic_write import replace_file
from geocoding.files.regular_files import require_regular

_DAYS: Final = stored_as(Storage.DAY)
_NUMBERS: Final = stored_as(Storage.NUMBER)
_BLOCK_BYTES: Final = 1 << 20
_MAX_ROW_MIB: Final = 16
"""Size of a row that is read for sure: more than the largest page makes with all marks doubled."""


def no_practices() -> pd.DataFrame:
    """Return a practices table without a row."""
    return typed(pd.DataFrame(columns=list(COLUMNS), dtype="str"))


def load_practices(path: Path) -> pd.DataFrame:
    """Return the practices of a CSV file, typed, in the file's order, with a fresh index.

    Args:
        path: A UTF-8 CSV file with commas; columns in any order, those besides art, section
            and title may be absent.

    Returns:
        One row a practice, all columns of the schema in its order.

    Raises:
        PracticeDataError: The file cannot be read or breaks the schema; it carries every
            violation with row, column, value and what was expected.
    """
    return read_practices(path, name=path)


def read_practices(source: Path | IO[bytes], *, name: object) -> pd.DataFrame:
    """Return the practices of a CSV file or of its content, as `load_practices` gives them.

    Args:
        source: The file, or its content.
        name: What a message calls it.

    Raises:
        PracticeDataError: It cannot be read or breaks the schema.
    """
    text, rows = _read_text(source, name)
    violations = find_violations(text, rows)
    if violations:
        raise PracticeDataError(name, violations)
    return typed(text)


def save_practices(practices: pd.DataFrame, path: Path) -> None:
    """Write the practices as CSV, sorted by article number; the same practices, the same bytes.

    The file is replaced in one step: a reader sees the old table or the new one, whole.

    Args:
        practices: One row a practice, columns as `load_practices` gives them.
        path: Where to; its folder must exist.

    Raises:
        PracticeDataError: The table breaks the schema; nothing was written.
        OSError: The folder or the file cannot be written; nothing was changed.
    """
    content = practices_csv(practices, name=path)
    read_practices(io.BytesIO(content), name=path)  # what cannot be read back is not written
    replace_file(path, content)


def practices_csv(practices: pd.DataFrame, *, name: object) -> bytes:
    """Return the practices as a CSV file's content, sorted by article number.

    Args:
        practices: One row a practice, columns as `load_practices` gives them.
        name: What a message calls the table.

    Raises:
        PracticeDataError: The table breaks the schema.
    """
    text = as_text(practices.sort_values("art", kind="stable"))
    rows = range(2, len(text) + 2)
    violations = find_violations(text, rows)
    if violations:
        raise PracticeDataError(name, violations)
    return text.to_csv(index=False, lineterminator="\n").encode("utf-8")


def typed(text: pd.DataFrame) -> pd.DataFrame:
    """Return a valid table of texts with each column in its own type; the index starts at 0."""
    table = text.loc[:, list(COLUMNS)].reset_index(drop=True)
    for name in table.columns.difference(["summary"]):
        table[name] = table[name].str.strip()
    table["summary"] = _plain_breaks(table["summary"])
    for name in _DAYS:
        table[name] = pd.to_datetime(table[name].replace("", None), format="%Y-%m-%d").astype(
            "datetime64[us]"
        )
    for name in _NUMBERS:
        table[name] = pd.to_numeric(table[name].replace("", None)).astype("Int64")
    table["art"] = table["art"].astype("int64")
    return table


def as_text(practices: pd.DataFrame) -> pd.DataFrame:
    """Return a typed table with every cell as the CSV file holds it; the index is kept."""
    text = practices.loc[:, list(COLUMNS)].copy()
    for name in _DAYS:
        text[name] = text[name].dt.strftime("%Y-%m-%d")
    text["summary"] = _plain_breaks(text["summary"])
    return text.astype("str").fillna("")


def _plain_breaks(texts: pd.Series) -> pd.Series:
    """Give the texts with every line break as one character: a lone one of old Macs ends no row."""
    if not texts.str.contains("\r").any():  # as an expression: faster than as a plain text
        return texts
    return texts.str.replace("\r\n", "\n", regex=False).str.replace("\r", "\n", regex=False)


def _read_text(source: Path | IO[bytes], name: object) -> tuple[pd.DataFrame, list[int]]:
    """Return the file's cells as text, all columns there, and each line's row in the file."""
    damaged: list[Violation] = []

    def note(row: csv.InvalidRow) -> str:
        counts = {"expected": row.expected_columns, "found": row.actual_columns}
        damaged.append(
            Violation(
                row=row.number,
                column="",
                value=row.text,
                rule="cells",
                details=counts,
                shows_value=False,  # it is the whole row
            )
        )
        return "skip"

    try:
        last_byte = _last_byte(source)
        table = csv.read_csv(
            source,
            read_options=csv.ReadOptions(use_threads=False, block_size=_MAX_ROW_MIB << 20),
            parse_options=csv.ParseOptions(
                newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=note
            ),
            convert_options=csv.ConvertOptions(column_types=dict.fromkeys(COLUMNS, pa.string())),
        )
    except (OSError, UnicodeDecodeError, pa.ArrowInvalid) as error:
        raise PracticeDataError(name, [_unreadable(error)]) from error
    faults = [
        *_heading_faults(table.column_names),
        *damaged,
        *_open_end(table, rows=table.num_rows + len(damaged), last_byte=last_byte),
    ]
    if faults:
        raise PracticeDataError(name, faults)
    text = (
        table.combine_chunks()
        .to_pandas()
        .reindex(columns=list(COLUMNS), fill_value="")
        .astype("str")
    )
    blank = (text == "").all(axis="columns")
    text = text[~blank]
    return text, (text.index + 2).tolist()


def _last_byte(source: Path | IO[bytes]) -> bytes:
    """Read through a file, or what is left of an open one; gives its last byte that is no blank.

    Raises:
        UnicodeDecodeError: It is in another encoding.
        OSError: It cannot be read.
    """
    if isinstance(source, Path):
        require_regular(source)
        with source.open("rb") as file:
            return _last_byte(file)
    start = source.tell()
    decoder = codecs.getincrementaldecoder("utf-8")()
    last = b""
    while block := source.read(_BLOCK_BYTES):
        decoder.decode(block)
        last = block.rstrip()[-1:] or last
    decoder.decode(b"", final=True)
    source.seek(start)
    return last


def _open_end(table: pa.Table, *, rows: int, last_byte: bytes) -> list[Violation]:
    """Find a last cell that holds all rows behind it, since a quotation mark is missing."""
    cell = table.column(-1)[-1].as_py() if table.num_rows else ""
    if last_byte == b'"' or "\n" not in str(cell):
        return []
    return [
        Violation(
            row=rows + 1,
            column=table.column_names[-1],
            value=str(cell),
            rule="quotation",
            shows_value=False,  # it holds all rows that follow
        )
    ]


def _unreadable(error: Exception) -> Violation:
    """Return what to say of a file that is missing, empty, or no UTF-8 CSV."""
    if isinstance(error, FileNotFoundError):
        return Violation(row=0, column="", value="", rule="exists")
    if "straddling object" in str(error):  # in the parser's words: a row of more than a block
        limit = {"limit": _MAX_ROW_MIB}
        return Violation(row=0, column="", value="", rule="row_size", details=limit)
    return Violation(
        row=0,
        column="",
        value=str(error.strerror or error) if isinstance(error, OSError) else str(error),
        rule="readable",
    )


def _heading_faults(names: list[str]) -> list[Violation]:
    """Return what is wrong with the headings: unknown, repeated, or required ones that are absent.

    A first row without any known heading may be a practice's, so messages name its cells by number.
    """
    has_headings = any(name in COLUMNS for name in names)
    if len(names) == 1 and ";" in names[0]:
        found = [("", "commas")]
    else:
        found = [
            (_heading(name, at, is_shown=has_headings), "known_column")
            for at, name in enumerate(names, start=1)
            if name not in COLUMNS
        ]
        repeated = [name for name in dict.fromkeys(names) if names.count(name) > 1]
        found += [(name, "unique_column") for name in repeated if has_headings]
        absent = [name for name in REQUIRED_COLUMNS if name not in names]
        found += [(name, "required_column") for name in absent]
    return [
        Violation(
            row=1,
            column=name,
            value=name or names[0],
            rule=rule,
            details={"columns": ", ".join(COLUMNS)},
            shows_value=has_headings and not may_name_a_person(name, name or names[0]),
        )
        for name, rule in found
    ]


def _heading(name: str, number: int, *, is_shown: bool) -> str:
    """Return a column's name for messages: its heading, or its number if that may name a person."""
    return name if is_shown and not may_name_a_person("", name) else str(number)
