"""The page about regional coverage: heading, controls, remarks and white spots."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard import url
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import REGIONS, Level
from dashboard.explore.coverage.limits import LONGEST, read_limits, write_limits
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.years import years_of
from dashboard.locale import Texts
from dashboard.ui.coverage.presentation import draw_presentation_controls
from dashboard.ui.coverage.regions_map import draw_regions
from dashboard.ui.coverage.themes import draw_small_maps
from dashboard.ui.elements.presentation import mark_presentation
from dashboard.ui.frame.frame import Frame
from dashboard.ui.labels import plain
from dashboard.ui.visit import address, state
from dashboard.ui.visit.callbacks import when_chosen
from dashboard.ui.visit.coverage_state import CoverageChoice, read_coverage_state
from dashboard.ui.visit.text_fields import draw_text_field
from dashboard.url import Param
from dashboard.views.coverage.measure_words import measure_label
from dashboard.views.coverage.region_names import region_label
from dashboard.views.coverage.remarks import remark_words
from dashboard.views.coverage.white_spots import white_spots_html
from dashboard.views.filter_words import filter_words


def draw_coverage(frame: Frame) -> None:
    """Draw the controls, the map with the ranking beside it, and the white spots."""
    texts, asked = frame.texts, read_coverage_state(frame.catalog)
    for name, value in asked.ignored:
        st.warning(texts("link-ignored", values=plain(f"{name} = {value}")))
    answer = CoverageAnswer(frame.catalog, state.filters(), asked.question, asked.sources)
    _head(frame, asked, answer)
    draw_regions(frame, asked, answer)
    if not asked.presenting:
        notes = [texts("coverage-how"), *remark_words(answer, texts)]
        st.html(f'<p class="mp-note">{" ".join(notes)}</p>')
        draw_small_maps(answer, texts)
        st.html(f'<h2 class="mp-part">{texts("coverage-spots")}</h2>')
        st.html(white_spots_html(answer.white_spots, texts))


# Heading and controls


def _head(frame: Frame, asked: CoverageChoice, answer: CoverageAnswer) -> None:
    """Draw the title, where in the country the reader is, and the controls."""
    texts = frame.texts
    with st.container(key="pokrycie-tytul", horizontal=True, vertical_alignment="center"):
        measured = escape(measure_label(answer.ranking.measure, texts))
        title = measured if asked.presenting else texts("page-coverage")
        st.html(f'<h1 class="mp-title">{title}</h1>')
        _path(frame)
        draw_presentation_controls(frame, asked, answer)
    if asked.presenting:
        mark_presentation()
    else:
        _controls(frame, asked, answer)


def _path(frame: Frame) -> None:
    """Draw the steps from the country to the chosen region, each a way back; then other filters."""
    texts, filters = frame.texts, state.filters()
    steps = [
        (facet, values[0]) for facet in REGIONS if len(values := filters.chosen.get(facet, ())) == 1
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
                f"› {plain(_step_name(facet, value, texts))}",
                key=f"path-{facet.value}",
                on_click=_leave_to,
                args=(facet,),
                type="tertiary",
                disabled=facet is steps[-1][0],
            )
        others = filters
        for facet in REGIONS:
            others = others.without(facet)
        words = [f"{name}: {value}" for name, value in filter_words(others, texts)]
        st.text(f"· {'; '.join(words) or texts('coverage-all')}")


def _leave_to(facet: Facet | None) -> None:
    """Go back up: to a region that is chosen, or to the country where none is given."""
    filters, depth = state.filters(), REGIONS.index(facet) + 1 if facet else 0
    for below in REGIONS[depth:]:
        filters = filters.without(below)
    address.set_param(url.LEVEL, [])
    state.choose(filters)


def _step_name(facet: Facet, region: str, texts: Texts) -> str:
    """Return a region as a step of the path names it: what it is part of stands before it."""
    return region_label(region, Level(facet.value), texts)


def _controls(frame: Frame, asked: CoverageChoice, answer: CoverageAnswer) -> None:
    """Draw what is measured, of which regions, in which classes, with or without the practices."""
    texts = frame.texts
    with st.container(key="pokrycie-wybor", horizontal=True, vertical_alignment="bottom"):
        ranking = answer.ranking
        measures = {key: measure_label(each, texts) for key, each in ranking.measures.items()}
        _choice(url.MEASURE, ranking.measure.key, texts("coverage-measure"), measures)
        further = {each.key for each in answer.sources} & measures.keys()
        if further:
            two = {"": texts("coverage-second-none")} | {
                key: words for key, words in measures.items() if key in further
            }
            _choice(url.SECOND_MEASURE, asked.question.second, texts("coverage-second"), two)
        for param, message, chosen, options in (
            (url.LEVEL, "coverage-level", asked.question.level, tuple(Level)),
            (url.BREAKS, "coverage-breaks", asked.question.breaks, tuple(Breaks)),
        ):
            names = {each.value: texts(f"{message}-{each.value}") for each in options}
            _choice(param, chosen.value, texts(message), names)
        if asked.question.breaks is Breaks.MANUAL:
            _limits(url.LIMITS, asked.question.limits, texts)
        _switch(url.POINTS, texts("coverage-points"), is_on=asked.question.has_points)
        _switch(url.BESIDE, texts("coverage-beside"), is_on=asked.beside is not None)
    if asked.beside is not None:
        _controls_beside(frame, asked.beside, measures)


def _controls_beside(frame: Frame, beside: Question, measures: Mapping[str, str]) -> None:
    """Draw what the second map shows: its measure, its last year, its limits."""
    texts, every = frame.texts, ""
    with st.container(key="pokrycie-wybor-obok", horizontal=True, vertical_alignment="bottom"):
        _choice(url.BESIDE_MEASURE, beside.measure, texts("coverage-beside-measure"), measures)
        years = {every: texts("coverage-time-every")}
        years |= {str(year): str(year) for year in reversed(years_of(frame.catalog))}
        chosen = every if beside.max_year is None else str(beside.max_year)
        _choice(url.BESIDE_MAX_YEAR, chosen, texts("coverage-beside-year"), years)
        if beside.breaks is Breaks.MANUAL:
            _limits(url.BESIDE_LIMITS, beside.limits, texts)


def _limits(param: Param, limits: tuple[float, ...], texts: Texts) -> None:
    """Draw the field for the limits of classes; what it does not understand it says so."""
    key = _key(param)
    shown = "; ".join(texts.decimal(limit, places=6).rstrip("0").rstrip(".,") for limit in limits)
    said = str(st.session_state.get(key) or "")
    is_bad = bool(said) and read_limits(said) is None
    if not is_bad:
        st.session_state[key] = shown

    def keep() -> None:
        typed = read_limits(st.session_state[key])
        if typed is not None or not st.session_state[key].strip():
            address.set_param(param, [write_limits(typed)] if typed else [])

    draw_text_field(
        texts("coverage-limits"),
        key,
        longest=LONGEST,
        placeholder=texts("coverage-limits-example"),
        on_change=keep,
    )
    st.caption(texts("coverage-limits-how"))
    if is_bad:
        st.warning(texts("coverage-limits-bad"))


def _switch(param: Param, label: str, *, is_on: bool) -> None:
    """Draw a switch, kept in the address."""
    key = _key(param)
    st.session_state[key] = is_on
    st.toggle(
        label,
        key=key,
        on_change=when_chosen(key, (False, True), lambda has: address.set_switch(param, is_on=has)),
    )


def _choice(param: Param, value: str, label: str, options: Mapping[str, str]) -> None:
    """Draw one choice, kept in the address.

    Args:
        param: Its parameter.
        value: What is chosen.
        label: What is chosen from, in words.
        options: The words of each option by its value.
    """
    key, values = _key(param), list(options)
    st.session_state[key] = value
    st.selectbox(
        label,
        values,
        format_func=lambda option: options.get(option, option),
        key=key,
        filter_mode=None,
        on_change=when_chosen(
            key, values, lambda option: address.set_param(param, [option] if option else [])
        ),
    )


def _key(param: Param) -> str:
    """Return the key of the widget for a parameter."""
    return f"coverage-{param.name}"
