import pytest

from geocoding.batch.columns import answer_headings, find_columns, take_addresses
from geocoding.errors import TableError


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        pytest.param(["street", "number", "city"], ["street", "number", "city"], id="english"),
        pytest.param(
            ["Ulica", "Numer", "Miejscowość", "Kod_pocztowy", "Powiat", "Województwo"],
            ["street", "number", "city", "postal_code", "county", "voivodeship"],
            id="polish",
        ),
        pytest.param(
            ["WOJEWODZTWO", " kod pocztowy ", "MIEJSCOWOSC"],
            ["voivodeship", "postal_code", "city"],
            id="upper-case-spaces-no-diacritics",
        ),
        pytest.param(
            ["nr domu", "ul.", "Kod poczt."], ["number", "street", "postal_code"], id="nr"
        ),
        pytest.param(["id", "art", "city"], ["id", "city"], id="two-keys"),
        pytest.param(["adres"], ["address"], id="whole-address"),
        pytest.param(["adres", "miasto"], ["street", "city"], id="street-line"),
        pytest.param(["Kod", "Poczta"], ["postal_code", "city"], id="post-town"),
        pytest.param(["Poczta", "Miejscowość"], ["city"], id="post-town-beside-the-town"),
    ],
)
def test_headings_are_known(header: list[str], columns: list[str]) -> None:
    found = find_columns(header)

    assert sorted(found, key=lambda part: found[part]) == columns


def test_a_name_of_something_else_is_no_street() -> None:
    rows = [["Urząd", "Kępie 16", "Kozłów", "Gołcza"]]

    found = find_columns(["nazwa", "adres", "miejscowość", "nazwa gminy"], rows=rows)

    assert found == {"street": 1, "city": 2, "commune": 3}


def test_headings_can_be_named() -> None:
    assert find_columns(["gdzie", "kod"], {"city": "gdzie"}) == {"city": 0, "postal_code": 1}


@pytest.mark.parametrize(
    ("header", "named", "message"),
    [
        pytest.param(["a", "b"], {}, "No column of 'a', 'b' holds", id="none"),
        pytest.param(["city", "miasto"], {}, "'city' and 'miasto' both hold the city", id="two"),
        pytest.param(
            ["a"], {"city": "b"}, "no column 'b' for the city; there are 'a'", id="absent"
        ),
        pytest.param(["a"], {"town": "a"}, "'town' is no part of an address", id="no-part"),
    ],
)
def test_unclear_headings_are_refused(
    header: list[str], named: dict[str, str], message: str
) -> None:
    with pytest.raises(TableError, match=message):
        find_columns(header, named)


def test_addresses_hold_the_cells_as_they_are() -> None:
    addresses = take_addresses([["x", "05-326"], ["y", ""]], {"postal_code": 1})

    assert addresses.to_dict("list") == {"postal_code": ["05-326", ""]}


def test_whole_addresses_are_taken_apart_and_own_columns_go_first() -> None:
    addresses = take_addresses(
        [["Polna 1, 32-700 Bochnia", ""], ["Polna 1, 32-700 Bochnia", "32-701"]],
        {"address": 0, "postal_code": 1},
    )

    assert addresses["postal_code"].tolist() == ["32-700", "32-701"]
    assert addresses["city"].tolist() == ["Bochnia", "Bochnia"]
    assert addresses["street"].tolist() == ["Polna", "Polna"]


def test_an_added_column_never_takes_the_name_of_another() -> None:
    headings = answer_headings(["lat", "geocoded_lat", "city"])

    assert headings["lat"] == "geocoded_geocoded_lat"
    assert headings["lon"] == "lon"
