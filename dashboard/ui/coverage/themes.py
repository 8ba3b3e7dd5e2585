"""Coverage by theme: a small map for each; a click on one filters by it."""

import streamlit as st

from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.themes import chosen_theme, with_theme
from dashboard.locale import Texts
from dashboard.ui.elements.themes import draw_themes
from dashboard.ui.visit import state
from dashboard.views.coverage.themes import shade_styles, themes_html


def draw_small_maps(answer: CoverageAnswer, texts: Texts) -> None:
    """Draw a small map a theme."""
    found = answer.themes
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

    draw_themes(themes_html(found, chosen_theme(answer.filters), texts), on_choose=choose)
