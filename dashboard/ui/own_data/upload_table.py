"""The table in a visitor's file: its sheet, the row with its headings, its first rows."""

import hashlib
from collections.abc import Callable
from typing import Final, TypeAlias

import pandas as pd
import streamlit as st

from dashboard.errors import UploadError
from dashboard.explore.catalog.readable import readable
from dashboard.locale import Texts
from dashboard.practices.reading import Sheet, Table, Upload, table_in
from dashboard.ui.own_data.waiting import result_of

_Tables: TypeAlias = dict[tuple[str, int | None], Table | UploadError]
"""The tables that were read, by sheet and row of headings."""

_TABLES: Final = "add-sheets"
_MAX_HEADER_ROWS: Final = 15
"""Rows that are offered as the one with the headings."""
_ROWS_SHOWN: Final = 5
_MAX_CHARACTERS: Final = 60
_MAX_CELL_CHARACTERS: Final = 200


def choose_sheet(upload: Upload, texts: Texts, *, count: Callable[[Upload], None]) -> Sheet:
    """Read a table, and let the visitor choose its sheet and the row with its headings.

    Args:
        upload: The file.
        texts: The interface's texts.
        count: Counts that the file is read in; raises UploadError where that is too often.

    Raises:
        UploadError: The file is not taken in, or nothing is in the sheet.
    """
    first = _table(upload, "", None, texts, count)
    name = first.sheet.name
    if len(first.names) > 1:
        name = st.selectbox(
            texts("add-sheet"),
            first.names,
            index=first.names.index(name),
            key="add-sheet",
            filter_mode=None,
        )
    is_first = name == first.sheet.name
    sheet = first.sheet if is_first else _table(upload, name, None, texts, count).sheet
    header_row = _choose_header_row(sheet, texts)
    if header_row != sheet.header_row:
        sheet = _table(upload, "" if is_first else name, header_row, texts, count).sheet
    if sheet.encoding not in {"", "UTF-8"}:
        st.html(f'<p class="mp-quiet">{texts("add-encoding", encoding=sheet.encoding)}</p>')
    return sheet


def draw_first_rows(sheet: Sheet, texts: Texts) -> None:
    """Draw the first rows of a table as they were read."""
    st.html(f"<h3>{texts('add-first-rows')}</h3>")
    rows = sheet.cells.head(_ROWS_SHOWN)
    shown = pd.DataFrame(
        {
            f"{readable(heading)}": [
                readable(text[:_MAX_CELL_CHARACTERS]) for text in rows[heading]
            ]
            for heading in sheet.headings
        },
        index=rows.index,
    )
    st.dataframe(shown, key="add-first-rows")


def forget_tables() -> None:
    """Forget the tables that were read."""
    st.session_state.pop(_TABLES, None)


def _choose_header_row(sheet: Sheet, texts: Texts) -> int:
    """Ask the visitor for the row with the headings; gives its number, 0 for none."""
    rows = dict(sheet.first_rows[:_MAX_HEADER_ROWS])
    options = [*rows, 0]
    if sheet.header_row not in options:
        return sheet.header_row
    names = {
        number: texts("add-header-row-option", row=str(number), cells=_shown(cells))
        for number, cells in rows.items()
    }
    return st.selectbox(
        texts("add-header-row"),
        options,
        index=options.index(sheet.header_row),
        format_func=lambda number: names.get(number, texts("add-header-row-none")),
        key=f"add-header-row-{hash((sheet.name, tuple(rows)))}",
        filter_mode=None,
    )


def _shown(cells: list[str]) -> str:
    """Give the beginning of a row in one line."""
    line = " ".join(readable(" | ".join(filter(None, cells))).split())
    return f"{line[:_MAX_CHARACTERS].rstrip()}…" if len(line) > _MAX_CHARACTERS else line


def _table(
    upload: Upload,
    sheet: str,
    header_row: int | None,
    texts: Texts,
    count: Callable[[Upload], None],
) -> Table:
    """Give a table with one of its sheets, read once a visit; "" is the first that has rows.

    Raises:
        UploadError: The file is not taken in; it is not read a second time either.
    """
    digest = hashlib.sha256(upload.name.encode() + b"\0" + upload.content).digest()
    known: tuple[bytes, _Tables] | None = st.session_state.get(_TABLES)
    tables: _Tables = known[1] if known and known[0] == digest else {}
    st.session_state[_TABLES] = digest, tables
    key = sheet, header_row
    if key not in tables:
        count(upload)
        try:
            tables[key] = result_of(
                lambda worker: table_in(worker, upload, sheet, header_row), texts
            )
        except UploadError as error:
            if error.rule == "start":
                raise
            tables[key] = error
    found = tables[key]
    if isinstance(found, UploadError):
        raise found.with_traceback(None)
    return found
