"""The practices that a visit shows: the table, the made-up ones, or the visitor's own.

The table and the made-up ones are loaded once for all visitors. A visitor's own stay in the visit.
"""

from enum import StrEnum
from typing import Final, cast

import streamlit as st

from dashboard.explore.catalog import Catalog, build_catalog
from dashboard.explore.completion import with_completed_population
from dashboard.explore.haystack import Haystack
from dashboard.explore.inhabitants import towns
from dashboard.explore.links import PRACTICE, SHORTLIST
from dashboard.explore.prepared import Prepared, prepare
from dashboard.explore.text_index import TextIndex
from dashboard.locale import Texts, texts_in
from dashboard.practices import locate
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo
from dashboard.practices.shelf import Shelf, shelf_folder
from dashboard.store import open_store
from dashboard.ui import address, names, state
from dashboard.views.export.provenance import table_words
from geocoding import GazetteerGeocoder


class Dataset(StrEnum):
    """Which practices a visit shows; the value is what the address says of them."""

    TABLE = "tabela"
    DEMO = "demo"
    OWN = "wlasne"


_OWN: Final = "own-catalog"
_OF_THE_SET: Final = (PRACTICE, SHORTLIST, names.DATASET)


def dataset() -> Dataset:
    """The practices that the address asks for; the table where it asks for none that is there."""
    asked = address.last(names.DATASET)
    return Dataset(asked) if asked in datasets() else Dataset.TABLE


def is_gone() -> bool:
    """Whether the address asks for practices that are not there, such as another visitor's."""
    asked = address.last(names.DATASET)
    return bool(asked) and asked not in datasets()


def datasets() -> tuple[Dataset, ...]:
    """The practices that there are to choose from in this visit."""
    return tuple(each for each in Dataset if each is not Dataset.OWN or _OWN in st.session_state)


def show(chosen: Dataset) -> None:
    """Show other practices from the next run on; filters stay, chosen practices do not."""
    address.recall()
    query = {name: values for name, values in address.query().items() if name not in _OF_THE_SET}
    if chosen is not Dataset.TABLE:
        query[names.DATASET] = [chosen.value]
    address.turn_to(query)


def catalog() -> Catalog:
    """The catalogue of the practices that the visit shows; the table as it stands now.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        GeocodingError: The gazetteer cannot be read.
    """
    match dataset():
        case Dataset.DEMO:
            return _demo_catalog()
        case Dataset.OWN:
            return cast("Catalog", st.session_state[_OWN])
        case Dataset.TABLE:
            return _table().catalog


def described(texts: Texts) -> str:
    """Where the practices that the visit shows are from, and of which day, in words."""
    chosen = dataset()
    if chosen is Dataset.TABLE:
        return table_words(open_store().changed_at(), texts)
    return texts(f"dataset-{chosen.value}")


def put_own(own: Catalog) -> None:
    """Keep the visitor's own practices for the rest of the visit."""
    st.session_state[_OWN] = own


def forget_own() -> None:
    """Forget the visitor's own practices and show the table."""
    st.session_state.pop(_OWN, None)
    show(Dataset.TABLE)


def text_index(catalog: Catalog) -> TextIndex:
    """The words of the practices that the visit shows, weighed; made at the first call."""
    if dataset() is Dataset.TABLE:
        return _kept_index(_table())
    return _made_index(catalog.haystack)


def completed(catalog: Catalog) -> Catalog:
    """The catalogue with populations from the gazetteer where the record cards state none."""
    kept = _completed_own if dataset() is Dataset.OWN else _completed
    return kept(catalog)[1]


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Catalog: id})
def _completed(catalog: Catalog) -> tuple[Catalog, Catalog]:
    """Kept with the one it was made from, whose identity no other can have meanwhile."""
    return catalog, with_completed_population(catalog, towns())


@st.cache_resource(scope="session", show_spinner=False, max_entries=1, hash_funcs={Catalog: id})
def _completed_own(catalog: Catalog) -> tuple[Catalog, Catalog]:
    """The same of a visitor's own catalogue, which goes with the visit."""
    return catalog, with_completed_population(catalog, towns())


def _table() -> Prepared:
    """The catalogue of the table as it stands now; says so where it has to be made first."""
    store = open_store()
    stamp = (store.name, store.version())
    if stamp in _opened():
        return _prepared(*stamp)
    with st.spinner(texts_in(state.language())("preparing")):
        prepared = _prepared(*stamp)
    _opened().add(stamp)
    return prepared


@st.cache_resource(show_spinner=False)
def _opened() -> set[tuple[str, str]]:
    """The states of tables that were opened since the start."""
    return set()


@st.cache_resource(show_spinner=False, max_entries=2)
def _prepared(name: str, version: str) -> Prepared:  # noqa: ARG001  what it is kept under
    return prepare(open_store(), Shelf(shelf_folder()), geocoder)


@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={Prepared: id})
def _kept_index(prepared: Prepared) -> TextIndex:
    return prepared.text_index()


@st.cache_resource(scope="session", show_spinner=False, max_entries=1, hash_funcs={Haystack: id})
def _made_index(haystack: Haystack) -> TextIndex:
    """Kept for one visit, since the practices may be its own."""
    return TextIndex.build(haystack)


@st.cache_resource(show_spinner=False)
def _demo_catalog() -> Catalog:
    practices = make_demo(DEMO_ROWS, seed=DEMO_SEED)
    return build_catalog(practices, locate(practices, geocoder()))


@st.cache_resource(show_spinner=False)
def geocoder() -> GazetteerGeocoder:
    """The offline geocoder, loaded once for all visitors."""
    return GazetteerGeocoder()
