"""The quality of a catalogue, examined once for all runs of the page."""

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.quality.quality import CatalogQuality
from dashboard.ui.visit import data
from dashboard.url import Dataset


def quality_of(catalog: Catalog) -> CatalogQuality:
    """Give the quality of a catalogue; that of a visitor's own goes with the visit."""
    return _of_own(catalog) if data.dataset() is Dataset.OWN else _of_all(catalog)


# The result holds the catalogue, so that no other one can have its identity meanwhile.


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Catalog: id})
def _of_all(catalog: Catalog) -> CatalogQuality:
    return CatalogQuality.of(catalog)


@st.cache_resource(scope="session", show_spinner=False, max_entries=2, hash_funcs={Catalog: id})
def _of_own(catalog: Catalog) -> CatalogQuality:
    return CatalogQuality.of(catalog)
