"""The address bar: the pages, and the one table of the parameters that say what a visit shows.

`/pokrycie?woj=małopolskie&ludnosc=20000-50000&miara=na100tys&p=150`

The pages, the links between them and the options of `mapa-praktyk export` all follow from PARAMS.
A name is never changed: addresses that people saved keep working.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from dashboard.url_model import Kind as Kind  # noqa: PLC0414  given on
from dashboard.url_model import Param as Param  # noqa: PLC0414  given on

LONGEST_TEXT: Final = 200
"""Characters of a text that a reader types into a filter, or that a link holds in its place."""
LONGEST_SHORTLIST: Final = 20
"""Practices on a short list."""

EARLIEST_DAY, LATEST_DAY = dt.date(1990, 1, 1), dt.date(2099, 12, 31)
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The days and the years that a parameter may name."""

_LONGEST_VALUE: Final = 1_000
_MAX_VALUES: Final = 1_000
"""Of a parameter: more than anyone chooses of the values of a facet."""

Query = Mapping[str, Sequence[str]]
"""The parameters of an address: the values of each, in their order."""


FEED_PATH: Final = "nowosci.atom"
"""Path of the feed with the news of the practices that the parameters show."""


STATEMENT_PATH, STATEMENT_SHORT_PATH = "deklaracja-dostepnosci", "deklaracja"
PRIVACY_PATH: Final = "prywatnosc"
"""Paths of the accessibility statement and of the page about personal data."""


class Page(StrEnum):
    """A page; the value is the last part of its path, the same in every language."""

    MAP = ""
    COVERAGE = "pokrycie"
    ANALYSIS = "analiza"
    FIGURES = "wskazniki"
    SHORTLIST = "wybrane"
    QUALITY = "jakosc"
    ADD = "dodaj"
    ABOUT = "o-danych"


class Dataset(StrEnum):
    """Which practices a visit shows; the value is what the address says of them."""

    TABLE = "tabela"
    DEMO = "demo"
    OWN = "wlasne"


class EmbeddedPart(StrEnum):
    """The part of the map's page that a page of another site shows; the value is in the address."""

    MAP = "mapa"
    LIST = "lista"
    CARD = "karta"


def _facet(name: str, option: str) -> Param:
    """Make a filter by values, of which a practice needs one."""
    return Param(name=name, kind=Kind.VALUES, is_shared=True, option=option)


VOIVODESHIP: Final = _facet("woj", "--voivodeship")
COUNTY: Final = _facet("powiat", "--county")
COMMUNE: Final = _facet("gmina", "--commune")
UNIT_TYPE: Final = _facet("typ", "--unit-type")
SECTION: Final = _facet("dzial", "--theme")
SUBSECTION: Final = _facet("poddzial", "--subsection")
YEAR: Final = _facet("rok", "--year")

FACETS: Final = (VOIVODESHIP, COUNTY, COMMUNE, UNIT_TYPE, SECTION, SUBSECTION, YEAR)
"""The filters by values, in the order in which they are offered."""

POPULATION: Final = Param(
    name="ludnosc", kind=Kind.RANGE, is_shared=True, option="--population-from"
)
YEARS: Final = Param(name="lata", kind=Kind.RANGE, is_shared=True, option="--year-from")
SEARCH: Final = Param(name="szukaj", kind=Kind.TEXT, is_shared=True, option="--search")
FIGURE_RANGE: Final = Param(
    name="wskaznikjednostki", kind=Kind.TEXT, is_shared=True, option="--figure-range"
)
SINCE: Final = Param(name="nowe", kind=Kind.DAY, is_shared=True, option="--since")
AREA: Final = Param(name="obszar", kind=Kind.AREA, is_shared=True, option="--area")
HOME: Final = Param(name="moja", kind=Kind.TEXT, is_shared=True, option="--near")
RADIUS: Final = Param(name="promien", kind=Kind.NUMBER, is_shared=True, option="--radius")
HOME_TYPE: Final = Param(name="mojtyp", kind=Kind.TEXT, is_shared=True)
HOME_POPULATION: Final = Param(name="mojaludnosc", kind=Kind.NUMBER, is_shared=True)
HOME_DENSITY: Final = Param(name="mojagestosc", kind=Kind.NUMBER, is_shared=True)
HOME_URBANISATION: Final = Param(name="mojaurbanizacja", kind=Kind.NUMBER, is_shared=True)
GROUP: Final = Param(name="grupa", kind=Kind.VALUES, is_shared=True)
GROUP_ALONE: Final = Param(
    name="tylkogrupa", kind=Kind.SWITCH, on="1", is_shared=True, option="--same-group"
)
GROUP_UNITS: Final = Param(name="gminygrupy", kind=Kind.SWITCH, on="1", is_shared=True)
HOME_FIGURE: Final = Param(name="mojwskaznik", kind=Kind.TEXT, is_shared=True)
HOME_SECTION: Final = Param(name="mojdzial", kind=Kind.VALUES, is_shared=True)
ORDER: Final = Param(name="kolejnosc", kind=Kind.CHOICE, default="numer", is_shared=True)
SHORTLIST: Final = Param(name="wybrane", kind=Kind.NUMBERS, is_shared=True, is_of_dataset=True)
PRACTICE: Final = Param(
    name="p", kind=Kind.NUMBER, is_shared=True, is_of_dataset=True, option="--practice"
)

