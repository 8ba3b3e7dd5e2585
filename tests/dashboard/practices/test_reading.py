import io
import stat
import zipfile

import pandas as pd
import pytest
from xlsxwriter import Workbook

from dashboard.errors import UploadError
from dashboard.practices.numbers import provisional_number
from dashboard.practices.reading import (
    Effect,
    Upload,
    convert,
    convert_pages,
    guess_mapping,
    is_table,
    pages_in,
    read_table,
)
from dashboard.practices.reading.limits import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_FILES,
    MAX_PLACES_IN_ALL,
    MAX_ROWS,
)
from dashboard.practices.value_types import FIRST_PROVISIONAL, MAX_PLACES
from geocoding.tables.limits import MAX_CELL_CHARACTERS


@pytest.fixture
def make_archive():
    """A function that packs files by name; a name may come as a ZipInfo."""

    def make(files, *, method=zipfile.ZIP_DEFLATED):
        output = io.BytesIO()
        with zipfile.ZipFile(output, "w", method) as archive:
            for name, content in files:
                archive.writestr(name, content)
        return output.getvalue()

    return make


@pytest.fixture
def make_workbook():
    """A function that makes an XLSX of sheets, each a list of rows."""

    def make(**sheets):
        output = io.BytesIO()
        with Workbook(output, {"default_date_format": "yyyy-mm-dd"}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return output.getvalue()

    return make


@pytest.fixture
def repack():
    """A function that adds files to an archive."""

    def add(content, files):
        output = io.BytesIO(content)
        with zipfile.ZipFile(output, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files:
                archive.writestr(name, text)
        return output.getvalue()

    return add


@pytest.fixture
def bring():
    """A function that reads a CSV by guessed columns."""

    def run(text):
        sheet = read_table(Upload("table.csv", text.encode())).sheet
        return convert(sheet, guess_mapping(sheet.headings))

    return run


def rule_of(call):
    with pytest.raises(UploadError) as caught:
        call()
    return caught.value.rule


# Headings


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        pytest.param("Tytuł", "title", id="interface, Polish"),
        pytest.param("Title", "title", id="interface, English"),
        pytest.param("NAZWA PRAKTYKI", "title", id="upper case"),
        pytest.param("Liczba mieszkańców", "population", id="record card"),
        pytest.param("liczba_mieszkancow", "population", id="without diacritics"),
        pytest.param("Kod pocztowy i Poczta", "postal_code", id="code and post town"),
        pytest.param("tel.", "phones", id="record card's phone"),
        pytest.param("E-mail", "emails", id="e-mail"),
        pytest.param("Lp.", "art", id="ordinal"),
        pytest.param("unit_type", "unit_type", id="the table's own name"),
        pytest.param("Number", "number", id="house number of the own table"),
    ],
)
def test_headings_are_understood(heading, target):
    assert guess_mapping([heading]) == {target: heading}


def test_a_heading_that_nobody_knows_is_not_guessed():
    assert guess_mapping(["Uwagi", "(3)"]) == {}


# Tables


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode(), id="utf-8"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="with a mark"),
        pytest.param(lambda text: text.encode("cp1250"), id="windows"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16"),
        pytest.param(lambda text: text.replace(";", ",").encode(), id="commas"),
        pytest.param(lambda text: text.replace(";", "\t").encode(), id="tabs"),
    ],
)
def test_csv_of_any_sort(encode):
    sheet = read_table(Upload("t.csv", encode("Tytuł;Miejscowość\r\nŻłobek;Łódź\r\n"))).sheet
    assert sheet.cells.to_dict("list") == {"Tytuł": ["Żłobek"], "Miejscowość": ["Łódź"]}


def test_rows_are_counted_as_a_spreadsheet_does():
    sheet = read_table(Upload("t.csv", b"\n\nA;B\n;\n1;2\n")).sheet
    assert sheet.cells.index.tolist() == [5]


def test_repeated_and_empty_headings_become_distinct():
    sheet = read_table(Upload("t.csv", b"A;A;;\n1;2;3;4\n")).sheet
    assert sheet.headings == ("A", "A (2)", "(3)", "(4)")


