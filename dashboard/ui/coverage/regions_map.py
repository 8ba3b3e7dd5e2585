"""The map of regions, their ranking and their years, or the panel of one region in a slide show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.coverage import entered
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import MeasureSource
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.locale import Language, Texts, texts_in
from dashboard.ui.elements.count_table import count_table
from dashboard.ui.elements.timeline import draw_timeline
from dashboard.ui.frame.frame import Frame
from dashboard.ui.map.map_view import draw_map
from dashboard.ui.streamlit_private import serve_media
from dashboard.ui.visit import address, data, state
from dashboard.ui.visit.coverage_state import CoverageChoice
from dashboard.url import Dataset
from dashboard.views.coverage.choropleth import (
    CoverageMap,
    CoverageMapState,
    CoverageState,
    read_region,
)
from dashboard.views.coverage.commune_areas import areas_file
from dashboard.views.coverage.region_card import region_html
from dashboard.views.coverage.shading import Shading
from dashboard.views.coverage.timeline import Timeline, timeline
from dashboard.views.map.maps import ServedFile


def draw_regions(frame: Frame, asked: CoverageChoice, answer: CoverageAnswer) -> None:
    """Draw the map with its years, and beside it the ranking or the region of the slide show."""
    shading, years = Shading(answer.ranking, frame.texts), _timeline(answer, frame.texts)
    with st.container(key="pokrycie"):
        with st.container(key="mapa-pokrycie"):
            _map(asked, answer, shading, years)
        if asked.beside is not None:
            second = replace(answer, question=asked.beside)
            with st.container(key="mapa-obok"):
                _map(asked, second, Shading(second.ranking, frame.texts), None, key=_SECOND)
        with st.container(key="ranking"):
            if asked.region is None:
                _ranking(answer, shading, years)
            else:
                st.html(region_html(answer, asked.region, frame.texts))
        if years and asked.region is None:
            with st.container(key="lata"):
                draw_timeline(
                    years,
                    frame.texts,
                    until=asked.question.max_year,
                    is_presenting=asked.presenting,
                    on_choose=_stop_at,
                )


def _timeline(answer: CoverageAnswer, texts: Texts) -> Timeline | None:
    """Give the years of the question; None where no practice states its date.

    The regions may also be too many to send all their years, or in the colours of two measures.
    """
    if len(answer.ranking.table) > _MAX_LISTED or answer.ranking.two is not None:
        return None
    question = replace(answer.question, max_year=None, has_points=False)
    find = _own_years if data.dataset() is Dataset.OWN else _years
    return find(answer.catalog, answer.filters, question, _Sources(answer.sources), texts.language)[
        1
    ]


@dataclass(frozen=True)
class _Sources:
    """Further data by which the regions can be compared."""

    all: tuple[MeasureSource, ...]

    def keys(self) -> tuple[str, ...]:
        """Return what identifies them."""
        return tuple(f"{source.key} {source.version}" for source in self.all)


_SECOND: Final = "map-beside-of-coverage"
_MAX_LISTED: Final = 400
"""Regions that the list holds, and whose years are sent."""

_KEYS: Final[dict[str | type, Callable[[Any], Any]]] = {
    Catalog: id,
    Filters: repr,
    Question: repr,
    _Sources: _Sources.keys,
}
"""What identifies the parts of a question; nothing is hashed that is large."""


@st.cache_resource(show_spinner=False, max_entries=16, hash_funcs=_KEYS)
def _years(
    catalog: Catalog, filters: Filters, question: Question, sources: _Sources, language: Language
) -> tuple[Catalog, Timeline | None]:
    """Give the years, with the catalogue, whose identity no other can have meanwhile."""
    answer = CoverageAnswer(catalog, filters, question, sources.all)
    return catalog, timeline(answer, texts_in(language))


@st.cache_resource(scope="session", show_spinner=False, max_entries=4, hash_funcs=_KEYS)
def _own_years(
    catalog: Catalog, filters: Filters, question: Question, sources: _Sources, language: Language
) -> tuple[Catalog, Timeline | None]:
    """Give the same of a visitor's own catalogue, which goes with the visit."""
    answer = CoverageAnswer(catalog, filters, question, sources.all)
    return catalog, timeline(answer, texts_in(language))


def _stop_at(year: int | None) -> None:
    """Keep the year at which the reader stopped."""
    address.set_param(url.MAX_YEAR, [] if year is None else [str(year)])


def _choose(level: Level, region: str) -> None:
    """Go into a region, or out of it where it is the chosen one."""
    if level is not Level.COMMUNE:
        address.set_param(url.LEVEL, [])
    address.set_param(url.REGION, [])
    state.choose(entered(state.filters(), region, level=level))


def _map(
    asked: CoverageChoice,
    answer: CoverageAnswer,
    shading: Shading,
    years: Timeline | None,
    *,
    key: str = "map-of-coverage",
) -> None:
    """Draw the shaded regions."""

    def choose(properties: Mapping[str, Any]) -> None:
        region = read_region(properties)
        if region is not None:
            _choose(answer.question.level, region)

    question = answer.question
    shown = CoverageMapState(
        level=question.level.value,
        regions=shading.regions(answer.chosen),
        whole=not answer.inside,
        legend=shading.legend(),
        points=_points(answer) if question.has_points else [],
        large=asked.presenting,
        until=question.max_year,
        focus=asked.region,
        timeline=years.digest if years else "",
        areas=_areas(answer),
        areas_failed=shading.texts("coverage-areas-failed"),
    )
    draw_map(
        CoverageMap,
        CoverageState(shown),
        key=key,
        options={"language": shading.texts.language},
        on_click=choose,
    )


def _areas(answer: CoverageAnswer) -> ServedFile | None:
    """Let the browser of this visit fetch the areas of communes, where these are drawn."""
    if answer.question.level is not Level.COMMUNE:
        return None
    content = areas_file(answer.inside)
    address = serve_media(content, "application/gzip", name="mapa-praktyk-communes")
    return ServedFile(address=f"../..{address}", cache="force-cache")


def _points(answer: CoverageAnswer) -> list[tuple[float, float, int]]:
    """Give (latitude, longitude, year) of each place, the year 0 where it is not known."""
    points = answer.points.round({"lat": 4, "lon": 4})
    return list(points[["lat", "lon", "year"]].itertuples(index=False, name=None))


def _ranking(answer: CoverageAnswer, shading: Shading, years: Timeline | None) -> None:
    """Draw the same regions as a list, which does what the map does; of very many the first."""
    texts, total = shading.texts, len(shading.ranking.table)
    st.html(f'<h2 class="mp-part">{texts("coverage-ranking")}</h2>')

    def choose(row: str | None, _column: str | None) -> None:
        if row is not None:
            _choose(answer.question.level, row)

    with st.container(key="ranking-lista"):
        listed = replace(shading, ranking=shading.ranking.first(_MAX_LISTED, also=answer.chosen))
        table = listed.count_table(
            answer.chosen, inside=answer.inside, timeline=years.digest if years else ""
        )
        count_table(table, key="coverage-ranking", on_choose=choose)
    if total > _MAX_LISTED:
        shown = texts.number(len(listed.ranking.table))
        note = texts("coverage-ranking-cut", shown=shown, total=texts.number(total))
        st.html(f'<p class="mp-note">{note} {texts("coverage-time-too-many")}</p>')
