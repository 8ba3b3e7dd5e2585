from itertools import pairwise

import numpy as np
import pytest

from dashboard.explore.counts.sizes import SIZE_CLASSES, size_index


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        pytest.param(0, "below-5", id="nobody"),
        pytest.param(4_999, "below-5", id="the last of a class"),
        pytest.param(5_000, "5-10", id="the first of the next"),
        pytest.param(30_000, "20-50", id="inside"),
        pytest.param(200_000, "from-200", id="the largest class"),
        pytest.param(1_861_975, "from-200", id="no bound above"),
    ],
)
def test_a_unit_is_in_its_class(population, expected):
    index = size_index(np.array([population], dtype=float))
    assert [index.values[code] for code in index.codes] == [expected]
    assert index.known.tolist() == [True]


def test_an_unknown_population_is_in_no_class():
    index = size_index(np.array([np.nan, 7_000.0]))
    assert index.rows.tolist() == [1]
    assert index.known.tolist() == [False, True]


def test_the_classes_follow_each_other_without_a_gap():
    for smaller, larger in pairwise(SIZE_CLASSES):
        assert larger.least == smaller.most + 1