def test_a_workbook_gives_its_sheets_and_typed_cells_as_text(make_workbook):
    day = pd.Timestamp("2009-11-23").to_pydatetime()
    content = make_workbook(
        Pusty=[["tylko nagłówek"]], Dane=[["Numer", "Data", "x"], [150, day, 1.5]]
    )
    sheet = read_table(Upload("t.xlsx", content)).sheet
    assert sheet.name == "Dane"
    assert sheet.cells.iloc[0].tolist() == ["150", "2009-11-23", "1.5"]


def test_cells_are_read_as_leniently_as_a_page(bring):
    brought = bring(
        "Nr;Tytuł;Dział;Data;Ludność;Województwo;Kod;Miejscowość;WWW;Ulica\n"
        "7;T;SMUP;23.11.2009;96 tys.;woj. ŚLĄSKIE;32700 Bochnia;A, B;www.x.pl;ul. Długa 2/3\n"
    )
    practice = brought.practices.iloc[0]
    assert brought.problems == ()
    assert practice["art"] == 7
    assert practice["section"] == "System Monitorowania Usług Publicznych"
    assert practice["introduced"] == pd.Timestamp("2009-11-23")
    assert practice["population"] == 96_000
    assert practice["voivodeship"] == "śląskie"
    assert (practice["postal_code"], practice["post_town"]) == ("32-700", "Bochnia")
    assert (practice["locality"], practice["places"]) == ("", "A; B")
    assert practice["website"] == "http://www.x.pl"
    assert (practice["street"], practice["number"]) == ("ul. Długa", "2/3")
    assert '["Liczba mieszkańców", "96 tys."]' in practice["metryka"]


def test_words_beside_a_value_stay_in_the_record_card(bring):
    brought = bring(
        "Tytuł;WWW;E-mail;Ludność;Ulica;Nr domu;Kod;Poczta\n"
        "A;www.x.pl, www.y.pl;a@x.pl (biuro);96 tys. (2012);ul. Długa 2;;32-700 Bochnia;Żory\n"
        "B;;;;ul. Długa 2;5;kod;\n"
    )
    first, second = brought.practices.to_dict("records")
    assert [(each.place, each.column) for each in brought.problems] == [("3", "postal_code")]
    for words in ("www.x.pl, www.y.pl", "a@x.pl (biuro)", "96 tys. (2012)", "32-700 Bochnia Żory"):
        assert f'"{words}"' in first["metryka"]
    assert (first["street"], first["number"]) == ("ul. Długa", "2")
    assert (second["street"], second["number"]) == ("ul. Długa", "5")
    assert '["Ulica", "ul. Długa 2 5"]' in second["metryka"]
    assert "kod" not in second["metryka"]


def test_several_localities_beside_places_of_their_own_stay_in_the_record_card(bring):
    brought = bring('Tytuł;Miejscowość;places\nA;Bochnia, Liszki;Żory\nB;;"A; B"\n')
    first, second = brought.practices.to_dict("records")
    assert first["places"] == "Żory"
    assert first["metryka"] == '[["Miejscowość", "Bochnia, Liszki"]]'
    assert second["metryka"] == '[["Miejscowość", "A, B"]]'


def test_a_cell_with_more_than_an_address_is_no_address(bring):
    brought = bring("Tytuł;url\nA;zob. www.x.pl\nB;www.x.pl\n")
    assert [(each.place, each.rule) for each in brought.problems] == [("2", "web_address")]
    assert brought.practices["url"].tolist() == ["", "http://www.x.pl"]


def test_practices_without_number_and_section(bring):
    table = bring("Nazwa\nA\nB\n").practices
    assert (table["art"] >= FIRST_PROVISIONAL).all()
    assert table["section"].tolist() == ["Inne", "Inne"]


def test_rows_without_number_have_the_same_number_in_every_file(bring):
    whole = bring("Nazwa;Gmina\nA;Liszki\nB;Liszki\nA;Bochnia\n").practices
    later = bring("Nazwa;Gmina\nC;Żory\nA;Bochnia\n b ;Liszki\nA;Liszki\n").practices
    numbers = dict(zip(zip(whole["title"], whole["unit"], strict=True), whole["art"], strict=True))
    assert len(set(numbers.values())) == 3
    assert later["art"].tolist()[1:] == [
        numbers[each] for each in (("A", "Bochnia"), ("B", "Liszki"), ("A", "Liszki"))
    ]


