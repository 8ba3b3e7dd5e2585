import pytest

from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.locale import texts_in
from dashboard.views.coverage.shading import Shading
from dashboard.views.coverage.timeline import timeline

TEXTS = texts_in("pl")


@pytest.fixture
def dated(make_catalog):
    """Three practices of small Poland in two years, one of Silesia without a date."""
    bochnia = {"county": "bocheński", "voivodeship": "małopolskie"}
    practices = [
        {"art": 1, "title": "a", "introduced": "2009-05-01"},
        {"art": 2, "title": "b", "introduced": "2011-05-01"},
        {"art": 3, "title": "c", "introduced": "2011-06-01"},
        {"art": 4, "title": "d"},
    ]
    places = [{"art": art, "place": "Bochnia", **bochnia} for art in (1, 2, 3)]
    silesia = {"county": "bielski", "voivodeship": "śląskie"}
    return make_catalog(practices, [*places, {"art": 4, "place": "Bielsko", **silesia}])


def played(message, at):
    """The shown measure of every region in a frame, in words, and its kind."""
    frame = message["frames"][at]
    words = [message["words"][number] for number in frame["words"][message["shown"]]]
    regions = [key for key, _ in message["regions"]]
    return dict(zip(regions, zip(words, frame["kinds"], strict=True), strict=True))


@pytest.mark.parametrize("level", list(Level), ids=str)
@pytest.mark.parametrize(
    "measure", [PracticeMeasure.PRACTICES, PracticeMeasure.UNITS, PracticeMeasure.YEAR], ids=str
)
def test_each_frame_is_the_answer_for_its_year(dated, level, measure):
    made = timeline(CoverageAnswer(dated, Filters(), Question(level=level, measure=measure)), TEXTS)
    assert list(made.years) == [2009, 2010, 2011]
    for at, until in enumerate([2009, 2010, 2011, None]):
        question = Question(level=level, measure=measure, max_year=until)
        ranking = CoverageAnswer(dated, Filters(), question).ranking
        shown = zip(
            ranking.table.index, Shading(ranking, TEXTS).values(), ranking.kinds, strict=True
        )
        assert played(made.message, at) == {key: (word, kind) for key, word, kind in shown}
        order = [
            made.message["regions"][number][0] for number in made.message["frames"][at]["order"]
        ]
        assert order == list(ranking.table.index)


def test_shades_compare_over_the_years(dated):
    made = timeline(CoverageAnswer(dated, Filters(), Question()), TEXTS)
    rows = [frame["legend"] for frame in made.message["frames"]]
    assert rows[0] == rows[1] == rows[2] == [["zero", "0"], ["3", "1–3"]]
    assert rows[3] == [["zero", "0"], ["2", "1"], ["4", "3"]]
    assert made.labels[0] == "do roku 2009: 1 praktyka"
    assert made.labels[3] == "wszystkie lata: 4 praktyki"
    assert made.unknown == 1


def test_the_legend_of_a_year_names_it_and_every_class(dated):
    question = Question(measure=PracticeMeasure.RATE, max_year=2009)
    ranking = CoverageAnswer(dated, Filters(), question).ranking
    legend = Shading(ranking, TEXTS).legend()
    assert legend.title == "Praktyki na 100 tys. mieszkańców, do roku 2009"
    assert [(row.label, row.count) for row in legend.rows] == [("0,00", "(15)"), ("do 0,09", "(1)")]


def test_another_question_has_another_name(dated):
    made = timeline(CoverageAnswer(dated, Filters(), Question()), TEXTS)
    assert (
        made.digest
        == timeline(CoverageAnswer(dated, Filters(), Question(max_year=2010)), TEXTS).digest
    )
    assert (
        made.digest
        != timeline(CoverageAnswer(dated, Filters(search="nowhere"), Question()), TEXTS).digest
    )
