import numpy as np
import pytest

from dashboard.explore.filters.groups import Trait
from dashboard.explore.filters.home import HomeQuery, HomeUnit
from dashboard.explore.units.local_units import local_units
from dashboard.locale import LANGUAGES, texts_in
from dashboard.views.units.unit_group import (
    MAX_ROWS,
    count_words,
    group_html,
    group_points,
    group_table,
    trait_words,
)
from dashboard.views.units.unit_words import (
    unit_codes,
    unit_figures,
    unit_label,
    unit_labels,
    unit_lines,
    unit_type_of,
)

PL = texts_in("pl")
BOCHNIA = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}


@pytest.fixture
def catalog(make_catalog):
    """A town, a county, an association, and a unit of which nothing is known."""
    types = ("gmina miejska", "powiat", "związek", "")
    return make_catalog(
        [
            {"art": art, "title": "x", "unit_type": kind, **(BOCHNIA if kind else {})}
            for art, kind in enumerate(types, 1)
        ],
        [{"art": art, "place": "x", "status": "skipped"} for art in range(1, 5)],
    )


def home(code, **query):
    unit = local_units().find(code)
    return HomeUnit(unit=unit, label="", point=unit.point, query=HomeQuery(place=code, **query))


@pytest.mark.parametrize(
    ("code", "label"),
    [
        pytest.param("120101", "Bochnia (gmina miejska, pow. bocheński, małopolskie)", id="town"),
        pytest.param("126101", "Kraków (miasto na prawach powiatu, małopolskie)", id="city"),
        pytest.param("1201", "powiat bocheński (małopolskie)", id="county"),
        pytest.param("12", "województwo małopolskie", id="voivodeship"),
    ],
)
def test_a_label_tells_a_unit_from_all_others(code, label):
    unit = local_units().find(code)
    assert unit_label(unit, PL) == label
    assert unit_codes()[label] == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_units_have_one_label(language):
    labels = unit_labels(local_units(), texts_in(language))
    assert len(set(labels)) == len(labels) == len(local_units().table)


def test_the_figures_of_a_unit_have_their_day():
    figures = unit_figures(local_units().find("120608"), PL)
    assert figures[0].endswith("(31.12.2018)")
    assert figures[-1].startswith(("obszar miejski: ", "poza obszarami"))
    assert len(unit_figures(local_units().find("1201"), PL)) == 2


def test_a_type_is_what_record_cards_say():
    assert unit_type_of(local_units().find("126101")) == "miasto na prawach powiatu"
    assert unit_type_of(local_units().find("12")) == "województwo"


def test_the_card_says_the_unit_its_code_and_how_it_is_known(catalog):
    town, county, association = (unit_lines(catalog, row, PL) for row in range(3))
    assert town.code == "TERYT 120101 · z metryki"
    assert county.name == "powiat bocheński (małopolskie)"
    assert association.code == "bez kodu TERYT · z metryki"
    assert association.figures == ""
    assert unit_lines(catalog, 3, PL) is None


def test_a_group_is_counted_and_listed_with_units_that_have_no_practice(catalog):
    own = home("120101")
    table = group_table(catalog, np.ones(4, dtype=bool), own)
    assert local_units().at(int(table.rows[0])).teryt == "120101"
    assert table.practices.tolist() == [1, *[0] * (len(table.rows) - 1)]
    assert (np.diff(np.round(table.alike, 2)) <= 0).all()
    words = count_words(table, "commune", PL)
    assert words.startswith(f"W grupie: {len(table.rows)} gmin")
    assert words.endswith("z praktyką 1 (praktyk: 1).")
    assert len(group_points(own.group, PL)) == len(table.rows)
    html = group_html(table, own, PL)
    assert html.count("<tr") == 1 + min(len(table.rows), MAX_ROWS)
    assert html.count("mp-own") == 1


def test_a_group_without_a_practice_says_so(catalog):
    table = group_table(catalog, np.zeros(4, dtype=bool), home("120101"))
    assert "na razie bez praktyk" in count_words(table, "commune", PL)


def test_a_long_table_says_that_it_is_cut(catalog):
    own = home("120102", traits=(Trait.KIND,))
    table = group_table(catalog, np.ones(4, dtype=bool), own)
    assert len(table.rows) > MAX_ROWS
    assert f"{MAX_ROWS} najbardziej podobnych" in group_html(table, own, PL)


@pytest.mark.parametrize(
    ("trait", "words"),
    [
        pytest.param(Trait.SIZE, "20–50 tys. mieszk.", id="size"),
        pytest.param(Trait.KIND, "miejskie", id="kind"),
        pytest.param(Trait.URBANISATION, "mniejsze miasto lub przedmieście", id="urbanisation"),
        pytest.param(Trait.AREA, "poza obszarami miejskimi", id="urban area"),
    ],
)
def test_traits_in_words(trait, words):
    assert trait_words(trait, home("120101").profile, PL) == words
