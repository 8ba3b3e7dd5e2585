import json

import pytest

from dashboard.explore.counts.histogram import histogram
from dashboard.explore.filters.filters import Filters
from dashboard.locale import texts_in
from dashboard.views.counts.charts import (
    BRUSH,
    COMPLETED,
    STATED,
    population_chart,
    population_data,
)
from dashboard.views.counts.steps import steps_html

PL = texts_in("pl")


@pytest.fixture
def steps(catalog):
    """Three stated populations: 2 000, 30 000 and 80 000; the largest taken as completed."""
    completed = catalog.population > 50_000
    return histogram(catalog.population, {STATED: ~completed, COMPLETED: completed})


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(
        [
            {"art": art, "title": "x", "population": people}
            for art, people in enumerate([30_000, 2_000, 80_000, ""], start=1)
        ],
        [{"art": art, "place": "x"} for art in range(1, 5)],
    )


def test_the_chart_is_the_same_whatever_is_filtered(steps):
    others = steps.assign(**{STATED: 0, COMPLETED: 7})
    chart = population_chart(steps, PL)
    assert json.dumps(chart) == json.dumps(population_chart(others, PL))
    assert chart["params"][0]["name"] == BRUSH
    assert chart["encoding"]["x"]["scale"] == {
        "type": "log",
        "domain": [1_000, 1_000_000],
        "nice": False,
    }


def test_bars_hold_the_counts_and_completed_ones_stand_on_the_stated(steps):
    bars = population_data(
        steps.assign(**{COMPLETED: steps[STATED] + steps[COMPLETED]}), Filters(), PL
    )
    town = bars[bars["least"] == 30_000]
    assert town[["low", "high", "filled"]].to_numpy().tolist() == [[0, 1, True], [1, 2, False]]
    assert set(town["words"]) == {
        "30\xa0000–49\xa0999 mieszkańców: 2 praktyki, w tym 1 spoza metryki"
    }


@pytest.mark.parametrize(
    ("filters", "inside"),
    [
        pytest.param(Filters(), [2_000, 30_000, 70_000], id="no range"),
        pytest.param(Filters(population_min=20_000), [30_000, 70_000], id="open above"),
        pytest.param(Filters(population_max=49_999), [2_000, 30_000], id="open below"),
        pytest.param(Filters(population_min=30_000, population_max=49_999), [30_000], id="one"),
        pytest.param(Filters(population_unknown=True), [], id="the unknown"),
    ],
)
def test_bars_outside_the_range_are_pale(steps, filters, inside):
    bars = population_data(steps, filters, PL)
    assert sorted(bars.loc[bars["inside"], "least"]) == inside


def test_the_same_numbers_are_a_table(steps):
    html = steps_html(steps, PL)
    assert html.count('<th scope="row">') == 3
    assert '<th scope="row">30\xa0000–49\xa0999</th>' in html
