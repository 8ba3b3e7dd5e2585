"""Practices that mean harm, on every page: no script runs, no text breaks the layout."""

import csv
import subprocess
import sys
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

MAP = '[class*="st-key-mapa"]'
LONG = 18
"""The practice whose texts are one word of ten thousand letters."""
HIGHEST_ROW_PX = 200
HIGHEST_TOOLTIP_PX = 300

NOT_SAFE = """() => [...document.querySelectorAll("a[href]")].map((link) => link.protocol)
    .filter((scheme) => !["http:", "https:", "mailto:", "tel:", "file:"].includes(scheme))"""
PUSHED_ASIDE = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
    .filter((node) => node && node.scrollWidth > node.clientWidth + 1).length"""

NOTHING_OVER_IT = """() => {
    const map = document.querySelector(".st-key-mapa iframe");
    const close = map.contentDocument.querySelector(".mp-close").getBoundingClientRect();
    const { x, y } = map.getBoundingClientRect();
    const [right, down] = [close.x + close.width / 2, close.y + close.height / 2];
    return document.elementFromPoint(x + right, y + down) === map;
}"""


@pytest.fixture(scope="module")
def hostile_url(serve, hostile_table):
    """The address of the dashboard on practices that mean harm."""
    return serve(hostile_table)


@pytest.fixture(scope="module")
def one_place_url(serve, hostile_table, tmp_path_factory):
    """The address of the dashboard on the same practices, all in one place."""
    path = tmp_path_factory.mktemp("one_place") / "practices.csv"
    with hostile_table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(row | {"postal_code": "32-700", "places": ""} for row in rows)
    return serve(path)


def assert_unharmed(page, console_errors):
    """Nothing ran in a drawn page and its frames; nothing was even tried; all is in its place."""
    frames = page.frames
    unharmed = [frame.evaluate("window.hacked === undefined") for frame in frames]
    assert unharmed == [True] * len(frames)
    assert [line for line in console_errors if "Content Security Policy" in line] == []
    assert page.evaluate(NOT_SAFE) == []
    assert page.evaluate(PUSHED_ASIDE) == 0


PAGES = [
    pytest.param((f"/?p={LONG}", ".mp-card h2", "WWWWWWWW"), id="card with a long word"),
    pytest.param(("/?prezentacja=1&p=3", ".mp-slide h2", "onmouseover"), id="slide"),
    pytest.param(("/pokrycie", ".st-key-ranking", "małopolskie"), id="coverage"),
    pytest.param(
        ("/pokrycie?prezentacja=1", ".st-key-naglowek, main", "praktyk"), id="coverage to a room"
    ),
    pytest.param(
        ("/pokrycie?prezentacja=1&region=małopolskie", "main", "małopolskie"),
        id="slide of a region",
    ),
    pytest.param(("/pokrycie?woj=małopolskie&powiat=bocheński", "main", "bocheński"), id="county"),
    pytest.param(("/o-danych", "main", "Źródła"), id="about"),
    pytest.param(("/dodaj", ".st-key-dodaj", "CSV"), id="add"),
    pytest.param(
        ("/?lang=en&ludnosc=1-&kolejnosc=odleglosc&moja=Bochnia", ".st-key-lista", "km"), id="near"
    ),
    pytest.param(("/analiza", "footer", "Źródła"), id="analysis"),
    pytest.param(
        (f"/wybrane?wybrane=1,3,6,{LONG}", ".mp-compare", ":material/home:"), id="compared"
    ),
    pytest.param(("/jakosc", ".st-key-jakosc", "miejsc"), id="quality"),
    pytest.param(("/jakosc?przeglad=6", ".mp-reviewed", ":material/home:"), id="review"),
]


@pytest.fixture
def narrow_page(new_page):
    """An empty page as wide as a telephone."""
    return new_page(width=390, height=844)


@pytest.fixture(params=[1440, 390])
def page_of_any_width(request, new_page):
    """An empty page as wide as a desk's screen, then as a telephone."""
    return new_page(width=request.param)


@pytest.mark.parametrize("shown", PAGES)
def test_a_narrow_page_holds_texts(narrow_page, hostile_url, settled, console_errors, shown):
    page, (address, part, text) = narrow_page, shown
    page.goto(hostile_url + address)
    expect(page.locator(part).first).to_contain_text(text)
    expect(page.locator(".st-key-stopka footer")).to_be_attached()
    if page.locator(MAP).count():
        drawn = page.frame_locator(f"{MAP} iframe").locator(".leaflet-control-attribution")
        expect(drawn).to_be_attached()
    settled(page)
    assert_unharmed(page, console_errors)


def test_marks_and_lists_of_the_map_hold_texts(
    page, hostile_url, hostile_texts, settled, console_errors
):
    page.goto(f"{hostile_url}/?p=2")
    frame = page.frame_locator(".st-key-mapa iframe")
    expect(page.locator(".st-key-metryka h2")).to_have_text(hostile_texts["image"])
    mark = frame.locator(".mp-marker.mp-selected")
    expect(mark).to_be_in_viewport()
    mark.hover()
    expect(frame.locator(".leaflet-tooltip")).to_contain_text(hostile_texts["image"])
    expect(page.locator(".st-key-lista")).to_contain_text(hostile_texts["script"])
    settled(page)
    assert_unharmed(page, console_errors)


