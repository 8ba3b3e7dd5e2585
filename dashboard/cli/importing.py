"""`mapa-praktyk import`: page files and tables into a store, and the report of it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from dashboard.practices.edits import Signature
from dashboard.practices.merging import Merged, merge, merge_rows
from dashboard.practices.metryka import meaning
from dashboard.practices.page_files import PageFiles, PagesRead, find_pages
from dashboard.practices.personal import may_name_a_person
from dashboard.practices.reading.brought import Problem
from dashboard.practices.reading.files import is_table_name, read_table_file
from dashboard.practices.reading.paths import read_pages
from dashboard.store import PracticeStore, SqlStore
from dashboard.store.earlier_files import earlier_corrections


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import tells its user, line by line.

    Attributes:
        faults: A line for each file or folder that gave no practice.
        notes: What was read and written, and what is worth a look.
    """

    faults: tuple[str, ...]
    notes: tuple[str, ...]


def import_files(paths: Sequence[Path], target: PracticeStore, by: Signature) -> ImportReport:
    """Put pages and tables into a store, each in one step and only where something changes.

    Args:
        paths: Page files, ZIP archives of them, folders of pages, or table files.
        target: The store; made where there is none.
        by: Who imports them.

    Raises:
        PracticeDataError: A table breaks its schema; nothing of it was written.
        StoreError: The store cannot be read or written; nothing was changed.
    """
    target.require_writable()
    tables = [path for path in paths if path.is_file() and is_table_name(path)]
    pages = [path for path in paths if path not in tables]
    reports = [_import_table(path, target, by) for path in tables]
    if pages:
        reports.append(_import_pages(pages, target, by))
    return ImportReport(
        faults=tuple(line for report in reports for line in report.faults),
        notes=tuple(line for report in reports for line in report.notes),
    )


def _import_table(path: Path, target: PracticeStore, by: Signature) -> ImportReport:
    """Put the practices of a table into a store, with the corrections beside the table."""
    read = read_table_file(path)
    merged: list[Merged] = []

    def with_rows(practices: pd.DataFrame) -> pd.DataFrame:
        merged.append(merge_rows(practices, read.practices))
        return merged[-1].table if merged[-1].added or merged[-1].updated else practices

    corrections, history = earlier_corrections(path)
    if isinstance(target, SqlStore):
        target.import_table(with_rows, corrections, history, by)
    else:
        target.change_practices(with_rows, by)
    notes = [f"{path}: {len(read.practices)} practices read: {_counts(merged[-1])}"]
    if corrections:
        notes.append(f"{path}: {len(corrections)} corrected positions beside it")
    return ImportReport(
        faults=tuple(_problem_line(path, each) for each in read.problems),
        notes=(*notes, f"{target.name}: {len(merged[-1].table)} practices"),
    )


def _problem_line(path: Path, problem: Problem) -> str:
    """Say what did not fit in a table; not the value, which may be a person's."""
    column = f", column {problem.column}" if problem.column else ""
    return f"{path}: row {problem.place}{column}: {problem.rule}; {problem.effect.value}"


def _import_pages(paths: Sequence[Path], target: PracticeStore, by: Signature) -> ImportReport:
    """Put pages into a store."""
    files = find_pages(paths)
    read = read_pages(tqdm(files.pages, unit="page", leave=False, file=sys.stderr, disable=None))
    merged: list[Merged] = []

    def with_pages(table: pd.DataFrame) -> pd.DataFrame:
        merged.append(merge(table, read.practices))
        return merged[-1].table if merged[-1].added or merged[-1].updated else table

    target.change_practices(with_pages, by)
    return ImportReport(
        faults=tuple(str(fault) for fault in (*files.faults, *read.faults)),
        notes=tuple(_notes(files, read, merged[-1], target.name)),
    )


def _notes(files: PageFiles, read: PagesRead, merged: Merged, target: str) -> Iterator[str]:
    """What was passed over, what could not be typed, and the counts."""
    for path in files.others:
        is_archive = path.suffix.lower() == ".zip"
        reason = (
            "an archive in a folder; name it by itself" if is_archive else "no page by its name"
        )
        yield f"{path}: passed over, {reason}"
    for practice in read.practices:
        for remark in practice.remarks:
            field = remark.field
            is_left_out = may_name_a_person(meaning(field.label) or "", field.text)
            text = "" if is_left_out else f" {field.text!r}"
            yield f"{practice.source}: {field.label}{text}: {remark.reason}; kept as text only"
    came = len(read.practices) + len(read.faults)
    yield f"{len(read.practices)} of {came} pages read: {_counts(merged)}"
    yield f"{target}: {len(merged.table)} practices"


def _counts(merged: Merged) -> str:
    """Say how many practices were added, updated and unchanged."""
    return (
        f"{len(merged.added)} added, {len(merged.updated)} updated, "
        f"{len(merged.unchanged)} unchanged"
    )
