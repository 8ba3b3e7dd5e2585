"""Prepares a table before it is served, so that no visitor waits for that."""

from collections.abc import Callable
from typing import Final

from dashboard.cli.memory import memory_mib
from dashboard.explore.catalog.prepared import is_prepared, prepare
from dashboard.locale import message
from dashboard.practices.disk_cache import DiskCache, cache_folder
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
    disk_cache = DiskCache(cache_folder())
    if is_prepared(store, disk_cache):
        return
    if store.size_bytes() > _LONG_BYTES:
        memory = memory_mib(store.size_bytes())
        say(message("command-preparing", table=store.name, memory=memory))
    prepare(store, disk_cache, GazetteerGeocoder).catalog.search_text.index()
