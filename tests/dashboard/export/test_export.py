import csv
import datetime as dt
import io
import json
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from zipfile import ZipFile

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from dashboard.errors import ExportError
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Circle, Filters
from dashboard.explore.filters.groups import DEFAULT_TRAITS, Group
from dashboard.explore.units.likeness import Profile
from dashboard.export import ExportRequest, Provenance
from dashboard.export.registry import format_named
from dashboard.export.tables import MAX_REPEATED
from dashboard.locale import texts_in
from dashboard.views.filter_words import filter_words

MADE_AT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
SECRETS = ("Anna Kowal", "Żak – Nowak", "(14) 6149150", "promocja@example.org", "Jan Kos")
METRYKA = json.dumps(
    [
        ["Miejscowość", "Bochnia"],
        ["Osoby kontaktowe", "Anna Kowal, Maria Żak – Nowak"],
        ["tel.", "(14) 6149150"],
        ["e@mail", "promocja@example.org"],
        ["Koordynator projektu", "Jan Kos"],
    ],
    ensure_ascii=False,
)


@pytest.fixture
def catalog(make_catalog):
    practices = [
        {
            "art": 150,
            "section": "Usługi społeczne",
            "title": "=HYPERLINK(1)",
            "summary": 'Akapit; „pierwszy"\n\nDrugi',
            "introduced": "2009-11-23",
            "population": "30000",
            "locality": "Bochnia",
            "contacts": "Anna Kowal; Maria Żak – Nowak",
            "phones": "(14) 6149150",
            "emails": "promocja@example.org",
            "metryka": METRYKA,
        },
        {"art": 41, "section": "Usługi techniczne", "title": "Bez miejsca"},
        {"art": 596, "section": "Usługi techniczne", "title": "Dwa miejsca", "places": "A; B"},
    ]
    places = [
        {"art": 150, "place": "Bochnia", "point": (49.969, 20.43)},
        {"art": 41, "place": "", "status": "skipped"},
        {"art": 596, "place": "A", "point": (50.0, 21.0)},
        {"art": 596, "place": "B", "status": "no_match"},
    ]
    return make_catalog(practices, places)


@pytest.fixture
def provenance():
    return Provenance(
        made_at=MADE_AT,
        dataset="Praktyki z tabeli",
        filters=(("Województwo", "małopolskie"),),
        shown=3,
        total=11,
        has_contacts=False,
        has_examples=False,
    )


