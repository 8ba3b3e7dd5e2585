"""The communes that come with the program, and how they are looked up."""

from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from geocoding import GazetteerError, data_dir
from geocoding.communes import CommuneKind, Urbanisation, commune_table, load_communes

POLAND_2018 = 38_411_148
POLAND_KM2 = 312_700


def test_all_communes_are_there_with_unique_codes() -> None:
    rows = load_communes().rows
    assert len(rows) == len({each.teryt for each in rows}) == 2478
    assert all(len(each.teryt) == 6 and each.teryt.isdigit() for each in rows)
    assert all(each.teryt.startswith(each.county_teryt) for each in rows)
    assert all(each.county_teryt.startswith(each.voivodeship_teryt) for each in rows)


def test_a_commune_says_what_is_known_of_it() -> None:
    liszki = load_communes().with_teryt("120607")
    assert liszki is not None
    assert (liszki.name, liszki.county, liszki.voivodeship) == (
        "Liszki",
        "krakowski",
        "małopolskie",
    )
    assert (liszki.kind, liszki.urbanisation) == (CommuneKind.RURAL, Urbanisation.RURAL)
    assert (liszki.population, liszki.population_date) == (17_292, date(2018, 12, 31))
    assert (liszki.functional_area, liszki.settlement) == ("Kraków", "Liszki")
    assert liszki.density == pytest.approx(liszki.population / liszki.area_km2, abs=0.1)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("1201011", "120101", id="seven-digits"),
        pytest.param("120101", "120101", id="six"),
        pytest.param("1201", None, id="a-county"),
        pytest.param("12010111", None, id="eight"),
        pytest.param("999999", None, id="unknown"),
    ],
)
def test_a_code_finds_its_commune(code: str, found: str | None) -> None:
    commune = load_communes().with_teryt(code)
    assert (commune.teryt if commune else None) == found


@pytest.mark.parametrize(
    ("name", "county", "voivodeship", "codes"),
    [
        pytest.param("bochnia", "", "", ["120101", "120102"], id="town-and-the-commune-around-it"),
        pytest.param("Liszki", "krakowski", "", ["120607"], id="in-a-county"),
        pytest.param("Brzeziny", "", "wielkopolskie", ["300702"], id="in-a-voivodeship"),
        pytest.param("Liszki", "bocheński", "", [], id="not-in-that-county"),
        pytest.param("Berlin", "", "", [], id="unknown"),
    ],
)
def test_a_name_finds_its_communes(
    name: str, county: str, voivodeship: str, codes: list[str]
) -> None:
    found = load_communes().named(name, county=county, voivodeship=voivodeship)
    assert [each.teryt for each in found] == codes


def test_counties_and_voivodeships_add_up_to_the_country() -> None:
    communes = load_communes()
    assert (len(communes.counties), len(communes.voivodeships)) == (380, 16)
    for units in (communes.rows, communes.counties, communes.voivodeships):
        assert sum(each.population for each in units) == POLAND_2018
        assert sum(each.area_km2 for each in units) == pytest.approx(POLAND_KM2, rel=1e-3)


def test_communes_of_a_county_are_found_by_its_code() -> None:
    names = Counter(each.name for each in load_communes().within("1201"))
    assert names["Bochnia"] == 2
    assert len(names) == 8


def test_each_point_lies_in_poland() -> None:
    for each in load_communes().rows:
        assert 49.0 < each.lat < 54.9, each
        assert 14.1 < each.lon < 24.2, each
        assert each.settlement, each


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        commune_table(tmp_path / "communes.parquet")


def test_a_table_without_a_column_is_told(tmp_path: Path) -> None:
    table = pd.read_parquet(data_dir() / "communes.parquet")
    table.drop(columns="kind").to_parquet(tmp_path / "communes.parquet")
    with pytest.raises(GazetteerError, match="no column kind"):
        commune_table(tmp_path / "communes.parquet")
