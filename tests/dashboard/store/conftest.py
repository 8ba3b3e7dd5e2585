"""Stores in files of their own, and what is put into them."""

import datetime as dt

import pytest

from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Signature
from dashboard.store import open_store
from geocoding import Precision
from geocoding.overrides import Override


@pytest.fixture
def path(tmp_path):
    """Where a store may be made."""
    return tmp_path / "praktyki.sqlite"


@pytest.fixture
def practices():
    """Five made-up practices."""
    return make_demo(5, seed=1)


@pytest.fixture
def store(path, practices):
    """A store that holds them."""
    store = open_store(str(path))
    store.save(practices)
    return store


@pytest.fixture
def by():
    """Whoever changes something."""
    return Signature(who="redaktor@example.org", reason="zadzwonili")


@pytest.fixture
def correction():
    """A position that a person has set for the first practice."""
    return Override(
        id="1",
        lat=49.97,
        lon=20.43,
        precision=Precision.BUILDING,
        reason="widziane",
        date=dt.date(2026, 5, 11),
    )
