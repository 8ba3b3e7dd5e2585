import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from dashboard.explore.coverage.coverage import coverage
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.timeline import coverage_by_year
from dashboard.explore.filters.years import introduced_by, years_of

BOCHNIA = {"county": "bocheński", "voivodeship": "małopolskie"}
TATRY = {"county": "tatrzański", "voivodeship": "małopolskie"}
INHABITANTS = pd.Series({"małopolskie": 3_400_000})


@pytest.fixture
def dated(make_catalog):
    """Practices of four years, one of an unknown day, one of an unknown place."""
    practices = [
        {"art": 1, "title": "a", "unit": "Bochnia", "introduced": "2009-05-01"},
        {"art": 2, "title": "b", "unit": "Bochnia", "introduced": "2012-05-01"},
        {"art": 3, "title": "c", "introduced": "2010-02-01"},
        {"art": 4, "title": "d", "unit": "Suwałki"},
        {"art": 5, "title": "e", "introduced": "2011-02-01"},
    ]
    places = [
        {"art": 1, "place": "Bochnia", **BOCHNIA},
        {"art": 2, "place": "Bochnia", **BOCHNIA},
        {"art": 2, "place": "Zakopane", **TATRY},
        {"art": 3, "place": "Zakopane", **TATRY},
        {"art": 4, "place": "Suwałki", "county": "Suwałki", "voivodeship": "podlaskie"},
        {"art": 5, "place": "?", "status": "no_match"},
    ]
    return make_catalog(practices, places)


@pytest.mark.parametrize("level", list(Level), ids=str)
@pytest.mark.parametrize("left_out", [None, 0], ids=["all", "filtered"])
def test_each_year_is_the_coverage_of_what_there_was_by_then(dated, level, left_out):
    among = np.arange(len(dated)) != left_out
    years = years_of(dated)
    assert list(years) == [2009, 2010, 2011, 2012]
    frames = coverage_by_year(dated, among, years=years, level=level, inhabitants=INHABITANTS)
    for year, frame in zip(years, frames, strict=True):
        until = among & introduced_by(dated, year)
        expected = coverage(dated, until, level=level, inhabitants=INHABITANTS)
        assert_frame_equal(frame, expected, check_dtype=False)


def test_a_practice_of_unknown_date_is_in_no_year(dated):
    assert introduced_by(dated, 9999).tolist() == [True, True, True, False, True]


def test_no_date_at_all(make_catalog):
    catalog = make_catalog([{"art": 1, "title": "a"}], [{"art": 1, "place": "x"}])
    assert list(years_of(catalog)) == []
