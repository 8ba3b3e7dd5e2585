"""Filters and selection as the address bar holds them, so that a link shows the same again.

`?woj=małopolskie&typ=gmina+miejska&ludnosc=20000-50000&szukaj=kultura&p=150`
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Facet
from dashboard.explore.filters import POPULATION, SEARCH, Filters

PRACTICE: Final = "p"
_RANGE: Final = re.compile(r"(\d{0,9})-(\d{0,9})")
_LONGEST_SEARCH: Final = 200

Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Link:
    """What an address asks for.

    Attributes:
        filters: The filters, without values that are not known.
        practice: Number of the selected practice; None for none.
        ignored: (name, value) of everything that could not be used.
    """

    filters: Filters
    practice: int | None = None
    ignored: tuple[tuple[str, str], ...] = ()


def read_link(query: Query, catalog: Catalog) -> Link:
    """What the address asks for; values that the catalogue does not have are set aside.

    Args:
        query: The values of each parameter, in their order.
        catalog: The practices that the link is opened on.
    """
    ignored: list[tuple[str, str]] = []
    chosen = {}
    for facet, index in catalog.facets.items():
        asked = list(dict.fromkeys(query.get(facet.value, ())))
        chosen[facet] = tuple(value for value in asked if value in index.values)
        ignored += [(facet.value, value) for value in asked if value not in index.values]
    least, most = _read_range(_last(query, POPULATION), ignored)
    filters = Filters(
        chosen={facet: values for facet, values in chosen.items() if values},
        population_min=least,
        population_max=most,
        search=_last(query, SEARCH)[:_LONGEST_SEARCH],
    )
    practice = _read_practice(_last(query, PRACTICE), catalog, ignored)
    return Link(filters=filters, practice=practice, ignored=tuple(ignored))


def write_link(filters: Filters, practice: int | None) -> dict[str, list[str]]:
    """The parameters of an address that asks for the same; unused ones are absent."""
    query = {facet.value: list(filters.chosen.get(facet, ())) for facet in Facet}
    if filters.has_population:
        least = "" if filters.population_min is None else filters.population_min
        most = "" if filters.population_max is None else filters.population_max
        query[POPULATION] = [f"{least}-{most}"]
    if filters.search.strip():
        query[SEARCH] = [filters.search.strip()]
    if practice is not None:
        query[PRACTICE] = [str(practice)]
    return {name: values for name, values in query.items() if values}


def _last(query: Query, name: str) -> str:
    values = query.get(name, ())
    return values[-1] if values else ""


def _read_range(text: str, ignored: list[tuple[str, str]]) -> tuple[int | None, int | None]:
    """The bounds in '20000-50000', '20000-' or '-50000'."""
    if not text:
        return None, None
    found = _RANGE.fullmatch(text)
    bounds = [int(bound) if bound else None for bound in found.groups()] if found else []
    least, most = bounds or (None, None)
    backwards = least is not None and most is not None and least > most
    if backwards or (least is None and most is None):
        ignored.append((POPULATION, text))
        return None, None
    return least, most


def _read_practice(text: str, catalog: Catalog, ignored: list[tuple[str, str]]) -> int | None:
    """The number of a practice that the catalogue has."""
    if not text:
        return None
    if text.isascii() and text.isdigit() and catalog.position_of(int(text[:12])) is not None:
        return int(text)
    ignored.append((PRACTICE, text))
    return None
