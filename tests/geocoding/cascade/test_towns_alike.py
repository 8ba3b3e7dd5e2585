"""Small places whose names are a typing error away from those of towns."""

import pandas as pd
import pytest

from geocoding import Address, GazetteerGeocoder
from geocoding.model import Status


@pytest.fixture(scope="module")
def geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder()


@pytest.mark.parametrize(
    ("city", "town"),
    [("Reszów", "Rzeszów"), ("Olszyn", "Olsztyn"), ("Srock", "Serock")],
)
def test_a_name_that_may_be_a_misspelt_town_is_ambiguous(
    geocoder: GazetteerGeocoder, city: str, town: str
) -> None:
    match = geocoder.match(Address(city=city))
    assert match.status is Status.AMBIGUOUS
    assert town in {each.label for each in match.candidates}


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(Address(city="Rzeszów"), id="the-town"),
        pytest.param(Address(city="Lubin"), id="a-town-like-a-city"),
        pytest.param(Address(city="Olszyn", postal_code="21-504"), id="with-a-code"),
        pytest.param(Address(city="Srock", voivodeship="łódzkie"), id="with-a-region"),
    ],
)
def test_what_says_more_or_is_a_town_is_answered(
    geocoder: GazetteerGeocoder, address: Address
) -> None:
    match = geocoder.match(address)
    assert match.status is Status.OK


def test_a_table_is_answered_as_its_rows_are(geocoder: GazetteerGeocoder) -> None:
    cities = ["Reszów", "Bochnia", "Olszyn", "Rzeszów", "Reszów"]
    table = geocoder.match_table(pd.DataFrame({"city": cities}))
    assert table["status"].tolist() == ["ambiguous", "ok", "ambiguous", "ok", "ambiguous"]
