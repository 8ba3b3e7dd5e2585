"""What stands at the right of the map: the selected practice's card above the list."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.locale import Texts
from dashboard.ui import state
from dashboard.ui.elements import ListPage, practice_list
from dashboard.views.card import card_html
from dashboard.views.listing import entries

PAGE_SIZE: Final = 25
_PAGE: Final = "list-page"


def draw_card(catalog: Catalog, rows: Sequence[int], texts: Texts) -> None:
    """Draw the card of the selected practice with its buttons, or a hint how to get one.

    Args:
        catalog: The practices.
        rows: Positions of the practices that passed the filters, for previous and next.
        texts: The language.
    """
    number = state.practice()
    row = None if number is None else catalog.position_of(number)
    if row is None:
        st.html(f'<p class="mp-hint">{texts("card-none")}</p>')
        return
    with st.container(key="metryka"):
        _buttons(catalog, rows, row, texts)
        if row not in rows:
            st.info(texts("card-filtered-out"))
        st.html(card_html(catalog, row, texts))


def _buttons(catalog: Catalog, rows: Sequence[int], row: int, texts: Texts) -> None:
    """Previous and next among the filtered practices, and close."""
    numbers = [int(catalog.practices["art"].iloc[at]) for at in rows]
    at = rows.index(row) if row in rows else -1
    before = numbers[at - 1] if at > 0 else None
    after = numbers[at + 1] if at + 1 < len(numbers) else None
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


def draw_list(catalog: Catalog, rows: Sequence[int], texts: Texts) -> None:
    """Draw the page of the list that holds the selected practice, or the one turned to."""
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
        practice_list(
            ListPage(
                entries=entries(catalog, shown, texts),
                selected=state.practice(),
                page=page,
                pages=pages,
                label=label,
            ),
            texts,
            on_choose=state.select,
            on_turn=_turn,
        )


def _turn(page: int) -> None:
    st.session_state[_PAGE] = page
