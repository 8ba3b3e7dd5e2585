import pytest

from geocoding.tables.spreadsheet_dates import restore_house_number, restore_street_line


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("07.wrz", "7/9"),
        ("5.cze", "5/6"),
        ("7-Sep", "7/9"),
        ("wrz.24", "9/24"),
        ("2024-09-07", "7/9"),
        ("07.09.2024", "7/9"),
        ("2:00 AM", "2A"),
        ("02:00:00", "2A"),
        ("14:00:00", "2P"),
        ("12:00 AM", "12A"),
    ],
)
def test_a_date_becomes_the_house_number_again(text: str, number: str) -> None:
    assert restore_house_number(text) == number


@pytest.mark.parametrize("text", ["12A", "7/9", "12-14", "", "1:30", "maj", "3 maja", "1" * 50])
def test_a_house_number_stays(text: str) -> None:
    assert restore_house_number(text) == text


def test_a_date_after_a_street() -> None:
    assert restore_street_line("ul. Długa 07.wrz") == "ul. Długa 7/9"
    assert restore_street_line("ul. 3 Maja") == "ul. 3 Maja"
