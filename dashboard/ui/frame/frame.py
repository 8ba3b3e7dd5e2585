"""What every page with filters begins with: language, practices, filters, heading."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Rows
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.filters import Selection, find_words, select
from dashboard.explore.filters.home import HomeQuery, HomeUnit
from dashboard.explore.filters.order import Order, ordered_rows
from dashboard.explore.search.search_text import SearchAnswer
from dashboard.locale import Texts, texts_in
from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.frame import home, shell, sidebar
from dashboard.ui.visit import data, own_unit, state
from dashboard.ui.visit.data import Snapshot
from dashboard.views.practice.relation import Relations, relate
from geocoding import Match


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page shows its views of.

    Attributes:
        texts: The messages in the visit's language.
        snapshot: All practices, as they stood when the run of the whole page began.
        selection: What the filters leave of them.
        search: What the words that the reader searches were found to be; None without any.
        match: Where the reader's own unit was looked for; None where none is stated.
        asked: What the reader says of their own unit.
        area: The area of the map that bounds the practices; None for none.
        own: The reader's own unit; None where none is stated, or it was not found.
        relations: How they stand to the reader's own unit; None without one.
    """

    texts: Texts
    snapshot: Snapshot
    selection: Selection
    search: SearchAnswer | None
    match: Match | None
    asked: HomeQuery
    area: Area | None
    own: HomeUnit | None
    relations: Relations | None

    @property
    def catalog(self) -> Catalog:
        """The catalogue of all practices."""
        return self.snapshot.catalog

    @property
    def found_words(self) -> frozenset[str]:
        """The folded words that the search found in the texts; empty without a search."""
        return self.search.forms if self.search else frozenset()

    def is_current(self) -> bool:
        """Say whether the practices, and what is compared with them, are the same by now.

        Raises:
            DashboardError: The table cannot be asked.
        """
        return self.asked == own_unit.asked() and self.snapshot.is_current()

    @property
    def rows(self) -> Rows:
        """The positions of the practices that passed the filters, in the reader's order."""
        order = state.order()
        if order is Order.RELEVANCE and self.search:
            return ordered_rows(self.selection, -self.search.scores.astype(np.float64))
        ranks = self.relations.ranks(order) if self.relations else None
        return ordered_rows(self.selection, ranks)


def open_page(scope: Scope = Scope.FILTERED) -> Frame:
    """Draw the filters and the heading of a page; return what is to be shown under them.

    Args:
        scope: What of the practices the page takes away.

    Raises:
        DashboardError: The practices cannot be read.
        GeocodingError: The gazetteer cannot be read.
    """
    frame = read_frame()
    draw_frame(frame, open_frame(frame), scope)
    return frame


def read_frame() -> Frame:
    """Return what a page is to show, before anything is drawn.

    Raises:
        DashboardError: The practices cannot be read.
        GeocodingError: The gazetteer cannot be read.
    """
    texts = texts_in(state.language())
    snapshot = data.read()
    if not state.completes_population():
        snapshot = snapshot.with_stated_population()
    catalog = snapshot.catalog
    state.follow_address(catalog)
    match = home.find_home()
    filters = state.filters()  # what bounds them to the own unit is known only now
    own = own_unit.found()
    return Frame(
        texts=texts,
        snapshot=snapshot,
        selection=select(catalog, filters),
        search=find_words(catalog, filters),
        match=match,
        asked=own_unit.asked(),
        area=filters.area,
        own=own,
        relations=relate(catalog, own) if own else None,
    )


def open_frame(frame: Frame) -> shell.Heading:
    """Make room for the filters and for the heading of a page; the room of the heading."""
    with st.sidebar:
        shell.draw_brand(frame.texts)
    return shell.open_heading(frame.snapshot, frame.texts)


def draw_frame(frame: Frame, heading: shell.Heading, scope: Scope) -> None:
    """Draw the filters and the heading of a page into their room."""
    catalog, selection, texts = frame.catalog, frame.selection, frame.texts
    snapshot = frame.snapshot
    with st.sidebar:
        home.draw_home(catalog, frame.match, texts)
    sidebar.draw_filters(catalog, selection, frame.search, texts)
    shell.draw_heading(heading, snapshot, selection, scope, texts)
