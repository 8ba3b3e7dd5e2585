import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.area import Area
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.groups import Trait
from dashboard.explore.filters.home import HomeQuery
from dashboard.explore.filters.order import Order
from dashboard.explore.link.links import View, read_link, write_link
from dashboard.url import bounded_query

ALL = Filters(
    chosen={
        Facet.VOIVODESHIP: ("małopolskie", "śląskie"),
        Facet.COUNTY: ("małopolskie / bocheński",),
        Facet.UNIT_TYPE: ("gmina miejska",),
        Facet.SECTION: ("Usługi społeczne",),
        Facet.SUBSECTION: ("Usługi społeczne / Oświata",),
    },
    population_min=20000,
    population_max=50000,
    year_min=2009,
    year_max=2015,
    search="żłobek",
)


HOME = HomeQuery(
    place="Liszki, powiat krakowski, małopolskie",
    radius_km=50,
    unit_type="gmina wiejska",
    population=17000,
    density=240,
    urbanisation=2,
    sections=("Usługi społeczne",),
    traits=(Trait.KIND, Trait.AREA),
    is_group_alone=True,
    shows_group=True,
)


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(View(), id="nothing"),
        pytest.param(View(practice=3), id="a practice alone"),
        pytest.param(View(filters=ALL, practice=1), id="all filters"),
        pytest.param(View(filters=Filters(population_min=5)), id="open above"),
        pytest.param(View(filters=Filters(population_max=5)), id="open below"),
        pytest.param(View(filters=Filters(population_min=0)), id="zero is a bound"),
        pytest.param(View(filters=Filters(population_unknown=True)), id="unknown population"),
        pytest.param(View(filters=Filters(year_min=2010)), id="years open above"),
        pytest.param(View(filters=Filters(year_max=2010)), id="years open below"),
        pytest.param(View(home=HOME, order=Order.LIKENESS), id="own unit"),
        pytest.param(View(home=HomeQuery(place="120101", traits=())), id="group of all"),
        pytest.param(
            View(filters=Filters(area=Area.parse("49.9,20.3,50.1,20.6"))), id="area of the map"
        ),
        pytest.param(View(shortlist=(3, 1)), id="short list in its order"),
    ],
)
def test_a_link_comes_back_as_it_went(catalog, view):
    link = read_link(write_link(view), catalog)
    assert (link.view, link.ignored) == (view, ())


def test_what_is_not_used_is_not_in_the_link():
    assert write_link(View(filters=Filters(search="  "), home=HomeQuery(place=" "))) == {}


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        pytest.param({"woj": ["atlantyda"]}, (("woj", "atlantyda"),), id="unknown value"),
        pytest.param({"ludnosc": ["dużo"]}, (("ludnosc", "dużo"),), id="no range"),
        pytest.param({"ludnosc": ["-"]}, (("ludnosc", "-"),), id="empty range"),
        pytest.param({"ludnosc": ["9-5"]}, (("ludnosc", "9-5"),), id="range backwards"),
        pytest.param({"ludnosc": ["1-9999999999"]}, (("ludnosc", "1-9999999999"),), id="too large"),
        pytest.param({"lata": ["10-15"]}, (("lata", "10-15"),), id="years of two digits"),
        pytest.param({"lata": ["2015-2010"]}, (("lata", "2015-2010"),), id="years backwards"),
        pytest.param({"lata": ["-"]}, (("lata", "-"),), id="no years"),
        pytest.param({"p": ["99"]}, (("p", "99"),), id="no such practice"),
        pytest.param({"p": ["1;drop"]}, (("p", "1;drop"),), id="no number"),
        pytest.param({"p": ["١"]}, (("p", "١"),), id="digits of another script"),
        pytest.param({"p": ["9" * 400]}, (("p", "9" * 200),), id="endless number"),
        pytest.param({"promien": ["-5"]}, (("promien", "-5"),), id="negative radius"),
        pytest.param({"kolejnosc": ["losowo"]}, (("kolejnosc", "losowo"),), id="unknown order"),
        pytest.param({"mojdzial": ["Kosmos"]}, (("mojdzial", "Kosmos"),), id="unknown section"),
        pytest.param({"obcy": ["x"]}, (), id="parameters of others"),
        pytest.param({"p": ["1", "1", ""]}, (("p", "1"),), id="overruled by a later one"),
    ],
)
def test_what_cannot_be_used_is_set_aside_and_told(catalog, query, ignored):
    link = read_link(query, catalog)
    assert link.ignored == ignored
    assert link.view == View()


def test_good_values_beside_bad_ones_are_kept(catalog):
    link = read_link({"woj": ["śląskie", "x", "śląskie"], "p": ["2"]}, catalog)
    assert link.view.filters.chosen == {Facet.VOIVODESHIP: ("śląskie",)}
    assert link.view.practice == 2
    assert link.ignored == (("woj", "x"),)


def test_the_short_list_keeps_what_the_data_has(catalog):
    link = read_link({"wybrane": ["3,99,1,3,x"]}, catalog)
    assert link.view.shortlist == (3, 1)
    assert link.ignored == (("wybrane", "99"), ("wybrane", "x"))


def test_what_is_too_much_for_the_short_list_is_told(make_catalog):
    numbers = range(1, 25)
    catalog = make_catalog(
        [{"art": number, "title": "T", "section": "S"} for number in numbers],
        [{"art": number, "place": "Bochnia"} for number in numbers],
    )
    link = read_link({"wybrane": [",".join(map(str, numbers))]}, catalog)
    assert link.view.shortlist == tuple(range(1, 21))
    assert link.ignored == tuple(("wybrane", str(number)) for number in range(21, 25))


@pytest.fixture
def of_nine_digits(make_catalog):
    """Practices with the longest numbers that there are."""
    numbers = range(999_999_970, 1_000_000_000)
    return make_catalog(
        [{"art": number, "title": "T", "section": "S"} for number in numbers],
        [{"art": number, "place": "Bochnia"} for number in numbers],
    )


def test_numbers_of_nine_digits_come_back(of_nine_digits):
    view = View(practice=999_999_999, shortlist=tuple(range(999_999_970, 999_999_990)))
    link = read_link(write_link(view), of_nine_digits)
    assert (link.view, link.ignored) == (view, ())


def test_a_long_short_list_names_no_practice_by_half_a_number(of_nine_digits):
    asked = [*range(999_999_970, 1_000_000_000)]
    link = read_link({"wybrane": [",".join(map(str, asked))]}, of_nine_digits)
    assert link.view.shortlist == tuple(asked[:20])
    assert link.ignored == tuple(("wybrane", str(number)) for number in asked[20:])


def test_an_address_is_bounded():
    query = bounded_query({"woj": ["x" * 99_999] * 99_999, "p": ["150"]})
    assert {len(value) for value in query["woj"]} == {1000}
    assert len(query["woj"]) == 1000
    assert query["p"] == ["150"]


def test_a_long_value_is_told_by_its_beginning(catalog):
    link = read_link({"woj": ["x" * 999]}, catalog)
    assert link.ignored == (("woj", "x" * 200 + "…"),)
