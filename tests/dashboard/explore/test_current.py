"""The state of a table that all visitors share: whole, newest, and the last one while silent."""

import datetime as dt
from contextlib import contextmanager

import pytest

from dashboard.errors import StoreError, UnavailableError
from dashboard.explore.catalog.current import RETRY_S, TableReader
from dashboard.explore.catalog.prepared import prepare
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import open_store
from geocoding import GazetteerGeocoder


class Flaky:
    """A store that can be told not to answer, and counts what it is asked."""

    def __init__(self, store):
        self._store = store
        self.is_silent = False
        self.asked = 0

    def __getattr__(self, name):
        found = getattr(self._store, name)
        if not callable(found):
            return found

        def ask(*args):
            self.asked += 1
            if self.is_silent:
                raise UnavailableError(f"{self._store.name}: does not answer")
            return found(*args)

        return ask


class Clock:
    now_s = 0.0
    today = dt.date(2026, 5, 11)

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    store = open_store(str(tmp_path / "store.sqlite"))
    store.save(make_demo(5, seed=1))
    return Flaky(store)


@pytest.fixture
def reader(tmp_path, clock):
    disk_cache = DiskCache(tmp_path / "disk_cache")
    return TableReader(
        lambda store, today: prepare(store, disk_cache, GazetteerGeocoder, today=today),
        today=lambda: clock.today,
        clock=clock,
    )


def size(state):
    return len(state.prepared.catalog)


def test_a_state_is_made_once_and_is_current_until_the_table_changes(reader, store):
    first = reader.read(store)
    assert reader.read(store) is first
    assert reader.is_current(store, first)
    store.save(make_demo(6, seed=1))
    assert not reader.is_current(store, first)
    second = reader.read(store)
    assert (size(first), size(second)) == (5, 6)
    assert len(second.prepared.catalog.practices) == len(
        second.prepared.catalog.search_text.closeness(0)
    )
    store.save(make_demo(5, seed=1))
    assert size(reader.read(store)) == 5


def test_waiting_is_told_only_where_a_state_has_to_be_made(reader, store):
    entered = []

    @contextmanager
    def waiting():
        entered.append(1)
        yield

    for _ in range(3):
        reader.read(store, waiting)
    assert entered == [1]


def test_while_the_store_is_silent_its_last_state_is_shown_and_it_is_seldom_asked(
    reader, store, clock
):
    shown = reader.read(store)
    store.is_silent = True
    assert not reader.is_current(store, shown)
    asked = store.asked
    for _ in range(50):
        last = reader.read(store)
        assert (last.is_answering, size(last)) == (False, 5)
        assert reader.is_current(store, last)
    assert store.asked == asked
    clock.now_s += RETRY_S
    for _ in range(50):
        assert not reader.read(store).is_answering
    assert store.asked == asked + 1


def test_when_the_store_answers_again_its_newest_state_is_shown(reader, store, clock):
    reader.read(store)
    store.save(make_demo(7, seed=1))
    store.is_silent = True
    last = reader.read(store)
    store.is_silent = False
    clock.now_s += RETRY_S
    assert not reader.is_current(store, last)
    state = reader.read(store)
    assert (state.is_answering, size(state)) == (True, 7)


def test_a_store_that_never_answered_is_told_and_seldom_asked(reader, store, clock):
    store.is_silent = True
    for _ in range(20):
        with pytest.raises(UnavailableError, match="does not answer"):
            reader.read(store)
    assert store.asked == 1
    store.is_silent = False
    clock.now_s += RETRY_S
    assert size(reader.read(store)) == 5


def test_a_table_that_is_broken_is_told_and_not_hidden_by_its_last_state(reader, store, tmp_path):
    shown = reader.read(store)
    path = tmp_path / "store.sqlite"
    content = path.read_bytes()
    path.write_bytes(content[:300])
    with pytest.raises(StoreError):
        reader.is_current(store, shown)
    with pytest.raises(StoreError):
        reader.read(store)
    path.write_bytes(content)
    assert reader.is_current(store, shown)
    assert reader.read(store) is shown


def test_two_tables_at_a_time(reader, store, tmp_path):
    other = open_store(str(tmp_path / "other.sqlite"))
    other.save(make_demo(9, seed=1))
    for _ in range(2):
        assert (size(reader.read(store)), size(reader.read(other))) == (5, 9)
