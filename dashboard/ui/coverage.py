"""The page about regional coverage: heading, controls, remarks and white spots."""

from enum import StrEnum

import streamlit as st

from dashboard import url
from dashboard.explore import coverage
from dashboard.explore.classes import Breaks
from dashboard.explore.coverage import MEASURES, Level, Measure
from dashboard.explore.facets import Facet, Mask
from dashboard.explore.inhabitants import inhabitants_day
from dashboard.explore.regions import short_name
from dashboard.explore.themes import mask_for_themes
from dashboard.export.provenance import filter_words
from dashboard.ui import address, state
from dashboard.ui.callbacks import when_chosen
from dashboard.ui.coverage_map import draw_regions
from dashboard.ui.coverage_stage import draw_stage
from dashboard.ui.coverage_state import Asked, read_asked
from dashboard.ui.coverage_themes import draw_small_maps
from dashboard.ui.frame import Frame
from dashboard.ui.labels import plain
from dashboard.url import Param
from dashboard.views.coverage import answer
from dashboard.views.shading import Shading
from dashboard.views.white_spots import white_spots_html
from geocoding.added import has_borders


def draw_coverage(frame: Frame) -> None:
    """Draw the controls, the map with the ranking beside it, and the white spots."""
    asked = read_asked(frame.catalog)
    for name, value in asked.ignored:
        st.warning(frame.texts("link-ignored", values=plain(f"{name} = {value}")))
    question, filters = asked.question, state.filters()
    mask = coverage.counted(frame.catalog, filters, question.max_year)
    shading = answer(frame.catalog, filters, question, frame.texts)
    _head(frame, asked, shading)
    draw_regions(frame, asked, shading)
    if not asked.presenting:
        _remarks(frame, asked, mask)
        themed = mask_for_themes(frame.catalog, filters, question.max_year)
        draw_small_maps(frame, themed)
        st.html(f'<h2 class="mp-part">{frame.texts("coverage-spots")}</h2>')
        chosen = filters.chosen.get(Facet.VOIVODESHIP, ())
        spots = white_spots_html(frame.catalog, chosen, frame.texts, mask=mask, theme_mask=themed)
        st.html(spots)


# Heading and controls


def _head(frame: Frame, asked: Asked, shading: Shading) -> None:
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
        draw_stage(frame, asked, shading)
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
    address.set_param(url.LEVEL, [])
    state.choose(filters if facet else filters.without(Facet.VOIVODESHIP))


def _controls(frame: Frame, asked: Asked) -> None:
    """What is measured, of which regions, in which classes, with or without the practices."""
    texts = frame.texts
    with st.container(key="pokrycie-wybor", horizontal=True, vertical_alignment="bottom"):
        _choice(
            url.MEASURE,
            asked.question.measure,
            "coverage-measure",
            MEASURES[asked.question.level],
            frame,
        )
        _choice(url.LEVEL, asked.question.level, "coverage-level", tuple(Level), frame)
        _choice(url.BREAKS, asked.question.breaks, "coverage-breaks", tuple(Breaks), frame)
        key = _key(url.POINTS)
        st.session_state[key] = asked.question.has_points
        st.toggle(
            texts("coverage-points"),
            key=key,
            on_change=when_chosen(
                key, (False, True), lambda has: address.set_switch(url.POINTS, is_on=has)
            ),
        )


def _choice(
    param: Param, value: StrEnum, message: str, options: tuple[StrEnum, ...], frame: Frame
) -> None:
    """One choice, kept in the address."""
    key = _key(param)
    st.session_state[key] = value
    st.selectbox(
        frame.texts(message),
        options,
        format_func=lambda option: frame.texts(f"{message}-{option.value}"),
        key=key,
        filter_mode=None,
        on_change=when_chosen(
            key, options, lambda option: address.set_param(param, [option.value])
        ),
    )


def _key(param: Param) -> str:
    """The key of the widget for a parameter."""
    return f"coverage-{param.name}"


def _remarks(frame: Frame, asked: Asked, mask: Mask) -> None:
    """What the reader should know of the numbers."""
    texts = frame.texts
    notes = [texts("coverage-how")]
    lost = coverage.outside(frame.catalog, mask, asked.question.level)
    if lost:
        notes.append(texts(f"coverage-outside-{asked.question.level.value}", count=lost))
    if asked.question.measure is Measure.RATE:
        notes.append(
            texts(
                f"coverage-rates-how-{asked.question.level.value}",
                day=texts.date(inhabitants_day()),
            )
        )
    if asked.question.level is Level.COUNTY and not has_borders():
        notes.append(texts("coverage-approximate-how"))
    st.html(f'<p class="mp-note">{" ".join(notes)}</p>')
