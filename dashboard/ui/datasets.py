"""The choice among the practices, and the banner that tells made-up ones from real ones."""

from html import escape
from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.practices.demo import has_examples
from dashboard.ui import data
from dashboard.ui.callbacks import when_chosen
from dashboard.ui.data import Dataset, Snapshot

_CHOICE: Final = "dataset"


def draw_choice(texts: Texts) -> None:
    """Draw the choice, in the sidebar; it starts from what the address asks for."""
    st.session_state[_CHOICE] = data.dataset()
    with st.container(key="zbior"):
        st.selectbox(
            texts("dataset"),
            data.datasets(),
            key=_CHOICE,
            format_func=lambda each: texts(f"dataset-{each.value}"),
            on_change=when_chosen(_CHOICE, data.datasets(), data.show),
            filter_mode=None,
        )


def draw_banner(snapshot: Snapshot, texts: Texts) -> None:
    """Say above everything else what is special about the practices.

    They are made up, or seen by this visitor alone, or as they were before the table fell silent.
    """
    table = snapshot.table
    if table is not None and not table.is_answering:
        st.warning(texts("table-not-answering", day=texts.date(table.changed_at.date())))
    if data.is_gone():
        st.warning(texts("dataset-gone"))
    words = []
    if has_examples(snapshot.catalog.practices):
        words.append(texts("demo-banner"))
    if data.dataset() is Dataset.OWN:
        words.append(texts("own-banner"))
    for text in words:
        st.html(f'<p class="mp-banner" role="note">{escape(text)}</p>')
