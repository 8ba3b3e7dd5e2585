"""What a page about coverage, its files and its slides all show of one question."""

import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.answer import CoverageAnswer, Remark
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.locale import texts_in
from dashboard.views.coverage.remarks import remark_words

IN_MALOPOLSKA = Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)})


@pytest.fixture
def catalog(make_catalog):
    """Two practices of small Poland, one without a county; two of Silesia, one without."""
    practices = [
        {"art": 1, "title": "a", "section": "Kultura", "introduced": "2009-05-01"},
        {"art": 2, "title": "b", "section": "Kultura"},
        {"art": 3, "title": "c", "section": "Transport", "introduced": "2011-06-01"},
        {"art": 4, "title": "d", "section": "Transport"},
    ]
    places = [
        {"art": 1, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
        {"art": 2, "place": "Nowa", "voivodeship": "małopolskie"},
        {"art": 3, "place": "Bielsko", "county": "bielski", "voivodeship": "śląskie"},
        {"art": 4, "place": "Stara", "voivodeship": "śląskie"},
    ]
    return make_catalog(practices, places)


@pytest.mark.parametrize(
    ("filters", "question", "outside"),
    [
        pytest.param(Filters(), Question(level=Level.COUNTY), 2, id="the country by county"),
        pytest.param(
            IN_MALOPOLSKA, Question(level=Level.COUNTY), 1, id="of one voivodeship its own alone"
        ),
        pytest.param(
            IN_MALOPOLSKA, Question(level=Level.COUNTY, max_year=2010), 0, id="of a year its own"
        ),
        pytest.param(IN_MALOPOLSKA, Question(), 0, id="voivodeships are all known"),
    ],
)
def test_what_lies_in_no_region_is_counted_of_what_the_map_shows(
    catalog, filters, question, outside
):
    answer = CoverageAnswer(catalog, filters, question)
    assert answer.outside == outside
    assert (Remark.OUTSIDE in answer.remarks) == (outside > 0)
    assert len(remark_words(answer, texts_in("pl"))) == len(answer.remarks)


def test_the_regions_shown_are_those_inside_the_chosen_voivodeship(catalog):
    inside = CoverageAnswer(catalog, IN_MALOPOLSKA, Question(level=Level.COUNTY))
    assert len(inside.ranking.table) == 22
    assert inside.by_year is not None
    assert {len(each.table) for each in inside.by_year.rankings} == {22}
    assert list(inside.white_spots.counties) == ["małopolskie"]
    whole = CoverageAnswer(catalog, IN_MALOPOLSKA, Question())
    assert len(whole.ranking.table) == 16
    assert whole.chosen == ("małopolskie",)


def test_the_last_year_is_the_answer_of_that_year(catalog):
    question = Question(measure=PracticeMeasure.UNITS)
    years = CoverageAnswer(catalog, Filters(), question).by_year
    assert years is not None
    assert (list(years.years), years.counts, years.undated) == ([2009, 2010, 2011], [1, 1, 2, 4], 2)
    last = CoverageAnswer(
        catalog, Filters(), Question(measure=PracticeMeasure.UNITS, max_year=2011)
    )
    assert years.rankings[2].kinds == last.ranking.kinds


@pytest.mark.parametrize(
    ("filters", "question", "counts", "undated"),
    [
        pytest.param(Filters(), Question(level=Level.COUNTY), [1, 1, 2, 4], 2, id="the country"),
        pytest.param(
            IN_MALOPOLSKA, Question(level=Level.COUNTY), [1, 1, 1, 2], 1, id="inside a voivodeship"
        ),
        pytest.param(IN_MALOPOLSKA, Question(), [1, 1, 2, 4], 2, id="beside the whole country"),
    ],
)
def test_the_years_count_what_the_map_shows(catalog, filters, question, counts, undated):
    years = CoverageAnswer(catalog, filters, question).by_year
    assert years is not None
    assert (years.counts, years.undated) == (counts, undated)


def test_without_any_date_there_are_no_years(make_catalog):
    undated = make_catalog([{"art": 1, "title": "a"}], [{"art": 1, "place": "x"}])
    assert CoverageAnswer(undated, Filters(), Question()).by_year is None


def test_white_spots_are_those_of_the_chosen_voivodeship(catalog):
    answer = CoverageAnswer(catalog, IN_MALOPOLSKA, Question())
    assert "bocheński" not in answer.white_spots.counties["małopolskie"]
    assert [theme.name for theme in answer.white_spots.themes] == ["Transport"]


def test_points_are_of_all_years_and_say_theirs(catalog):
    points = CoverageAnswer(catalog, Filters(), Question(max_year=2009)).points
    assert set(points.columns) == {"lat", "lon", "year"}
