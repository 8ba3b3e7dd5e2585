"""The table of communes: what it takes from the list of units, and what it derives."""

import json

import pandas as pd
import pytest

from geocoding import GazetteerError
from geocoding.build.communes import POPULATION_DATE, commune_rows
from geocoding.text.localities import locality_key

HEAD = "LAU CODE,LAU NAME NATIONAL,POPULATION,TOTAL AREA (m2),DEGURBA,FUA_NAME"
TOWNS = ("Bochnia", "Nowy Wiśnicz", "Kraków", "Osiek", "Rabka")
UNITS = (
    "1001121200102,Bochnia,19872,130870000,3,Kraków",
    "1001121200101,Bochnia,29922,29870000,2,",
    "1001121200103,Drwinia,6500,108500000,3,",
    "1001121200106,Nowy Wiśnicz,13800,82500000,3,",
    "1001121206101,Kraków,771069,326850000,1,Kraków",
    "1001121300801,Osiek,8000,41000000,3,",
    "1001121300802,Zator,9000,51000000,3,",
    "1001121301101,Rabka,3000,30000000,3,",
    "1001121301102,Lipnica,3000,30000000,3,",
    "1001121301103,Osiek,3000,100000000,3,",
)
COUNTIES = {"1201": "bocheński", "1208": "oświęcimski", "1211": "nowotarski", "1261": "Kraków"}
PLACES = (
    # name, inhabitants, lat, lon
    ("Bochnia", 29_000, 49.969, 20.430),
    ("Nowy Wiśnicz", 2_700, 49.916, 20.462),
    ("Kraków", 760_000, 50.061, 19.937),
    ("Rabka", 1_800, 49.600, 19.960),
)
SETTLEMENTS = (
    # commune, county, place, lat, lon
    ("Bochnia", "bocheński", "Bochnia", 49.960, 20.420),
    ("Bochnia", "bocheński", "Łapczyca", 49.960, 20.384),
    ("Bochnia", "bocheński", "Proszówki", 50.000, 20.420),
    ("Bochnia", "bocheński", "Gawłów", 49.990, 20.400),
    ("Drwinia", "bocheński", "Drwinia", 50.110, 20.440),
    ("Nowy Wiśnicz", "bocheński", "Nowy Wiśnicz", 49.916, 20.462),
    ("Kraków", "Kraków", "Kraków", 50.100, 19.900),
    ("Osiek", "oświęcimski", "Osiek", 49.950, 19.270),
    ("Zator", "oświęcimski", "Palczowice", 50.000, 19.440),
    ("Rabka", "nowotarski", "Rabka", 49.600, 19.960),
    ("Lipnica", "nowotarski", "Lipnica", 49.500, 19.600),
)


def with_keys(rows: pd.DataFrame, names: str) -> pd.DataFrame:
    return rows.assign(voivodeship="małopolskie", key=[locality_key(each) for each in rows[names]])


def built(*units: str, head: str = HEAD) -> pd.DataFrame:
    counties = [(code, "teryt", name, "małopolskie") for code, name in COUNTIES.items()]
    settlements = pd.DataFrame(SETTLEMENTS, columns=["commune", "county", "place", "lat", "lon"])
    places = pd.DataFrame(PLACES, columns=["name", "population", "lat", "lon"])
    return commune_rows(
        "\n".join([head, *(units or UNITS)]).encode(),
        towns=json.dumps({"city": TOWNS}).encode(),
        county_names=pd.DataFrame(counties, columns=["name", "kind", "county", "voivodeship"]),
        settlements=with_keys(settlements, "place"),
        places=with_keys(places, "name"),
    )


def test_a_row_holds_what_the_list_says_of_a_commune() -> None:
    row = built().set_index("teryt").loc["120102"]
    assert row.drop(["lat", "lon"]).to_dict() == {
        "name": "Bochnia",
        "kind": "rural",
        "county": "bocheński",
        "county_teryt": "1201",
        "voivodeship": "małopolskie",
        "voivodeship_teryt": "12",
        "population": 19_872,
        "population_date": POPULATION_DATE,
        "area_km2": 130.87,
        "density": 151.8,
        "urbanisation": "rural",
        "functional_area": "Kraków",
        "settlement": "Gawłów",
    }


def test_rows_are_in_the_order_of_their_codes() -> None:
    assert built()["teryt"].is_monotonic_increasing


@pytest.mark.parametrize(
    ("teryt", "kind"),
    [
        pytest.param("126101", "urban", id="city-with-county-rights"),
        pytest.param("120101", "urban", id="denser-of-two-of-one-name"),
        pytest.param("120102", "rural", id="the-other-of-the-two"),
        pytest.param("120103", "rural", id="no-town-of-the-name"),
        pytest.param("120106", "mixed", id="most-live-outside-the-town"),
        pytest.param("121101", "urban", id="numbered-before-the-others"),
        pytest.param("120801", "mixed", id="densest-of-a-name-of-towns"),
        pytest.param("121103", "rural", id="village-of-a-name-of-towns"),
    ],
)
def test_kind_is_derived(teryt: str, kind: str) -> None:
    assert built().set_index("teryt").loc[teryt, "kind"] == kind


@pytest.mark.parametrize(
    ("teryt", "settlement", "lat"),
    [
        pytest.param("126101", "Kraków", 50.061, id="centre-of-a-city"),
        pytest.param("120103", "Drwinia", 50.110, id="settlement-of-the-name"),
        pytest.param("120102", "Gawłów", 49.990, id="around-a-town"),
        pytest.param("120802", "Palczowice", 50.000, id="no-settlement-of-the-name"),
    ],
)
def test_a_settlement_stands_for_the_commune(teryt: str, settlement: str, lat: float) -> None:
    row = built().set_index("teryt").loc[teryt]
    assert (row["settlement"], row["lat"]) == (settlement, pytest.approx(lat))


def test_a_commune_without_settlements_has_no_point() -> None:
    row = built().set_index("teryt").loc["121103"]
    assert row["settlement"] == ""
    assert pd.isna(row["lat"])


@pytest.mark.parametrize(
    ("units", "head", "told"),
    [
        pytest.param((), "LAU CODE", "DEGURBA, FUA_NAME, LAU NAME NATIONAL", id="no columns"),
        pytest.param(("100112,X,5,5,1,",), HEAD, "100112", id="short code"),
        pytest.param(("1001121200101,X,,5,1,",), HEAD, "1001121200101", id="no number"),
        pytest.param(("1001121200101,X,5,5,7,",), HEAD, "1001121200101", id="no such degree"),
        pytest.param(("1001121200201,X,5,5,1,",), HEAD, "1201, 1202", id="other county"),
    ],
)
def test_a_list_of_units_that_does_not_fit_is_refused(
    units: tuple[str, ...], head: str, told: str
) -> None:
    with pytest.raises(GazetteerError, match=told):
        built(*units, head=head)
