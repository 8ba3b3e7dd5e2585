"""Limits of classes by hand, and a second map beside the first: in the link, checked, used."""

import numpy as np
import pytest

from dashboard.explore.coverage.classes import Breaks, classify_by
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.limits import read_limits, write_limits
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.explore.link.links import read_beside, read_question


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        pytest.param("1; 5; 10", (1, 5, 10), id="semicolons"),
        pytest.param("1 5 10", (1, 5, 10), id="spaces"),
        pytest.param("0,5;2.25", (0.5, 2.25), id="decimal comma or point"),
        pytest.param("-3;0", (-3, 0), id="below zero"),
        pytest.param("7", (7,), id="one limit"),
        pytest.param("", None, id="nothing"),
        pytest.param("5;1", None, id="falling"),
        pytest.param("1;1", None, id="twice the same"),
        pytest.param("1;2;3;4;5", None, id="more classes than shades"),
        pytest.param("1;x", None, id="no number"),
        pytest.param("nan;inf", None, id="no finite number"),
        pytest.param("1e9", None, id="exponents"),
    ],
)
def test_limits_are_rising_numbers(text, limits):
    assert read_limits(text) == limits
    if limits:
        assert read_limits(write_limits(limits)) == limits


@pytest.mark.parametrize(
    ("values", "limits", "step", "expected"),
    [
        pytest.param(
            [1, 2, 3, 7, 20], (2, 5), 1, [(1, 2, 2), (3, 5, 1), (6, 20, 2)], id="whole numbers"
        ),
        pytest.param(
            [0.5, 2.0, 2.1], (2.0, 9.0), 0, [(0.5, 2, 2), (2, 9, 1), (9, 9, 0)], id="an empty class"
        ),
        pytest.param([], (3,), 1, [(3, 3, 0), (4, 4, 0)], id="no values"),
    ],
)
def test_classes_are_those_between_the_limits(values, limits, step, expected):
    found = classify_by(np.array(values, dtype=float), limits, step=step)
    assert [(each.least, each.most, each.count) for each in found] == expected
    assert found[0].shade < found[-1].shade


def test_a_link_says_the_limits_and_bad_ones_are_told():
    question, ignored = read_question({"klasy": ["wlasne"], "granice": ["1;5"]}, Filters())
    assert (question.breaks, question.limits, ignored) == (Breaks.MANUAL, (1, 5), ())
    question, ignored = read_question({"granice": ["5;1"]}, Filters())
    assert (question.limits, ignored) == ((), (("granice", "5;1"),))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param({}, None, id="one map"),
        pytest.param({"obok": ["1"]}, ("praktyki", None, (1, 5)), id="the same beside"),
        pytest.param({"obok": ["1"], "obokmiara": ["rok"]}, ("rok", None, ()), id="a measure"),
        pytest.param(
            {"obok": ["1"], "obokdoroku": ["2015"]}, ("praktyki", 2015, (1, 5)), id="a period"
        ),
        pytest.param(
            {"obok": ["1"], "obokmiara": ["rok"], "obokgranice": ["2010"]},
            ("rok", None, (2010,)),
            id="limits of its own",
        ),
    ],
)
def test_a_second_map_has_the_level_and_another_measure_or_period(query, expected):
    question = Question(level=Level.COUNTY, limits=(1, 5))
    beside, ignored = read_beside(query, question)
    assert ignored == ()
    if expected is None:
        assert beside is None
        return
    assert beside is not None
    measure, year, limits = expected
    assert (beside.level, beside.measure, beside.max_year) == (Level.COUNTY, measure, year)
    assert beside.limits == limits


def test_what_the_second_map_cannot_show_is_told():
    _, ignored = read_beside({"obok": ["1"], "obokmiara": ["x"], "obokdoroku": ["y"]}, Question())
    assert dict(ignored) == {"obokmiara": "x", "obokdoroku": "y"}
