"""Regional coverage in a browser: down into a county and back, and the presentation."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def regions():
    """A function that waits for the map of a page and gives its frame."""

    def find(page):
        frame = page.frame_locator(".st-key-mapa-pokrycie iframe")
        expect(frame.locator("path.mp-cover").first).to_be_visible()
        return frame

    return find


def region(frame, name):
    return frame.locator(f'path.mp-cover[aria-label^="{name}."]')


def test_from_the_country_to_a_county_and_back(
    page, dashboard_url, regions, settled, console_errors
):
    page.goto(f"{dashboard_url}/pokrycie?dane=demo")
    frame = regions(page)
    page.locator(".st-key-mapa-pokrycie iframe").evaluate("node => (node.dataset.kept = 'yes')")
    expect(frame.locator("path.mp-cover.leaflet-interactive")).to_have_count(16)
    region(frame, "małopolskie").click()
    expect(frame.locator("path.mp-cover.leaflet-interactive")).to_have_count(22)
    expect(page).to_have_url(re.compile(r"woj=ma%C5%82opolskie"))
    expect(frame.locator(".mp-legend")).to_contain_text("przybliżone")
    region(frame, "bocheński").press("Enter")
    expect(page).to_have_url(re.compile(r"powiat=.*boche"))
    expect(frame.locator("path.mp-cover.leaflet-interactive")).to_have_count(9)
    page.locator(".st-key-ranking").get_by_role("button", name="Drwinia").click()
    expect(page).to_have_url(re.compile(r"gmina=.*Drwinia"))
    expect(region(frame, "Drwinia")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Polska", exact=True).click()
    expect(frame.locator("path.mp-cover.leaflet-interactive")).to_have_count(16)
    kept = page.locator(".st-key-mapa-pokrycie iframe").get_attribute("data-kept")
    assert kept == "yes", "the map was built anew"
    settled(page)
    assert [
        error for error in console_errors if "_stcore" not in error and "404" not in error
    ] == []


def test_regions_have_patterns_and_arrows_go_between_them(page, dashboard_url, regions):
    page.goto(f"{dashboard_url}/pokrycie?miara=rok")
    frame = regions(page)
    fills = {
        name: region(frame, name).evaluate("node => node.style.fill")
        for name in ("lubelskie", "śląskie", "małopolskie")
    }
    assert fills == {
        "lubelskie": 'url("#mp-zero")',
        "śląskie": 'url("#mp-unknown")',
        "małopolskie": "",
    }
    region(frame, "śląskie").press("ArrowRight")
    focused = frame.locator("path.mp-cover:focus")
    expect(focused).to_have_attribute("aria-label", re.compile("^świętokrzyskie"))
    tooltip = frame.locator(".leaflet-tooltip", has_text="świętokrzyskie")
    expect(tooltip).to_contain_text("Najnowsza: brak praktyk")


def test_one_key_presents_and_another_leaves(page, dashboard_url, regions):
    page.goto(f"{dashboard_url}/pokrycie?dane=demo")
    regions(page)
    expect(page.get_by_role("button", name="Prezentacja (F8)")).to_be_visible()
    page.keyboard.press("F8")
    expect(page).to_have_url(re.compile("prezentacja=1"))
    expect(page.locator(".st-key-naglowek")).to_be_hidden()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Liczba praktyk")
    expect(page.get_by_role("button", name="Zakończ (Esc)")).to_be_attached()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1)).to_have_text("Praktyki na 100 tys. mieszkańców")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-naglowek")).to_be_visible()
    expect(page).not_to_have_url(re.compile("prezentacja"))
