import os
import time

import pandas as pd
import pytest

from dashboard.errors import PracticeDataError, SettingsError, StoreError
from dashboard.practices.demo import make_demo
from dashboard.store import DATA_VARIABLE, open_store
from geocoding import TableError, data_dir

CORRECTIONS = "id,address,lat,lon,precision,reason,date\n7,,50.05,18.7,building,muzeum,2026-01-02\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "practices.csv"


@pytest.fixture
def store(path):
    store = open_store(str(path))
    store.save(make_demo(5, seed=1))
    return store


def test_the_table_in_use(path, monkeypatch):
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    assert open_store().name == str(data_dir() / "practices.csv")
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    assert open_store().name == open_store(str(path)).name == str(path.resolve())
    assert open_store(open_store().address).name == open_store().name


def test_what_is_saved_is_what_is_loaded(store):
    pd.testing.assert_frame_equal(store.load(), make_demo(5, seed=1))


def test_a_table_that_is_not_there_yet(path):
    store = open_store(str(path))
    assert not store.exists()
    assert store.size_bytes() == 0
    assert store.corrections() == []
    store.require_writable()
    with pytest.raises(PracticeDataError, match="a file that exists"):
        store.load()


def test_what_a_table_says_of_itself(store, path):
    assert store.exists()
    assert store.size_bytes() == path.stat().st_size
    assert store.changed_at().timestamp() == pytest.approx(path.stat().st_mtime)
    assert store.changed_at().tzinfo is not None


CHANGES = [
    pytest.param(lambda path: open_store(str(path)).save(make_demo(6, seed=1)), id="table"),
    pytest.param(
        lambda path: path.with_name("overrides.csv").write_text(CORRECTIONS, encoding="utf-8"),
        id="corrections",
    ),
    pytest.param(lambda path: path.unlink(), id="removed"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_version_changes_with_the_content(store, path, change):
    before = store.version()
    assert open_store(str(path)).version() == before
    change(path)
    assert store.version() != before


def test_the_version_is_of_the_content_alone(store, path):
    before = store.version()
    store.save(make_demo(5, seed=1))
    os.utime(path, (time.time(), 0))
    assert store.version() == before


def test_a_change_of_the_corrections_is_whole_or_none(store, path):
    file = path.with_name("overrides.csv")
    file.write_text(CORRECTIONS, encoding="utf-8")
    (kept,) = store.corrections()
    store.change_corrections(lambda ones: [*ones, kept.model_copy(update={"id": "41"})])
    assert [each.id for each in store.corrections()] == ["7", "41"]
    file.write_text(CORRECTIONS + "8,,0,0,house,,x\n", encoding="utf-8")
    with pytest.raises(TableError, match="line 3"):
        store.change_corrections(list)


@pytest.mark.parametrize("name", ["none/practices.csv", "."])
def test_a_place_that_cannot_be_written_to(tmp_path, name):
    store = open_store(str(tmp_path / name))
    for refused in (store.require_writable, lambda: store.save(make_demo(5, seed=1))):
        with pytest.raises(StoreError, match="--output"):
            refused()


def test_an_address_that_is_none_is_not_repeated():
    with pytest.raises(SettingsError, match="postgresql") as told:
        open_store("postgresql://user:sekret@host:port/database")
    assert "sekret" not in str(told.value)
