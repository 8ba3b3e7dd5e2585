"""The choice among the practices, as Streamlit runs it, without a browser."""

from functools import partial

import pytest

from dashboard.practices.demo import make_demo
from dashboard.store import open_store
from dashboard.url import Dataset


@pytest.fixture
def open_page(visit):
    """A function that opens the page on an address."""
    return partial(visit, "")


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


def test_the_table_is_shown_without_a_banner(open_page):
    assert 'role="note"' not in texts_of(open_page())


def test_a_link_opens_the_example_data(open_page):
    page = open_page(dane="demo", dzial="Usługi techniczne")
    assert not page.exception
    assert "z 480 praktyk" in texts_of(page)
    assert "Dane przykładowe: praktyki zmyślił program" in texts_of(page)
    assert page.selectbox(key="dataset").value is Dataset.DEMO


def test_the_choice_keeps_the_filters_and_drops_the_selected_practice(open_page):
    page = open_page(p="150", typ="gmina miejska")
    page.selectbox(key="dataset").set_value(Dataset.DEMO).run()
    assert not page.exception
    assert page.query_params["dane"] == "demo"
    assert "p" not in page.query_params
    assert page.multiselect(key="filter-typ").value == ["gmina miejska"]
    page.selectbox(key="dataset").set_value(Dataset.TABLE).run()
    assert "dane" not in page.query_params
    assert "1 z 11 praktyk" in texts_of(page)


@pytest.mark.parametrize("asked", ["wlasne", "nonsense"])
def test_data_that_is_not_there_is_told(open_page, asked):
    page = open_page(dane=asked)
    assert "11 z 11 praktyk" in texts_of(page)
    assert "danych, których tu nie ma" in page.warning[0].value


def test_an_import_shows_at_the_next_click_of_an_open_page(visit, tmp_path):
    store = open_store(str(tmp_path / "store.sqlite"))
    store.save(make_demo(20, seed=1))
    page = visit("", table=store.address)
    assert "20 z 20 praktyk" in texts_of(page)
    store.save(make_demo(30, seed=1))
    page.run()
    assert not page.exception
    assert "30 z 30 praktyk" in texts_of(page)
