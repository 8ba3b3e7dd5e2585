"""The ground of a map in a bare page: what comes after the marks, and the names on it."""

import gzip
import re
import runpy
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from dashboard.explore.link.map_view import MapView
from dashboard.poland.ground_tiles import ZOOMS, Tile, ground_tile
from dashboard.views.map import resources
from dashboard.views.map.columns import Column, pack_columns
from dashboard.views.map.maps import POLAND, InlineFile, MapPoints, MapState
from dashboard.views.precision import MARK_KINDS
from dashboard.views.symbols import BY_KEY, ORDER

MAKER = Path(__file__).parents[1] / "programs/maps/street_map.py"
SITE = "http://localhost/"
PAGE = '<!doctype html><link rel="icon" href="data:"><main id="map"></main>'
BOCHNIA = (49.969, 20.43)
OPTIONS = {
    "language": "pl",
    "country": POLAND,
    "attribution": "",
    "words": {
        "inset": "Położenie widoku",
        "legend": "Legenda",
        "whole": "Cała",
        "fit": "Wszystko",
        "cluster": "{count} praktyk, najbliżej: {near}",
        "ground_failed": "Nie ma ulic",
    },
    "symbols": [
        {"colour": BY_KEY[key].colour, "path": BY_KEY[key].path, "label": key, "present": True}
        for key in ORDER
    ],
    "precisions": [{"key": kind, "label": kind} for kind in MARK_KINDS],
    "ground": {
        "script": "map-detail.js",
        "sources": [{"address": "tiles/{z}/{x}/{y}", "zooms": ZOOMS, "schema": "protomaps"}],
    },
}
START = """([options, view, zoom]) => {
  const map = L.map("map", { minZoom: 5, maxZoom: 18, zoomSnap: 0.25, zoomAnimation: false });
  map.setView(view, zoom);
  mapaPraktyk.drawBase(map, options);
  mapaPraktyk.addPractices(map, options);
  window.map = map;
}"""
PAINTED = """() => {
  const canvas = document.querySelector(".mp-canvas");
  if (!canvas) return 0;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let at = 3; at < data.length; at += 4) painted += data[at] > 0;
  return painted;
}"""
COVERED = """() => {
  const boxes = (where) => [...document.querySelectorAll(where)]
    .map((node) => [node.textContent, node.getBoundingClientRect()]);
  const names = boxes(".mp-label > .mp-city, .mp-label > .mp-village");
  const meet = (one, other) => one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom;
  const found = [];
  names.forEach(([text, box], at) => {
    boxes(".mp-marker svg").forEach(([, mark]) => meet(box, mark) && found.push(text));
    names.slice(at + 1).forEach(([other, its]) => {
      if (meet(box, its)) found.push(`${text} / ${other}`);
    });
  });
  return found;
}"""
"""The names that stand on a mark, or on another name."""


def points_at(points):
    """The column files of practices 1, 2, 3... at the given (lat, lon)."""
    count = len(points)
    degrees = np.array(points).reshape(count, 2)
    zeros = np.zeros(count, dtype=np.int64)
    positions = {
        "practice": Column.of_rising(np.arange(1, count + 1)),
        "lat": Column.of_numbers(np.rint(degrees[:, 0] * 1e5).astype(int)),
        "lon": Column.of_numbers(np.rint(degrees[:, 1] * 1e5).astype(int)),
        "section": Column.of_small(zeros),
        "precision": Column.of_small(zeros),
    }
    words = {
        "title": Column.of_texts(["Praktyka"] * count),
        "place": Column.of_texts(["Bochnia"] * count),
        "note": Column.of_numbers(zeros),
    }
    return MapPoints(
        positions=InlineFile.of(pack_columns(positions, {})),
        words=InlineFile.of(pack_columns(words, {"notes": ["środek"]})),
    )


def answer_tile(route):
    z, x, y = map(int, re.search(r"tiles/(\d+)/(\d+)/(\d+)", route.request.url).groups())
    content = ground_tile(Tile(z, x, y))
    route.fulfill(status=200 if content else 204, body=gzip.decompress(content) if content else b"")


def with_file():
    """The options of a map that draws a map file before what is embedded."""
    streets = {"address": "file/{z}/{x}/{y}", "zooms": [6, 14], "schema": "protomaps"}
    embedded = OPTIONS["ground"]["sources"]
    return {**OPTIONS, "ground": {**OPTIONS["ground"], "sources": [streets, *embedded]}}


@pytest.fixture(scope="module")
def streets():
    """A function that answers for a tile of the made-up streets."""
    tiles = runpy.run_path(str(MAKER))["tiles"]()

    def answer(route):
        at = re.search(r"file/(\d+)/(\d+)/(\d+)", route.request.url).groups()
        content = tiles.get(tuple(map(int, at)), b"")
        body = gzip.decompress(content) if content else b""
        route.fulfill(status=200 if content else 204, body=body)

    return answer


