"""Coverage by theme: a small map for each; a click on one filters by it."""

import streamlit as st

from dashboard.explore.catalog.facets import Mask
from dashboard.explore.coverage.themes import chosen_theme, themes, with_theme
from dashboard.ui.elements.themes import draw_themes
from dashboard.ui.frame.frame import Frame
from dashboard.ui.visit import state
from dashboard.views.coverage.themes import shade_styles, themes_html


def draw_small_maps(frame: Frame, mask: Mask) -> None:
    """Draw the small maps of the practices in the mask."""
    texts, filters = frame.texts, state.filters()
    found = themes(frame.catalog, mask)
    st.html(f'<h2 class="mp-part">{texts("coverage-themes")}</h2>')
    if not found:
        st.html(f'<p class="mp-note">{texts("coverage-themes-none")}</p>')
        return
    st.html(f'<p class="mp-note">{texts("coverage-themes-how")}</p>')
    st.html(f"<style>{shade_styles()}</style>")

    def choose(at: int) -> None:
        if 0 <= at < len(found):
            theme = found[at]
            state.choose(with_theme(state.filters(), theme.facet, theme.value))

    draw_themes(themes_html(found, chosen_theme(filters), texts), on_choose=choose)
