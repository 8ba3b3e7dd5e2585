"""Files that were made to do harm, or were harmed: read rightly, or refused by name with a reason.

`test_reading` has the rules of archives and workbooks one by one.
"""

import io
import os
import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from dashboard.errors import PracticeDataError, UploadError
from dashboard.practices import load_practices
from dashboard.practices.page_files import find_pages
from dashboard.practices.page_reading import MAX_PAGE_BYTES, read_contents
from dashboard.practices.reading import (
    Upload,
    convert_pages,
    is_table,
    pages_in,
    read_table,
    table_in,
)
from dashboard.practices.reading.limits import MAX_BYTES, MAX_ROWS
from dashboard.practices.reading.paths import read_pages

HUGE_BYTES = 200 * 2**20
PAGE = Path(__file__).parents[3].joinpath("data", "pages", "150.txt").read_bytes()
TEXT = PAGE.decode()
TITLE = "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"
HEAD = "art,section,title\n"


@pytest.fixture
def sparse(tmp_path):
    """A function that makes a file of 200 MB that takes no room."""

    def make(name, start=b""):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(start)
            file.truncate(HUGE_BYTES)
        return path

    return make


@pytest.fixture
def make_archive():
    """A function that packs files by name."""

    def make(*files):
        output = io.BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files:
                archive.writestr(name, content)
        return output.getvalue()

    return make


def refusal(call):
    with pytest.raises(UploadError) as caught:
        call()
    return caught.value.file, caught.value.rule


# Pages


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(TEXT.encode("cp1250"), id="windows"),
        pytest.param(TEXT.encode("iso8859_2", "replace"), id="latin 2"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16 without a mark"),
        pytest.param(TEXT.encode("utf-16")[:-1], id="utf-16 cut within a letter"),
        pytest.param(PAGE + "żółć".encode("cp1250"), id="mixed"),
        pytest.param(PAGE + "ż".encode()[:1], id="cut within a letter"),
        pytest.param(PAGE.replace(b"\n", b"\r"), id="line ends of old Macs"),
        pytest.param(PAGE + b"\x00\x01\xff" * 9, id="binary tail"),
    ],
)
def test_pages_that_are_read_rightly(content):
    (practice,) = read_contents([("150.txt", content)]).practices
    assert practice.title == TITLE
    assert (
        practice.metryka.values["unit"]
        == "Urząd Miejski w Bochni, Referat Promocji i Rozwoju Miasta"
    )


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"", "tabs", id="empty"),
        pytest.param(PAGE[: PAGE.index(b".:")], "tabs", id="cut above the tabs"),
        pytest.param(PAGE[: PAGE.index(b"Metryka praktyki")], "metryka", id="cut above"),
        pytest.param(b"\x00" * 1000, "tabs", id="zeros"),
        pytest.param(bytes(range(256)) * 20, "tabs", id="binary"),
        pytest.param(b"PK\x03\x04" + PAGE[:50], "tabs", id="archive by another name"),
        pytest.param(PAGE + b" " * MAX_PAGE_BYTES, "size", id="endless"),
    ],
)
def test_pages_that_are_named_with_a_reason(content, rule):
    brought = convert_pages([("150.txt", content), ("151.txt", PAGE.replace(b"art=150", b""))])
    assert [(each.place, each.rule) for each in brought.problems] == [("150.txt", rule)]
    assert brought.row_count == 2
    assert len(brought.practices) == 1


def test_a_page_of_200_mb_is_not_read(sparse):
    path = sparse("150.txt", start=PAGE)
    read = read_pages([path])
    assert read.practices == ()
    assert [(fault.file, fault.rule) for fault in read.faults] == [(str(path), "size")]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "150.txt")
    (fault,) = read_pages(find_pages([tmp_path]).pages).faults
    assert fault.rule == "readable"
    assert (
        str(fault) == f"{tmp_path / '150.txt'}: expected a file that can be read (no regular file)"
    )


def test_links_between_folders_end_somewhere(tmp_path):
    inside = tmp_path / "pages" / "inside"
    inside.mkdir(parents=True)
    (inside / "150.txt").write_bytes(PAGE)
    for at in range(9):
        (inside / f"link{at}").symlink_to(tmp_path / "pages")
    (tmp_path / "pages" / "151.txt").symlink_to(tmp_path / "none.txt")
    found = find_pages([tmp_path / "pages"])
    assert [path.name for path in found.pages] == ["151.txt", "150.txt"]
    assert [fault.rule for fault in read_pages(found.pages).faults] == ["readable"]


# Tables that visitors bring


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        pytest.param("t.csv", b"A\n" + b"\n" * 10**6, "empty", id="blank rows"),
        pytest.param("t.csv", b"A;" * 10**4 + b"\n1\n", "columns", id="10 000 columns"),
        pytest.param("t.csv", b"A;B\n1;2\n" + b";" * 10**4, "columns", id="10 000 cells in a row"),
        pytest.param("t.csv", b"A\n" + b"1\n" * 10**6, "rows", id="a million rows"),
        pytest.param("t.csv", b"A\n\x00\x00", "text", id="zeros"),
        pytest.param("t.csv", bytes(range(256)), "text", id="binary"),
        pytest.param("t.tsv", b'A\n"' + b"x" * 140_000 + b'"\n', "cell", id="endless cell"),
        pytest.param("t.tsv", b'A\n"' + b"x\n" * 140_000, "rows", id="cell without end"),
        pytest.param("t.xlsx", b"\xd0\xcf\x11\xe0" + bytes(999), "text", id="no book"),
    ],
)
def test_tables_that_are_named_with_a_reason(name, content, rule):
    assert refusal(lambda: read_table(Upload(name, content))) == (name, rule)


