"""The layer of marks in a bare page, without a server: what is drawn, and what keys reach."""

import numpy as np
import pytest
from playwright.sync_api import expect

from dashboard.views.map import resources
from dashboard.views.map.columns import Column, pack_columns
from dashboard.views.map.maps import POLAND, InlineFile, MapPoints, MapState
from dashboard.views.precision import MARK_KINDS
from dashboard.views.symbols import BY_KEY, ORDER

HOSTILE = "<img src=x onerror='window.hurt=1'>"
LODZ = (51.77, 19.46)
OPTIONS = {
    "language": "pl",
    "country": POLAND,
    "attribution": "",
    "words": {
        "legend": "Legenda",
        "whole": "Cała Polska",
        "fit": "Wszystko",
        "cluster": "{count} tutaj",
        "list": "{count} w punkcie",
        "further": "Kolejne ({count})",
        "close": "Zamknij",
        "failed": "Nie udało się",
    },
    "symbols": [
        {"colour": BY_KEY[key].colour, "path": BY_KEY[key].path, "label": key, "present": True}
        for key in ORDER
    ],
    "precisions": [{"key": kind, "label": kind} for kind in MARK_KINDS],
}
START = """([options, size]) => {
  const box = document.getElementById("map");
  Object.assign(box.style, size);
  const map = L.map(box, { minZoom: 5, maxZoom: 15, zoomSnap: 0.25, zoomAnimation: false });
  map.setView([52.1, 19.3], 6);
  mapaPraktyk.drawBase(map, options);
  mapaPraktyk.addPractices(map, options);
  window.map = map;
  window.chosen = [];
  map.mpPractices.onChoose = (practice) => window.chosen.push(practice);
}"""


COVERED = """() => {
  const boxes = (where) => [...document.querySelectorAll(where)].map((node) =>
    [node.textContent, node.getBoundingClientRect()]);
  const marks = boxes(".mp-marker svg");
  return boxes(".mp-label > .mp-city, .mp-label > .mp-region")
    .filter(([, name]) => marks.some(([, mark]) =>
      mark.left < name.right && name.left < mark.right &&
      mark.top < name.bottom && name.top < mark.bottom))
    .map(([text]) => text);
}"""
"""The names on the ground that a mark stands on."""


CUT = """() => {
  const map = document.getElementById("map").getBoundingClientRect();
  const over = [...document.querySelectorAll(".leaflet-control")]
    .map((node) => node.getBoundingClientRect());
  const meets = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 &&
    one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const isWhole = (box) => box.left >= map.left - 1 && box.right <= map.right + 1 &&
    box.top >= map.top - 1 && box.bottom <= map.bottom + 1;
  return [...document.querySelectorAll(".mp-label > .mp-city, .mp-label > .mp-region")]
    .map((node) => [node.textContent, node.getBoundingClientRect()])
    .filter(([, box]) => meets(box, map) &&
      (!isWhole(box) || over.some((other) => meets(box, other))))
    .map(([text]) => text);
}"""
"""The names on the ground that the edge of the map cuts, or a control hides."""


def files_of(points, titles=None):
    """The column files of practices 1, 2, 3... at the given (lat, lon)."""
    count = len(points)
    degrees = np.array(points).reshape(count, 2)
    zeros = np.zeros(count, dtype=np.int64)
    positions = {
        "practice": Column.of_rising(np.arange(1, count + 1)),
        "lat": Column.of_numbers(np.rint(degrees[:, 0] * 1e5).astype(int)),
        "lon": Column.of_numbers(np.rint(degrees[:, 1] * 1e5).astype(int)),
        "section": Column.of_small(zeros),
        "precision": Column.of_small(zeros + 1),
    }
    words = {
        "title": Column.of_texts(titles or [f"Praktyka {row}" for row in range(1, count + 1)]),
        "place": Column.of_texts(["Łódź"] * count),
        "note": Column.of_numbers(zeros),
    }
    return MapPoints(
        positions=InlineFile.of(pack_columns(positions, {})),
        words=InlineFile.of(pack_columns(words, {"notes": ["środek"]})),
    )


