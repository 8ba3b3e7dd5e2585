"""Logins that were ended: they stay so for every server on the table, and nobody is named."""

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from dashboard.errors import DashboardError, StoreError
from dashboard.practices.demo import make_demo
from dashboard.store import open_store
from dashboard.store.ended_logins import digest_of, end_login, is_ended

ANNA = {"iss": "https://login.example.org", "sub": "anna", "iat": 1_700_000_000}


@pytest.fixture
def ended(tmp_path):
    """A function that gives the list as each further server would open it."""
    path = str(tmp_path / "store.sqlite")
    open_store(path).save(make_demo(2, seed=1))
    return lambda: open_store(path).ended_logins()


def test_an_ended_login_is_ended_for_every_server_on_the_table(ended):
    assert not is_ended(ended(), ANNA)
    end_login(ended(), ANNA)
    end_login(ended(), ANNA)
    assert is_ended(ended(), ANNA | {"email": "anna@example.org"})


@pytest.mark.parametrize("other", [{"iss": "https://b"}, {"sub": "jan"}, {"iat": 1_700_000_001}])
def test_other_logins_go_on(ended, other):
    end_login(ended(), ANNA)
    assert not is_ended(ended(), ANNA | other)


def test_claims_that_run_into_each_other_are_told_apart():
    assert digest_of({"iss": "a", "sub": "b, c"}) != digest_of({"iss": "a, b", "sub": "c"})


def test_nobody_is_named(ended, tmp_path):
    end_login(ended(), ANNA)
    written = (tmp_path / "store.sqlite").read_bytes()
    assert digest_of(ANNA).encode() in written
    assert b"anna" not in written
    assert b"login.example" not in written


def test_entries_go_once_nobody_could_save_any_more(ended):
    now = dt.datetime.now(dt.UTC)
    ended().add("past", until=now - dt.timedelta(seconds=1))
    assert ended().has("past")
    end_login(ended(), ANNA)
    assert not ended().has("past")
    ended().prepare()
    assert is_ended(ended(), ANNA)


def test_a_list_that_cannot_be_read_is_told(ended, tmp_path):
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection:
        connection.execute("DROP TABLE ended_logins")
    for ask in (ended().prepare, lambda: is_ended(ended(), ANNA), lambda: end_login(ended(), ANNA)):
        with pytest.raises(DashboardError, match=r"store\.sqlite"):
            ask()


def test_a_table_file_ends_no_login(tmp_path):
    with pytest.raises(StoreError, match="only read"):
        open_store(str(tmp_path / "practices.csv")).ended_logins()
