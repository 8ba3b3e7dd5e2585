"""The page 'Wybrane': the practices that the reader keeps, side by side."""

import streamlit as st

from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page
from dashboard.ui.map_page import panel, slides
from dashboard.ui.visit import state
from dashboard.views.practice.compare import compare_html


def draw_page() -> None:
    """Draw the short list as a table, a way to present it, and a way to shorten it."""
    slides.follow_show()
    frame = open_page(Scope.SHORTLIST)
    texts, catalog = frame.texts, frame.catalog
    st.html(f'<h1 class="mp-title">{texts("shortlist-title")}</h1>')
    numbers = [(each, catalog.position_of(each)) for each in state.shortlist()]
    rows = [row for _, row in numbers if row is not None]
    if rows:
        slides.offer_show(frame, label=texts("slides-shortlist"))
        st.html(compare_html(catalog, rows, texts, frame.relations))
        panel.draw_shortlist(catalog, rows, texts)
    else:
        st.html(f'<p class="mp-hint">{texts("shortlist-empty")}</p>')
    shell.draw_footer(texts)


draw_page()