@pytest.fixture
def ground(new_page):
    """A function that opens a page with a map whose marks are drawn, and gives the page."""

    def open_ground(view, zoom, points=(BOCHNIA,), tile=answer_tile, file=None, **state):
        page = new_page()
        page.route(SITE, lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        detail = resources.DETAIL.texts()[resources.DETAIL.script]
        page.route(
            SITE + "map-detail.js",
            lambda route: route.fulfill(body=detail, content_type="text/javascript"),
        )
        page.route(SITE + "tiles/**", tile)
        page.route(SITE + "file/**", file)
        page.goto(SITE)
        bundle = resources.PRACTICES.texts()
        page.add_style_tag(content=bundle[resources.PRACTICES.style] + "#map { height: 640px }")
        page.add_script_tag(content=bundle[resources.PRACTICES.script])
        page.evaluate(START, [with_file() if file else OPTIONS, view, zoom])
        shown = np.ones(len(points), dtype=bool)
        state["view"] = MapView(*view, zoom)
        message = MapState(points=points_at(points), shown=shown, **state).message()
        page.evaluate("(message) => map.mpPractices.show(message)", message)
        return page

    return open_ground


def test_villages_rivers_and_borders_come_as_one_is_close(ground, console_errors):
    page = ground((50.05, 20.45), 11)
    expect(page.locator(".mp-village", has_text="Gawłówek")).to_be_visible()
    expect(page.locator(".mp-water", has_text="Wisła").first).to_be_visible()
    page.wait_for_function(f"({PAINTED})() > 2000")
    expect(page.locator(".leaflet-control-scale-line")).to_have_text("3 km")
    expect(page.locator(".mp-inset")).to_be_visible()
    assert console_errors == []


def test_the_whole_country_has_its_rivers_and_no_villages(ground):
    page = ground((52.1, 19.3), 6)
    page.wait_for_function(f"({PAINTED})() > 2000")
    expect(page.locator(".mp-village")).to_have_count(0)
    expect(page.locator(".mp-inset")).to_be_hidden()


@pytest.mark.parametrize("zoom", [9, 10.25, 11, 12, 13])
def test_no_name_stands_on_a_mark_or_on_another_name(ground, zoom):
    around = [(BOCHNIA[0] + lat, BOCHNIA[1] + lon) for lat in (0, 0.04) for lon in (0, 0.05, -0.06)]
    page = ground(BOCHNIA, zoom, points=around)
    page.wait_for_function("() => map.mpNames && map.mpGround && map.mpGround.tiles.length")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate(COVERED) == []


def test_the_place_of_the_selected_practice_has_its_name(ground):
    """At this zoom no village is named but this one."""
    page = ground(BOCHNIA, 8, named=[(50.0333, 20.5, "Gawłówek")])
    expect(page.locator(".mp-city", has_text="Gawłówek")).to_be_visible()


def test_without_tiles_the_outlines_stay(ground):
    page = ground(BOCHNIA, 11, tile=lambda route: route.abort())
    page.wait_for_function("() => map.mpGround")
    expect(page.locator(".mp-city", has_text="Bochnia")).to_be_visible()
    assert page.evaluate(PAINTED) == 0


def test_streets_of_a_file_are_named_and_drawn(ground, streets, console_errors):
    page = ground(BOCHNIA, 15, file=streets)
    expect(page.locator(".mp-road", has_text="Krakowska").first).to_be_visible()
    page.wait_for_function(f"({PAINTED})() > 20000")
    expect(page.locator(".mp-note")).to_have_count(0)
    assert console_errors == []


def test_a_file_that_fails_is_told_and_what_is_embedded_is_drawn(ground):
    page = ground(BOCHNIA, 11, file=lambda route: route.abort())
    expect(page.locator(".mp-note")).to_have_text("Nie ma ulic")
    expect(page.locator(".mp-village").first).to_be_visible()


def test_the_legend_stands_above_the_attribution_and_hides_no_mark_that_is_fitted(ground):
    page = ground((52.1, 19.3), 6, points=[BOCHNIA, (54.4, 18.6), (49.3, 22.0)])
    page.locator(".leaflet-control-attribution").evaluate(
        "(node) => (node.style.cssText = 'width: 200px; height: 60px')"
    )
    page.wait_for_function(
        """() => {
          const box = (where) => document.querySelector(where).getBoundingClientRect();
          return box(".mp-legend").bottom <= box(".leaflet-control-attribution").top;
        }"""
    )
    page.get_by_role("button", name="Wszystko").click()
    page.wait_for_function(
        """() => {
          const top = document.querySelector(".mp-legend").getBoundingClientRect().top;
          const marks = [...document.querySelectorAll(".mp-marker")];
          return marks.length === 3
            && marks.every((mark) => mark.getBoundingClientRect().bottom <= top);
        }"""
    )
