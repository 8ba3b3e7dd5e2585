"""Figures as measures of regions, and practices in relation to them."""

import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog.regions import teryt_codes
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.classes import UNKNOWN
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.question import Question
from dashboard.explore.figures.figure import Figure, FigureCaption, FigureKind
from dashboard.explore.filters.filters import Filters
from dashboard.explore.relation.figure_measures import FigureRate
from dashboard.explore.relation.relation import Direction, relate_to_figure
from dashboard.locale import texts_in
from dashboard.views.figures.relation_chart import finding_words, group_rows, relation_table
from dashboard.views.figures.words import measure_sources_of

VOIVODESHIPS = [f"{code:02d}" for code in range(2, 33, 2)]


def figure(values, *, kind=FigureKind.COUNT, is_own=False) -> Figure:
    caption = FigureCaption(name="żłobki", unit="szt.", year=2023, source="GUS", kind=kind)
    return Figure(caption=caption, by_code=values, is_own=is_own)


def regions(rates, figures):
    """Make the table of voivodeships that coverage gives, with a rate each."""
    names = teryt_codes(Level.VOIVODESHIP.facet)
    by_code = dict(zip(VOIVODESHIPS, rates, strict=True))
    rate = names.map(by_code).astype(float)
    table = pd.DataFrame({"practices": np.ceil(rate), "rate": rate}, index=names.index)
    return table, figure(dict(zip(VOIVODESHIPS, figures, strict=True)))


def test_a_count_is_a_measure_and_a_denominator(catalog):
    sources = measure_sources_of([figure({"12": 500, "24": 0})], texts_in("pl"))
    assert [each.key for each in sources] == ["zlobki-2023", "na-zlobki-2023"]
    question = Question(measure="na-zlobki-2023")
    ranking = CoverageAnswer(catalog, Filters(), question, sources).ranking
    rates = ranking.measure.of(ranking.table)
    assert ranking.table.index[0] == "małopolskie"
    assert rates[0] == ranking.table["practices"].iloc[0] / 500 * 1000
    assert np.isnan(rates[1:]).all(), "no rate without a denominator, nor with one of zero"
    practices = ranking.table["practices"].to_numpy()
    assert {kind for kind, has in zip(ranking.kinds[1:], practices[1:], strict=True) if has} == {
        UNKNOWN
    }


def test_a_rate_is_no_denominator():
    (source,) = measure_sources_of([figure({"12": 5}, kind=FigureKind.RATE)], texts_in("pl"))
    assert source.key == "zlobki-2023"
    table = pd.DataFrame({"practices": [1.0]}, index=["małopolskie"])
    rate = FigureRate(figure=figure({"12": 5}, kind=FigureKind.RATE), label="", note="")
    assert rate.measure(table, Level.VOIVODESHIP) is None


def test_a_figure_without_numbers_on_a_level_is_no_measure_there(catalog):
    (source, _) = measure_sources_of([figure({"12": 5})], texts_in("pl"))
    table = CoverageAnswer(catalog, Filters(), Question(level=Level.COUNTY)).ranking.table
    assert source.measure(table, Level.COUNTY) is None


def test_a_figure_of_a_visitor_says_so_and_has_a_name_of_its_own():
    own = figure({"12": 5}, is_own=True)
    (source, _) = measure_sources_of([own], texts_in("pl"))
    table = pd.DataFrame({"practices": [1.0]}, index=["małopolskie"])
    measure = source.measure(table, Level.VOIVODESHIP)
    assert "widzisz tę liczbę tylko Ty" in measure.note
    assert own.key.startswith("wlasny-zlobki-2023-")
    assert own.key != figure({"12": 6}, is_own=True).key


@pytest.mark.parametrize(
    ("rates", "figures", "direction", "words"),
    [
        pytest.param(range(16), range(16), Direction.MORE, "więcej praktyk", id="more"),
        pytest.param(range(16), range(16, 0, -1), Direction.LESS, "mniej praktyk", id="less"),
        pytest.param([1, 3, 2, 4] * 4, [1, 1, 2, 2] * 4, Direction.NONE, "przypadek", id="none"),
        pytest.param([1] * 16, range(16), Direction.EVEN, "nie ma czego", id="even"),
        pytest.param([*range(9), *[np.nan] * 7], range(16), Direction.FEW, "za mało", id="few"),
    ],
)
def test_what_the_points_show_is_said_honestly(rates, figures, direction, words):
    relation = relate_to_figure(*_swapped(*regions(rates, figures)))
    assert relation.finding.direction is direction
    said = finding_words(relation, texts_in("pl"))
    assert words in said
    if direction in (Direction.MORE, Direction.LESS):
        assert "nie jest przyczyną" in said
        assert "rośnie z wielkością" in said


def _swapped(table, given):
    return table, Level.VOIVODESHIP, given


def test_groups_have_as_many_units_and_the_mean_of_their_rates():
    table, given = regions(range(16), range(16))
    relation = relate_to_figure(table, Level.VOIVODESHIP, given)
    assert [each.units for each in relation.groups] == [4, 4, 4, 4]
    assert [each.rate for each in relation.groups] == [1.5, 5.5, 9.5, 13.5]
    assert (relation.groups[0].least, relation.groups[-1].most) == (0, 15)
    assert relation.groups[0].with_practice == 3
    assert len(group_rows(relation, texts_in("en"))) == 4


def test_units_without_a_figure_are_listed_and_are_no_points():
    table, given = regions(range(16), range(16))
    given = figure({code: value for code, value in given.by_code.items() if code != "12"})
    relation = relate_to_figure(table, Level.VOIVODESHIP, given)
    assert relation.missing == ["małopolskie"]
    assert len(relation.points) == 15
    assert "małopolskie" not in relation_table(relation, texts_in("pl")).iloc[:, 0].tolist()
