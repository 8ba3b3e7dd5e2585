"""The kept practices in their order: each can be moved and taken off the list."""

from collections.abc import Sequence

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.locale import Texts
from dashboard.ui.labels import plain
from dashboard.ui.visit import state


def draw_practices(catalog: Catalog, rows: Sequence[int], texts: Texts) -> None:
    """Draw a line a practice, with buttons that move it up and down and take it off."""
    with st.container(key="wybrane-lista"):
        for at, row in enumerate(rows):
            practice = catalog.practices.iloc[row]
            number, title = int(practice["art"]), plain(str(practice["title"]))
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"{at + 1}. {title}")
                _move(number, -1, texts("shortlist-up", title=title), is_possible=at > 0)
                _move(
                    number, 1, texts("shortlist-down", title=title), is_possible=at + 1 < len(rows)
                )
                st.button(
                    texts("shortlist-remove"),
                    key=f"kept-{number}",
                    help=texts("shortlist-remove-one", title=title),
                    on_click=state.drop,
                    args=(number,),
                )


def _move(number: int, by: int, words: str, *, is_possible: bool) -> None:
    """Draw a button that moves a practice by a place."""
    st.button(
        "↑" if by < 0 else "↓",
        key=f"kept-{number}-{by}",
        help=words,
        disabled=not is_possible,
        on_click=state.move,
        args=(number, by),
    )
