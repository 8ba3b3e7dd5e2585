import numpy as np
import pytest
from bs4 import BeautifulSoup

from dashboard.locale import texts_in
from dashboard.views.practice.compare import compare_html
from dashboard.views.practice.relation import Relations

PL = texts_in("pl")


@pytest.fixture
def catalog(make_catalog):
    theme = {"section": "Usługi społeczne", "subsection": "Kultura", "unit_type": "powiat"}
    return make_catalog(
        [
            {"art": 1, "title": "Muzeum", "county": "bocheński", "emails": "a@b.pl", **theme},
            {"art": 2, "title": "Dom kultury", "county": "ełcki", **theme},
        ],
        [{"art": 1, "place": "Bochnia"}, {"art": 2, "place": "Ełk"}],
    )


def table_of(html):
    table = BeautifulSoup(html, "lxml")
    rows = {
        row.th.find(string=True).strip(): [
            " ".join(cell.get_text().split()) for cell in row.select("td")
        ]
        for row in table.select("tbody tr")
    }
    return table, rows


def test_rows_in_which_all_are_the_same_are_marked(catalog):
    table, rows = table_of(compare_html(catalog, [0, 1], PL))
    same = [row.th.find(string=True).strip() for row in table.select("tr.mp-same")]
    assert "Typ jednostki" in same
    assert "Powiat" not in same
    assert rows["Powiat"] == ["bocheński", "ełcki"]


def test_only_differences_leaves_the_others_out(catalog):
    _, rows = table_of(compare_html(catalog, [0, 1], PL, only_differences=True))
    assert "Typ jednostki" not in rows
    assert rows["Powiat"] == ["bocheński", "ełcki"]


def test_one_practice_alone_has_no_row_that_is_the_same(catalog):
    table, _ = table_of(compare_html(catalog, [0], PL))
    assert table.select("tr.mp-same") == []


def test_the_ways_to_ask_about_a_practice_are_compared_too(catalog):
    table, rows = table_of(compare_html(catalog, [0, 1], PL))
    assert rows["Kontakt"][1] == "brak danych"
    assert table.select('a[href^="mailto:a@b.pl"]')


def test_the_own_unit_adds_a_row_of_distances(catalog):
    relations = Relations(away_km=np.array([12.0, 345.0]), comparison=None)
    _, rows = table_of(compare_html(catalog, [0, 1], PL, relations))
    assert rows["Względem mojej jednostki"] == ["12 km stąd", "345 km stąd"]
