"""The map in one file, opened from the disk while the network is off."""

import datetime as dt

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export.provenance import Provenance
from dashboard.export.request import ExportRequest
from dashboard.export.standalone import map_html
from dashboard.locale import texts_in
from dashboard.practices import load_practices, locate
from geocoding import GazetteerGeocoder

SEED = "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"
ALONE = "Koszaliński system oceny przedszkoli i szkół"
HOSTILE = "</script><script>window.hit=1</script><img src=x onerror='window.hit=1'>"


@pytest.fixture(scope="module")
def catalog(repository):
    """The practices that ship with the dashboard; the texts of number 28 mean harm."""
    practices = load_practices(repository / "data" / "practices.csv")
    practices.loc[practices["art"] == 28, ["title", "summary", "unit"]] = HOSTILE
    return build_catalog(practices, locate(practices, GazetteerGeocoder()))


@pytest.fixture
def open_file(catalog, new_page, tmp_path):
    """A function that writes the file and opens it in a browser that can reach nothing else."""

    def open_at(language="pl", **size):
        order = ExportRequest(
            catalog=catalog,
            mask=np.ones(len(catalog), dtype=bool),
            filters=Filters(),
            question=Question(
                level=Level.VOIVODESHIP,
                measure=PracticeMeasure.PRACTICES,
                breaks=Breaks.NATURAL,
                has_points=False,
            ),
            provenance=Provenance(
                made_at=dt.datetime(2026, 3, 1, 12, 30, tzinfo=dt.UTC),
                dataset="Praktyki z tabeli",
                filters=(),
                shown=len(catalog),
                total=len(catalog),
                has_contacts=False,
                has_examples=False,
            ),
            texts=texts_in(language),
        )
        path = tmp_path / "mapa.html"
        path.write_bytes(map_html(order, lambda _done, _of: None))
        page = new_page(**size)
        page.context.set_offline(True)
        page.context.route("http*://**/*", lambda route: route.abort())
        page.goto(path.as_uri())
        return page

    return open_at


def mark(page, title):
    return page.locator("#map").get_by_role("button", name=title)


def card(page):
    return page.locator("#card")


def entries(page):
    return page.locator(".list li")


def test_a_mark_opens_its_card_and_the_list_moves_the_map(open_file, console_errors):
    page = open_file()
    mark(page, ALONE).click()
    expect(card(page).get_by_role("heading", level=2)).to_have_text(ALONE)
    expect(page.get_by_text(f"Wybrano praktykę: {ALONE}")).to_be_attached()
    page.get_by_role("button", name="Zamknij").click()
    expect(card(page)).to_be_hidden()
    expect(page.locator(".list :focus")).to_contain_text(ALONE)
    page.locator(".list").get_by_role("button", name=SEED).click()
    expect(card(page).locator("h2:focus")).to_have_text(SEED)
    expect(card(page)).to_contain_text("23 listopada 2009")
    expect(card(page).locator(".places")).to_contain_text("Dopasowano: Bochnia")
    expect(mark(page, SEED)).to_be_in_viewport()
    assert console_errors == []


def test_filters_leave_the_same_on_the_map_and_in_the_list(open_file, console_errors):
    page = open_file()
    expect(page.locator("#count")).to_have_text("11 z 11 praktyk")
    page.get_by_label("Szukaj").fill("BOCHNI")
    expect(page.locator("#count")).to_have_text("1 z 11 praktyk")
    expect(entries(page)).to_have_count(1)
    expect(mark(page, SEED)).to_be_in_viewport()
    page.get_by_role("button", name="Wyczyść filtry").click()
    page.get_by_label("Województwo").select_option("małopolskie")
    expect(page.locator("#count")).to_have_text("2 z 11 praktyk")
    page.get_by_label("Dział").select_option("Efektywność energetyczna")
    expect(page.locator("#count")).to_have_text("0 z 11 praktyk")
    expect(entries(page)).to_have_text(
        ["Żadna praktyka nie spełnia filtrów. Zmień je albo wyczyść."]
    )
    assert console_errors == []


def test_hostile_texts_do_nothing_but_stand_there(open_file, console_errors):
    page = open_file()
    page.locator(".list").get_by_role("button", name="window.hit").click()
    expect(card(page).get_by_role("heading", level=2)).to_have_text(HOSTILE)
    mark(page, "window.hit").hover()
    expect(page.locator(".leaflet-tooltip")).to_contain_text(HOSTILE)
    assert page.evaluate("window.hit === undefined")
    assert page.evaluate("document.images.length") == 0
    assert console_errors == []


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("width", [1440, 390])
def test_no_rule_of_axe_is_broken(open_file, language, width):
    page = open_file(language, width=width, height=844)
    page.locator(".list").get_by_role("button", name=SEED).click()
    expect(card(page)).to_be_visible()
    broken = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
