"""Prepares a table before it is served, so that no visitor waits for that."""

from collections.abc import Callable
from typing import Final

from dashboard.explore.prepared import is_prepared, prepare
from dashboard.practices.shelf import Shelf, shelf_folder
from dashboard.store import PracticeStore
from geocoding import GazetteerGeocoder

_LONG_BYTES: Final = 5_000_000
"""From this size of a table on, it takes seconds."""


def prepare_table(store: PracticeStore, say: Callable[[str], None]) -> None:
    """Prepare a table where it changed since the last start; say so where that takes a while.

    Args:
        store: The practices table.
        say: Called with a line for the reader.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        TableError: Its corrections are not as they should be.
    """
    shelf = Shelf(shelf_folder())
    if is_prepared(store, shelf):
        return
    if store.size_bytes() > _LONG_BYTES:
        say(f"{store.name}: a new or changed table, prepared once ...")
    prepare(store, shelf, GazetteerGeocoder).text_index()
