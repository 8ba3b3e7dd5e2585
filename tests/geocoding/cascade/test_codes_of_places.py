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
        pytest.param(
            Address(city="Łysa Góra", postal_code="32-853", county="brzeski"),
            "tarnowski",
            id="village-that-the-other-source-lacks",
        ),
    ],
)
def test_the_name_that_one_source_gives_a_code_is_used(
    geocoder: GazetteerGeocoder, address: Address, county: str
) -> None:
    match = geocoder.match(address)
    assert (match.status, match.matched_county) == (Status.OK, county)
    assert address.city in match.matched_label
    assert all(match.checks.values())


def test_an_unknown_code_is_as_wide_as_its_neighbourhood(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(postal_code="64-304"))
    assert (match.precision, match.decided_by) == (Precision.POSTAL_CODE, "neighbouring_code")
    assert match.checks["postal_code"] is False
    assert (match.accuracy_m or 0) >= 12_000


def test_a_code_lies_in_every_county_that_it_has_a_place_in(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(postal_code="32-700", county="bocheński"))
    assert match.checks["county"]
    assert match.score == pytest.approx(1)


@pytest.mark.parametrize(
    ("street", "city", "code", "elsewhere"),
    [
        pytest.param("Złotowska", "Złotów", "77-400", True, id="adjective-of-a-county"),
        pytest.param("ul. Średzka 4", "Środa Śląska", "55-300", True, id="irregular-adjective"),
        pytest.param("Odolanowska", "Odolanów", "63-430", True, id="no-seat-of-a-county"),
        pytest.param("Ostrowska", "Ostrów Wlkp.", "63-400", True, id="town-of-two-words"),
        pytest.param("Miechowska", "Miechów-Charsznica", "32-250", False, id="another-town's"),
        pytest.param("Polna", "Złotów", "77-400", False, id="street-named-otherwise"),
        pytest.param("Piekarska", "Piekary Śląskie", "41-940", False, id="code-of-one-place"),
    ],
)
def test_a_street_named_after_its_own_town_is_elsewhere_in_the_code(
    geocoder: GazetteerGeocoder, *, street: str, city: str, code: str, elsewhere: bool
) -> None:
    match = geocoder.match(Address(street=street, number="3", city=city, postal_code=code))
    whole = geocoder.match(Address(postal_code=code))
    assert match.status is Status.OK
    assert match.checks["locality"]
    assert (match.decided_by == "code_of_street_named_after_town") == elsewhere
    if elsewhere:
        assert (match.point, match.precision) == (whole.point, Precision.POSTAL_CODE)
        assert (match.accuracy_m or 0) > (whole.accuracy_m or 0)


@pytest.mark.parametrize("code", ["45-836", "45-082", "80-700"])
def test_an_unknown_code_of_a_city_is_near_the_citys_next_ones(
    geocoder: GazetteerGeocoder, code: str
) -> None:
    city = "Opole" if code.startswith("45") else "Gdańsk"
    number = int(code.replace("-", ""))
    around = [f"{each // 1000:02}-{each % 1000:03}" for each in range(number - 10, number + 11)]
    table = pd.DataFrame({"city": city, "postal_code": around})
    known = geocoder.match_table(table[table["postal_code"] != code])
    match = geocoder.match(Address(city=city, postal_code=code))
    assert match.decided_by == "nearest_code_of_city"
    assert match.checks == {"locality": True, "postal_code": False, "near_postal_code": True}
    assert match.point is not None
    points = known.loc[known["decided_by"] == "code_and_locality", ["lat", "lon"]]
    assert [match.point.lat, match.point.lon] in points.to_numpy().tolist()


def test_the_code_of_a_whole_city_is_no_quarter(geocoder: GazetteerGeocoder) -> None:
    city, quarter = (
        geocoder.match(Address(city="Bielsko-Biała", postal_code=code))
        for code in ("43-300", "43-346")
    )
    assert (city.precision, quarter.precision) == (Precision.LOCALITY, Precision.POSTAL_CODE)
