"""What address points improved, as the page about quality says it."""

import pandas as pd
import pytest

from dashboard.explore.quality.improvement import Improvement


def places(*rows):
    names = ["art", "place_no", "precision", "provider", "accuracy_m"]
    return pd.DataFrame([dict(zip(names, row, strict=True)) for row in rows], columns=names)


BEFORE = places(
    (1, 0, "locality", "gazetteer", 1500.0),
    (2, 0, "postal_code", "gazetteer", 700.0),
    (2, 1, "locality", "gazetteer", 2000.0),
    (3, 0, "locality", "gazetteer", 9000.0),
)


def test_only_places_at_address_points_are_compared():
    after = places(
        (1, 0, "building", "gazetteer", 50.0),
        (2, 0, "building", "override", 50.0),
        (2, 1, "interpolated", "gazetteer", 80.0),
        (3, 0, "locality", "gazetteer", 9000.0),
    )
    found = Improvement.of(after, BEFORE)
    assert found is not None
    assert found.counts == {"building": 1, "interpolated": 1, "street": 0}
    assert (found.before_m, found.after_m) == (1750.0, 65.0)


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(BEFORE, id="nothing-improved"),
        pytest.param(BEFORE.head(0), id="no-places"),
        pytest.param(places((1, 0, "building", "override", 50.0)), id="set-by-a-person"),
    ],
)
def test_without_a_place_at_an_address_point_there_is_nothing_to_say(after):
    assert Improvement.of(after, BEFORE) is None
