import pytest

from dashboard.practices import OTHER_KEY, SECTIONS, section_key
from dashboard.practices.taxonomy import page_address, section_name


def test_sections_in_the_order_of_the_menu() -> None:
    assert [section.name for section in SECTIONS] == [
        "Usługi społeczne",
        "Usługi techniczne",
        "Rozwój instytucjonalny",
        "Efektywność energetyczna",
        "Współpraca JST-NGO",
        "Współpraca między JST",
        "Dialog społeczny",
        "System Monitorowania Usług Publicznych",
    ]


def test_keys_are_distinct() -> None:
    keys = [section.key for section in SECTIONS]
    assert len({*keys, OTHER_KEY}) == len(SECTIONS) + 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Usługi społeczne", "social"),
        ("uslugi spoleczne", "social"),
        ("SMUP", "monitoring"),
        ("System Monitorowania Usług Publicznych", "monitoring"),
        ("System Monitorowania Usług Publicznych (SMUP)", "monitoring"),
        ("Nowy dział", OTHER_KEY),
        ("", OTHER_KEY),
    ],
)
def test_section_key(name: str, key: str) -> None:
    assert section_key(name) == key


def test_alias_becomes_the_sections_name() -> None:
    assert section_name("SMUP") == "System Monitorowania Usług Publicznych"
    assert section_name("Nowy dział") == "Nowy dział"


@pytest.mark.parametrize(
    ("section", "subsection", "numbers"),
    [
        ("Usługi społeczne", "Kultura", "p1=1&p2=1"),
        ("Usługi społeczne", "Pomoc społeczna", "p1=1&p2=2"),
        ("Usługi społeczne", "Oświata", "p1=1&p2=3"),
        ("Usługi techniczne", "Transport", "p1=2&p2=4"),
        ("Rozwój instytucjonalny", "Zarządzanie strategiczne", "p1=3&p2=7"),
        ("Efektywność energetyczna", "Praktyki", "p1=4&p2=17"),
        ("Współpraca między JST", "Praktyki", "p1=6&p2=20"),
        ("SMUP", "Praktyki", "p1=8&p2=23"),
    ],
)
def test_known_addresses(section: str, subsection: str, numbers: str) -> None:
    expected = f"https://dobrepraktyki.pl/index.php?{numbers}&art=5"
    assert page_address(section=section, subsection=subsection, art=5) == expected


@pytest.mark.parametrize(
    ("section", "subsection"),
    [("Usługi społeczne", "Praktyki"), ("Dialog społeczny", ""), ("Nowy dział", "Kultura")],
)
def test_no_address_is_invented(section: str, subsection: str) -> None:
    assert page_address(section=section, subsection=subsection, art=5) == ""