@pytest.fixture
def write(catalog, provenance):
    def run(name, *, contacts=False, mask=None, of=catalog, about=provenance):
        order = ExportRequest(
            catalog=of,
            mask=np.ones(len(of), dtype=bool) if mask is None else np.array(mask),
            filters=Filters(),
            question=Question(),
            provenance=replace(about, has_contacts=contacts),
            texts=texts_in("pl"),
        )
        return format_named(name).write(order, lambda _done, _of: None)

    return run


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def sheets_of(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def query(content, sql, tmp_path):
    path = tmp_path / "out.gpkg"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_csv_is_what_polish_excel_opens(write):
    content = write("csv")
    assert content.startswith(b"\xef\xbb\xbfNumer praktyki;")
    first = rows_of(content)[0]
    assert first["Data wprowadzenia"] == "2009-11-23"
    assert first["Liczba mieszkańców"] == "30000"
    assert first["Szerokość geograficzna"] == "49,969"
    assert first["Opis"] == 'Akapit; „pierwszy"\n\nDrugi'
    assert first["Dokładność położenia"] == "miejscowość"


def test_csv_has_a_row_a_practice_and_says_how_many_places_there_are(write):
    rows = rows_of(write("csv"))
    assert [row["Numer praktyki"] for row in rows] == ["150", "41", "596"]
    assert [row["Liczba miejsc"] for row in rows] == ["1", "1", "2"]
    assert rows[1]["Wynik lokalizacji"] == "brak miejsca w źródle"


def test_csv_of_places_has_all_of_them_each_with_its_own_position(write):
    rows = rows_of(write("csv-places"))
    assert [row["Numer praktyki"] for row in rows] == ["150", "41", "596", "596"]
    assert [row["Numer miejsca"] for row in rows][:1] == ["1"], "people count from one"
    assert [row["Szerokość geograficzna"] for row in rows] == ["49,969", "", "50,0", ""]


def test_an_archive_has_both_tables_and_says_once_where_they_come_from(write):
    with ZipFile(io.BytesIO(write("csv-zip"))) as archive:
        assert archive.namelist() == ["praktyki.csv", "miejsca.csv", "o-pliku.txt"]
        assert len(rows_of(archive.read("praktyki.csv"))) == 3
        places = rows_of(archive.read("miejsca.csv"))
        assert [row["Numer praktyki"] for row in places].count("596") == 2
        assert "Praktyki z tabeli" in archive.read("o-pliku.txt").decode("utf-8-sig")


@pytest.mark.parametrize("name", ["csv", "csv-places"])
def test_csv_says_once_where_it_comes_from(write, name):
    said = [row["Pochodzenie"] for row in rows_of(write(name))]
    assert said[0].startswith("Utworzone w:")
    assert set(said[1:]) == {""}


@pytest.mark.parametrize(
    ("accuracy_m", "lat", "east"),
    [
        pytest.param(30.0, "49,98765", "602478", id="building"),
        pytest.param(300.0, "49,9877", "602480", id="street"),
        pytest.param(1800.0, "49,988", "602500", id="locality"),
        pytest.param(69_000.0, "49,99", "602000", id="voivodeship"),
    ],
)
def test_coordinates_have_the_digits_that_mean_something(
    make_catalog, write, accuracy_m, lat, east
):
    place = {"art": 1, "place": "A", "point": (49.9876543, 20.43), "accuracy_m": accuracy_m}
    catalog = make_catalog([{"art": 1, "title": "x", "section": "A"}], [place])
    row = rows_of(write("csv", of=catalog))[0]
    assert row["Szerokość geograficzna"] == lat
    assert row["Wschód (EPSG:2180, m)"] == east


def test_only_the_filtered_practices_are_taken(write, tmp_path):
    mask = [False, False, True]
    assert [row["Numer praktyki"] for row in rows_of(write("csv", mask=mask))] == ["596"]
    assert len(sheets_of(write("xlsx", mask=mask))["Praktyki"]) == 2
    assert len(json.loads(write("geojson", mask=mask))["features"]) == 2
    content = write("gpkg", mask=mask)
    assert query(content, "SELECT art FROM praktyki", tmp_path) == [(596,), (596,)]


def test_an_empty_selection_gives_whole_files(write, tmp_path):
    mask = [False, False, False]
    assert rows_of(write("csv", mask=mask)) == []
    assert len(sheets_of(write("xlsx", mask=mask))["Praktyki"]) == 1
    assert json.loads(write("geojson", mask=mask))["features"] == []
    assert query(write("gpkg", mask=mask), "SELECT * FROM praktyki", tmp_path) == []


@pytest.mark.parametrize("suffix", ["csv", "geojson"])
def test_contacts_are_taken_only_when_asked_for(write, suffix):
    without = write(suffix).decode()
    assert [secret for secret in SECRETS if secret in without] == []
    assert "Bochnia" in without
    included = write(suffix, contacts=True).decode()
    assert [secret for secret in SECRETS if secret not in included] == []


def test_a_workbook_and_a_geopackage_hold_no_contacts_either(write, tmp_path):
    cells = str(sheets_of(write("xlsx")))
    features = str(query(write("gpkg"), "SELECT * FROM praktyki", tmp_path))
    assert [secret for secret in SECRETS if secret in cells + features] == []
    assert "Anna Kowal" in str(sheets_of(write("xlsx", contacts=True)))


def test_no_cell_of_a_spreadsheet_is_a_formula(write):
    assert rows_of(write("csv"))[0]["Tytuł"] == "'=HYPERLINK(1)"
    heading, first, *_ = sheets_of(write("xlsx"))["Praktyki"]
    assert first[heading.index("Tytuł")] == "'=HYPERLINK(1)"


def test_columns_of_a_workbook_have_types(write):
    heading, first, second, _ = sheets_of(write("xlsx"))["Praktyki"]
    cells = dict(zip(heading, first, strict=True))
    assert cells["Numer praktyki"] == 150
    assert cells["Data wprowadzenia"] == dt.date(2009, 11, 23)
    assert cells["Liczba mieszkańców"] == 30000
    assert cells["Szerokość geograficzna"] == 49.969
    assert second[heading.index("Liczba mieszkańców")] == ""


def test_a_workbook_has_all_places_on_a_sheet(write):
    heading, *rows = sheets_of(write("xlsx"))["Miejsca"]
    assert [row[heading.index("Miejsce")] for row in rows] == ["Bochnia", "", "A", "B"]


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(make_catalog, write):
    practices = [{"art": 1, "section": "S", "title": "T", "summary": "\x01x" * 40_000}]
    catalog = make_catalog(practices, [{"art": 1, "place": "A"}])
    heading, row = sheets_of(write("xlsx", of=catalog))["Praktyki"]
    assert "tekst ucięty" in row[heading.index("Opis")]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param('A & <b> "c"', id="signs of XML"),
        pytest.param("  dwie spacje  ", id="spaces at the ends"),
        pytest.param("wiersz\nwiersz", id="two lines"),
        pytest.param("\N{GRINNING FACE} żółć", id="beyond the basic plane"),
        pytest.param("kod _x0041_ dosłownie", id="what looks like an escape"),
    ],
)
def test_a_workbook_holds_every_text_as_it_is(title, make_catalog, write):
    catalog = make_catalog([{"art": 1, "section": "S", "title": title}], [{"art": 1, "place": "A"}])
    heading, row = sheets_of(write("xlsx", of=catalog))["Praktyki"]
    assert row[heading.index("Tytuł")] == title