@pytest.fixture
def layer(new_page):
    """A function that opens a page with a map and gives the page; `show` tells the map a state."""

    def open_layer(width="700px", height="600px", **size):
        page = new_page(**size)
        page.set_content('<main id="map"></main>')
        bundle = resources.PRACTICES.texts()
        page.add_style_tag(content=bundle[resources.PRACTICES.style])
        page.add_script_tag(content=bundle[resources.PRACTICES.script])
        page.evaluate(START, [OPTIONS, {"width": width, "height": height}])
        return page

    return open_layer


@pytest.fixture
def show():
    """A function that tells a map what to show and waits until it has."""

    def tell(page, points, shown=None, **state):
        mask = np.ones(state.pop("count"), dtype=bool) if shown is None else shown
        message = MapState(points=points, shown=mask, **state).message()
        page.evaluate("(message) => map.mpPractices.show(message)", message)

    return tell


def scattered(count):
    """Points all over Poland."""
    random = np.random.default_rng(7)
    return np.column_stack(
        [random.uniform(49.5, 54.3, count), random.uniform(15, 23.5, count)]
    ).tolist()


def drawn(page):
    """How many practices the marks in the page stand for."""
    counts = page.evaluate(
        "() => [...map.mpPractices.marks.drawn.values()].map((marker) => marker.mp.count)"
    )
    return len(counts), sum(counts)


@pytest.mark.parametrize("zoom", [6, 7, 8, 9.5])
def test_no_name_is_cut_at_the_edge_or_hidden_by_a_control(layer, show, zoom):
    page = layer()
    show(page, files_of([LODZ]), count=1)
    expect(page.locator(".mp-city").first).to_be_visible()
    for lat, lon in (LODZ, (50.3, 19.0), (52.2, 21.0), (54.3, 18.6)):
        page.evaluate("(view) => map.setView(view[0], view[1])", [[lat, lon], zoom])
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert page.locator(".mp-label > .mp-city").count() > 0
        assert page.evaluate(CUT) == []


def test_a_mark_says_what_the_file_says_and_nothing_runs(layer, show, console_errors):
    page = layer()
    show(page, files_of([LODZ], titles=[HOSTILE]), count=1)
    mark = page.get_by_role("button", name=HOSTILE)
    expect(mark).to_have_attribute("aria-label", f"{HOSTILE}. Łódź · środek")
    mark.hover()
    expect(page.locator(".mp-tooltip strong")).to_have_text(HOSTILE)
    assert page.evaluate("window.hurt") is None
    assert console_errors == []


def test_a_hundred_thousand_practices_are_a_few_hundred_marks(layer, show):
    page = layer()
    show(page, files_of(scattered(100_000)), count=100_000)
    marks, practices = drawn(page)
    assert practices == 100_000
    assert marks < 400


def test_a_number_is_written_as_the_language_does(layer, show):
    page = layer()
    show(page, files_of([LODZ] * 12_345), count=12_345)
    expect(page.locator(".mp-cluster")).to_have_text("12\xa0345")


def test_what_the_mask_leaves_is_drawn(layer, show):
    page = layer()
    points = files_of(scattered(3000))
    shown = np.arange(3000) % 7 == 0
    show(page, points, shown=shown)
    assert drawn(page)[1] == shown.sum()
    show(page, points, count=3000)
    assert drawn(page)[1] == 3000


def test_the_newest_message_counts(layer):
    page = layer()
    points = files_of(scattered(3000))
    first, last = (
        MapState(points=points, shown=np.arange(3000) < count).message() for count in (2000, 50)
    )
    page.evaluate(
        "(both) => Promise.all(both.map((message) => map.mpPractices.show(message)))", [first, last]
    )
    assert drawn(page)[1] == 50


