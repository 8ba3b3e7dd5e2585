"""The one place that knows streamlit-folium: draws the map, reports what was clicked."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st
from streamlit_folium import st_folium

from dashboard.ui.assets import base_address
from dashboard.views.maps import MapState, OfflineMap, PracticeState, practice_of

_KEY: Final = "map-of-practices"
_HEIGHT: Final = 640


def draw_map(
    state: MapState,
    *,
    options: dict[str, Any],
    attribution: str,
    on_choose: Callable[[int], None],
) -> None:
    """Draw the map and call `on_choose` with a practice's number when its mark is clicked.

    The base map is the same on every run, so the browser keeps its frame and its view; only
    the state travels. Each click counts, a second one on the same mark too.
    """

    def clicked() -> None:
        drawing = (st.session_state.get(_KEY) or {}).get("last_active_drawing") or {}
        mark = drawing.get("properties", {}).get("id")
        if mark:
            on_choose(practice_of(mark))

    st_folium(
        OfflineMap(base=base_address(), options=options, attribution=attribution),
        key=_KEY,
        height=_HEIGHT,
        width=None,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=PracticeState(state),
        on_change=clicked,
    )
