import numpy as np
import pytest

from dashboard.explore.filters.filters import Circle, Filters, select
from dashboard.explore.filters.home import HomeQuery, distances_km, likeness, likeness_parts
from dashboard.explore.filters.order import ordered_rows

KRAKOW = (50.0614, 19.9366)


@pytest.fixture
def near_and_far(make_catalog):
    """Three practices: one near Kraków with a second place far off, one far, one nowhere."""
    return make_catalog(
        [{"art": art, "title": "t", "section": "Usługi społeczne"} for art in (1, 2, 3)],
        [
            {"art": 1, "place": "Szczecin", "point": (53.43, 14.55)},
            {"art": 1, "place": "Liszki", "point": (50.04, 19.77)},
            {"art": 2, "place": "Ełk", "point": (53.83, 22.36)},
            {"art": 3, "place": "", "status": "skipped"},
        ],
    )


def test_the_nearest_place_counts(near_and_far):
    away = distances_km(near_and_far, KRAKOW)
    assert away[0] == pytest.approx(12.1, abs=0.3)
    assert away[1] == pytest.approx(451, abs=5)
    assert np.isnan(away[2])


def test_a_circle_keeps_what_has_a_place_in_it_and_tells_what_has_none(near_and_far):
    selection = select(near_and_far, Filters(within=Circle(KRAKOW, 50)))
    assert selection.mask.tolist() == [True, False, False]
    assert selection.left_out == {"promien": 1}


def test_the_order_puts_the_unknown_last(near_and_far):
    everything = select(near_and_far, Filters())
    assert ordered_rows(everything, None).tolist() == [0, 1, 2]
    assert ordered_rows(everything, -distances_km(near_and_far, KRAKOW)).tolist() == [1, 0, 2]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            HomeQuery(population=30000), [1.0, 0.574, 0.0, 0.0], id="ratio of populations"
        ),
        pytest.param(
            HomeQuery(unit_type="gmina wiejska"), [0.5, 0.0, 0.0, 0.0], id="communes are related"
        ),
        pytest.param(HomeQuery(unit_type="powiat"), [0.0, 1.0, 0.0, 0.0], id="same type"),
        pytest.param(HomeQuery(sections=("Usługi techniczne",)), [0.0, 0.0, 0.0, 1.0], id="theme"),
        pytest.param(
            HomeQuery(population=80000, unit_type="powiat"),
            [0.306, 1.0, 0.0, 0.0],
            id="sides are weighed",
        ),
    ],
)
def test_likeness(catalog, query, expected):
    assert likeness(likeness_parts(catalog, query)) == pytest.approx(expected, abs=0.001)


def test_only_what_was_stated_takes_part(catalog):
    assert likeness_parts(catalog, HomeQuery(place="Bochnia")) == {}
