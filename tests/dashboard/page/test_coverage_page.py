"""The page 'Pokrycie' as Streamlit runs it, without a browser."""

import re
from functools import partial

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def open_page(visit):
    """A function that opens the page on a table (None: the shipped one) and an address."""
    return partial(visit, "coverage_page")


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


def test_the_country_by_voivodeship(open_page):
    page = open_page()
    assert not page.exception
    assert page.selectbox(key="coverage-poziom").value == "woj"
    assert page.selectbox(key="coverage-miara").value == "praktyki"
    assert "bez żadnej praktyki" in texts_of(page)
    assert page.button(key="path-country").disabled


def test_inside_a_voivodeship_without_any_practice(open_page):
    page = open_page(woj="podlaskie")
    assert not page.exception
    assert not page.warning
    assert page.selectbox(key="coverage-poziom").value == "powiat"
    assert "17 powiatów bez żadnej praktyki" in texts_of(page)
    page.button(key="path-country").click().run()
    assert page.multiselect(key="filter-woj").value == []


def test_a_measure_is_not_offered_where_it_makes_no_sense(open_page):
    page = open_page(poziom="powiat", miara="powiaty")
    assert page.selectbox(key="coverage-miara").value == "praktyki"
    options = page.selectbox(key="coverage-miara").options
    assert not any("Powiaty" in option for option in options)
    assert "przybliżone" in texts_of(page)


def test_the_rate_of_counties_says_of_which_day_the_inhabitants_are(open_page):
    page = open_page(poziom="powiat", miara="na100tys")
    assert page.selectbox(key="coverage-miara").value == "na100tys"
    assert "31 grudnia 2018" in texts_of(page)


def test_choices_go_to_the_page_and_bad_ones_are_told(open_page):
    page = open_page(miara="rok", klasy="dziwne")
    assert page.selectbox(key="coverage-miara").value == "rok"
    assert "klasy = dziwne" in page.warning[0].value
    page.selectbox(key="coverage-miara").select_index(1).run()
    assert "31 grudnia 2018" in texts_of(page)


def test_a_presentation_shows_no_controls(open_page):
    page = open_page(prezentacja="1", miara="na100tys", dzial="Usługi społeczne")
    assert not page.exception
    assert '<h1 class="mp-title">Praktyki na 100 tys. mieszkańców</h1>' in texts_of(page)
    assert "coverage-miara" not in [box.key for box in page.selectbox]
    assert "Dział: Usługi społeczne" in page.text[0].value


def test_an_empty_table(open_page, tmp_path):
    path = tmp_path / "practices.csv"
    path.write_text("art,section,title\n", encoding="utf-8")
    page = open_page(path)
    assert not page.exception
    assert "mapa-praktyk import" in page.info[0].value


def test_english_on_the_examples(open_page):
    page = open_page(lang="en", dane="demo")
    assert "counties without any practice" in texts_of(page)
    assert page.selectbox(key="coverage-miara").label == "Measure"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param({"doroku": "1850"}, "doroku = 1850", id="a year without practices"),
        pytest.param({"doroku": "dawno"}, "doroku = dawno", id="no year"),
        pytest.param(
            {"prezentacja": "1", "region": "Atlantyda"}, "region = Atlantyda", id="no region"
        ),
        pytest.param(
            {"prezentacja": "1", "woj": "opolskie", "region": "małopolskie / Kraków"},
            "region = małopolskie / Kraków",
            id="a county elsewhere",
        ),
    ],
)
def test_what_a_link_asks_for_in_vain_is_told(open_page, query, told):
    page = open_page(dane="demo", **query)
    assert not page.exception
    assert told in page.warning[0].value
    assert "mp-region-name" not in texts_of(page)


def test_a_year_leaves_out_what_came_later_and_what_has_no_date(open_page):
    page = open_page(dane="demo", doroku="2007")
    assert not page.warning
    assert "379 powiatów bez żadnej praktyki" in texts_of(page)


def test_a_region_of_the_slide_show(open_page):
    page = open_page(dane="demo", prezentacja="1", region="małopolskie", doroku="2012")
    assert re.search('<h2 id="mp-region-name"[^>]*>[^<]*małopolskie</h2>', texts_of(page))
    assert "Najnowsze praktyki" in texts_of(page)


def test_themes_without_any_practice_are_white_spots(open_page):
    spots = texts_of(open_page(woj="małopolskie")).split("Działy i poddziały bez żadnej praktyki")
    assert "Usługi społeczne: Oświata" in spots[1]
    assert "<li>Usługi społeczne: Kultura</li>" in spots[1]