def test_rows_beyond_the_first_part_follow_it(make_catalog, write):
    numbers = range(1, 2_502)
    practices = [{"art": number, "section": "S", "title": "T"} for number in numbers]
    catalog = make_catalog(practices, [{"art": number, "place": "A"} for number in numbers])
    heading, *rows = sheets_of(write("xlsx", of=catalog))["Praktyki"]
    assert [row[heading.index("Numer praktyki")] for row in rows] == list(numbers)


def test_geojson_has_a_feature_a_place_and_null_for_what_is_not_located(write):
    features = json.loads(write("geojson"))["features"]
    assert [feature["geometry"] and feature["geometry"]["coordinates"] for feature in features] == [
        [20.43, 49.969],
        None,
        [21.0, 50.0],
        None,
    ]
    first = features[0]["properties"]
    assert first["art"] == 150
    assert first["introduced"] == "2009-11-23"
    assert first["title"] == "=HYPERLINK(1)"
    assert first["metryka"] == [["Miejscowość", "Bochnia"]]
    assert features[1]["properties"]["population"] is None


def test_a_geopackage_is_one_by_its_marks_and_tables(write, tmp_path):
    content = write("gpkg")
    assert content.startswith(b"SQLite format 3\0")
    assert query(content, "PRAGMA application_id", tmp_path) == [(0x47504B47,)]
    layers = "SELECT table_name, data_type, min_x, max_y FROM gpkg_contents"
    assert query(content, layers, tmp_path) == [
        ("praktyki", "features", 20.43, 50.0),
        ("o_pliku", "attributes", None, None),
    ]
    system = "SELECT srs_id, geometry_type_name FROM gpkg_geometry_columns"
    assert query(content, system, tmp_path) == [(4326, "POINT")]


def test_a_geopackage_is_in_the_plane_of_the_state_by_choice(write, tmp_path):
    content = write("gpkg2180")
    layers = "SELECT min_x, min_y FROM gpkg_contents WHERE data_type = 'features'"
    ((easting, northing),) = query(content, layers, tmp_path)
    assert (easting, northing) == pytest.approx((571_648, 234_301), abs=50_000)
    system = (
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys "
        "WHERE srs_id = (SELECT srs_id FROM gpkg_geometry_columns)"
    )
    ((organization, number, definition),) = query(content, system, tmp_path)
    assert (organization.upper(), number) == ("EPSG", 2180)
    assert "Transverse_Mercator" in definition
    columns = "SELECT east_2180, north_2180 FROM praktyki WHERE art = 150"
    ((east, north),) = query(content, columns, tmp_path)
    assert (east, north) == pytest.approx((602_517.6, 234_502.5), abs=1)


