import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocoding.model import Address
from geocoding.text import FreeText, read_address, read_free_text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param(
            "Urząd Gminy Liszki, ul. Mały Rynek 2, 32-060 Liszki",
            Address(street="Mały Rynek", number="2", city="Liszki", postal_code="32-060"),
            id="office",
        ),
        pytest.param(
            "32-700 Bochnia ul. Długa 5/7 m. 3",
            Address(street="Długa", number="5/7/3", city="Bochnia", postal_code="32-700"),
            id="post-line-first-no-comma",
        ),
        pytest.param(
            "ul. Długa 5 32700 Bochnia",
            Address(street="Długa", number="5", city="Bochnia", postal_code="32-700"),
            id="no-comma",
        ),
        pytest.param(
            "Bochnia, Kazimierza Wielkiego 2",
            Address(street="Kazimierza Wielkiego", number="2", city="Bochnia"),
            id="town-first",
        ),
        pytest.param(
            "Bochnia\nDługa 5\n32-700",
            Address(street="Długa", number="5", city="Bochnia", postal_code="32-700"),
            id="lines",
        ),
        pytest.param(
            "ul. 3 Maja 5, Żory", Address(street="3 Maja", number="5", city="Żory"), id="date"
        ),
        pytest.param(
            "Krzeczów 15, 32-700 Bochnia",
            Address(street="Krzeczów", number="15", city="Bochnia", postal_code="32-700"),
            id="street-or-village",
        ),
        pytest.param(
            "ul. Długa 5, Krzeczów, 32-700 Bochnia, Polska",
            Address(street="Długa", number="5", city="Krzeczów", postal_code="32-700"),
            id="locality-and-post-town",
        ),
        pytest.param("Krzeczów 15", Address(number="15", city="Krzeczów"), id="village"),
        pytest.param(
            "Krzeczów, gm. Bochnia, pow. bocheński, woj. małopolskie",
            Address(
                city="Krzeczów", commune="Bochnia", county="bocheński", voivodeship="małopolskie"
            ),
            id="labels",
        ),
        pytest.param(
            "Krzeczów (bocheński), małopolskie",
            Address(city="Krzeczów", county="bocheński", voivodeship="małopolskie"),
            id="county-and-voivodeship-without-labels",
        ),
        pytest.param(
            "Opatówek k. Kalisza, poczta Kalisz", Address(city="Opatówek k. Kalisza"), id="post"
        ),
        pytest.param("Urząd Gminy Liszki", Address(city="Liszki"), id="office-alone"),
        pytest.param("Gmina Liszki", Address(city="Liszki", commune="Liszki"), id="commune-alone"),
        pytest.param("Bochnia", Address(city="Bochnia"), id="town-alone"),
        pytest.param("32-700", Address(postal_code="32-700"), id="code-alone"),
        pytest.param(
            "Kraków-Podgórze, os. Piastów 5",
            Address(street="Osiedle Piastów", number="5", city="Kraków-Podgórze"),
            id="district",
        ),
        pytest.param(
            "Krzeczów, 32-700 Bochnia",
            Address(street="Krzeczów", city="Bochnia", postal_code="32-700"),
            id="name-before-the-post-line",
        ),
        pytest.param(
            "ul. Długa, Bochnia",
            Address(street="Długa", city="Bochnia"),
            id="street-without-number",
        ),
        pytest.param(
            "32-700, ul. Długa 5, Bochnia",
            Address(street="Długa", number="5", city="Bochnia", postal_code="32-700"),
            id="street-behind-the-code",
        ),
        pytest.param(
            "32-700 Krzeczów 15, Bochnia",
            Address(street="Krzeczów", number="15", city="Bochnia", postal_code="32-700"),
            id="house-behind-the-code",
        ),
        pytest.param(
            "32-700 pow. bocheński",
            Address(postal_code="32-700", county="bocheński"),
            id="county-behind-the-code",
        ),
        pytest.param(
            "32-700. – Bochnia, małopolskie",
            Address(city="Bochnia", postal_code="32-700", voivodeship="małopolskie"),
            id="stop-and-dash-behind-the-code",
        ),
        pytest.param(
            "X Pawilonu 4, Warszawa",
            Address(street="X Pawilonu", number="4", city="Warszawa"),
            id="roman",
        ),
        pytest.param(
            "ul. Długa\u200b 5\n3\u00ad2-7\u200b00 Bochnia",
            Address(street="Długa", number="5", city="Bochnia", postal_code="32-700"),
            id="invisible-characters",
        ),
        pytest.param("  ,, ", Address(), id="nothing"),
    ],
)
def test_read_address(text: str, address: Address) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        pytest.param("Urząd Miejski w Bochni, 32-700 Bochnia", ["Urząd Miejski w Bochni"], id="of"),
        pytest.param("Szkoła nr 5, ul. Szkolna 1, 05-326 Łaziska", ["Szkoła nr 5"], id="school"),
        pytest.param("Polna 1, Krzeczów, 32-700 Bochnia", ["Bochnia"], id="post-town"),
        pytest.param("Polna 1, II piętro, Bochnia", ["II piętro"], id="floor"),
        pytest.param("Polna 1, 30-001 Kraków, 80-001 Gdańsk", ["80-001 Gdańsk"], id="two-towns"),
        pytest.param("Dom „Pod Lipą”, Bochnia", ["Dom „Pod Lipą”"], id="quotes"),
        pytest.param("Bochnia, „Orlik”", ["„Orlik”"], id="quotes-alone"),
        pytest.param("Krzeczów, pow. bocheński, pow. krakowski", ["krakowski"], id="two-counties"),
        pytest.param("Polna 1, Długa 5 m. 3, Bochnia", ["Długa 5 3"], id="two-streets"),
        pytest.param("0+ 2 l  k0121956", ["l k0121956"], id="long-number"),
        pytest.param("Bochnia, 45170\x106", ["451706"], id="number-with-an-invisible-character"),
    ],
)
def test_words_that_are_no_address_are_handed_back(text: str, unread: list[str]) -> None:
    assert list(read_free_text(text).unread) == unread


