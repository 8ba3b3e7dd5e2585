"""The column at the right of the map: the selected practice's card above the list."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Rows
from dashboard.explore.filters.order import Order
from dashboard.explore.similar import of_the_same_unit, similar
from dashboard.locale import Texts
from dashboard.ui.downloads.downloads import ask_for_card
from dashboard.ui.elements.practice_list import ListPage, practice_list
from dashboard.ui.frame.frame import Frame
from dashboard.ui.labels import plain
from dashboard.ui.map_page.news import draw_news
from dashboard.ui.map_page.versions import draw_versions
from dashboard.ui.visit import state, widget_keys
from dashboard.ui.visit.data import Snapshot
from dashboard.views.practice.card import CardContext, card_html
from dashboard.views.practice.full_text import (
    attachments_html,
    attachments_of,
    presentation_html,
)
from dashboard.views.practice.listing import entries
from dashboard.views.practice.relation import (
    Relations,
    inexact_words,
    relation_words,
    similar_words,
)

PAGE_SIZE: Final = 25
_SIMILAR: Final = 5
_SAME_UNIT: Final = 10
_PAGE: Final = "list-page"


def draw_card(frame: Frame, rows: Rows | None = None, *, has_map: bool = False) -> None:
    """Draw the card of the selected practice with its buttons, or a hint how to get one.

    Args:
        frame: What the page shows.
        rows: The practices that 'previous' and 'next' go through; None for the list's order.
        has_map: Whether a map stands beside it.
    """
    catalog, texts = frame.catalog, frame.texts
    rows = frame.rows if rows is None else rows
    number = state.practice()
    row = None if number is None else catalog.position_of(number)
    if row is None:
        st.html(f'<p class="mp-hint">{texts("card-none")}</p>')
        return
    with st.container(key="metryka"):
        _buttons(catalog, rows, row, texts)
        if row not in rows:
            st.info(texts("card-filtered-out"))
        with st.container(horizontal=True, key="metryka-zabierz", gap="small"):
            _keep_button(int(catalog.practices["art"].iloc[row]), texts)
            if st.button(texts("export-card"), key="card-pdf"):
                ask_for_card(frame.snapshot, row, texts)
                st.rerun()  # the tray stands in the heading
        draw_tabs(frame, row, has_map=has_map)
        draw_versions(frame.snapshot, int(catalog.practices["art"].iloc[row]), texts)
        _related(frame.snapshot, row, texts)


def draw_tabs(frame: Frame, row: int, *, has_map: bool) -> None:
    """Draw the card, and beside it the practice's further tabs where they were imported."""
    practice, texts = frame.catalog.practices.iloc[row], frame.texts
    context = CardContext(_relation(frame, row), frame.found_words, has_map)
    card = card_html(frame.catalog, row, texts, context)
    if not practice["presentation"] and not practice["attachments"]:
        st.html(card)
        return
    names = [
        texts("card-tab-summary"),
        texts("card-tab-presentation"),
        texts("card-tab-attachments", count=len(attachments_of(practice))),
    ]
    shown = (card, presentation_html(practice, texts), attachments_html(practice, texts))
    for tab, content in zip(st.tabs(names), shown, strict=True):
        tab.html(content)


def _relation(frame: Frame, row: int) -> str:
    """Say how the practice stands to the reader's own unit; empty without one."""
    if frame.relations is None:
        return ""
    return relation_words(frame.catalog, frame.relations, row, frame.texts)


def _buttons(catalog: Catalog, rows: Rows, row: int, texts: Texts) -> None:
    """Draw previous and next among the filtered practices, keep or drop, and close."""
    numbers = catalog.practices["art"].to_numpy()[rows]
    found = np.flatnonzero(rows == row).tolist()
    at = found[0] if found else -1
    before = int(numbers[at - 1]) if at > 0 else None
    after = int(numbers[at + 1]) if at + 1 < len(numbers) else None
    with st.container(horizontal=True, key="metryka-buttons", gap="small"):
        for key, number in (("card-previous", before), ("card-next", after)):
            st.button(
                texts(key),
                key=key,
                on_click=state.select,
                args=(number,),
                disabled=number is None,
            )
        st.button(texts("card-close"), key="card-close", on_click=state.close_card)


