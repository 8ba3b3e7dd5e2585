import pytest

from dashboard.explore.facets import Facet
from dashboard.explore.filters import Filters
from dashboard.explore.links import read_link, write_link

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
    search="żłobek",
)


@pytest.mark.parametrize(
    ("filters", "practice"),
    [
        pytest.param(Filters(), None, id="nothing"),
        pytest.param(Filters(), 3, id="a practice alone"),
        pytest.param(ALL, 1, id="everything"),
        pytest.param(Filters(population_min=5), None, id="open above"),
        pytest.param(Filters(population_max=5), None, id="open below"),
        pytest.param(Filters(population_min=0), None, id="zero is a bound"),
    ],
)
def test_a_link_comes_back_as_it_went(catalog, filters, practice):
    link = read_link(write_link(filters, practice), catalog)
    assert (link.filters, link.practice, link.ignored) == (filters, practice, ())


def test_what_is_not_used_is_not_in_the_link():
    assert write_link(Filters(search="  "), None) == {}


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        pytest.param({"woj": ["atlantyda"]}, (("woj", "atlantyda"),), id="unknown value"),
        pytest.param({"ludnosc": ["dużo"]}, (("ludnosc", "dużo"),), id="no range"),
        pytest.param({"ludnosc": ["-"]}, (("ludnosc", "-"),), id="empty range"),
        pytest.param({"ludnosc": ["9-5"]}, (("ludnosc", "9-5"),), id="range backwards"),
        pytest.param({"ludnosc": ["1-9999999999"]}, (("ludnosc", "1-9999999999"),), id="too large"),
        pytest.param({"p": ["99"]}, (("p", "99"),), id="no such practice"),
        pytest.param({"p": ["1;drop"]}, (("p", "1;drop"),), id="no number"),
        pytest.param({"p": ["١"]}, (("p", "١"),), id="digits of another script"),
        pytest.param({"p": ["9" * 400]}, (("p", "9" * 400),), id="endless number"),
        pytest.param({"obcy": ["x"]}, (), id="parameters of others"),
    ],
)
def test_what_cannot_be_used_is_set_aside_and_told(catalog, query, ignored):
    link = read_link(query, catalog)
    assert link.ignored == ignored
    assert link.filters == Filters()
    assert link.practice is None


def test_good_values_beside_bad_ones_are_kept(catalog):
    link = read_link({"woj": ["śląskie", "x", "śląskie"], "p": ["2"]}, catalog)
    assert link.filters.chosen == {Facet.VOIVODESHIP: ("śląskie",)}
    assert link.practice == 2
    assert link.ignored == (("woj", "x"),)
