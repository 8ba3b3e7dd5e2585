"""The map of regions, their ranking and their years, or the panel of one region in a slide show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.coverage import coverage
from dashboard.explore.coverage.coverage import Level, Question
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.years import introduction_years
from dashboard.locale import Language, texts_in
from dashboard.ui.elements.count_table import count_table
from dashboard.ui.elements.timeline import draw_timeline
from dashboard.ui.frame.frame import Frame
from dashboard.ui.map.map_view import draw_map
from dashboard.ui.visit import address, data, state
from dashboard.ui.visit.coverage_state import Asked
from dashboard.url import Dataset
from dashboard.views.coverage.choropleth import (
    CoverageMap,
    CoverageMapState,
    CoverageState,
    read_region,
)
from dashboard.views.coverage.region_card import region_html
from dashboard.views.coverage.shading import Shading
from dashboard.views.coverage.timeline import Timeline, timeline


def draw_regions(frame: Frame, asked: Asked, shading: Shading) -> None:
    """Draw the map with its years, and beside it the ranking or the region of the slide show."""
    years = _timeline(frame, asked.question)
    with st.container(key="pokrycie"):
        with st.container(key="mapa-pokrycie"):
            _map(frame, asked, shading, years)
        with st.container(key="ranking"):
            if asked.region is None:
                _ranking(frame, asked, shading, years)
            else:
                mask = coverage.counted(frame.catalog, state.filters(), asked.question.max_year)
                st.html(region_html(frame.catalog, mask, shading, asked.region))
        if years and asked.region is None:
            with st.container(key="lata"):
                draw_timeline(
                    years,
                    frame.texts,
                    until=asked.question.max_year,
                    is_presenting=asked.presenting,
                    on_choose=_stop_at,
                )


def _timeline(frame: Frame, question: Question) -> Timeline | None:
    """The years of the question; None where no practice states its date."""
    if not np.isfinite(introduction_years(frame.catalog)).any():
        return None
    asked = replace(question, max_year=None, has_points=False)
    kept = _played_own if data.dataset() is Dataset.OWN else _played
    return kept(frame.catalog, state.filters(), asked, frame.texts.language)[1]


_KEYS: Final[dict[str | type, Callable[[Any], Any]]] = {
    Catalog: id,
    Filters: repr,
    Question: repr,
}
"""What tells the parts of a question from others; nothing is hashed that is large."""


@st.cache_resource(show_spinner=False, max_entries=16, hash_funcs=_KEYS)
def _played(
    catalog: Catalog, filters: Filters, question: Question, language: Language
) -> tuple[Catalog, Timeline]:
    """The years, kept with the catalogue, whose identity no other can have meanwhile."""
    return catalog, timeline(catalog, filters, question, texts_in(language))


@st.cache_resource(scope="session", show_spinner=False, max_entries=4, hash_funcs=_KEYS)
def _played_own(
    catalog: Catalog, filters: Filters, question: Question, language: Language
) -> tuple[Catalog, Timeline]:
    """The same of a visitor's own catalogue, which goes with the visit."""
    return catalog, timeline(catalog, filters, question, texts_in(language))


def _stop_at(year: int | None) -> None:
    """Keep the year at which the reader stopped."""
    address.set_param(url.MAX_YEAR, [] if year is None else [str(year)])


def _choose(level: Level, region: str) -> None:
    """Go into a region, or out of it where it is the chosen one."""
    if level is Level.VOIVODESHIP:
        address.set_param(url.LEVEL, [])
    address.set_param(url.REGION, [])
    state.choose(coverage.entered(state.filters(), region, level=level))


def _map(frame: Frame, asked: Asked, shading: Shading, years: Timeline | None) -> None:
    """The shaded regions."""

    def choose(properties: Mapping[str, Any]) -> None:
        region = read_region(properties)
        if region is not None:
            _choose(asked.question.level, region)

    question, chosen = asked.question, state.filters().chosen
    inside = question.level is Level.COUNTY and bool(chosen.get(Facet.VOIVODESHIP))
    shown = CoverageMapState(
        level=question.level.value,
        regions=shading.regions(chosen.get(question.level.facet, ())),
        whole=not inside,
        legend=shading.legend(),
        points=_points(frame.catalog, frame.selection.mask) if question.has_points else [],
        large=asked.presenting,
        until=question.max_year,
        focus=asked.region,
        timeline=years.digest if years else "",
    )
    draw_map(
        CoverageMap,
        CoverageState(shown),
        key="map-of-coverage",
        options={"language": frame.texts.language},
        on_click=choose,
    )


def _points(catalog: Catalog, mask: Mask) -> list[tuple[float, float, int]]:
    """Where the practices in the mask are, and the year of each, 0 where it is not known."""
    places = catalog.places[mask[catalog.places["row"].to_numpy()]]
    places = places[places["lat"].notna()]
    years = np.nan_to_num(introduction_years(catalog))[places["row"].to_numpy()]
    columns = (places["lat"].round(4).tolist(), places["lon"].round(4).tolist())
    return list(zip(*columns, years.astype(int).tolist(), strict=True))


def _ranking(frame: Frame, asked: Asked, shading: Shading, years: Timeline | None) -> None:
    """The same regions as a list, which does what the map does."""
    st.html(f'<h2 class="mp-part">{frame.texts("coverage-ranking")}</h2>')
    chosen = state.filters().chosen.get(asked.question.level.facet, ())

    def choose(row: str | None, _column: str | None) -> None:
        if row is not None:
            _choose(asked.question.level, row)

    with st.container(key="ranking-lista"):
        table = shading.ranking(chosen, timeline=years.digest if years else "")
        count_table(table, key="coverage-ranking", on_choose=choose)
