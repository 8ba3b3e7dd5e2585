"""The maps of servers that an operator names, drawn under the policy of the real server.

The pictures are answered by the test: of the site that the policy allows, and of none besides.
"""

import base64
import re

import pytest
from playwright.sync_api import expect

TILES = "http://localhost:9"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="
)
MAPS = f"""
[[maps]]
name = "Ulice"
url = "{TILES}/streets/{{z}}/{{x}}/{{y}}.png"
attribution = "© <b>Gmina</b>"
attribution_url = "https://example.org/"
referrer_policy = "strict-origin-when-cross-origin"
[[maps]]
name = "Zdjęcia"
kind = "wms"
url = "{TILES}/photographs"
layers = "ORTO"
attribution = "Geodezja"
place_names = true
"""


@pytest.fixture(scope="module")
def maps_url(serve, tmp_path_factory):
    """The address of a dashboard with two map servers."""
    path = tmp_path_factory.mktemp("maps") / "maps.toml"
    path.write_text(MAPS, encoding="utf-8")
    return serve(None, "--map-servers", str(path))


@pytest.fixture
def open_map(page, maps_url):
    """A function that opens an address with a map, and gives the frame of the map.

    `answers` says of the path of a picture whether the server has it; who asked is in `asked`.
    """

    def open_address(path, answers, asked):
        def answer(route):
            asked.append((route.request.url, route.request.headers.get("referer")))
            if answers(route.request.url):
                route.fulfill(body=PIXEL, content_type="image/png")
            else:
                route.fulfill(status=503)

        page.route(f"{TILES}/**", answer)
        page.goto(maps_url + path)
        frame = page.frame_locator(".st-key-mapa iframe")
        expect(frame.locator(".mp-switch:not(.mp-areas)")).to_be_visible()
        return frame

    return open_address


def test_a_map_is_chosen_by_keyboard_and_kept_in_the_link(open_map, page, maps_url, console_errors):
    asked = []
    frame = open_map("/", lambda _url: True, asked)
    button = frame.locator(".mp-switch:not(.mp-areas) summary")
    button.press("Enter")
    frame.get_by_label("Mapa wbudowana").press("ArrowDown")
    expect(frame.locator("img.leaflet-tile-loaded").first).to_be_attached()
    expect(page).to_have_url(re.compile(r"[?&]podklad=Ulice(&|$)"))
    corner = frame.locator(".leaflet-control-attribution")
    expect(corner.get_by_role("link", name="© <b>Gmina</b>")).to_be_visible()
    expect(frame.locator(".leaflet-mp-labels-pane")).to_be_hidden()
    assert {referrer for _, referrer in asked} == {f"{maps_url}/"}
    frame.get_by_label("Ulice").press("Escape")
    expect(frame.locator(".mp-switch:not(.mp-areas) fieldset")).to_be_hidden()
    expect(button).to_be_focused()
    page.reload()
    expect(frame.locator("img.leaflet-tile-loaded").first).to_be_attached()
    assert console_errors == []


def test_photographs_have_our_names_and_learn_nothing_of_the_page(open_map):
    asked = []
    frame = open_map("/?podklad=Zdj%C4%99cia&szukaj=szko%C5%82a", lambda _url: True, asked)
    expect(frame.locator("img.leaflet-tile-loaded").first).to_be_attached()
    expect(frame.locator(".mp-city").first).to_be_visible()
    assert {referrer for _, referrer in asked} == {None}
    assert "layers=ORTO" in asked[0][0]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param(lambda _url: False, "nie odpowiada", id="all fail"),
        pytest.param(lambda url: int(url.split("/")[-2]) % 2, "Nie wszystkie", id="some fail"),
    ],
)
def test_where_pictures_fail_the_embedded_map_is_seen_and_a_line_says_so(open_map, answers, told):
    frame = open_map("/?podklad=Ulice", answers, [])
    expect(frame.get_by_role("status").filter(has_text="Ulice")).to_contain_text(told)
    frame.locator(".mp-switch:not(.mp-areas) summary").click()
    frame.get_by_label("Mapa wbudowana").check()
    expect(frame.get_by_role("status").filter(has_text="Ulice")).to_have_count(0)
    expect(frame.locator(".mp-city").first).to_be_visible()


def test_an_address_with_a_map_that_is_not_here_says_so(open_map, page):
    open_map("/?podklad=Kosmos", lambda _url: True, [])
    expect(page.get_by_text("podklad = Kosmos")).to_be_visible()
