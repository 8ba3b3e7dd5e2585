"""Measures the dashboard on made-up practices: python practices.py TASK ROWS FOLDER.

The tasks, one after another and each in a process of its own, are 'storing' (a store in SQLite, in
the folder), 'making' (all that is prepared of it) and 'use'. Times are processor time. A run of a
page goes through Streamlit's AppTest, so it holds what Streamlit does on the server and the test's
own reading of the page. Prints JSON, nothing where the task is 'storing'.
"""

import json
import logging
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from figures import Figures, measured, memory_mib
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.prepared import Prepared, find_prepared, prepare
from dashboard.explore.filters.filters import Filters, select
from dashboard.locale import texts_in
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.server.memory import give_memory_back
from dashboard.store import open_store
from dashboard.variables import CACHE_VARIABLE, DATA_VARIABLE
from dashboard.views.map.columns import pack_mask
from dashboard.views.map.points import located_places, positions_file, shown_practices, words_file
from geocoding import GazetteerGeocoder

APP = f"{dashboard.__path__[0]}/app.py"
PAGES = {"map": "", "analysis": "analysis", "quality": "quality", "coverage": "coverage"}
RUNS = 5
VISITORS = 4
REGION = {Facet.VOIVODESHIP: ("małopolskie",)}
WORDS = ("kultura", "oświata", "szkoła", "bilet", "energia")


def store_practices(rows: int) -> None:
    """Make the store, apart from what is measured: it locates all that is saved there."""
    open_store().save(make_demo(rows, seed=1))


def measure_making(folder: Path) -> Figures:
    """Making the store ready: each step once, since the next start finds it ready."""
    store, disk_cache = open_store(), DiskCache(folder / "disk_cache")
    geocoder = GazetteerGeocoder()
    prepared_s, prepared = measured(lambda: prepare(store, disk_cache, lambda: geocoder))
    return {
        "load": measured(store.load)[0],
        "prepare": prepared_s,
        "words": measured(prepared.catalog.search_text.index)[0],
    }


def measure_use(folder: Path) -> Figures:
    """What a start and every visitor cost once the store is ready."""
    figures = pages()  # first, so that their memory is that of a server
    store, disk_cache = open_store(), DiskCache(folder / "disk_cache")
    figures["start"], prepared = measured(lambda: find_prepared(store, disk_cache))
    assert prepared is not None
    return {**figures, **asked(prepared), **map_bytes(prepared)}


def asked(prepared: Prepared) -> Figures:
    """A filter, and a search for a word that nobody sought before, each in milliseconds."""
    catalog = prepared.catalog
    filters = [Filters(chosen=REGION)] * len(WORDS)
    searches = [Filters(search=word) for word in WORDS]
    return {
        "filter": median_ms([lambda each=each: select(catalog, each) for each in filters]),
        "search": median_ms([lambda each=each: select(catalog, each) for each in searches]),
    }


def map_bytes(prepared: Prepared) -> Figures:
    """Kilobytes that the map fetches once, and those that a change of a filter sends."""
    catalog = prepared.catalog
    places = located_places(catalog)
    files = positions_file(catalog, places), words_file(catalog, places, texts_in("pl"))
    shown = shown_practices(catalog, select(catalog, Filters(chosen=REGION)).mask)
    return {
        "points": sum(map(len, files)) / 1000,
        "change": len(json.dumps(pack_mask(shown))) / 1000,
    }


def pages() -> Figures:
    """A run of each page in milliseconds; memory after the first visitor, and of each other."""
    visits = []
    figures = {}
    for name, script in PAGES.items():
        visit = AppTest.from_file(APP, default_timeout=600).run()
        if script:
            visit.switch_page(f"app_pages/{script}_page.py").run()
        visits.append(visit)
        if name == "map":
            figures["memory"] = memory_mib("VmRSS")
        figures[name] = median_ms([visit.run] * RUNS)
        assert not visit.exception
    before = memory_mib("VmRSS")
    visits += [AppTest.from_file(APP, default_timeout=600).run() for _ in range(VISITORS)]
    figures["visitor"] = max(memory_mib("VmRSS") - before, 0.0) / VISITORS
    return figures


def median_ms(calls: list[Callable[[], object]]) -> float:
    """The median time of the calls in milliseconds."""
    return 1000 * statistics.median(measured(call)[0] for call in calls)


def main(task: str, rows: int, folder: Path) -> None:
    """Measure one task, and print its figures."""
    logging.disable(logging.WARNING)  # Streamlit's, on running without a server
    give_memory_back()  # as the server does
    os.environ[DATA_VARIABLE] = str(folder / "practices.sqlite")
    os.environ[CACHE_VARIABLE] = str(folder / "disk_cache")
    if task == "storing":
        store_practices(rows)
        return
    figures = measure_making(folder) if task == "making" else measure_use(folder)
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
