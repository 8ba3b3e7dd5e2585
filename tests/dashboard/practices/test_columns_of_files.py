"""Which column of a visitor's file holds what, and what becomes of rows that are odd."""

import io

import pytest

from dashboard.practices import locate
from dashboard.practices.reading import (
    Effect,
    Upload,
    convert,
    describes_practices,
    guess_mapping,
    position_corrections,
    read_table,
)
from dashboard.practices.reading.address_list import FOOTER, LONGER, guess_parts, locate_addresses
from geocoding import GazetteerGeocoder
from geocoding.model import Precision
from geocoding.tables.choices import Choices
from geocoding.tables.limits import Limits
from geocoding.tables.reader import read_table_content

HEADINGS = {
    "Lp.": "art",
    "Nazwa praktyki / projektu": "title",
    "Miejscowość": "locality",
    "Pow.": "county",
    "Woj.": "voivodeship",
    "Kod poczt.": "postal_code",
    "Ilość mieszkańców": "population",
    "Krótki opis": "summary",
    "Osoba do kontaktu": "contacts",
    "Data zgłoszenia": "introduced",
    "WWW": "website",
    "Telefon kontaktowy": "phones",
    "Adres e-mail": "emails",
    "Ulica i nr": "street",
    "Nazwa gminy": "unit",
}


@pytest.fixture(scope="module")
def geocoder():
    return GazetteerGeocoder()


def read(text, name="t.csv"):
    sheet = read_table(Upload(name, text.encode())).sheet
    mapping = guess_mapping(sheet.headings, sheet.cells, are_named=sheet.header_row > 0)
    return sheet, mapping, convert(sheet, mapping)


@pytest.mark.parametrize(
    ("heading", "cell", "target"),
    [
        ("Nazwa przedsięwzięcia", "Woda dla wsi", "title"),
        ("Dobra praktyka", "Woda dla wsi", "title"),
        ("Populacja", "12 345", "population"),
        ("l. mieszkańców", "12 345", "population"),
        ("Charakterystyka", "Czysta woda dla całej gminy", "summary"),
        ("Ostatnia zmiana", "2021-05-01", "updated"),
        ("Gm.", "Rzezawa", "unit"),
        ("Koordynator", "Jan Przykładowy", "contacts"),
        ("Podobszar", "Sport", "subsection"),
        ("Rodzaj gminy", "gmina wiejska", "unit_type"),
        ("Data zgłoszenia praktyki", "2020-05-01", "introduced"),
        ("Data przystąpienia", "2020-05-01", "introduced"),
        ("Nr ewid.", "7", "art"),
    ],
)
def test_other_headings_of_offices_are_found(heading, cell, target):
    other = "Miejscowość" if target == "title" else "Nazwa praktyki"
    _, mapping, _ = read(f"{other};{heading}\nBrzesko;{cell}\n")
    assert mapping[target] == heading


def test_a_house_number_has_its_own_heading_beside_an_ordinal_number():
    _, mapping, _ = read("Nr;Nazwa;Ulica;Nr domu;Miejscowość\n1;A;Długa;5;Bochnia\n")
    assert (mapping["art"], mapping["number"]) == ("Nr", "Nr domu")


def test_headings_of_an_office_are_all_found():
    found = guess_mapping(list(HEADINGS))
    assert found == {target: heading for heading, target in HEADINGS.items()}


@pytest.mark.parametrize(
    ("table", "mapping"),
    [
        pytest.param(
            "Nazwa;Adres;Kod;Miejscowość\nA;ul. Długa 5;32-700;Bochnia\n",
            {"street": "Adres"},
            id="Adres is a street",
        ),
        pytest.param(
            "Nazwa;Adres\nA;www.bochnia.pl\nB;http://x.pl/a\n",
            {"url": "Adres"},
            id="Adres of the web",
        ),
        pytest.param(
            "nazwa;ulica;numer\nA;ul. Polna;5\nB;ul. Polna;5\nC;ul. Polna;12A\nD;ul. Polna;\n",
            {"number": "numer"},
            id="numer beside ulica",
        ),
        pytest.param("numer;nazwa\n7;A\n8;B\n", {"art": "numer"}, id="numer of practices"),
        pytest.param("name;city;country\nA;Bochnia;Poland\n", {"county": None}, id="country"),
        pytest.param(
            "nazwa;X;Y\nA;234513,8;602531,3\n", {"lat": "X", "lon": "Y"}, id="coordinates"
        ),
        pytest.param("nazwa;X;Y\nA;tak;nie\n", {"lat": None, "lon": None}, id="no coordinates"),
    ],
)
def test_cells_and_neighbours_decide(table, mapping):
    _, guessed, _ = read(table)
    assert {target: guessed.get(target) for target in mapping} == mapping


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        pytest.param("Nazwa;Ulica;Kod;Miejscowość", False, id="names at addresses"),
        pytest.param("Lp.;Name;Street;City;www", False, id="English, with a web page"),
        pytest.param("Nazwa;Opis;Miejscowość", True, id="a summary"),
        pytest.param("Nazwa;Dział;Miejscowość", True, id="a theme"),
        pytest.param("Tytuł;Miejscowość", True, id="a title"),
        pytest.param("Nazwa praktyki / projektu;Gmina", True, id="practices by their heading"),
        pytest.param("Ulica;Miejscowość", False, id="addresses alone"),
    ],
)
def test_a_list_of_addresses_is_told_from_practices(headings, expected):
    count = headings.count(";")
    _, mapping, _ = read(f"{headings}\n{';'.join(['Liszki'] * (count + 1))}\n")
    assert describes_practices(mapping) is expected


