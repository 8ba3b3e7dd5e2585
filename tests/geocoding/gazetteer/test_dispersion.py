"""Middles and spreads of groups of points, and distances."""

import numpy as np
import pytest

from geocoding.distance import distance_km
from geocoding.gazetteer.dispersion import medians, quantiles, radii_km

GROUP = np.array([2, 0, 2, 2, 0])
VALUES = np.array([5.0, 1.0, 3.0, 4.0, 2.0])


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        pytest.param(0.0, [1, 3], id="least"),
        pytest.param(0.5, [1, 4], id="lower-median"),
        pytest.param(1.0, [2, 5], id="greatest"),
    ],
)
def test_quantiles_of_each_group(share: float, expected: list[float]) -> None:
    found = quantiles(GROUP, VALUES, share=share, count=3)
    assert found[[0, 2]] == pytest.approx(expected)
    assert np.isnan(found[1])


def test_a_degree_of_latitude_is_111_km() -> None:
    one, other = np.array([50.0]), np.array([51.0])
    lon = np.array([20.0])
    assert distance_km(one, lon, other, lon) == pytest.approx(111.195, abs=0.001)


def test_reach_is_the_distance_from_the_middle() -> None:
    lat, lon = np.array([50.0, 50.0, 50.0]), np.array([20.0, 20.1, 20.2])
    group = np.zeros(3, dtype=np.int64)
    middle = medians(group, lat, lon, count=1)
    assert [float(axis[0]) for axis in middle] == pytest.approx([50.0, 20.1])
    assert radii_km(group, lat, lon, middle=middle, share=1.0) == pytest.approx(7.147, abs=0.01)
