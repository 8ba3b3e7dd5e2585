import numpy as np
import pytest

from dashboard.explore.units.likeness import (
    WEIGHTS,
    Figures,
    Profile,
    Side,
    compared,
    is_comparable,
    likeness,
)
from dashboard.explore.units.local_units import UnitLevel


@pytest.fixture
def compare(units):
    """A function that gives the sides by which a unit is like another, and their mean."""

    def sides(own, other):
        profile = Profile.of(units.find(own))
        figures = Figures.of(units).take(units.rows_of([other]))
        found = compared(profile, figures)
        mean = likeness(found, is_comparable(profile, figures))[0]
        return {side: values[0] for side, values in found.items()}, mean

    return sides


def test_a_unit_is_like_itself(compare):
    sides, mean = compare("120101", "120101")
    assert set(sides.values()) == {1.0}
    assert mean == 1


@pytest.mark.parametrize(
    ("side", "own", "other", "expected"),
    [
        pytest.param(Side.SIZE, "120106", "120501", 0.699, id="twice as many inhabitants"),
        pytest.param(Side.SIZE, "121402", "126101", 0.0, id="more than ten times as many"),
        pytest.param(Side.KIND, "120101", "120106", 0.5, id="urban and mixed"),
        pytest.param(Side.KIND, "120102", "120106", 0.5, id="rural and mixed"),
        pytest.param(Side.KIND, "120101", "120102", 0.0, id="urban and rural"),
        pytest.param(Side.URBANISATION, "120101", "126101", 0.5, id="town and city"),
        pytest.param(Side.URBANISATION, "120102", "126101", 0.0, id="village and city"),
        pytest.param(Side.DENSITY, "120101", "120501", 0.933, id="density"),
        pytest.param(Side.AREA, "120101", "120607", 1.0, id="one urban area"),
        pytest.param(Side.AREA, "120106", "120501", 1.0, id="both outside of any"),
        pytest.param(Side.AREA, "120101", "120501", 0.0, id="one of them outside"),
    ],
)
def test_each_side(compare, side, own, other, expected):
    assert compare(own, other)[0][side] == pytest.approx(expected, abs=0.001)


def test_two_urban_areas_are_half_alike(units):
    profile = Profile(level="commune", urban_area="Tarnów", has_area=True)
    figures = Figures.of(units).take(units.rows_of(["120101"]))
    assert compared(profile, figures) == {Side.AREA: [0.5]}


def test_the_mean_is_weighted(compare):
    sides, mean = compare("120101", "120501")
    total = sum(WEIGHTS[side] for side in sides)
    assert mean == pytest.approx(sum(WEIGHTS[side] * sides[side] for side in sides) / total)


def test_units_of_other_levels_are_not_compared(compare):
    sides, mean = compare("1201", "1206")
    assert set(sides) == {Side.SIZE, Side.DENSITY}
    assert 0 < mean < 1
    assert np.isnan(compare("1201", "120101")[1])
    assert np.isnan(compare("120101", "12")[1])


def test_what_is_not_known_of_the_other_counts_as_nothing(units):
    profile = Profile.of(units.find("120101"))
    nothing = Figures.of(units).with_unknown().take([-1])
    assert all(np.isnan(values[0]) for values in compared(profile, nothing).values())
    assert np.isnan(likeness(compared(profile, nothing), is_comparable(profile, nothing))[0])


def test_a_profile_comes_back_from_the_figures(units):
    row = units.positions["120607"]
    assert Profile.of_row(Figures.of(units), row) == Profile.of(units.at(row))
    assert Profile.of(units.find("1201")).level == UnitLevel.COUNTY
