"""The page 'Wskaźniki': which figure is shown, its map, the relation, what is missing."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import url
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.levels import Level
from dashboard.explore.figures.figure import Figure
from dashboard.explore.relation.figure_measures import unit_level
from dashboard.explore.relation.relation import relate_to_figure
from dashboard.locale import Texts
from dashboard.ui.coverage.regions_map import draw_regions
from dashboard.ui.figures.add_dialog import open_add_dialog
from dashboard.ui.figures.problems import draw_problems
from dashboard.ui.figures.relation import draw_relation
from dashboard.ui.frame.frame import Frame
from dashboard.ui.labels import plain
from dashboard.ui.visit import address, figures, state
from dashboard.ui.visit.callbacks import when_chosen
from dashboard.ui.visit.coverage_state import CoverageChoice, read_coverage_state
from dashboard.ui.visit.uploaded_data import LASTS_MINUTES
from dashboard.views.coverage.region_names import region_titles
from dashboard.views.figures.words import figure_label, figure_note, figure_title

_FIGURE = "figures-choice"
_LEVEL = "figures-level"
_LISTED = 200
"""Regions without a figure that are named."""


def draw_figures(frame: Frame) -> None:
    """Draw the choice of a figure, and what it shows of the regions and the practices."""
    texts, there, coverage = frame.texts, figures.figures(), read_coverage_state(frame.catalog)
    st.html(f'<p class="mp-lead">{texts("figures-intro")}</p>')
    asked = address.last(url.FIGURE)
    shown = next((each for each in there if each.key == asked), there[0] if there else None)
    if asked and (shown is None or shown.key != asked):
        st.warning(texts("link-ignored", values=plain(f"{url.FIGURE.name} = {asked}")))
    with st.container(key="wskazniki-wybor", horizontal=True, vertical_alignment="bottom"):
        level = _controls(there, shown, coverage.question.level, texts) if shown else None
        if st.button(texts("figures-add"), key="figures-add", type="primary"):
            open_add_dialog(texts)
    if shown is None or level is None:
        st.html(f'<p class="mp-hint">{texts("figures-none")}</p>')
        return
    _draw_caption(shown, frame)
    _draw_figure(shown, level, coverage, frame)


def _controls(there: Sequence[Figure], shown: Figure, asked: Level, texts: Texts) -> Level | None:
    """Draw which figure is shown and of which regions.

    Args:
        there: All figures.
        shown: The one that is shown.
        asked: The level of regions that the address asks for.
        texts: The language.

    Returns:
        The level that is shown: another one where the figure has no numbers of that which is
        asked for; None where it has no numbers at all.
    """
    names = {each.key: figure_label(each) for each in there}
    st.session_state[_FIGURE] = shown.key
    st.selectbox(
        texts("figures-which"),
        list(names),
        format_func=lambda key: names.get(key, key),
        key=_FIGURE,
        filter_mode=None,
        on_change=when_chosen(
            _FIGURE, list(names), lambda key: address.set_param(url.FIGURE, [key])
        ),
    )
    levels = [each for each in Level if unit_level(each) in shown.levels()]
    if not levels:
        return None
    level = asked if asked in levels else levels[0]
    st.session_state[_LEVEL] = level
    st.selectbox(
        texts("coverage-level"),
        levels,
        format_func=lambda each: texts(f"coverage-level-{each.value}"),
        key=_LEVEL,
        filter_mode=None,
        on_change=when_chosen(
            _LEVEL, levels, lambda each: address.set_param(url.LEVEL, [each.value])
        ),
    )
    return level


def _draw_caption(figure: Figure, frame: Frame) -> None:
    """Draw what is said of a figure, and what its file gave where it is the visitor's own."""
    texts, caption = frame.texts, figure.caption
    line, kind = figure_title(figure), texts(f"figure-kind-{caption.kind.value}")
    st.html(
        f'<p class="mp-note"><strong>{escape(line)}</strong>. {kind}. '
        f"{escape(figure_note(figure, texts))}</p>"
    )
    result = figures.own_results().get(figure.key)
    if result is None:
        return
    st.html(
        f'<p class="mp-banner" role="note">{texts("figure-own-banner", minutes=LASTS_MINUTES)}</p>'
    )
    draw_problems(result.problems, texts, key="figures-problems")
    st.button(
        texts("figures-forget"),
        key="figures-forget",
        type="tertiary",
        on_click=figures.forget_own,
        args=(figure.key,),
    )


def _draw_figure(figure: Figure, level: Level, coverage: CoverageChoice, frame: Frame) -> None:
    """Draw the map of a figure with the practices on it, the relation, and what has no figure."""
    texts = frame.texts
    asked = _map_of(figure, level, coverage)
    question = asked.question
    answer = CoverageAnswer(frame.catalog, state.filters(), question, asked.sources)
    st.html(f'<h2 class="mp-part">{texts("figures-map")}</h2>')
    draw_regions(frame, asked, answer)
    relation = relate_to_figure(answer.ranking.table, level, figure)
    draw_relation(relation, frame)
    missing = relation.missing
    st.html(f'<h2 class="mp-part">{texts("figures-missing")}</h2>')
    words = texts("figures-missing-none")
    if missing:
        listed = ", ".join(region_titles(missing[:_LISTED], texts))
        listed += "…" if missing[_LISTED:] else ""
        words = f"{texts('figures-missing-count', count=len(missing))} {escape(listed)}"
    st.html(f'<p class="mp-note">{words}</p>')


def _map_of(figure: Figure, level: Level, coverage: CoverageChoice) -> CoverageChoice:
    """Give what the map of a figure shows: what this page has no controls for is left out.

    The limits of classes in the address are of the measure that the page about coverage shows.
    """
    asked = coverage.question
    question = replace(
        asked,
        level=level,
        measure=figure.key,
        limits=asked.limits if asked.measure == figure.key else (),
        second="",
        has_points=True,
    )
    return replace(coverage, question=question, presenting=False, region=None, beside=None)
