"""Units compared with the reader's own by a figure."""

import numpy as np
import pytest

from dashboard.explore.figures.closeness import closeness
from dashboard.explore.figures.figure import Figure, FigureCaption, FigureKind
from dashboard.explore.filters.home import HomeQuery, compare, find_home
from dashboard.explore.link.links import View, read_link, write_link
from dashboard.explore.units.likeness import Side


def figure(by_code) -> Figure:
    caption = FigureCaption(name="stopa", unit="%", year=2023, source="GUS", kind=FigureKind.RATE)
    return Figure(caption=caption, by_code=by_code)


@pytest.mark.parametrize(
    ("by_code", "expected"),
    [
        pytest.param(
            {"120101": 1, "120102": 2, "120106": 900, "120607": 3},
            {"120101": 1, "120102": 0.75, "120106": 0.25, "120607": 0.5},
            id="places-and-not-numbers",
        ),
        pytest.param(
            {"120101": 1, "120102": 2}, {"120101": 1, "120102": 0.5, "120106": None}, id="missing"
        ),
        pytest.param({"1201": 1, "1206": 2}, {"120102": 1, "1201": None}, id="county-of-communes"),
    ],
)
def test_units_are_as_near_as_their_places(units, by_code, expected):
    near = closeness(figure(by_code), units.find("120101"), units)
    for code, value in expected.items():
        found = near[units.positions[code]]
        assert np.isnan(found) if value is None else found == pytest.approx(value)


def test_a_unit_without_a_number_is_compared_with_none(units):
    assert closeness(figure({"120102": 2}), units.find("120101"), units) is None


def test_the_figure_is_a_side_of_likeness_of_practices(catalog):
    query = HomeQuery(place="120101", figure="stopa-2023")
    by_code = {"120101": 1, "120102": 2, "1201": 5}
    _, home = find_home(query, None, catalog.all_units, figure(by_code))
    comparison = compare(catalog, home)
    assert len(comparison.sides[Side.FIGURE]) == len(catalog)
    _, plain = find_home(query, None, catalog.all_units)
    assert Side.FIGURE not in compare(catalog, plain).sides


def test_the_figure_of_the_comparison_is_in_the_address(catalog):
    query = {"moja": ["120101"], "mojwskaznik": ["stopa-2023"]}
    home = read_link(query, catalog).view.home
    assert home.figure == "stopa-2023"
    assert write_link(View(home=home)) == query
