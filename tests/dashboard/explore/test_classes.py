import numpy as np
import pytest

from dashboard.explore.coverage.classes import SHADES, Breaks, classify

SKEWED = np.array([1, 1, 2, 2, 3, 4, 5, 6, 40, 41, 42, 90], dtype=float)


def bounds(values, breaks):
    return [(each.least, each.most, each.count) for each in classify(values, breaks)[0]]


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        pytest.param(
            Breaks.NATURAL,
            [(1, 2, 4), (3, 4, 2), (5, 6, 2), (40, 42, 3), (90, 90, 1)],
            id="natural",
        ),
        pytest.param(Breaks.EQUAL, [(1, 6, 8), (40, 42, 3), (90, 90, 1)], id="equal"),
        pytest.param(
            Breaks.QUANTILES,
            [(1, 2, 4), (3, 3, 1), (4, 5, 2), (6, 40, 2), (41, 90, 3)],
            id="quantiles",
        ),
    ],
)
def test_values_are_parted(breaks, expected):
    assert bounds(SKEWED, breaks) == expected


@pytest.mark.parametrize("breaks", Breaks)
def test_every_value_is_in_the_class_it_is_said_to_be_in(breaks):
    classes, codes = classify(SKEWED, breaks)
    assert sum(each.count for each in classes) == len(SKEWED)
    for value, code in zip(SKEWED, codes, strict=True):
        assert classes[code].least <= value <= classes[code].most


@pytest.mark.parametrize("breaks", Breaks)
def test_few_values_have_a_class_each_and_spread_over_the_shades(breaks):
    classes, codes = classify(np.array([7.0, 2.0, 7.0]), breaks)
    assert [(each.least, each.most, each.count, each.shade) for each in classes] == [
        (2, 2, 1, 2),
        (7, 7, 2, 4),
    ]
    assert codes == [1, 0, 1]


@pytest.mark.parametrize("breaks", Breaks)
def test_nothing_has_no_class(breaks):
    assert classify(np.array([]), breaks) == ([], [])


@pytest.mark.parametrize("distinct", range(1, SHADES + 1))
def test_shades_differ_and_grow(distinct):
    classes, _ = classify(np.arange(1.0, distinct + 1), Breaks.NATURAL)
    shades = [each.shade for each in classes]
    assert shades == sorted(set(shades))
    assert {1 <= shade <= SHADES for shade in shades} == {True}
