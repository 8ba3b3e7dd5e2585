"""A postal code is named after a place near its own point, and leads to it."""

import pandas as pd
import pytest

from geocoding import Address, GazetteerGeocoder, Precision, Status

NAMED = [
    pytest.param("38-300", "Gorlice", "gorlicki", "małopolskie", id="a-city-80-km-away"),
    pytest.param("59-300", "Lubin", "lubiński", "dolnośląskie", id="a-city-beside-it"),
    pytest.param("68-100", "Żagań", "żagański", "lubuskie", id="a-town-of-another-county"),
    pytest.param("82-400", "Sztum", "sztumski", "pomorskie", id="a-town-100-km-away"),
    pytest.param("26-660", "Jedlińsk", "radomski", "mazowieckie", id="another-voivodeship"),
    pytest.param("16-400", "Suwałki", "Suwałki", "podlaskie", id="the-voivodeship's-city"),
    pytest.param("56-300", "Milicz", "milicki", "dolnośląskie", id="two-wrong-rows"),
]


@pytest.mark.parametrize(("code", "town", "county", "voivodeship"), NAMED)
def test_a_code_is_named_after_a_place_near_it(
    geocoder: GazetteerGeocoder, code: str, town: str, county: str, voivodeship: str
) -> None:
    match = geocoder.match(Address(postal_code=code))
    assert match.matched_label == f"{code} {town}"
    assert (match.matched_county, match.matched_voivodeship) == (county, voivodeship)


def test_every_code_with_a_point_has_its_units(geocoder: GazetteerGeocoder) -> None:
    codes = geocoder.gazetteer.codes.texts.to_pylist()
    answers = geocoder.match_table(pd.DataFrame({"postal_code": codes}))
    located = answers["status"] == Status.OK
    assert (answers["matched_voivodeship"] != "")[located].all()
    assert located.mean() > 0.99


@pytest.mark.parametrize(
    ("address", "county"),
    [
        pytest.param(Address(city="Kielce", postal_code="25-558"), "Kielce", id="city"),
        pytest.param(
            Address(city="Harta", postal_code="36-061", county="rzeszowski"),
            "rzeszowski",
            id="village-under-another-code",
        ),
    ],
)
def test_the_name_that_one_source_gives_a_code_is_used(
    geocoder: GazetteerGeocoder, address: Address, county: str
) -> None:
    match = geocoder.match(address)
    assert (match.status, match.matched_county) == (Status.OK, county)
    assert match.checks["locality"]
    assert match.checks["near_postal_code"]


def test_an_unknown_code_is_as_wide_as_its_neighbourhood(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(postal_code="64-304"))
    assert (match.precision, match.decided_by) == (Precision.POSTAL_CODE, "neighbouring_code")
    assert match.checks["postal_code"] is False
    assert (match.accuracy_m or 0) >= 12_000


def test_a_code_lies_in_every_county_that_it_has_a_place_in(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(postal_code="32-700", county="bocheński"))
    assert match.checks["county"]
    assert match.score == pytest.approx(1)
