"""What a visit shows, as the address bar holds it, so that a link shows the same again.

`?woj=małopolskie&typ=gmina+miejska&ludnosc=20000-50000&szukaj=kultura&p=150`
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Facet
from dashboard.explore.filters import POPULATION, RADIUS, SEARCH, Filters
from dashboard.explore.home import HomeQuery
from dashboard.explore.order import Order
from dashboard.practices.value_types import PRACTICE_NUMBER

PRACTICE: Final = "p"
UNKNOWN: Final = "brak"
HOME: Final = "moja"
HOME_TYPE: Final = "mojtyp"
HOME_POPULATION: Final = "mojaludnosc"
HOME_SECTION: Final = "mojdzial"
ORDER: Final = "kolejnosc"
SHORTLIST: Final = "wybrane"
LONGEST_SHORTLIST: Final = 20

_RANGE: Final = re.compile(r"(\d{0,9})-(\d{0,9})")
_WHOLE: Final = re.compile(r"[1-9][0-9]{0,7}")
_ARTICLE: Final = re.compile(PRACTICE_NUMBER)
LONGEST_TEXT: Final = 200
"""Characters of a text that a reader types into a filter, or that a link holds in its place."""

_LONGEST_VALUE: Final = 1_000
_MOST_VALUES: Final = 1_000
"""Of a parameter: more than any facet has of either."""

_SINGLE: Final = (
    *(POPULATION, SEARCH, PRACTICE, HOME, RADIUS, HOME_TYPE, HOME_POPULATION, ORDER, SHORTLIST),
)
"""The parameters of which the last value counts."""

Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a visit shows.

    Attributes:
        filters: The filters; their circle is made of `home`, and not read from an address.
        practice: Number of the selected practice; None for none.
        home: What the reader says of their own unit.
        order: How the list is ordered.
        shortlist: Numbers of the practices that the reader keeps, in their order.
    """

    filters: Filters = field(default_factory=Filters)
    practice: int | None = None
    home: HomeQuery = field(default_factory=HomeQuery)
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


def bounded_query(query: Query) -> dict[str, list[str]]:
    """The parameters of an address without what no link of this dashboard has.

    Values of more than _LONGEST_VALUE characters are cut, of each parameter the first
    _MOST_VALUES values stay.
    """
    return {
        name: [value[:_LONGEST_VALUE] for value in values[:_MOST_VALUES]]
        for name, values in query.items()
    }


def read_link(query: Query, catalog: Catalog) -> Link:
    """What the address asks for; values that the catalogue does not have are set aside.

    Args:
        query: The values of each parameter, in their order.
        catalog: The practices that the link is opened on.
    """
    reader = _Reader(query, catalog)
    least, most = reader.population_range()
    view = View(
        filters=Filters(
            chosen={
                facet: values
                for facet, index in catalog.facets.items()
                if (values := reader.chosen(facet.value, index.values))
            },
            population_min=least,
            population_max=most,
            population_unknown=reader.text(POPULATION) == UNKNOWN,
            search=reader.text(SEARCH),
        ),
        practice=reader.practice(PRACTICE, reader.text(PRACTICE)),
        home=HomeQuery(
            place=reader.text(HOME),
            radius_km=reader.whole(RADIUS),
            unit_type=reader.text(HOME_TYPE),
            population=reader.whole(HOME_POPULATION),
            sections=reader.chosen(HOME_SECTION, catalog.facets[Facet.SECTION].values),
        ),
        order=reader.order(),
        shortlist=reader.shortlist(),
    )
    return Link(view=view, ignored=(*reader.ignored, *reader.overruled()))


