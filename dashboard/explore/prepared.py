"""The catalogue of a practices table, prepared once and then mapped into memory.

What follows from the table, its corrections, the gazetteer and this program is kept on a shelf
under a key made of all four, so a change of any of them is noticed. A later start finds it and
maps its files: several servers on one machine share that memory, and columns that nobody asks
for are never read.
"""

import datetime as dt
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard.explore.catalog import Catalog, assemble, build_catalog
from dashboard.explore.haystack import OF_PLACES, OF_PRACTICES, FoldedColumn, Haystack
from dashboard.explore.text_index import TextIndex
from dashboard.practices import locate
from dashboard.practices.corrections import corrections_csv
from dashboard.practices.places import PlaceGeocoder
from dashboard.practices.shelf import Shelf
from dashboard.store import PracticeStore
from geocoding import data_dir
from geocoding.overrides import Override, load_overrides

_PRACTICES: Final = "practices.arrow"
_PLACES: Final = "places.arrow"
_CORRECTIONS: Final = "corrections.csv"
_FOLDED: Final = "folded "
"""Before the name of a column whose folded texts a column holds."""


@dataclass(slots=True, eq=False)
class Prepared:
    """One state of a table: its catalogue, and all that was worked out for that very catalogue.

    Attributes:
        version: The version of the table that the catalogue was made of.
        catalog: The catalogue.
        corrections: The corrections that its places follow.
        shelf: Where it is kept.
        key: What it is kept under.
    """

    version: str
    catalog: Catalog
    corrections: list[Override]
    shelf: Shelf
    key: str
    _index: TextIndex | None = field(default=None, init=False, repr=False)
    _indexing: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def text_index(self) -> TextIndex:
        """The words of the practices, weighed; made at the first call, kept from then on."""
        with self._indexing:
            if self._index is None:
                self._index = self._find_index()
            return self._index

    def _find_index(self) -> TextIndex:
        """The words as they are on the shelf, else new ones."""
        haystack, key = self.catalog.haystack, f"{self.key}-words"
        kept = self.shelf.find(key)
        if kept is None:
            index = TextIndex.build(haystack)
            kept = self.shelf.put(key, index.save)
            if kept is None:
                return index
        return TextIndex.load(haystack, kept)


def is_prepared(store: PracticeStore, shelf: Shelf) -> bool:
    """Whether the catalogue of a table as it stands now is kept."""
    return shelf.find(_key(store.version())) is not None


def find_prepared(
    store: PracticeStore, shelf: Shelf, *, today: dt.date | None = None
) -> Prepared | None:
    """The catalogue of a table as it stands now, where it is prepared already."""
    return _find(store.version(), shelf, today)


def prepare(
    store: PracticeStore,
    shelf: Shelf,
    geocoder: Callable[[], PlaceGeocoder],
    *,
    today: dt.date | None = None,
) -> Prepared:
    """The catalogue of a table as it stands now: as it is kept, else made and kept.

    All of it is of one state of the table, the one whose version it has.

    Args:
        store: The practices table and its corrections.
        shelf: Where catalogues are kept.
        geocoder: Gives the geocoder; called where one is needed.
        today: The day by which dates are judged; None for this machine's.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        TableError: The corrections are not as they should be.
    """
    found = find_prepared(store, shelf, today=today)
    if found:
        return found
    content = store.read()
    practices, corrections = content.practices, content.corrections
    places = locate(practices, geocoder(), overrides=corrections)
    catalog = build_catalog(practices, places, today=today)
    key = _key(content.version)
    made = Prepared(content.version, catalog, corrections, shelf, key)
    if shelf.put(key, lambda folder: _write(made, folder)):
        return _find(content.version, shelf, today) or made
    return made


def _find(version: str, shelf: Shelf, today: dt.date | None) -> Prepared | None:
    """The catalogue of a version of a table, where it is prepared already."""
    key = _key(version)
    kept = shelf.find(key)
    if kept is None:
        return None
    return Prepared(version, _read(kept, today), load_overrides(kept / _CORRECTIONS), shelf, key)


def _key(version: str) -> str:
    """A name that another content of the table, its corrections or the program would not have."""
    return hashlib.blake2b(version.encode(), key=_program(), digest_size=20).hexdigest()


@cache
def _program() -> bytes:
    """A digest of this program and of the gazetteer."""
    state = hashlib.blake2b(f"{pd.__version__} {pa.__version__}".encode())
    for path in _program_files():
        state.update(hashlib.blake2b(path.read_bytes()).digest())
    return state.digest()


def _program_files() -> Iterator[Path]:
    """What a catalogue depends on besides its table, in one order on every machine."""
    yield from sorted((data_dir() / "gazetteer").iterdir())
    for package in ("geocoding", "dashboard.practices", "dashboard.explore"):
        found = find_spec(package)
        for folder in (found and found.submodule_search_locations) or ():
            yield from sorted(Path(folder).rglob("*.py"))


def _write(made: Prepared, folder: Path) -> None:
    """Write a catalogue and the corrections in it into a folder."""
    (folder / _CORRECTIONS).write_bytes(corrections_csv(made.corrections))
    catalog = made.catalog
    columns = catalog.haystack.columns
    for path, table, searched in (
        (folder / _PRACTICES, catalog.practices, OF_PRACTICES),
        (folder / _PLACES, catalog.places, OF_PLACES),
    ):
        content = pa.Table.from_pandas(table, preserve_index=False).combine_chunks()
        for name in searched:
            content = content.append_column(_FOLDED + name, columns[name].texts)
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, content.schema) as writer:
            writer.write_table(content)


def _read(folder: Path, today: dt.date | None) -> Catalog:
    """The catalogue that was written into a folder."""
    practices, of_practices = _read_table(folder / _PRACTICES)
    places, of_places = _read_table(folder / _PLACES)
    rows = np.arange(len(practices), dtype=np.int64)
    columns = {name: FoldedColumn(texts, rows) for name, texts in of_practices.items()}
    rows = places["row"].to_numpy(np.int64)
    columns |= {name: FoldedColumn(texts, rows) for name, texts in of_places.items()}
    return assemble(practices, places, Haystack(columns, size=len(practices)), today=today)


def _read_table(path: Path) -> tuple[pd.DataFrame, dict[str, pa.DictionaryArray]]:
    """A table mapped into memory, and the folded texts of some of its columns."""
    content = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    folded = [name for name in content.column_names if name.startswith(_FOLDED)]
    texts = {name.removeprefix(_FOLDED): content[name].combine_chunks() for name in folded}
    return content.drop_columns(folded).to_pandas(), texts
