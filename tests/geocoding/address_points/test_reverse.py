"""The address that is nearest to a position, in geopy's form and for whole tables."""

import csv
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from geocoding import GazetteerGeocoder
from geocoding.added import add_address_points, added_address_points
from geocoding.address_points import nearest_points
from geocoding.batch.cli import app
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


def test_the_command_writes_the_nearest_address(tmp_path, folder, formats, file, doors) -> None:
    add_address_points([file(formats["csv_lines"](doors))], folder=folder)
    table, output = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("nazwa,lat,lon\nA,49.99613,20.50701\nB,49.9604,20.4303\nC,,\n", "utf-8")
    result = CliRunner().invoke(app, [str(table), "--output", str(output), "--reverse"])
    assert result.exit_code == 0, result.stderr
    with output.open(encoding="utf-8", newline="") as written:
        rows = list(csv.DictReader(written))
    assert [(row["nearest_address"], row["nearest_m"]) for row in rows] == [
        ("Rzezawa 11", "3"),
        ("Kazimierza Wielkiego 4, Bochnia", "0"),
        ("", ""),
    ]


def test_without_coordinates_the_command_says_which_columns_it_needs(tmp_path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("city\nBochnia\n", "utf-8")
    arguments = [str(table), "--output", str(tmp_path / "out.csv"), "--reverse"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "--column lat=HEADING" in result.stderr