def _keep_button(number: int, texts: Texts) -> None:
    """Put the practice on the short list, or take it off."""
    kept = number in state.shortlist()
    is_full = state.is_shortlist_full() and not kept
    st.button(
        texts("shortlist-drop" if kept else "shortlist-keep"),
        key="card-keep",
        on_click=state.drop if kept else state.keep,
        args=(number,),
        disabled=is_full,
        help=texts("shortlist-full", count=len(state.shortlist())) if is_full else None,
    )


def _related(snapshot: Snapshot, row: int, texts: Texts) -> None:
    """Draw practices like this one with the reasons, and others of the same unit."""
    catalog = snapshot.catalog
    alike = similar(catalog, row, limit=_SIMILAR)
    _links(
        "similar",
        [(each.row, similar_words(each, texts)) for each in alike],
        catalog,
        texts,
    )
    same = of_the_same_unit(catalog, row)[:_SAME_UNIT]
    _links("same-unit", [(at, "") for at in same], catalog, texts)


def _links(name: str, found: Sequence[tuple[int, str]], catalog: Catalog, texts: Texts) -> None:
    """Draw a heading and one button a practice; nothing where there is none."""
    if not found:
        return
    with st.container(key=f"lista-{name}"):
        st.html(f'<h3 class="mp-related">{texts(name)}</h3>')
        for at, reason in found:
            practice = catalog.practices.iloc[at]
            st.button(
                plain(str(practice["title"])),
                key=f"{name}-{practice['art']}",
                on_click=state.select,
                args=(int(practice["art"]),),
                type="tertiary",
                width="stretch",
            )
            if reason:
                st.caption(reason)


def draw_list(frame: Frame, rows: Rows | None = None) -> None:
    """Draw the page of the list that the reader turned to.

    Args:
        frame: What the page shows.
        rows: The practices in another order; None for the one that the reader chose for lists.
    """
    catalog, texts = frame.catalog, frame.texts
    rows = frame.rows if rows is None else rows
    pages = max(1, -(-len(rows) // PAGE_SIZE))
    page = min(st.session_state.get(_PAGE, 0), pages - 1)
    shown = rows[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    label = texts(
        "list-page",
        first=page * PAGE_SIZE + 1,
        last=page * PAGE_SIZE + len(shown),
        total=len(rows),
    )
    with st.container(key="lista"):
        st.html(f'<h2 class="mp-list-title">{texts("list")}</h2>')
        draw_news(frame)
        if frame.relations or frame.search:
            _order(frame.relations, texts, is_searched=frame.search is not None)
        practice_list(
            ListPage(
                entries=entries(
                    *(catalog, shown, texts, frame.relations, frame.found_words),
                    since=state.filters().since,
                ),
                selected=state.practice(),
                page=page,
                pages=pages,
                label=label,
            ),
            texts,
            on_choose=state.select,
            on_turn=_turn,
        )
    _near_circle(frame)


def _near_circle(frame: Frame) -> None:
    """Show the practices that may lie in the circle, apart: they are not located exactly enough."""
    catalog, texts = frame.catalog, frame.texts
    rows = np.flatnonzero(frame.selection.near)
    found = [(row, inexact_words(catalog, row, texts)) for row in rows[:PAGE_SIZE].tolist()]
    _links("near-circle", found, catalog, texts)
    if len(rows) > PAGE_SIZE:
        st.caption(texts("near-circle-more", count=len(rows) - PAGE_SIZE))


def _order(relations: Relations | None, texts: Texts, *, is_searched: bool) -> None:
    """Draw the order of the list: only orders for which something is known to order by."""
    is_possible = {
        Order.NUMBER: True,
        Order.DISTANCE: relations is not None,
        Order.LIKENESS: relations is not None and relations.comparison is not None,
        Order.RELEVANCE: is_searched,
    }
    options = [order for order in Order if is_possible[order]]
    if state.order() not in options:
        st.session_state[widget_keys.ORDER] = Order.NUMBER
    st.segmented_control(
        texts("order"),
        options,
        key=widget_keys.ORDER,
        format_func=lambda order: texts(f"order-{order}"),
        on_change=state.publish,
    )


def _turn(page: int) -> None:
    st.session_state[_PAGE] = page
