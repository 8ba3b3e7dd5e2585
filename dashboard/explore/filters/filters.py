"""Which practices a reader asked for: the filters, and what they leave of the catalogue."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

import numpy as np

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask, Rows
from dashboard.explore.figures.practice_values import FigureRange
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.groups import Group
from dashboard.explore.filters.home import in_circle, near_circle
from dashboard.explore.filters.years import introduced_within
from dashboard.explore.search.search_text import SearchAnswer

AREA: Final = url.AREA.name
POPULATION: Final = url.POPULATION.name
YEARS: Final = url.YEARS.name
GROUP: Final = url.GROUP_ALONE.name
RADIUS: Final = url.RADIUS.name
FIGURE: Final = url.FIGURE_RANGE.name
SEARCH: Final = url.SEARCH.name
SINCE: Final = url.SINCE.name


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle on the map: its middle (lat, lon) in degrees, its radius in km."""

    middle: tuple[float, float]
    radius_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The chosen filters; a filter without a value lets everything pass.

    Attributes:
        chosen: The chosen values by facet; a practice needs one of each facet's.
        population_min: Least number of inhabitants; None for no bound.
        population_max: Greatest number of inhabitants; None for no bound.
        population_unknown: Only units whose population is not known, whatever the bounds.
        year_min: The first year of introduction; None for no bound.
        year_max: The last year of introduction; None for no bound.
        within: A circle that a practice must have a place in; None for no bound.
        area: An area of the map that a practice must have a mark in; None for no bound.
        group: Units that a practice must be of one of; None for no bound.
        figure: A range of a figure that its unit must be in; None for no bound.
        search: Words that must all occur, in any form; phrases; what must not occur (Query).
        since: The first day on or after which a practice must be new or changed; None for any.
    """

    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    population_min: int | None = None
    population_max: int | None = None
    population_unknown: bool = False
    year_min: int | None = None
    year_max: int | None = None
    within: Circle | None = None
    area: Area | None = None
    group: Group | None = None
    figure: FigureRange | None = None
    search: str = ""
    since: dt.date | None = None

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters in use, as in the address bar."""
        names = [facet.value for facet in Facet if self.chosen.get(facet)]
        names += [
            name
            for name, unbound in _UNBOUND.items()
            if any(getattr(self, attribute) != value for attribute, value in unbound.items())
        ]
        if not self.search.strip() and SEARCH in names:
            names.remove(SEARCH)
        return tuple(names)

    @property
    def has_population(self) -> bool:
        """Whether there is a filter by population: a range, or unknown populations."""
        bounds = (self.population_min, self.population_max)
        return self.population_unknown or bounds != (None, None)

    @property
    def has_years(self) -> bool:
        """Whether there is a filter by a range of years."""
        return (self.year_min, self.year_max) != (None, None)

    def with_population(
        self, least: int | None = None, most: int | None = None, *, unknown: bool = False
    ) -> Self:
        """Give the same filters with another range of population, or with the unknown one alone."""
        return replace(self, population_min=least, population_max=most, population_unknown=unknown)

    def with_years(self, first: int | None = None, last: int | None = None) -> Self:
        """Give the same filters with another range of years."""
        return replace(self, year_min=first, year_max=last)

    def without_value(self, facet: Facet, value: str) -> Self:
        """Give the same filters with one value of a facet chosen no more."""
        values = tuple(each for each in self.chosen.get(facet, ()) if each != value)
        others = {each: chosen for each, chosen in self.chosen.items() if each is not facet}
        return replace(self, chosen={**others, facet: values} if values else others)

    def without(self, name: str) -> Self:
        """Give the same filters with one of `active` left out."""
        if name in _UNBOUND:
            return replace(self, **_UNBOUND[name])
        others = {facet: values for facet, values in self.chosen.items() if facet.value != name}
        return replace(self, chosen=others)


_UNBOUND: Final[Mapping[str, Mapping[str, Any]]] = {
    POPULATION: {"population_min": None, "population_max": None, "population_unknown": False},
    YEARS: {"year_min": None, "year_max": None},
    RADIUS: {"within": None},
    AREA: {"area": None},
    GROUP: {"group": None},
    FIGURE: {"figure": None},
    SEARCH: {"search": ""},
    SINCE: {"since": None},
}
"""What filters without one of those that are no facets have in its place."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What filters leave of a catalogue.

    Attributes:
        mask: One entry a practice: whether it passed.
        counts: For every value of every facet, how many practices it would show with the
            other filters as they are.
        left_out: By filter in use, how many practices it leaves out only because their value
            is not known, or not exactly enough.
        near: One entry a practice: whether it passed all else, and is not located exactly enough
            to say whether it lies in the circle.
    """

    mask: Mask
    counts: Mapping[Facet, Mapping[str, int]]
    left_out: Mapping[str, int]
    near: Mask

    @property
    def rows(self) -> Rows:
        """The positions of the practices that passed, in the catalogue's order."""
        return np.flatnonzero(self.mask)