def test_a_table_without_headings_is_guessed_by_its_cells():
    sheet, mapping, _ = read("A;32-700;małopolskie;a@x.pl\nB;34-600;małopolskie;b@x.pl\n")
    assert sheet.header_row == 0
    assert mapping == {"postal_code": "(2)", "voivodeship": "(3)", "emails": "(4)"}


def test_an_odd_number_drops_no_practice():
    _, _, brought = read("Lp.;Nazwa\n1.;A\n4;B\n4;C\n5a;D\n;E\n6.0;F\n")
    assert brought.practices["title"].tolist() == list("ABCDEF")
    assert brought.practices["art"].tolist()[:2] == [1, 4]
    assert brought.practices["art"].iloc[5] == 6
    assert brought.practices["art"].is_unique
    assert {each.effect for each in brought.problems} == {Effect.RENUMBERED}
    assert [each.place for each in brought.problems] == ["4", "5", "6"]


def test_a_longer_row_is_named_by_its_number_and_others_are_read():
    _, _, brought = read("Nazwa,Telefon,Miejscowość\nA,1,Bochnia\nB,1, 2,Limanowa\nC,3\n")
    assert brought.practices["title"].tolist() == ["A", "C"]
    assert [(each.place, each.rule, each.value, each.effect) for each in brought.problems] == [
        ("3", "more_cells", "4 / 3", Effect.LEFT_OUT),
        ("4", "fewer_cells", "2 / 3", Effect.READ),
    ]
    assert brought.row_count == 3


def test_a_house_number_that_became_a_date_is_read_back_with_a_word():
    _, _, brought = read("Nazwa;Ulica;Nr domu;Miejscowość\nA;ul. Polna;07.wrz;Bochnia\n")
    assert brought.practices["number"].tolist() == ["7/9"]
    (problem,) = brought.problems
    assert (problem.rule, problem.value) == ("spreadsheet_date", "07.wrz → 7/9")


def test_a_whole_address_in_one_cell():
    _, _, brought = read('Nazwa;Ulica\nA;"ul. Długa 5, 32-700 Bochnia"\n')
    columns = ["street", "number", "postal_code", "locality"]
    assert brought.practices[columns].iloc[0].tolist() == ["Długa", "5", "32-700", "Bochnia"]


def test_parts_of_a_building_are_no_places():
    _, _, brought = read('Nazwa;Kod;Miejscowość\nA;33-380;"Krynica-Zdrój, II piętro, pokój 12"\n')
    assert brought.practices[["locality", "places"]].iloc[0].tolist() == ["Krynica-Zdrój", ""]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        pytest.param("Szerokość;Długość", "49,9691;20,4302", id="degrees"),
        pytest.param("Długość;Szerokość", "49,9691;20,4302", id="degrees under wrong headings"),
        pytest.param("Współrzędne;Uwagi", '"49.9691, 20.4302";x', id="one cell"),
        pytest.param("lat;lon", "49°58'08,8\"N;20°25'48,7\"E", id="degrees, minutes, seconds"),
        pytest.param("X;Y", "234513,8;602531,3", id="northing first"),
        pytest.param("X;Y", "602531,3;234513,8", id="easting first"),
    ],
)
def test_own_coordinates_are_corrections(geocoder, headings, cells):
    _, _, brought = read(f"Nazwa;Miejscowość;{headings}\nA;Bochnia;{cells}\n")
    corrections = position_corrections(
        brought, lambda: geocoder, precision=Precision.BUILDING, file="t.csv"
    )
    place = locate(brought.practices, geocoder, overrides=corrections).iloc[0]
    assert (place["status"], place["precision"]) == ("manual", "building")
    assert (place["lat"], place["lon"]) == pytest.approx((49.9691, 20.4302), abs=1e-4)
    assert brought.problems == ()


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("Nazwa;lat;lon\nA;52,52;13,40\n", "position"),
        ("Nazwa;lat;lon\nA;tu;20,4\nB;50,1;20,4\n", "position"),
        ('Nazwa;Miejscowość;lat;lon\nA;"Bochnia, Liszki";50,1;20,4\n', "position_of_one_place"),
    ],
    ids=["elsewhere", "no number", "several places"],
)
def test_coordinates_that_are_not_taken_are_named(table, rule):
    _, _, brought = read(table)
    assert [(each.place, each.rule) for each in brought.problems] == [("2", rule)]


