import numpy as np

from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.region_profile import profile


def test_the_newest_practices_and_the_most_frequent_themes(catalog):
    found = profile(catalog, np.ones(4, dtype=bool), level=Level.VOIVODESHIP, region="małopolskie")
    assert found.newest == [0, 1]
    assert dict(found.themes) == {"Usługi społeczne": 1, "Współpraca między JST": 1}


def test_a_region_without_practices(catalog):
    found = profile(catalog, np.ones(4, dtype=bool), level=Level.VOIVODESHIP, region="opolskie")
    assert (found.newest, found.themes) == ([], [])
