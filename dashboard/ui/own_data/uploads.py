"""'Dodaj dane': files in, columns matched, problems listed, practices on this visitor's map."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from dashboard import url
from dashboard.errors import UploadError
from dashboard.explore.catalog.readable import readable
from dashboard.export import Progress, practices_table, template_table
from dashboard.export.jobs import JobSpec
from dashboard.locale import Texts
from dashboard.practices import locate
from dashboard.practices.reading import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    PRECISIONS,
    Sheet,
    Upload,
    UploadResult,
    describes_practices,
    guess_mapping,
    is_table,
    make_ready,
    page_practices_in,
    position_corrections,
    practices_in,
)
from dashboard.rate_limits import rate_limits
from dashboard.ui.downloads import downloads_panel
from dashboard.ui.frame import navigation
from dashboard.ui.own_data import address_list, matching, upload_table
from dashboard.ui.own_data.counting import count_reading
from dashboard.ui.own_data.waiting import result_of
from dashboard.ui.visit import address, data
from dashboard.ui.visit.uploaded_data import LASTS_MINUTES
from dashboard.url import Dataset
from dashboard.views.quality.problems import problem_table
from geocoding.model import Precision
from geocoding.overrides import Override

_FILES: Final = "add-files"
_OUTCOME: Final = "add-outcome"
_TIMEOUT_S: Final = 1.0
_PART: Final = 500
"""Practices that are located between two moves of the progress bar."""


def draw_files(texts: Texts) -> None:
    """Draw what can be uploaded, the field for it, and the steps to the map."""
    megabytes = MAX_BYTES // 2**20
    limits = texts(
        "add-limits",
        size=megabytes,
        rows=texts.number(MAX_ROWS),
        columns=MAX_COLUMNS,
        files=rate_limits().readings_per_hour,
    )
    st.html(
        f'<p class="mp-lead">{texts("add-intro")}</p>'
        f'<ul class="mp-add"><li>{texts("add-kind-pages")}</li><li>{texts("add-kind-table")}</li>'
        f"<li>{texts('add-kind-addresses')}</li></ul>"
        f'<p class="mp-quiet">{limits} {texts("add-private", minutes=LASTS_MINUTES)}</p>'
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
            _offer_table(uploads[0], texts)
        else:
            _offer_pages(uploads, texts)
    except UploadError as error:
        st.html(
            f'<p class="mp-refused" role="alert"><strong>{escape(readable(error.file))}</strong>: '
            f"{escape(error.reason.worded(texts))}</p>"
        )


def _offer_pages(uploads: Sequence[Upload], texts: Texts) -> None:
    """Offer to read the pages."""
    if st.button(texts("add-read-pages", count=len(uploads)), type="primary", key="add-read"):
        count_reading(uploads[0])
        _keep(result_of(lambda worker: page_practices_in(worker, uploads), texts), texts)


def _offer_table(upload: Upload, texts: Texts) -> None:
    """Ask the visitor what a table holds, then read it."""
    sheet = upload_table.choose_sheet(upload, texts, count=count_reading)
    guessed = guess_mapping(sheet.headings, sheet.cells, are_named=sheet.header_row > 0)
    contents = {True: texts("add-content-practices"), False: texts("add-content-addresses")}
    holds_practices = st.radio(
        texts("add-content"),
        list(contents),
        index=0 if describes_practices(guessed) or not address_list.has_addresses(sheet) else 1,
        format_func=contents.__getitem__,
        key=f"add-content-{hash(sheet.headings)}",
    )
    if holds_practices:
        _offer_practices(upload, sheet, guessed, texts)
    else:
        address_list.draw_address_list(upload, sheet, texts)


def _offer_practices(upload: Upload, sheet: Sheet, guessed: dict[str, str], texts: Texts) -> None:
    """Ask the visitor what each column holds, then read the practices."""
    mapping = matching.draw_matching(sheet, guessed, texts)
    upload_table.draw_first_rows(sheet, texts)
    precision = _choose_precision(texts) if _states_positions(mapping) else PRECISIONS[0]
    missing = "title" not in mapping
    if missing:
        st.html(f'<p class="mp-refused">{texts("add-title-missing")}</p>')
    label = texts("add-read-table", count=len(sheet.cells))
    if st.button(label, type="primary", key="add-read", disabled=missing):
        made = result_of(lambda worker: practices_in(worker, upload.name, sheet, mapping), texts)
        positions = position_corrections(
            made, data.geocoder, precision=precision, file=readable(upload.name)
        )
        _keep(made, texts, positions)


def _states_positions(mapping: Mapping[str, str]) -> bool:
    """Say whether columns with coordinates were chosen."""
    return "position" in mapping or {"lat", "lon"} <= mapping.keys()


def _choose_precision(texts: Texts) -> Precision:
    """Ask the visitor for the precision of the file's coordinates; gives it."""
    return st.selectbox(
        texts("add-position-precision"),
        PRECISIONS,
        format_func=lambda each: texts(f"precision-{each.value.replace('_', '-')}"),
        key="add-precision",
        filter_mode=None,
    )


def _keep(made: UploadResult, texts: Texts, positions: Sequence[Override] = ()) -> None:
    """Locate the practices with a progress bar, show them to this visitor, report the outcome."""
    st.session_state[_OUTCOME] = made
    if len(made.practices):
        data.put_own(made, _locate(made.practices, positions, texts))
        data.show(Dataset.OWN)
    else:
        data.forget_own()
    st.rerun()


def _locate(practices: pd.DataFrame, positions: Sequence[Override], texts: Texts) -> pd.DataFrame:
    """Find where the practices are, part by part; positions that the file states win."""
    total = len(practices)
    bar = st.progress(0.0, texts("add-locating", done=0, total=total))
    places = []
    for start in range(0, total, _PART):
        part = practices.iloc[start : start + _PART]
        places.append(locate(part, data.geocoder(), overrides=positions))
        done = min(start + _PART, total)
        bar.progress(done / total, texts("add-locating", done=done, total=total))
    return pd.concat(places, ignore_index=True)


def draw_outcome(texts: Texts) -> None:
    """Draw what the files gave: counts, the ways on, and the problems."""
    outcome: UploadResult | None = st.session_state.get(_OUTCOME) or data.own_result()
    if outcome is None:
        return
    st.html(f"<h2>{texts('add-outcome')}</h2>")
    count = len(outcome.practices)
    st.html(f'<p role="status">{texts("add-count", count=count, total=outcome.row_count)}</p>')
    if outcome.positions:
        st.html(f"<p>{texts('add-positions', count=len(outcome.positions))}</p>")
    if Dataset.OWN in data.datasets():
        _ways_on(outcome, texts)
    if not outcome.problems:
        st.html(f"<p>{texts('add-no-problems')}</p>")
        return
    st.html(f"<h3>{texts('add-problems', count=len(outcome.problems))}</h3>")
    st.dataframe(problem_table(outcome.problems, texts), hide_index=True, key="add-problems")


def _ways_on(outcome: UploadResult, texts: Texts) -> None:
    """Draw the ways to the map, to the finished table, and to forgetting everything."""
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


def _ask_for_table(outcome: UploadResult) -> None:
    """Ask for the finished table as a file."""

    def make(_progress: Progress) -> bytes:
        return practices_table(outcome.practices)

    downloads_panel.ask(
        JobSpec(name="practices.csv", mime="text/csv", make=make), patience_s=_TIMEOUT_S
    )


def _forget() -> None:
    """Forget the files' practices and what was reported of them."""
    st.session_state.pop(_OUTCOME, None)
    upload_table.forget_tables()
    address_list.forget_addresses()
    data.forget_own()
