"""The page 'Analiza' in a real browser: counts to click, a range to draw, a practice to open."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.explore.counts.histogram import step_edges
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo

TOWNS = "20\xa0000–49\xa0999"


@pytest.fixture
def analysis(page, dashboard_url, settled):
    """The page on the made-up practices, with all its parts drawn."""
    page.goto(f"{dashboard_url}/analiza?dane=demo")
    expect(chart(page)).to_be_visible()
    expect(button(page, "sizes", TOWNS)).to_be_visible()
    expect(part(page, "table").locator("[role=columnheader]").first).to_be_attached()
    settled(page)
    return page


def chart(page):
    return page.locator(".st-key-part-population .stVegaLiteChart svg.marks")


def part(page, name):
    return page.locator(f".st-key-part-{name}")


def button(page, where, name):
    return part(page, where).get_by_role("button", name=name, exact=True)


def counter(page):
    return page.locator(".st-key-licznik")


def asked(page):
    return parse_qs(urlsplit(page.url).query)


def expect_all(page):
    expect(counter(page)).to_have_text(re.compile("^480 z 480"))


def expect_fewer(page):
    expect(counter(page)).to_have_text(re.compile(r"^(?!480 z)\d+ z 480"))


@pytest.fixture
def populations():
    """The populations that the made-up practices state."""
    stated = make_demo(DEMO_ROWS, seed=DEMO_SEED)["population"].dropna()
    return stated.to_numpy("float64")


def draw_range(page, first, last):
    """Drag over the chart between two parts of its width, where it has come to stand."""
    chart(page).hover()
    box = chart(page).bounding_box()
    y = box["y"] + 60
    page.mouse.move(box["x"] + first * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + last * box["width"], y, steps=6)
    page.mouse.up()


def test_a_click_filters_the_rest_and_a_second_one_undoes_it(analysis, settled, console_errors):
    chart(analysis).evaluate("node => { node.kept = true }")
    town = button(analysis, "sizes", TOWNS)
    town.click()
    expect_fewer(analysis)
    expect(town).to_have_attribute("aria-pressed", "true")
    expect(analysis).to_have_url(re.compile(r"ludnosc=20000-49999\b"))
    expect(analysis.get_by_label("Liczba mieszkańców od")).to_have_value("20000")
    town.click()
    expect_all(analysis)
    expect(analysis).not_to_have_url(re.compile("ludnosc="))
    settled(analysis)
    assert chart(analysis).evaluate("node => node.kept"), "the chart was drawn anew"
    assert [text for text in console_errors if "404" not in text] == []


def test_counts_are_reached_and_chosen_by_keyboard(analysis):
    cell = part(analysis, "types").get_by_role("button", name=f"gmina miejska, {TOWNS}")
    cell.press("Enter")
    expect_fewer(analysis)
    expect(cell).to_be_focused()
    expect(cell).to_have_attribute("aria-pressed", "true")
    expect(analysis).to_have_url(re.compile(r"typ=gmina\+miejska\b"))
    cell.press("Enter")
    expect_all(analysis)


def test_a_range_drawn_on_the_chart_filters_until_it_is_removed(analysis, populations):
    draw_range(analysis, 0.5, 0.75)
    expect_fewer(analysis)
    expect(analysis).to_have_url(re.compile("ludnosc="))
    (drawn,) = asked(analysis)["ludnosc"]
    least, most = map(int, drawn.split("-"))
    edges = step_edges(populations).tolist()
    at = [edges.index(end) / (len(edges) - 1) for end in (least, most + 1)]
    assert at == pytest.approx([0.5, 0.75], abs=0.1)
    button(analysis, "population", "Usuń zakres").click()
    expect_all(analysis)
    expect(analysis).not_to_have_url(re.compile("ludnosc="))


def test_filters_go_along_to_the_map_and_back(analysis):
    button(analysis, "years", "2013").click()
    expect_fewer(analysis)
    expect(analysis).to_have_url(re.compile("rok=2013"))
    shown = counter(analysis).inner_text()
    analysis.get_by_role("link", name="Mapa", exact=True).click()
    expect(analysis.locator(".st-key-mapa iframe")).to_be_visible()
    expect(counter(analysis)).to_have_text(shown)
    expect(analysis.locator(".st-key-filter-rok")).to_contain_text("2013")
    analysis.get_by_role("link", name="Analiza").click()
    expect(button(analysis, "years", "2013")).to_have_attribute("aria-pressed", "true")


def test_a_practice_is_opened_from_the_table_and_from_its_list(analysis):
    table = part(analysis, "table").get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 35, "y": 53})
    title = analysis.locator(".st-key-metryka h2").first
    expect(title).to_contain_text("Przykład 001")
    expect(title).to_be_focused()
    analysis.get_by_role("button", name="Zamknij").click()
    expect(title).to_have_count(0)
    analysis.get_by_text("Te same praktyki jako lista").click()
    row = analysis.locator(".st-key-lista").get_by_role("button", name=re.compile("Przykład 002"))
    row.press("Enter")
    expect(title).to_contain_text("Przykład 002")
    expect(analysis).to_have_url(re.compile(r"[?&]p=2\b"))


@pytest.mark.parametrize(
    "width", [pytest.param(390, id="telephone"), pytest.param(1366, id="projector")]
)
def test_every_year_is_seen_at_any_width(new_page, dashboard_url, settled, width):
    page = new_page(width=width, height=900)
    page.goto(f"{dashboard_url}/analiza?dane=demo")
    years = part(page, "years").locator(".counts")
    expect(years.locator("thead th")).not_to_have_count(0)
    settled(page)
    needed, given = years.evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert needed <= given
    heights = years.locator("thead button").evaluate_all(
        "nodes => nodes.map(node => Math.min(node.offsetWidth, node.offsetHeight))"
    )
    assert min(heights) >= 24, "too small for a finger"


def test_a_table_and_its_chart_are_saved(analysis):
    saving = part(analysis, "sizes").get_by_role("button", name="Pobierz CSV: Klasy wielkości")
    with analysis.expect_download() as asked:
        saving.click()
    text = asked.value.path().read_text("utf-8-sig")
    assert text.startswith("Mieszkańcy;Praktyki")
    assert "Razem;480;" in text
    with analysis.expect_download() as asked:
        part(analysis, "years").get_by_role("button", name="Pobierz SVG: Rok").click()
    assert "<svg" in asked.value.path().read_text("utf-8")[:500]
