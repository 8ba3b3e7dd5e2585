"""The presenter's whole path on the page about coverage, with one and the same map."""

import re

import pytest
from playwright.sync_api import expect

MAP = ".st-key-mapa-pokrycie iframe"
STEP_MS = 1200  # that a year stays when the years play


@pytest.fixture
def open_coverage(new_page, dashboard_url, settled):
    """A function that opens the page on an address and gives it with its map's frame.

    The frame carries a mark that a new one would not have, and its time can be held.
    """

    def open_page(query, **size):
        page = new_page(**size)
        page.clock.install()
        page.goto(f"{dashboard_url}/pokrycie?dane=demo{query}")
        frame = page.frame_locator(MAP)
        expect(frame.locator("path.mp-cover").first).to_be_visible()
        expect(years(page)).to_be_attached()
        settled(page)
        page.locator(MAP).evaluate("node => (node.contentWindow.kept = 'yes')")
        return page, frame

    return open_page


def years(page):
    """The words beside the slider of the years."""
    return page.locator(".st-key-lata .label")


def hold_time(page):
    """Let time stand still, so that what plays goes on only as far as the test lets it."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 60)


def shade(frame, name):
    """The class that names the shade of a region."""
    path = frame.locator(f'path.mp-cover[aria-label^="{name}."]')
    return re.search(r"mp-cover-(\w+)", path.get_attribute("class"))[1]


def has_button(page, name):
    """Wait for a button of the presenter; the keys of the same moment are heard with it."""
    expect(page.get_by_role("button", name=name)).to_be_attached()


def test_the_whole_path(open_coverage, settled):
    page, frame = open_coverage("")
    title = page.get_by_role("heading", level=1)
    has_button(page, "Prezentacja (F8)")
    page.keyboard.press("F8")
    has_button(page, "Pokaz regionów (R)")
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text("Praktyki na 100 tys. mieszkańców")
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text("Liczba praktyk")

    settled(page)
    hold_time(page)
    page.keyboard.press("Space")
    page.clock.run_for(STEP_MS)
    expect(years(page)).to_have_text(re.compile("do roku 2008"))
    expect(frame.locator(".mp-legend summary")).to_contain_text("do roku 2008")
    page.keyboard.press("Space")
    page.clock.resume()
    expect(page).to_have_url(re.compile("doroku=2008"))
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("doroku=2009"))

    page.keyboard.press("r")
    card = page.locator(".mp-region-card")
    expect(card).to_contain_text(re.compile(r"\b1 z 16"))
    has_button(page, "Wstrzymaj (spacja)")
    page.keyboard.press("Space")
    has_button(page, "Wznów (spacja)")
    settled(page)
    stopped_at = int(re.search(r"(\d+) z 16", card.inner_text())[1])  # it went on until then
    page.keyboard.press("ArrowRight")
    expect(card).to_contain_text(re.compile(rf"\b{stopped_at + 1} z 16"))
    expect(frame.locator("path.mp-cover-chosen")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    has_button(page, "Pokaz regionów (R)")

    frame.locator('path.mp-cover[aria-label^="małopolskie."]').click()
    expect(frame.locator("path.mp-cover.leaflet-interactive")).to_have_count(22)
    page.keyboard.press("r")
    expect(card).to_contain_text(re.compile(r"\b1 z 22"))
    has_button(page, "Zakończ pokaz (Esc)")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    has_button(page, "Zakończ (Esc)")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-naglowek")).to_be_visible()
    assert page.locator(MAP).evaluate("node => node.contentWindow.kept") == "yes"


def test_years_play_without_the_server_and_their_shades_compare(open_coverage):
    page, frame = open_coverage("&doroku=2007")
    expect(frame.locator(".mp-legend summary")).to_have_text("Liczba praktyk, do roku 2007")
    legend = frame.locator(".mp-legend .mp-bounds")
    bounds = legend.all_text_contents()
    ranking = page.locator(".st-key-ranking tbody tr").first
    expect(ranking).to_contain_text("1")
    hold_time(page)
    page.locator(".st-key-lata").get_by_role("button", name="Odtwórz").click()
    page.clock.run_for(2 * STEP_MS)
    expect(years(page)).to_have_text(re.compile("do roku 2009"))
    assert "doroku=2007" in page.url
    assert legend.all_text_contents() == bounds
    expect(ranking).not_to_contain_text("śląskie1")
    slider = page.get_by_role("slider", name="Praktyki wprowadzone do roku")
    slider.focus()
    page.keyboard.press("Space")
    page.clock.resume()
    expect(page).to_have_url(re.compile("doroku=2009"))
    page.keyboard.press("End")
    expect(page).not_to_have_url(re.compile("doroku"))
    expect(frame.locator(".mp-legend summary")).to_have_text("Liczba praktyk")
    first = re.match(r"\D+", ranking.inner_text())[0].strip()
    assert shade(frame, first) == "5"
    assert page.locator(MAP).evaluate("node => node.contentWindow.kept") == "yes"


def test_who_wants_no_motion_steps_through_the_years(open_coverage):
    page, _ = open_coverage("&prezentacja=1")
    page.emulate_media(reduced_motion="reduce")
    has_button(page, "Pokaz regionów (R)")
    page.keyboard.press("Space")
    expect(years(page)).to_have_text(re.compile("do roku 2007"))
    page.keyboard.press("Space")
    expect(years(page)).to_have_text(re.compile("do roku 2008"))
    expect(page).to_have_url(re.compile("doroku=2008"))
    page.keyboard.press("r")
    expect(page.locator(".mp-region-card")).to_be_visible()
    has_button(page, "Zakończ pokaz (Esc)")
    expect(page.get_by_role("button", name="Wstrzymaj (spacja)")).to_have_count(0)


def test_a_small_map_chooses_its_theme(open_coverage):
    page, _ = open_coverage("", width=390, height=844)
    culture = page.get_by_role("button", name=re.compile("^Usługi społeczne: Kultura"))
    culture.press("Enter")
    expect(page).to_have_url(re.compile("poddzial="))
    expect(culture).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_keys_that_come_faster_than_the_answers_all_count(open_coverage, settled):
    page, _ = open_coverage("&prezentacja=1")
    page.emulate_media(reduced_motion="reduce")  # so that no region goes on by itself
    has_button(page, "Pokaz regionów (R)")
    for key in (*["ArrowRight"] * 4, "r"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text("Jednostki z praktyką")
    card = page.locator(".mp-region-card")
    expect(card).to_contain_text("z 16")
    expect(page).to_have_url(re.compile("miara=.*region=|region=.*miara="))
    has_button(page, "Zakończ pokaz (Esc)")
    settled(page)
    begun_at = int(re.search(r"(\d+) z 16", card.inner_text())[1])
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(card).to_contain_text(re.compile(rf"\b{begun_at + 4} z 16"))
    expect(page).to_have_url(re.compile("prezentacja=1"))
