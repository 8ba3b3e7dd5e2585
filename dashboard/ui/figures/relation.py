"""The view of relation: the sentence, the chart, the groups, the table of points, the files."""

from typing import Final

import streamlit as st

from dashboard.explore.relation.relation import Relation
from dashboard.export.jobs import JobSpec
from dashboard.export.relation_files import RELATION_FILES, relation_file
from dashboard.locale import Texts
from dashboard.ui.downloads import downloads_panel
from dashboard.ui.frame.frame import Frame
from dashboard.views.figures.relation_chart import (
    finding_words,
    group_rows,
    relation_chart,
    relation_table,
)

_PATIENCE_S: Final = 1.0


def draw_relation(relation: Relation, frame: Frame) -> None:
    """Draw practices per inhabitants against the figure, and what can honestly be said of it."""
    texts = frame.texts
    st.html(f'<h2 class="mp-part">{texts("figures-relation")}</h2>')
    sentence = finding_words(relation, texts)
    st.text(sentence)
    if relation.points.empty:
        return
    st.vega_lite_chart(
        spec=relation_chart(relation, texts), key="figures-relation", alt=sentence, width="stretch"
    )
    st.html(f'<p class="mp-note">{texts("figures-relation-how")}</p>')
    if relation.groups:
        st.dataframe(group_rows(relation, texts), hide_index=True, key="figures-groups")
    with st.expander(texts("figures-table")):
        st.dataframe(relation_table(relation, texts), hide_index=True, key="figures-points")
    _draw_files(relation, sentence, texts)


def _draw_files(relation: Relation, sentence: str, texts: Texts) -> None:
    """Draw a button a file."""
    with st.container(horizontal=True, key="wskazniki-pliki"):
        for suffix in RELATION_FILES:
            st.button(
                texts("figures-download", kind=suffix.upper()),
                key=f"figures-download-{suffix}",
                on_click=_ask_for_file,
                args=(suffix, relation, sentence, texts),
            )


def _ask_for_file(suffix: str, relation: Relation, sentence: str, texts: Texts) -> None:
    """Ask for the points, or the chart, as a file."""
    name = f"{texts('figures-file-name')}-{relation.figure.key}.{suffix}"
    mime = RELATION_FILES[suffix]
    downloads_panel.ask(
        JobSpec(
            name=name,
            mime=mime,
            make=lambda _progress: relation_file(suffix, relation, sentence, texts),
        ),
        patience_s=_PATIENCE_S,
    )
