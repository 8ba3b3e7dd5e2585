"""The page 'Mapa': filters, the map, the card of the selected practice and the list."""

import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.explore.filters import Selection, loosen
from dashboard.locale import Texts
from dashboard.ui import panel, shell, state
from dashboard.ui.elements import move_focus
from dashboard.ui.frame import open_page
from dashboard.ui.map_view import draw_map
from dashboard.views.maps import MapState
from dashboard.views.points import circles_of, map_options, map_points
from dashboard.views.sources import map_attribution


def draw_page() -> None:
    """Controls, then what they leave, then the views of it."""
    frame = open_page()
    st.html(f'<h1 class="mp-hidden">{frame.texts("map-label")}</h1>')
    _explore(frame.catalog, frame.selection, frame.texts)
    shell.draw_footer(frame.texts)


@st.fragment
def _explore(catalog: Catalog, selection: Selection, texts: Texts) -> None:
    """Map, card and list: a click redraws these alone."""
    rows = selection.rows
    with st.container(key="uklad"):
        with st.container(key="mapa"):
            draw_map(
                _map_state(catalog, selection, texts),
                options=map_options(catalog, texts),
                attribution=map_attribution(),
                on_choose=state.select_on_map,
            )
        with st.container(key="panel"):
            if len(catalog) == 0:
                st.info(texts("no-practices"))
            elif not rows:
                shell.draw_empty(loosen(catalog, state.filters()), texts)
            panel.draw_card(catalog, rows, texts)
            if rows:
                panel.draw_list(catalog, rows, texts)
            move_focus(state.focus())


def _map_state(catalog: Catalog, selection: Selection, texts: Texts) -> MapState:
    """What the map shows: the marks, the selected practice, the last deliberate move."""
    number = state.practice()
    row = None if number is None else catalog.position_of(number)
    circles = [] if row is None else circles_of(catalog, row)
    return MapState(
        points=map_points(catalog, selection.mask, texts),
        selected=number,
        circles=circles,
        move_number=state.moves(),
        move_points=[(lat, lon) for lat, lon, _ in circles],
    )


draw_page()
