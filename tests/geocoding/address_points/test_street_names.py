"""Names of streets as people write them, beside those of the register."""

import pytest

from geocoding.address_points.house_numbers import readings
from geocoding.address_points.streets_of_place import StreetsOfPlace

TOWN = (
    "Ignacego Paderewskiego",
    "Plac Karola Miarki",
    "ks. Jerzego Popiełuszki",
    "Władysława Sikorskiego",
    "Aleja Wincentego Witosa",
    "Kniaziewicza",
    "1 Maja",
    "Tysiąclecia",
    "Stefana Grota-Roweckiego",
    "Powstańców Śląskich",
    "Komisji Edukacji Narodowej",
    "Jana III Sobieskiego",
    "Aleja Niepodległości",
    "Wojska Polskiego",
    "Jana Pawła II",
    "Dywizjonu 303",
    "św. Tomasza",
    "Rynek",
    "Próżna",
    "Jana Kochanowskiego",
    "Karola Kochanowskiego",
    "Bohaterów Monte Cassino",
    "Marii Skłodowskiej-Curie",
    "Nowa Polna",
    "Osiedle Zielone",
    "Kalinowa",
    "Sadowa",
    "Krótka",
    "Anny",
    "św. Barbary",
    "Juliusza Słowackiego",
    'Górników z "Danuty"',
    "Rudna",
    "3 Maja",
    "Starzyńskiego",
    "Krucza",
    "Źródlana",
)


@pytest.fixture(scope="module")
def town() -> StreetsOfPlace:
    return StreetsOfPlace(TOWN)


