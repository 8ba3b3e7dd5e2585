from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.errors import PracticeDataError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.prepared import find_prepared, is_prepared, prepare
from dashboard.explore.filters.filters import Filters, select
from dashboard.explore.similar import similar
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import PracticeStore, open_store
from geocoding import GazetteerGeocoder
from geocoding.overrides import Override


@pytest.fixture
def store(tmp_path: Path) -> PracticeStore:
    store = open_store(str(tmp_path / "store.sqlite"))
    store.save(make_demo(60, seed=1))
    return store


@pytest.fixture
def disk_cache(tmp_path: Path) -> DiskCache:
    return DiskCache(tmp_path / "disk_cache")


@pytest.fixture
def nowhere(tmp_path: Path) -> DiskCache:
    """A disk cache that keeps nothing."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    return DiskCache(tmp_path / "file" / "disk_cache")


@pytest.fixture
def add_correction():
    def add(store: PracticeStore) -> None:
        new = {"lat": 52.1, "lon": 21.2, "precision": "building", "reason": "seen"}
        correction = Override.model_validate({"id": "3", "date": "2026-01-02", **new})
        store.change_corrections(lambda ones: [*ones, correction])

    return add


def assert_same(one: Catalog, other: Catalog) -> None:
    pd.testing.assert_frame_equal(one.practices, other.practices)
    pd.testing.assert_frame_equal(one.places, other.places)
    np.testing.assert_array_equal(one.population, other.population)
    np.testing.assert_array_equal(one.on_map, other.on_map)
    filters = Filters(search="gmin przykład", chosen={Facet.UNIT_TYPE: ("gmina wiejska",)})
    first, second = (select(catalog, filters) for catalog in (one, other))
    assert 0 < first.mask.sum() < len(one)
    assert list(first.rows) == list(second.rows)
    assert first.counts == second.counts


def test_what_is_kept_is_what_was_made(
    store: PracticeStore, disk_cache: DiskCache, nowhere: DiskCache
) -> None:
    made = prepare(store, nowhere, GazetteerGeocoder)
    assert not is_prepared(store, nowhere)
    prepare(store, disk_cache, GazetteerGeocoder)
    assert is_prepared(store, disk_cache)
    kept = find_prepared(store, disk_cache)
    assert kept is not None
    assert_same(made.catalog, kept.catalog)


def test_the_words_are_kept_too(
    store: PracticeStore, disk_cache: DiskCache, nowhere: DiskCache
) -> None:
    made = prepare(store, nowhere, GazetteerGeocoder)
    expected = similar(made.catalog, 0, limit=5)
    for _ in range(2):
        kept = prepare(store, disk_cache, GazetteerGeocoder)
        assert similar(kept.catalog, 0, limit=5) == expected


def test_a_table_without_a_word(tmp_path: Path, disk_cache: DiskCache) -> None:
    path = tmp_path / "empty.sqlite"
    empty = open_store(str(path))
    empty.save(make_demo(1, seed=1).head(0))
    for _ in range(2):
        prepared = prepare(empty, disk_cache, GazetteerGeocoder)
        assert len(prepared.catalog) == 0
        assert prepared.catalog.search_text.index() is not None


def test_a_changed_table_is_prepared_again(store: PracticeStore, disk_cache: DiskCache) -> None:
    prepare(store, disk_cache, GazetteerGeocoder)
    store.save(make_demo(61, seed=1))
    assert find_prepared(store, disk_cache) is None
    assert len(prepare(store, disk_cache, GazetteerGeocoder).catalog) == 61


def test_a_correction_counts(store: PracticeStore, disk_cache: DiskCache, add_correction) -> None:
    prepare(store, disk_cache, GazetteerGeocoder)
    add_correction(store)
    assert find_prepared(store, disk_cache) is None
    catalog = prepare(store, disk_cache, GazetteerGeocoder).catalog
    row = catalog.position_of(3)
    assert row is not None
    assert catalog.places_of(row)[0].point == (52.1, 21.2)


def test_what_is_damaged_is_made_again(
    store: PracticeStore, disk_cache: DiskCache, tmp_path: Path
) -> None:
    expected = prepare(store, disk_cache, GazetteerGeocoder).catalog
    for file in (tmp_path / "disk_cache").glob("*/*/*.arrow"):
        file.write_bytes(file.read_bytes()[:-100])
    assert find_prepared(store, disk_cache) is None
    assert_same(expected, prepare(store, disk_cache, GazetteerGeocoder).catalog)
    assert is_prepared(store, disk_cache)


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, disk_cache: DiskCache) -> None:
    with pytest.raises(PracticeDataError, match="a file that exists"):
        prepare(open_store(str(tmp_path / "none.csv")), disk_cache, GazetteerGeocoder)
    assert not (tmp_path / "disk_cache").exists()


class ReplacedMeanwhile:
    """A store whose table somebody replaces right after its version was asked for."""

    def __init__(self, store: PracticeStore) -> None:
        self._store = store

    def version(self) -> str:
        version = self._store.version()
        self._store.save(make_demo(61, seed=2))
        return version

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def test_a_table_that_is_replaced_meanwhile_is_not_taken_for_the_one_before(
    store: PracticeStore, disk_cache: DiskCache, add_correction
) -> None:
    add_correction(store)
    before = store.version()
    prepared = prepare(ReplacedMeanwhile(store), disk_cache, GazetteerGeocoder)
    assert (len(prepared.catalog), prepared.version) == (61, store.version())
    assert [each.id for each in prepared.corrections] == ["3"]
    assert store.version() != before
    store.save(make_demo(60, seed=1))
    assert find_prepared(store, disk_cache) is None
    assert len(prepare(store, disk_cache, GazetteerGeocoder).catalog) == 60


def test_the_corrections_are_kept_with_the_catalogue(
    store: PracticeStore, disk_cache: DiskCache, add_correction
) -> None:
    add_correction(store)
    prepare(store, disk_cache, GazetteerGeocoder)
    kept = find_prepared(store, disk_cache)
    assert kept is not None
    assert kept.corrections == store.corrections()
