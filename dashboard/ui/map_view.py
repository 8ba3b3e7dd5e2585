"""The one place that knows streamlit-folium: draws the maps, reports what was clicked."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st
from streamlit_folium import st_folium

from dashboard.ui.assets import base_address
from dashboard.views.choropleth import CoverageMap, CoverageMapState, CoverageState, read_region
from dashboard.views.maps import MapState, OfflineMap, PracticeState, practice_of
from dashboard.views.review_map import (
    GroundClick,
    ReviewMap,
    ReviewMapState,
    ReviewState,
    read_click,
)

_KEY: Final = "map-of-practices"
_REVIEW_KEY: Final = "map-of-review"
_COVERAGE_KEY: Final = "map-of-coverage"
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
        mark = _clicked(_KEY).get("id")
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


def draw_review_map(
    state: ReviewMapState,
    *,
    options: dict[str, Any],
    attribution: str,
    on_choose: Callable[[int | GroundClick], None],
) -> None:
    """Draw the map of a review and call `on_choose` with what was clicked.

    That is the number of a candidate, or a point of the ground; both also by a second click.
    """

    def clicked() -> None:
        chosen = read_click(_clicked(_REVIEW_KEY))
        if chosen is not None:
            on_choose(chosen)

    st_folium(
        ReviewMap(base=base_address(), options=options, attribution=attribution),
        key=_REVIEW_KEY,
        height=_HEIGHT,
        width=None,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=ReviewState(state),
        on_change=clicked,
    )


def draw_coverage_map(
    state: CoverageMapState,
    *,
    options: dict[str, Any],
    attribution: str,
    on_choose: Callable[[str], None],
) -> None:
    """Draw the map of coverage and call `on_choose` with the region that was clicked."""

    def clicked() -> None:
        region = read_region(_clicked(_COVERAGE_KEY))
        if region is not None:
            on_choose(region)

    st_folium(
        CoverageMap(base=base_address(), options=options, attribution=attribution),
        key=_COVERAGE_KEY,
        height=_HEIGHT,
        width=None,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=CoverageState(state),
        on_change=clicked,
    )


def _clicked(key: str) -> Mapping[str, Any]:
    """What the map with a key says of the layer that was clicked last."""
    drawing = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    properties: Mapping[str, Any] = drawing.get("properties", {})
    return properties
