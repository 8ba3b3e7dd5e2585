"""A part of an address is found in whichever cell it stands."""

import pandas as pd
import pytest

from geocoding import Address, GazetteerGeocoder, Status
from geocoding.cascade.cells import read_cells

CELLS = [
    pytest.param("32-700 Bochnia", "", id="code-before-the-town"),
    pytest.param("Bochnia 32-700", "", id="code-behind-the-town"),
    pytest.param("Bochnia, 32-700", "", id="code-behind-a-comma"),
    pytest.param("", "32-700 Bochnia", id="both-in-the-code's-cell"),
    pytest.param("", "Bochnia, 32-700", id="both-in-the-code's-cell-turned"),
    pytest.param("32-700", "Bochnia", id="swapped"),
    pytest.param("32-700 Bochnia", "32-700", id="code-twice"),
    pytest.param("Bochnia", "32.700", id="full-stop"),
    pytest.param("Bochnia", "32_700", id="underscore"),
    pytest.param("Bochnia", "32 700", id="space"),
    pytest.param("Bochnia", "32-7OO", id="letters-for-zeros"),
    pytest.param("Bochnia", "32700.0", id="number-with-decimals"),
    pytest.param("32.700 Bochnia", "", id="full-stop-before-the-town"),
    pytest.param("BOCHNIA", "PL-32700", id="country"),
    pytest.param("ul. Polna 5", "32-700 Bochnia", id="street-in-the-town's-cell"),
]
PAIRS = [("32-700 Bochnia", ""), ("", "Bochnia, 32-700"), ("32-700", "Bochnia")]


@pytest.mark.parametrize(("city", "postal_code"), CELLS)
def test_code_and_town_are_found(geocoder: GazetteerGeocoder, city: str, postal_code: str) -> None:
    tidy = geocoder.match(Address(city="Bochnia", postal_code="32-700"))
    match = geocoder.match(Address(city=city, postal_code=postal_code))
    assert (match.point, match.accuracy_m, match.decided_by, match.score) == (
        tidy.point,
        tidy.accuracy_m,
        tidy.decided_by,
        1.0,
    )


def test_a_table_of_all_of_them_is_read_as_they_are_one_by_one(
    geocoder: GazetteerGeocoder,
) -> None:
    rows = pd.DataFrame([list(cells) for cells in PAIRS] * 60, columns=["city", "postal_code"])
    answers = geocoder.match_table(rows)
    assert set(answers["matched_label"]) == {"Bochnia"}
    assert len(set(answers["lat"])) == 1


@pytest.mark.parametrize(
    ("postal_code", "label"),
    [
        pytest.param("191", "00-191", id="two-zeros-lost"),
        pytest.param("5326", "05-326", id="one-zero-lost"),
    ],
)
def test_zeros_that_a_spreadsheet_took_are_put_back(postal_code: str, label: str) -> None:
    assert read_cells("Warszawa", postal_code)["postal_code"] == label


STREETS = [
    pytest.param("Kępie 16", "Kozłów", "32-241", "Kępie", id="number-behind"),
    pytest.param("KĘPIE 16", "Kozłów", "32-241", "Kępie", id="upper-case"),
    pytest.param("Kepie nr 16", "Kozłów", "32-241", "Kępie", id="without-diacritics"),
    pytest.param("Krzeczów, 15", "Bochnia", "32-700", "Krzeczów", id="comma"),
    pytest.param("Krzeczów 15A/2", "", "32-700", "Krzeczów", id="no-locality"),
    pytest.param("wieś Krzeczów 15", "Bochnia", "32-700", "Krzeczów", id="word-for-a-village"),
    pytest.param("m. Krzeczów, nr 15", "Bochnia", "32-700", "Krzeczów", id="abbreviated-word"),
    pytest.param("Staniątki 287", "Niepołomice", "32-005", "Staniątki", id="other-post-town"),
]


@pytest.mark.parametrize(("street", "city", "postal_code", "village"), STREETS)
def test_a_village_in_the_street_is_found_with_its_number(
    geocoder: GazetteerGeocoder, street: str, city: str, postal_code: str, village: str
) -> None:
    match = geocoder.match(Address(street=street, city=city, postal_code=postal_code))
    apart = geocoder.match(Address(street=village, number="16", city=city, postal_code=postal_code))
    assert match.matched_label == village
    assert match.point == apart.point


VILLAGES = [
    pytest.param("ul. Porąbka Iwkowska", "Porąbka Iwkowska", "32-862", id="prefix"),
    pytest.param("Porąbka Iwkowska 74", "", "32-862", id="no-locality"),
    pytest.param("Zakrzewo 45", "", "87-220", id="no-locality-and-no-place-of-the-code"),
    pytest.param("Lutomia Dolna 13A", "", "58-113", id="no-locality-and-an-unknown-code"),
    pytest.param("Nietkowice 35", "", "66-112", id="no-locality-and-a-code-of-one-source"),
    pytest.param("Ostrów Wlkp., ul. Poznańska 75", "", "63-400", id="abbreviated-town-and-street"),
]


@pytest.mark.parametrize(("street", "city", "postal_code"), VILLAGES)
def test_a_village_in_the_street_is_the_same_as_one_in_its_cell(
    geocoder: GazetteerGeocoder, street: str, city: str, postal_code: str
) -> None:
    town, _, rest = street.removeprefix("ul. ").partition(",")
    name = town.rstrip("0123456789AB ")
    tidy = geocoder.match(Address(street=rest, city=name, postal_code=postal_code))
    match = geocoder.match(Address(street=street, city=city, postal_code=postal_code))
    assert tidy.status is Status.OK
    assert match.point == tidy.point


def test_a_street_that_is_an_adjective_is_no_village(geocoder: GazetteerGeocoder) -> None:
    match = geocoder.match(Address(street="Polna 5", postal_code="32-700"))
    assert match.decided_by == "code"
