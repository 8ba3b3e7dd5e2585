import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.counts.inhabitants import county_inhabitants, voivodeship_inhabitants
from dashboard.explore.coverage import coverage
from dashboard.explore.coverage.coverage import entered
from dashboard.explore.coverage.levels import Level, level_shown
from dashboard.explore.filters.filters import Filters

BOCHNIA = "małopolskie / bocheński"
RURAL = "małopolskie / bocheński / Bochnia (wiejska)"
NOBODY = pd.Series(dtype="float64")


@pytest.fixture
def regional(make_catalog):
    practices = [
        {"art": 1, "title": "a", "section": "s", "unit": "Bochnia", "introduced": "2009-05-01"},
        {"art": 2, "title": "b", "section": "s", "unit": "Bochnia", "introduced": "2012-05-01"},
        {"art": 3, "title": "c", "section": "s", "unit_type": "gmina wiejska"},
        {"art": 4, "title": "d", "section": "t"},
    ]
    bochnia = {"county": "bocheński", "voivodeship": "małopolskie"}
    places = [
        {"art": 1, "place": "Bochnia", **bochnia},
        {"art": 2, "place": "Bochnia", **bochnia},
        {"art": 2, "place": "Zakopane", "county": "tatrzański", "voivodeship": "małopolskie"},
        {"art": 3, "place": "Suwałki", "county": "Suwałki", "voivodeship": "podlaskie"},
        {"art": 4, "place": "?", "status": "no_match"},
    ]
    return make_catalog(practices, places)


def table_of(catalog, level, inhabitants=NOBODY, mask=None):
    mask = np.ones(len(catalog), dtype=bool) if mask is None else mask
    return coverage.coverage(catalog, mask, level=level, inhabitants=inhabitants)


def chosen(**values):
    return Filters(chosen={Facet(name): (value,) for name, value in values.items()})


def test_poland_has_sixteen_voivodeships_and_380_counties():
    assert len(set(regions.voivodeships())) == 16
    assert len(set(regions.counties())) == 380
    assert {regions.voivodeship_of(name) for name in regions.counties()} == set(
        regions.voivodeships()
    )


def test_a_voivodeship_is_measured_by_all_measures(regional):
    row = table_of(regional, Level.VOIVODESHIP, voivodeship_inhabitants()).loc["małopolskie"]
    assert row["practices"] == 2
    assert (row["counties"], row["covered"]) == (22, 2)
    assert row["share"] == pytest.approx(2 / 22)
    assert (row["units"], row["year"]) == (1, 2012)
    assert 0 < row["rate"] < 1


def test_a_region_without_practices_is_there_as_zero(regional):
    table = table_of(regional, Level.VOIVODESHIP, voivodeship_inhabitants())
    assert len(table) == 16
    row = table.loc["lubuskie"]
    assert (row["practices"], row["rate"], row["share"], row["units"]) == (0, 0, 0, 0)
    assert np.isnan(row["year"])


def test_what_the_cards_do_not_state_is_unknown(regional):
    row = table_of(regional, Level.VOIVODESHIP).loc["podlaskie"]
    assert row["practices"] == 1
    assert np.isnan(row["units"])
    assert np.isnan(row["year"])


def test_without_inhabitants_there_is_no_rate(regional):
    table = table_of(regional, Level.VOIVODESHIP, pd.Series({"małopolskie": 3_000_000}))
    assert table.loc["małopolskie", "rate"] == pytest.approx(2 / 30)
    assert table["rate"].drop("małopolskie").isna().all()


def test_counties_are_counted_each(regional):
    table = table_of(regional, Level.COUNTY)
    assert len(table) == 380
    assert table["practices"][table["practices"] > 0].to_dict() == {
        BOCHNIA: 2,
        "małopolskie / tatrzański": 1,
        "podlaskie / Suwałki": 1,
    }
    assert len(coverage.within(table, ("małopolskie",))) == 22
    assert len(coverage.within(table, ())) == 380


