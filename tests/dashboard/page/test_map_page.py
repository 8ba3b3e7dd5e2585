"""The page as Streamlit runs it, without a browser."""

from functools import partial

import pandas as pd
import pytest

from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import save_practices, typed


@pytest.fixture
def open_page(visit):
    """A function that opens the page on an address."""
    return partial(visit, "")


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


def test_the_page_opens_with_all_practices(open_page):
    page = open_page()
    assert not page.exception
    assert "11 z 11 praktyk" in texts_of(page)


def test_a_link_selects_a_practice(open_page):
    page = open_page(p="150")
    assert "Promocja kultury narzędziem realizacji celów strategii" in texts_of(page)
    assert "23 listopada 2009" in texts_of(page)


def test_a_link_brings_its_filters_and_tells_what_it_could_not_use(open_page):
    page = open_page(woj="małopolskie", typ="księstwo")
    assert "2 z 11 praktyk" in texts_of(page)
    assert page.multiselect(key="filter-woj").value == ["małopolskie"]
    assert "Typ jednostki = księstwo" in page.warning[0].value


def test_english(open_page):
    page = open_page(lang="en")
    assert "11 of 11 practices" in texts_of(page)
    assert page.text_input(key="filter-szukaj").label == "Search"


def test_filters_say_how_many_practices_they_leave_out(open_page):
    page = open_page(uzupelnij="nie")
    page.number_input(key="filter-ludnosc-od").set_value(20000).run()
    assert "1 z 11 praktyk" in texts_of(page)
    assert page.caption[0].value.startswith("Liczba mieszkańców: filtr pomija 10 praktyk")


def test_a_range_of_years_filters_and_stands_in_the_address(open_page):
    page = open_page()
    page.number_input(key="filter-lata-do").set_value(2009).run()
    assert page.query_params["lata"] == "-2009"
    assert "1 z 11 praktyk" in texts_of(page)
    assert "Lata wprowadzenia\\: do 2009" in [button.label for button in page.button]


def test_a_range_backwards_is_told(open_page):
    page = open_page()
    page.number_input(key="filter-ludnosc-od").set_value(20000)
    page.number_input(key="filter-ludnosc-do").set_value(10).run()
    assert "większa" in page.warning[0].value


def test_an_empty_result_says_what_to_loosen(open_page):
    page = open_page(woj="małopolskie", szukaj="czestochow")
    assert "Żadna praktyka" in texts_of(page)
    page.button(key="empty-szukaj").click().run()
    assert "2 z 11 praktyk" in texts_of(page)


def test_reset_chooses_everything_again(open_page):
    page = open_page(woj="małopolskie", szukaj="bochnia", ludnosc="20000-50000")
    assert "1 z 11 praktyk" in texts_of(page)
    page.button(key="reset").click().run()
    assert "11 z 11 praktyk" in texts_of(page)
    assert page.text_input(key="filter-szukaj").value == ""


def test_next_and_close(open_page):
    page = open_page(p="7")
    assert page.button(key="card-previous").disabled
    page.button(key="card-next").click().run()
    assert '<h2 id="card"' in texts_of(page)
    page.button(key="card-close").click().run()
    assert '<h2 id="card"' not in texts_of(page)


def test_a_damaged_table_is_told_with_its_rows(open_page, tmp_path):
    table = tmp_path / "practices.csv"
    table.write_text("art,section,title\nx,Kultura,Tytuł\n", encoding="utf-8")
    page = open_page(table)
    assert "Nie można pokazać danych" in page.error[0].value
    assert "wiersz 2, kolumna art" in page.code[0].value


def test_an_empty_table_is_a_state_of_its_own(open_page, tmp_path):
    table = tmp_path / "practices.csv"
    table.write_text("art,section,title\n", encoding="utf-8")
    page = open_page(table)
    assert not page.exception
    assert "mapa-praktyk import" in page.info[0].value


def test_a_request_with_the_address_before_the_last_changes_nothing(open_page):
    """What leaves before the browser has heard of the new address, as the map's own messages do."""
    page = open_page()
    page.text_input(key="filter-szukaj").set_value("bochni").run()
    assert page.query_params["szukaj"] == "bochni"
    page.query_params.clear()
    page.run()
    assert "1 z 11 praktyk" in texts_of(page)
    assert page.query_params["szukaj"] == "bochni"


def test_practices_known_only_by_their_county_are_listed_apart_from_a_circle(open_page, tmp_path):
    near, far = ("Praktyka powiatu", "bocheński"), ("Daleka praktyka", "ełcki")
    rows = [(1, "Żłobek", "Bochnia", ""), (2, near[0], "", near[1]), (3, far[0], "", far[1])]
    blank = pd.DataFrame("", index=range(len(rows)), columns=list(COLUMNS), dtype="str")
    stated = pd.DataFrame(rows, columns=["art", "title", "locality", "county"], dtype="str")
    table = blank.assign(section="Inne", metryka="[]", **stated)
    path = tmp_path / "praktyki.csv"
    save_practices(typed(table), path)
    page = open_page(str(path), moja="32-700", promien="25")
    assert not page.exception
    assert "1 z 3 praktyk" in texts_of(page)
    assert page.button(key="near-circle-2").label == "Praktyka powiatu"
    assert not [button for button in page.button if button.key == "near-circle-3"]
    assert any("środek powiatu" in each.value for each in page.caption)
    assert any("W promieniu: filtr pomija 1 praktykę" in each.value for each in page.caption)
