"""The way back to what a reader looked at before they logged in or out; nothing is to be seen."""

import streamlit as st

from dashboard.ui.elements.sources import script

_returning = st.components.v2.component("mapa_praktyk_returning", js=script("returning.js"))


def come_back() -> None:
    """Lead a reader who comes from the identity provider to where they were."""
    _returning(key="returning")
