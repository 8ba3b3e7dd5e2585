import numpy as np
import pytest

from dashboard.explore.counts.histogram import histogram, snapped, step_edges
from dashboard.explore.counts.sizes import SIZE_CLASSES

NOTHING = np.array([np.nan])


@pytest.mark.parametrize(
    "population",
    [
        pytest.param([np.nan], id="nothing known"),
        pytest.param([30_000.0], id="one"),
        pytest.param([3.0, 1_861_975.0], id="hamlet and capital"),
        pytest.param([1_000.0, 1_000_000.0], id="on the bounds"),
    ],
)
def test_every_known_population_is_in_a_step(population):
    known = np.array(population)
    table = histogram(known, {"all": np.ones(len(known), dtype=bool)})
    assert table["all"].sum() == np.count_nonzero(~np.isnan(known))
    assert (table["least"] < table["below"]).all()


def test_groups_are_counted_apart():
    known = np.array([30_000.0, 30_000.0, 80_000.0])
    first = np.array([True, False, False])
    table = histogram(known, {"first": first, "others": ~first})
    assert table.loc[table["least"] == 30_000, ["first", "others"]].to_numpy().tolist() == [[1, 1]]


def test_the_bounds_of_the_size_classes_are_bounds_of_steps():
    edges = set(step_edges(NOTHING).tolist())
    assert {each.least for each in SIZE_CLASSES if each.least} <= edges


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        pytest.param((19_000, 52_000), (20_000, 49_999), id="to the nearest bounds"),
        pytest.param((21_000, 22_000), (20_000, 29_999), id="within one step"),
        pytest.param((20_000, 20_000), (20_000, 29_999), id="a point on a bound"),
        pytest.param((0, 5_000_000), (1_000, 999_999), id="beyond both ends"),
        pytest.param((990_000, 999_000), (700_000, 999_999), id="in the last step"),
    ],
)
def test_a_drawn_range_snaps_to_steps(drawn, expected):
    least, most = drawn
    assert snapped(step_edges(NOTHING), least=least, most=most) == expected
