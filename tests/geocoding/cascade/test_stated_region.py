"""What is stated of the region is never overruled by a like name elsewhere."""

import pandas as pd
import pytest

from geocoding import Address, GazetteerGeocoder, Match, Precision, Status

WITH_COMMUNE = [
    pytest.param(
        Address(
            city="Biała",
            commune="Trzcianka",
            county="czarnkowsko-trzcianecki",
            voivodeship="wielkopolskie",
        ),
        ("Trzcianka", "czarnkowsko-trzcianecki"),
        id="column-with-county",
    ),
    pytest.param(
        Address(city="Krzeczów", commune="gm. Rzezawa", voivodeship="małopolskie"),
        ("Rzezawa", "bocheński"),
        id="column-without-county",
    ),
    pytest.param(
        Address(city="Krzeczów, gm. Rzezawa"), ("Rzezawa", "bocheński"), id="behind-the-comma"
    ),
    pytest.param(
        Address(city="Krzeczów (gmina Rzezawa, pow. bocheński)"),
        ("Rzezawa", "bocheński"),
        id="in-brackets",
    ),
    pytest.param(
        Address(city="Złotoria", commune="GMINA CHOROSZCZ", voivodeship="PODLASKIE"),
        ("Choroszcz", "białostocki"),
        id="upper-case",
    ),
]


@pytest.mark.parametrize(("address", "units"), WITH_COMMUNE)
def test_the_commune_tells_namesakes_apart(
    geocoder: GazetteerGeocoder, address: Address, units: tuple[str, str]
) -> None:
    match = geocoder.match(address)
    assert (match.status, match.precision) == (Status.OK, Precision.LOCALITY)
    assert (match.matched_commune, match.matched_county) == units
    assert match.checks["commune"]


@pytest.mark.parametrize(
    ("address", "precision"),
    [
        pytest.param(
            Address(city="Dąbrowa", commune="Izbica Kujawska"), Precision.COMMUNE, id="commune"
        ),
        pytest.param(
            Address(city="Kromołów", county="zawierciański", voivodeship="śląskie"),
            Precision.COUNTY,
            id="county",
        ),
        pytest.param(
            Address(city="Wola Nieznana", voivodeship="małopolskie"),
            Precision.VOIVODESHIP,
            id="voivodeship",
        ),
        pytest.param(
            Address(city="Mała Nieznana", voivodeship="wielkopolskie", postal_code="64-304"),
            Precision.POSTAL_CODE,
            id="neighbouring-code",
        ),
    ],
)
def test_an_unknown_place_is_answered_by_what_is_stated_around_it(
    geocoder: GazetteerGeocoder, address: Address, precision: Precision
) -> None:
    match = geocoder.match(address)
    assert (match.status, match.precision) == (Status.OK, precision)
    assert not match.checks["locality"]
    assert match.score < 1
    stated = {name for name in ("commune", "county", "voivodeship") if getattr(address, name)}
    assert all(match.checks[name] for name in stated)


@pytest.mark.parametrize(
    ("city", "county", "towns_county"),
    [
        pytest.param("Lubin", "Legnica", "lubiński", id="hamlet-with-a-like-name-in-the-county"),
        pytest.param("Świdnik", "lubelski", "świdnicki", id="longer-names-in-the-county"),
        pytest.param("Zgierz", "Łódź", "zgierski", id="city-beside-it"),
    ],
)
def test_a_town_of_another_county_is_no_hamlet_of_the_stated_one(
    geocoder: GazetteerGeocoder, city: str, county: str, towns_county: str
) -> None:
    match = geocoder.match(Address(city=city, county=county))
    assert match.status is Status.AMBIGUOUS
    assert (match.candidates[0].label, match.candidates[0].county) == (city, towns_county)


def test_no_settlement_is_answered_in_another_voivodeship(geocoder: GazetteerGeocoder) -> None:
    """Every third name of the gazetteer, with the voivodeship next to its own."""
    places = geocoder.gazetteer.places
    voivodeships = geocoder.gazetteer.units.voivodeship.to_pylist()
    names = sorted(set(voivodeships))
    stated = pd.DataFrame(
        [
            (label, names[names.index(voivodeships[unit]) - 1])
            for label, unit in zip(places.label.to_pylist()[::3], places.unit[::3], strict=True)
        ],
        columns=["city", "voivodeship"],
    )
    answers = geocoder.match_table(stated)
    located = answers["status"] == Status.OK
    assert (answers["matched_voivodeship"] == stated["voivodeship"])[located].all()
    assert located.mean() > 0.9


@pytest.mark.parametrize(
    ("city", "county"),
    [
        pytest.param("Kraków", "krakowski", id="seat-in-a-city-with-county-rights"),
        pytest.param("Grudziądz", "grudziądzki", id="adjective-of-the-city"),
        pytest.param("Poznań", "powiat poznański", id="with-the-word"),
    ],
)
def test_a_county_office_in_another_units_city_is_no_contradiction(
    geocoder: GazetteerGeocoder, city: str, county: str
) -> None:
    match = geocoder.match(Address(city=city, county=county))
    assert (match.status, match.matched_label) == (Status.OK, city)
    assert match.checks["county"]


SPELLINGS = [
    pytest.param("Kraków (miasto)", "małopolskie", id="city-in-brackets"),
    pytest.param("powiat m. Kraków", "12", id="city-abbreviated-and-code"),
    pytest.param("1206", "Małopolska", id="code-and-noun"),
    pytest.param("06", "12", id="two-codes-of-two-digits"),
    pytest.param("krakowski", "Lesser Poland", id="English"),
    pytest.param("KRAKOWSKI POWIAT", "woj. małopolskie", id="word-behind"),
]


@pytest.mark.parametrize(("county", "voivodeship"), SPELLINGS)
def test_units_are_understood_as_they_are_written(
    geocoder: GazetteerGeocoder, county: str, voivodeship: str
) -> None:
    match = geocoder.match(Address(city="Czernichów", county=county, voivodeship=voivodeship))
    assert (match.status, match.matched_county) == (Status.OK, "krakowski")
    assert match.checks == {"locality": True, "county": True, "voivodeship": True}
    assert match.score == pytest.approx(1)


UNREADABLE = [
    pytest.param(Address(city="Bochnia", postal_code="kod"), "postal_code", id="code"),
    pytest.param(Address(city="Bochnia", postal_code="32-7"), "postal_code", id="half-a-code"),
    pytest.param(Address(city="Bochnia", county="xyzski"), "county", id="county"),
    pytest.param(Address(city="Bochnia", commune="Xyz"), "commune", id="commune"),
    pytest.param(Address(city="Bochnia", voivodeship="xyzskie"), "voivodeship", id="voivodeship"),
    pytest.param(Address(city="1234", postal_code="32-700"), "locality", id="locality"),
]


@pytest.mark.parametrize(("address", "check"), UNREADABLE)
def test_what_cannot_be_read_is_a_failed_check(
    geocoder: GazetteerGeocoder, address: Address, check: str
) -> None:
    match: Match = geocoder.match(address)
    assert match.checks[check] is False
    assert match.score < 1


@pytest.mark.parametrize("nothing", ["", "-", "brak", "nie dotyczy", "n/d", "b.d."])
def test_what_says_nothing_is_not_checked(geocoder: GazetteerGeocoder, nothing: str) -> None:
    match = geocoder.match(Address(city="Bochnia", postal_code=nothing))
    assert match.checks == {"locality": True}
