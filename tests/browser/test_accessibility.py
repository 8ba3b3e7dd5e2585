"""Every page against the rules of axe-core: names, contrast, landmarks, headings, focus."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

expect.set_options(timeout=20_000)

PAGES = [
    pytest.param("/", id="map"),
    pytest.param("/?p=150&woj=małopolskie&moja=Bochnia&promien=50", id="map with card and filters"),
    pytest.param("/?szukaj=nic-takiego", id="map without a result"),
    pytest.param("/?prezentacja=1&p=150", id="slide show"),
    pytest.param("/wybrane?wybrane=150,596", id="short list"),
    pytest.param("/jakosc", id="quality"),
    pytest.param("/jakosc?przeglad=596/2", id="review of a place"),
    pytest.param("/dodaj", id="add"),
    pytest.param("/dodaj?dane=demo", id="example data"),
    pytest.param("/pokrycie", id="coverage"),
    pytest.param("/pokrycie?dane=demo&woj=lubuskie&miara=rok", id="coverage of counties"),
    pytest.param("/pokrycie?dane=demo&prezentacja=1&doroku=2014", id="presentation of coverage"),
    pytest.param("/pokrycie?dane=demo&prezentacja=1&region=lubuskie", id="slide show of regions"),
    pytest.param("/o-danych", id="about"),
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_no_rule_of_axe_is_broken(new_page, dashboard_url, path, color_scheme):
    page = new_page(color_scheme=color_scheme)
    page.goto(dashboard_url + path)
    expect(page.locator(".st-key-stopka footer")).to_be_attached()
    if path.startswith(("/?", "/jakosc", "/pokrycie")) or path == "/":
        maps = page.frame_locator('[class*="st-key-mapa"] iframe')
        expect(maps.locator(".leaflet-control-attribution")).to_be_visible()
    # The page's own script names Streamlit's controls once it has arrived.
    expect(page.locator(".st-key-page-tools button:not([hidden])")).to_be_attached()
    expect(
        page.locator('[data-testid="stFileUploaderDropzone"][role="presentation"]')
    ).to_have_count(0)
    broken = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken] == []
