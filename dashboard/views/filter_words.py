"""The filters in use, in words: a line for files, and a chip for each value that can be dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.explore.catalog.facets import SEPARATOR, Facet
from dashboard.explore.figures.practice_values import FigureRange
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.filters import (
    AREA,
    FIGURE,
    GROUP,
    POPULATION,
    RADIUS,
    SEARCH,
    SINCE,
    YEARS,
    Filters,
)
from dashboard.explore.relation.figure_measures import value_format
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import number_words
from dashboard.views.units.unit_group import group_words

_MAX_CHIPS: Final = 4
"""Chips of one filter; one that has more values gets a single chip with their number."""


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A filter in use, or one of its values.

    Attributes:
        filter: Name of the filter, as in the address bar.
        text: What is filtered by, in words.
        value: The value of the facet that it stands for; '' where it is the whole filter.
    """

    filter: str
    text: str
    value: str = ""


def filter_words(filters: Filters, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return (name, value) of each filter in use, as the sidebar calls it."""
    words = [(facet.value, ", ".join(filters.chosen.get(facet, ()))) for facet in Facet]
    words += _other_words(filters, texts)
    return tuple((texts(f"filter-{name}"), value) for name, value in words if value)


def filter_chips(filters: Filters, texts: Texts) -> list[FilterChip]:
    """Give a chip for each filter in use, and for each value of one that has few."""
    chips = []
    for facet in Facet:
        values = filters.chosen.get(facet, ())
        label = texts(f"filter-{facet.value}")
        if len(values) > _MAX_CHIPS:
            words = texts("chip-values", filter=label, count=len(values))
            chips.append(FilterChip(facet.value, words))
            continue
        for value in values:
            name = value.rpartition(SEPARATOR)[2]
            words = texts("chip", filter=label, value=name)
            chips.append(FilterChip(facet.value, words, value))
    for name, words in _other_words(filters, texts):
        if words:
            label = texts(f"filter-{name}")
            chips.append(FilterChip(name, texts("chip", filter=label, value=words)))
    return chips


def _other_words(filters: Filters, texts: Texts) -> list[tuple[str, str]]:
    """Return (name, value) of the filters that are no facets; '' where one is not in use."""
    words = []
    if filters.has_population:
        words.append((POPULATION, _population_words(filters, texts)))
    if filters.has_years:
        bounds = (filters.year_min, filters.year_max)
        words.append((YEARS, _range_words(bounds, str, texts)))
    if filters.within:
        lat, lon = filters.within.middle
        km = texts.number(filters.within.radius_km)
        words.append((RADIUS, texts("export-within", km=km, lat=f"{lat:.4f}", lon=f"{lon:.4f}")))
    if filters.area:
        words.append((AREA, _area_words(filters.area, texts)))
    if filters.group:
        words.append((GROUP, group_words(filters.group, texts)))
    if filters.figure:
        words.append((FIGURE, figure_range_words(filters.figure, texts)))
    if filters.since:
        words.append((SINCE, texts.date(filters.since)))
    words.append((SEARCH, filters.search.strip()))
    return words


def _area_words(area: Area, texts: Texts) -> str:
    """Return which shape an area has, and the bounds that it lies in."""
    lats, lons = zip(*area.corners, strict=True)
    values = (("south", min(lats)), ("north", max(lats)), ("west", min(lons)), ("east", max(lons)))
    bounds = {name: texts.decimal(value, places=2) for name, value in values}
    if area.is_rectangle:
        return texts("area-rectangle", **bounds)
    return texts("area-polygon", count=len(area.corners), **bounds)


def figure_range_words(figure: FigureRange, texts: Texts) -> str:
    """Return what a figure measures and its range; open bounds are left out."""
    bounds = (("from", figure.least), ("to", figure.most))
    written = value_format(figure.figure)
    words = " ".join(
        f"{texts(f'filter-{word}')} {number_words(bound, written, texts)}"
        for word, bound in bounds
        if bound is not None
    )
    own = f" ({texts('figure-own-short')})" if figure.figure.is_own else ""
    return f"{figure.label} {words}{own}"


def _population_words(filters: Filters, texts: Texts) -> str:
    """Return the range of population; open bounds are left out."""
    if filters.population_unknown:
        return texts("missing")
    bounds = (filters.population_min, filters.population_max)
    return _range_words(bounds, texts.number, texts)


def _range_words(
    bounds: tuple[int | None, int | None], written: Callable[[int], str], texts: Texts
) -> str:
    """Return a range in words; open bounds are left out.

    Args:
        bounds: The least and the greatest number; None where it is open.
        written: Writes a number.
        texts: The language.
    """
    return " ".join(
        f"{texts(f'filter-{word}')} {written(bound)}"
        for word, bound in zip(("from", "to"), bounds, strict=True)
        if bound is not None
    )
