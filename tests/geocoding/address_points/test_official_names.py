"""The register of streets (ULIC) makes the streets of address points known by their parts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geocoding import Address, GazetteerGeocoder, Precision
from geocoding.added import add_address_points, add_file, remove_kind
from geocoding.errors import AddedDataError

STREETS = (
    ("Isaaka Knuta Goedtkego", "00101", ("ul.", "Goedtkego", "Isaaka Knuta")),
    ("Kniaziewicza", "00102", ("ul.", "Kniaziewicza", "gen. Karola")),
    ("Miarki", "00103", ("pl.", "Miarki", "Karola")),
    ("Bukowska", "00104", ("ul.", "Bukowska", "")),
    ("Jana z Kolna", "00105", ("ul.", "Jana z Kolna", "")),
    ("Sobieskiego", "00106", ("ul.", "Polna", "")),
)
FEWEST = 150_000
HEADING = "WOJ;POW;GMI;RODZ_GMI;SYM;SYM_UL;CECHA;NAZWA_1;NAZWA_2;STAN_NA"


def lines_of_ulic() -> list[str]:
    own = [
        f"12;01;01;1;0958187;{symbol};{kind};{main};{first};2026-01-01"
        for _, symbol, (kind, main, first) in STREETS
    ]
    other = [
        f"14;65;02;8;{n:07d};00001;ul.;{'Budkowska' if n == 0 else 'Inna'};;2026-01-01"
        for n in range(FEWEST)
    ]
    return [HEADING, *own, *other]


@pytest.fixture
def ulic(file: Callable[..., Path]) -> Path:
    return file("\r\n".join(lines_of_ulic()), "ulice.dat")


@pytest.fixture
def _points(folder, formats: dict[str, Any], file) -> None:
    points = [
        formats["Door"](
            *("1201011", "0958187", "Bochnia", "5", 49.96 + at * 1e-3, 20.43), street, symbol
        )
        for at, (street, symbol, _) in enumerate(STREETS)
    ]
    add_address_points([file(formats["csv_lines"](points))], folder=folder)


@pytest.mark.usefixtures("_points")
def test_names_in_parts_count_until_they_are_removed(
    geocoder: GazetteerGeocoder, ulic: Path
) -> None:
    def found(street: str) -> str:
        match = geocoder.match(Address(street=street, number="5", city="Bochnia"))
        is_found = match.precision is Precision.BUILDING
        return match.matched_label.partition(" 5,")[0] if is_found else ""

    asked = {
        "Goedtkego": ("", "Isaaka Knuta Goedtkego"),  # rare given names
        "I. Goedtkego": ("", "Isaaka Knuta Goedtkego"),
        "Adama Kniaziewicza": ("Kniaziewicza", ""),  # the register says that he was Karol
        "gen. Karola Kniaziewicza": ("Kniaziewicza", "Kniaziewicza"),
        "Kniaziewicza": ("Kniaziewicza", "Kniaziewicza"),
        "pl. Karola Miarki": ("", "Miarki"),  # the address points name no kind
        "Budkowska": ("Bukowska", ""),  # a street elsewhere, and no typing error
        "Jana z Kolna": ("Jana z Kolna", "Jana z Kolna"),
        "Sobieskiego": ("Sobieskiego", "Sobieskiego"),  # the symbol has another name there
        "Polna": ("", ""),
    }
    before = {street: found(street) for street in asked}
    add_file(ulic)
    after = {street: found(street) for street in asked}
    remove_kind("ulic")
    assert {street: (before[street], after[street]) for street in asked} == asked
    assert {street: found(street) for street in asked} == before


@pytest.mark.usefixtures("folder")
def test_without_address_points_it_changes_no_answer(
    geocoder: GazetteerGeocoder, ulic: Path
) -> None:
    address = Address(street="Goedtkego", number="5", city="Bochnia")
    before = geocoder.match(address)
    add_file(ulic)
    assert geocoder.match(address) == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(("00102;ul.", "0102;ul."), ("row 3", "'SYM_UL'", "'0102'"), id="symbol"),
        pytest.param((";Goedtkego;", ";;"), ("row 2", "'NAZWA_1'"), id="no-name"),
        pytest.param(("00102;ul.", "00101;ul."), ("row 3", "'SYM_UL'", "'00101'"), id="twice"),
        pytest.param(("2026-01-01", "1.01.2026"), ("row 2", "'STAN_NA'"), id="day"),
    ],
)
def test_a_cell_that_is_wrong_is_named(
    file: Callable[..., Path], change: tuple[str, str], said: tuple[str, ...]
) -> None:
    text = "\n".join(lines_of_ulic()[:9]).replace(*change)
    with pytest.raises(AddedDataError) as error:
        add_file(file(text))
    assert all(words in str(error.value) for words in said)


@pytest.mark.usefixtures("folder")
def test_a_register_with_too_few_streets_is_refused(file: Callable[..., Path]) -> None:
    with pytest.raises(AddedDataError, match=r"7"):
        add_file(file("\n".join(lines_of_ulic()[:8])))
