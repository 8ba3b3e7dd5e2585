"""What a click on a count asks for: the filters that it leads to, and back again."""

from dataclasses import replace

from dashboard.explore.facets import Facet
from dashboard.explore.filters import POPULATION, Filters
from dashboard.explore.sizes import SIZE_CLASSES, size_class
from dashboard.explore.summary import UNKNOWN


def toggled(filters: Filters, facet: Facet, value: str) -> Filters:
    """The filters with one value of a facet chosen too, or no more."""
    chosen = filters.chosen.get(facet, ())
    others = tuple(each for each in chosen if each != value)
    return _with_values(filters, facet, others if value in chosen else (*chosen, value))


def with_size(filters: Filters, key: str) -> Filters:
    """The filters with the class as the range of population, or with none if it was that.

    Args:
        filters: Those in use.
        key: Of a size class; UNKNOWN for units whose population is not known.
    """
    if chosen_size(filters) == key:
        return filters.without(POPULATION)
    if key == UNKNOWN:
        return filters.with_population(unknown=True)
    chosen = size_class(key)
    return filters.with_population(chosen.least or None, chosen.most)


def chosen_size(filters: Filters) -> str | None:
    """The class that the range of population is; None where it is another range or none."""
    if filters.population_unknown:
        return UNKNOWN
    if not filters.has_population:
        return None
    bounds = (filters.population_min or 0, filters.population_max)
    return next((each.key for each in SIZE_CLASSES if (each.least, each.most) == bounds), None)


def only(filters: Filters, facet: Facet, value: str) -> Filters:
    """The filters with one value of a facet alone."""
    return _with_values(filters, facet, (value,))


def is_only(filters: Filters, facet: Facet, value: str) -> bool:
    """Whether exactly one value of a facet is chosen, and it is this one."""
    return tuple(filters.chosen.get(facet, ())) == (value,)


def _with_values(filters: Filters, facet: Facet, values: tuple[str, ...]) -> Filters:
    kept = {each: chosen for each, chosen in filters.chosen.items() if each != facet}
    return replace(filters, chosen=kept | {facet: values} if values else kept)
