"""The page 'Pokrycie': which regions take part, and which do not."""

import streamlit as st

from dashboard.ui.coverage.page import draw_coverage
from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import open_page


def draw_page() -> None:
    """Draw the map of regions with their ranking, then the white spots."""
    frame = open_page(Scope.COVERAGE)
    if len(frame.catalog):
        draw_coverage(frame)
    else:
        st.html(f'<h1 class="mp-title">{frame.texts("page-coverage")}</h1>')
        st.info(frame.texts("no-practices"))
    shell.draw_footer(frame.texts)


draw_page()
