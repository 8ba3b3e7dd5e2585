"""Taking practices away and bringing one's own in, in a real browser."""

import re

from playwright.sync_api import expect

TABLE = "Tytuł;Miejscowość;Kod pocztowy\n=Autobus;Liszki;32-060\nBiblioteka;Bochnia;32-700\n"


def test_the_filtered_practices_are_taken_with_contacts_only_when_ticked(
    page, dashboard_url, take, rows_of
):
    page.goto(f"{dashboard_url}/?woj=małopolskie&szukaj=promocja")
    expect(page.locator(".st-key-licznik")).to_have_text(re.compile(r"^1 z 11 praktyk"))
    name, content = take(page, re.compile("^CSV .wiersz na praktykę"))
    (row,) = rows_of(content)
    assert re.fullmatch(r"praktyki-wojewodztwo-malopolskie-\d{4}-\d\d-\d\d\.csv", name)
    assert row["Numer praktyki"] == "150"
    assert "Województwo: małopolskie" in row["Pochodzenie"]
    assert "Osoby kontaktowe" not in row
    page.get_by_text("z osobami kontaktowymi").click()
    expect(page.get_by_text("Plik będzie zawierał dane osobowe.")).to_be_visible()
    _, content = take(page, re.compile("^CSV .wiersz na praktykę"))
    assert rows_of(content)[0]["Osoby kontaktowe"]


def test_own_practices_come_onto_the_map_of_this_visitor_alone(
    new_page, dashboard_url, settled, console_errors
):
    page = new_page()
    page.goto(f"{dashboard_url}/dodaj")
    table = {"name": "tabela.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    expect(page.get_by_role("button", name="Wybierz pliki")).to_be_visible()
    page.locator("input[type=file]").set_input_files(table)
    page.get_by_role("button", name="Wczytaj 2 wiersze").click()
    expect(page.get_by_text("Wczytano 2 praktyki z 2.")).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Pobierz gotową tabelę").click()
    assert caught.value.suggested_filename == "practices.csv"
    assert caught.value.path().read_bytes().startswith(b"art,url,section")
    page.get_by_role("link", name="Pokaż na mapie").click()
    expect(page).to_have_url(re.compile("dane=wlasne"))
    expect(page.locator(".st-key-licznik")).to_have_text(re.compile(r"^2 z 2 praktyk"))
    expect(page.locator(".st-key-lista").get_by_role("button", name="=Autobus")).to_be_visible()
    other = new_page()
    other.goto(page.url)
    expect(other.locator(".st-key-licznik")).to_have_text(re.compile(r"^11 z 11 praktyk"))
    expect(other.get_by_text("danych, których tu nie ma")).to_be_visible()
    settled(page)
    settled(other)
    assert [error for error in console_errors if "404" not in error] == []