@pytest.mark.parametrize("name", ["csv", "geojson"])
def test_a_file_has_the_codes_of_units_and_places(make_catalog, write, name):
    place = {"commune": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    town = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    catalog = make_catalog(
        [{"art": 1, "title": "x", "section": "A", "unit_type": "gmina miejska", **town}],
        [{"art": 1, "place": "Bochnia", "point": (49.969, 20.43), **place}],
    )
    content = write(name, of=catalog)
    if name == "csv":
        row = rows_of(content)[0]
        assert row["TERYT jednostki"] == "120101"
        assert (row["Szczebel jednostki"], row["Skąd znany TERYT"]) == ("gmina", "z metryki")
        assert row["TERYT miejsca"] == "120101"
        assert row["Wschód (EPSG:2180, m)"] == "602500"
    else:
        properties = json.loads(content)["features"][0]["properties"]
        assert (properties["teryt"], properties["unit_level"]) == ("120101", "commune")
        assert (properties["matched_teryt"], properties["teryt_known_by"]) == ("120101", "card")


COUNTS_CONNECTIONS = """
import sqlite3, sys
from dashboard.cli import main

names, connections = [], []

def note(event, details):  # keeping a connection is what lets it be asked later
    if event == "sqlite3.connect":
        names.append(str(details[0]))
    elif event == "sqlite3.connect/handle":
        connections.append(details[0])

sys.addaudithook(note)
try:
    main(["export", "--format", "gpkg", "--output", sys.argv[1]])
finally:
    for name, connection in zip(names, connections, strict=True):
        if name == ":memory:" or name.endswith(".gpkg"):
            try:
                connection.execute("SELECT 1")
            except sqlite3.ProgrammingError:
                print("closed")
            else:
                print("open")
"""


@pytest.mark.slow
def test_every_connection_to_a_geopackage_is_closed(tmp_path):
    """Holds on every Python, although only Python 3.13 and later warn of one left open."""
    command = [sys.executable, "-c", COUNTS_CONNECTIONS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    states = done.stdout.split()
    assert states.count("closed") > 1
    assert "open" not in states


def test_a_geopackage_holds_points_and_types(write, tmp_path):
    rows = query(
        write("gpkg"), "SELECT geom, introduced, population, title FROM praktyki", tmp_path
    )
    assert [row[0] is None for row in rows] == [False, True, False, True]
    assert struct.unpack("<dd", rows[0][0][-16:]) == (20.43, 49.969)
    assert rows[0][1:] == ("2009-11-23", 30000, "=HYPERLINK(1)")


def test_every_file_says_where_it_comes_from(write, tmp_path):
    about = {
        "csv": rows_of(write("csv"))[0]["Pochodzenie"],
        "xlsx": str(sheets_of(write("xlsx"))["O pliku"]),
        "geojson": str(json.loads(write("geojson"))["provenance"]),
        "gpkg": str(query(write("gpkg"), "SELECT * FROM o_pliku", tmp_path)),
    }
    said = ("małopolskie", "24 listopada 2026", "Praktyki z tabeli", "3 z 11", "GeoNames", "CC BY")
    assert [(suffix, word) for suffix in about for word in said if word not in about[suffix]] == []


@pytest.mark.parametrize("suffix", ["csv", "geojson"])
def test_made_up_practices_are_called_so(write, provenance, suffix):
    about = Provenance(
        made_at=MADE_AT,
        dataset=provenance.dataset,
        filters=(),
        shown=3,
        total=3,
        has_contacts=False,
        has_examples=True,
    )
    assert "Dane przykładowe: praktyki zmyślił program" in write(suffix, about=about).decode()


def test_a_population_that_is_not_the_cards_has_columns_of_its_own(catalog, write):
    completed = replace(catalog, population=np.array([30000.0, 7000.0, np.nan]))
    rows = rows_of(write("csv", of=completed))
    columns = (
        "Liczba mieszkańców",
        "Liczba mieszkańców jednostki (tabela gmin)",
        "Dzień tej liczby",
    )
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("30000", "", ""),
        ("", "7000", "2018-12-31"),
        ("", "", ""),
    ]


def test_filters_in_words():
    filters = Filters(
        chosen={Facet.VOIVODESHIP: ("małopolskie", "śląskie")},
        population_min=20000,
        population_max=50000,
        within=Circle((49.97, 20.43), 25),
        search="kultura",
    )
    assert filter_words(filters, texts_in("pl")) == (
        ("Województwo", "małopolskie, śląskie"),
        ("Liczba mieszkańców", "od 20\xa0000 do 50\xa0000"),
        ("W promieniu", "25 km od punktu 49.9700, 20.4300"),
        ("Szukaj", "kultura"),
    )
    group = Group(Profile(level="commune", kind="urban", population=30_000), DEFAULT_TRAITS)
    assert filter_words(Filters(group=group), texts_in("pl")) == (
        ("Tylko jednostki podobne", "gmina, 20–50 tys. mieszk., miejskie"),
    )
    assert filter_words(Filters(population_unknown=True), texts_in("en")) == (
        ("Population", "no data"),
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["geojson", "gpkg"])
def test_long_texts_are_not_repeated_for_each_place_without_end(
    make_catalog, write, name, provenance
):
    practices = [{"art": 1, "section": "A", "title": "T", "summary": "x" * (MAX_REPEATED // 2)}]
    three = make_catalog(practices, [{"art": 1, "place": str(number)} for number in range(3)])
    with pytest.raises(ExportError, match="200\xa0000\xa0000 znaków"):
        write(name, of=three, about=provenance)
