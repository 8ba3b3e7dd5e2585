"""What a visit shows, read from the parameters of an address and written to them.

The parameters themselves, their names and kinds, stand in `dashboard.url`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level, level_shown
from dashboard.explore.coverage.limits import read_limits
from dashboard.explore.coverage.measures import MeasureSource, PracticeMeasure, keys_of
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.groups import DEFAULT_TRAITS, Trait
from dashboard.explore.filters.home import HomeQuery
from dashboard.explore.filters.order import Order
from dashboard.explore.link.query_reader import QueryReader
from dashboard.explore.units.local_units import DEGREES
from dashboard.practices.value_types import PRACTICE_NUMBER
from dashboard.url import PARAM, Param, Query

_ARTICLE: Final = re.compile(PRACTICE_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a visit shows.

    Attributes:
        filters: The filters; their circle and group are made of `home` and their range of a figure
            of `figure`, and are not read from an address.
        practice: Number of the selected practice; None for none.
        home: What the reader says of their own unit.
        figure: The range of a figure that the units of practices are to be in; None for none.
        order: How the list is ordered.
        shortlist: Numbers of the practices that the reader keeps, in their order.
    """

    filters: Filters = field(default_factory=Filters)
    practice: int | None = None
    home: HomeQuery = field(default_factory=HomeQuery)
    figure: FigureQuery | None = None
    order: Order = Order.NUMBER
    shortlist: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What an address asks for.

    Attributes:
        view: What can be shown of it.
        ignored: (name, value) of everything that could not be used.
    """

    view: View
    ignored: tuple[tuple[str, str], ...] = ()


def read_link(query: Query, catalog: Catalog) -> Link:
    """Read what an address asks for; values that the catalogue does not have are set aside.

    Args:
        query: The parameters of the address.
        catalog: The practices that the link is opened on.
    """
    reader = QueryReader(query)
    view = View(
        filters=_read_filters(reader, catalog),
        practice=_read_practice(reader, url.PRACTICE, reader.text(url.PRACTICE), catalog),
        home=_read_home(reader, catalog),
        figure=_read_figure(reader),
        order=reader.choice(url.ORDER, Order) or Order(url.ORDER.default),
        shortlist=_read_shortlist(reader, catalog),
    )
    reader.note_overruled()
    return Link(view=view, ignored=tuple(reader.ignored))


def read_question(
    query: Query, filters: Filters, sources: Sequence[MeasureSource] = ()
) -> tuple[Question, tuple[tuple[str, str], ...]]:
    """Read what an address asks of the regions; what it leaves open follows from the filters.

    Args:
        query: The parameters of the address.
        filters: What it chooses.
        sources: Further data by which the regions can be compared.

    Returns:
        The question, and (name, value) of what could not be used.
    """
    reader = QueryReader(query)
    level = level_shown(reader.choice(url.LEVEL, Level), filters)
    measure = reader.one_of(url.MEASURE, keys_of(level, sources), (*PracticeMeasure,))
    question = Question(
        level=level,
        measure=measure or url.MEASURE.default,
        breaks=reader.choice(url.BREAKS, Breaks) or Breaks(url.BREAKS.default),
        has_points=url.is_on(query, url.POINTS),
        second=reader.one_of(url.SECOND_MEASURE, [each.key for each in sources], ()) or "",
        limits=_read_limits(reader, url.LIMITS),
        max_year=reader.year(url.MAX_YEAR),
    )
    return question, tuple(reader.ignored)


def read_beside(
    query: Query, question: Question, sources: Sequence[MeasureSource] = ()
) -> tuple[Question | None, tuple[tuple[str, str], ...]]:
    """Read what an address asks of the second map, beside the one of a question.

    Args:
        query: The parameters of the address.
        question: What the first map answers; the second has its level and kind of classes.
        sources: Further data by which the regions can be compared.

    Returns:
        The question of the second map, None without one; and (name, value) of what could not be
        used.
    """
    if not url.is_on(query, url.BESIDE):
        return None, ()
    reader = QueryReader(query)
    keys = keys_of(question.level, sources)
    measure = reader.one_of(url.BESIDE_MEASURE, keys, (*PracticeMeasure,)) or question.measure
    same = question.limits if measure == question.measure else ()
    beside = replace(
        question,
        measure=measure,
        limits=_read_limits(reader, url.BESIDE_LIMITS) or same,
        max_year=reader.year(url.BESIDE_MAX_YEAR),
    )
    return beside, tuple(reader.ignored)


def _read_limits(reader: QueryReader, param: Param) -> tuple[float, ...]:
    """Read the limits of classes; none where there are none that can be used."""
    text = reader.text(param)
    limits = read_limits(text) if text else ()
    if limits is None:
        reader.ignore(param, text)
    return limits or ()


def write_link(view: View) -> dict[str, list[str]]:
    """Write the parameters of an address that asks for the same; unused ones are absent."""
    filters, home = view.filters, view.home
    return url.write(
        {
            **{PARAM[facet.value]: filters.chosen.get(facet, ()) for facet in Facet},
            url.POPULATION: [_population(filters)] if filters.has_population else [],
            url.YEARS: [_range(filters.year_min, filters.year_max)] if filters.has_years else [],
            url.AREA: [filters.area],
            url.FIGURE_RANGE: [view.figure],
            url.SEARCH: [filters.search.strip()],
            url.SINCE: [filters.since],
            url.HOME: [home.place.strip()],
            url.RADIUS: [home.radius_km],
            url.HOME_TYPE: [home.unit_type],
            url.HOME_POPULATION: [home.population],
            url.HOME_DENSITY: [home.density],
            url.HOME_URBANISATION: [home.urbanisation],
            url.HOME_FIGURE: [home.figure],
            url.HOME_SECTION: home.sections,
            url.GROUP: [] if home.traits == DEFAULT_TRAITS else home.traits or [url.NO_TRAIT],
            url.GROUP_ALONE: url.switched(url.GROUP_ALONE, is_on=home.is_group_alone),
            url.GROUP_UNITS: url.switched(url.GROUP_UNITS, is_on=home.shows_group),
            url.ORDER: [view.order.value],
            url.SHORTLIST: [",".join(map(str, view.shortlist))],
            url.PRACTICE: [view.practice],
        }
    )


def _population(filters: Filters) -> str:
    """Write the range of population; 'brak' for the unknown."""
    if filters.population_unknown:
        return url.UNKNOWN_POPULATION
    return _range(filters.population_min, filters.population_max)


def _range(least: int | None, most: int | None) -> str:
    """Write '20000-50000', open where there is no bound."""
    return "-".join("" if bound is None else str(bound) for bound in (least, most))


def _read_filters(reader: QueryReader, catalog: Catalog) -> Filters:
    """Read the filters, without the circle and the group."""
    is_unknown = reader.text(url.POPULATION) == url.UNKNOWN_POPULATION
    least, most = (None, None) if is_unknown else reader.bounds(url.POPULATION)
    year_min, year_max = reader.years(url.YEARS)
    return Filters(
        chosen={
            facet: values
            for facet, index in catalog.facets.items()
            if (values := reader.values(PARAM[facet.value], index.values))
        },
        population_min=least,
        population_max=most,
        population_unknown=is_unknown,
        year_min=year_min,
        year_max=year_max,
        search=reader.text(url.SEARCH),
        since=reader.day(url.SINCE),
        area=_read_area(reader),
    )


def _read_area(reader: QueryReader) -> Area | None:
    """Read an area of the map."""
    text = reader.long_text(url.AREA)
    area = Area.parse(text)
    if area is None:
        reader.ignore(url.AREA, text)
    return area


def _read_home(reader: QueryReader, catalog: Catalog) -> HomeQuery:
    """Read what is said of the reader's own unit."""
    urbanisation = reader.number(url.HOME_URBANISATION)
    if urbanisation is not None and urbanisation not in DEGREES:
        reader.ignore(url.HOME_URBANISATION, str(urbanisation))
        urbanisation = None
    return HomeQuery(
        place=reader.text(url.HOME),
        radius_km=reader.number(url.RADIUS),
        unit_type=reader.text(url.HOME_TYPE),
        population=reader.number(url.HOME_POPULATION),
        density=reader.number(url.HOME_DENSITY),
        figure=reader.text(url.HOME_FIGURE),
        urbanisation=urbanisation,
        sections=reader.values(url.HOME_SECTION, catalog.facets[Facet.SECTION].values),
        traits=_read_traits(reader),
        is_group_alone=reader.switch(url.GROUP_ALONE),
        shows_group=reader.switch(url.GROUP_UNITS),
    )


