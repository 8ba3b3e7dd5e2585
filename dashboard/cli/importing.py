"""`mapa-praktyk import`: page files into the practices table, and the report of it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from dashboard.practices import Practice, PracticeStore
from dashboard.practices.merging import Merged, merge
from dashboard.practices.metryka import meaning
from dashboard.practices.page_files import PageFiles, find_pages, read_pages

_PERSONAL = frozenset({"contacts", "emails", "phones"})


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
        paths: Page files, or folders of them.
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
        notes=tuple(_notes(files, read.practices, merged[-1], target.name)),
    )


def _notes(
    files: PageFiles, practices: Sequence[Practice], merged: Merged, target: str
) -> Iterator[str]:
    """What was passed over, what could not be typed, and the counts."""
    for path in files.others:
        yield f"{path}: passed over, no page by its name"
    for practice in practices:
        for remark in practice.remarks:
            field = remark.field
            text = "" if meaning(field.label) in _PERSONAL else f" {field.text!r}"
            yield f"{practice.source}: {field.label}{text}: {remark.reason}; kept as text only"
    yield (
        f"{len(practices)} of {len(files.pages)} pages read: {len(merged.added)} added, "
        f"{len(merged.updated)} updated, {len(merged.unchanged)} unchanged"
    )
    yield f"{target}: {len(merged.table)} practices"
