"""The small map of Poland: where the country lies in a box, and what is drawn of it."""

import pytest
from lxml import etree

from dashboard.explore.coverage.levels import Level
from dashboard.poland.mini_map import country, country_svg, fit_country, region, svg_path
from dashboard.poland.outlines import to_plane

SVG = "{http://www.w3.org/2000/svg}"
WARSAW, RZEPIN = (52.23, 21.01), (52.35, 14.83)


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(100, 300, id="high"),
        pytest.param(300, 100, id="wide"),
        pytest.param(160, None, id="as high as needed"),
    ],
)
def test_the_country_fits_a_box_and_keeps_its_shape(width, height):
    fit = fit_country(width, height, margin=0.02)
    across, down = fit.size
    height = down if height is None else height
    assert across == pytest.approx(width) or down == pytest.approx(height)
    assert across <= width + 1e-6
    assert down <= height + 1e-6
    assert fit.left == pytest.approx((width - across) / 2)
    assert across / down == pytest.approx(fit.frame.width / fit.frame.height)


def test_a_place_lies_in_the_box_as_in_the_country():
    fit = fit_country(160)
    (warsaw,), (rzepin,) = to_plane([WARSAW]), to_plane([RZEPIN])
    assert 0 < fit.at(rzepin)[0] < 20
    assert 100 < fit.at(warsaw)[0] < 160


def test_a_coarser_country_has_fewer_points_and_all_voivodeships():
    fine, coarse = country(0.6), country(6)
    assert len(fine) == len(coarse) == 16
    points = [
        sum(len(ring) for rings in each.values() for ring in rings) for each in (fine, coarse)
    ]
    assert points[1] * 3 < points[0]
    assert all(coarse.values())


def test_a_region_is_drawn_by_its_name_and_an_unknown_one_not_at_all():
    assert region(Level.VOIVODESHIP, "opolskie")
    assert region(Level.COUNTY, "opolskie: brzeski") == region(Level.COUNTY, "no such") == ()


def test_the_picture_is_an_svg_of_the_voivodeships_alone():
    root = etree.fromstring(country_svg(272, margin=0.01, fill="#f0f0f0", line="#808080"))
    (group,) = root
    assert group.get("fill") == "#f0f0f0"
    assert [each.tag for each in group] == [f"{SVG}path"] * 16


def test_a_path_closes_each_line():
    fit = fit_country(160)
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert svg_path([square, square], fit).count("Z") == 2
