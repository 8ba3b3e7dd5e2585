"""Takes a table over into a new store, with what earlier versions of this program put beside it.

Up to version 0.1 the practices table was a CSV file that the program itself changed; points that
persons had set stood in `overrides.csv` beside it, and their history in
`overrides.history.jsonl`. An upgrade put the shipped files back in place of the first two and left
the history alone, so corrections that only the history knows are taken from there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from dashboard.errors import StoreError
from dashboard.locale import message
from dashboard.practices.corrections import corrections_path
from dashboard.practices.edits import Edit, Signature
from dashboard.practices.reading.files import read_table_file
from dashboard.store.sql_store import SqlStore
from geocoding.overrides import Override, load_overrides

_HISTORY: Final = "overrides.history.jsonl"


def take_over(table: Path, store: SqlStore) -> Iterator[str]:
    """Fill a new store from a table and what stands beside it; yield what is to be said of it.

    Raises:
        PracticeDataError: The table breaks its schema; nothing was written.
        TableError: `overrides.csv` is not as it should be; nothing was written.
        StoreError: The store cannot be written, or the history cannot be read.
    """
    practices = read_table_file(table).practices
    corrections, edits = earlier_corrections(table)
    by = Signature(reason=table.name, batch=f"first-{table.stem}")
    store.import_table(lambda before: practices if before.empty else before, corrections, edits, by)
    yield message("store-made", store=store.name, count=len(practices), table=str(table))
    if corrections or edits:
        yield message(
            "store-took-over", store=store.name, corrections=len(corrections), edits=len(edits)
        )


def earlier_corrections(table: Path) -> tuple[list[Override], list[Edit]]:
    """Give the corrections beside a table, and their history.

    Raises:
        TableError: `overrides.csv` is not as it should be.
        StoreError: The history cannot be read.
    """
    corrections = load_overrides(corrections_path(table))
    edits = read_history(table.with_name(_HISTORY))
    if corrections:
        return corrections, edits
    last = {edit.place: edit.after for edit in edits}
    return [after for after in last.values() if isinstance(after, Override)], edits


def read_history(path: Path) -> list[Edit]:
    """Give the edits in a history file, the oldest first; none where there is no file.

    Raises:
        StoreError: It cannot be read.
    """
    if not path.exists():
        return []
    edits: dict[str, Edit] = {}
    line_no = 0
    try:
        for line in path.read_text("utf-8").splitlines():
            line_no += 1
            entry = json.loads(line)
            if failed := entry.get("failed"):
                edits.pop(failed, None)
            else:
                edit = Edit.model_validate(entry)
                edits[edit.id] = edit
    except (OSError, ValueError, ValidationError, AttributeError) as error:
        raise StoreError(
            message("history-not-read", path=str(path), line_no=str(line_no))
        ) from error
    return list(edits.values())
