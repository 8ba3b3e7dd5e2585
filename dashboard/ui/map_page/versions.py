"""The history of the selected practice: its versions, with what changed from one to the next."""

from typing import Final

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.locale import Texts
from dashboard.practices.versions import versions_of
from dashboard.store import open_store
from dashboard.ui.error_words import draw_error, words_for
from dashboard.ui.visit.data import Snapshot
from dashboard.views.practice.versions import versions_html

_SHOWN: Final = 20
"""Versions that are listed, the latest ones."""


def draw_versions(snapshot: Snapshot, number: int, texts: Texts) -> None:
    """Draw the versions of a practice of the table; nothing where no store notes any."""
    if snapshot.table is None:
        return
    try:
        versions = versions_of(open_store().practice_edits(number=number))
    except DashboardError as error:  # the card is there all the same
        draw_error(words_for(error, texts), texts)
        return
    if versions:
        with st.expander(texts("versions", count=len(versions))):
            st.html(versions_html(versions[:_SHOWN], texts))
