import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import Filters
from dashboard.locale import texts_in
from dashboard.views.filter_words import FilterChip, filter_chips

PL = texts_in("pl")


def test_each_value_in_use_has_a_chip_that_says_what_it_is():
    filters = Filters(
        chosen={Facet.SUBSECTION: ("Usługi społeczne / Kultura",), Facet.YEAR: ("2012", "2013")},
        population_min=5000,
        year_min=2010,
        year_max=2015,
        search="biblioteka",
    )
    assert [chip.text for chip in filter_chips(filters, PL)] == [
        "Poddział: Kultura",
        "Rok wprowadzenia: 2012",
        "Rok wprowadzenia: 2013",
        "Liczba mieszkańców: od 5\xa0000",
        "Lata wprowadzenia: od 2010 do 2015",
        "Szukaj: biblioteka",
    ]


def test_a_filter_with_many_values_has_one_chip():
    filters = Filters(chosen={Facet.YEAR: tuple(map(str, range(2010, 2020)))})
    assert filter_chips(filters, PL) == [FilterChip("rok", "Rok wprowadzenia: 10 wartości")]


def test_nothing_in_use_has_no_chip():
    assert filter_chips(Filters(search=" "), PL) == []


@pytest.mark.parametrize(
    ("value", "left"),
    [("2012", {Facet.YEAR: ("2013",)}), ("1999", {Facet.YEAR: ("2012", "2013")})],
)
def test_one_value_is_dropped_and_the_others_stay(value, left):
    filters = Filters(chosen={Facet.YEAR: ("2012", "2013")}, search="x")
    assert filters.without_value(Facet.YEAR, value) == Filters(chosen=left, search="x")


def test_a_facet_without_its_last_value_is_not_in_use():
    filters = Filters(chosen={Facet.YEAR: ("2012",)})
    assert filters.without_value(Facet.YEAR, "2012").active == ()
