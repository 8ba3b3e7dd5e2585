"""The filters of an address copied from a page, whole: with the circle, the group and the figure.

An address says of these only what they are made from: a place in words, the key of a figure.
"""

from collections.abc import Callable
from dataclasses import replace

from dashboard.errors import SettingsError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.figures.added import added_figures, whole_figure
from dashboard.explore.figures.practice_values import FigureRange
from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.explore.filters.filters import Circle, Filters
from dashboard.explore.filters.home import HomeQuery, HomeUnit, find_home
from dashboard.explore.link.links import View, read_link
from dashboard.locale import message
from dashboard.practices.communes import candidate_label
from dashboard.url import Query
from dashboard.views.figures.words import figure_label
from geocoding import GazetteerGeocoder, read_address

Geocoder = Callable[[], GazetteerGeocoder]
"""Gives the geocoder; called where one is needed."""


def linked_filters(query: Query, catalog: Catalog, geocoder: Geocoder) -> Filters:
    """Return the filters that an address asks for.

    Args:
        query: The parameters of the address.
        catalog: The practices.
        geocoder: Finds the reader's own unit.

    Raises:
        SettingsError: It asks for something that there is not.
    """
    view = read_view(query, catalog)
    return with_figure(with_home(view.filters, view.home, geocoder), view.figure)


def read_view(query: Query, catalog: Catalog) -> View:
    """Return what an address shows.

    Raises:
        SettingsError: It asks for something that the table does not have.
    """
    link = read_link(query, catalog)
    if link.ignored:
        unknown = "; ".join(f"{name} = {value}" for name, value in link.ignored)
        raise SettingsError(message("link-not-in-table", unknown=unknown))
    return link.view


def with_home(filters: Filters, home: HomeQuery, geocoder: Geocoder) -> Filters:
    """Add the circle around a unit and its group, where they are asked for.

    Raises:
        SettingsError: The unit is not found, or not for certain.
    """
    if not home.place or not (home.radius_km or home.is_group_alone):
        return filters
    unit = find_unit(home, geocoder)
    circle = Circle(unit.point, home.radius_km) if home.radius_km else None
    return replace(filters, within=circle, group=unit.group if home.is_group_alone else None)


def find_unit(home: HomeQuery, geocoder: Geocoder) -> HomeUnit:
    """Find the unit that is asked about.

    Raises:
        SettingsError: It is not found, or not for certain.
    """
    match, unit = find_home(home, lambda place: geocoder().match(read_address(place)))
    if unit is not None:
        return unit
    candidates = [repr(candidate_label(each)) for each in match.candidates] if match else []
    if candidates:
        raise SettingsError(
            message("place-unclear", place=repr(home.place), candidates=", ".join(candidates))
        )
    raise SettingsError(message("place-not-found", place=repr(home.place)))


def with_figure(filters: Filters, query: FigureQuery | None) -> Filters:
    """Add the range of a figure, where one is asked for.

    Raises:
        SettingsError: It is of a figure that was not added.
    """
    if query is None:
        return filters
    there = {each.key: each for each in added_figures()}
    if query.key not in there:
        known = ", ".join(there) or "–"
        raise SettingsError(message("figure-not-added", key=repr(query.key), known=known))
    if not query.is_bound:
        return filters
    figure = whole_figure(there[query.key])
    wanted = FigureRange(figure, figure_label(figure), query.least, query.most)
    return replace(filters, figure=wanted)
