"""The page 'Mapa': filters, the map, the card of the selected practice and the list.

In a presentation, the map and a slide of the selected practice. Where another site embeds the page,
a part of it alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import streamlit as st

from dashboard import url
from dashboard.explore.filters.filters import counts_without_each, matches
from dashboard.explore.link.map_view import MapView, read_map_view
from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.elements.page_tools import move_focus
from dashboard.ui.fragments import drawn_alone
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import Frame, draw_frame, open_frame, read_frame
from dashboard.ui.labels import plain
from dashboard.ui.map.map_view import draw_map
from dashboard.ui.map.point_files import map_points
from dashboard.ui.map_page import embedded, panel, slides
from dashboard.ui.map_page.group import draw_group, group_marks
from dashboard.ui.visit import address, state, view_requests
from dashboard.ui.visit.coverage_state import is_presenting
from dashboard.url import EmbeddedPart
from dashboard.views.map.maps import (
    MapHome,
    MapState,
    OfflineMap,
    PracticeState,
    read_area,
    read_practice,
)
from dashboard.views.map.points import (
    circles_of,
    map_options,
    settlements_of,
    shown_practices,
)
from dashboard.views.map.tiles import unknown_ground
from dashboard.views.units.unit_words import unit_label

_PARAMS: Final = {
    "view_param": url.MAP_VIEW.name,
    "areas": {"follow_param": url.FOLLOW_VIEW.name},
}
"""What the map writes to the address by itself."""

_SEEN: Final = 3
_SIGHT_KM: Final = (45.0, 250.0)
"""The view around the own unit reaches to so many practices, but at least and at most so far."""


def draw_page() -> None:
    """Draw the map first, since it takes the browser longest; then what stands around it.

    What follows has its room from the start, so that the map stays where it is.
    """
    frame = read_frame()
    if part := url.embedded_part(address.query()):
        embedded.draw_surroundings(frame)
        _show_part(frame, part)
        return
    heading = open_frame(frame)
    heading.line.html(f'<h1 class="mp-hidden">{frame.texts("map-label")}</h1>')
    _explore(frame)
    draw_frame(frame, heading, Scope.FILTERED)
    shell.draw_footer(frame.texts)


@drawn_alone
def _explore(frame: Frame) -> None:
    """Draw map, card and list: a click redraws these alone."""
    address.restore_unless_revisited()  # a run of this part alone comes with an address of its own
    if frame.area != state.area():  # which bounds all that the page shows
        st.rerun(scope="app")
    slides.return_from_show()
    show = slides.open_show(frame)
    view = _read_view(frame)
    with st.container(key="uklad"):
        with st.container(key="mapa"):
            _draw_map(frame, show, view)
            slides.draw_controls(frame, show)
        with st.container(key="panel"):
            if is_presenting():
                slides.draw_slide(frame, show)
            else:
                _read(frame)


@drawn_alone
def _show_part(frame: Frame, part: EmbeddedPart) -> None:
    """Draw a part of the page for a frame on another site, and the line that leads to the whole."""
    address.restore_unless_revisited()
    if frame.area != state.area():
        st.rerun(scope="app")
    with st.container(key=f"osadzenie-{part.value}"):
        if part is EmbeddedPart.MAP:
            view = _read_view(frame)
            with st.container(key="mapa"):
                _draw_map(frame, (), view)
        else:
            embedded.draw_part(frame, part)
    embedded.draw_source_line(frame)
    move_focus(view_requests.requested_focus())


def _read_view(frame: Frame) -> MapView | None:
    """Return what the map opens with; says what of it, and of the ground, cannot be used."""
    query = address.query()
    view, ignored = read_map_view(query)
    if unknown := unknown_ground(query):
        ignored = (*ignored, (url.MAP_GROUND.name, unknown))
    asked = url.last(query, url.EMBEDDED_PART)
    if asked and not url.embedded_part(query):
        ignored = (*ignored, (url.EMBEDDED_PART.name, asked[: url.LONGEST_TEXT]))
    for name, value in ignored:
        st.warning(frame.texts("link-ignored", values=plain(f"{name} = {value}")))
    return view


def _draw_map(frame: Frame, show: Sequence[int], view: MapView | None) -> None:
    """Draw the map of the practices; a click on a mark selects its practice."""
    draw_map(
        OfflineMap,
        PracticeState(_map_state(frame, show, view)),
        key="map-of-practices",
        options={**map_options(frame.catalog, frame.texts), **_PARAMS},
        on_click=_select,
    )


def _read(frame: Frame) -> None:
    """Draw the card of the selected practice above the list."""
    catalog, texts, rows = frame.catalog, frame.texts, frame.rows
    if len(catalog) == 0:
        st.info(texts("no-practices"))
    elif not len(rows):
        shell.draw_empty(counts_without_each(catalog, state.filters()), texts)
    panel.draw_card(frame, has_map=True)
    draw_group(frame)
    if len(rows):
        panel.draw_list(frame)
    move_focus(view_requests.requested_focus())


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
    if frame.area and address.is_on(url.FOLLOW_VIEW):  # else what is beyond would come late
        mask = matches(frame.catalog, state.filters().without(url.AREA.name))
    if show:
        mask = np.isin(frame.catalog.practices["art"].to_numpy(), show)
    return MapState(
        points=map_points(frame.catalog, frame.texts),
        shown=shown_practices(frame.catalog, mask),
        selected=number,
        circles=circles,
        named=[] if row is None else settlements_of(frame.catalog, row),
        move_number=view_requests.map_move_count(),
        move_points=[(lat, lon) for lat, lon, _ in circles],
        home=_map_home(frame),
        group=group_marks(frame),
        large=is_presenting(),
        area=frame.area,
        view=view,
    )


def _select(properties: Mapping[str, Any]) -> None:
    """Select the practice whose mark was clicked, or take the area that was chosen."""
    if choice := read_area(properties):
        state.choose_area(choice.area)
        return
    number = read_practice(properties)
    if number is not None:
        state.select_on_map(number)


def _map_home(frame: Frame) -> MapHome | None:
    """Return the reader's own unit with the circle of the radius filter."""
    own = frame.own
    if own is None:
        return None
    radius_km = own.query.radius_km
    label = own.label or (unit_label(own.unit, frame.texts) if own.unit else "")
    radius_m = radius_km * 1000 if radius_km else None
    return MapHome(own.point, label, radius_m, sight_m=1000 * _sight_km(frame))


def _sight_km(frame: Frame) -> float:
    """Say how far the view around the own unit reaches: to some practices, not to all of Poland."""
    if frame.relations is None:
        return _SIGHT_KM[0]
    away_km = np.sort(frame.relations.away_km[frame.selection.rows])[:_SEEN]
    return float(np.clip(np.nanmax(away_km, initial=0), *_SIGHT_KM))


draw_page()
