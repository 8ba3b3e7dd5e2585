"""`mapa-praktyk import`: page files and tables into a store, and the report of it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
from tqdm import tqdm

from dashboard.errors import rule_text
from dashboard.locale import message
from dashboard.practices.corrections import with_new
from dashboard.practices.edits import Signature
from dashboard.practices.merging import Merged, merge, merge_rows
from dashboard.practices.numbers import is_provisional
from dashboard.practices.page_files import PageFiles, find_pages
from dashboard.practices.page_reading import NO_PRACTICE, PagesRead
from dashboard.practices.personal import may_name_a_person
from dashboard.practices.reading.files import is_table_name, problem_line, read_table_file
from dashboard.practices.reading.paths import read_pages
from dashboard.practices.schema import bounds_of, rule_of
from dashboard.store import PracticeStore, SqlStore
from dashboard.store.earlier_files import earlier_corrections
from dashboard.store.pages import RawPage
from geocoding.model import Precision

_LISTED: Final = 5
"""Files of a kind that are named one by one."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import reports to its user, line by line.

    Attributes:
        faults: A line for each file or folder that gave no practice.
        notes: What was read and written, and what is worth a look.
    """

    faults: tuple[str, ...]
    notes: tuple[str, ...]


def import_files(
    paths: Sequence[Path],
    target: PracticeStore,
    by: Signature,
    precision: Precision = Precision.STREET,
) -> ImportReport:
    """Put pages and tables into a store, each in one step and only where something changes.

    Args:
        paths: Page files, ZIP archives of them, folders of pages, or table files.
        target: The store; made where there is none.
        by: Who imports them.
        precision: What a table's own coordinates stand for.

    Raises:
        PracticeDataError: A table breaks its schema; nothing of it was written.
        StoreError: The store cannot be read or written; nothing was changed.
    """
    if target.exists():
        target.require_writable()
    tables = [path for path in paths if path.is_file() and is_table_name(path)]
    pages = [path for path in paths if path not in tables]
    reports = [_import_table(path, target, by, precision) for path in tables]
    if pages:
        reports.append(_import_pages(pages, target, by))
    return ImportReport(
        faults=tuple(line for report in reports for line in report.faults),
        notes=tuple(line for report in reports for line in report.notes),
    )


def _import_table(
    path: Path, target: PracticeStore, by: Signature, precision: Precision
) -> ImportReport:
    """Put the practices of a table into a store, with the corrections in it and beside it."""
    read = read_table_file(path, precision)
    merged: list[Merged] = []

    def with_rows(practices: pd.DataFrame) -> pd.DataFrame:
        merged.append(merge_rows(practices, read.practices))
        return merged[-1].table if merged[-1].added or merged[-1].updated else practices

    beside, history = earlier_corrections(path)
    corrections = with_new(beside, read.corrections)
    if isinstance(target, SqlStore):
        target.import_table(with_rows, corrections, history, by)
    else:
        target.change_practices(with_rows, by)
    file, counts = str(path), _counts(merged[-1])
    notes = [
        message("import-table-read", file=file, count=len(read.practices), counts=counts),
        *read.notes,
    ]
    if beside:
        notes.append(message("import-beside", file=file, count=len(beside)))
    if read.corrections:
        own = len(read.corrections)
        notes.append(
            message("import-own-coordinates", file=file, count=own, precision=precision.value)
        )
    return ImportReport(
        faults=tuple(problem_line(path, each) for each in read.problems),
        notes=(*notes, _store_line(target, merged[-1])),
    )


def _import_pages(paths: Sequence[Path], target: PracticeStore, by: Signature) -> ImportReport:
    """Put pages into a store; where none could be read nothing is written."""
    files = find_pages(paths)
    sought = (*files.pages, *files.unsure, *files.tabs)
    read = read_pages(tqdm(sought, unit="page", leave=False, file=sys.stderr, disable=None))
    unsure = {str(path) for path in (*files.unsure, *files.tabs)}
    wrong = [
        each for each in read.faults if each.file not in unsure or each.rule not in NO_PRACTICE
    ]
    faults = tuple(str(fault) for fault in (*files.faults, *wrong))
    merged: list[Merged] = []
    of_site = len(files.site) + len(read.faults) - len(wrong)
    notes = [*_passed_over(files, of_site), *_remarks(read)]
    if not read.practices:
        return ImportReport(faults, (*notes, message("import-nothing", store=target.name)))

    def with_pages(table: pd.DataFrame) -> pd.DataFrame:
        merged.append(merge(table, read.practices))
        return merged[-1].table if merged[-1].added or merged[-1].updated else table

    def raw_pages() -> list[RawPage]:
        rows = zip(merged[-1].numbers, read.practices, read.contents, strict=True)
        pages = [RawPage(number, each.source, content) for number, each, content in rows]
        return pages + [RawPage(art, name, content) for art, name, content in read.tab_contents]

    if isinstance(target, SqlStore):
        target.change_practices(with_pages, by, raw_pages, lambda: merged[-1].renumbered)
    else:
        target.change_practices(with_pages, by)
    count = len(read.practices) + len(wrong)
    counts = _counts(merged[-1])
    return ImportReport(
        faults,
        (
            *notes,
            *_numbers(merged[-1], read),
            message("import-pages-read", read=len(read.practices), count=count, counts=counts),
            _store_line(target, merged[-1]),
        ),
    )


def _passed_over(files: PageFiles, of_site: int) -> Iterator[str]:
    """Say which files in the folders were not read, and how many are other pages of the site."""
    if of_site:
        yield message("import-of-site", count=of_site)
    archives = [path for path in files.others if path.suffix.lower() == ".zip"]
    for path in archives:
        yield message("import-archive", file=str(path))
    others = [path for path in files.others if path not in archives]
    for path in others[:_LISTED]:
        yield message("import-other", file=str(path))
    if len(others) > _LISTED:
        yield message("import-more-others", count=len(others) - _LISTED)


def _remarks(read: PagesRead) -> Iterator[str]:
    """Say what could not be read as its type; not a value that may name a person."""
    for practice in read.practices:
        for remark in practice.remarks:
            field = remark.field
            is_left_out = may_name_a_person(remark.column, field.text)
            yield message(
                "import-remark",
                file=practice.source,
                label=field.label,
                value="" if is_left_out else f" {field.text!r}",
                expected=rule_text(rule_of(remark.column), bounds_of(remark.column)).worded(
                    message
                ),
            )


def _numbers(merged: Merged, read: PagesRead) -> Iterator[str]:
    """Say which practices have provisional numbers, or have them no more."""
    for practice, number in zip(read.practices, merged.numbers, strict=True):
        if is_provisional(number):
            yield message("import-provisional", file=practice.source, number=str(number))
        elif practice.has_provisional_number:
            yield message("import-derived-number", file=practice.source, number=str(number))
    for old, new in merged.renumbered.items():
        yield message("import-renumbered", old=str(old), new=new)


def _counts(merged: Merged) -> str:
    """Say how many practices were added, updated and unchanged."""
    return message(
        "import-counts",
        added=len(merged.added),
        updated=len(merged.updated),
        unchanged=len(merged.unchanged),
    )


def _store_line(store: PracticeStore, merged: Merged) -> str:
    """Say how many practices the store has now."""
    return message("import-store", store=store.name, count=len(merged.table))
