"""The page 'Wybrane': the practices that the reader keeps, side by side."""

import streamlit as st

from dashboard import url
from dashboard.locale import Texts
from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page
from dashboard.ui.map_page import slides
from dashboard.ui.shortlist.practices import draw_practices
from dashboard.ui.visit import address, state
from dashboard.views.practice.compare import compare_html


def draw_page() -> None:
    """Draw the short list: a way to present it, its order, and the practices side by side."""
    slides.follow_show()
    frame = open_page(Scope.SHORTLIST)
    texts, catalog = frame.texts, frame.catalog
    st.html(f'<h1 class="mp-title">{texts("shortlist-title")}</h1>')
    numbers = [(each, catalog.position_of(each)) for each in state.shortlist()]
    rows = [row for _, row in numbers if row is not None]
    if rows:
        slides.offer_show(frame, label=texts("slides-shortlist"), returns_here=True)
        draw_practices(catalog, rows, texts)
        is_narrowed = len(rows) > 1 and _differences(texts)
        table = compare_html(catalog, rows, texts, frame.relations, only_differences=is_narrowed)
        st.html(table)
    else:
        st.html(f'<p class="mp-hint">{texts("shortlist-empty")}</p>')
    shell.draw_footer(texts)


def _differences(texts: Texts) -> bool:
    """Draw the switch that leaves only the rows in which the practices differ."""
    is_on = address.is_on(url.DIFFERENCES)
    return st.toggle(
        texts("compare-only-differences"),
        value=is_on,
        key="tylko-roznice",
        on_change=lambda: address.set_switch(url.DIFFERENCES, is_on=not is_on),
    )


draw_page()
