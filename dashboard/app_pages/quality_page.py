"""The page 'Jakość danych': how each position was found, what is missing, and a review."""

import streamlit as st

from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page
from dashboard.ui.quality import quality


def draw_page() -> None:
    """Draw the overview, or the review of the place that the address names."""
    frame = open_page()
    st.html(f'<h1 class="mp-title">{frame.texts("page-quality")}</h1>')
    quality.draw_quality(frame)
    shell.draw_footer(frame.texts)


draw_page()
