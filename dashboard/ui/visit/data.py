"""The practices that a visit shows: the table, the made-up ones, or the visitor's own.

The table and the made-up ones are loaded once for all visitors. A visitor's own are of one browser.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Final, cast

import pandas as pd
import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog, build_catalog
from dashboard.explore.catalog.completion import with_stated_population
from dashboard.explore.catalog.current import TableReader, TableState
from dashboard.explore.catalog.prepared import Prepared, prepare
from dashboard.export.provenance import table_words
from dashboard.locale import Texts, texts_in
from dashboard.practices import locate
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo
from dashboard.practices.disk_cache import DiskCache, cache_folder
from dashboard.practices.reading import UploadResult
from dashboard.store import PracticeStore, open_store
from dashboard.ui.streamlit_private import Container
from dashboard.ui.visit import address, state
from dashboard.ui.visit.browser import current_browser
from dashboard.ui.visit.uploaded_data import UPLOADED, Uploaded
from dashboard.url import Dataset
from geocoding import GazetteerGeocoder
from geocoding.overrides import Override

_OWN: Final = "own-catalog"
_SHOWN: Final = "shown-practices"


def dataset() -> Dataset:
    """Return the practices that the address asks for.

    The table where it asks for none that is there.
    """
    asked = address.last(url.DATASET)
    return Dataset(asked) if asked in datasets() else Dataset.TABLE


def is_upload_lost() -> bool:
    """Say whether the address asks for practices that are not there, such as another visitor's."""
    asked = address.last(url.DATASET)
    return bool(asked) and asked not in datasets()


def datasets() -> tuple[Dataset, ...]:
    """Return the practices that there are to choose from in this visit."""
    return tuple(each for each in Dataset if each is not Dataset.OWN or _has_own())


def show(chosen: Dataset) -> None:
    """Show other practices from the next run on; filters stay, chosen practices do not."""
    address.restore()
    query = url.without_dataset(address.query())
    address.navigate(query | url.write({url.DATASET: [chosen.value]}))


@dataclass(frozen=True, slots=True, eq=False)
class OwnPractices:
    """The practices that a visitor uploaded.

    Attributes:
        read: What the files gave.
        catalog: Its practices' catalogue.
    """

    read: UploadResult
    catalog: Catalog


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The practices that a run of a page shows, all of them as they stood when it began.

    Attributes:
        dataset: Which practices they are.
        catalog: Their catalogue.
        table: The state of the table that they are of; None where they are of none.
    """

    dataset: Dataset
    catalog: Catalog
    table: TableState | None = None

    def corrections(self) -> list[Override]:
        """Return the saved corrections that their positions follow; none of other practices."""
        return self.table.prepared.corrections if self.table is not None else []

    def with_stated_population(self) -> "Snapshot":
        """Give the same with the populations of the record cards alone."""
        cached = _stated_own if self.dataset is Dataset.OWN else _stated
        return replace(self, catalog=cached(self.catalog)[1])

    def described(self, texts: Texts) -> str:
        """Return where these practices are from, and of which day, in words."""
        if self.table is not None:
            return table_words(self.table.changed_at, texts)
        return texts(f"dataset-{self.dataset.value}")

    def is_current(self) -> bool:
        """Say whether the practices are the same by now.

        Raises:
            DashboardError: The table cannot be asked.
        """
        return self.table is None or _TABLES.is_current(open_store(), self.table)


def read() -> Snapshot:
    """Return the practices that the visit shows, as they stand now: the `shown` ones from now on.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        GeocodingError: The gazetteer cannot be read.
    """
    chosen = dataset()
    match chosen:
        case Dataset.DEMO:
            snapshot = Snapshot(chosen, _demo_catalog())
        case Dataset.OWN:
            snapshot = Snapshot(chosen, _own_practices(_waiting(st.empty())).catalog)
        case Dataset.TABLE:
            table = _TABLES.read(open_store(), _waiting(st.empty()))
            snapshot = Snapshot(chosen, table.prepared.catalog, table)
    st.session_state[_SHOWN] = snapshot
    return snapshot


def table_state() -> TableState:
    """Return the table as it stands now, for who is no visit.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        GeocodingError: The gazetteer cannot be read.
    """
    return _TABLES.read(open_store())


def shown() -> Snapshot:
    """Return the practices that the last run of the whole page began with."""
    return cast("Snapshot", st.session_state[_SHOWN])


def _waiting(room: Container) -> Callable[[], AbstractContextManager[object]]:
    """Return what says that the table has to be prepared first.

    Args:
        room: Where to say so. It is there in each run: else all that follows would stand one place
            further on in some, and the browser would show it twice until the run ends.
    """

    @contextmanager
    def say() -> Iterator[None]:
        with room, st.spinner(texts_in(state.language())("preparing")):
            yield

    return say


def put_own(read: UploadResult, places: pd.DataFrame) -> None:
    """Store the visitor's own practices: for this visit, and for the browser's next ones.

    Args:
        read: What the files gave.
        places: Where its practices are, as `locate` gives it.
    """
    st.session_state[_OWN] = OwnPractices(read, build_catalog(read.practices, places))
    UPLOADED.put(current_browser(), Uploaded.PRACTICES, (read, places))


def own_result() -> UploadResult | None:
    """Return what the files of the visitor's own practices gave; None where there are none."""
    if not _has_own():
        return None
    return _own_practices(_waiting(st.empty())).read


