"""The address that is nearest to a position, in geopy's form and for whole tables."""

from typing import Any

import numpy as np
import pytest

from geocoding import GazetteerGeocoder
from geocoding.added import add_address_points, added_address_points
from geocoding.address_points import nearest_points
from geocoding.distance import distance_km

NEAR_RZEZAWA = (49.99613, 20.50701)


@pytest.fixture
def points(folder, formats: dict[str, Any], file, doors: list[Any]):
    add_address_points([file(formats["csv_lines"](doors))], folder=folder)
    return added_address_points()


@pytest.mark.usefixtures("points")
@pytest.mark.parametrize(
    "query",
    [
        pytest.param(NEAR_RZEZAWA, id="pair"),
        pytest.param("49.99613, 20.50701", id="text"),
    ],
)
def test_the_nearest_address_with_its_distance(geocoder: GazetteerGeocoder, query) -> None:
    location = geocoder.reverse(query)
    assert location.address == "Rzezawa 11"
    assert (location.latitude, location.longitude) == pytest.approx((49.9961, 20.507), abs=2e-6)
    assert location.raw["precision"] == "building"
    assert location.raw["postal_code"] == "32-765"
    assert location.raw["distance_m"] == pytest.approx(3.4, abs=0.5)
    assert geocoder.reverse(query, exactly_one=False) == [location]


@pytest.mark.usefixtures("folder")
def test_without_address_points_the_nearest_settlement(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.reverse(NEAR_RZEZAWA)
    assert location.raw["precision"] == "locality"
    assert location.raw["distance_m"] < 2_000


@pytest.mark.usefixtures("points")
def test_far_from_poland_there_is_none(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.reverse((10.0, 10.0)) is None


def test_the_nearest_of_all_is_found_from_anywhere(points, doors: list[Any]) -> None:
    draw = np.random.default_rng(1)
    lat = np.concatenate((draw.uniform(49.9, 50.05, 200), draw.uniform(49.955, 49.965, 100)))
    lon = np.concatenate((draw.uniform(20.3, 20.6, 200), draw.uniform(20.425, 20.465, 100)))
    found = nearest_points(points, lat, lon)
    lats, lons = (np.array([getattr(door, name) for door in doors]) for name in ("lat", "lon"))
    least = [
        1000 * distance_km(np.array(a), np.array(b), lats, lons).min()
        for a, b in zip(lat, lon, strict=True)
    ]
    assert found.distance_m == pytest.approx(np.array(least), abs=0.3)


def test_positions_that_are_none_have_no_address(points) -> None:
    found = nearest_points(points, np.array([np.nan, 10.0]), np.array([20.0, 10.0]))
    assert found.point.tolist() == [-1, -1]
    assert np.isnan(found.distance_m).all()