def test_the_list_of_marks_on_one_point_holds_texts(
    page_of_any_width, one_place_url, hostile_texts, settled, console_errors
):
    page = page_of_any_width
    page.goto(one_place_url)
    frame = page.frame_locator(".st-key-mapa iframe")
    cluster = frame.locator(".mp-cluster").first
    expect(cluster).to_be_attached()
    settled(page)
    inside = next(each for each in page.frames if "st_folium" in each.url)
    while not frame.locator(".mp-list").count():
        inside.evaluate("() => (window.before = map_div.getZoom())")
        cluster.press("Enter")
        inside.wait_for_function(
            "() => (map_div.getZoom() > before && !document.querySelector('.leaflet-zoom-anim'))"
            " || document.querySelector('.mp-list')"
        )
    rows = frame.locator(".mp-list li")
    titles = rows.locator("strong").all_text_contents()
    assert {hostile_texts[name] for name in ("script", "image", "attribute", "ends")} < set(titles)
    boxes = rows.evaluate_all("(all) => all.map((row) => row.getBoundingClientRect().toJSON())")
    assert all(box["height"] <= HIGHEST_ROW_PX for box in boxes)
    for part in (frame.locator(".mp-list ul"), frame.locator(".mp-list p")):
        assert part.evaluate("(node) => node.scrollWidth <= node.clientWidth")
    page.wait_for_function(NOTHING_OVER_IT)
    rows.get_by_role("button").nth(1).press("Enter")
    expect(page.locator(".st-key-metryka h2")).to_have_text(hostile_texts["image"])
    settled(page)
    assert_unharmed(page, console_errors)


def test_a_mark_with_a_long_word_says_it_within_the_map(
    page_of_any_width, hostile_url, settled, console_errors
):
    page = page_of_any_width
    page.goto(f"{hostile_url}/?p={LONG}")
    frame = page.frame_locator(".st-key-mapa iframe")
    mark = frame.locator(".mp-marker.mp-selected")
    expect(mark).to_be_in_viewport()
    settled(page)
    mark.hover()
    tooltip = frame.locator(".leaflet-tooltip")
    expect(tooltip).to_contain_text("WWWW")
    assert tooltip.bounding_box()["height"] <= HIGHEST_TOOLTIP_PX
    assert_unharmed(page, console_errors)


def test_bars_tell_nothing_but_numbers(page, hostile_url, hostile_texts, settled, console_errors):
    page.goto(f"{hostile_url}/analiza")
    bar = page.locator(".stVegaLiteChart svg .role-mark.marks path").first
    expect(bar).to_be_attached()
    settled(page)
    bar.hover(force=True)  # what a range is drawn on lies above it
    tooltip = page.locator("#vg-tooltip-element")
    expect(tooltip).to_contain_text(f"mieszkańców: {len(hostile_texts)} praktyk")
    assert tooltip.locator("script, img, svg, a").count() == 0
    titles = page.locator("[class*='st-key-analysis-'] [title]")
    told = titles.evaluate_all("(all) => all.map((one) => one.title)")
    assert any(hostile_texts["attribute"] in title for title in told)
    assert_unharmed(page, console_errors)


def test_titles_of_the_short_list_are_shown_letter_by_letter(
    page, hostile_url, hostile_texts, settled
):
    page.goto(f"{hostile_url}/wybrane?wybrane=6")
    line = page.locator(".st-key-wybrane-lista [data-testid='stMarkdown']")
    expect(line).to_be_visible()
    settled(page)
    assert line.inner_text().replace("\N{WORD JOINER}", "").endswith(hostile_texts["markdown"])
    assert line.locator("a, img, code, strong, [role=img]").count() == 0


def test_a_link_cannot_write_into_the_page(page, dashboard_url, settled, console_errors):
    value = "[x](//x.pl) ![x](https://example.org/x.png) **b** :material/home:"
    page.goto(f"{dashboard_url}/?woj={quote(value)}")
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text(":\N{WORD JOINER}material/home:")
    settled(page)
    assert notice.locator("a, img, strong, [role=img]").count() == 0
    assert_unharmed(page, console_errors)


def test_a_script_that_got_into_the_page_would_not_run(page, dashboard_url, console_errors):
    page.goto(dashboard_url)
    expect(page.locator("footer")).to_be_attached()
    page.evaluate(
        """async () => {
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="hacked=1">');
            await new Promise((go) => setTimeout(go));
        }"""
    )
    with page.expect_event("console", lambda message: "Content Security" in message.text):
        page.evaluate("document.body.setAttribute('onclick', 'window.hacked = 1')")
    assert page.evaluate("window.hacked === undefined")
    refused = [line for line in console_errors if "Content Security Policy" in line]
    assert len(refused) >= 2


def test_a_standalone_file_holds_texts(narrow_page, hostile_table, console_errors, tmp_path):
    path = tmp_path / "mapa.html"
    command = [sys.executable, "-P", "-m", "dashboard", "export", "--data", str(hostile_table)]
    subprocess.run([*command, "--format", "html", "--output", str(path)], check=True)
    page = narrow_page
    page.goto(path.as_uri())
    for number in (3, LONG):
        page.locator(f".list button[data-number='{number}']").click()
        expect(page.locator("#card h2")).to_be_visible()
    assert_unharmed(page, console_errors)