def test_dragging_keeps_the_marks_that_stay_in_view(layer, show):
    page = layer()
    show(page, files_of(scattered(5000)), count=5000)
    page.evaluate("map.setZoom(8, { animate: false })")
    page.evaluate("""() => {
      window.before = new Map(map.mpPractices.marks.drawn);
      window.texts = new Map([...before].map(([key, { mp }]) => [key, mp.count]));
      map.panBy([260, 140], { animate: false });
    }""")
    kept, same = page.evaluate("""() => {
      const { drawn } = map.mpPractices.marks;
      const kept = [...drawn.keys()].filter((key) => before.has(key));
      const isSame = (key) =>
        drawn.get(key) === before.get(key) && drawn.get(key).mp.count === texts.get(key);
      return [kept.length, kept.every(isSame)];
    }""")
    assert kept > 50
    assert same


def test_panning_far_and_back_gives_the_same_groups(layer, show):
    page = layer()
    show(page, files_of(scattered(5000)), count=5000)
    page.evaluate("map.setView([52, 19], 9, { animate: false })")
    groups = """() => [...map.mpPractices.marks.drawn.entries()]
        .filter(([, marker]) => map.getBounds().contains(marker.getLatLng()))
        .map(([key, { mp }]) => `${key} ${mp.count}`).sort()"""
    before = page.evaluate(groups)
    page.evaluate("map.panBy([1500, 900], { animate: false })")
    page.evaluate("map.panBy([-1500, -900], { animate: false })")
    assert page.evaluate(groups) == before
    assert len(before) > 20


def test_a_change_keeps_the_focus(layer, show):
    page = layer()
    points = files_of(scattered(3000))
    show(page, points, count=3000)
    page.locator(".mp-cluster").first.focus()
    page.evaluate("window.stood = document.activeElement")
    show(page, points, shown=np.arange(3000) % 3 > 0)
    assert page.evaluate("document.activeElement === stood")


