"""A part of the map's page, as pages of other sites embed it, in one run without a browser."""

import pytest

from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo

pytestmark = pytest.mark.slow

PRACTICES = make_demo(3, seed=1)
NUMBER, TITLE = int(PRACTICES["art"].iloc[0]), str(PRACTICES["title"].iloc[0])


@pytest.fixture
def table(tmp_path):
    """A table of three made-up practices."""
    path = tmp_path / "praktyki.csv"
    save_practices(PRACTICES, path)
    return path


def texts_of(page):
    assert not page.exception
    return "\n".join(element.body for element in page.get("html"))


@pytest.mark.parametrize("part", ["mapa", "lista", "karta"])
def test_a_part_has_no_filters_no_heading_and_no_footer(part, visit, table):
    page = visit("", table, osadzenie=part)
    html = texts_of(page)
    assert len(page.sidebar) == 0
    assert "<footer" not in html
    assert not page.multiselect
    assert "3 z 3 praktyk" in html
    assert "Źródło:" in html
    assert 'href="./" target="_blank"' in html
    assert page.query_params["osadzenie"] in (part, [part])


def test_filters_and_language_of_the_link_work_and_go_along(visit, table):
    page = visit("", table, osadzenie="lista", lang="en", lata="-1999", prezentacja="1")
    html = texts_of(page)
    assert "0 of 3 practices" in html
    assert 'href="./?lang=en&amp;lata=-1999" target="_blank"' in html


def test_the_card_of_the_named_practice_is_shown_without_what_leaves_the_part(visit, table):
    page = visit("", table, osadzenie="karta", p=str(NUMBER))
    html = texts_of(page)
    assert "mp-card" in html
    assert html.count(TITLE) >= 2, "on the card and in the link"
    assert f'href="./?p={NUMBER}"' in html
    assert not page.button
    assert not page.info


def test_a_card_of_no_practice_says_so(visit, table):
    assert visit("", table, osadzenie="karta").info
    page = visit("", table, osadzenie="karta", p="99999999")
    assert page.info
    assert any("99999999" in each.value for each in page.warning)


def test_the_list_gives_way_to_the_card_and_comes_back(visit, table):
    page = visit("", table, osadzenie="lista", p=str(NUMBER))
    assert "mp-card" in texts_of(page)
    page.button(key="embedded-back").click().run()
    assert "mp-list-title" in texts_of(page)
    assert "p" not in page.query_params
    assert page.query_params["osadzenie"] in ("lista", ["lista"])


def test_what_a_link_could_not_have_is_said(visit, table):
    page = visit("", table, osadzenie="mapa", woj="Nibylandia")
    assert any("Nibylandia" in each.value for each in page.warning)


def test_a_part_that_is_none_is_said_and_the_whole_page_shown(visit, table):
    page = visit("", table, osadzenie="wszystko")
    assert any("osadzenie = wszystko" in each.value for each in page.warning)
    assert "<footer" in texts_of(page)