def test_equal_rows_without_number_are_practices_each(bring):
    table = bring("Nazwa;Gmina\nA;Liszki\nA;Liszki\n").practices
    assert table["art"].nunique() == 2


def test_a_row_without_number_is_the_practice_of_a_page_without_one(bring):
    table = bring("Dział;Nazwa\nOświata;Szkoła z klasą\n").practices
    assert table["art"].tolist() == [provisional_number("Oświata", "Szkoła z klasą")]


def test_every_problem_is_told_by_row_and_column(bring):
    brought = bring(
        "Numer;Tytuł;Data;Ludność;Województwo;Kod;E-mail\n"
        "1;A;2009;dużo;krakowskie;kod;x\n"
        "1;B;;;;;\n"
        "3;;;;;;\n"
        "x;D;brak;-;;;b.d.\n"
    )
    assert [(each.place, each.column, each.rule) for each in brought.problems] == [
        ("2", "introduced", "iso_date"),
        ("2", "voivodeship", "voivodeship"),
        ("2", "postal_code", "postal_code"),
        ("2", "population", "whole_number"),
        ("2", "emails", "e_mails"),
        ("3", "art", "unique_number"),
        ("4", "title", "required_line"),
        ("5", "art", "article_number"),
    ]
    assert [each.effect for each in brought.problems] == [
        *[Effect.EMPTIED] * 5,
        *(Effect.RENUMBERED, Effect.LEFT_OUT, Effect.RENUMBERED),
    ]
    assert brought.row_count == 4
    assert brought.practices["title"].tolist() == ["A", "B", "D"]
    assert brought.practices["art"].is_unique
    assert brought.practices["population"].isna().all()


def test_cells_that_were_made_harmless_are_restored(bring):
    table = bring("Tytuł;Telefon\n'=1+1;'+48 14 614 91 50\n").practices
    assert table["title"].tolist() == ["=1+1"]
    assert table["phones"].tolist() == ["+48 14 614 91 50"]


# Refusals


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        pytest.param([("t.xlsm", b"x")], "macro", id="macros by name"),
        pytest.param([("t.exe", b"x")], "kind", id="another kind"),
        pytest.param([("t.doc", b"x")], "kind", id="a document"),
        pytest.param([("t.csv", b"")], "empty", id="nothing"),
        pytest.param([("t.csv", b"x" * (MAX_BYTES + 1))], "size", id="too large"),
        pytest.param([("t.csv", b"x"), ("150.txt", b"x")], "alone", id="a table among pages"),
    ],
)
def test_files_that_are_not_taken(files, rule):
    assert rule_of(lambda: is_table(Upload(*file) for file in files)) == rule


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"A;B\n", "empty", id="headings only"),
        pytest.param(b"A\n" + b"1\n" * (MAX_ROWS + 1), "rows", id="too long"),
        pytest.param(b";".join([b"A"] * (MAX_COLUMNS + 1)) + b"\n1\n", "columns", id="too wide"),
        pytest.param(b"PK\x00\x01", "text", id="not text"),
    ],
)
def test_csv_that_is_not_taken(content, rule):
    assert rule_of(lambda: read_table(Upload("t.csv", content))) == rule


LONG = "x" * (MAX_CELL_CHARACTERS + 1)
MARKS = '""'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(f"A;B\n1;{LONG}\n", (2, 2), id="plain"),
        pytest.param(f'A;B\n\n"1\n2";3\n"{LONG}";4\n5;6\n', (4, 1), id="in quotation marks"),
        pytest.param(f'A;B\r\n"";"{LONG}""\r\n"\r\n', (2, 2), id="with quotation marks"),
        pytest.param(f'A;"{LONG}"', (1, 2), id="heading, at the end"),
    ],
)
def test_a_cell_that_is_too_long_is_named_by_its_place(text, place):
    with pytest.raises(UploadError) as caught:
        read_table(Upload("t.csv", text.encode()))
    error = caught.value
    assert (error.rule, (error.row, error.column)) == ("cell", place)
    assert (error.file, error.limit) == ("t.csv", MAX_CELL_CHARACTERS)


