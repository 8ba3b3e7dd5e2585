"""An analyst's whole task: slice by population, read the table, take the rows away."""

import io
import re

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo

CONTACTS = {"Osoby kontaktowe", "Telefony", "Adresy e-mail"}
TOWNS = "20\xa0000–49\xa0999"


@pytest.fixture
def towns():
    """The made-up practices of urban communes of 20-50 thousand, by population."""
    practices = make_demo(DEMO_ROWS, seed=DEMO_SEED)
    is_town = practices["unit_type"] == "gmina miejska"
    found = practices[is_town & practices["population"].between(20_000, 49_999)]
    return found.sort_values("population", kind="stable")


def part(page, name):
    return page.locator(f".st-key-part-{name}")


def choose(page, label, option):
    """Take an option of a select box on a page that has been drawn: the box opens where it is."""
    box = page.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    box.click()
    page.get_by_role("option", name=option, exact=True).click()


def choose_columns(page, *names):
    """Show these columns of the table and no others."""
    chosen = page.locator(".st-key-analysis-columns")
    chosen.get_by_role("button", name="Usuń wszystkie").click()
    for name in names:
        box = chosen.get_by_role("combobox")
        box.fill(name)
        page.get_by_role("option", name=name, exact=True).click()
    page.keyboard.press("Escape")
    headings = part(page, "table").locator("[role=columnheader]")
    expect(headings).to_have_text(["Karta", *names])


def cells(page, number):
    """The cells of one of the table's columns, counted from 1, as a screen reader has them."""
    return part(page, "table").locator(f'[role=gridcell][aria-colindex="{number}"]')


def sheets_of(content):
    """The rows of the sheet of practices, as dictionaries, and the pairs of the one about it."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    headings, *rows = book.get_sheet_by_name("Praktyki").to_python()
    about = dict(row[:2] for row in book.get_sheet_by_name("O pliku").to_python())
    return [dict(zip(headings, row, strict=True)) for row in rows], about


def test_from_the_example_data_to_the_rows_in_a_file(page, dashboard_url, towns, take, rows_of):
    """Which urban communes of 20-50 thousand did what? Sort, open one, take them away."""
    page.goto(dashboard_url + "/analiza?uzupelnij=nie")
    counter = page.locator(".st-key-licznik")
    expect(counter).to_have_text(re.compile(r"^11 z 11 praktyk"))
    expect(part(page, "table").locator("[role=columnheader]").first).to_be_attached()
    choose(page, "Dane", "Dane przykładowe")
    expect(counter).to_have_text(re.compile(r"^480 z 480 praktyk"))
    town = part(page, "sizes").get_by_role("button", name=TOWNS, exact=True)
    town.click()
    expect(town).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"ludnosc=20000-49999"))
    part(page, "types").get_by_role("button", name="gmina miejska", exact=True).click()
    counted = re.compile(rf"^{len(towns)} z 480 praktyk")
    expect(counter).to_have_text(counted)
    expect(page).to_have_url(re.compile(r"typ=gmina\+miejska"))

    choose_columns(page, "Mieszkańcy", "Powiat", "Tytuł")
    table = part(page, "table").get_by_test_id("stDataFrame")
    table.click(position={"x": 130, "y": 18})
    figures = [str(population) for population in towns["population"]]
    expect(cells(page, 2).first).to_have_text(figures[0])
    drawn = cells(page, 2).all_inner_texts()  # the table draws the rows in sight
    assert drawn == figures[: len(drawn)]
    table.click(position={"x": 35, "y": 53})
    card = page.locator(".st-key-metryka h2").first
    expect(card).to_have_text(towns["title"].iloc[0])
    expect(page).to_have_url(re.compile(rf"[?&]p={towns['art'].iloc[0]}\b"))

    name, content = take(page, re.compile("^CSV .wiersz na praktykę"))
    rows = rows_of(content)
    assert name.endswith(".csv")
    assert sorted(int(row["Numer praktyki"]) for row in rows) == sorted(towns["art"])
    assert "Liczba mieszkańców: od 20\xa0000 do 49\xa0999" in rows[0]["Pochodzenie"]
    assert not CONTACTS & set(rows[0])
    name, content = take(page, re.compile("^XLSX"))
    rows, about = sheets_of(content)
    assert name.endswith(".xlsx")
    assert sorted(row["Numer praktyki"] for row in rows) == sorted(towns["art"])
    assert about["Typ jednostki"] == "gmina miejska"
    assert about["Liczba mieszkańców"] == "od 20\xa0000 do 49\xa0999"
    assert not CONTACTS & set(rows[0])

    page.reload()
    expect(counter).to_have_text(counted)
    expect(town).to_have_attribute("aria-pressed", "true")
    expect(card).to_have_text(towns["title"].iloc[0])
