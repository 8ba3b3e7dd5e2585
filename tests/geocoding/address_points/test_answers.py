"""Addresses answered by the register's points: the street, the number, what lies between."""

from typing import Any

import pandas as pd
import pytest

from geocoding import Address, GazetteerGeocoder, Precision, Status
from geocoding.added import add_address_points

WIELKIEGO = {"street": "ul. Kazimierza Wielkiego", "city": "Bochnia"}
BUILDING, INTERPOLATED, STREET = Precision.BUILDING, Precision.INTERPOLATED, Precision.STREET


@pytest.fixture(autouse=True)
def _points(folder, formats: dict[str, Any], file, doors: list[Any]) -> None:
    add_address_points([file(formats["csv_lines"](doors))], folder=folder)


@pytest.mark.parametrize(
    ("stated", "precision", "rule", "metres_north"),
    [
        pytest.param({"number": "5"}, BUILDING, "address_point", 5, id="number"),
        pytest.param({"number": "7a"}, BUILDING, "address_point", 7, id="letter"),
        pytest.param({"number": "5/3"}, BUILDING, "address_point", 5, id="flat"),
        pytest.param({"number": "12/14"}, BUILDING, "address_point", 12, id="corner-or-flat"),
        pytest.param({"number": "6/10"}, BUILDING, "address_point", 10, id="second-of-a-corner"),
        pytest.param({"number": "4-6"}, BUILDING, "address_point", 4, id="range"),
        pytest.param({"number": "8"}, INTERPOLATED, "between_house_numbers", 8, id="between"),
        pytest.param({"number": "3"}, INTERPOLATED, "between_house_numbers", 3, id="between-odd"),
        pytest.param({"number": "7"}, INTERPOLATED, "same_number_with_other_letters", 7, id="7A"),
        pytest.param({"number": "24"}, INTERPOLATED, "next_house_number", 20, id="after-the-last"),
        pytest.param({"number": "400"}, STREET, "middle_of_street", 9, id="far-away"),
        pytest.param({"number": ""}, STREET, "middle_of_street", 9, id="no-number"),
    ],
)
def test_a_number_of_a_street(
    geocoder: GazetteerGeocoder,
    stated: dict[str, str],
    precision: Precision,
    rule: str,
    metres_north: int,
) -> None:
    match = geocoder.match(Address(**WIELKIEGO, **stated))
    assert (match.precision, match.decided_by) == (precision, rule)
    assert match.point is not None
    assert match.point.lat == pytest.approx(49.96 + metres_north * 1e-4, abs=1.1e-4)
    assert match.accuracy_m is not None
    assert match.accuracy_m <= 200


def test_radii_grow_from_the_building_to_the_street(geocoder: GazetteerGeocoder) -> None:
    numbers = ("5", "24", "")
    matches = [geocoder.match(Address(**WIELKIEGO, number=number)) for number in numbers]
    assert matches[0].accuracy_m < matches[1].accuracy_m
    assert matches[0].accuracy_m < matches[2].accuracy_m
    town = geocoder.match(Address(city="Bochnia"))
    assert matches[2].accuracy_m < town.accuracy_m


@pytest.mark.parametrize(
    ("address", "label"),
    [
        pytest.param(
            Address(**WIELKIEGO, number="5"), "Kazimierza Wielkiego 5, Bochnia", id="town"
        ),
        pytest.param(
            Address(street="Kazimierza Wielkiego 5", city="32-700 Bochnia"),
            "Kazimierza Wielkiego 5, Bochnia",
            id="number-in-the-street's-cell",
        ),
        pytest.param(
            Address(street="ks. Popiełuszki 5/Kazimierza Wielkiego", city="Bochnia"),
            "ks. Jerzego Popiełuszki 5, Bochnia",
            id="corner",
        ),
        pytest.param(
            Address(street="3 Maja", number="10", city="Bochnia"), "3 Maja 10, Bochnia", id="date"
        ),
        pytest.param(
            Address(number="11", city="Rzezawa", postal_code="32-765"), "Rzezawa 11", id="village"
        ),
        pytest.param(
            Address(street="Rzezawa", number="11", city="Rzezawa"),
            "Rzezawa 11",
            id="village-twice",
        ),
        pytest.param(
            Address(street="Łapczyca 12", city="Bochnia", postal_code="32-744"),
            "Łapczyca 12",
            id="village-in-the-street's-cell",
        ),
        pytest.param(
            Address(street="Rzezawa 12", city="Bochnia", postal_code="32-700"),
            "Rzezawa 12",
            id="village-in-the-street's-cell-with-the-code-of-the-town",
        ),
    ],
)
def test_a_building_is_found(geocoder: GazetteerGeocoder, address: Address, label: str) -> None:
    match = geocoder.match(address)
    assert (match.status, match.precision) == (Status.OK, BUILDING)
    assert match.matched_label == label


@pytest.mark.parametrize(
    ("address", "check", "held"),
    [
        pytest.param(Address(**WIELKIEGO, number="5"), "number", True, id="number"),
        pytest.param(Address(**WIELKIEGO, number="8"), "number", False, id="no-such-number"),
        pytest.param(Address(**WIELKIEGO, number="5"), "street", True, id="street"),
        pytest.param(
            Address(street="Wymyślona", number="5", city="Bochnia"), "street", False, id="no-street"
        ),
        pytest.param(
            Address(**WIELKIEGO, number="5", postal_code="32-700"), "postal_code", True, id="code"
        ),
        pytest.param(
            Address(**WIELKIEGO, number="5", postal_code="32-701"),
            "postal_code",
            False,
            id="other-code",
        ),
        pytest.param(
            Address(**WIELKIEGO, number="5", county="bocheński"), "county", True, id="county"
        ),
    ],
)
def test_what_contradicts_is_a_failed_check(
    geocoder: GazetteerGeocoder, address: Address, check: str, *, held: bool
) -> None:
    assert geocoder.match(address).checks[check] is held


def test_a_street_that_the_town_has_not_leaves_the_answer_as_it_was(
    geocoder: GazetteerGeocoder,
) -> None:
    match = geocoder.match(Address(street="Wymyślona", number="5", city="Bochnia"))
    town = geocoder.match(Address(city="Bochnia"))
    assert (match.point, match.precision) == (town.point, town.precision)


def test_a_table_and_single_addresses_agree(geocoder: GazetteerGeocoder) -> None:
    rows = [
        {**WIELKIEGO, "number": number, "postal_code": code}
        for number in ("5", "8", "24", "", "400")
        for code in ("", "32-700")
    ]
    rows += [{"street": "", "number": "", "city": "Kraków", "postal_code": ""}]
    rows += [{"street": "", "number": "9", "city": "Rzezawa", "postal_code": "32-765"}]
    table = geocoder.match_table(pd.DataFrame(rows))
    for at, row in enumerate(rows):
        match, answer = geocoder.match(Address(**row)), table.iloc[at]
        assert answer["matched_label"] == match.matched_label
        assert answer["decided_by"] == match.decided_by
        assert answer["precision"] == str(match.precision)
        assert answer["matched_postal_code"] == match.matched_postal_code
        assert (answer["lat"], answer["lon"]) == (match.point.lat, match.point.lon)
        held = dict(part.split("=") for part in answer["checks"].split(";"))
        assert {name: state == "ok" for name, state in held.items()} == match.checks


def test_attribution_names_the_register(geocoder: GazetteerGeocoder) -> None:
    assert "GUGiK" in geocoder.attribution
