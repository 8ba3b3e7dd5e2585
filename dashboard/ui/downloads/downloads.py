"""'Pobierz': what a page shows as a file, made when it is asked for and not before."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Final

import numpy as np
import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.filters.filters import Filters, matches
from dashboard.export import ExportContext, ExportRequest, request_chosen, request_filtered
from dashboard.export.count_files import COUNT_FILES, count_file, counts_file_name
from dashboard.export.jobs import JobSpec
from dashboard.export.registry import FORMATS, Format, Group, file_name, format_named
from dashboard.locale import Texts
from dashboard.ui.downloads import downloads_panel
from dashboard.ui.elements.formats import Offered, OfferedGroup, draw_formats, wants_contacts
from dashboard.ui.fragments import drawn_alone
from dashboard.ui.visit import own_unit, state
from dashboard.ui.visit.coverage_state import is_presenting, read_coverage_state
from dashboard.ui.visit.data import Snapshot
from dashboard.views.counts.count_tables import CountTable

_TIMEOUT_S: Final = {True: 0.3, False: 2.0}
"""How long a page waits for a file that can be slow, or for another, before it shows progress."""


_FULL_TEXTS: Final = "download-full-texts"
_PRACTICE_SLIDES: Final = "download-practice-slides"


class Scope(StrEnum):
    """What of the practices a page takes away."""

    FILTERED = "filtered"
    COVERAGE = "coverage"
    SHORTLIST = "shortlist"


def draw_downloads(snapshot: Snapshot, mask: Mask, scope: Scope, texts: Texts) -> None:
    """Draw the button that opens the formats, and the tray of files that were asked for.

    Args:
        snapshot: All practices.
        mask: Those that passed the filters.
        scope: What of them the page takes away.
        texts: The language.
    """
    downloads_panel.forget_saved()
    if not is_presenting():
        _area(snapshot, mask, scope, texts)


@drawn_alone
def _area(snapshot: Snapshot, mask: Mask, scope: Scope, texts: Texts) -> None:
    """Draw the button and the tray: a click on a format redraws these alone."""
    with st.container(key="pobierz", width="content"):
        with st.popover(texts("export")):
            _formats(snapshot, mask, scope, texts)
        with st.container(key="pliki"):
            downloads_panel.draw_downloads(texts)


def _formats(snapshot: Snapshot, mask: Mask, scope: Scope, texts: Texts) -> None:
    """Draw what can be taken, or why nothing can."""
    count = _count(snapshot.catalog, mask, scope)
    message = f"export-what-{scope.value}" if count else f"export-nothing-{scope.value}"

    def take(name: str, *, has_contacts: bool) -> None:
        context = _context(snapshot, scope, texts, has_contacts=has_contacts)
        _ask_for(format_named(name), snapshot.catalog, scope, context)

    if count and (snapshot.catalog.practices["presentation"] != "").any():
        st.checkbox(
            texts("export-with-full-texts"),
            key=_FULL_TEXTS,
            help=texts("export-with-full-texts-hint"),
        )
    if count and scope is not Scope.SHORTLIST:
        st.checkbox(
            texts("export-with-practice-slides"),
            key=_PRACTICE_SLIDES,
            help=texts("export-with-practice-slides-hint"),
        )
    draw_formats(
        _offered(texts) if count else [],
        holds=texts(message, count=count),
        texts=texts,
        on_take=take,
    )


def _offered(texts: Texts) -> list[OfferedGroup]:
    """Return all formats by what they are for."""
    return [
        OfferedGroup(
            title=texts(f"export-group-{group.value}"),
            formats=[
                Offered(name=kind.name, label=texts(f"export-format-{kind.name}"))
                for kind in FORMATS
                if kind.group is group
            ],
        )
        for group in Group
    ]


def _count(catalog: Catalog, mask: Mask, scope: Scope) -> int:
    """Return how many practices the page takes away."""
    if scope is Scope.SHORTLIST:
        return len(_shortlist_rows(catalog))
    return int(np.count_nonzero(mask))


def _shortlist_rows(catalog: Catalog) -> list[int]:
    """Return the positions of the practices that the reader keeps."""
    rows = [catalog.position_of(number) for number in state.shortlist()]
    return [row for row in rows if row is not None]


def _ask_for(kind: Format, catalog: Catalog, scope: Scope, context: ExportContext) -> None:
    """Ask for what the page takes away, by the filters of now: they may be newer than the page."""
    if scope is Scope.SHORTLIST:
        rows = _shortlist_rows(catalog)
        request = request_chosen(catalog, rows, context.texts("page-shortlist"), context)
    else:
        filters = state.filters()
        request = request_filtered(catalog, matches(catalog, filters), filters, context)
    _ask(kind, request)


def ask_for_card(snapshot: Snapshot, row: int, texts: Texts) -> None:
    """Ask for the record card of one practice as a document."""
    context = _context(snapshot, Scope.FILTERED, texts, has_contacts=wants_contacts())
    request = request_chosen(snapshot.catalog, [row], texts("export-practice"), context)
    _ask(format_named("cards"), request)


def ask_for_counts(
    snapshot: Snapshot, table: CountTable, filters: Filters, suffix: str, texts: Texts
) -> None:
    """Ask for a table of counts as a file.

    Args:
        snapshot: All practices.
        table: The counts.
        filters: Which of the practices they are counts of.
        suffix: The ending of the file, one of COUNT_FILES.
        texts: The language.
    """
    context = _context(snapshot, Scope.FILTERED, texts, has_contacts=False)
    catalog = snapshot.catalog
    request = request_filtered(catalog, matches(catalog, filters), filters, context)
    about = replace(request.provenance, is_of_counts=True)
    spec = JobSpec(
        name=counts_file_name(table, about, suffix, texts),
        mime=COUNT_FILES[suffix],
        make=lambda _progress: count_file(suffix, table, about, texts),
    )
    downloads_panel.ask(spec, patience_s=_TIMEOUT_S[False])


def _ask(kind: Format, request: ExportRequest) -> None:
    downloads_panel.ask(
        JobSpec(name=file_name(kind, request), mime=kind.mime, make=partial(kind.write, request)),
        patience_s=_TIMEOUT_S[kind.is_slow],
    )


def _context(
    snapshot: Snapshot, scope: Scope, texts: Texts, *, has_contacts: bool
) -> ExportContext:
    """Return what a file says besides its practices.

    Elsewhere than on the map of regions, with dots.
    """
    asked = read_coverage_state(snapshot.catalog)
    return ExportContext(
        question=asked.question
        if scope is Scope.COVERAGE
        else replace(asked.question, has_points=True),
        dataset=snapshot.described(texts),
        has_contacts=has_contacts,
        made_at=dt.datetime.now().astimezone(),
        texts=texts,
        sources=asked.sources,
        beside=asked.beside if scope is Scope.COVERAGE else None,
        has_full_texts=bool(st.session_state.get(_FULL_TEXTS)),
        has_practice_slides=bool(st.session_state.get(_PRACTICE_SLIDES)),
        shortlist=state.shortlist(),
        home=own_unit.found(),
    )
