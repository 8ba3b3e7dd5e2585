"""A list of addresses of a visitor: located here, and given back with all its columns."""

from collections.abc import Mapping
from functools import partial
from html import escape
from pathlib import PurePath
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.explore.catalog.readable import readable
from dashboard.export import Progress
from dashboard.export.jobs import JobSpec
from dashboard.locale import Texts
from dashboard.practices.reading import Sheet, Upload
from dashboard.practices.reading.address_list import (
    PARTS,
    LocatedAddresses,
    guess_parts,
    locate_addresses,
)
from dashboard.ui.downloads import downloads_panel
from dashboard.ui.own_data import matching, upload_table
from dashboard.ui.visit import data

_RESULT: Final = "add-addresses"
_IN_A_ROW: Final = 3
_ROWS_SHOWN: Final = 20
_LISTED: Final = 20
_TIMEOUT_S: Final = 1.0
_FILES: Final = {
    "csv": ("text/csv", LocatedAddresses.csv),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        LocatedAddresses.workbook,
    ),
}


def has_addresses(sheet: Sheet) -> bool:
    """Say whether columns of a table hold addresses."""
    return bool(guess_parts(sheet))


def draw_address_list(upload: Upload, sheet: Sheet, texts: Texts) -> None:
    """Ask the visitor which columns hold addresses, and locate them."""
    st.html(
        f'<h2>{texts("add-matching")}</h2><p class="mp-quiet">{texts("add-addresses-hint")}</p>'
    )
    parts = _choose_parts(sheet, texts)
    upload_table.draw_first_rows(sheet, texts)
    if not parts:
        st.html(f'<p class="mp-refused">{texts("add-addresses-missing")}</p>')
    label = texts("add-geocode", count=sheet.row_count)
    if st.button(label, type="primary", key="add-geocode", disabled=not parts):
        st.session_state[_RESULT] = sheet.headings, _locate(sheet, parts, texts)
    result: tuple[tuple[str, ...], LocatedAddresses] | None = st.session_state.get(_RESULT)
    if result and result[0] == sheet.headings:
        _draw_result(PurePath(upload.name).stem, result[1], texts)


def forget_addresses() -> None:
    """Forget the addresses that were located."""
    st.session_state.pop(_RESULT, None)


def _choose_parts(sheet: Sheet, texts: Texts) -> dict[str, str]:
    """Draw a choice of a heading for each part of an address; part -> heading."""
    guessed = guess_parts(sheet)
    chosen = {}
    for place, part in enumerate(PARTS):
        if place % _IN_A_ROW == 0:
            columns = st.columns(_IN_A_ROW)
        heading = columns[place % _IN_A_ROW].selectbox(
            texts(f"address-{part.replace('_', '-')}"),
            sheet.headings,
            index=sheet.headings.index(guessed[part]) if part in guessed else None,
            format_func=partial(matching.with_example, sheet),
            placeholder=texts("add-no-column"),
            key=f"add-address-{part}-{hash((sheet.name, sheet.headings))}",
        )
        if heading is not None:
            chosen[part] = heading
    return chosen


def _locate(sheet: Sheet, parts: Mapping[str, str], texts: Texts) -> LocatedAddresses:
    """Locate the addresses with a progress bar."""
    total = sheet.row_count
    bar = st.progress(0.0, texts("add-locating", done=0, total=total))

    def report(done: int, of: int) -> None:
        bar.progress(done / of, texts("add-locating", done=done, total=of))

    located = locate_addresses(sheet, parts, data.geocoder(), report=report)
    bar.empty()
    return located


def _draw_result(name: str, located: LocatedAddresses, texts: Texts) -> None:
    """Draw how many rows have a position, the files, and the first rows."""
    total = len(located.rows)
    words = texts("add-addresses-count", count=total, found=texts.number(located.found))
    st.html(f"<h2>{texts('add-addresses-outcome')}</h2><p role='status'>{words}</p>")
    if located.longer:
        rows = ", ".join(map(str, located.longer[:_LISTED]))
        more = "…" if located.longer[_LISTED:] else ""
        words = texts("add-addresses-longer", count=len(located.longer), rows=f"{rows}{more}")
        st.html(f'<p class="mp-refused">{escape(words)}</p>')
    if located.footers:
        rows = ", ".join(map(str, located.footers[:_LISTED]))
        more = "…" if located.footers[_LISTED:] else ""
        words = texts("add-addresses-footers", count=len(located.footers), rows=f"{rows}{more}")
        st.html(f'<p class="mp-quiet">{escape(words)}</p>')
    if located.outside:
        rows = ", ".join(map(str, located.outside[:_LISTED]))
        more = "…" if located.outside[_LISTED:] else ""
        words = texts("add-addresses-outside", count=len(located.outside), rows=f"{rows}{more}")
        st.html(f'<p class="mp-refused">{escape(words)}</p>')
    with st.container(horizontal=True, key="dodaj-adresy"):
        for suffix in _FILES:
            st.button(
                texts(f"add-addresses-{suffix}"),
                key=f"add-addresses-{suffix}",
                on_click=_ask_for_file,
                args=(f"{name}-{texts('add-addresses-file')}.{suffix}", suffix, located),
            )
    _draw_outcomes(located, texts)
    st.html(f"<h3>{texts('add-addresses-shown')}</h3>")
    shown = pd.DataFrame(
        [[readable(cell) for cell in row] for row in located.rows[:_ROWS_SHOWN]],
        columns=[readable(heading) for heading in located.header],
    )
    st.dataframe(shown, hide_index=True, key="add-addresses-shown")


def _draw_outcomes(located: LocatedAddresses, texts: Texts) -> None:
    """Draw the number of rows by status and precision."""
    rows = [
        (
            texts(f"status-{status.replace('_', '-')}"),
            texts(f"precision-{precision.replace('_', '-')}") if precision else "",
            count,
        )
        for status, precision, count in located.outcomes()
    ]
    names = ("status", "precision", "rows")
    st.dataframe(
        pd.DataFrame(rows, columns=[texts(f"add-addresses-{name}") for name in names]),
        hide_index=True,
        key="add-addresses-outcomes",
    )


def _ask_for_file(name: str, suffix: str, located: LocatedAddresses) -> None:
    """Ask for the list as a file."""
    mime, make_file = _FILES[suffix]

    def make(_progress: Progress) -> bytes:
        return make_file(located)

    downloads_panel.ask(JobSpec(name=name, mime=mime, make=make), patience_s=_TIMEOUT_S)
