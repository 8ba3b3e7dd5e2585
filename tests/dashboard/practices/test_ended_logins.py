"""Logins that were ended: they stay so for every server on the table, and nobody is named."""

import datetime as dt

import pytest

from dashboard.errors import StoreError
from dashboard.practices.stores import open_store
from dashboard.practices.stores.ended_logins import digest_of, end_login, is_ended

ANNA = {"iss": "https://login.example.org", "sub": "anna", "iat": 1_700_000_000}


@pytest.fixture
def ended(tmp_path):
    """A function that gives the list as each further server would open it."""
    return lambda: open_store(str(tmp_path / "practices.csv")).ended_logins()


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
    written = (tmp_path / ".ended-logins.json").read_text("utf-8")
    assert digest_of(ANNA) in written
    assert "anna" not in written
    assert "login.example" not in written


def test_entries_go_once_nobody_could_save_any_more(ended, tmp_path):
    now = dt.datetime.now(dt.UTC)
    ended().add("past", until=now - dt.timedelta(seconds=1))
    end_login(ended(), ANNA)
    written = (tmp_path / ".ended-logins.json").read_text("utf-8")
    assert "past" not in written
    ended().prepare()
    assert is_ended(ended(), ANNA)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"ended": {"a": "soon"}}', b"\xff\xfe"]
)
def test_a_damaged_list_is_told_and_stays(ended, tmp_path, content):
    path = tmp_path / ".ended-logins.json"
    path.write_bytes(content)
    for ask in (ended().prepare, lambda: is_ended(ended(), ANNA), lambda: end_login(ended(), ANNA)):
        with pytest.raises(StoreError, match="cannot be read"):
            ask()
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_told(ended, tmp_path):
    (tmp_path / ".ended-logins.json").mkdir()
    with pytest.raises(StoreError, match="ended logins"):
        is_ended(ended(), ANNA)


def test_a_list_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(str(tmp_path / "none" / "practices.csv")).ended_logins().prepare()