LANGUAGE: Final = Param(name="lang", kind=Kind.CHOICE, default="pl", option="--language")
DATASET: Final = Param(
    name="dane", kind=Kind.CHOICE, default=Dataset.TABLE.value, is_of_dataset=True
)
STATED_ALONE: Final = Param(
    name="uzupelnij", kind=Kind.SWITCH, on="nie", option="--stated-population"
)
PRESENTATION: Final = Param(name="prezentacja", kind=Kind.SWITCH, on="1")
EMBEDDED_PART: Final = Param(name="osadzenie", kind=Kind.CHOICE, page=Page.MAP)
MAP_VIEW: Final = Param(name="widok", kind=Kind.VIEW, page=Page.MAP, by_browser=True)

MAP_GROUND: Final = Param(name="podklad", kind=Kind.TEXT, by_browser=True)

FOLLOW_VIEW: Final = Param(
    name="tylkowidok", kind=Kind.SWITCH, on="1", page=Page.MAP, by_browser=True
)

LEVEL: Final = Param(name="poziom", kind=Kind.CHOICE, page=Page.COVERAGE, option="--level")
MEASURE: Final = Param(
    name="miara", kind=Kind.CHOICE, default="praktyki", page=Page.COVERAGE, option="--measure"
)
SECOND_MEASURE: Final = Param(
    name="druga", kind=Kind.CHOICE, page=Page.COVERAGE, option="--second-measure"
)
BREAKS: Final = Param(
    name="klasy", kind=Kind.CHOICE, default="naturalne", page=Page.COVERAGE, option="--breaks"
)
LIMITS: Final = Param(name="granice", kind=Kind.TEXT, page=Page.COVERAGE, option="--limits")
BESIDE: Final = Param(name="obok", kind=Kind.SWITCH, on="1", page=Page.COVERAGE, option="--beside")
BESIDE_MEASURE: Final = Param(
    name="obokmiara", kind=Kind.CHOICE, page=Page.COVERAGE, option="--beside-measure"
)
BESIDE_MAX_YEAR: Final = Param(
    name="obokdoroku", kind=Kind.NUMBER, page=Page.COVERAGE, option="--beside-until"
)
BESIDE_LIMITS: Final = Param(
    name="obokgranice", kind=Kind.TEXT, page=Page.COVERAGE, option="--beside-limits"
)
POINTS: Final = Param(
    name="punkty", kind=Kind.SWITCH, on="1", page=Page.COVERAGE, option="--points"
)
MAX_YEAR: Final = Param(name="doroku", kind=Kind.NUMBER, page=Page.COVERAGE, option="--until")
REGION: Final = Param(name="region", kind=Kind.TEXT, page=Page.COVERAGE)

DIFFERENCES: Final = Param(name="roznice", kind=Kind.SWITCH, on="1", page=Page.SHORTLIST)

COLUMNS: Final = Param(name="kolumny", kind=Kind.VALUES, page=Page.ANALYSIS)
TABLE_ORDER: Final = Param(name="sortowanie", kind=Kind.CHOICE, page=Page.ANALYSIS)
DESCENDING: Final = Param(name="malejaco", kind=Kind.SWITCH, on="1", page=Page.ANALYSIS)
TABLE_PAGE: Final = Param(name="strona", kind=Kind.NUMBER, default="1", page=Page.ANALYSIS)

FIGURE: Final = Param(name="wskaznik", kind=Kind.TEXT, page=Page.FIGURES)

