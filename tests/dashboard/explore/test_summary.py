import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.regions import counties
from dashboard.explore.counts.inhabitants import county_inhabitants, voivodeship_inhabitants
from dashboard.explore.counts.sizes import size_index
from dashboard.explore.counts.summary import UNKNOWN, counts, cross, rates, years
from dashboard.practices.values import VOIVODESHIPS

ALL = np.ones(4, dtype=bool)
POLAND_2018 = 38_411_148


def test_a_practice_of_two_regions_counts_in_both_and_the_unknown_stands_last(catalog):
    found = counts(catalog.facets[Facet.VOIVODESHIP], ALL)
    assert found[found > 0].to_dict() == {
        "małopolskie": 2,
        "podlaskie": 1,
        "śląskie": 1,
        UNKNOWN: 1,
    }
    assert found.index[-1] == UNKNOWN


def test_only_the_practices_in_the_mask_count(catalog):
    among = np.array([True, False, False, True])
    found = counts(catalog.facets[Facet.VOIVODESHIP], among)
    assert found[found > 0].to_dict() == {"małopolskie": 1, UNKNOWN: 1}


def test_two_facets_at_once(catalog):
    found = cross(catalog.facets[Facet.UNIT_TYPE], size_index(catalog.population), ALL)
    filled = {(row, column): count for column in found for row, count in found[column].items()}
    assert {pair: count for pair, count in filled.items() if count} == {
        ("gmina miejska", "20-50"): 1,
        ("powiat", "50-100"): 1,
        (UNKNOWN, "below-5"): 1,
        (UNKNOWN, UNKNOWN): 1,
    }


def test_several_values_of_both_facets_are_all_paired(catalog):
    region = catalog.facets[Facet.VOIVODESHIP]
    found = cross(region, catalog.facets[Facet.COUNTY], np.array([False, True, False, False]))
    assert found.loc["śląskie", "małopolskie / krakowski"] == 1
    assert found.to_numpy().sum() == 4


def test_nothing_to_count_is_all_zero(catalog):
    found = cross(catalog.facets[Facet.SECTION], catalog.facets[Facet.YEAR], ~ALL)
    assert found.to_numpy().sum() == 0


def test_years_without_a_practice_are_listed_too(make_catalog):
    dates = ["2007-05-01", "2010-01-31", "2010-12-31", ""]
    catalog = make_catalog(
        [{"art": at, "title": "x", "introduced": day} for at, day in enumerate(dates, start=1)],
        [{"art": at, "place": "x"} for at in range(1, 5)],
    )
    found = years(catalog.facets[Facet.YEAR], ALL)
    assert found.to_dict() == {"2007": 1, "2008": 0, "2009": 0, "2010": 2}


def test_no_year_at_all_is_nothing(make_catalog):
    catalog = make_catalog([{"art": 1, "title": "x"}], [{"art": 1, "place": "x"}])
    assert years(catalog.facets[Facet.YEAR], ALL[:1]).empty


def test_rates_have_a_row_for_every_region_with_inhabitants():
    found = pd.Series({"śląskie": 3, UNKNOWN: 5})
    table = rates(found, pd.Series({"śląskie": 4_000_000, "opolskie": 900_000}))
    assert table["count"].to_dict() == {"śląskie": 3, "opolskie": 0}
    assert table["rate"].to_dict() == pytest.approx({"śląskie": 0.075, "opolskie": 0})


def test_every_voivodeship_has_inhabitants_that_add_up_to_the_country():
    people = voivodeship_inhabitants()
    assert tuple(people.index) == VOIVODESHIPS
    assert people.sum() == POLAND_2018


def test_every_county_has_inhabitants_that_add_up_to_the_country():
    people = county_inhabitants()
    assert set(people.index) == set(counties())
    assert people.sum() == POLAND_2018
    assert people["mazowieckie / Warszawa"] == 1_777_972