@pytest.mark.parametrize(
    ("text", "lines", "cells"),
    [
        pytest.param('A;B\n"1;2\n3;4\n', [2], [['"1', "2"], ["3", "4"]], id="to the end"),
        pytest.param(
            'A;B\n"1;2\n3;4\n"5";6\n',
            [2],
            [['"1', "2"], ["3", "4"], ["5", "6"]],
            id="to the next mark",
        ),
        pytest.param('A;B\n1;"2\n3;""\n', [2], [["1", '"2'], ["3", ""]], id="past an empty cell"),
        pytest.param('A;B\n"X" w Y;2\n3;4\n', [2], [['"X" w Y', "2"], ["3", "4"]], id="within"),
        pytest.param(
            'A;B\n"X" w Y;"a;b"\n', [2], [['"X" w Y', "a;b"]], id="other cells are cut rightly"
        ),
        pytest.param('A;B\nX "Y";2\n', [], [['X "Y"', "2"]], id="not at the start of a cell"),
    ],
)
def test_stray_quotation_marks_are_named_by_line_and_all_rows_are_read(text, lines, cells):
    sheet = read_table(Upload("t.csv", text.encode())).sheet
    assert sheet.cells.to_numpy().tolist() == cells
    assert list(sheet.stray_marks) == lines


@pytest.mark.parametrize(
    "text", [LONG[1:], f'"{LONG[1:].replace("x", MARKS)}"'], ids=["plain", "marks"]
)
def test_the_longest_cell(text):
    sheet = read_table(Upload("t.csv", f"A\n{text}\n".encode())).sheet
    assert sheet.cells["A"].str.len().tolist() == [MAX_CELL_CHARACTERS]


@pytest.mark.parametrize(
    ("member", "rule"),
    [
        pytest.param("xl/vbaProject.bin", "macro", id="macro project"),
        pytest.param("xl/macrosheets/sheet1.xml", "macro", id="macro sheet"),
        pytest.param("xl/externalLinks/externalLink1.xml", "external", id="another workbook"),
        pytest.param("xl/connections.xml", "external", id="connection"),
        pytest.param("xl/embeddings/oleObject1.bin", "external", id="embedded file"),
        pytest.param("../evil.xml", "path", id="path that leads out"),
    ],
)
def test_workbooks_that_are_not_taken(make_workbook, repack, member, rule):
    content = repack(make_workbook(Dane=[["Tytuł"], ["A"]]), [(member, "x")])
    assert rule_of(lambda: read_table(Upload("t.xlsx", content))) == rule


def test_a_workbook_that_hides_its_macros_behind_its_name(make_archive):
    types = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    content = make_archive([("[Content_Types].xml", types)])
    assert rule_of(lambda: read_table(Upload("t.xlsx", content))) == "macro"


@pytest.mark.parametrize(
    ("row", "column", "rule"),
    [(1_048_575, 0, "rows"), (5, 16_383, "columns")],
    ids=["far down", "far right"],
)
def test_a_cell_far_out_does_not_fill_the_memory(row, column, rule):
    output = io.BytesIO()
    with Workbook(output) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Tytuł")
        sheet.write(row, column, "x")
    assert rule_of(lambda: read_table(Upload("t.xlsx", output.getvalue()))) == rule


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"x", "empty", id="text"),
        pytest.param(b"PK\x03\x04 broken", "archive", id="cut"),
        pytest.param(b"%PDF-1.7", "no-table", id="PDF"),
    ],
)
def test_no_workbook_at_all(content, rule):
    assert rule_of(lambda: read_table(Upload("t.xlsx", content))) == rule