STATUS: Final = Param(name="stan", kind=Kind.VALUES, page=Page.QUALITY)
PRECISION: Final = Param(name="precyzja", kind=Kind.VALUES, page=Page.QUALITY)
CHECK: Final = Param(name="kontrola", kind=Kind.VALUES, page=Page.QUALITY)
REVIEW: Final = Param(name="przeglad", kind=Kind.TEXT, page=Page.QUALITY)

PARAMS: Final[tuple[Param, ...]] = (
    *FACETS,
    *(
        AREA,
        POPULATION,
        YEARS,
        FIGURE_RANGE,
        SEARCH,
        SINCE,
        HOME,
        RADIUS,
        HOME_TYPE,
        HOME_POPULATION,
        HOME_SECTION,
    ),
    *(HOME_FIGURE, HOME_DENSITY, HOME_URBANISATION, GROUP, GROUP_ALONE, GROUP_UNITS),
    *(ORDER, SHORTLIST, PRACTICE),
    *(
        LANGUAGE,
        DATASET,
        STATED_ALONE,
        PRESENTATION,
        EMBEDDED_PART,
        MAP_VIEW,
        MAP_GROUND,
        FOLLOW_VIEW,
    ),
    *(LEVEL, MEASURE, SECOND_MEASURE, BREAKS, LIMITS, POINTS, MAX_YEAR, REGION),
    *(BESIDE, BESIDE_MEASURE, BESIDE_MAX_YEAR, BESIDE_LIMITS),
    *(COLUMNS, TABLE_ORDER, DESCENDING, TABLE_PAGE),
    *(DIFFERENCES, FIGURE, STATUS, PRECISION, CHECK, REVIEW),
)
"""All parameters; others that an address may have are dropped."""

PARAM: Final[Mapping[str, Param]] = {param.name: param for param in PARAMS}
"""The parameters by their names."""

NO_TRAIT: Final = "brak"
"""What GROUP says where the units of the group need have nothing in common."""

UNKNOWN_POPULATION: Final = "brak"
"""What POPULATION says where it asks for units whose population is not known."""


def bounded_query(query: Query) -> dict[str, list[str]]:
    """Give the parameters of an address without what no link of this dashboard has.

    Values of more than _LONGEST_VALUE characters are cut, of each parameter the first
    _MAX_VALUES values stay.
    """
    return {
        name: [value[:_LONGEST_VALUE] for value in values[:_MAX_VALUES]]
        for name, values in query.items()
    }


def last(query: Query, param: Param) -> str:
    """Give the value of a parameter that counts once: the last; '' where there is none."""
    values = query.get(param.name, ())
    return values[-1] if values else ""


def is_on(query: Query, param: Param) -> bool:
    """Say whether a switch is on."""
    return last(query, param) == param.on


def switched(param: Param, *, is_on: bool) -> list[str]:
    """Give the values that switch a parameter on or off."""
    return [param.on] if is_on else []


def embedded_part(query: Query) -> EmbeddedPart | None:
    """Give the part that an address asks for; None where it asks for the whole page."""
    asked = last(query, EMBEDDED_PART)
    return EmbeddedPart(asked) if asked in list(EmbeddedPart) else None


def write(values: Mapping[Param, Sequence[object]]) -> dict[str, list[str]]:
    """Write parameters; an empty value, None and a default are not written."""
    texts = {
        param.name: [str(each) for each in listed if each not in ("", None, param.default)]
        for param, listed in values.items()
    }
    return {name: listed for name, listed in texts.items() if listed}


def page_params(query: Query) -> dict[str, Sequence[str]]:
    """Give the parameters that pages write one by one, which all others keep."""
    return {
        param.name: query[param.name]
        for param in PARAMS
        if not param.is_shared and param.name in query
    }


def of_browser(query: Query) -> dict[str, Sequence[str]]:
    """Give the parameters that the page's scripts write."""
    return {
        param.name: query[param.name]
        for param in PARAMS
        if param.by_browser and param.name in query
    }


def of_server(query: Query) -> dict[str, Sequence[str]]:
    """Give the parameters that only the server writes."""
    others = of_browser(query)
    return {name: values for name, values in query.items() if name not in others}


def without_dataset(query: Query) -> dict[str, Sequence[str]]:
    """Give the parameters that mean the same for other practices."""
    dropped = {param.name for param in PARAMS if param.is_of_dataset}
    return {name: values for name, values in query.items() if name not in dropped}