def test_keys_open_a_bubble_down_to_a_practice(layer, show):
    page = layer()
    show(page, files_of([LODZ, (51.9, 19.6), (53.4, 14.5)]), count=3)
    page.locator(".mp-cluster").press("Enter")
    expect(page.locator(".mp-cluster")).to_have_count(0)
    expect(page.get_by_role("button", name="Praktyka 1. Łódź")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press(" ")
    assert page.evaluate("chosen") == [1, 1]


def test_practices_at_one_point_are_a_list(layer, show):
    page = layer()
    points = files_of([LODZ] * 130)
    show(page, points, count=130)
    page.locator(".mp-cluster").press("Enter")
    box = page.get_by_role("group", name="130 w punkcie")
    expect(box.get_by_text("Praktyka 1", exact=True).locator("../..")).to_be_focused()
    box.get_by_role("button", name="Kolejne (30)").press("Enter")
    expect(box.get_by_role("button", name="Praktyka 101")).to_be_focused()
    expect(box.locator("li")).to_have_count(130)
    box.get_by_role("button", name="Praktyka 130").click()
    assert page.evaluate("chosen") == [130]
    show(page, points, count=130, selected=130)
    expect(box.get_by_role("button", pressed=True)).to_have_text("Praktyka 130Łódź · środek")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(page.get_by_role("button", name="130 tutaj")).to_be_focused()


def test_the_selected_practice_is_a_mark_of_its_own_above_a_bubble(layer, show):
    page = layer()
    points = files_of([LODZ] * 3)
    circle = (*LODZ, 20_000.0)
    show(page, points, count=3, selected=2, circles=[circle])
    selected = page.locator(".mp-selected")
    expect(selected).to_have_count(1)
    expect(selected).to_have_attribute("aria-label", "Praktyka 2. Łódź · środek")
    expect(page.locator("path.mp-accuracy")).to_have_count(1)
    page.locator(".mp-cluster").click()  # nothing stands over it
    expect(page.get_by_role("group", name="3 w punkcie")).to_be_visible()
    show(page, points, count=3)
    expect(selected).to_have_count(0)
    expect(page.locator("path.mp-accuracy")).to_have_count(0)


def test_the_selected_practice_is_seen_even_where_the_filters_leave_it_out(layer, show):
    page = layer()
    show(page, files_of([LODZ, (53.4, 14.5)]), shown=np.array([False, True]), selected=1)
    expect(page.locator(".mp-selected")).to_have_count(1)
    assert drawn(page) == (2, 2)


def test_a_mark_that_is_selected_by_key_keeps_the_focus(layer, show):
    page = layer()
    points = files_of([LODZ, (53.4, 14.5)])
    show(page, points, count=2)
    page.get_by_role("button", name="Praktyka 1").press("Enter")
    show(page, points, count=2, selected=1)
    expect(page.locator(".mp-selected")).to_be_focused()


def test_what_was_chosen_is_seen_before_there_is_an_answer(layer, show):
    page = layer()
    points = files_of([LODZ, (53.4, 14.5)])
    show(page, points, count=2, selected=1, circles=[(*LODZ, 20_000.0)])
    page.get_by_role("button", name="Praktyka 2").click()
    assert page.evaluate("chosen") == [2]
    expect(page.locator(".mp-selected")).to_have_attribute(
        "aria-label", "Praktyka 2. Łódź · środek"
    )
    expect(page.locator(".mp-tooltip")).to_have_text("Praktyka 2Łódź · środek")
    expect(page.locator("path.mp-accuracy")).to_have_count(0)
    show(page, points, count=2, selected=2, circles=[(53.4, 14.5, 20_000.0)])
    expect(page.locator("path.mp-accuracy")).to_have_count(1)


def test_names_stand_beside_the_marks(layer, show):
    page = layer()
    middle_of_lubelskie = (51.25, 22.9)
    show(page, files_of([LODZ, middle_of_lubelskie]), count=2)
    for name in ("Łódź", "lubelskie"):
        expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.wait_for_function(f"() => !({COVERED})().length")


def test_nothing_is_drawn_before_the_map_has_a_size(layer, show):
    page = layer(width="0px", height="0px")
    show(page, files_of(scattered(500)), count=500)
    assert drawn(page) == (0, 0)
    page.evaluate(
        "Object.assign(document.getElementById('map').style, {width: '600px', height: '600px'})"
    )
    expect(page.locator(".mp-cluster").first).to_be_visible()
    assert drawn(page)[1] == 500


def test_a_filter_that_leaves_nothing_in_view_moves_the_view(layer, show):
    page = layer()
    points = files_of([LODZ, (53.4, 14.5)])
    show(page, points, count=2)
    page.evaluate("map.setView([51.77, 19.46], 11, { animate: false })")
    show(page, points, shown=np.array([False, True]))
    expect(page.get_by_role("button", name="Praktyka 2")).to_be_in_viewport()


def test_a_page_that_filters_by_itself_tells_numbers(layer):
    page = layer()
    positions = {
        "practice": [5, 6],
        "lat": [5177000, 5340000],
        "lon": [1946000, 1450000],
        "section": [0, 1],
        "precision": [0, 1],
    }
    words = {"title": ["Pięć", "Sześć"], "place": ["Łódź", "Żory"], "note": [0, 0], "notes": ["?"]}
    page.evaluate(
        """([positions, words]) => map.mpPractices.show({
          points: { positions: { columns: positions }, words: { columns: words } },
          shown: new Set([6]),
          selected: null,
          circles: [],
          move: { number: 0, points: [] },
          home: null,
        })""",
        [positions, words],
    )
    expect(page.get_by_role("button", name="Sześć. Żory · ?")).to_be_visible()
    assert drawn(page) == (1, 1)


def test_a_file_that_cannot_be_read_is_told(layer):
    page = layer()
    message = MapState(
        points=MapPoints(positions=InlineFile.of(b"?"), words=InlineFile.of(b"?")),
        shown=np.ones(1, dtype=bool),
    ).message()
    page.evaluate("(message) => map.mpPractices.show(message)", message)
    expect(page.get_by_role("alert")).to_have_text("Nie udało się")
