"""The page 'Jakość danych' in a real browser: from a row to its review and a correction."""

import csv
import re

import pytest
from playwright.sync_api import expect

ROWS = "art,section,title,locality,county,voivodeship\n1,Kultura,Dom kultury,Nowa Wieś,,\n"


@pytest.fixture
def open_quality(page, dashboard_url):
    """A function that opens the page and waits until its map is there."""

    def open_at(path="/jakosc", on=page, url=dashboard_url):
        on.goto(url + path)
        expect(frame(on).locator(".leaflet-control-attribution")).to_be_visible()
        return on

    return open_at


@pytest.fixture(scope="session")
def ambiguous_url(serve, tmp_path_factory):
    """The address of a dashboard on one practice whose place may be any of many."""
    table = tmp_path_factory.mktemp("ambiguous") / "practices.csv"
    table.write_text(ROWS, encoding="utf-8")
    return serve(table)


def frame(page):
    return page.frame_locator('[class*="st-key-mapa"] iframe')


def in_address(text):
    return re.compile(re.escape(text))


def latitude(page):
    return page.get_by_label("Szerokość geogr.")


def test_a_row_opens_its_review_and_the_focus_goes_there_and_back(
    open_quality, settled, console_errors
):
    page = open_quality()
    row = page.get_by_role("table", name="Położenia").get_by_role("button", name="nr 596 · Liszki")
    row.press("Enter")
    expect(page.get_by_role("heading", name="Sprawdzenie położenia")).to_be_focused()
    expect(page).to_have_url(in_address("przeglad=596"))
    page.get_by_role("button", name="Wróć do przeglądu").click()
    expect(row).to_be_focused()
    expect(page).not_to_have_url(in_address("przeglad"))
    settled(page)
    assert [error for error in console_errors if "404" not in error] == []


def test_choices_are_in_the_address_and_survive_another_page(open_quality):
    page = open_quality()
    page.get_by_role("button", name="brak miejsca w źródle (1)").click()
    expect(page).to_have_url(in_address("stan=skipped"))
    table = page.get_by_role("table", name="Położenia")
    expect(table.get_by_role("row")).to_have_count(2)
    page.get_by_role("link", name="O danych").click()
    expect(page.get_by_role("heading", name="O danych", level=1)).to_be_visible()
    page.get_by_role("link", name="Jakość danych").click()
    expect(table.get_by_role("row")).to_have_count(2)


def test_a_candidate_is_chosen_by_keyboard_on_the_map_and_in_the_list(open_quality, ambiguous_url):
    page = open_quality("/jakosc?przeglad=1", url=ambiguous_url)
    frame(page).get_by_role("button", name="2. Nowa Wieś").press("Enter")
    chosen = page.locator('[aria-pressed="true"]')
    expect(chosen).to_contain_text("Nowa Wieś")
    expect(chosen).to_have_attribute("id", "choice-2")
    expect(frame(page).locator(".mp-chosen")).to_have_text("2")
    page.locator("#choice-3").click()
    expect(frame(page).locator(".mp-chosen")).to_have_text("3")


def test_a_click_on_the_ground_becomes_a_row_of_the_file(open_quality, ambiguous_url, tmp_path):
    page = open_quality("/jakosc?przeglad=1", url=ambiguous_url)
    expect(latitude(page)).to_have_value("")
    expect(frame(page).get_by_role("button", name="1. Nowa Wieś")).to_be_visible()
    frame(page).locator("#map_div").click(position={"x": 330, "y": 310})
    expect(latitude(page)).not_to_have_value("")
    expect(frame(page).locator(".mp-cross")).to_be_visible()
    before = latitude(page).input_value()
    page.get_by_label("Powód").fill("pokazał urząd, „przy rynku”")
    page.get_by_role("button", name="Dodaj do poprawek").click()
    expect(page.get_by_text("1 poprawka z tej wizyty")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Pobierz overrides.csv").click()
    download.value.save_as(tmp_path / "overrides.csv")
    with (tmp_path / "overrides.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], row["address"], row["precision"]) for row in rows] == [
        ("1", "Nowa Wieś", "building")
    ]
    assert float(rows[0]["lat"]) == float(before)
    assert rows[0]["reason"] == "pokazał urząd, „przy rynku”"


@pytest.mark.parametrize("path", ["/jakosc", "/jakosc?przeglad=596/2", "/o-danych"])
def test_nothing_is_wider_than_a_telephone(new_page, dashboard_url, settled, path):
    page = new_page(width=390, height=844)
    page.goto(dashboard_url + path)
    expect(page.locator(".st-key-stopka footer")).to_be_visible()
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
