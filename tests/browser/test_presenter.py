"""A presenter's whole task: show the regions to a room by the keyboard, send the link on."""

import re

import pytest
from playwright.sync_api import expect

MEASURES = (
    "Liczba praktyk",
    "Praktyki na 100 tys. mieszkańców",
    "Powiaty z co najmniej jedną praktyką (udział)",
    "Gminy z co najmniej jedną praktyką (udział)",
    "Jednostki z praktyką",
    "Rok najnowszej praktyki",
)


def regions(page):
    """The regions of the map that can be chosen."""
    frame = page.frame_locator(".st-key-mapa-pokrycie iframe")
    return frame.locator("path.mp-cover.leaflet-interactive")


def region(page, name):
    """A region of the map by its name."""
    frame = page.frame_locator(".st-key-mapa-pokrycie iframe")
    return frame.locator(f'path.mp-cover[aria-label^="{name}."]')


def test_from_the_country_to_a_county_before_a_room(page, new_page, dashboard_url):
    """How is help spread over the country, and over Małopolska? All by keyboard, then the link."""
    page.goto(f"{dashboard_url}/pokrycie?dane=demo")
    expect(regions(page)).to_have_count(16)
    present = page.get_by_role("button", name="Prezentacja (F8)")
    expect(present).to_be_visible()
    page.keyboard.press("F8")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(MEASURES[0])
    expect(page).to_have_url(re.compile("prezentacja=1"))
    expect(page.get_by_role("button", name="Zakończ (Esc)")).to_be_attached()
    for measure in (*MEASURES[1:], MEASURES[0]):
        page.keyboard.press("ArrowRight")
        expect(heading).to_have_text(measure)
    page.keyboard.press("ArrowLeft")
    expect(heading).to_have_text(MEASURES[-1])
    page.keyboard.press("Escape")
    expect(heading).to_have_text("Pokrycie")
    expect(page).not_to_have_url(re.compile("prezentacja"))

    region(page, "małopolskie").press("Enter")
    expect(regions(page)).to_have_count(22)
    expect(page).to_have_url(re.compile("woj=ma%C5%82opolskie"))
    other = new_page()
    other.goto(page.url)
    expect(regions(other)).to_have_count(22)
    expect(other.get_by_role("combobox", name="Miara")).to_have_value(MEASURES[-1])
    expect(other.locator(".st-key-licznik")).to_have_text(
        page.locator(".st-key-licznik").inner_text()
    )

    page.get_by_role("button", name="Polska", exact=True).press("Enter")
    expect(regions(page)).to_have_count(16)
    expect(page).not_to_have_url(re.compile("woj="))


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)], ids="{0[0]}x{0[1]}".format)
def test_a_small_projector_shows_the_whole_ranking_and_the_names(page, dashboard_url, size):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{dashboard_url}/pokrycie?dane=demo&prezentacja=1")
    expect(regions(page)).to_have_count(16)
    rows = page.locator(".st-key-ranking tbody tr")
    expect(rows).to_have_count(16)
    last = rows.last.bounding_box()
    assert last["y"] + last["height"] <= height
    room = page.locator(".st-key-ranking").bounding_box()
    assert last["y"] + last["height"] <= room["y"] + room["height"]
    names = page.frame_locator(".st-key-mapa-pokrycie iframe").locator(".mp-cover-name > span")
    expect(names.nth(13)).to_be_visible()
