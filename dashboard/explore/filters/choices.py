"""What a click on a count asks for: the filters that it leads to, and back again.

A filter is named as in the address bar: a facet, or POPULATION, whose values are the keys of the
size classes, and UNKNOWN for units whose population is not known.
"""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.counts.sizes import SIZE_CLASSES, size_class
from dashboard.explore.counts.summary import UNKNOWN
from dashboard.explore.filters.filters import POPULATION, Filters


def chosen(filters: Filters, name: str) -> tuple[str, ...]:
    """Give the values that a filter is set to; none where its range of population is no class."""
    if name != POPULATION:
        return tuple(filters.chosen.get(Facet(name), ()))
    if filters.population_unknown:
        return (UNKNOWN,)
    bounds = (filters.population_min or 0, filters.population_max)
    fits = (each.key for each in SIZE_CLASSES if (each.least, each.most) == bounds)
    return tuple(fits) if filters.has_population else ()


def chosen_years(filters: Filters, years: Iterable[str]) -> tuple[str, ...]:
    """Give which of some years are chosen, one by one or by their range."""
    one_by_one = chosen(filters, Facet.YEAR)
    if not filters.has_years:
        return one_by_one
    first, last = filters.year_min or 0, filters.year_max or 9999
    inside = (year for year in years if first <= int(year) <= last)
    return tuple(year for year in inside if not one_by_one or year in one_by_one)


def toggled(filters: Filters, name: str, value: str) -> Filters:
    """Give the filters with one value chosen too, or no more; a size class replaces another."""
    present = chosen(filters, name)
    if name == Facet.YEAR and filters.has_years:  # a year by itself replaces a range
        filters, present = filters.with_years(), ()
    if value in present:
        return _with_values(filters, name, tuple(each for each in present if each != value))
    others = () if name == POPULATION else present
    return _with_values(filters, name, (*others, value))


def toggled_pair(filters: Filters, first: tuple[str, str], second: tuple[str, str]) -> Filters:
    """Give the filters with two (name, value) alone, or with neither if they were that."""
    pairs = (first, second)
    undo = all(chosen(filters, name) == (value,) for name, value in pairs)
    for name, value in pairs:
        filters = _with_values(filters, name, () if undo else (value,))
    return filters


def _with_values(filters: Filters, name: str, values: tuple[str, ...]) -> Filters:
    """Give the filters with other values of one of them."""
    if not values:
        return filters.without(name)
    if name != POPULATION:
        return replace(filters, chosen={**filters.chosen, Facet(name): values})
    if values == (UNKNOWN,):
        return filters.with_population(unknown=True)
    size = size_class(values[0])
    return filters.with_population(size.least or None, size.most)