def _read_figure(reader: QueryReader) -> FigureQuery | None:
    """Read the range of a figure; whether there is such a figure is not known here."""
    text = reader.text(url.FIGURE_RANGE)
    query = FigureQuery.parse(text)
    if query is None:
        reader.ignore(url.FIGURE_RANGE, text)
    return query


def _read_traits(reader: QueryReader) -> tuple[Trait, ...]:
    """Read what the units of a group have in common."""
    named = reader.values(url.GROUP, (*Trait, url.NO_TRAIT))
    chosen = tuple(trait for trait in Trait if trait in named)
    if chosen and url.NO_TRAIT in named:
        reader.ignore(url.GROUP, url.NO_TRAIT)
    return chosen if named else DEFAULT_TRAITS


def _read_practice(reader: QueryReader, param: Param, text: str, catalog: Catalog) -> int | None:
    """Read the number of a practice that the catalogue has."""
    number = int(text) if _ARTICLE.fullmatch(text) else None
    if number is not None and catalog.position_of(number) is not None:
        return number
    reader.ignore(param, text)
    return None


def _read_shortlist(reader: QueryReader, catalog: Catalog) -> tuple[int, ...]:
    """Read the practices in '150,596' that the catalogue has, each once."""
    parts = reader.parts(url.SHORTLIST)
    numbers = [_read_practice(reader, url.SHORTLIST, part, catalog) for part in parts]
    known = [number for number in numbers if number is not None]
    for number in known[url.LONGEST_SHORTLIST :]:
        reader.ignore(url.SHORTLIST, str(number))
    return tuple(known[: url.LONGEST_SHORTLIST])
