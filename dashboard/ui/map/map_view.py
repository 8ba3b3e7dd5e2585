"""The one place that knows streamlit-folium: draws the maps, reports what was clicked."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import folium
import streamlit as st
from streamlit_folium import st_folium

from dashboard.ui.map.assets import base_address
from dashboard.views.map.maps import OfflineMap
from dashboard.views.map.tiles import served_ground
from dashboard.views.sources import map_attribution

_HEIGHT: Final = 640


def draw_map(
    kind: type[OfflineMap],
    state: folium.FeatureGroup,
    *,
    key: str,
    options: dict[str, Any],
    on_click: Callable[[Mapping[str, Any]], None],
) -> None:
    """Draw a map and call `on_click` with what is clicked on it.

    The map itself is the same on every run, so the browser keeps its frame and its view; only
    the state travels. Each click counts, a second one on the same mark too.

    Args:
        kind: Which map.
        state: What it is to show.
        key: The map's name in the session.
        options: What its scripts need besides.
        on_click: Called before the next run with the properties of what was clicked.
    """
    st_folium(
        kind(
            base=base_address(),
            options=options,
            attribution=map_attribution(),
            ground=served_ground(base_address()),
        ),
        key=key,
        height=_HEIGHT,
        width=None,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=state,
        render=False,  # its script and files are all that travels, not the page around them
        on_change=lambda: on_click(_clicked(key)),
    )


def _clicked(key: str) -> Mapping[str, Any]:
    """Return the properties of what was clicked last on the map with a key."""
    drawing = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    properties: Mapping[str, Any] = drawing.get("properties", {})
    return properties