def without_each(filters: Filters, names: Iterable[str]) -> Filters:
    """Give the same filters with several of `active` left out."""
    for name in names:
        filters = filters.without(name)
    return filters


def select(catalog: Catalog, filters: Filters) -> Selection:
    """Give what the filters leave of the catalogue, with the counts for every other choice."""
    masks = _masks(catalog, filters)
    counts = {
        facet: index.counts(_all(catalog, masks, but=facet.value))
        for facet, index in catalog.facets.items()
    }
    left_out = {
        name: int(
            np.count_nonzero(_all(catalog, masks, but=name) & ~_known(catalog, filters, name))
        )
        for name in masks
        if name != SEARCH and not (name == POPULATION and filters.population_unknown)
    }
    near = np.zeros(len(catalog), dtype=bool)
    if filters.within:
        near = _all(catalog, masks, but=RADIUS)
        near &= near_circle(catalog, filters.within.middle, filters.within.radius_km)
    return Selection(mask=_all(catalog, masks), counts=counts, left_out=left_out, near=near)


def find_words(catalog: Catalog, filters: Filters) -> SearchAnswer | None:
    """Give what the words that are searched were found to be; None without any."""
    words = filters.search.strip()
    return catalog.search_text.search(words) if words else None


def matches(catalog: Catalog, filters: Filters) -> Mask:
    """Give one entry a practice: whether it passes the filters."""
    return _all(catalog, _masks(catalog, filters))


def counts_without_each(catalog: Catalog, filters: Filters) -> dict[str, int]:
    """Give by filter in use: how many practices would show without it; the most helpful first."""
    masks = _masks(catalog, filters)
    gains = {name: int(np.count_nonzero(_all(catalog, masks, but=name))) for name in masks}
    return dict(sorted(gains.items(), key=lambda gain: -gain[1]))


def _masks(catalog: Catalog, filters: Filters) -> dict[str, Mask]:
    """Give one mask for every filter in use."""
    masks = {
        facet.value: catalog.facets[facet].mask(values)
        for facet, values in filters.chosen.items()
        if values
    }
    if filters.has_population:
        masks[POPULATION] = _population_mask(catalog, filters)
    if filters.has_years:
        masks[YEARS] = introduced_within(catalog, filters.year_min, filters.year_max)
    if filters.group:
        masks[GROUP] = filters.group.practices(catalog)
    if filters.figure:
        masks[FIGURE] = filters.figure.practices(catalog)
    if answer := find_words(catalog, filters):
        masks[SEARCH] = answer.mask
    if filters.since:
        masks[SINCE] = catalog.dates.is_since(filters.since)
    return masks | _masks_of_place(catalog, filters)


def _masks_of_place(catalog: Catalog, filters: Filters) -> dict[str, Mask]:
    """Give one mask for every filter in use that bounds where a practice is."""
    masks: dict[str, Mask] = {}
    if filters.within:
        masks[RADIUS] = in_circle(catalog, filters.within.middle, filters.within.radius_km)
    if filters.area:
        masks[AREA] = filters.area.practices(catalog)
    return masks


def _population_mask(catalog: Catalog, filters: Filters) -> Mask:
    """Give practices of units within the range, where an unknown population is outside."""
    if filters.population_unknown:
        return np.isnan(catalog.population)
    least = -np.inf if filters.population_min is None else filters.population_min
    most = np.inf if filters.population_max is None else filters.population_max
    inside: Mask = (catalog.population >= least) & (catalog.population <= most)
    return inside


def _all(catalog: Catalog, masks: Mapping[str, Mask], *, but: str = "") -> Mask:
    """Give practices that pass every mask except the named one."""
    passed = np.ones(len(catalog), dtype=bool)
    for name, mask in masks.items():
        if name != but:
            passed &= mask
    return passed


def _known(catalog: Catalog, filters: Filters, name: str) -> Mask:
    """Give practices whose value for a filter is known."""
    known: Mask
    if name == POPULATION:
        known = ~np.isnan(catalog.population)
    elif name == YEARS:
        known = catalog.facets[Facet.YEAR].known
    elif filters.within and name == RADIUS:
        near = near_circle(catalog, filters.within.middle, filters.within.radius_km)
        known = ~near & catalog.on_map
    elif name == AREA:
        known = catalog.on_map
    elif name == GROUP:
        known = catalog.unit_rows >= 0
    elif filters.figure and name == FIGURE:
        known = ~np.isnan(filters.figure.values(catalog))
    elif name == SINCE:
        known = catalog.dates.is_known
    else:
        known = catalog.facets[Facet(name)].known
    return known
