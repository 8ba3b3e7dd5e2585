"""Coverage down to the commune: which counts where, what is shown, what has no practice."""

import pytest

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.answer import CoverageAnswer, Remark
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from geocoding.communes import CommuneKind

TOWN = "małopolskie / bocheński / Bochnia (miejska)"
AROUND = "małopolskie / bocheński / Bochnia (wiejska)"
COUNTY = "małopolskie / bocheński"
CRACOW = "małopolskie / Kraków / Kraków"


@pytest.fixture
def catalog(make_catalog):
    """Two practices of the town, one of the commune around it, one of the county's office."""
    here = {"county": "bocheński", "voivodeship": "małopolskie"}
    practices = [
        {"art": 1, "title": "a", "unit": "Urząd Miasta Bochnia", "unit_type": "gmina miejska"},
        {"art": 2, "title": "b", "unit": "Urząd Miasta Bochnia", "unit_type": "gmina miejska"},
        {"art": 3, "title": "c", "unit": "Urząd Gminy Bochnia", "unit_type": "gmina wiejska"},
        {"art": 4, "title": "d", "unit": "Starostwo Powiatowe w Bochni", "unit_type": "powiat"},
    ]
    practices = [{**each, **here, "introduced": "2015-05-01"} for each in practices]
    return make_catalog(
        practices, [{"art": art, "place": "Bochnia", **here} for art in range(1, 5)]
    )


def answer_of(catalog, level, **chosen):
    filters = Filters(chosen={Facet(name): (value,) for name, value in chosen.items()})
    return CoverageAnswer(catalog, filters, Question(level=level))


def test_every_commune_of_the_country_stands_in_the_ranking(catalog):
    table = answer_of(catalog, Level.COMMUNE).ranking.table
    assert len(table) == 2478
    assert table["practices"].sum() == 3
    assert table.loc[[TOWN, AROUND, CRACOW], "practices"].tolist() == [2, 1, 0]
    assert table.loc[TOWN, "rate"] == pytest.approx(2 / 29_922 * 100_000, rel=0.1)


def test_a_practice_of_a_county_is_in_no_commune_and_told(catalog):
    answer = answer_of(catalog, Level.COMMUNE, powiat=COUNTY)
    assert answer.outside == 1
    assert Remark.OUTSIDE in answer.remarks
    assert Remark.APPROXIMATE in answer.remarks


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        pytest.param({"powiat": COUNTY}, 9, id="those of a county"),
        pytest.param({"woj": "małopolskie", "powiat": COUNTY}, 9, id="of the smaller region"),
        pytest.param({"woj": "opolskie"}, 71, id="those of a voivodeship"),
    ],
)
def test_inside_a_region_its_communes_alone_are_shown(catalog, chosen, count):
    answer = answer_of(catalog, Level.COMMUNE, **chosen)
    assert len(answer.ranking.table) == count
    assert answer.by_year is not None
    assert {len(each.table) for each in answer.by_year.rankings} == {count}


def test_a_larger_region_says_how_many_of_its_communes_have_a_practice(catalog):
    counties = answer_of(catalog, Level.COUNTY).ranking
    assert counties.table.loc[COUNTY, "communes"] == 9
    assert counties.measures["gminy"].by_region[COUNTY] == pytest.approx(2 / 9)
    assert "gminy" not in answer_of(catalog, Level.COMMUNE).ranking.measures


def test_white_spots_are_counted_by_kind_and_size(catalog):
    groups = answer_of(catalog, Level.COMMUNE, powiat=COUNTY).white_spots.communes
    assert sum(each.total for each in groups) == 9
    assert sum(each.without for each in groups) == 7
    town = next(each for each in groups if each.kind is CommuneKind.URBAN)
    assert (town.size, town.total, town.without) == ("20-50", 1, 0)
    assert (
        sum(each.total for each in answer_of(catalog, Level.COMMUNE).white_spots.communes) == 2478
    )


def test_a_commune_is_a_filter(catalog):
    assert answer_of(catalog, Level.COMMUNE, gmina=AROUND).passing.tolist() == [
        *(False, False, True, False),
    ]


def test_names_of_communes_are_one_each_and_have_their_codes():
    names = regions.communes()
    assert len(set(names)) == len(names) == 2478
    codes = regions.teryt_codes(Facet.COMMUNE)
    assert (codes[TOWN], codes[AROUND], codes[CRACOW]) == ("120101", "120102", "126101")
