import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.themes import Theme
from dashboard.locale import texts_in
from dashboard.views.coverage.themes import shade_styles, themes_html


@pytest.fixture
def make_theme():
    """A function that makes a theme of the given numbers by voivodeship."""

    def make(name, **found):
        counts = pd.Series(0, index=list(regions.voivodeships()))
        counts.update(pd.Series(found, dtype="int64"))
        total = int(counts.sum())
        return Theme(Facet.SUBSECTION, f"s / {name}", name, "s", total, counts)

    return make


def drawn(found, chosen=None):
    return BeautifulSoup(themes_html(found, chosen, texts_in("pl")), "lxml")


def test_each_theme_is_a_button_with_a_map_in_shared_classes(make_theme):
    few, many = make_theme("Kultura", śląskie=1), make_theme("Oświata", śląskie=9, opolskie=1)
    page = drawn([few, many], (Facet.SUBSECTION, "s / Oświata"))
    names = list(regions.voivodeships())
    kinds = [[use["class"][0] for use in button.select("use")] for button in page.select("button")]
    assert [len(each) for each in kinds] == [16, 16]
    assert kinds[0][names.index("śląskie")] == kinds[1][names.index("opolskie")] == "k-2"
    assert kinds[1][names.index("śląskie")] == "k-4"
    assert kinds[0].count("k-zero") == 15
    assert [button["aria-pressed"] for button in page.select("button")] == ["false", "true"]
    assert [row.get_text(strip=True) for row in page.select(".legend li")] == ["0", "1", "2–9"]


def test_each_map_is_told_in_words_and_numbers(make_theme):
    page = drawn([make_theme("Kultura", śląskie=3, opolskie=1)])
    label = page.select_one("button")["aria-label"]
    assert label == (
        "s: Kultura: 4 praktyki, województwa z praktyką: 2 z 16. Najwięcej: śląskie 3, opolskie 1."
    )
    cells = [cell.get_text() for cell in page.select("tbody td")]
    assert cells[0] == "4"
    assert len(cells) == 17


def test_every_voivodeship_has_an_outline_small_enough_for_many(make_theme):
    paths = drawn([make_theme("Kultura")]).select("defs path[id]")
    assert len(paths) == 16
    assert sum(len(path["d"]) for path in paths) < 8_000


def test_texts_stay_texts(make_theme):
    assert drawn([make_theme("<b>x</b>")]).select_one(".name b") is None


def test_no_practice_at_all(make_theme):
    page = drawn([make_theme("Kultura")])
    assert {use["class"][0] for use in page.select("use")} == {"k-zero"}


def test_colours_are_those_of_the_map():
    assert "--mp-shade-1: light-dark(#d5e9e6, #1f4652);" in shade_styles()
    assert "--mp-land: light-dark(" in shade_styles()
