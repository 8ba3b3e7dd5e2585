"""What an export is asked for: the address copied from a page, and the options beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from dashboard import url
from dashboard.cli.naming import named
from dashboard.errors import SettingsError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.limits import read_limits
from dashboard.explore.coverage.measures import MEASURES, MeasureSource, PracticeMeasure, keys_of
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Circle, Filters
from dashboard.explore.filters.home import HomeQuery, HomeUnit, find_home
from dashboard.explore.link.links import View, read_beside, read_link, read_question
from dashboard.locale import message
from dashboard.practices.communes import candidate_label
from geocoding import GazetteerGeocoder, read_address

_Option = TypeVar("_Option", bound=StrEnum)


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
        search: Words that must all occur.
        near: A place in words, or the TERYT code of a unit.
        radius_km: How far from that place.
        same_group: Whether only units like that one are wanted.
        figure_range: A range of an added figure, as an address writes it.
    """

    population: tuple[int | None, int | None]
    search: str | None
    near: str | None
    radius_km: int | None
    same_group: bool
    figure_range: str | None = None


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


def read_view(address: PageLink, catalog: Catalog) -> View:
    """Return what the address shows.

    Raises:
        SettingsError: It asks for something that the table does not have.
    """
    link = read_link(address.query, catalog)
    if link.ignored:
        unknown = "; ".join(f"{name} = {value}" for name, value in link.ignored)
        raise SettingsError(message("link-not-in-table", unknown=unknown))
    return link.view


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
    """Return the filters with the population and the words that were given.

    Raises:
        SettingsError: The bounds are the wrong way round.
    """
    least, most = area.population
    if least is not None and most is not None and least > most:
        raise SettingsError(message("range-backwards", least=str(least), most=str(most)))
    if (least, most) != (None, None):
        filters = filters.with_population(least, most)
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
    if not query.place or not (query.radius_km or query.is_group_alone):
        return filters
    unit = _found(query, geocoder)
    circle = Circle(unit.point, query.radius_km) if query.radius_km else None
    return replace(filters, within=circle, group=unit.group if query.is_group_alone else None)


def _found(query: HomeQuery, geocoder: Callable[[], GazetteerGeocoder]) -> HomeUnit:
    """Find the unit that is asked about.

    Raises:
        SettingsError: It is not found, or not for certain.
    """
    match, unit = find_home(query, lambda place: geocoder().match(read_address(place)))
    if unit is not None:
        return unit
    candidates = [repr(candidate_label(each)) for each in match.candidates] if match else []
    if candidates:
        raise SettingsError(
            message("place-unclear", place=repr(query.place), candidates=", ".join(candidates))
        )
    raise SettingsError(message("place-not-found", place=repr(query.place)))


def ask_question(
    address: PageLink,
    options: QuestionOptions,
    filters: Filters,
    sources: Sequence[MeasureSource] = (),
) -> Question:
    """Return what is asked of the regions: the options before the address.

    Args:
        address: The address.
        options: The options.
        filters: What both choose.
        sources: Further data by which the regions can be compared.

    Raises:
        SettingsError: A value is none of those that there are, or cannot be measured there.
    """
    asked, ignored = read_question(address.query, filters, sources)
    if ignored:
        unknown = "; ".join(f"{name} = {value}" for name, value in ignored)
        raise SettingsError(message("link-unknown", unknown=unknown))
    level = _option(options.level, Level, "--level") or asked.level
    measure = _measure(options.measure, level, sources, "--measure")
    can_be_kept = asked.measure in keys_of(level, sources)
    default = asked.measure if can_be_kept else PracticeMeasure.PRACTICES
    drawn = asked.has_points or (address.is_given and address.page != url.Page.COVERAGE)
    limits = _limits(options.limits, "--limits")
    breaks = _option(options.breaks, Breaks, "--breaks") or (Breaks.MANUAL if limits else None)
    return replace(
        asked,
        level=level,
        measure=measure or default,
        second=_second(options.second, [each.key for each in sources]) or asked.second,
        breaks=breaks or asked.breaks,
        limits=limits or asked.limits,
        has_points=drawn if options.points is None else options.points,
        max_year=options.until or asked.max_year,
    )


def ask_beside(
    address: PageLink,
    options: BesideOptions,
    question: Question,
    sources: Sequence[MeasureSource] = (),
) -> Question | None:
    """Return what is asked of a second map, the options before the address; None for none.

    Raises:
        SettingsError: A value is none of those that there are, or cannot be measured there.
    """
    switch = {url.BESIDE.name: [url.BESIDE.on]} if options.is_wanted else {}
    beside, ignored = read_beside({**address.query, **switch}, question)
    if ignored:
        unknown = "; ".join(f"{name} = {value}" for name, value in ignored)
        raise SettingsError(message("link-unknown", unknown=unknown))
    if beside is None:
        return None
    measure = (
        _measure(options.measure, question.level, sources, "--beside-measure") or beside.measure
    )
    limits = beside.limits if measure == beside.measure else ()
    return replace(
        beside,
        measure=measure,
        limits=_limits(options.limits, "--beside-limits") or limits,
        max_year=options.until or beside.max_year,
    )


def _measure(
    text: str | None, level: Level, sources: Sequence[MeasureSource], name: str
) -> str | None:
    """Return the key of the measure of this English name or of a figure; None where none is given.

    Raises:
        SettingsError: There is none, or not on this level.
    """
    further = [each.key for each in sources]
    measure = text if text in further else _option(text, PracticeMeasure, name)
    if measure is None or measure in keys_of(level, sources):
        return measure
    known = ", ".join([*(each.name.lower() for each in MEASURES[level]), *further])
    raise SettingsError(
        message(
            "measure-unknown",
            option=name,
            measure=repr(text),
            lower=level.name.lower(),
            known=known,
        )
    )


def _limits(text: str | None, name: str) -> tuple[float, ...]:
    """Return the limits of classes; none where none are given.

    Raises:
        SettingsError: They are no rising numbers.
    """
    limits = read_limits(text) if text else ()
    if limits is None:
        raise SettingsError(message("limits-bad", option=name, limits=repr(text)))
    return limits


def _second(text: str | None, known: Sequence[str]) -> str:
    """Return the key of the second measure; '' for none.

    Raises:
        SettingsError: No figure of this name was added.
    """
    if text is None or text in known:
        return text or ""
    listed = ", ".join(known) or "–"
    raise SettingsError(message("figure-not-added", key=repr(text), known=listed))


def _option(text: str | None, options: type[_Option], name: str) -> _Option | None:
    """Return the option of this English name."""
    if text is None:
        return None
    known = {each.name.lower(): each for each in options}
    return known[named(text, list(known), option=name)]
