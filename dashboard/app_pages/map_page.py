"""The page 'Mapa': filters, the map, the card of the selected practice and the list.

In a presentation, the map and a slide of the selected practice.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import streamlit as st

from dashboard import url
from dashboard.explore.filters.filters import counts_without_each
from dashboard.explore.link.map_view import MapView, read_map_view
from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.elements.page_tools import move_focus
from dashboard.ui.fragments import drawn_alone
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import Frame, draw_frame, open_frame, read_frame
from dashboard.ui.labels import plain
from dashboard.ui.map.map_view import draw_map
from dashboard.ui.map.point_files import map_points
from dashboard.ui.map_page import panel, slides
from dashboard.ui.visit import address, attention, state
from dashboard.ui.visit.coverage_state import is_presenting
from dashboard.views.map.maps import MapHome, MapState, OfflineMap, PracticeState, read_practice
from dashboard.views.map.points import circles_of, map_options, shown_practices


def draw_page() -> None:
    """Draw the map first, since it takes the browser longest; then what stands around it.

    What follows has its room from the start, so that the map stays where it is.
    """
    frame = read_frame()
    heading = open_frame(frame)
    heading.html(f'<h1 class="mp-hidden">{frame.texts("map-label")}</h1>')
    _explore(frame)
    draw_frame(frame, heading, Scope.FILTERED)
    shell.draw_footer(frame.texts)


@drawn_alone
def _explore(frame: Frame) -> None:
    """Draw map, card and list: a click redraws these alone."""
    address.restore_unless_revisited()  # a run of this part alone comes with an address of its own
    catalog, texts = frame.catalog, frame.texts
    show = slides.open_show(frame)
    view, ignored = read_map_view(address.query())
    for name, value in ignored:
        st.warning(texts("link-ignored", values=plain(f"{name} = {value}")))
    with st.container(key="uklad"):
        with st.container(key="mapa"):
            draw_map(
                OfflineMap,
                PracticeState(_map_state(frame, show, view)),
                key="map-of-practices",
                options={**map_options(catalog, texts), "view_param": url.MAP_VIEW.name},
                on_click=_select,
            )
            slides.draw_controls(frame, show)
        with st.container(key="panel"):
            if is_presenting():
                slides.draw_slide(frame, show)
            else:
                _read(frame)


def _read(frame: Frame) -> None:
    """Draw the card of the selected practice above the list."""
    catalog, texts, rows = frame.catalog, frame.texts, frame.rows
    if len(catalog) == 0:
        st.info(texts("no-practices"))
    elif not len(rows):
        shell.draw_empty(counts_without_each(catalog, state.filters()), texts)
    panel.draw_card(frame)
    if len(rows):
        panel.draw_list(frame)
    move_focus(attention.focus())


def _map_state(frame: Frame, show: Sequence[int], view: MapView | None) -> MapState:
    """Return what the map shows: the marks, the selected practice, the last deliberate move.

    Args:
        frame: The practices and what the filters leave of them.
        show: Numbers of the practices that are presented, which alone are then on the map.
        view: What the map opens with; None for all of Poland.
    """
    number = state.practice()
    row = None if number is None else frame.catalog.position_of(number)
    circles = [] if row is None else circles_of(frame.catalog, row)
    mask = frame.selection.mask
    if show:
        mask = np.isin(frame.catalog.practices["art"].to_numpy(), show)
    return MapState(
        points=map_points(frame.catalog, frame.texts),
        shown=shown_practices(frame.catalog, mask),
        selected=number,
        circles=circles,
        move_number=attention.moves(),
        move_points=[(lat, lon) for lat, lon, _ in circles],
        home=_map_home(),
        large=is_presenting(),
        view=view,
    )


def _select(properties: Mapping[str, Any]) -> None:
    """Select the practice whose mark was clicked."""
    number = read_practice(properties)
    if number is not None:
        state.select_on_map(number)


def _map_home() -> MapHome | None:
    """Return the reader's own unit with the circle of the radius filter."""
    home = state.home()
    if home is None:
        return None
    radius_km = home.query.radius_km
    return MapHome(home.point, home.label, radius_km * 1000 if radius_km else None)


draw_page()
