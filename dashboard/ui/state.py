"""The state of one visit: filters, selection and language, kept equal to the address bar.

The address is the truth: whoever opens it sees the same. Widgets start from it, and every
change by the reader is written back to it at once.
"""

from typing import Final, cast

import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Facet
from dashboard.explore.filters import Filters
from dashboard.explore.links import read_link, write_link
from dashboard.locale import LANGUAGES, Language

LANGUAGE: Final = "lang"
DATASET: Final = "dane"
SEARCH_KEY: Final = "filter-szukaj"
POPULATION_KEYS: Final = ("filter-ludnosc-od", "filter-ludnosc-do")

_KEPT: Final = (LANGUAGE, DATASET)
_WRITTEN: Final = "query-written"
_PRACTICE: Final = "practice"
_MOVES: Final = "map-moves"
_IGNORED: Final = "link-ignored"
_FOCUS: Final = "focus-asked"


def facet_key(facet: Facet) -> str:
    """The key of the widget that chooses a facet's values."""
    return f"filter-{facet.value}"


def language() -> Language:
    """The language of this visit; Polish unless the address asks for another."""
    asked = st.query_params.get(LANGUAGE, "")
    return asked if asked in LANGUAGES else "pl"


def follow_address(catalog: Catalog) -> None:
    """Take over what the address asks for, unless this visit wrote it itself.

    Streamlit forgets the filters while a page without them is shown; the address does not.
    """
    asked = query()
    if st.session_state.get(_WRITTEN) == asked and SEARCH_KEY in st.session_state:
        return
    link = read_link(asked, catalog)
    put_filters(link.filters)
    st.session_state[_PRACTICE] = link.practice
    st.session_state[_IGNORED] = link.ignored
    st.session_state[_WRITTEN] = asked
    if link.practice is not None:
        _move_map()


def query() -> dict[str, list[str]]:
    """The address's parameters as this visit left them, for links to other pages."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def put_filters(filters: Filters) -> None:
    """Set the filter widgets; to be called before they are drawn."""
    for facet in Facet:
        st.session_state[facet_key(facet)] = list(filters.chosen.get(facet, ()))
    bounds = (filters.population_min, filters.population_max)
    for key, bound in zip(POPULATION_KEYS, bounds, strict=True):
        st.session_state[key] = bound
    st.session_state[SEARCH_KEY] = filters.search


def filters() -> Filters:
    """What the filter widgets hold."""
    state = st.session_state
    chosen = {facet: tuple(state.get(facet_key(facet), ())) for facet in Facet}
    least, most = (state.get(key) for key in POPULATION_KEYS)
    return Filters(
        chosen={facet: values for facet, values in chosen.items() if values},
        population_min=least,
        population_max=most,
        search=state.get(SEARCH_KEY) or "",
    )


def publish() -> None:
    """Write filters and selection to the address bar."""
    written = write_link(filters(), practice())
    kept = {name: value for name, value in query().items() if name in _KEPT}
    st.session_state[_WRITTEN] = kept | written
    st.session_state[_IGNORED] = ()
    st.query_params.from_dict(kept | written)


def reset_filters() -> None:
    """Choose everything again."""
    put_filters(Filters())
    publish()


def drop_filter(name: str) -> None:
    """Leave out one of the filters in use."""
    put_filters(filters().without(name))
    publish()


def switch_language(to: Language) -> None:
    """Show the page in another language from the next run on."""
    if to == "pl":
        st.query_params.pop(LANGUAGE, None)
    else:
        st.query_params[LANGUAGE] = to
    publish()


def practice() -> int | None:
    """The number of the selected practice."""
    return cast("int | None", st.session_state.get(_PRACTICE))


def select_on_map(number: int) -> None:
    """Select a practice that the reader clicked on the map; the view stays."""
    st.session_state[_PRACTICE] = number
    publish()


def select(number: int) -> None:
    """Select a practice from elsewhere: the map moves to it, the focus goes to its card."""
    st.session_state[_PRACTICE] = number
    _move_map()
    ask_focus("card")
    publish()


def close_card() -> None:
    """Select nothing; the focus goes back to where the practice is listed."""
    ask_focus(f"row-{practice()}")
    st.session_state[_PRACTICE] = None
    publish()


def moves() -> int:
    """How often the map was asked to move to the selected practice."""
    return int(st.session_state.get(_MOVES, 0))


def _move_map() -> None:
    st.session_state[_MOVES] = moves() + 1


def ignored() -> tuple[tuple[str, str], ...]:
    """(name, value) of what the opened link asked for and could not have."""
    return cast("tuple[tuple[str, str], ...]", st.session_state.get(_IGNORED, ()))


def ask_focus(target: str) -> None:
    """Move the keyboard focus with the next drawing of the page: 'card' or 'row-NUMBER'."""
    count = int(st.session_state.get(_FOCUS, ("", 0))[1])
    st.session_state[_FOCUS] = (target, count + 1)


def focus() -> tuple[str, int]:
    """Where the focus is to go, and how many moves of it there were."""
    return cast("tuple[str, int]", st.session_state.get(_FOCUS, ("", 0)))
