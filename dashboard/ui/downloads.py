"""'Pobierz': what a page shows as a file, made when it is asked for and not before."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Final

import numpy as np
import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Mask
from dashboard.locale import Texts
from dashboard.ui import data, state, tray
from dashboard.ui.coverage_link import is_presenting, read_asked
from dashboard.ui.making import Recipe
from dashboard.views.export import Asker, Order, order_chosen, order_filtered
from dashboard.views.formats import FORMATS, Format, Group, file_name, format_named

_CONTACTS: Final = "export-contacts-wanted"
_PATIENCE_S: Final = {True: 0.3, False: 2.0}
"""How long a page waits for a file that can be slow, or for another, before it shows progress."""


class Scope(StrEnum):
    """What of the practices a page takes away."""

    FILTERED = "filtered"
    COVERAGE = "coverage"
    SHORTLIST = "shortlist"


def draw_downloads(catalog: Catalog, mask: Mask, scope: Scope, texts: Texts) -> None:
    """Draw the button that opens the formats, and the tray of files that were asked for.

    Args:
        catalog: All practices.
        mask: Those that passed the filters.
        scope: What of them the page takes away.
        texts: The language.
    """
    tray.forget_saved()
    if not is_presenting():
        _area(catalog, mask, scope, texts)


@st.fragment
def _area(catalog: Catalog, mask: Mask, scope: Scope, texts: Texts) -> None:
    """The button and the tray: a click on a format redraws these alone."""
    with st.container(key="pobierz", width="content"):
        with st.popover(texts("export")), st.container(key="pobierz-formaty"):
            _formats(catalog, mask, scope, texts)
        with st.container(key="pliki"):
            tray.draw_tray(texts)


def _formats(catalog: Catalog, mask: Mask, scope: Scope, texts: Texts) -> None:
    """How many practices, whether with contacts, and one button a format."""
    count = _count(catalog, mask, scope)
    if not count:
        st.write(texts(f"export-nothing-{scope.value}"))
        return
    st.html(f'<p class="mp-quiet">{texts(f"export-what-{scope.value}", count=count)}</p>')
    has_contacts = st.checkbox(
        texts("export-with-contacts"), key=_CONTACTS, help=texts("export-with-contacts-hint")
    )
    for group in Group:
        offered = [kind for kind in FORMATS if kind.group is group]
        if not offered:
            continue
        st.html(f'<p class="mp-export-group">{texts(f"export-group-{group.value}")}</p>')
        with st.container(key=f"pobierz-{group.value}"):
            for kind in offered:
                st.button(
                    texts(f"export-format-{kind.name}"),
                    key=f"export-{kind.name}",
                    on_click=partial(_ask_for, kind, catalog, mask, scope, texts),
                    width="stretch",
                )
    if has_contacts:
        st.html(f'<p class="mp-quiet">{texts("export-personal")}</p>')


def _count(catalog: Catalog, mask: Mask, scope: Scope) -> int:
    """How many practices the page takes away."""
    if scope is Scope.SHORTLIST:
        return len(_shortlist_rows(catalog))
    return int(np.count_nonzero(mask))


def _shortlist_rows(catalog: Catalog) -> list[int]:
    """The positions of the practices that the reader keeps."""
    rows = [catalog.position_of(number) for number in state.shortlist()]
    return [row for row in rows if row is not None]


def _ask_for(kind: Format, catalog: Catalog, mask: Mask, scope: Scope, texts: Texts) -> None:
    """Ask for what the page takes away."""
    asker = _asker(catalog, scope, texts)
    if scope is Scope.SHORTLIST:
        rows = _shortlist_rows(catalog)
        order = order_chosen(catalog, rows, texts("page-shortlist"), asker)
    else:
        order = order_filtered(catalog, mask, state.filters(), asker)
    _ask(kind, order)


def ask_for_card(catalog: Catalog, row: int, texts: Texts) -> None:
    """Ask for the record card of one practice as a document."""
    asker = _asker(catalog, Scope.FILTERED, texts)
    order = order_chosen(catalog, [row], texts("export-practice"), asker)
    _ask(format_named("cards"), order)


def _ask(kind: Format, order: Order) -> None:
    tray.ask(
        Recipe(name=file_name(kind, order), mime=kind.mime, make=partial(kind.write, order)),
        patience_s=_PATIENCE_S[kind.is_slow],
    )


def _asker(catalog: Catalog, scope: Scope, texts: Texts) -> Asker:
    """What a file says besides its practices; elsewhere than on the map of regions, with dots."""
    question = read_asked(catalog).question
    return Asker(
        question=question if scope is Scope.COVERAGE else replace(question, has_points=True),
        dataset=data.described(texts),
        has_contacts=bool(st.session_state.get(_CONTACTS)),
        made_at=dt.datetime.now().astimezone(),
        texts=texts,
    )
