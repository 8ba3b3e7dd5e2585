"""'Dodaj dane': files in, columns matched, problems listed, practices on this visitor's map."""

import hashlib
from collections.abc import Sequence
from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from dashboard import url
from dashboard.errors import UploadError
from dashboard.explore.catalog import build_catalog
from dashboard.explore.readable import readable
from dashboard.export import Progress, practices_table, template_table
from dashboard.export.jobs import Recipe
from dashboard.locale import Texts
from dashboard.practices import locate
from dashboard.practices.reading import (
    MOST_BYTES,
    MOST_ROWS,
    Brought,
    Sheet,
    Table,
    Upload,
    is_table,
    make_ready,
    page_practices_in,
    practices_in,
    table_in,
)
from dashboard.ui import address, data, matching, metering, navigation, tray
from dashboard.ui.waiting import result_of
from dashboard.url import Dataset
from dashboard.views.problems import problem_table

_FILES: Final = "add-files"
_SHEETS: Final = "add-sheets"
_OUTCOME: Final = "add-outcome"
_PATIENCE_S: Final = 1.0
_PART: Final = 500
"""Practices that are located between two moves of the progress bar."""


def draw_files(texts: Texts) -> None:
    """Draw what can be brought, the field for it, and the steps to the map."""
    megabytes = MOST_BYTES // 2**20
    limits = texts("add-limits", size=megabytes, rows=texts.number(MOST_ROWS))
    st.html(
        f'<p class="mp-lead">{texts("add-intro")}</p>'
        f'<ul class="mp-add"><li>{texts("add-kind-pages")}</li><li>{texts("add-kind-table")}</li>'
        f'</ul><p class="mp-quiet">{limits} {texts("add-private")}</p>'
    )
    st.download_button(
        texts("add-template"),
        data=template_table(texts),
        file_name=f"{texts('export-file-name')}.csv",
        mime="text/csv",
        key="add-template",
        on_click="ignore",
        type="tertiary",
    )
    make_ready()
    files = st.file_uploader(texts("add-files"), accept_multiple_files=True, key=_FILES)
    st.html(f'<p class="mp-refused mp-not-taken" role="alert">{texts("add-not-taken")}</p>')
    uploads = [Upload(each.name, each.getvalue()) for each in files]
    if not uploads:
        return
    try:
        if is_table(uploads):
            _bring_table(uploads[0], texts)
        else:
            _bring_pages(uploads, texts)
    except UploadError as error:
        limit = texts.number(error.limit // 2**20 if error.limit >= 2**20 else error.limit)
        place = {"row": str(error.row), "column": str(error.column)}
        reason = texts(f"refused-{error.rule}", limit=limit, **place)
        st.html(
            f'<p class="mp-refused" role="alert"><strong>{escape(readable(error.file))}</strong>: '
            f"{escape(reason)}</p>"
        )


def _count_reading(upload: Upload) -> None:
    """Count that files are read in.

    Raises:
        UploadError: As often within the last hour as one visitor may.
    """
    if minutes := metering.count_reading():
        raise UploadError(
            upload.name, rule="hourly", reason=f"not before {minutes} minutes", limit=minutes
        )


def _bring_pages(uploads: Sequence[Upload], texts: Texts) -> None:
    """Offer to read the pages."""
    if st.button(texts("add-read-pages", count=len(uploads)), type="primary", key="add-read"):
        _count_reading(uploads[0])
        _keep(result_of(lambda worker: page_practices_in(worker, uploads), texts), texts)


def _bring_table(upload: Upload, texts: Texts) -> None:
    """Let the visitor say which column is which, then read the table."""
    sheet = _sheet(upload, texts)
    mapping = matching.draw_matching(sheet, texts)
    missing = "title" not in mapping
    if missing:
        st.html(f'<p class="mp-refused">{texts("add-title-missing")}</p>')
    label = texts("add-read-table", count=len(sheet.cells))
    if st.button(label, type="primary", key="add-read", disabled=missing):
        made = result_of(lambda worker: practices_in(worker, upload.name, sheet, mapping), texts)
        _keep(made, texts)


def _sheet(upload: Upload, texts: Texts) -> Sheet:
    """The sheet that the visitor chooses; of a table with one sheet, that.

    Raises:
        UploadError: The file is not taken in, or nothing is in the sheet.
    """
    first = _table(upload, "", texts)
    if len(first.names) == 1:
        return first.sheet
    name = st.selectbox(
        texts("add-sheet"),
        first.names,
        index=first.names.index(first.sheet.name),
        key="add-sheet",
        filter_mode=None,
    )
    return first.sheet if name == first.sheet.name else _table(upload, name, texts).sheet


def _table(upload: Upload, sheet: str, texts: Texts) -> Table:
    """A table with one of its sheets, read once a visit; "" is the first that has rows.

    Raises:
        UploadError: The file is not taken in; it is not read a second time either.
    """
    digest = hashlib.sha256(upload.name.encode() + b"\0" + upload.content).digest()
    known: tuple[bytes, dict[str, Table | UploadError]] | None = st.session_state.get(_SHEETS)
    if known is None or known[0] != digest:
        known = st.session_state[_SHEETS] = digest, {}
    tables = known[1]
    if sheet not in tables:
        _count_reading(upload)
        try:
            tables[sheet] = result_of(lambda worker: table_in(worker, upload, sheet), texts)
        except UploadError as error:
            if error.rule == "start":
                raise
            tables[sheet] = error
    found = tables[sheet]
    if isinstance(found, UploadError):
        raise found.with_traceback(None)
    return found


def _keep(brought: Brought, texts: Texts) -> None:
    """Locate the practices with a progress bar, show them to this visitor, tell the outcome."""
    st.session_state[_OUTCOME] = brought
    total = len(brought.practices)
    if total:
        data.put_own(build_catalog(brought.practices, _locate(brought.practices, texts)))
        data.show(Dataset.OWN)
    else:
        data.forget_own()
    st.rerun()


def _locate(practices: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Where the practices are, part by part."""
    total = len(practices)
    bar = st.progress(0.0, texts("add-locating", done=0, total=total))
    places = []
    for start in range(0, total, _PART):
        places.append(locate(practices.iloc[start : start + _PART], data.geocoder()))
        done = min(start + _PART, total)
        bar.progress(done / total, texts("add-locating", done=done, total=total))
    return pd.concat(places, ignore_index=True)


def draw_outcome(texts: Texts) -> None:
    """Draw what the files gave: counts, the ways on, and the problems."""
    outcome: Brought | None = st.session_state.get(_OUTCOME)
    if outcome is None:
        return
    st.html(f"<h2>{texts('add-outcome')}</h2>")
    count = len(outcome.practices)
    st.html(f'<p role="status">{texts("add-count", count=count, came=outcome.came)}</p>')
    if Dataset.OWN in data.datasets():
        _ways_on(outcome, texts)
    if not outcome.problems:
        st.html(f"<p>{texts('add-no-problems')}</p>")
        return
    st.html(f"<h3>{texts('add-problems', count=len(outcome.problems))}</h3>")
    st.dataframe(problem_table(outcome.problems, texts), hide_index=True, key="add-problems")


def _ways_on(outcome: Brought, texts: Texts) -> None:
    """To the map, the finished table, and forgetting everything."""
    with st.container(horizontal=True, key="dodaj-dalej"):
        st.page_link(
            navigation.pages(texts)["map"],
            label=texts("add-to-map"),
            query_params={**address.query(), url.DATASET.name: [Dataset.OWN.value]},
        )
        st.button(
            texts("add-finished"), key="add-finished", on_click=_ask_for_table, args=(outcome,)
        )
        st.button(texts("add-forget"), key="add-forget", on_click=_forget)


def _ask_for_table(outcome: Brought) -> None:
    """Ask for the finished table as a file."""

    def make(_progress: Progress) -> bytes:
        return practices_table(outcome.practices)

    tray.ask(Recipe(name="practices.csv", mime="text/csv", make=make), patience_s=_PATIENCE_S)


def _forget() -> None:
    """Forget the files' practices and what was told of them."""
    st.session_state.pop(_OUTCOME, None)
    st.session_state.pop(_SHEETS, None)
    data.forget_own()
