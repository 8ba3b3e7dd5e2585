"""The slide show of practices in a browser: from the short list, by keys, and out again."""

import re

import pytest
from playwright.sync_api import expect

FIRST = "Biblioteka Publiczna jako wydawca książek i ośrodek promujący lokalną twórczość"
SECOND = "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"
PRESENTING = re.compile(r"[?&]prezentacja=1")


@pytest.fixture
def show(page, dashboard_url, settled):
    """A function that opens an address in the show and waits for its slide and its keys."""

    def open_at(path):
        page.goto(dashboard_url + path)
        expect(frame(page).locator(".leaflet-control-attribution")).to_be_visible()
        expect(title(page)).to_be_visible()
        expect(button(page, "Zakończ (Esc)")).to_be_attached()
        settled(page)
        return page

    return open_at


def frame(page):
    return page.frame_locator(".st-key-mapa iframe")


def title(page):
    return page.locator(".mp-slide h2")


def place(page):
    return page.locator(".mp-slide-place")


def mark(page, name):
    return frame(page).get_by_role("button", name=name)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_from_the_short_list_through_the_slides_and_back(page, dashboard_url):
    page.goto(f"{dashboard_url}/wybrane?wybrane=28,150,596")
    button(page, "Pokaż jako prezentację (F8)").click()
    expect(title(page)).to_have_text(FIRST)
    expect(place(page)).to_have_text("1 z 3")
    expect(page).to_have_url(PRESENTING)
    expect(button(page, "Zakończ (Esc)")).to_be_attached()
    expect(page.locator(".st-key-naglowek")).to_be_hidden()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(mark(page, FIRST)).to_be_in_viewport()
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text(SECOND)
    expect(place(page)).to_have_text("2 z 3")
    expect(page).to_have_url(re.compile("p=150"))
    expect(page.get_by_text(f"2 z 3: {SECOND}", exact=True)).to_be_attached()
    expect(mark(page, SECOND)).to_be_in_viewport()
    expect(mark(page, SECOND)).to_have_class(re.compile("mp-selected"))
    expect(page.locator(".mp-slide a")).to_have_count(0)
    page.keyboard.press("PageUp")
    expect(title(page)).to_have_text(FIRST)

    page.keyboard.press("Escape")
    expect(page.locator(".st-key-naglowek")).to_be_visible()
    expect(page).not_to_have_url(PRESENTING)
    expect(page).to_have_url(re.compile("/wybrane"))
    expect(page.locator(".mp-compare thead th")).to_have_count(3)


def test_goes_on_by_itself_between_two_presses_of_the_space_bar(page, show, settled):
    page.clock.install()
    show("/?prezentacja=1&wybrane=28,150,596")
    places = ["1 z 3", "2 z 3", "3 z 3"]
    page.keyboard.press("Space")
    expect(button(page, "Zatrzymaj (spacja)")).to_be_attached()
    for each in places[1:]:
        page.clock.fast_forward(12_000)
        expect(place(page)).to_have_text(each)
    page.keyboard.press("Space")
    expect(button(page, "Odtwarzaj co 12 s (spacja)")).to_be_attached()
    settled(page)
    stopped_at = places.index(place(page).inner_text())
    page.clock.fast_forward(60_000)
    page.keyboard.press("ArrowRight")
    expect(place(page)).to_have_text(places[(stopped_at + 1) % 3])
    settled(page)
    expect(place(page)).to_have_text(places[(stopped_at + 1) % 3])


def test_keys_work_after_a_click_on_the_map(show, settled):
    page = show("/?prezentacja=1&wybrane=28,150")
    mark(page, FIRST).click()
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text(SECOND)
    settled(page)
    mark(page, SECOND).click()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-naglowek")).to_be_visible()


def test_one_key_starts_the_show_of_what_passed_the_filters(
    page, dashboard_url, settled, console_errors
):
    page.goto(f"{dashboard_url}/?woj=małopolskie&lang=en")
    expect(button(page, "Present (F8)")).to_be_visible()
    page.locator(".st-key-mapa iframe").evaluate("node => (node.dataset.kept = 'yes')")
    page.keyboard.press("F8")
    expect(place(page)).to_have_text("1 of 2")
    expect(button(page, "Leave (Esc)")).to_be_attached()
    button(page, "Next").click()
    expect(place(page)).to_have_text("2 of 2")
    expect(button(page, "Next")).to_be_focused()
    page.keyboard.press("F8")
    expect(button(page, "Present (F8)")).to_be_visible()
    settled(page)
    kept = page.locator(".st-key-mapa iframe").get_attribute("data-kept")
    assert kept == "yes", "the map was built anew"
    assert console_errors == []


def test_keys_that_come_faster_than_the_slides_all_count(show):
    page = show("/?prezentacja=1")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(place(page)).to_have_text("6 z 11")
    expect(page).to_have_url(PRESENTING)
