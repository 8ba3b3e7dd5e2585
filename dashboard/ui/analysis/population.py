"""The distribution of population on the page 'Analiza': the chart to draw a range on."""

from typing import Final, cast

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.counts.histogram import histogram, snapped, step_edges
from dashboard.explore.filters.filters import POPULATION, Filters, matches
from dashboard.export.count_files import CHART_FILES, TABLE_FILES
from dashboard.locale import Texts
from dashboard.ui.downloads.downloads import ask_for_counts
from dashboard.ui.elements.saving import draw_saving
from dashboard.ui.visit import state
from dashboard.ui.visit.data import Snapshot
from dashboard.views.counts.charts import (
    BRUSH,
    COMPLETED,
    STATED,
    population_chart,
    population_data,
)
from dashboard.views.counts.steps import steps_html, steps_table

_KEY: Final = "analysis-population"
_COMPLETE: Final = "analysis-complete"
_DRAWN: Final = "analysis-range-drawn"
_ROUND: Final = "analysis-range-round"

Range = tuple[int | None, int | None]


def draw_completion(catalog: Catalog, texts: Texts) -> None:
    """Draw the switch that completes populations with those of the units, and what it does."""
    st.session_state[_COMPLETE] = state.completes_population()
    st.toggle(
        texts("analysis-complete"),
        key=_COMPLETE,
        help=texts("analysis-complete-help"),
        on_change=state.switch_completion,
    )
    unstated = int(catalog.practices["population"].isna().sum())
    line = texts("analysis-unknown-count", count=unstated, total=len(catalog))
    if state.completes_population():
        added = int(completed(catalog).sum())
        line = texts("analysis-completed-count", count=added, missing=unstated)
    st.html(f'<p class="mp-note" role="status">{line}</p>')


def draw_population(snapshot: Snapshot, filters: Filters, texts: Texts) -> None:
    """Draw the chart, the range in use with a button to remove it, and the numbers as a table."""
    catalog, others = snapshot.catalog, filters.without(POPULATION)
    mask, added = matches(catalog, others), completed(catalog)
    steps = histogram(catalog.population, {STATED: mask & ~added, COMPLETED: mask & added})
    key = f"{_KEY}-{_round(filters)}"

    def drawn() -> None:
        if key not in st.session_state:  # the chart went away before the range was heard of
            return
        ends = st.session_state[key]["selection"][BRUSH].get("least")
        chosen: Range = (None, None)
        if ends:
            edges = step_edges(catalog.population)
            chosen = snapped(edges, least=min(ends), most=max(ends))
        st.session_state[_DRAWN] = chosen
        state.choose(state.filters().with_population(*chosen))

    st.vega_lite_chart(
        population_data(steps, filters, texts),
        population_chart(steps, texts),
        key=key,
        on_select=drawn,
        alt=texts("analysis-population-alt"),
    )
    if state.completes_population():
        st.html(f'<p class="mp-note">{texts("analysis-population-completed")}</p>')
    _range(filters, texts)
    st.html(steps_html(steps, texts))
    table = steps_table(steps, texts)
    draw_saving(
        {"table": TABLE_FILES, "chart": CHART_FILES},
        table.caption,
        texts,
        key="saving-population",
        on_ask=lambda suffix: ask_for_counts(snapshot, table, others, suffix, texts),
    )


def _round(filters: Filters) -> int:
    """Return a number that grows when the range was changed elsewhere: the old one goes away."""
    chosen = (filters.population_min, filters.population_max)
    drawn = cast("Range | None", st.session_state.get(_DRAWN))
    if drawn not in (None, (None, None), chosen):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.session_state[_DRAWN] = None
    return int(st.session_state.get(_ROUND, 0))


def _range(filters: Filters, texts: Texts) -> None:
    """Draw the range of population in use."""
    if not filters.has_population or filters.population_unknown:
        return
    least, most = (
        "…" if bound is None else texts.number(bound)
        for bound in (filters.population_min, filters.population_max)
    )
    with st.container(horizontal=True, key="analysis-range", vertical_alignment="center"):
        line = texts("analysis-population-range", least=least, most=most)
        st.html(f'<p class="mp-note" role="status">{line}</p>')
        st.button(
            texts("analysis-clear-range"),
            key="analysis-clear-range",
            on_click=state.drop_filter,
            args=(POPULATION,),
        )
