"""Dates and numbers of inhabitants that cannot be: told, shown as stated, and on no axis."""

import datetime as dt
import json

import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.plausible import plausible_years
from dashboard.explore.catalog.subset import subset
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.question import Question
from dashboard.explore.coverage.region_profile import profile
from dashboard.explore.filters.filters import Filters, select
from dashboard.explore.filters.years import years_of
from dashboard.explore.quality.quality import Positions, contradictions
from dashboard.locale import texts_in
from dashboard.practices import locate
from dashboard.practices.demo import make_demo
from dashboard.store import open_store
from dashboard.views.coverage.timeline import timeline
from dashboard.views.practice.card import card_html
from geocoding import GazetteerGeocoder

TODAY = dt.date(2026, 5, 11)


@pytest.fixture(scope="module")
def make():
    """A function that makes a catalogue of 40 practices, the first with other cells."""
    geocoder = GazetteerGeocoder()

    def catalog(today=TODAY, **cells):
        practices = make_demo(40, seed=1)
        practices["population"] = 12_345
        practices["population"] = practices["population"].astype("Int64")
        for name, value in cells.items():
            practices.loc[0, name] = value
        return build_catalog(practices, locate(practices, geocoder), today=today)

    return catalog


def found_in(catalog):
    positions = Positions.of(catalog)
    table = contradictions(catalog, positions)
    table = table[table["check"].str.startswith("possible_")]
    return list(table[["check", "stated", "matched"]].itertuples(index=False, name=None))


def test_the_bounds_of_years_follow_the_clock():
    assert plausible_years(dt.date(2026, 12, 31)) == range(1990, 2028)
    assert plausible_years(dt.date(2027, 1, 1)) == range(1990, 2029)


@pytest.mark.parametrize("name", ["introduced", "updated"])
@pytest.mark.parametrize("day", ["0209-11-23", "1989-12-31", "2028-01-01", "9999-12-31"])
def test_a_date_that_cannot_be_is_told_as_it_is_stated(make, name, day):
    catalog = make(**{name: pd.Timestamp(day).as_unit("us")})
    assert found_in(catalog) == [(f"possible_{name}", day, "1990–2027")]


@pytest.mark.parametrize("day", ["1990-01-01", "2027-12-31"])
def test_a_date_at_the_bounds_is_told_nowhere(make, day):
    catalog = make(introduced=pd.Timestamp(day))
    assert found_in(catalog) == []
    assert int(day[:4]) in years_of(catalog)


@pytest.mark.parametrize("day", ["0209-11-23", "9999-12-31"])
def test_a_date_that_cannot_be_stays_out_of_all_years(make, day):
    ordinary, slip = make(), make(introduced=pd.Timestamp(day).as_unit("us"))
    assert set(years_of(slip)) <= set(years_of(ordinary))
    counts = select(slip, Filters()).counts[Facet.YEAR]
    assert sum(counts.values()) == 39
    assert set(counts) <= set(slip.facets[Facet.YEAR].values)
    messages = [
        timeline(CoverageAnswer(catalog, Filters(), Question()), texts_in("pl"))
        for catalog in (ordinary, slip)
    ]
    sizes = [len(json.dumps(each.message)) for each in messages]
    assert sizes[1] < sizes[0] * 1.05
    assert messages[1].unknown == messages[0].unknown + 1


def test_the_practice_itself_is_there_with_its_date_as_stated(make):
    catalog = make(introduced=pd.Timestamp("0209-11-23").as_unit("us"))
    selection = select(catalog, Filters())
    assert len(selection.rows) == 40
    assert " 209" in card_html(catalog, 0, texts_in("pl"))
    assert subset(catalog, [0, 1]).today == TODAY


def test_it_is_not_the_newest_of_its_region(make):
    catalog = make(introduced=pd.Timestamp("9999-12-31").as_unit("us"))
    everything = np.ones(len(catalog), dtype=bool)
    region = catalog.places["voivodeship"].iloc[0]
    names = profile(catalog, everything, level=Level.VOIVODESHIP, region=region).newest
    assert names[0] != 0


@pytest.mark.parametrize(
    ("population", "stated"), [(0, "0"), (40_000_001, "40000001"), (999_999_999, "999999999")]
)
def test_a_number_of_inhabitants_that_cannot_be(make, population, stated):
    catalog = make(population=population)
    expected = "1–40\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000"
    assert found_in(catalog) == [("possible_population", stated, expected)]
    assert np.isnan(catalog.population[0])
    assert not completed(catalog)[0]


@pytest.mark.parametrize("population", [1, 40_000_000])
def test_a_number_of_inhabitants_at_the_bounds(make, population):
    catalog = make(population=population)
    assert found_in(catalog) == []
    assert catalog.population[0] == population


def test_a_practice_of_several_places_is_told_once(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "x", "introduced": "1209-01-01", "population": "0"}],
        [{"art": 1, "place": place, "place_no": at} for at, place in enumerate("AB")],
    )
    assert [check for check, _, _ in found_in(catalog)] == [
        "possible_introduced",
        "possible_population",
    ]


@pytest.mark.parametrize("day", ["0209-11-23", "9999-12-31"])
def test_a_table_with_such_a_date_can_be_saved_and_read_again(tmp_path, day):
    store = open_store(str(tmp_path / "store.sqlite"))
    practices = make_demo(3, seed=1)
    practices.loc[0, "introduced"] = pd.Timestamp(day).as_unit("us")
    store.save(practices)
    pd.testing.assert_frame_equal(store.load(), practices)