def test_a_csv_by_another_name_is_read():
    assert read_table(Upload("t.xlsx", b"A;B\n1;2\n")).sheet.headings == ("A", "B")


@pytest.mark.parametrize("name", ["t.csv", "150.txt", "p.zip", "t.xlsx"])
def test_a_file_of_any_kind_that_is_too_large(name):
    upload = Upload(name, bytes(MAX_BYTES + 1))
    assert refusal(lambda: is_table([upload])) == (name, "size")


def test_a_table_in_mixed_encodings():
    content = "Tytuł;Miejscowość\nŻłobek;Łódź\n".encode() + "Zażółć;Żory\n".encode("cp1250")
    sheet = read_table(Upload("t.csv", content)).sheet
    assert sheet.cells["Tytuł"].tolist() == ["Żłobek", "Zażółć"]


def as_book(cells, parts):
    """A workbook with texts in its first column, some of its parts changed."""
    output, packed = io.BytesIO(), io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate(cells):
            sheet.write_string(row, 0, text)
    with zipfile.ZipFile(output) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(*(parts[name](content) if name in parts else (name, content)))
    return packed.getvalue()


def test_a_text_that_very_many_cells_share(worker):
    cells = '<c t="s"><v>1</v></c>' * 20
    rows = "".join(f'<row r="{row}">{cells}</row>' for row in range(2, MAX_ROWS))
    sheet = "xl/worksheets/sheet1.xml"
    content = as_book(
        ["A", "x" * 30_000],
        {sheet: lambda old: (sheet, old.replace(b"</sheetData>", f"{rows}</sheetData>".encode()))},
    )
    assert len(content) < MAX_BYTES
    assert refusal(lambda: table_in(worker, Upload("t.xlsx", content))) == ("t.xlsx", "memory")


def test_a_sheet_that_stands_elsewhere_is_looked_at_too():
    far = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    links = "xl/_rels/workbook.xml.rels"
    content = as_book(
        ["A", "b"],
        {
            "xl/worksheets/sheet1.xml": lambda old: (
                "xl/other.part",
                old.replace(b"</sheetData>", far),
            ),
            links: lambda old: (links, old.replace(b"worksheets/sheet1.xml", b"other.part")),
        },
    )
    assert refusal(lambda: read_table(Upload("t.xlsx", content))) == ("t.xlsx", "rows")


# Archives


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[2:], id="begins too late"),
        pytest.param(lambda content: content[:-30], id="cut"),
        pytest.param(lambda content: content.replace("ż.txt".encode(), b"\xff\xff.txt"), id="name"),
        pytest.param(lambda content: content[:40] + b"\xff" * 9 + content[49:], id="bytes"),
        pytest.param(lambda content: content[:60], id="beginning only"),
    ],
)
def test_damaged_archives(worker, make_archive, damage):
    content = damage(make_archive(("150.txt", PAGE), ("ż.txt", PAGE)))
    upload = Upload("p.zip", content)
    assert refusal(lambda: list(pages_in(worker, upload))) == ("p.zip", "archive")


def test_an_endless_page_in_an_archive_stops_no_other(worker, make_archive):
    endless = PAGE + os.urandom(MAX_PAGE_BYTES)
    upload = Upload("p.zip", make_archive(("151.txt", endless), ("150.txt", PAGE)))
    brought = convert_pages(pages_in(worker, upload))
    assert [(each.place, each.rule) for each in brought.problems] == [("p.zip/151.txt", "size")]
    assert brought.practices["art"].tolist() == [150]


# The practices table itself


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"", "readable", id="empty"),
        pytest.param(f"{HEAD}1,Kultura,Żłobek\n".encode("cp1250"), "readable", id="windows"),
        pytest.param(f"{HEAD}1,Kultura,T\n".encode("utf-16"), "readable", id="utf-16"),
        pytest.param(f"{HEAD}1,K,Ż,9\n".encode("cp1250"), "readable", id="damaged and windows"),
        pytest.param("ąrt,section,title\n".encode("cp1250"), "readable", id="windows heading"),
        pytest.param(f"{HEAD}1,Kultura".encode(), "cells", id="cut"),
        pytest.param(b",".join([b"x"] * 10**4) + b"\n1\n", "known_column", id="10 000 columns"),
        pytest.param(bytes(range(256)), "readable", id="binary"),
    ],
)
def test_practices_tables_that_are_refused(tmp_path, content, rule):
    path = tmp_path / "practices.csv"
    path.write_bytes(content)
    with pytest.raises(PracticeDataError) as caught:
        load_practices(path)
    assert caught.value.file == str(path)
    assert rule in {violation.rule for violation in caught.value.violations}


def test_a_practices_table_of_200_mb_of_nothing(sparse):
    path = sparse("practices.csv", start=f"{HEAD}1,Kultura,T\n".encode())
    with pytest.raises(PracticeDataError) as caught:
        load_practices(path)
    assert caught.value.file == str(path)
