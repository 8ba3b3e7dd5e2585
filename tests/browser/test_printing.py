"""A page on paper: what it says, without what it is operated by."""

import pytest
from playwright.sync_api import expect

CONTROLS = (
    '[data-testid="stSidebar"]',
    ".st-key-nawigacja",
    ".st-key-pobierz",
    '[class*="st-key-saving-"]',
    ".st-key-presentation",
)


def test_an_open_card_is_printed_alone(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?p=150")
    expect(page.locator("#card")).to_be_visible()
    settled(page)
    page.emulate_media(media="print")
    expect(page.locator("#card")).to_be_visible()
    for hidden in (*CONTROLS, ".st-key-mapa", ".st-key-lista", ".mp-card details > summary"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".mp-card details p").first).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/pokrycie", "/analiza", "/wybrane?wybrane=150,28"])
def test_a_page_is_printed_without_its_controls_and_not_wider_than_paper(
    page, dashboard_url, settled, path
):
    page.goto(dashboard_url + path)
    settled(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})  # A4 less its margins, at 96 dpi
    for hidden in CONTROLS:
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 703
    assert page.evaluate("document.documentElement.scrollHeight") > 1000


def test_the_map_of_coverage_is_as_wide_as_the_paper(page, dashboard_url, settled):
    page.goto(dashboard_url + "/pokrycie")
    settled(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    of_map = page.locator(".st-key-mapa-pokrycie").bounding_box()
    of_ranking = page.locator(".st-key-ranking").bounding_box()
    assert of_map["width"] > 600
    assert of_ranking["y"] >= of_map["y"] + of_map["height"]


def test_the_tables_of_analysis_are_whole_and_the_grid_says_that_it_is_not(
    page, dashboard_url, settled
):
    page.goto(dashboard_url + "/analiza")
    settled(page)
    note = page.get_by_text("Na papierze jest tyle wierszy")
    expect(note).to_be_hidden()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    expect(note).to_be_visible()
    tables = page.locator(".counts")
    expect(tables.first).to_be_visible()
    for table in tables.all():
        assert table.evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")
