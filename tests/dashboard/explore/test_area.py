"""An area of the map that practices must have a mark in."""

import numpy as np
import pytest

from dashboard.explore.filters.area import Area
from dashboard.explore.filters.filters import AREA, Filters, matches, select

AROUND_BOCHNIA = "49.9000,20.3000,50.0500,20.6000"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(AROUND_BOCHNIA, id="rectangle"),
        pytest.param("49.9000,20.3000,50.0500,20.4500,49.9000,20.6000", id="triangle"),
        pytest.param("49.9000,20.6000,49.9000,20.3000,50.0500,20.4500", id="the other way round"),
    ],
)
def test_an_area_is_written_as_it_was_read(text):
    assert str(Area.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("49.9,20.3", id="one corner"),
        pytest.param("49.9,20.3,50.1", id="half a corner"),
        pytest.param("50.1,20.3,49.9,20.6", id="north is south"),
        pytest.param("49.9,20.3,49.9,20.6", id="a line"),
        pytest.param("49.9,20.3,49.9,20.4,49.9,20.5", id="corners in a row"),
        pytest.param("49,20,50,21,49,21,50,20", id="crossing sides"),
        pytest.param("49.9,20.3,50.1,nan", id="no number"),
        pytest.param("-49.9,20.3,50.1,20.6", id="beyond the map"),
        pytest.param(",".join(["49.9,20.3"] * 41), id="too many corners"),
    ],
)
def test_what_encloses_nothing_is_no_area(text):
    assert Area.parse(text) is None


@pytest.fixture
def marks(catalog):
    """(lat, lon) and the practice of each mark of the catalogue."""
    places = catalog.places[catalog.places["lat"].notna()]
    return list(zip(places["lat"], places["lon"], places["row"], strict=True))


def test_a_practice_passes_with_one_mark_in_the_area(catalog, marks):
    lat, lon, row = marks[0]
    area = Area.parse(f"{lat - 0.01:.4f},{lon - 0.01:.4f},{lat + 0.01:.4f},{lon + 0.01:.4f}")
    inside = {each for y, x, each in marks if abs(y - lat) <= 0.01 and abs(x - lon) <= 0.01}
    passed = matches(catalog, Filters(area=area))
    assert row in inside
    assert set(np.flatnonzero(passed).tolist()) == inside


def test_a_polygon_leaves_out_what_only_its_bounds_hold(catalog, marks):
    lat, lon, row = marks[0]
    corners = [(lat - 0.01, lon + 0.1), (lat + 0.2, lon + 0.1), (lat + 0.2, lon - 0.01)]
    around = Area.parse(",".join(f"{y:.4f},{x:.4f}" for y, x in corners))
    assert not matches(catalog, Filters(area=around))[row]


def test_the_whole_map_leaves_out_only_what_has_no_mark(catalog):
    selection = select(catalog, Filters(area=Area.parse("44.5,4,59.5,34")))
    assert selection.mask.tolist() == catalog.on_map.tolist()
    assert selection.left_out == {AREA: int(np.count_nonzero(~catalog.on_map))}


def test_an_area_can_be_dropped():
    filters = Filters(area=Area.parse(AROUND_BOCHNIA))
    assert filters.active == (AREA,)
    assert filters.without(AREA) == Filters()
