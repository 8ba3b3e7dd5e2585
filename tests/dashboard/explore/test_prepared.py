from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.errors import PracticeDataError
from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Facet
from dashboard.explore.filters import Filters, select
from dashboard.explore.prepared import find_prepared, is_prepared, prepare
from dashboard.explore.similar import similar
from dashboard.practices.demo import make_demo
from dashboard.practices.shelf import Shelf
from dashboard.store import PracticeStore, open_store
from geocoding import GazetteerGeocoder
from geocoding.overrides import Override


@pytest.fixture
def store(tmp_path: Path) -> PracticeStore:
    store = open_store(str(tmp_path / "store.sqlite"))
    store.save(make_demo(60, seed=1))
    return store


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def nowhere(tmp_path: Path) -> Shelf:
    """A shelf that keeps nothing."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    return Shelf(tmp_path / "file" / "shelf")


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


def test_what_is_kept_is_what_was_made(store: PracticeStore, shelf: Shelf, nowhere: Shelf) -> None:
    made = prepare(store, nowhere, GazetteerGeocoder)
    assert not is_prepared(store, nowhere)
    prepare(store, shelf, GazetteerGeocoder)
    assert is_prepared(store, shelf)
    kept = find_prepared(store, shelf)
    assert kept is not None
    assert_same(made.catalog, kept.catalog)


def test_the_words_are_kept_too(store: PracticeStore, shelf: Shelf, nowhere: Shelf) -> None:
    made = prepare(store, nowhere, GazetteerGeocoder)
    expected = similar(made.catalog, made.text_index(), 0, limit=5)
    for _ in range(2):
        kept = prepare(store, shelf, GazetteerGeocoder)
        assert similar(kept.catalog, kept.text_index(), 0, limit=5) == expected


def test_a_table_without_a_word(tmp_path: Path, shelf: Shelf) -> None:
    path = tmp_path / "empty.sqlite"
    empty = open_store(str(path))
    empty.save(make_demo(1, seed=1).head(0))
    for _ in range(2):
        prepared = prepare(empty, shelf, GazetteerGeocoder)
        assert len(prepared.catalog) == 0
        assert prepared.text_index() is not None


def test_a_changed_table_is_prepared_again(store: PracticeStore, shelf: Shelf) -> None:
    prepare(store, shelf, GazetteerGeocoder)
    store.save(make_demo(61, seed=1))
    assert find_prepared(store, shelf) is None
    assert len(prepare(store, shelf, GazetteerGeocoder).catalog) == 61


def test_a_correction_counts(store: PracticeStore, shelf: Shelf, add_correction) -> None:
    prepare(store, shelf, GazetteerGeocoder)
    add_correction(store)
    assert find_prepared(store, shelf) is None
    catalog = prepare(store, shelf, GazetteerGeocoder).catalog
    row = catalog.position_of(3)
    assert row is not None
    assert catalog.places_of(row)[0].point == (52.1, 21.2)


def test_what_is_damaged_is_made_again(store: PracticeStore, shelf: Shelf, tmp_path: Path) -> None:
    expected = prepare(store, shelf, GazetteerGeocoder).catalog
    for file in (tmp_path / "shelf").glob("*/*/*.arrow"):
        file.write_bytes(file.read_bytes()[:-100])
    assert find_prepared(store, shelf) is None
    assert_same(expected, prepare(store, shelf, GazetteerGeocoder).catalog)
    assert is_prepared(store, shelf)


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, shelf: Shelf) -> None:
    with pytest.raises(PracticeDataError, match="a file that exists"):
        prepare(open_store(str(tmp_path / "none.csv")), shelf, GazetteerGeocoder)
    assert not (tmp_path / "shelf").exists()


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
    store: PracticeStore, shelf: Shelf, add_correction
) -> None:
    add_correction(store)
    before = store.version()
    prepared = prepare(ReplacedMeanwhile(store), shelf, GazetteerGeocoder)
    assert (len(prepared.catalog), prepared.version) == (61, store.version())
    assert [each.id for each in prepared.corrections] == ["3"]
    assert store.version() != before
    store.save(make_demo(60, seed=1))
    assert find_prepared(store, shelf) is None
    assert len(prepare(store, shelf, GazetteerGeocoder).catalog) == 60


def test_the_corrections_are_kept_with_the_catalogue(
    store: PracticeStore, shelf: Shelf, add_correction
) -> None:
    add_correction(store)
    prepare(store, shelf, GazetteerGeocoder)
    kept = find_prepared(store, shelf)
    assert kept is not None
    assert kept.corrections == store.corrections()
