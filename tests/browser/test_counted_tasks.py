"""What each of the three users does most takes few actions: a press, or a text typed, is one."""

import io
import re

from playwright.sync_api import expect
from pptx import Presentation

MOST_TO_COMPARE_TWO = 6
MOST_TO_A_DECK = 3
MOST_TO_THE_ROWS = 4
TABS_TO_THE_LIST = 12


class Actions:
    """Presses what a reader presses, and counts it."""

    def __init__(self):
        self.count = 0

    def press(self, target):
        """Press a thing on the page."""
        target.click()
        self.count += 1

    def type(self, target, text):
        """Type a text into a field and confirm it."""
        target.fill(text)
        target.press("Enter")
        self.count += 1


def test_two_practices_are_compared_and_their_link_is_copied(page, dashboard_url, settled):
    actions = Actions()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(dashboard_url + "/?dane=demo")
    listed = page.locator(".st-key-lista button.entry")
    expect(listed.first).to_be_visible()
    settled(page)
    actions.press(listed.first)
    actions.press(page.get_by_role("button", name="Dodaj do wybranych"))
    expect(page.get_by_role("button", name="Usuń z wybranych")).to_be_visible()
    actions.press(page.get_by_role("button", name="Następna", exact=True).first)
    expect(page.get_by_role("button", name="Usuń z wybranych")).to_have_count(0)
    actions.press(page.get_by_role("button", name="Dodaj do wybranych"))
    expect(page).to_have_url(re.compile(r"wybrane=\d+%2C\d+"))
    actions.press(page.get_by_role("link", name="Wybrane"))
    expect(page.locator(".mp-compare thead th")).to_have_count(2)
    settled(page)
    actions.press(page.get_by_role("button", name="Kopiuj link"))
    copied = page.wait_for_function("navigator.clipboard.readText()").json_value()
    assert re.search(r"/wybrane\?.*wybrane=\d+%2C\d+", copied)
    assert actions.count <= MOST_TO_COMPARE_TWO


def test_a_deck_of_a_voivodeship(page, dashboard_url, settled):
    actions = Actions()
    page.goto(dashboard_url + "/pokrycie?dane=demo")
    frame = page.frame_locator(".st-key-mapa-pokrycie iframe")
    region = frame.locator('path.mp-cover[aria-label^="małopolskie."]')
    expect(region).to_be_visible()
    settled(page)
    actions.press(region)
    expect(page).to_have_url(re.compile("woj=ma%C5%82opolskie"))
    settled(page)
    actions.press(page.get_by_role("button", name="Pobierz", exact=True))
    formats = page.locator(".st-key-pobierz-formaty")
    with page.expect_download() as caught:
        actions.press(formats.get_by_role("button", name=re.compile("PPTX")))
    assert "malopolskie" in caught.value.suggested_filename
    deck = Presentation(io.BytesIO(caught.value.path().read_bytes()))
    words = " ".join(
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "małopolskie" in words
    assert actions.count <= MOST_TO_A_DECK


def test_the_rows_of_a_size_as_a_file(page, dashboard_url, settled, rows_of):
    actions = Actions()
    page.goto(dashboard_url + "/?dane=demo")
    settled(page)
    actions.type(page.get_by_label("Liczba mieszkańców od"), "20000")
    expect(page).to_have_url(re.compile("ludnosc=20000-"))
    actions.type(page.get_by_label("Liczba mieszkańców do"), "50000")
    expect(page).to_have_url(re.compile("ludnosc=20000-50000"))
    settled(page)
    actions.press(page.get_by_role("button", name="Pobierz", exact=True))
    formats = page.locator(".st-key-pobierz-formaty")
    with page.expect_download() as caught:
        actions.press(formats.get_by_role("button", name=re.compile("^CSV")).first)
    assert rows_of(caught.value.path().read_bytes())
    assert actions.count <= MOST_TO_THE_ROWS


def test_few_tabs_lead_from_the_address_bar_to_the_list(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo")
    expect(page.locator(".st-key-lista button.entry").first).to_be_visible()
    settled(page)
    in_list = "document.activeElement?.closest('.st-key-lista') !== null"
    for _ in range(TABS_TO_THE_LIST):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement?.innerText ?? ''")
        if "Przejdź do listy" in name:
            page.keyboard.press("Enter")
        if page.evaluate(in_list):
            break
    assert page.evaluate(in_list)
