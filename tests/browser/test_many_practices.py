"""Two thousand practices on the map: what travels, what stays, and whose it is."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo

ROWS = 2000
OPENING_BYTES = 120_000
CHANGE_BYTES = 45_000  # of a filter
TABLE = "Tytuł;Miejscowość;Kod pocztowy\nAutobus;Liszki;32-060\nBiblioteka;Bochnia;32-700\n"
SEEN = """() => {
  const { marks } = map_div.mpPractices;
  const shown = [...marks.points.practices].filter((_, at) => marks.isShown(at));
  const drawn = [...marks.drawn.values()].reduce((sum, marker) => sum + marker.mp.count, 0);
  return drawn === shown.length ? new Set(shown).size : -1;
}"""
FILES = """() => performance.getEntriesByType("resource")
    .filter(({ name }) => name.includes("/media/") && name.endsWith(".gz"))
    .map(({ name, transferSize }) => [name, transferSize])"""


@pytest.fixture(scope="session")
def many_url(serve, tmp_path_factory):
    """The address of a dashboard on two thousand made-up practices."""
    table = tmp_path_factory.mktemp("many") / "practices.csv"
    save_practices(make_demo(ROWS, seed=1), table)
    return serve(table)


@pytest.fixture
def open_map(settled):
    """A function that opens an address, waits until all is drawn, and gives the map's frame."""

    def open_at(page, url):
        page.goto(url)
        marks = page.frame_locator(".st-key-mapa iframe").locator(".mp-cluster, .mp-marker")
        expect(marks.first).to_be_visible()
        settled(page)
        return next(each for each in page.frames if "st_folium" in each.url)

    return open_at


@pytest.fixture
def received(page):
    """The sizes of the messages that reach the page, in bytes, as they come."""
    sizes = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: sizes.append(len(frame))),
    )
    return sizes


def counter(page):
    return page.locator(".st-key-licznik")


def on_map(page):
    """How many practices the counter says are on the map."""
    shown, rest = counter(page).inner_text().split(" z ")
    absent = re.search(r"·(.*) nie ma", rest)
    return int(re.sub(r"\D", "", shown)) - int(re.sub(r"\D", "", absent[1]) if absent else 0)


def test_a_filter_of_many_is_one_small_message(page, many_url, open_map, received, settled):
    frame = open_map(page, many_url)
    expect(page.get_by_label("Szukaj")).to_be_visible()
    expect(page.locator(".st-key-lista button.entry").first).to_be_visible()
    frame.wait_for_function(f"({SEEN})() === {on_map(page)}")
    files = frame.evaluate(FILES)
    assert 0 < sum(received) < OPENING_BYTES
    received.clear()
    page.get_by_text("tylko te bez danych o liczbie mieszkańców").click()
    expect(counter(page)).not_to_contain_text(re.compile(r"^2\D?000 z"))
    frame.wait_for_function(f"({SEEN})() === {on_map(page)}")
    settled(page)
    assert frame.evaluate(FILES) == files
    assert 0 < sum(received) < CHANGE_BYTES
    assert frame.evaluate("__GLOBAL_DATA__.last_feature_group.length") < 3000


def test_the_points_are_fetched_once_for_all_visits(page, many_url, open_map):
    first = open_map(page, many_url)
    first.wait_for_function(f"({FILES})().length === 2")
    sizes = dict(first.evaluate(FILES))
    assert all(size > 1000 for size in sizes.values())
    again = open_map(page, many_url)
    again.wait_for_function(f"({FILES})().length === 2")
    assert dict(again.evaluate(FILES)) == dict.fromkeys(sizes, 0)


def test_a_practice_among_many_is_opened_from_the_map(page, many_url, open_map):
    frame = open_map(page, many_url)
    while not frame.locator(".mp-list").count() and not frame.locator(".mp-marker").count():
        frame.evaluate("() => (window.before = map_div.getZoom())")
        frame.locator(".mp-cluster").first.press("Enter")
        frame.wait_for_function(
            "() => (map_div.getZoom() > before && !document.querySelector('.leaflet-zoom-anim'))"
            " || document.querySelector('.mp-list')"
        )
    choices = frame.locator(".mp-list li button, .mp-marker")
    choices.first.press("Enter")
    expect(page.locator(".st-key-metryka h2")).to_be_visible()
    expect(frame.locator(".mp-selected").first).to_be_attached()


def test_own_practices_are_served_only_until_they_are_forgotten(page, dashboard_url, settled):
    page.goto(f"{dashboard_url}/dodaj")
    table = {"name": "tabela.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    expect(page.get_by_role("button", name="Wybierz pliki")).to_be_visible()
    page.locator("input[type=file]").set_input_files(table)
    page.get_by_role("button", name="Wczytaj 2 wiersze").click()
    page.get_by_role("link", name="Pokaż na mapie").click()
    expect(page.frame_locator(".st-key-mapa iframe").locator(".mp-cluster").first).to_be_visible()
    frame = next(each for each in page.frames if "st_folium" in each.url)
    frame.wait_for_function(f"({FILES})().length === 2")
    addresses = [name for name, _ in frame.evaluate(FILES)]
    assert [page.request.get(address).status for address in addresses] == [200, 200]
    page.get_by_role("link", name="Dodaj dane").click()
    page.get_by_role("button", name="Usuń moje dane").click()
    expect(page.get_by_role("button", name="Usuń moje dane")).to_have_count(0)
    settled(page)
    assert [page.request.get(address).status for address in addresses] == [404, 404]
