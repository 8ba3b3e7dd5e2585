"""A practices table from a file of any kind that is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

import geocoding
from dashboard.errors import Details, PracticeDataError, UploadError, Violation
from dashboard.locale import message
from dashboard.practices.page_reading import first_bytes
from dashboard.practices.reading.in_worker import new_worker, practices_in, table_in
from dashboard.practices.reading.limits import MAX_BYTES
from dashboard.practices.reading.mapping import describes_practices, guess_mapping
from dashboard.practices.reading.positions import position_corrections
from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.reading.upload_result import Problem
from dashboard.practices.reading.uploads import TABLE_SUFFIXES, Upload, check_upload
from dashboard.practices.schema import COLUMNS, REQUIRED_COLUMNS
from dashboard.practices.table import load_practices
from geocoding.locale import os_text
from geocoding.model import Precision
from geocoding.overrides import Override

_HEADINGS_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class TableRead:
    """What a table file gave.

    Attributes:
        practices: As `load_practices` gives them.
        problems: What did not fit, in the order of the rows; none for a file that was read
            strictly.
        corrections: The positions that the table states with coordinates of its own.
        notes: What else a reader must know of how it was read, such as its encoding.
    """

    practices: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Override, ...] = ()
    notes: tuple[str, ...] = ()


def is_table_name(path: Path) -> bool:
    """Say whether a file is a table by its name."""
    return path.suffix.lower() in TABLE_SUFFIXES


def problem_line(path: Path, problem: Problem) -> str:
    """Say what did not fit in a table; not the value, which may be a person's."""
    kind = "line" if problem.line else "column" if problem.column else "row"
    return message(
        f"problem-{kind}",
        file=str(path),
        row=str(problem.line or problem.place),
        column=problem.column,
        expected=problem.expected.worded(message),
        effect=message(f"effect-{problem.effect.value}"),
    )


def read_table_file(path: Path, precision: Precision = Precision.STREET) -> TableRead:
    """Give the practices in a table file.

    Args:
        path: The file.
        precision: What its own coordinates stand for, where it has some.

    Raises:
        PracticeDataError: The file cannot be read, breaks the schema, or names no practices.
    """
    if path.suffix.lower() == ".csv" and has_schema_headings(path):
        return TableRead(load_practices(path))
    if not is_table_name(path):
        return TableRead(load_practices(path))
    try:
        upload = Upload(path.name, first_bytes(path, MAX_BYTES + 1))
        check_upload(upload)
        with new_worker() as worker:
            sheet = table_in(worker, upload).sheet
            mapping = guess_mapping(sheet.headings, sheet.cells, are_named=sheet.header_row > 0)
            if "title" not in mapping:
                listed = ", ".join(map(repr, sheet.headings[:_HEADINGS_SHOWN]))
                raise _fault(path, "headings", {"headings": listed})
            result = practices_in(worker, path.name, sheet, mapping)
    except OSError as error:
        raise _fault(path, "file", {"reason": os_text(error)}) from error
    except UploadError as error:
        raise _fault(path, "taken", {"reason": error.reason}) from error
    corrections = position_corrections(
        result, geocoding.GazetteerGeocoder, precision=precision, file=path.name
    )
    return TableRead(
        result.practices, result.problems, tuple(corrections), tuple(_notes(path, sheet, mapping))
    )


def _notes(path: Path, sheet: Sheet, mapping: Mapping[str, str]) -> Iterator[str]:
    """Say how a table was read: its encoding, its headings, and the columns that were not used."""
    if sheet.encoding not in {"", "UTF-8"}:
        yield message("read-encoding", file=str(path), encoding=sheet.encoding)
    if sheet.header_row != 1:
        above = [number for number, _ in sheet.first_rows if number < sheet.header_row]
        rows = message("read-above", rows=", ".join(map(str, above))) if above else ""
        row = str(sheet.header_row)
        yield message("read-headings", file=str(path), row=row, above=rows)
    if "art" not in mapping:
        yield message("read-no-numbers", file=str(path))
    if not describes_practices(mapping):
        yield message("read-addresses", file=str(path))
    unused = [name for name in sheet.headings if name not in mapping.values()]
    if unused:
        listed = ", ".join(map(repr, unused[:_HEADINGS_SHOWN]))
        further = len(unused) - _HEADINGS_SHOWN
        more = message("read-more", count=further) if further > 0 else ""
        yield message("read-unused", file=str(path), names=listed, more=more)


def has_schema_headings(path: Path) -> bool:
    """Say whether a CSV file has the schema's headings, in UTF-8 and with commas."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            headings = file.readline(10_000).rstrip("\r\n").split(",")
    except UnicodeDecodeError:
        return False
    except OSError:
        return True  # the strict reader says what is wrong
    return _are_of_schema(headings)


def _are_of_schema(headings: Sequence[str]) -> bool:
    return set(REQUIRED_COLUMNS) <= set(headings) <= set(COLUMNS)


def _fault(path: Path, rule: str, details: Details) -> PracticeDataError:
    return PracticeDataError(
        path, [Violation(row=0, column="", value="", rule=rule, details=details)]
    )
