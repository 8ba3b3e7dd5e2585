"""Coverage by theme: a small map for each; a click on one filters by it."""

import streamlit as st

from dashboard.explore.themes import among_themes, chosen_theme, themes, with_theme
from dashboard.ui import state
from dashboard.ui.elements.themes import draw_themes
from dashboard.ui.frame import Frame
from dashboard.views.themes import shade_styles, themes_html


def draw_small_maps(frame: Frame, until: int | None) -> None:
    """Draw the small maps of what passes the filters but those on region and theme."""
    texts, filters = frame.texts, state.filters()
    found = themes(frame.catalog, among_themes(frame.catalog, filters, until))
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