def forget_own() -> None:
    """Forget the visitor's own practices and show the table."""
    st.session_state.pop(_OWN, None)
    UPLOADED.put(current_browser(), Uploaded.PRACTICES, None)
    show(Dataset.TABLE)


def _has_own() -> bool:
    """Say whether there are practices of the visitor's own, from this visit or one before."""
    stored = UPLOADED.has(current_browser(), Uploaded.PRACTICES)
    return _OWN in st.session_state or stored


def _own_practices(waiting: Callable[[], AbstractContextManager[object]]) -> OwnPractices:
    """Return the visitor's own practices, prepared anew where an earlier visit uploaded them.

    Args:
        waiting: Gives what says so meanwhile.
    """
    if _OWN not in st.session_state:
        stored = UPLOADED.get(current_browser(), Uploaded.PRACTICES)
        read, places = cast("tuple[UploadResult, pd.DataFrame]", stored)
        with waiting():
            st.session_state[_OWN] = OwnPractices(read, build_catalog(read.practices, places))
    return cast("OwnPractices", st.session_state[_OWN])


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Catalog: id})
def _stated(catalog: Catalog) -> tuple[Catalog, Catalog]:
    """Give it with the one it was made from, whose identity no other can have meanwhile."""
    return catalog, with_stated_population(catalog)


@st.cache_resource(scope="session", show_spinner=False, max_entries=1, hash_funcs={Catalog: id})
def _stated_own(catalog: Catalog) -> tuple[Catalog, Catalog]:
    """Give the same of a visitor's own catalogue, which goes with the visit."""
    return catalog, with_stated_population(catalog)


def _prepare(store: PracticeStore, today: dt.date) -> Prepared:
    return prepare(store, DiskCache(cache_folder()), geocoder, today=today)


_TABLES: Final = TableReader(_prepare)
"""Reads the table for all visits; no message of a browser empties it, unlike Streamlit's caches."""


@st.cache_resource(show_spinner=False)
def _demo_catalog() -> Catalog:
    practices = make_demo(DEMO_ROWS, seed=DEMO_SEED)
    return build_catalog(practices, locate(practices, geocoder()))


@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={Catalog: id})
def places_without_points(catalog: Catalog) -> tuple[Catalog, pd.DataFrame]:
    """Return where the practices are without the added address points.

    With the catalogue, whose identity no other can have meanwhile.
    """
    plain = GazetteerGeocoder(geocoder().gazetteer, uses_address_points=False)
    return catalog, locate(catalog.practices, plain)


@st.cache_resource(show_spinner=False)
def geocoder() -> GazetteerGeocoder:
    """Return the offline geocoder, loaded once for all visitors."""
    return GazetteerGeocoder()
