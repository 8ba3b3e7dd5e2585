"""The state of one visit: what it shows, synchronised with the address bar.

The address is the truth: whoever opens it sees the same. Widgets start from it, and every
change by the reader is written back to it at once.
"""

from dataclasses import replace
from typing import Final, cast

import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.filters import FIGURE, GROUP, RADIUS, Filters
from dashboard.explore.filters.order import Order
from dashboard.explore.link.links import View, read_link, write_link
from dashboard.locale import LANGUAGES, Language
from dashboard.ui.visit import (
    address,
    facet_lists,
    figure_filter,
    own_unit,
    view_requests,
    widget_keys,
)
from dashboard.ui.visit.figures import find_figure
from dashboard.ui.visit.text_fields import text_in

_PRACTICE: Final = "practice"
_SHORTLIST: Final = "shortlist"
_AREA: Final = "area"
_IGNORED: Final = "link-ignored"


def language() -> Language:
    """Return the language of this visit; Polish unless the address asks for another."""
    asked = address.last(url.LANGUAGE)
    return asked if asked in LANGUAGES else LANGUAGES[0]


def completes_population() -> bool:
    """Say whether populations that the record cards leave out are those of the units."""
    return not address.is_on(url.STATED_ALONE)


def switch_completion() -> None:
    """Complete populations with those of the units from the next run on, or no more."""
    address.set_switch(url.STATED_ALONE, is_on=completes_population())
    publish()


def follow_address(catalog: Catalog) -> None:
    """Take over what the address asks for, unless this visit wrote it itself.

    Streamlit forgets the filters while a page without them is shown; the address does not.
    """
    facet_lists.replace_former_options(catalog)
    if address.is_written() and widget_keys.SEARCH in st.session_state:
        return
    link = read_link(address.query(), catalog)
    _put_filters(link.view.filters)
    home, figure, ignored_values = link.view.home, link.view.figure, link.ignored
    if home.figure and find_figure(home.figure) is None:
        ignored_values = (*ignored_values, (url.HOME_FIGURE.name, home.figure))
        home = replace(home, figure="")
    own_unit.ask(home)
    if figure_filter.is_lost(figure):
        figure, ignored_values = None, (*ignored_values, (FIGURE, str(figure)))
    figure_filter.ask(figure)
    st.session_state[widget_keys.ORDER] = link.view.order
    st.session_state[_PRACTICE] = link.view.practice
    st.session_state[_SHORTLIST] = link.view.shortlist
    st.session_state[_IGNORED] = ignored_values
    address.mark_written()
    if link.view.practice is not None:
        view_requests.request_map_move()


def publish() -> None:
    """Write what the visit shows to the address bar."""
    address.restore()
    view = View(
        filters=filters(),
        practice=practice(),
        home=own_unit.asked(),
        figure=figure_filter.asked(),
        order=order(),
        shortlist=shortlist(),
    )
    address.write(url.page_params(address.query()) | write_link(view))
    st.session_state[_IGNORED] = ()


def ignored() -> tuple[tuple[str, str], ...]:
    """Return (name, value) of what the opened link asked for and could not have."""
    return cast("tuple[tuple[str, str], ...]", st.session_state.get(_IGNORED, ()))


def switch_language(to: Language) -> None:
    """Show the page in another language from the next run on."""
    address.set_param(url.LANGUAGE, [to])
    publish()


# Filters


def _put_filters(chosen: Filters) -> None:
    """Set the filter widgets; to be called before they are drawn."""
    for facet in Facet:
        facet_lists.choose_values(facet, chosen.chosen.get(facet, ()))
    ranges = {
        widget_keys.POPULATION_BOUNDS: (chosen.population_min, chosen.population_max),
        widget_keys.YEAR_BOUNDS: (chosen.year_min, chosen.year_max),
    }
    for keys, bounds in ranges.items():
        for key, bound in zip(keys, bounds, strict=True):
            st.session_state[key] = bound
    st.session_state[widget_keys.POPULATION_UNKNOWN] = chosen.population_unknown
    st.session_state[widget_keys.SEARCH] = chosen.search
    st.session_state[widget_keys.SINCE] = chosen.since
    st.session_state[_AREA] = chosen.area


