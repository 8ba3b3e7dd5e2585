import numpy as np
import pytest

from geocoding.projection import to_epsg_2180
from geocoding.tables.coordinates import point_of_plane, read_pair, read_points

BOCHNIA = (49.9691, 20.4302)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("49.9691", "20.4302", id="point"),
        pytest.param("49,96910", "20,43020", id="comma"),
        pytest.param("20,4302", "49,9691", id="longitude first"),
        pytest.param("49°58'08,8\"N", "20°25'48,7\"E", id="degrees, minutes, seconds"),
        pytest.param("N 49 58 8.8", "E 20 25 48.7", id="blanks"),
        pytest.param("49-58-08,8 N", "20-25-48,7 E", id="dashes"),
        pytest.param("49°58.147′", "20°25.812′", id="degrees and minutes"),
    ],
)
def test_degrees(first: str, second: str) -> None:
    (point,) = read_points(first, second)
    assert (point.lat, point.lon) == pytest.approx(BOCHNIA, abs=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "49.9691, 20.4302",
        "49,9691; 20,4302",
        "49,9691 20,4302",
        "49,9691, 20,4302",
        "(49.9691 / 20.4302)",
        "POINT (20.4302 49.9691)",
        "N49°58'08,8\" E20°25'48,7\"",
    ],
)
def test_both_in_one_cell(text: str) -> None:
    (point,) = read_pair(text)
    assert (point.lat, point.lon) == pytest.approx(BOCHNIA, abs=1e-4)


@pytest.mark.parametrize(
    ("lat", "lon", "northing", "easting"),
    [  # by PROJ
        pytest.param(49.9691, 20.4302, 234513.826, 602531.323, id="south"),
        pytest.param(52.2297, 21.0122, 486757.209, 637382.204, id="middle"),
        pytest.param(53.9, 14.3, 680840.735, 191377.855, id="west"),
        pytest.param(50.98, 24.0, 357811.546, 850801.101, id="east"),
    ],
)
def test_the_plane_of_epsg_2180(lat: float, lon: float, northing: float, easting: float) -> None:
    point = point_of_plane(northing, easting)
    assert (point.lat, point.lon) == pytest.approx((lat, lon), abs=1e-7)
    plane = to_epsg_2180(np.array([[lon, lat], [np.nan, np.nan]]))
    assert plane[0] == pytest.approx((easting, northing), abs=0.001)
    assert np.isnan(plane[1]).all()


def test_metres_are_read_in_either_order() -> None:
    points = read_points("602 531,3", "234513.8")
    assert len(points) == 2
    assert (points[1].lat, points[1].lon) == pytest.approx(BOCHNIA, abs=1e-5)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("49.97", "", id="half"),
        pytest.param("52.52", "13.40", id="Berlin"),
        pytest.param("0", "0", id="zeros"),
        pytest.param("49°75'", "20°25'", id="no minutes"),
        pytest.param("1" * 500, "2", id="long"),
    ],
)
def test_what_is_no_point_in_poland(first: str, second: str) -> None:
    assert read_points(first, second) == ()