# Lists of addresses


def test_a_list_of_addresses_comes_back_whole(geocoder):
    text = "Nazwa;Ulica i nr;Miejscowość\n=A;ul. Polna 1;Bochnia\nB;C;D;E\nF;;\n"
    sheet = read_table(Upload("t.csv", text.encode())).sheet
    reports = []
    located = locate_addresses(
        sheet, guess_parts(sheet), geocoder, report=lambda *each: reports.append(each)
    )
    assert guess_parts(sheet) == {"street": "Ulica i nr", "city": "Miejscowość"}
    assert reports == [(3, 3)]
    assert [row[:4] for row in located.rows] == [
        ("=A", "ul. Polna 1", "Bochnia", ""),
        ("B", "C", "D", "E"),
        ("F", "", "", ""),
    ]
    assert (located.found, located.longer) == (1, (3,))
    assert (LONGER, "", 1) in located.outcomes()
    for content in (located.csv(), located.workbook()):
        table = read_table_content(
            content, Choices(), name="o", is_heading=lambda text: text == "Nazwa", limits=Limits()
        )
        assert tuple(table.header) == located.header
        assert table.row_count == 3
    assert "'=A" in io.BytesIO(located.csv()).read().decode("utf-8-sig")


def test_totals_and_notes_become_no_practices_and_are_listed():
    table = (
        "Nazwa praktyki;Miejscowość;Kod;Liczba mieszkańców\nA;Bochnia;32-700;1\n"
        "B;Brzesko;32-800;2\nRazem;;;3\n;;;\nŹródło: urząd;;;\nWójt Gminy;;;\n"
    )
    _, _, result = read(table)

    assert result.practices["title"].tolist() == ["A", "B"]
    assert result.row_count == 5
    assert [(each.place, each.rule, each.effect, each.value) for each in result.problems] == [
        ("4", "total_of_table", Effect.LEFT_OUT, "Razem"),
        ("6", "under_table", Effect.LEFT_OUT, "Źródło: urząd"),
        ("7", "under_table", Effect.LEFT_OUT, "Wójt Gminy"),
    ]


def test_totals_and_notes_stay_in_a_located_list(geocoder):
    table = "Nazwa;Miejscowość\nA;Bochnia\nB;Brzesko\nRazem;2\nStan na 2023;\n;Limanowa\n"
    sheet = read_table(Upload("t.csv", table.encode())).sheet
    located = locate_addresses(sheet, guess_parts(sheet), geocoder, report=lambda *_: None)

    assert [row[:2] for row in located.rows] == [
        *(("A", "Bochnia"), ("B", "Brzesko"), ("Razem", "2")),
        *(("Stan na 2023", ""), ("", "Limanowa")),
    ]
    assert [status for status, _ in located.statuses] == ["ok", "ok", FOOTER, FOOTER, "ok"]
    assert located.footers == (4, 5)


def test_a_list_of_points_is_located_by_them(geocoder):
    table = "Nazwa;Szerokość;Długość\nA;49,9691;20,4302\nB;52,52;13,405\nRazem;2;\n"
    sheet = read_table(Upload("t.csv", table.encode())).sheet
    located = locate_addresses(sheet, guess_parts(sheet), geocoder, report=lambda *_: None)

    first = dict(zip(located.header, located.rows[0], strict=True))
    assert (first["lat"], first["matched_teryt"], first["unit_by"]) == (
        *("49.9691", "120101", "approximate_areas"),
    )
    assert located.outside == (3,)
    assert located.csv().decode("utf-8-sig").splitlines()[0].endswith(";matched_teryt;unit_by")


def test_a_list_of_metres_is_located_by_them(geocoder):
    rows = "602600;235240\n567064;244680\n639140;487220\n358900;507300\n747100;381300\n"
    sheet = read_table(Upload("t.csv", f"easting;northing\n{rows}".encode())).sheet
    parts = guess_parts(sheet)
    located = locate_addresses(sheet, parts, geocoder, report=lambda *_: None)

    assert parts == {"lat": "northing", "lon": "easting"}
    assert [status for status, _ in located.statuses] == ["ok"] * 5
    assert located.rows[0][located.header.index("matched_county")] == "bocheński"


def test_practices_without_addresses_are_where_their_metres_say(geocoder):
    towns = ["602600;235240", "567064;244680", "639140;487220", "358900;507300", "747100;381300"]
    rows = "\n".join(f"Praktyka {at};{metres}" for at, metres in enumerate(towns))
    _, mapping, result = read(f"Tytuł;X;Y\n{rows}\n")
    corrections = position_corrections(
        result, lambda: geocoder, precision=Precision.BUILDING, file="t.csv"
    )

    assert mapping["title"] == "Tytuł"
    places = locate(result.practices, geocoder, overrides=corrections)
    assert places["matched_county"].tolist() == [
        *("bocheński", "Kraków", "Warszawa", "Poznań", "Lublin"),
    ]
