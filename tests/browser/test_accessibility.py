"""Every page against the rules of axe-core: names, contrast, landmarks, headings, focus."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGES = [
    pytest.param("/", id="map"),
    pytest.param("/?p=150&woj=małopolskie&moja=Bochnia&promien=50", id="map with card and filters"),
    pytest.param("/?dane=demo&moja=120101&gminygrupy=1", id="map with a group of units"),
    pytest.param("/?szukaj=nic-takiego", id="map without a result"),
    pytest.param("/?prezentacja=1&p=150", id="slide show"),
    pytest.param("/analiza?dane=demo", id="analysis"),
    pytest.param("/analiza?szukaj=nic-takiego", id="analysis without a result"),
    pytest.param("/wybrane", id="empty short list"),
    pytest.param("/wybrane?wybrane=150,596", id="short list"),
    pytest.param("/jakosc", id="quality"),
    pytest.param("/jakosc?przeglad=596/2", id="review of a place"),
    pytest.param("/dodaj", id="add"),
    pytest.param("/dodaj?dane=demo", id="example data"),
    pytest.param("/pokrycie", id="coverage"),
    pytest.param("/pokrycie?dane=demo&woj=lubuskie&miara=rok", id="coverage of counties"),
    pytest.param("/pokrycie?dane=demo&prezentacja=1&doroku=2014", id="presentation of coverage"),
    pytest.param("/pokrycie?dane=demo&prezentacja=1&region=lubuskie", id="slide show of regions"),
    pytest.param("/o-danych", id="about"),
]
BACKGROUNDS = {"light": "rgb(251, 250, 246)", "dark": "rgb(20, 27, 32)"}
"""Of the application in each colour scheme, as .streamlit/config.toml has it."""
NONE_BROKEN = {scheme: [] for scheme in BACKGROUNDS}
AXE = {"rules": {"target-size": {"enabled": True}}}
"""Its rules with that of WCAG 2.2 which is off by itself."""
TELEPHONE = {"width": 390, "height": 844}
ON_A_TELEPHONE = ("/?p=150", "/pokrycie?dane=demo", "/analiza?dane=demo", "/dodaj")
NOT_NAMED = '[data-testid="stFileUploaderDropzone"][role="presentation"]'
"""What Streamlit draws in a way that a rule forbids, until the page's own script mends it."""


@pytest.fixture
def open_page(settled):
    """A function that opens an address and waits until all there is drawn and has its name."""

    def open_at(page, address):
        page.goto(address)
        expect(page.locator(".st-key-stopka footer")).to_be_attached()
        expect(page.locator(".st-key-page-tools button:not([hidden])")).to_be_attached()
        settled(page)
        expect(page.locator(NOT_NAMED)).to_have_count(0)
        if "/analiza?dane" in address:
            expect(page.locator('[data-testid="stVegaLiteChart"] svg[aria-hidden]')).to_be_visible()
        if "/dodaj" in address:
            expect(page.get_by_role("button", name="Wybierz pliki")).to_be_visible()

    return open_at


@pytest.fixture
def broken_rules(settled):
    """A function that gives the rules that a drawn page breaks, by its colour scheme, with where.

    The page is looked at in the light scheme and then, as it stands, in the dark one.
    """

    def look(page):
        broken = {}
        for scheme, background in BACKGROUNDS.items():
            page.emulate_media(color_scheme=scheme)
            expect(page.get_by_test_id("stApp")).to_have_css("background-color", background)
            frames = [frame for frame in page.frames if "st_folium" in frame.url]
            for frame in frames:
                expect(frame.locator(f":root[data-theme={scheme}]")).to_be_attached()
            settled(page)
            rules = Axe().run(page, options=AXE).response["violations"]
            broken[scheme] = [
                (rule["id"], [node["html"] for node in rule["nodes"]]) for rule in rules
            ]
        return broken

    return look


@pytest.mark.parametrize("path", PAGES)
def test_no_rule_of_axe_is_broken(page, open_page, dashboard_url, broken_rules, path):
    open_page(page, dashboard_url + path)
    if path.startswith(("/?", "/jakosc", "/pokrycie")) or path == "/":
        maps = page.frame_locator('[class*="st-key-mapa"] iframe')
        expect(maps.locator(".leaflet-control-attribution")).to_be_visible()
    assert broken_rules(page) == NONE_BROKEN


@pytest.mark.parametrize("path", ON_A_TELEPHONE)
def test_no_rule_is_broken_on_a_telephone(page, open_page, dashboard_url, broken_rules, path):
    page.set_viewport_size(TELEPHONE)
    open_page(page, dashboard_url + path)
    assert broken_rules(page) == NONE_BROKEN


def test_no_rule_is_broken_by_the_formats_and_the_files(
    page, open_page, dashboard_url, broken_rules, take
):
    open_page(page, dashboard_url)
    page.get_by_role("button", name="Pobierz", exact=True).press("Enter")
    expect(page.locator(".st-key-pobierz-formaty")).to_contain_text("PPTX")
    assert broken_rules(page) == NONE_BROKEN
    take(page, re.compile("^GeoJSON"))
    expect(page.locator(".st-key-pliki").get_by_role("listitem")).to_contain_text("gotowy")
    assert broken_rules(page) == NONE_BROKEN


def test_no_rule_is_broken_by_suggestions(page, open_page, dashboard_url, broken_rules):
    open_page(page, dashboard_url)
    page.get_by_role("combobox", name="Jednostka, miejscowość").fill("bochnia")
    expect(page.get_by_role("option").first).to_be_visible()
    assert broken_rules(page) == NONE_BROKEN


@pytest.mark.parametrize("scheme", BACKGROUNDS)
@pytest.mark.parametrize("path", ["/deklaracja", "/deklaracja?lang=en", "/prywatnosc"])
def test_no_rule_is_broken_by_the_pages_without_scripts(page, dashboard_url, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(dashboard_url + path)
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("part", ["mapa", "lista", "karta&p=150"])
def test_no_rule_is_broken_by_an_embedded_part(page, settled, dashboard_url, broken_rules, part):
    page.goto(f"{dashboard_url}/?osadzenie={part}")
    expect(page.get_by_role("link", name=re.compile("nowa karta"))).to_be_visible()
    settled(page)
    assert broken_rules(page) == NONE_BROKEN


def test_no_rule_is_broken_by_the_dialog_of_embedding(page, open_page, serve, broken_rules):
    open_page(page, f"{serve(None, '--embed-in', 'https://www.example.org')}/o-danych")
    page.get_by_role("button", name="Osadź na stronie").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert broken_rules(page) == NONE_BROKEN
