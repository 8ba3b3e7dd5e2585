"""Loads the practices once for all visitors and says plainly when they cannot be loaded."""

from pathlib import Path

import streamlit as st

from dashboard.explore.catalog import Catalog, build_catalog
from dashboard.practices import load_practices, locate, table_path
from geocoding import GazetteerGeocoder


def catalog() -> Catalog:
    """The catalogue of the table as it stands now; read again only when the file changed.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        GeocodingError: The gazetteer cannot be read.
    """
    path = table_path()
    changed_ns = path.stat().st_mtime_ns if path.exists() else 0
    return _catalog(path, changed_ns)


@st.cache_resource(show_spinner=False, max_entries=2)
def _catalog(path: Path, changed_ns: int) -> Catalog:  # noqa: ARG001  the time is part of the key
    practices = load_practices(path)
    return build_catalog(practices, locate(practices, _geocoder()))


@st.cache_resource(show_spinner=False)
def _geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder()