def symbolic_link(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        pytest.param([("../150.txt", "x")], "path", id="leads out"),
        pytest.param([("/etc/150.txt", "x")], "path", id="absolute"),
        pytest.param([("C:\\150.txt", "x")], "path", id="a drive"),
        pytest.param([("..\\150.txt", "x")], "path", id="leads out, Windows"),
        pytest.param([(symbolic_link("150.txt"), "/etc/passwd")], "link", id="link"),
        pytest.param([("150.txt", "x"), ("inner.zip", "x")], "nested", id="archive inside"),
        pytest.param([(f"{n}.txt", "") for n in range(MAX_FILES + 1)], "files", id="too many"),
        pytest.param([("150.txt", b"0" * 60_000_000)], "bomb", id="bomb"),
        pytest.param([("1.txt", b"0" * 60_000_000)] * 2, "unpacked", id="too large unpacked"),
        pytest.param([("readme.md", "x")], "pages", id="no page"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_archives_that_are_not_taken(worker, make_archive, files, rule):
    upload = Upload("pages.zip", make_archive(files))
    assert rule_of(lambda: list(pages_in(worker, upload))) == rule


def test_an_archive_packed_in_another_way(worker, make_archive):
    upload = Upload("pages.zip", make_archive([("150.txt", "x")], method=zipfile.ZIP_LZMA))
    assert rule_of(lambda: list(pages_in(worker, upload))) == "archive"


def test_an_encrypted_archive(worker, make_archive):
    content = bytearray(make_archive([("150.txt", "x")]))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    upload = Upload("pages.zip", bytes(content))
    assert rule_of(lambda: list(pages_in(worker, upload))) == "encrypted"


# Pages


def test_pages_of_every_sort(worker, make_page, make_html, make_archive):
    archive = make_archive(
        [
            ("strony/12.txt", make_page(title="Druga")),
            ("strony/12_pliki/13.html", make_html()),
            ("__MACOSX/14.txt", "x"),
            ("obraz.png", "x"),
        ]
    )
    uploads = [Upload("11.html", make_html().encode()), Upload("pages.zip", archive)]
    assert not is_table(uploads)
    brought = convert_pages(page for upload in uploads for page in pages_in(worker, upload))
    assert brought.practices["art"].tolist() == [11, 12]
    assert brought.problems == ()
    assert brought.row_count == 2


def test_problems_of_pages(make_page):
    fields = ("Miejscowość:\xa0\xa0Bochnia", "Liczba mieszkańców:\xa0\xa0dużo")
    pages = [
        ("5.txt", make_page(fields=fields).encode()),
        ("notes.txt", b"nic"),
        ("5.html", make_page().encode()),
    ]
    brought = convert_pages(pages)
    assert [(each.place, each.column, each.rule, each.effect) for each in brought.problems] == [
        ("notes.txt", "", "tabs", Effect.LEFT_OUT),
        ("5.html", "", "once", Effect.LEFT_OUT),
        ("5.txt", "population", "whole_number", Effect.TEXT_ONLY),
    ]
    assert brought.row_count == 3


# Places


@pytest.mark.parametrize("heading", ["Miejscowość", "places"])
def test_a_cell_of_very_many_places_is_a_problem_and_the_practice_stays(bring, heading):
    many = "; ".join(f"M{number}" for number in range(32_000 if heading == "places" else 9_000))
    brought = bring(f'Tytuł;{heading}\nA;Bochnia\nB;"{many[:120_000]}"\n')
    assert brought.practices["title"].tolist() == ["A", "B"]
    assert brought.practices["places"].iloc[1] == ""
    (problem,) = brought.problems
    assert (problem.place, problem.column, problem.rule, problem.effect) == (
        *("3", "places", "places"),
        Effect.EMPTIED,
    )


def test_places_of_all_practices_are_bounded_together(bring):
    places = "; ".join(f"M{number}" for number in range(MAX_PLACES))
    rows = MAX_PLACES_IN_ALL // MAX_PLACES + 1
    brought = bring("Tytuł;places\n" + f'A;"{places}"\n' * rows)
    assert (brought.practices["places"] != "").sum() == rows - 1
    assert [(each.place, each.rule) for each in brought.problems] == [
        (str(rows + 1), "places_in_all")
    ]


def test_a_street_of_12_kb_is_not_looked_into(bring):
    brought = bring("Tytuł;Ulica;Kod pocztowy\nA;" + "12 / " * 2500 + ";" + "12 / " * 2500 + "\n")
    assert [(each.column, each.rule) for each in brought.problems] == [
        ("postal_code", "postal_code"),
        ("street", "name"),
    ]
