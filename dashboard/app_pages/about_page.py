"""The page 'O danych': what the data is, from where, and what its words and marks mean."""

import streamlit as st

from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page
from dashboard.views.about import about_html


def draw_page() -> None:
    """Draw the text, under the heading that all pages share."""
    texts = open_page().texts
    st.html(f'<h1 class="mp-title">{texts("page-about")}</h1>')
    st.html(about_html(texts))
    shell.draw_footer(texts)


draw_page()
