"""The page 'Analiza': counts that can be clicked, and the table of the practices."""

import streamlit as st

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.counts.inhabitants import inhabitants_day
from dashboard.explore.filters.filters import POPULATION, counts_without_each
from dashboard.ui.analysis import population
from dashboard.ui.analysis.counts import Counts, draw_note, draw_title
from dashboard.ui.analysis.practice_table import draw_table, rows_in_order
from dashboard.ui.elements.page_tools import move_focus
from dashboard.ui.fragments import drawn_alone
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import Frame, open_page
from dashboard.ui.map_page import panel
from dashboard.ui.visit import state, view_requests


def draw_page() -> None:
    """Draw population, types, themes, regions and years, then the practices themselves."""
    frame = open_page()
    texts = frame.texts
    st.html(f'<h1 class="mp-title">{texts("page-analysis")}</h1>')
    if len(frame.catalog):
        draw_note(texts("analysis-how"))
        if len(frame.rows) == 0:
            shell.draw_empty(counts_without_each(frame.catalog, state.filters()), texts)
        population.draw_completion(frame.catalog, texts)
        _counts(frame)
        if len(frame.rows):
            _practices(frame)
    else:
        st.info(texts("no-practices"))
    shell.draw_footer(texts)


def _counts(frame: Frame) -> None:
    """Draw the counts, two beside each other where there is room."""
    texts, filters = frame.texts, state.filters()
    counts = Counts(frame.snapshot, filters, texts)
    with st.container(key="analysis-counts"):
        with st.container(key="part-population"):
            draw_title(texts("analysis-population"), texts("analysis-population-how"))
            population.draw_population(frame.snapshot, filters, texts)
        with st.container(key="part-sizes"):
            draw_title(texts("analysis-sizes"), texts("analysis-sizes-how"))
            counts.draw_sizes()
        with st.container(key="part-types"):
            draw_title(texts("analysis-types"))
            counts.draw_cross(Facet.UNIT_TYPE, POPULATION)
        with st.container(key="part-years"):
            draw_title(texts("analysis-years"))
            counts.draw_years()
        with st.container(key="part-rates"):
            draw_title(
                texts("analysis-rates"),
                texts("analysis-rates-how", day=texts.date(inhabitants_day())),
            )
            counts.draw_rates()
        with st.container(key="part-themes"):
            draw_title(texts("analysis-themes"), texts("analysis-themes-how"))
            counts.draw_cross(Facet.SECTION, Facet.VOIVODESHIP)


@drawn_alone
def _practices(frame: Frame) -> None:
    """Draw the table with the card of the selected practice: choosing one redraws these alone."""
    texts = frame.texts
    draw_title(texts("analysis-table"), texts("analysis-table-how"))
    rows = rows_in_order(frame.catalog, frame.rows, texts)
    with st.container(key="analysis-practices"):
        with st.container(key="part-table"):
            draw_table(frame.catalog, rows, texts, frame.relations)
            with st.expander(texts("analysis-as-list")):
                panel.draw_list(frame, rows)
        if state.practice() is not None:
            panel.draw_card(frame, rows)
        move_focus(view_requests.requested_focus())


draw_page()
