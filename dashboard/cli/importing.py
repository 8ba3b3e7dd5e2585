"""`mapa-praktyk import`: page files into the practices table, and the report of it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from dashboard.practices import PracticeStore
from dashboard.practices.merging import Merged, merge
from dashboard.practices.metryka import meaning
from dashboard.practices.page_files import PageFiles, PagesRead, find_pages
from dashboard.practices.personal import may_name_a_person
from dashboard.practices.reading.paths import read_pages


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import tells its user, line by line.

    Attributes:
        faults: A line for each file or folder that gave no practice.
        notes: What was read and written, and what is worth a look.
    """

    faults: tuple[str, ...]
    notes: tuple[str, ...]


def import_pages(paths: Sequence[Path], target: PracticeStore) -> ImportReport:
    """Put the pages into the table, which is written in one step and only when it changes.

    Args:
        paths: Page files, ZIP archives of them, or folders of pages.
        target: The practices table; made where there is none.

    Raises:
        PracticeDataError: The table breaks its schema; nothing was written.
        StoreError: The table cannot be read or written; nothing was changed.
    """
    target.require_writable()
    files = find_pages(paths)
    read = read_pages(tqdm(files.pages, unit="page", leave=False, file=sys.stderr, disable=None))
    merged: list[Merged] = []

    def with_pages(table: pd.DataFrame) -> pd.DataFrame:
        merged.append(merge(table, read.practices))
        return merged[-1].table if merged[-1].added or merged[-1].updated else table

    target.change_practices(with_pages)
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
    yield (
        f"{len(read.practices)} of {came} pages read: {len(merged.added)} added, "
        f"{len(merged.updated)} updated, {len(merged.unchanged)} unchanged"
    )
    yield f"{target}: {len(merged.table)} practices"
