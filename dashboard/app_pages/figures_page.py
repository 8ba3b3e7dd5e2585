"""The page 'Wskaźniki': the regions by a figure of one's own, and practices in relation to it."""

import streamlit as st

from dashboard.ui.figures.page import draw_figures
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page


def draw_page() -> None:
    """Draw the choice of a figure, its map, and the view of relation."""
    frame = open_page()
    st.html(f'<h1 class="mp-title">{frame.texts("page-figures")}</h1>')
    draw_figures(frame)
    shell.draw_footer(frame.texts)


draw_page()