def write_link(view: View) -> dict[str, list[str]]:
    """The parameters of an address that asks for the same; unused ones are absent."""
    filters, home = view.filters, view.home
    values: dict[str, Sequence[object]] = {
        **{facet.value: filters.chosen.get(facet, ()) for facet in Facet},
        POPULATION: [_range(filters)] if filters.has_population else [],
        SEARCH: [filters.search.strip()],
        HOME: [home.place.strip()],
        RADIUS: [home.radius_km],
        HOME_TYPE: [home.unit_type],
        HOME_POPULATION: [home.population],
        HOME_SECTION: home.sections,
        ORDER: [] if view.order is Order.NUMBER else [view.order.value],
        SHORTLIST: [",".join(map(str, view.shortlist))],
        PRACTICE: [view.practice],
    }
    texts = {
        name: [str(each) for each in listed if each not in ("", None)]
        for name, listed in values.items()
    }
    return {name: listed for name, listed in texts.items() if listed}


def _range(filters: Filters) -> str:
    """'20000-50000', open where there is no bound; 'brak' for the unknown."""
    if filters.population_unknown:
        return UNKNOWN
    bounds = (filters.population_min, filters.population_max)
    return "-".join("" if bound is None else str(bound) for bound in bounds)


class _Reader:
    """Reads parameters one by one and keeps what cannot be used."""

    def __init__(self, query: Query, catalog: Catalog) -> None:
        self._query = query
        self._catalog = catalog
        self.ignored: list[tuple[str, str]] = []

    def text(self, name: str) -> str:
        """The last value of a parameter; empty where there is none."""
        values = self._query.get(name, ())
        return values[-1][:LONGEST_TEXT] if values else ""

    def chosen(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        """The values of a parameter that are known, each once."""
        asked, is_known = list(dict.fromkeys(self._query.get(name, ()))), set(known)
        self.ignored += [(name, _shown(value)) for value in asked if value not in is_known]
        return tuple(value for value in asked if value in is_known)

    def whole(self, name: str) -> int | None:
        """A whole number above zero."""
        text = self.text(name)
        if _WHOLE.fullmatch(text):
            return int(text)
        self._ignore(name, text)
        return None

    def population_range(self) -> tuple[int | None, int | None]:
        """The bounds in '20000-50000', '20000-' or '-50000'."""
        text = self.text(POPULATION)
        if text == UNKNOWN:
            return None, None
        found = _RANGE.fullmatch(text)
        bounds = [int(bound) if bound else None for bound in found.groups()] if found else []
        least, most = bounds or (None, None)
        backwards = least is not None and most is not None and least > most
        if backwards or (least is None and most is None):
            self._ignore(POPULATION, text)
            return None, None
        return least, most

    def practice(self, name: str, text: str) -> int | None:
        """The number of a practice that the catalogue has."""
        number = int(text) if _ARTICLE.fullmatch(text) else None
        if number is not None and self._catalog.position_of(number) is not None:
            return number
        self._ignore(name, text)
        return None

    def order(self) -> Order:
        """The order of the list."""
        text = self.text(ORDER)
        if text in list(Order):
            return Order(text)
        self._ignore(ORDER, text)
        return Order.NUMBER

    def shortlist(self) -> tuple[int, ...]:
        """The practices in '150,596' that the catalogue has, each once."""
        values = self._query.get(SHORTLIST, ())
        parts = dict.fromkeys(filter(None, values[-1].split(",") if values else ()))
        numbers = [self.practice(SHORTLIST, part) for part in parts]
        known = [number for number in numbers if number is not None]
        self.ignored += [(SHORTLIST, str(number)) for number in known[LONGEST_SHORTLIST:]]
        return tuple(known[:LONGEST_SHORTLIST])

    def overruled(self) -> list[tuple[str, str]]:
        """The values that a later one of the same parameter takes the place of."""
        return [
            (name, _shown(value))
            for name in _SINGLE
            for value in dict.fromkeys(self._query.get(name, ())[:-1])
            if value.strip() and value != self._query[name][-1]
        ]

    def _ignore(self, name: str, text: str) -> None:
        if text:
            self.ignored.append((name, _shown(text)))


def _shown(value: str) -> str:
    """A value as it is shown to the reader: its beginning, where it is long."""
    return value if len(value) <= LONGEST_TEXT else f"{value[:LONGEST_TEXT]}…"
