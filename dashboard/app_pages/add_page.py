"""The page 'Dodaj dane': the visitor's own practices, for this visit only."""

import streamlit as st

from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page
from dashboard.ui.own_data import uploads


def draw_page() -> None:
    """Draw what can be uploaded, the files, and what they gave."""
    texts = open_page().texts
    st.html(f'<h1 class="mp-title">{texts("page-add")}</h1>')
    with st.container(key="dodaj"):
        uploads.draw_files(texts)
        uploads.draw_outcome(texts)
    shell.draw_footer(texts)


draw_page()
