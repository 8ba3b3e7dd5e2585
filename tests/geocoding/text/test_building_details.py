import pytest

from geocoding.text.building_details import without_building_details


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Krynica-Zdrój, II piętro, pokój 12", "Krynica-Zdrój"),
        ("Kraków, budynek B", "Kraków"),
        ("Kraków bud. B", "Kraków"),
        ("Kraków, lok.", "Kraków"),
        ("Kraków, lok. 4/5", "Kraków"),
        ("Warszawa; skr. poczt. 12", "Warszawa"),
        ("Warszawa, parter", "Warszawa"),
        ("Łódź, p. 12, m. 3", "Łódź"),
        ("Kraków II piętro pokój 12", "Kraków"),
        ("Gdynia, wejście od podwórza", "Gdynia"),
        ("Sopot (I piętro)", "Sopot"),
    ],
)
def test_parts_of_a_building_are_no_places(text: str, places: str) -> None:
    assert without_building_details(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Pokój",
        "Pokój, Kraków",
        "Blok Dobryszyce",
        "Bochnia, Liszki",
        "pokój 12",
        "Wola (gm. Miedźna)",
        "",
    ],
)
def test_names_of_places_stay(text: str) -> None:
    assert without_building_details(text) == text