def filters() -> Filters:
    """Return what the filter widgets hold, and what bounds them to the reader's own unit."""
    state = st.session_state
    chosen = {facet: facet_lists.chosen_values(facet) for facet in Facet}
    least, most = (state.get(key) for key in widget_keys.POPULATION_BOUNDS)
    year_min, year_max = (state.get(key) for key in widget_keys.YEAR_BOUNDS)
    return Filters(
        chosen={facet: values for facet, values in chosen.items() if values},
        population_min=least,
        population_max=most,
        population_unknown=bool(state.get(widget_keys.POPULATION_UNKNOWN)),
        year_min=year_min,
        year_max=year_max,
        within=own_unit.circle(),
        area=area(),
        group=own_unit.group(),
        figure=figure_filter.chosen(),
        search=text_in(widget_keys.SEARCH),
        since=state.get(widget_keys.SINCE),
    )


def area() -> Area | None:
    """Return the area of the map that bounds the practices; None for none."""
    return cast("Area | None", st.session_state.get(_AREA))


def choose_area(chosen: Area | None) -> None:
    """Bound the practices to an area of the map, or no more where None."""
    st.session_state[_AREA] = chosen
    publish()


def choose(chosen: Filters) -> None:
    """Use other filters; what bounds them to the reader's own unit stays as it is."""
    _put_filters(chosen)
    publish()


def reset_filters() -> None:
    """Choose everything again; the reader's own unit stays, its circle and group go."""
    _put_filters(Filters())
    figure_filter.ask(None)
    own_unit.ask(replace(own_unit.asked(), radius_km=None, is_group_alone=False))
    publish()


def drop_filter(name: str) -> None:
    """Leave out one of the filters in use."""
    if name == RADIUS:
        own_unit.ask(replace(own_unit.asked(), radius_km=None))
    if name == GROUP:
        own_unit.ask(replace(own_unit.asked(), is_group_alone=False))
    if name == FIGURE:
        figure_filter.ask(None)
    _put_filters(filters().without(name))
    publish()


def drop_value(name: str, value: str) -> None:
    """Leave out one value of a filter in use, or all of it where no value is named."""
    if value:
        choose(filters().without_value(Facet(name), value))
    else:
        drop_filter(name)


def order() -> Order:
    """Return how the list is ordered; by number where nothing else was chosen or is possible."""
    chosen = cast("Order", st.session_state.get(widget_keys.ORDER) or Order.NUMBER)
    is_searched = bool(text_in(widget_keys.SEARCH).strip())
    return Order.NUMBER if chosen is Order.RELEVANCE and not is_searched else chosen


def search() -> None:
    """Take the words that the reader typed; what answers best comes first, unless ordered else."""
    if order() is Order.NUMBER and text_in(widget_keys.SEARCH).strip():
        st.session_state[widget_keys.ORDER] = Order.RELEVANCE
    publish()


# The selected practice and the short list


def practice() -> int | None:
    """Return the number of the selected practice."""
    return cast("int | None", st.session_state.get(_PRACTICE))


def select_on_map(number: int) -> None:
    """Select a practice that the reader clicked on the map; the view stays."""
    st.session_state[_PRACTICE] = number
    publish()


def select(number: int) -> None:
    """Select a practice from elsewhere: the map moves to it, the focus goes to its card."""
    st.session_state[_PRACTICE] = number
    view_requests.request_map_move()
    view_requests.request_focus("card")
    publish()


def close_card() -> None:
    """Select nothing; the focus goes back to where the practice is listed."""
    view_requests.request_focus(f"row-{practice()}")
    st.session_state[_PRACTICE] = None
    publish()


def shortlist() -> tuple[int, ...]:
    """Return the numbers of the practices that the reader keeps, in their order."""
    return tuple(st.session_state.get(_SHORTLIST, ()))


def is_shortlist_full() -> bool:
    """Say whether no further practice can be kept."""
    return len(shortlist()) >= url.LONGEST_SHORTLIST


def keep(number: int) -> None:
    """Put a practice on the short list."""
    st.session_state[_SHORTLIST] = tuple(dict.fromkeys((*shortlist(), number)))
    publish()


def move(number: int, by: int) -> None:
    """Move a practice on the short list by so many places; it stays within the list."""
    numbers = [each for each in shortlist() if each != number]
    at = shortlist().index(number) + by if number in shortlist() else -1
    if 0 <= at <= len(numbers):
        st.session_state[_SHORTLIST] = (*numbers[:at], number, *numbers[at:])
    publish()


def drop(number: int) -> None:
    """Take a practice off the short list."""
    st.session_state[_SHORTLIST] = tuple(each for each in shortlist() if each != number)
    publish()
