"""Files of a visitor that mean harm, by their names, headings and cells: all of it stays text."""

import csv
import io
import re
import zipfile

import pytest
from playwright.sync_api import expect
from xlsxwriter import Workbook

from dashboard.practices.worker_program import MAX_MEMORY_BYTES

MAX_MB = MAX_MEMORY_BYTES // 2**20

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
NAME = "\u202evsc.<img src=x onerror=window.hacked=1>:material-home: **b** $x$ {{7*7}}"
"""Of a file, without its ending; no path and no line."""


@pytest.fixture
def table(hostile_texts):
    """A table whose headings and cells are the hostile texts, and which breaks every rule."""
    texts = [text.replace("\x00", "") for text in hostile_texts.values()]
    rows = [
        ["Nazwa praktyki", "Kod pocztowy", "Województwo", "Liczba mieszkańców", *texts],
        *([text, text, text, text, *texts] for text in texts),
    ]
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(rows)
    return written.getvalue().encode()


@pytest.fixture
def archive(hostile_texts):
    """An archive of pages that cannot be read, under hostile names, and of one that can."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for what, text in hostile_texts.items():
            name = re.sub(r"[/\\:\x00]", "", text)[:200]
            packed.writestr(f"{name}.{what}.txt", f"{text}\n{text}")
    return kept.getvalue()


@pytest.fixture
def bring(new_page, dashboard_url):
    """A function that brings a file on a telephone and gives the page."""

    def take(name, content):
        page = new_page(width=390, height=844)
        page.goto(f"{dashboard_url}/dodaj")
        expect(page.get_by_role("button", name="Wybierz pliki")).to_be_visible()
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        page.locator("input[type=file]").set_input_files(file)
        return page

    return take


@pytest.fixture
def killing_workbook():
    """A workbook of some kilobytes whose reading asks for some 500 GB."""
    rows = b'<row><c r="A1"><v>1</v></c></row><row><c r="xfd1048576"><v>1</v></c></row>'
    output, packed = io.BytesIO(), io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        book.add_worksheet()
    with zipfile.ZipFile(output) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            filled = b"<sheetData>" + rows + b"</sheetData>"
            new.writestr(name, old.read(name).replace(b"<sheetData/>", filled))
    return packed.getvalue()


@pytest.fixture
def unharmed(settled, console_errors):
    """A function that looks at a drawn page: nothing ran or was tried, all is in its place."""

    def look(page):
        settled(page)
        assert page.evaluate("window.hacked === undefined")
        assert [line for line in console_errors if "Content Security Policy" in line] == []
        pushed = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
            .filter((node) => node.scrollWidth > node.clientWidth + 1).length"""
        assert page.evaluate(pushed) == 0
        words = page.locator(".st-key-dodaj .stHtml, .st-key-dodaj .stHtml *").all_inner_texts()
        assert [text for text in words if TURNS.search(text)] == []
        drawn = page.locator(".st-key-dodaj .stHtml :is(img, script, svg, a)")
        assert drawn.count() == 0

    return look


def test_headings_and_cells_of_a_table(bring, table, unharmed, hostile_texts):
    page = bring(f"{NAME}.csv", table)
    unused = page.locator(".st-key-dodaj .mp-quiet").last
    expect(unused).to_contain_text(hostile_texts["script"][:30])
    unharmed(page)
    page.get_by_role("button", name=re.compile("^Wczytaj")).click()
    expect(page.get_by_role("heading", name=re.compile("problem"))).to_be_visible()
    unharmed(page)


def test_names_and_lines_of_an_archive(bring, archive, unharmed):
    page = bring(f"{NAME}.zip", archive)
    page.get_by_role("button", name=re.compile("^Wczytaj")).click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    unharmed(page)


@pytest.mark.parametrize("ending", ["xlsm", "zip", "csv", "exe"])
def test_the_name_of_a_refused_file(bring, unharmed, ending):
    page = bring(f"{NAME}.{ending}", b"MZ\x00\x01")
    told = page.locator(".mp-refused:not(.mp-not-taken)")
    button = page.get_by_role("button", name=re.compile("^Wczytaj"))
    expect(told.or_(button)).to_be_visible()
    if button.is_visible():
        button.click()
    expect(told).to_contain_text("<img src=x onerror=window.hacked=1>:material-home: **b** $x$")
    unharmed(page)


def test_a_workbook_that_ends_its_reader_stops_no_other_visit(
    bring, new_page, dashboard_url, settled, killing_workbook
):
    other = new_page()
    other.goto(dashboard_url)
    settled(other)
    page = bring("tabela.xlsx", killing_workbook)
    told = page.locator(".mp-refused:not(.mp-not-taken)")
    expect(told).to_contain_text(f"tabela.xlsx: odczyt wymaga więcej pamięci niż {MAX_MB} MB")
    other.get_by_role("link", name="Analiza").first.click()
    expect(other.get_by_role("heading", name="Analiza").first).to_be_visible()
    again = bring("t.csv", "Tytuł\nA\n".encode())
    expect(again.get_by_role("button", name=re.compile("^Wczytaj"))).to_be_visible()