def test_the_rate_of_a_county_is_of_its_own_inhabitants(regional):
    people = county_inhabitants()
    table = table_of(regional, Level.COUNTY, people)
    assert table.loc[BOCHNIA, "rate"] == pytest.approx(2 / people[BOCHNIA] * 100_000)
    assert table["rate"].notna().all()


def test_what_lies_in_no_region_is_counted(regional):
    assert coverage.outside(regional, np.ones(4, dtype=bool), Level.COUNTY) == 1


def test_other_filters_count_but_not_those_on_the_region(regional):
    filters = chosen(woj="podlaskie", dzial="s")
    assert coverage.everywhere(regional, filters).tolist() == [True, True, True, False]


def test_white_spots(regional):
    among = np.ones(4, dtype=bool)
    empty = coverage.uncovered_counties(regional, among)
    assert sum(map(len, empty.values())) == 377
    assert len(empty["małopolskie"]) == 20
    assert "bocheński" not in empty["małopolskie"]
    assert "gmina wiejska" not in coverage.uncovered_types(regional, among)
    assert "gmina miejska" in coverage.uncovered_types(regional, among)


@pytest.mark.parametrize(
    ("before", "level", "region", "after"),
    [
        pytest.param({}, "woj", "śląskie", {"woj": "śląskie"}, id="into a voivodeship"),
        pytest.param({"woj": "śląskie"}, "woj", "śląskie", {}, id="out of it"),
        pytest.param({"woj": "śląskie"}, "woj", "opolskie", {"woj": "opolskie"}, id="to another"),
        pytest.param(
            {"woj": "małopolskie", "powiat": BOCHNIA},
            "woj",
            "opolskie",
            {"woj": "opolskie"},
            id="to another, leaving the county",
        ),
        pytest.param(
            {}, "powiat", BOCHNIA, {"woj": "małopolskie", "powiat": BOCHNIA}, id="into a county"
        ),
        pytest.param(
            {"woj": "małopolskie", "powiat": BOCHNIA},
            "powiat",
            BOCHNIA,
            {"woj": "małopolskie"},
            id="out of a county",
        ),
        pytest.param(
            {"woj": "śląskie"},
            "gmina",
            RURAL,
            {"woj": "małopolskie", "powiat": BOCHNIA, "gmina": RURAL},
            id="into a commune",
        ),
        pytest.param(
            {"woj": "małopolskie", "powiat": BOCHNIA, "gmina": RURAL},
            "gmina",
            RURAL,
            {"woj": "małopolskie", "powiat": BOCHNIA},
            id="out of a commune",
        ),
    ],
)
def test_a_choice_goes_down_and_back(before, level, region, after):
    found = entered(chosen(dzial="s", **before), region, level=Level(level))
    assert found == chosen(dzial="s", **after)


@pytest.mark.parametrize(
    ("asked", "filters", "expected"),
    [
        pytest.param(None, {}, Level.VOIVODESHIP, id="the country"),
        pytest.param(None, {"woj": "śląskie"}, Level.COUNTY, id="inside a voivodeship"),
        pytest.param(Level.COUNTY, {}, Level.COUNTY, id="all counties"),
        pytest.param(Level.VOIVODESHIP, {"woj": "śląskie"}, Level.VOIVODESHIP, id="asked for"),
        pytest.param(None, {"powiat": BOCHNIA}, Level.COMMUNE, id="inside a county"),
        pytest.param(
            None,
            {"woj": "małopolskie", "powiat": "małopolskie / Kraków"},
            Level.COUNTY,
            id="a city is a county of one commune",
        ),
        pytest.param(Level.COMMUNE, {}, Level.COMMUNE, id="all communes"),
    ],
)
def test_the_level_follows_from_where_the_reader_is(asked, filters, expected):
    assert level_shown(asked, chosen(**filters)) is expected
