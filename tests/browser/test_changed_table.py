"""An open page whose table is changed, broken, mended or replaced many times under it."""

import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect

from dashboard.explore.catalog.prepared import prepare
from dashboard.explore.similar import similar
from dashboard.practices import load_practices, save_practices
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import open_store
from geocoding import GazetteerGeocoder

BROKEN = {
    "half-written": lambda content: content[: len(content) // 2],
    "another-file": lambda _content: b"PK\x03\x04\x00\xff",
    "a-cell": lambda content: content.replace("małopolskie".encode(), b"Bawaria"),
}


@pytest.fixture
def table(repository, tmp_path):
    """A copy of the table that ships, which a test may change."""
    path = tmp_path / "practices.csv"
    shutil.copyfile(repository / "data" / "practices.csv", path)
    return path


@pytest.fixture
def replace(table):
    """A function that puts another content into the table in one step."""

    def put(content):
        fresh = table.with_suffix(".fresh")
        fresh.write_bytes(content)
        fresh.replace(table)

    return put


@pytest.fixture
def open_at(page, serve, table, settled):
    """A function that opens a page of the dashboard on the table."""

    def go(path="/"):
        page.goto(serve(table) + path)
        expect(page.locator(".st-key-licznik")).to_contain_text("praktyk")
        settled(page)
        return page

    return go


def add_practices(table, count=1):
    before = load_practices(table)
    added = make_demo(count, seed=3).assign(art=range(1, count + 1))
    save_practices(pd.concat([added, before], ignore_index=True), table)


def alike(table, number, tmp_path):
    """The titles of the practices that are like one, as a new start finds them."""
    store = open_store(str(table))
    prepared = prepare(store, DiskCache(tmp_path / "disk_cache"), GazetteerGeocoder)
    row = prepared.catalog.position_of(number)
    found = similar(prepared.catalog, row, limit=5)
    return [str(prepared.catalog.practices["title"].iloc[each.row]) for each in found]


def choose(page, title):
    page.locator(".st-key-lista").get_by_role("button", name=title).first.click()


def expect_alike(page, titles):
    buttons = page.locator(".st-key-lista-similar button")
    expect(buttons).to_have_count(len(titles))
    for button, title in zip(buttons.all(), titles, strict=True):
        expect(button).to_contain_text(title[:40])


def expect_no_raw_error(page):
    expect(page.get_by_test_id("stException")).to_have_count(0)


SEED = "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"


def test_an_import_shows_at_the_next_click_with_the_right_likeness(
    open_at, table, tmp_path, settled, console_errors
):
    page = open_at()
    add_practices(table)
    choose(page, SEED)
    expect(page.locator(".st-key-metryka h2")).to_have_text(SEED)
    expect(page.locator(".st-key-licznik")).to_contain_text("12 z 12")
    settled(page)
    expect_alike(page, alike(table, 150, tmp_path))
    expect_no_raw_error(page)
    assert console_errors == []


def test_an_import_into_the_store_shows_at_the_next_click(
    page, serve, repository, settled, tmp_path
):
    address = tmp_path / "practices.sqlite"
    store = open_store(str(address))
    shipped = load_practices(repository / "data" / "practices.csv")
    store.save(shipped[shipped["art"] != 7])
    page.goto(serve(address))
    expect(page.locator(".st-key-licznik")).to_contain_text("10 z 10")
    settled(page)
    imported = repository / "data" / "practices.csv"
    command = [sys.executable, "-m", "dashboard", "import", str(imported), "--output", str(address)]
    subprocess.run(command, check=True, capture_output=True)
    choose(page, SEED)
    expect(page.locator(".st-key-metryka h2")).to_have_text(SEED)
    expect(page.locator(".st-key-licznik")).to_contain_text("11 z 11")
    settled(page)
    expect_alike(page, alike(address, 150, tmp_path))
    expect_no_raw_error(page)


def test_a_table_of_as_many_other_practices_has_its_own_likeness(open_at, table, tmp_path, settled):
    page = open_at()
    practices = load_practices(table)
    numbers = practices["art"].tolist()
    # each number now names another practice
    save_practices(practices.assign(art=numbers[1:] + numbers[:1]), table)
    choose(page, SEED)
    expect(page.locator(".st-key-metryka h2")).not_to_have_text(SEED)
    settled(page)
    expect_alike(page, alike(table, 150, tmp_path))
    expect_no_raw_error(page)


@pytest.mark.parametrize("fault", BROKEN)
def test_a_table_that_is_broken_and_mended(open_at, table, replace, fault, settled):
    page = open_at()
    whole = table.read_bytes()
    replace(BROKEN[fault](whole))
    choose(page, SEED)
    expect(page.get_by_text("Nie można pokazać danych")).to_be_visible()
    settled(page)
    expect_no_raw_error(page)
    replace(whole)
    page.reload()
    expect(page.locator(".st-key-licznik")).to_contain_text("11 z 11")


def test_a_missing_table_is_told_in_the_language_of_the_reader(open_at, table, settled):
    page = open_at()
    page.goto(page.url.split("?")[0] + "?lang=en")
    expect(page.locator(".st-key-licznik")).to_contain_text("11 of 11")
    settled(page)
    kept = table.read_bytes()
    table.unlink()
    choose(page, SEED)
    expect(page.get_by_text("The data cannot be shown")).to_be_visible()
    expect_no_raw_error(page)
    table.write_bytes(kept)


@pytest.mark.parametrize(
    ("path", "act"),
    [
        pytest.param(
            "/analiza?p=150",
            lambda page: page.get_by_role("button", name="Następna").click(),
            id="analysis",
        ),
        pytest.param(
            "/jakosc",
            lambda page: page.locator(".st-key-jakosc-filtry button").first.click(),
            id="quality",
        ),
        pytest.param(
            "/wybrane?wybrane=150,28",
            lambda page: page.get_by_role("button", name="Usuń", exact=True).first.click(),
            id="shortlist",
        ),
    ],
)
def test_every_page_shows_the_new_table_at_the_next_click(open_at, table, settled, path, act):
    page = open_at(path)
    add_practices(table)
    act(page)
    settled(page)
    expect_no_raw_error(page)
    expect(page.locator(".st-key-licznik")).to_contain_text("12 praktyk")


def test_the_slides_go_on_in_the_new_table(page, serve, table, settled):
    page.goto(f"{serve(table)}/?prezentacja=1")
    place = page.locator(".mp-slide-place")
    expect(place).to_have_text("1 z 11")
    frame = page.frame_locator(".st-key-mapa iframe")
    expect(frame.locator(".leaflet-control-attribution")).to_be_visible()
    expect(page.get_by_role("button", name="Zakończ (Esc)", exact=True)).to_be_attached()
    settled(page)  # only then are the keys listened to
    add_practices(table)
    page.keyboard.press("ArrowRight")
    expect(place).to_have_text("3 z 12")  # the practice that was added is the first one
    settled(page)
    expect_no_raw_error(page)


def test_a_file_that_is_asked_for_comes_though_the_table_was_replaced(
    open_at, table, take, settled
):
    page = open_at()
    add_practices(table)
    name, content = take(page, re.compile("^CSV .wiersz na praktykę"))
    assert name.endswith(".csv")
    assert content
    settled(page)
    expect(page.locator(".st-key-licznik")).to_contain_text("12 z 12")


def test_a_card_that_is_asked_for_comes_though_the_table_was_replaced(open_at, table, settled):
    page = open_at("/?p=150")
    add_practices(table)
    with page.expect_download() as caught:
        page.locator(".st-key-card-pdf button").click()
    assert Path(caught.value.path()).read_bytes().startswith(b"%PDF")
    settled(page)
    expect(page.locator(".st-key-licznik")).to_contain_text("12 z 12")


def test_under_a_table_that_is_replaced_all_the_time(open_at, table, replace, tmp_path, settled):
    page = open_at()
    contents = [table.read_bytes()]
    for count in (1, 2):
        table.write_bytes(contents[0])
        add_practices(table, count)
        contents.append(table.read_bytes())
    ended = threading.Event()

    def go_on():
        at = 0
        while not ended.wait(0.1):
            at += 1
            replace(contents[at % 3])

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        for _ in range(6):
            for title in (SEED, "Biblioteka Publiczna"):
                choose(page, title)
                expect(page.locator(".st-key-metryka h2")).to_contain_text(title[:20])
                settled(page)
                expect_no_raw_error(page)
    finally:
        ended.set()
        thread.join()
    replace(contents[1])
    choose(page, SEED)
    settled(page)
    expect(page.locator(".st-key-licznik")).to_contain_text("12 z 12")
    expect_alike(page, alike(table, 150, tmp_path))
