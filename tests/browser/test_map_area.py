"""The map bounds the practices to an area: what it shows just now, a rectangle, or a polygon."""

import re

import pytest
from playwright.sync_api import expect

BOCHNIA = "/?widok=49.969,20.43,10"


@pytest.fixture
def open_map(page, dashboard_url, settled):
    """A function that opens an address with a map, and gives the frame of the map."""

    def open_address(path):
        page.goto(dashboard_url + path)
        frame = page.frame_locator(".st-key-mapa iframe")
        expect(frame.locator(".mp-areas")).to_be_visible()
        settled(page)
        return frame

    return open_address


def press(frame, name):
    box = frame.locator(".mp-areas")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    frame.get_by_role("button", name=name).click()


def shown(page):
    """How many practices pass the filters."""
    words = page.locator(".st-key-licznik").get_by_role("status").text_content()
    return int(re.match(r"\d+", words).group())


def draw(page, points):
    """Click some points of the map, given as shares of its width and height."""
    box = page.locator(".st-key-mapa iframe").bounding_box()
    for x, y in points:
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
        page.wait_for_timeout(100)  # Leaflet.draw takes no two corners within 50 ms
        page.mouse.down()
        page.mouse.up()


def test_the_list_follows_the_view_as_the_link_says(open_map, page, new_page):
    frame = open_map(BOCHNIA)
    everything = shown(page)
    frame.locator(".mp-areas summary").press("Enter")
    follow = frame.get_by_label("Tylko to, co widać na mapie")
    expect(follow).not_to_be_checked()
    follow.press("Space")
    expect(page).to_have_url(re.compile(r"tylkowidok=1.*obszar=|obszar=.*tylkowidok=1"))
    expect(page.get_by_role("button", name="Obszar na mapie")).to_be_visible()
    near = shown(page)
    assert near < everything
    frame.get_by_role("button", name="Cała Polska").click()
    expect(page.locator(".st-key-licznik")).not_to_contain_text(f"{near} z")
    link = page.url
    other = new_page()
    other.goto(link)
    again = other.frame_locator(".st-key-mapa iframe")
    expect(again.locator(".mp-areas.mp-in-use")).to_be_visible()
    again.locator(".mp-areas summary").click()
    expect(again.get_by_label("Tylko to, co widać na mapie")).to_be_checked()


def test_an_area_of_a_view_stays_when_the_map_moves_and_goes_with_its_chip(open_map, page):
    frame = open_map(BOCHNIA)
    press(frame, "Obszar tego widoku")
    expect(page).to_have_url(re.compile("obszar="))
    area = re.search("obszar=[^&]*", page.url).group()
    expect(frame.locator(".mp-area-drawn")).to_be_attached()
    frame.get_by_role("button", name="Cała Polska").click()
    page.wait_for_timeout(800)  # longer than the rest after which a view would be told
    assert area in page.url
    page.get_by_role("button", name="Obszar na mapie").click()
    expect(page).not_to_have_url(re.compile("obszar="))
    expect(frame.locator(".mp-area-drawn")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        pytest.param("Narysuj prostokąt", 4, id="rectangle"),
        pytest.param("Narysuj wielokąt", 6, id="polygon"),
    ],
)
def test_an_area_is_drawn_by_hand(name, numbers, open_map, page):
    frame = open_map(BOCHNIA)
    press(frame, name)
    if numbers == 4:
        box = page.locator(".st-key-mapa iframe").bounding_box()
        page.mouse.move(box["x"] + 200, box["y"] + 200)
        page.mouse.down()
        page.mouse.move(box["x"] + 400, box["y"] + 400, steps=5)
        page.mouse.up()
    else:
        draw(page, [(0.3, 0.3), (0.7, 0.35), (0.5, 0.6), (0.3, 0.3)])
    expect(page).to_have_url(re.compile("obszar="))
    area = re.search("obszar=([^&]*)", page.url).group(1)
    assert len(re.split("%2C|,", area)) == numbers
    expect(frame.locator(".mp-area-drawn")).to_be_attached()


def test_escape_gives_up_a_drawing_and_leaves_the_page_alone(open_map, page):
    frame = open_map("/?p=150")
    press(frame, "Narysuj wielokąt")
    draw(page, [(0.4, 0.4)])
    expect(frame.locator(".leaflet-editing-icon")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(frame.locator(".leaflet-editing-icon")).to_have_count(0)
    expect(page).to_have_url(re.compile("p=150"))


def test_an_area_that_is_none_is_named(open_map, page):
    open_map("/?obszar=50,20")
    expect(page.get_by_text("Obszar na mapie = 50,20")).to_be_visible()