@pytest.mark.parametrize(
    ("written", "official"),
    [
        pytest.param("Paderewskiego", "Ignacego Paderewskiego", id="given-name-left-out"),
        pytest.param("ul. I. Paderewskiego", "Ignacego Paderewskiego", id="initial"),
        pytest.param("PADEREWSKIEGO IGNACEGO", "Ignacego Paderewskiego", id="surname-first"),
        pytest.param("Popiełuszki", "ks. Jerzego Popiełuszki", id="title-left-out"),
        pytest.param("Księdza Popiełuszki", "ks. Jerzego Popiełuszki", id="title-written-out"),
        pytest.param("bł. ks. J. Popieluszki", "ks. Jerzego Popiełuszki", id="further-title"),
        pytest.param("Wł. Sikorskiego", "Władysława Sikorskiego", id="short-given-name"),
        pytest.param("gen. Sikorskiego", "Władysława Sikorskiego", id="title-only-stated"),
        pytest.param("Witosa", "Aleja Wincentego Witosa", id="kind-left-out"),
        pytest.param("al. Witosa", "Aleja Wincentego Witosa", id="kind-cut-short"),
        pytest.param("gen. Karola Kniaziewicza", "Kniaziewicza", id="given-name-only-stated"),
        pytest.param("1-go Maja", "1 Maja", id="number-with-an-ending"),
        pytest.param("1Maja", "1 Maja", id="number-glued-to-the-word"),
        pytest.param("1000-lecia", "Tysiąclecia", id="thousand"),
        pytest.param("Roweckiego", "Stefana Grota-Roweckiego", id="part-of-a-double-name"),
        pytest.param("Powst. Śl.", "Powstańców Śląskich", id="abbreviations"),
        pytest.param("KEN", "Komisji Edukacji Narodowej", id="acronym"),
        pytest.param("K.E.N.", "Komisji Edukacji Narodowej", id="acronym-with-full-stops"),
        pytest.param("Sobieskiego", "Jana III Sobieskiego", id="numeral-of-a-ruler"),
        pytest.param("Niepodległości Al.", "Aleja Niepodległości", id="kind-after-the-name"),
        pytest.param("Wojska Poskiego", "Wojska Polskiego", id="typing-error"),
        pytest.param("Boh. Monte Cassino", "Bohaterów Monte Cassino", id="short-first-word"),
        pytest.param("M. Curie-Skłodowskiej", "Marii Skłodowskiej-Curie", id="order"),
        pytest.param("Świętego Tomasza", "św. Tomasza", id="saint"),
        pytest.param("pl. Miarki", "Plac Karola Miarki", id="square"),
        pytest.param("Dywizjonu 303", "Dywizjonu 303", id="number-of-the-name"),
        pytest.param("J. Kochanowskiego", "Jana Kochanowskiego", id="initial-decides"),
        pytest.param("os. Zielone", "Osiedle Zielone", id="estate"),
        pytest.param("Barbary", "św. Barbary", id="saint-left-out"),
        pytest.param("Zrodlana", "Źródlana", id="diacritics-left-out"),
        pytest.param("Żródlana", "Źródlana", id="other-diacritic"),
        pytest.param("Paderwskiego", "Ignacego Paderewskiego", id="letter-left-out"),
        pytest.param("Paderewksiego", "Ignacego Paderewskiego", id="letters-changed-round"),
        pytest.param("Kalinnowa", "Kalinowa", id="letter-doubled-in-a-short-word"),
        pytest.param(
            "gen. Stefana Starzyńskiego", "Starzyńskiego", id="given-name-and-title-stated"
        ),
    ],
)
def test_a_street_is_found(town: StreetsOfPlace, written: str, official: str) -> None:
    assert [TOWN[number] for number in town.find(written)] == [official]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("Józefa Paderewskiego", id="other-given-name"),
        pytest.param("gen. Popiełuszki", id="title-of-another-calling"),
        pytest.param("ul. Miarki", id="street-and-not-square"),
        pytest.param("Plac Witosa", id="square-and-not-avenue"),
        pytest.param("Mroźna", id="other-first-letter"),
        pytest.param("Polna", id="adjective-is-no-given-name"),
        pytest.param("4 Maja", id="other-number"),
        pytest.param("Dywizjonu 304", id="other-number-of-the-name"),
        pytest.param("Cassino", id="end-of-a-name"),
        pytest.param("Jana Pawła I", id="other-numeral"),
        pytest.param("Narodowej", id="last-word-alone"),
        pytest.param("Polskiego", id="adjective-alone"),
        pytest.param("Ochla-Kalinowa", id="street-of-a-former-village"),
        pytest.param("Wał Kalinowa", id="other-kind"),
        pytest.param("III Kalinowa", id="numbered-street"),
        pytest.param("św. Jana", id="saint-and-not-pope"),
        pytest.param("Zaułek Kalinowy", id="other-kind-and-ending"),
        pytest.param("Sądowa", id="diacritics-that-are-too-many"),
        pytest.param("Malinowa", id="other-letter-at-the-beginning"),
        pytest.param("Kalinowo", id="other-ending"),
        pytest.param("Kaminowa", id="letter-of-a-key-far-away"),
        pytest.param("Ochla-3 Maja", id="date-in-a-former-village"),
        pytest.param("Ochla-Juliusza Słowackiego", id="person-in-a-former-village"),
        pytest.param("Dąbrówka Krótka", id="adjective-after-a-name"),
        pytest.param("Wały Juliusza Słowackiego", id="rampart-and-not-street"),
        pytest.param("most Juliusza Słowackiego", id="bridge-and-not-street"),
        pytest.param("św. Anny", id="saint-and-not-mine"),
        pytest.param("Górników", id="without-what-a-preposition-adds"),
        pytest.param("Do Rudna", id="preposition"),
        pytest.param("I.K. Słowackiego", id="other-initial-that-is-a-conjunction"),
        pytest.param("Edmunda Starzeńskiego", id="typing-error-beside-an-unknown-given-name"),
        pytest.param("Kruczka", id="surname-and-not-adjective"),
    ],
)
def test_another_street_is_none(town: StreetsOfPlace, written: str) -> None:
    assert [TOWN[number] for number in town.find(written)] == []


def test_a_surname_that_two_streets_have_means_both(town: StreetsOfPlace) -> None:
    found = {TOWN[number] for number in town.find("Kochanowskiego")}
    assert found == {"Jana Kochanowskiego", "Karola Kochanowskiego"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12A", ["12 A"], id="letter"),
        pytest.param("12 a", ["12 A"], id="letter-apart"),
        pytest.param("12a/3", ["12 A/3", "12 A"], id="flat-after-a-letter"),
        pytest.param("12/14", ["12 /14", "12 ", "14 "], id="corner-or-flat"),
        pytest.param("12/3", ["12 /3", "12 "], id="flat"),
        pytest.param("12\\14", ["12 /14", "12 ", "14 "], id="backslash"),
        pytest.param("5-7", ["5 -7", "5 ", "7 "], id="range"),
        pytest.param("5, 7", ["5 ,7", "5 ", "7 "], id="list"),
        pytest.param("4 m. 12", ["4 "], id="flat-in-words"),
        pytest.param("nr 8 lok. 3", ["8 "], id="label"),
        pytest.param("12-A", ["12 A"], id="letter-after-a-dash"),
        pytest.param("007", ["7 "], id="zeros"),
        pytest.param("bez numeru", [], id="words"),
        pytest.param("", [], id="empty"),
    ],
)
def test_a_number_has_its_readings(text: str, expected: list[str]) -> None:
    assert [f"{each.number} {each.letters}" for each in readings(text)] == expected
