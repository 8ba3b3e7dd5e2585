"""The page 'Analiza' as Streamlit runs it, without a browser."""

from functools import partial

import pytest

from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo

pytestmark = pytest.mark.slow


@pytest.fixture
def open_page(visit):
    """A function that opens the page on an address."""
    return partial(visit, "analysis_page")


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


def table_of(page):
    return page.dataframe[0].value


def test_the_page_opens_with_every_part(open_page):
    page = open_page()
    assert not page.exception
    assert '<h1 class="mp-title">Analiza</h1>' in texts_of(page)
    assert texts_of(page).count('class="mp-part"') == 7
    assert len(table_of(page)) == 11


def test_english(open_page):
    page = open_page(lang="en")
    assert not page.exception
    assert '<h1 class="mp-title">Analysis</h1>' in texts_of(page)
    assert page.multiselect(key="analysis-columns").label == "Columns"


def test_filters_of_the_link_hold_here_too(open_page):
    page = open_page(woj="małopolskie", ludnosc="brak")
    assert "1 z 11 praktyk" in texts_of(page)
    assert table_of(page)["number"].tolist() == [596]
    assert page.checkbox(key="filter-ludnosc-brak").value
    assert page.number_input(key="filter-ludnosc-od").disabled


def test_population_is_completed_unless_the_stated_ones_alone_are_wanted(open_page):
    page = open_page()
    assert "Uzupełniono 8 praktyk z 10" in texts_of(page)
    sources = table_of(page)["population-source"]
    assert sources.value_counts().to_dict() == {"tabela gmin": 8, "brak danych": 2, "metryka": 1}
    page.toggle(key="analysis-complete").set_value(False).run()
    assert "10 praktyk z 11 nie ma w metryce" in texts_of(page)
    assert page.query_params["uzupelnij"] == "nie"
    page.toggle(key="analysis-complete").set_value(True).run()
    assert "Uzupełniono 8 praktyk z 10" in texts_of(page)


def test_a_completed_population_counts_for_the_filter(open_page):
    page = open_page(ludnosc="50000-99999", uzupelnij="ludnosc")
    assert table_of(page)["number"].tolist() == [7, 16, 688]


def test_a_range_is_said_and_can_be_removed(open_page):
    page = open_page(ludnosc="20000-")
    assert "Liczba mieszkańców: 20\xa0000–…." in texts_of(page)
    page.button(key="analysis-clear-range").click().run()
    assert len(table_of(page)) == 11


def test_the_selected_practice_has_its_card_beside_the_table(open_page):
    page = open_page(p="150")
    assert '<h2 id="card"' in texts_of(page)
    page.button(key="card-close").click().run()
    assert '<h2 id="card"' not in texts_of(page)


def test_an_empty_result_says_what_to_loosen(open_page):
    page = open_page(woj="małopolskie", szukaj="czestochow")
    assert not page.exception
    assert "Żadna praktyka" in texts_of(page)


def test_the_made_up_practices_can_be_analysed(open_page):
    page = open_page(dane="demo", uzupelnij="ludnosc")
    assert not page.exception
    assert len(table_of(page)) == 480


def test_an_empty_table_is_a_state_of_its_own(open_page, tmp_path, monkeypatch):
    table = tmp_path / "practices.csv"
    table.write_text("art,section,title\n", encoding="utf-8")
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(table))
    page = open_page()
    assert not page.exception
    assert "mapa-praktyk import" in page.info[0].value


def test_a_long_table_has_pages(open_page, monkeypatch, tmp_path):
    table = tmp_path / "many.csv"
    save_practices(make_demo(2_001, seed=1), table)
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(table))
    page = open_page()
    assert len(table_of(page)) == 2_000
    assert "Praktyki 1–2\u00a0000 z 2\u00a0001" in texts_of(page)
    page.number_input(key="analysis-table-page").set_value(2).run()
    assert page.query_params["strona"] == "2"
    assert len(table_of(page)) == 1


def test_a_chart_of_what_is_filtered_says_what_there_is_without_the_filter(open_page):
    page = open_page(dane="demo", woj="małopolskie", lata="2012-2016")
    shown = len(table_of(page))
    without = len(table_of(open_page(dane="demo", woj="małopolskie")))
    words = texts_of(page)
    assert f"Filtr „Lata wprowadzenia” zostawia {shown} praktyk" in words
    assert f"bez niego byłoby ich {without}." in words


def test_the_table_of_a_link_has_its_columns_and_its_order(open_page):
    page = open_page(dane="demo", kolumny="mieszkancy", sortowanie="mieszkancy", malejaco="1")
    assert page.multiselect(key="analysis-columns").value == ["population"]
    people = table_of(page)["population"].dropna().tolist()
    assert people == sorted(people, reverse=True)
    assert table_of(page)["population"].isna().tolist()[-1], "the unknown come last"


def test_next_follows_the_order_of_the_table(open_page):
    page = open_page(dane="demo", sortowanie="mieszkancy", malejaco="1")
    numbers = table_of(page)["number"].tolist()
    page = open_page(dane="demo", sortowanie="mieszkancy", malejaco="1", p=str(numbers[5]))
    page.button(key="card-next").click().run()
    assert page.query_params["p"] == str(numbers[6])
    page.button(key="card-previous").click().run()
    page.button(key="card-previous").click().run()
    assert page.query_params["p"] == str(numbers[4])


def test_the_choices_of_the_table_are_written_into_the_link(open_page):
    page = open_page(dane="demo")
    page.selectbox(key="analysis-order").set_value("locality").run()
    page.checkbox(key="analysis-descending").check().run()
    page.multiselect(key="analysis-columns").set_value(["title", "locality"]).run()
    assert page.query_params["sortowanie"] == "miejscowosc"
    assert page.query_params["malejaco"] == "1"
    assert page.query_params["kolumny"] == ["tytul", "miejscowosc"]
    page.selectbox(key="analysis-order").set_value(None).run()
    assert not {"sortowanie", "malejaco"} & set(page.query_params)


def test_what_a_link_names_wrongly_of_the_table_is_left_out(open_page):
    page = open_page(kolumny="x", sortowanie="y", strona="0")
    assert not page.exception
    assert len(table_of(page)) == 11


def test_columns_are_chosen_anew_after_all_were_dropped(open_page):
    page = open_page(kolumny="tytul")
    page.multiselect(key="analysis-columns").set_value([]).run()
    assert page.multiselect(key="analysis-columns").value == []
    assert "kolumny" not in page.query_params
    page.multiselect(key="analysis-columns").set_value(["county"]).run()
    assert page.query_params["kolumny"] == "powiat"
