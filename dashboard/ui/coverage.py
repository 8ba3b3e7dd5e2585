"""The page about regional coverage: what is asked for, the map, the ranking, the white spots."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import streamlit as st

from dashboard.explore import coverage
from dashboard.explore.classes import Breaks
from dashboard.explore.coverage import MEASURES, Level, Measure
from dashboard.explore.facets import Facet, Mask
from dashboard.explore.regions import short_name
from dashboard.ui import names, state
from dashboard.ui.coverage_link import ON, Asked, read_asked
from dashboard.ui.elements import count_table
from dashboard.ui.elements.presentation import (
    NEXT_KEYS,
    PREVIOUS_KEYS,
    Control,
    Wish,
    presentation_keys,
)
from dashboard.ui.frame import Frame
from dashboard.ui.map_view import draw_map
from dashboard.views.choropleth import CoverageMap, CoverageMapState, CoverageState, read_region
from dashboard.views.coverage import answer
from dashboard.views.export.provenance import filter_words
from dashboard.views.shading import Shading
from dashboard.views.white_spots import white_spots_html


def draw_coverage(frame: Frame) -> None:
    """Draw the controls, the map with the ranking beside it, and the white spots."""
    asked = read_asked()
    for name, value in asked.ignored:
        st.warning(frame.texts("link-ignored", values=f"{name} = {value}"))
    among = coverage.everywhere(frame.catalog, state.filters())
    question = asked.question
    shading = answer(frame.catalog, state.filters(), question, frame.texts)
    _head(frame, asked)
    with st.container(key="pokrycie"):
        with st.container(key="mapa-pokrycie"):
            _map(frame, asked, shading)
        with st.container(key="ranking"):
            _ranking(frame, asked, shading)
    if not asked.presenting:
        _remarks(frame, asked, among)
        st.html(f'<h2 class="mp-part">{frame.texts("coverage-spots")}</h2>')
        chosen = state.filters().chosen.get(Facet.VOIVODESHIP, ())
        st.html(white_spots_html(frame.catalog, among, chosen, frame.texts))


# Heading and controls


def _head(frame: Frame, asked: Asked) -> None:
    """The title, where in the country the reader is, and the controls."""
    texts = frame.texts
    with st.container(key="pokrycie-tytul", horizontal=True, vertical_alignment="center"):
        title = (
            f"coverage-measure-{asked.question.measure.value}"
            if asked.presenting
            else "page-coverage"
        )
        st.html(f'<h1 class="mp-title">{texts(title)}</h1>')
        _path(frame)
        presentation_keys(_offered(frame, asked), is_presenting=asked.presenting, on_wish=_fulfil)
    if asked.presenting:
        st.html('<div class="mp-presenting"></div>')
    else:
        _controls(frame, asked)


def _path(frame: Frame) -> None:
    """From the country to the chosen county: each step a way back; then the other filters."""
    texts, filters = frame.texts, state.filters()
    steps = [
        (facet, values[0])
        for facet in (Facet.VOIVODESHIP, Facet.COUNTY)
        if len(values := filters.chosen.get(facet, ())) == 1
    ]
    with st.container(key="pokrycie-sciezka", horizontal=True, vertical_alignment="center"):
        st.button(
            texts("coverage-country"),
            key="path-country",
            on_click=_leave_to,
            args=(None,),
            type="tertiary",
            disabled=not steps,
        )
        for facet, value in steps:
            st.button(
                f"› {short_name(value)}",
                key=f"path-{facet.value}",
                on_click=_leave_to,
                args=(facet,),
                type="tertiary",
                disabled=facet is steps[-1][0],
            )
        others = filters.without(Facet.VOIVODESHIP).without(Facet.COUNTY)
        words = [f"{name}: {value}" for name, value in filter_words(others, texts)]
        st.text(f"· {'; '.join(words) or texts('coverage-all')}")


def _leave_to(facet: Facet | None) -> None:
    """Go back up: to a voivodeship, or to the country where none is given."""
    filters = state.filters().without(Facet.COUNTY)
    state.put(names.LEVEL, [])
    state.choose(filters if facet else filters.without(Facet.VOIVODESHIP))


def _controls(frame: Frame, asked: Asked) -> None:
    """What is measured, of which regions, in which classes, with or without the practices."""
    texts = frame.texts
    with st.container(key="pokrycie-wybor", horizontal=True, vertical_alignment="bottom"):
        _choice(
            names.MEASURE,
            asked.question.measure,
            "coverage-measure",
            MEASURES[asked.question.level],
            frame,
        )
        _choice(names.LEVEL, asked.question.level, "coverage-level", tuple(Level), frame)
        _choice(names.BREAKS, asked.question.breaks, "coverage-breaks", tuple(Breaks), frame)
        key = _key(names.POINTS)
        st.session_state[key] = asked.question.has_points
        st.toggle(
            texts("coverage-points"),
            key=key,
            on_change=lambda: state.put(names.POINTS, [ON] if st.session_state[key] else []),
        )


def _choice(
    name: str, value: StrEnum, message: str, options: tuple[StrEnum, ...], frame: Frame
) -> None:
    """One choice, kept in the address."""
    key = _key(name)
    st.session_state[key] = value
    st.selectbox(
        frame.texts(message),
        options,
        format_func=lambda option: frame.texts(f"{message}-{option.value}"),
        key=key,
        filter_mode=None,
        on_change=lambda: state.put(name, [st.session_state[key].value]),
    )


def _key(name: str) -> str:
    """The key of the widget for a parameter."""
    return f"coverage-{name}"


def _offered(frame: Frame, asked: Asked) -> list[Control]:
    """What the presenter can ask for."""
    if not asked.presenting:
        label = frame.texts("coverage-present")
        return [Control(wish=Wish.ENTER, keys=("F8",), label=label, screen="enter")]
    leave = frame.texts("coverage-present-leave")
    return [
        Control(wish=Wish.NEXT, keys=(*NEXT_KEYS, " ")),
        Control(wish=Wish.PREVIOUS, keys=PREVIOUS_KEYS),
        Control(wish=Wish.LEAVE, keys=("Escape", "F8"), label=leave, screen="leave"),
    ]


def _fulfil(wish: str) -> None:
    """Enter the presentation, leave it, or turn to another measure."""
    if wish in (Wish.ENTER, Wish.LEAVE):
        state.put(names.PRESENTATION, [ON] if wish == Wish.ENTER else [])
        return
    asked = read_asked()
    measures = MEASURES[asked.question.level]
    step = 1 if wish == Wish.NEXT else -1
    turned = measures[(measures.index(asked.question.measure) + step) % len(measures)]
    state.put(names.MEASURE, [turned.value])


# Map and ranking


def _choose(level: Level, region: str) -> None:
    """Go into a region, or out of it where it is the chosen one."""
    if level is Level.VOIVODESHIP:
        state.put(names.LEVEL, [])
    state.choose(coverage.entered(state.filters(), region, level=level))


def _map(frame: Frame, asked: Asked, shading: Shading) -> None:
    """The shaded regions."""

    def choose(properties: Mapping[str, Any]) -> None:
        region = read_region(properties)
        if region is not None:
            _choose(asked.question.level, region)

    chosen = state.filters().chosen
    places = frame.catalog.places_in(frame.selection.mask) if asked.question.has_points else []
    inside = asked.question.level is Level.COUNTY and bool(chosen.get(Facet.VOIVODESHIP))
    shown = CoverageMapState(
        level=asked.question.level.value,
        regions=shading.regions(chosen.get(asked.question.level.facet, ())),
        whole=not inside,
        legend=shading.legend(),
        points=[
            (round(place.point[0], 4), round(place.point[1], 4)) for place in places if place.point
        ],
        large=asked.presenting,
    )
    draw_map(
        CoverageMap,
        CoverageState(shown),
        key="map-of-coverage",
        options={"language": frame.texts.language},
        on_click=choose,
    )


def _ranking(frame: Frame, asked: Asked, shading: Shading) -> None:
    """The same regions as a list, which does what the map does."""
    st.html(f'<h2 class="mp-part">{frame.texts("coverage-ranking")}</h2>')
    chosen = state.filters().chosen.get(asked.question.level.facet, ())

    def choose(row: str | None, _column: str | None) -> None:
        if row is not None:
            _choose(asked.question.level, row)

    with st.container(key="ranking-lista"):
        count_table(shading.ranking(chosen), key="coverage-ranking", on_choose=choose)


def _remarks(frame: Frame, asked: Asked, among: Mask) -> None:
    """What the reader should know of the numbers."""
    texts = frame.texts
    notes = [texts("coverage-how")]
    lost = coverage.outside(frame.catalog, among, asked.question.level)
    if lost:
        notes.append(texts(f"coverage-outside-{asked.question.level.value}", count=lost))
    if asked.question.measure is Measure.RATE:
        notes.append(texts("analysis-rates-how"))
    if asked.question.level is Level.COUNTY:
        notes.append(texts("coverage-approximate-how"))
    st.html(f'<p class="mp-note">{" ".join(notes)}</p>')
