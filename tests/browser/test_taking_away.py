"""From a filter to files on the reader's disk, each made in the background."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo

OPENINGS = {
    "XLSX": b"PK",
    "PNG": b"\x89PNG",
    "PPTX": b"PK",
    "PDF (mapa regionów)": b"%PDF-",
    "PDF (metryki)": b"%PDF-",
    "HTML": b"<!DOCTYPE html>",
}


@pytest.fixture
def many_url(serve, tmp_path_factory):
    """The address of the dashboard on practices whose record cards take a while to print."""
    table = tmp_path_factory.mktemp("many") / "many.csv"
    save_practices(make_demo(900, seed=7), table)
    return serve(table)


def open_formats(page, *, shows):
    """Open the formats by the keyboard."""
    page.get_by_role("button", name="Pobierz", exact=True).press("Enter")
    expect(page.locator(".st-key-pobierz-formaty")).to_contain_text(shows)


def test_what_the_filters_leave_is_taken_in_every_form(
    page, dashboard_url, take, settled, console_errors
):
    page.goto(f"{dashboard_url}/?woj=małopolskie")
    expect(page.locator(".st-key-licznik")).to_have_text(re.compile(r"^2 z 11 praktyk"))
    open_formats(page, shows="PPTX")
    files = {form: take(page, re.compile(f"^{re.escape(form)}")) for form in OPENINGS}
    tray = page.locator(".st-key-pliki")
    expect(tray.get_by_role("listitem").filter(has_text=".html")).to_contain_text("gotowy")
    wrong = [form for form, (_, file) in files.items() if not file.startswith(OPENINGS[form])]
    assert wrong == []
    names = [name for name, _ in files.values()]
    assert [re.sub(r"-\d{4}-\d\d-\d\d", "", name) for name in names] == [
        "praktyki-wojewodztwo-malopolskie.xlsx",
        *(f"pokrycie-wojewodztwo-malopolskie-praktyki.{end}" for end in ("png", "pptx", "pdf")),
        "metryki-wojewodztwo-malopolskie.pdf",
        "mapa-praktyk-wojewodztwo-malopolskie.html",
    ]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(files["XLSX"][1])).get_sheet_by_index(0)
    assert len(rows.to_python()) == 1 + 2
    with zipfile.ZipFile(io.BytesIO(files["PPTX"][1])) as deck:
        slides = "".join(
            deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/s")
        )
    assert "małopolskie" in slides
    assert "Promocja kultury" in files["HTML"][1].decode()
    settled(page)
    assert console_errors == []


def test_the_card_of_the_selected_practice_is_taken_as_a_document(page, dashboard_url):
    page.goto(f"{dashboard_url}/?p=150")
    expect(page.locator(".st-key-metryka")).to_contain_text("Promocja kultury")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Metryka w PDF").click()
    assert re.fullmatch(r"metryka-150-\d{4}-\d\d-\d\d\.pdf", caught.value.suggested_filename)
    assert caught.value.path().read_bytes().startswith(b"%PDF-")


def test_a_long_one_is_cancelled_and_another_is_taken(page, many_url, take):
    page.goto(many_url)
    expect(page.locator(".st-key-licznik")).to_have_text(re.compile(r"^900 z 900 praktyk"))
    open_formats(page, shows="PPTX")
    downloads = []
    page.on("download", lambda each: downloads.append(each.suggested_filename))
    page.get_by_role("button", name="PDF (metryki)").press("Enter")
    row = page.locator(".st-key-pliki").get_by_role("listitem")
    expect(row).to_contain_text("w przygotowaniu")
    expect(row.get_by_role("progressbar")).to_be_visible()
    row.get_by_role("button", name=re.compile("^Anuluj")).press("Enter")
    expect(row).to_have_count(0)
    name, _ = take(page, re.compile("^CSV .wiersz na praktykę"))
    assert name.endswith(".csv")
    assert downloads == [name]


def test_an_empty_selection_says_what_to_do(page, dashboard_url, settled):
    page.goto(f"{dashboard_url}/wybrane")
    expect(page.get_by_text("Lista jest pusta.")).to_be_visible()
    open_formats(page, shows="Nie ma jeszcze wybranych praktyk.")
    settled(page)
    expect(page.get_by_role("button", name=re.compile("^CSV"))).to_have_count(0)


def test_another_page_opens_while_the_formats_are_open(
    page, dashboard_url, settled, console_errors
):
    page.goto(f"{dashboard_url}/?woj=małopolskie")
    expect(page.locator(".st-key-licznik")).to_have_text(re.compile(r"^2 z 11 praktyk"))
    open_formats(page, shows="PPTX")
    page.get_by_label("z osobami kontaktowymi").check()
    page.get_by_role("link", name="Pokrycie").click()
    expect(page.locator(".st-key-ranking")).to_contain_text("bocheński")
    settled(page)
    open_formats(page, shows="PPTX")
    expect(page.get_by_label("z osobami kontaktowymi")).not_to_be_checked()
    assert console_errors == []


def test_a_press_on_a_format_keeps_the_focus_and_the_formats(page, dashboard_url, take):
    page.goto(dashboard_url)
    open_formats(page, shows="PPTX")
    take(page, re.compile("^CSV .wiersz na praktykę"))
    expect(page.locator(".st-key-pliki").get_by_role("listitem")).to_contain_text("gotowy")
    expect(page.get_by_role("button", name=re.compile("^CSV .wiersz na praktykę"))).to_be_focused()
