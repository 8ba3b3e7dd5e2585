"""What is new on the page 'Mapa': the filter, the line above the list, a practice's history."""

import datetime as dt

import pytest

from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Signature
from dashboard.store import open_store

pytestmark = pytest.mark.slow


@pytest.fixture
def store(tmp_path):
    """A store of three practices, the first of which has been changed twice."""
    store = open_store(str(tmp_path / "praktyki.sqlite"))
    store.save(make_demo(3, seed=1))
    number = int(store.load()["art"].iloc[0])
    store.edit_field(number, "unit_type", "miasto na prawach powiatu", Signature(who="a@b.pl"))
    store.edit_field(number, "contacts", "Anna Przykładowa", Signature(who="a@b.pl"))
    return store


def texts_of(page):
    assert not page.exception
    return "\n".join(element.body for element in page.get("html"))


def today():
    return dt.datetime.now().astimezone().date()


def test_the_link_says_since_when(visit, store):
    page = visit("", store.path, nowe=str(today()))
    html = texts_of(page)
    assert "3 nowe, 0 zmienionych" in html
    assert f"/nowosci.atom?nowe={today()}" in html
    tomorrow = today() + dt.timedelta(days=1)
    assert "mp-empty" in texts_of(visit("", store.path, nowe=str(tomorrow)))


def test_what_is_new_is_offered(visit, store):
    page = visit("", store.path)
    page.button(key="news-offer").click().run()
    assert "3 nowe" in texts_of(page)
    assert page.query_params["nowe"] == str(today() - dt.timedelta(days=30))


def test_a_day_that_is_none_is_said(visit, store):
    page = visit("", store.path, nowe="wczoraj")
    assert any("wczoraj" in each.value for each in page.warning)


def test_a_practice_has_its_history(visit, store):
    number = int(store.load()["art"].iloc[0])
    page = visit("", store.path, p=str(number))
    history = texts_of(page).partition("mp-versions")[2]
    assert "miasto na prawach powiatu" in history
    assert "Anna" not in history.partition("</ul>")[0]
    assert [each.label for each in page.expander if "(2)" in each.label]
