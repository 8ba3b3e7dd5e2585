"""What an export is asked for: the address copied from a page, and the options beside it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlsplit

from dashboard import url
from dashboard.cli.naming import named
from dashboard.errors import SettingsError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.home import HomeQuery
from dashboard.export.linked_filters import with_home
from dashboard.locale import message
from geocoding import GazetteerGeocoder


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """An address copied from a page; without one, everything is empty.

    Attributes:
        page: Last part of its path: which page.
        query: Its parameters.
    """

    page: str = ""
    query: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def is_given(self) -> bool:
        """Whether there is one."""
        return bool(self.page or self.query)

    @property
    def is_shortlist(self) -> bool:
        """Whether the page shows the practices that a reader keeps."""
        return self.page == url.Page.SHORTLIST

    def last(self, param: url.Param) -> str:
        """Return the last value of a parameter; empty where there is none."""
        return url.last(self.query, param)


@dataclass(frozen=True, slots=True)
class AreaOptions:
    """The options that filter by numbers, words and distance; None where one is not given.

    Attributes:
        population: Least and greatest number of inhabitants.
        years: First and last year of introduction.
        search: Words that must all occur.
        near: A place in words, or the TERYT code of a unit.
        radius_km: How far from that place.
        same_group: Whether only units like that one are wanted.
        figure_range: A range of an added figure, as an address writes it.
        since: The day since which they must be new or changed, at midnight.
        area: Corners of an area of the map, as an address writes it.
    """

    population: tuple[int | None, int | None]
    years: tuple[int | None, int | None]
    search: str | None
    near: str | None
    radius_km: int | None
    same_group: bool
    figure_range: str | None = None
    since: dt.datetime | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionOptions:
    """The options on coverage: as the user wrote them, None where they are not given."""

    level: str | None
    measure: str | None
    second: str | None
    breaks: str | None
    limits: str | None
    points: bool | None
    until: int | None


@dataclass(frozen=True, slots=True)
class BesideOptions:
    """The options on the second map: as the user wrote them, None where they are not given."""

    is_wanted: bool
    measure: str | None
    until: int | None
    limits: str | None


def read_address_bar(link: str | None) -> PageLink:
    """Return the address's page and parameters."""
    if link is None:
        return PageLink()
    parts = urlsplit(link.strip())
    page = parts.path.rstrip("/").rpartition("/")[2]
    query = parse_qs(parts.query)
    if not query and not parts.scheme:
        raise SettingsError(message("link-no-address", link=repr(link)))
    return PageLink(page=page, query=query)


def choose(
    filters: Filters, chosen: Mapping[str, Sequence[str] | None], catalog: Catalog
) -> Filters:
    """Return the filters with other values of the facets that were given any.

    Args:
        filters: Those of the address.
        chosen: By the name of a facet's parameter, its values as the user wrote them.
        catalog: The practices.

    Raises:
        SettingsError: A value is none that the table has.
    """
    values = dict(filters.chosen)
    for name, texts in chosen.items():
        facet, option = Facet(name), url.PARAM[name].option
        known = catalog.facets[facet].values
        if texts:
            found = [named(text, known, option=option) for text in texts]
            values[facet] = tuple(dict.fromkeys(found))
    return replace(filters, chosen=values)


def bound(filters: Filters, area: AreaOptions) -> Filters:
    """Return the filters with the ranges, the area, the words and the day that were given.

    Raises:
        SettingsError: The bounds of a range are the wrong way round, or the corners enclose no
            area.
    """
    for name, (least, most) in (("population", area.population), ("year", area.years)):
        if least is not None and most is not None and least > most:
            options = {"first": f"--{name}-from {least}", "second": f"--{name}-to {most}"}
            raise SettingsError(message("range-backwards", **options))
    if area.population != (None, None):
        filters = filters.with_population(*area.population)
    if area.years != (None, None):
        filters = filters.with_years(*area.years)
    if area.since is not None:
        filters = replace(filters, since=area.since.date())
    if area.area is not None:
        shape = Area.parse(area.area)
        if shape is None:
            raise SettingsError(message("area-unclear", text=repr(area.area)))
        filters = replace(filters, area=shape)
    return filters if area.search is None else replace(filters, search=area.search)


def around_home(
    filters: Filters, home: HomeQuery, area: AreaOptions, geocoder: Callable[[], GazetteerGeocoder]
) -> Filters:
    """Add the circle around a unit and its group, where they are asked for.

    Args:
        filters: The other filters.
        home: The unit of the address.
        area: The options, which come before it.
        geocoder: Gives the geocoder; called where one is needed.

    Raises:
        SettingsError: The place is not found, or either it or what is asked of it is missing.
    """
    query = replace(
        home,
        place=area.near or home.place,
        radius_km=area.radius_km or home.radius_km,
        is_group_alone=area.same_group or home.is_group_alone,
    )
    for option in ("--radius",) * bool(area.radius_km) + ("--same-group",) * area.same_group:
        if not query.place:
            raise SettingsError(message("radius-without-place", option=option))
    if area.near and not (query.radius_km or query.is_group_alone):
        raise SettingsError(message("place-without-radius"))
    return with_home(filters, query, geocoder)
