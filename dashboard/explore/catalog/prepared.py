"""The catalogue of a practices table, prepared once and then mapped into memory.

What follows from the table, its corrections, the gazetteer and this program is cached on disk
under a key made of all four, so a change of any of them is noticed. A later start finds it and
maps its files: several servers on one machine share that memory, and columns that nobody asks
for are never read.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard.explore.catalog.catalog import Catalog, assemble, build_catalog
from dashboard.explore.catalog.dates import PracticeDates
from dashboard.explore.search.search_text import (
    OF_PLACES,
    OF_PRACTICES,
    FoldedColumn,
    SearchText,
    build_index,
)
from dashboard.explore.search.word_index import WordIndex
from dashboard.practices import locate
from dashboard.practices.corrections import corrections_csv
from dashboard.practices.disk_cache import DiskCache
from dashboard.practices.places import PlaceGeocoder
from dashboard.store import PracticeStore
from geocoding import data_dir
from geocoding.added import added, cached_with_added, is_reference
from geocoding.overrides import Override, load_overrides

_PRACTICES: Final = "practices.arrow"
_PLACES: Final = "places.arrow"
_UNITS: Final = "units.arrow"
_ADDED: Final = "added.npy"
_CHANGED: Final = "changed.npy"
_CORRECTIONS: Final = "corrections.csv"
_FOLDED: Final = "folded "
"""Before the name of a column whose folded texts a column holds."""


@dataclass(slots=True, eq=False)
class Prepared:
    """One state of a table: its catalogue, and what was computed for that very catalogue.

    Attributes:
        version: The version of the table that the catalogue was made of.
        catalog: The catalogue.
        corrections: The corrections that its places follow.
        disk_cache: Where it is cached.
        key: Its key there.
    """

    version: str
    catalog: Catalog
    corrections: list[Override]
    disk_cache: DiskCache
    key: str


def is_prepared(store: PracticeStore, disk_cache: DiskCache) -> bool:
    """Say whether the catalogue of a table as it stands now is cached."""
    return disk_cache.find(_key(store.version())) is not None


def find_prepared(
    store: PracticeStore, disk_cache: DiskCache, *, today: dt.date | None = None
) -> Prepared | None:
    """Give the catalogue of a table as it stands now; None where it is not cached."""
    return _find(store.version(), disk_cache, today)


def prepare(
    store: PracticeStore,
    disk_cache: DiskCache,
    geocoder: Callable[[], PlaceGeocoder],
    *,
    today: dt.date | None = None,
) -> Prepared:
    """Give the catalogue of a table as it stands now: from the cache, else made and cached.

    All of it is of one state of the table, the one whose version it has.

    Args:
        store: The practices table and its corrections.
        disk_cache: Where catalogues are cached.
        geocoder: Gives the geocoder; called where one is needed.
        today: The day by which dates are judged; None for this machine's.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        TableError: The corrections are not as they should be.
    """
    found = find_prepared(store, disk_cache, today=today)
    if found:
        return found
    content = store.read()
    practices, corrections = content.practices, content.corrections
    places = locate(practices, geocoder(), overrides=corrections)
    catalog = build_catalog(practices, places, history=content.dates, today=today)
    key = _key(content.version)
    made = Prepared(content.version, catalog, corrections, disk_cache, key)
    folder = disk_cache.put(key, lambda folder: _write(made, folder))
    if folder is None:
        return made
    mapped = _read(folder, today, disk_cache, key)
    return Prepared(content.version, mapped, corrections, disk_cache, key)


def _find(version: str, disk_cache: DiskCache, today: dt.date | None) -> Prepared | None:
    """Give the catalogue of a version of a table; None where it is not cached."""
    key = _key(version)
    folder = disk_cache.find(key)
    if folder is None:
        return None
    corrections = load_overrides(folder / _CORRECTIONS)
    return Prepared(version, _read(folder, today, disk_cache, key), corrections, disk_cache, key)


def _key(version: str) -> str:
    """Give a name that another content of the table, its corrections or the program has not."""
    return hashlib.blake2b(version.encode(), key=_program(), digest_size=20).hexdigest()


@cached_with_added
def _program() -> bytes:
    """Give a digest of this program, of the gazetteer and of the data that was added."""
    state = hashlib.blake2b(f"{pd.__version__} {pa.__version__}".encode())
    for record in added():
        if not is_reference(record):
            continue  # nothing of a catalogue follows from figures
        state.update(f"{record.kind} {record.sha256}".encode())
    for path in _program_files():
        state.update(hashlib.blake2b(path.read_bytes()).digest())
    return state.digest()


def _program_files() -> Iterator[Path]:
    """Give what a catalogue depends on besides its table, in one order on every machine."""
    yield from sorted((data_dir() / "gazetteer").iterdir())
    yield data_dir() / "communes.parquet"
    for package in ("geocoding", "dashboard.practices", "dashboard.explore"):
        found = find_spec(package)
        for folder in (found and found.submodule_search_locations) or ():
            yield from sorted(Path(folder).rglob("*.py"))


def _write(made: Prepared, folder: Path) -> None:
    """Write a catalogue and the corrections in it into a folder."""
    (folder / _CORRECTIONS).write_bytes(corrections_csv(made.corrections))
    catalog = made.catalog
    np.save(folder / _ADDED, catalog.dates.added)
    np.save(folder / _CHANGED, catalog.dates.changed)
    columns = catalog.search_text.columns
    for path, table, searched in (
        (folder / _PRACTICES, catalog.practices, OF_PRACTICES),
        (folder / _PLACES, catalog.places, OF_PLACES),
        (folder / _UNITS, catalog.local_units, ()),
    ):
        content = pa.Table.from_pandas(table, preserve_index=False).combine_chunks()
        for name in searched:
            content = content.append_column(_FOLDED + name, columns[name].texts)
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, content.schema) as writer:
            writer.write_table(content)


def _read(folder: Path, today: dt.date | None, disk_cache: DiskCache, key: str) -> Catalog:
    """Give the catalogue that was written into a folder; its words are indexed when asked for."""
    practices, of_practices = _read_table(folder / _PRACTICES)
    places, of_places = _read_table(folder / _PLACES)
    units, _ = _read_table(folder / _UNITS)
    rows = np.arange(len(practices), dtype=np.int64)
    columns = {name: FoldedColumn(texts, rows) for name, texts in of_practices.items()}
    rows = places["row"].to_numpy(np.int64)
    columns |= {name: FoldedColumn(texts, rows) for name, texts in of_places.items()}

    def index() -> WordIndex:
        return _index(practices, places, disk_cache, f"{key}-words")

    words = SearchText(columns, size=len(practices), index=index)
    dates = PracticeDates(*(np.load(folder / name, mmap_mode="r") for name in (_ADDED, _CHANGED)))
    return assemble(practices, places, units, words, dates, today=today)


def _index(
    practices: pd.DataFrame, places: pd.DataFrame, disk_cache: DiskCache, key: str
) -> WordIndex:
    """Load the index of the words from the disk cache; make and cache it where it is not there."""
    folder = disk_cache.find(key)
    if folder is None:
        index = build_index(practices, places)
        folder = disk_cache.put(key, index.save)
        if folder is None:
            return index
    return WordIndex.load(folder, size=len(practices))


def _read_table(path: Path) -> tuple[pd.DataFrame, dict[str, pa.DictionaryArray]]:
    """Give a table mapped into memory, and the folded texts of some of its columns."""
    content = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    folded = [name for name in content.column_names if name.startswith(_FOLDED)]
    texts = {name.removeprefix(_FOLDED): content[name].combine_chunks() for name in folded}
    return content.drop_columns(folded).to_pandas(), texts
