import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.counts.sizes import SIZE_CLASSES
from dashboard.explore.counts.summary import UNKNOWN
from dashboard.locale import texts_in
from dashboard.views.counts.bar_tables import rate_table, size_table, year_table
from dashboard.views.counts.count_tables import LEVELS, TOTAL, size_label, value_label
from dashboard.views.counts.grids import Axis, Totals, cross_table

PL = texts_in("pl")
SIZES = [each.key for each in SIZE_CLASSES]


def axis(pressed=(), *, unknown=False):
    return Axis(
        title="Oś", label=lambda value: value_label(value, PL), pressed=pressed, unknown=unknown
    )


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("key", "pl", "en"),
    [
        pytest.param("below-5", "poniżej 5\xa0000", "below 5,000", id="smallest"),
        pytest.param("20-50", "20\xa0000–49\xa0999", "20,000–49,999", id="between"),
        pytest.param("from-200", "200\xa0000 i więcej", "200,000 and more", id="largest"),
        pytest.param(UNKNOWN, "brak danych", "no data", id="unknown"),
    ],
)
def test_size_classes_in_words(key, pl, en):
    assert size_label(key, PL) == pl
    assert size_label(key, texts_in("en")) == en


def test_sizes_show_the_unknown_as_a_class_and_what_was_completed():
    found = pd.Series([0, 0, 0, 4, 2, 0, 0, 3], index=[*SIZES, UNKNOWN])
    added = pd.Series([0, 0, 0, 1, 0, 0, 0, 0], index=[*SIZES, UNKNOWN])
    table = size_table(found, added, pressed=("50-100",), texts=PL)
    assert [row.label for row in table.rows][-2:] == ["brak danych", "Razem"]
    assert table.rows[-1].cells[0].text == "9"
    assert [row.pressed for row in table.rows].index(True) == SIZES.index("50-100")
    town = table.rows[SIZES.index("20-50")].cells[0]
    assert (town.text, town.note, town.share) == ("4", "w tym 1 spoza metryki", 1.0)


def test_nothing_at_all_has_no_bars():
    nothing = pd.Series(0, index=[*SIZES, UNKNOWN])
    table = size_table(nothing, nothing, pressed=(), texts=PL)
    assert {row.cells[0].share for row in table.rows} == {0}


def test_rates_name_both_numbers_that_they_are_made_of():
    rates = pd.DataFrame(
        {
            "count": [1, 4, 0],
            "inhabitants": [900_000, 4_000_000, 2_000_000],
            "rate": [0.11, 0.1, 0],
        },
        index=["opolskie", "śląskie", "lubelskie"],
    )
    table = rate_table(rates, whole=4, pressed=("śląskie",), texts=PL)
    assert [row.label for row in table.rows] == ["opolskie", "śląskie", "lubelskie", "Polska"]
    assert cells(table)[-1] == ["0,06", "4", "6\xa0900\xa0000"]
    assert cells(table)[1] == ["0,10", "4", "4\xa0000\xa0000"]
    assert [row.choosable for row in table.rows] == [True, True, False, False]
    assert [row.pressed for row in table.rows] == [False, True, False, False]


def test_years_are_columns_and_those_without_a_practice_cannot_be_chosen():
    table = year_table(pd.Series({"2007": 1, "2008": 0, "2009": 4}), pressed=("2009",), texts=PL)
    assert [column.choosable for column in table.columns] == [True, False, True]
    assert [cell.share for cell in table.rows[0].cells] == [0.25, 0, 1]


FOUND = pd.DataFrame(
    [[0, 9, 0], [1, 4, 2], [0, 0, 0]],
    index=["gmina miejska", "powiat", UNKNOWN],
    columns=["20-50", "50-100", UNKNOWN],
)


def grid(found=FOUND, *, rows=None, columns=None):
    """The grid of the counts, where the only practice with two values is a county's of both."""
    totals = Totals(
        rows=found.sum(axis="columns").replace(7, 6), columns=found.sum(axis="index"), whole=15
    )
    return cross_table(found, totals, rows=rows or axis(), columns=columns or axis(), texts=PL)


def test_totals_count_each_practice_once():
    table = grid()
    assert [row.cells[-1].text for row in table.rows] == ["9", "6", "15"]
    assert [cell.text for cell in table.rows[-1].cells] == ["1", "13", "2", "15"]
    assert [row.is_total for row in table.rows] == [False, False, True]
    assert not table.rows[-1].choosable


def test_a_grid_leaves_out_unknown_lines_that_are_empty():
    table = grid(rows=axis(), columns=axis())
    assert [row.key for row in table.rows] == ["gmina miejska", "powiat", TOTAL]
    assert [column.key for column in table.columns] == ["20-50", "50-100", UNKNOWN, TOTAL]


def test_a_grid_is_shaded_from_nothing_to_the_most():
    table = grid(rows=axis(), columns=axis())
    levels = [[cell.level for cell in row.cells] for row in table.rows]
    assert levels == [[0, LEVELS, 0, 0], [2, 4, 3, 0], [0, 0, 0, 0]]


def test_an_unknown_value_can_be_chosen_only_where_a_filter_knows_it():
    table = grid(rows=axis(), columns=axis())
    assert [cell.choosable for cell in table.rows[1].cells] == [True, True, False, False]
    table = grid(rows=axis(), columns=axis(unknown=True))
    assert [cell.choosable for cell in table.rows[1].cells] == [True, True, True, False]


def test_a_cell_is_pressed_when_both_its_values_are_chosen_alone():
    table = grid(rows=axis(["powiat"]), columns=axis(["50-100"]))
    pressed = [(row.key, cell.text) for row in table.rows for cell in row.cells if cell.pressed]
    assert pressed == [("powiat", "4")]
    several = axis(["powiat", "gmina miejska"])
    table = grid(rows=several, columns=axis(["50-100"]))
    assert not any(cell.pressed for row in table.rows for cell in row.cells)


def test_a_cell_says_in_words_what_it_counts():
    table = grid(rows=axis(), columns=axis())
    assert table.rows[1].cells[1].label == "powiat, 50-100: 4 praktyki"
    assert table.rows[0].cells[0].text == "·"


def test_an_empty_catalogue_has_an_empty_grid():
    nothing = pd.DataFrame(np.zeros((1, 1), dtype=int), index=[UNKNOWN], columns=[UNKNOWN])
    table = grid(nothing)
    assert (table.rows, table.columns) == ((), ())


def test_the_title_of_a_grid_names_both_facets():
    rows = Axis(title=PL(f"filter-{Facet.UNIT_TYPE}"), label=str, pressed=())
    assert grid(rows=rows, columns=axis()).caption == "Typ jednostki × Oś"
