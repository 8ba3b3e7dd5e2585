"""Choice of the dataset that is shown, and the banner over made-up practices."""

from html import escape
from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.practices.demo import has_examples
from dashboard.ui.visit import data
from dashboard.ui.visit.callbacks import when_chosen
from dashboard.ui.visit.data import Snapshot
from dashboard.ui.visit.uploaded_data import LASTS_MINUTES
from dashboard.url import Dataset

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
    Each line has its room in every run: else what follows would stand further on in some, and the
    browser would show it twice until the run ends.
    """
    gone, silent, made_up, own = (st.empty() for _ in range(4))
    if data.is_upload_lost():
        gone.warning(texts("dataset-gone"))
    table = snapshot.table
    if table is not None and not table.is_answering:
        day = texts.date(table.changed_at.date())
        silent.warning(texts("table-not-answering", day=day))
    if has_examples(snapshot.catalog.practices):
        made_up.html(_banner(texts("demo-banner")))
    if snapshot.dataset is Dataset.OWN:
        own.html(_banner(texts("own-banner", minutes=LASTS_MINUTES)))


def _banner(words: str) -> str:
    return f'<p class="mp-banner" role="note">{escape(words)}</p>'