def test_of_two_lines_the_one_that_says_it_is_a_street_is_the_street() -> None:
    read = read_free_text("Krzeczów 15, ul. Długa 5, 32-700 Bochnia")

    assert (read.address.street, read.address.number) == ("Długa", "5")
    assert read.unread == ("Krzeczów 15",)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_free_text(text), FreeText)


TOWNS = [
    pytest.param("ul. Długa 5 Bochnia", ("Długa", "5", "Bochnia"), id="kind"),
    pytest.param("ul. Długa 5 - Bochnia", ("Długa", "5", "Bochnia"), id="dash-before-the-town"),
    pytest.param("Rynek 2 Bochnia", ("Rynek", "2", "Bochnia"), id="market-square"),
    pytest.param(
        "os. Słoneczne 5 Nowy Sącz", ("Osiedle Słoneczne", "5", "Nowy Sącz"), id="two-words"
    ),
    pytest.param("Warszawska 141a Lublin", ("Warszawska", "141A", "Lublin"), id="letter"),
    pytest.param("ul. 3 Maja 7 Bochnia", ("3 Maja", "7", "Bochnia"), id="number-in-the-name"),
    pytest.param("Kraków, ul. 3 Maja", ("3 Maja", "", "Kraków"), id="month-is-no-town"),
    pytest.param("ul. 7 Pułku Piechoty 4, Lublin", ("7 Pułku Piechoty", "4", "Lublin"), id="army"),
    pytest.param("Kraków, Podgórze, ul. Długa 24", ("Długa", "24", "Kraków, Podgórze"), id="city"),
    pytest.param("Tarnów, Mościce", ("", "", "Tarnów, Mościce"), id="district-alone"),
]


@pytest.mark.parametrize(("text", "parts"), TOWNS)
def test_the_town_is_found(text: str, parts: tuple[str, str, str]) -> None:
    address = read_address(text)
    assert (address.street, address.number, address.city) == parts
