import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog.completion import with_stated_population
from dashboard.explore.filters.home import HomeQuery, HomeUnit
from dashboard.explore.units.local_units import local_units
from dashboard.locale import texts_in
from dashboard.views.practice.practice_table import (
    COLUMNS,
    FIRST_COLUMNS,
    RELATION_COLUMNS,
    practice_table,
    relation_columns,
    table_order,
)
from dashboard.views.practice.relation import relate

PL = texts_in("pl")


@pytest.fixture
def catalog(make_catalog):
    """A stated population, one that can be completed, and a practice of which nothing is known."""
    return make_catalog(
        [
            {
                "art": 7,
                "title": "=1+1",
                "section": "Kultura",
                "unit_type": "powiat",
                "population": 80_000,
                "introduced": "2009-11-23",
            },
            {"art": 8, "title": "B", "unit_type": "gmina miejska", "locality": "Bochnia"},
            {"art": 9, "title": "C"},
        ],
        [
            {"art": 7, "place": "Liszki", "county": "krakowski", "voivodeship": "małopolskie"},
            {"art": 7, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
            {"art": 8, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
            {"art": 9, "place": "", "status": "skipped"},
        ],
    )


def test_places_are_joined_and_said_once(catalog):
    row = practice_table(catalog, [0], PL).iloc[0]
    assert row["locality"] == "Liszki, Bochnia"
    assert row["voivodeship"] == "małopolskie"
    assert row["county"] == "krakowski, bocheński"
    assert row["precision"] == "położenie przybliżone: środek miejscowości"


def test_where_a_population_comes_from_is_said(catalog):
    stated = practice_table(with_stated_population(catalog), range(3), PL)
    assert stated["population-source"].tolist() == ["metryka", "brak danych", "brak danych"]
    table = practice_table(catalog, range(3), PL)
    assert table["population-source"].tolist() == ["metryka", "tabela gmin", "brak danych"]
    assert table["population"].tolist() == [80_000, 29_922, pd.NA]
    assert table["size"].tolist() == ["50\xa0000–99\xa0999", "20\xa0000–49\xa0999", "brak danych"]


def test_rows_come_in_the_order_asked_for(catalog):
    table = practice_table(catalog, [2, 0], PL)
    assert table["number"].tolist() == [9, 7]
    assert table.index.tolist() == [0, 1]


def test_unknown_texts_are_empty_and_texts_stay_as_they_are(catalog):
    table = practice_table(catalog, range(3), PL)
    assert table.loc[2, ["locality", "county", "voivodeship", "precision"]].tolist() == [""] * 4
    assert table.loc[0, "title"] == "=1+1"
    assert pd.isna(table.loc[2, "introduced"])


def test_every_column_has_a_name_in_both_languages():
    assert set(FIRST_COLUMNS) <= set(COLUMNS)
    for language in ("pl", "en"):
        assert all(
            texts_in(language)(f"analysis-column-{name}") for name in (*COLUMNS, *RELATION_COLUMNS)
        )


def test_how_practices_stand_to_the_own_unit_is_said_with_reasons(catalog):
    unit = local_units().find("120101")
    home = HomeUnit(unit=unit, label="", point=(50.0, 20.0), query=HomeQuery())
    table = relation_columns(catalog, range(3), relate(catalog, home), PL)
    assert table.columns.tolist() == list(RELATION_COLUMNS)
    assert table["away"].tolist()[:2] == [0, 0]
    assert table["likeness"][1] == 1
    assert "gmina miejska" in table["relation"][1]
    assert pd.isna(table["away"][2])
    assert pd.isna(table["likeness"][2])


def test_no_rows_are_an_empty_table(catalog):
    assert practice_table(catalog, [], PL).columns.tolist() == list(COLUMNS)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("is_descending", [False, True], ids=["rising", "falling"])
def test_a_table_is_ordered_by_any_column_with_the_unknown_last(catalog, column, is_descending):
    rows = np.arange(3)
    ordered = table_order(catalog, rows, column, PL, is_descending=is_descending)
    assert sorted(ordered.tolist()) == [0, 1, 2]
    table = practice_table(catalog, ordered, PL)
    if column not in ("size", "population-source"):  # their unknown is a word
        is_unknown = (table[column].isna() | (table[column] == "")).tolist()
        assert is_unknown == sorted(is_unknown)


@pytest.mark.parametrize(
    ("column", "is_descending", "expected"),
    [
        pytest.param("number", False, [0, 1, 2], id="numbers"),
        pytest.param("number", True, [2, 1, 0], id="numbers falling"),
        pytest.param("population", False, [1, 0, 2], id="populations, completed ones too"),
        pytest.param("locality", False, [1, 0, 2], id="places by the alphabet"),
        pytest.param("introduced", True, [0, 1, 2], id="days"),
    ],
)
def test_the_order_is_that_of_the_values(catalog, column, is_descending, expected):
    rows = np.arange(3)
    ordered = table_order(catalog, rows, column, PL, is_descending=is_descending)
    assert ordered.tolist() == expected
