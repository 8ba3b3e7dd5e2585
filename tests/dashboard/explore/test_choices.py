import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.counts.summary import UNKNOWN
from dashboard.explore.filters.choices import chosen, chosen_years, toggled, toggled_pair
from dashboard.explore.filters.filters import POPULATION, Filters

NONE = Filters()
TYPE = Facet.UNIT_TYPE


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(NONE, (), id="nothing"),
        pytest.param(Filters(population_min=20_000, population_max=49_999), ("20-50",), id="class"),
        pytest.param(Filters(population_max=4_999), ("below-5",), id="open below"),
        pytest.param(Filters(population_min=0, population_max=4_999), ("below-5",), id="from 0"),
        pytest.param(Filters(population_min=200_000), ("from-200",), id="open above"),
        pytest.param(Filters(population_min=20_000, population_max=50_000), (), id="another range"),
        pytest.param(Filters(population_unknown=True), (UNKNOWN,), id="the unknown"),
    ],
)
def test_which_class_a_range_is(filters, expected):
    assert chosen(filters, POPULATION) == expected


@pytest.mark.parametrize("key", ["below-5", "5-10", "20-50", "from-200", UNKNOWN])
def test_a_class_is_chosen_by_one_click_and_left_by_the_next(key):
    once = toggled(Filters(search="x"), POPULATION, key)
    assert chosen(once, POPULATION) == (key,)
    assert toggled(once, POPULATION, key) == Filters(search="x")


def test_another_class_replaces_the_first():
    filters = toggled(toggled(NONE, POPULATION, UNKNOWN), POPULATION, "5-10")
    assert filters == Filters(population_min=5_000, population_max=9_999)


def test_values_of_a_facet_add_up():
    filters = toggled(toggled(NONE, TYPE, "powiat"), TYPE, "związek")
    assert filters == Filters(chosen={TYPE: ("powiat", "związek")})
    assert toggled(filters, TYPE, "powiat") == Filters(chosen={TYPE: ("związek",)})
    assert toggled(toggled(filters, TYPE, "powiat"), TYPE, "związek") == NONE


def test_a_cell_chooses_two_values_alone_and_leaves_both():
    before = Filters(chosen={TYPE: ("powiat", "związek"), Facet.SECTION: ("Kultura",)})
    pair = ((TYPE, "powiat"), (POPULATION, "50-100"))
    once = toggled_pair(before, *pair)
    assert once.chosen == {TYPE: ("powiat",), Facet.SECTION: ("Kultura",)}
    assert chosen(once, POPULATION) == ("50-100",)
    assert toggled_pair(once, *pair) == Filters(chosen={Facet.SECTION: ("Kultura",)})


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), (), id="none"),
        pytest.param(Filters(chosen={Facet.YEAR: ("2010",)}), ("2010",), id="one by one"),
        pytest.param(Filters(year_min=2010), ("2010", "2011"), id="by a range"),
        pytest.param(
            Filters(chosen={Facet.YEAR: ("2009", "2010")}, year_min=2010), ("2010",), id="by both"
        ),
    ],
)
def test_years_are_chosen_one_by_one_or_by_their_range(filters, expected):
    assert chosen_years(filters, ("2009", "2010", "2011")) == expected


def test_a_year_by_itself_replaces_a_range_of_years():
    filters = toggled(Filters(year_min=2009, year_max=2011), Facet.YEAR, "2010")
    assert filters == Filters(chosen={Facet.YEAR: ("2010",)})
