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
from dashboard.ui.coverage.regions_map import draw_regions
from dashboard.ui.figures.bring import bring_figure
from dashboard.ui.figures.relation import draw_relation
from dashboard.ui.frame.frame import Frame
from dashboard.ui.labels import plain
from dashboard.ui.visit import address, figures, state
from dashboard.ui.visit.callbacks import when_chosen
from dashboard.ui.visit.coverage_state import read_coverage_state
from dashboard.views.figures.words import (
    figure_label,
    figure_note,
    problem_counts,
    problem_rows,
)

_FIGURE = "figures-choice"
_LEVEL = "figures-level"
_LISTED = 200
"""Regions without a figure that are named."""


def draw_figures(frame: Frame) -> None:
    """Draw the choice of a figure, and what it shows of the regions and the practices."""
    texts, there = frame.texts, figures.figures()
    st.html(f'<p class="mp-lead">{texts("figures-intro")}</p>')
    asked = address.last(url.FIGURE)
    shown = next((each for each in there if each.key == asked), there[0] if there else None)
    if asked and (shown is None or shown.key != asked):
        st.warning(texts("link-ignored", values=plain(f"{url.FIGURE.name} = {asked}")))
    with st.container(key="wskazniki-wybor", horizontal=True, vertical_alignment="bottom"):
        level = _controls(there, shown, frame) if shown else None
        if st.button(texts("figures-add"), key="figures-add", type="primary"):
            bring_figure(texts)
    if shown is None or level is None:
        st.html(f'<p class="mp-hint">{texts("figures-none")}</p>')
        return
    _draw_caption(shown, frame)
    _draw_figure(shown, level, frame)


def _controls(there: Sequence[Figure], shown: Figure, frame: Frame) -> Level | None:
    """Draw which figure is shown and of which regions; the level, None where it has none there."""
    texts = frame.texts
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
    asked = read_coverage_state(frame.catalog).question.level
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
    line = f"{figure_label(figure)} ({caption.unit})" if caption.unit else figure_label(figure)
    kind = texts(f"figure-kind-{caption.kind.value}")
    st.html(
        f'<p class="mp-note"><strong>{escape(line)}</strong>. {kind}. '
        f"{escape(figure_note(figure, texts))}</p>"
    )
    result = figures.own_results().get(figure.key)
    if result is None:
        return
    st.html(f'<p class="mp-banner" role="note">{texts("figure-own-banner")}</p>')
    if result.problems:
        with st.expander(texts("figure-problems", count=len(result.problems))):
            lines = "".join(
                f"<li>{escape(each)}</li>" for each in problem_counts(result.problems, texts)
            )
            st.html(f"<ul>{lines}</ul>")
            st.dataframe(
                problem_rows(result.problems, texts), hide_index=True, key="figure-problems"
            )
    st.button(
        texts("figures-forget"),
        key="figures-forget",
        type="tertiary",
        on_click=figures.forget_own,
        args=(figure.key,),
    )


def _draw_figure(figure: Figure, level: Level, frame: Frame) -> None:
    """Draw the map of a figure with the practices on it, the relation, and what has no figure."""
    texts, asked = frame.texts, read_coverage_state(frame.catalog)
    question = replace(asked.question, level=level, measure=figure.key, has_points=True)
    asked = replace(asked, question=question, presenting=False, region=None)
    answer = CoverageAnswer(frame.catalog, state.filters(), question, asked.sources)
    st.html(f'<h2 class="mp-part">{texts("figures-map")}</h2>')
    draw_regions(frame, asked, answer)
    relation = relate_to_figure(answer.ranking.table, level, figure)
    draw_relation(relation, frame)
    missing = relation.missing
    st.html(f'<h2 class="mp-part">{texts("figures-missing")}</h2>')
    words = texts("figures-missing-none")
    if missing:
        listed = ", ".join(missing[:_LISTED]) + ("…" if missing[_LISTED:] else "")
        words = f"{texts('figures-missing-count', count=len(missing))} {escape(listed)}"
    st.html(f'<p class="mp-note">{words}</p>')
