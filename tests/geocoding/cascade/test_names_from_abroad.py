"""Foreign names of Polish cities are known; foreign cities are no Polish villages."""

import pytest

from geocoding import Address, GazetteerGeocoder, Status


@pytest.mark.parametrize(
    ("name", "label"),
    [
        pytest.param("Cracow", "Kraków", id="English"),
        pytest.param("WARSAW", "Warszawa", id="upper-case"),
        pytest.param("Breslau", "Wrocław", id="German"),
        pytest.param("Varsovie", "Warszawa", id="French"),
    ],
)
def test_a_polish_city(geocoder: GazetteerGeocoder, name: str, label: str) -> None:
    match = geocoder.match(Address(city=name))
    assert (match.status, match.matched_label) == (Status.OK, label)


@pytest.mark.parametrize("name", ["Berlin", "Paris", "Sibiu", "Prague", "Madrid", "Vienna"])
def test_a_foreign_city(geocoder: GazetteerGeocoder, name: str) -> None:
    assert geocoder.match(Address(city=name)).status is Status.NO_MATCH


def test_a_misspelt_town_of_two_words_is_no_district(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(city="Bytom Odzański"))
    assert match.candidates[0].label == "Bytom Odrzański"
    assert match.decided_by == "misspelt_locality"


def test_a_street_leads_to_a_village_near_by(geocoder: GazetteerGeocoder) -> None:
    town, moved = (
        geocoder.match(Address(street=street, city="Środa Wielkopolska", postal_code="63-000"))
        for street in ("Polna", "ul. Nietrzanowska 4")
    )
    assert moved.decided_by.endswith("towards_where_the_street_leads")
    assert moved.point != town.point
