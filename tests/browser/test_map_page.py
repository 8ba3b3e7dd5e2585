"""The page 'Mapa' in a real browser: from a click to the card and the address, and back."""

import re

import pytest
from playwright.sync_api import expect

SEED = "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"
FOCUSED = """() => {
  let node = document.activeElement;
  while (node.shadowRoot && node.shadowRoot.activeElement) node = node.shadowRoot.activeElement;
  return node.id || node.getAttribute("aria-label") || node.tagName;
}"""


@pytest.fixture
def open_map(page, dashboard_url):
    """A function that opens the dashboard and waits until the map has marks."""

    def open_at(path="/", on=page, url=dashboard_url):
        on.goto(url + path)
        expect(frame(on).locator(".leaflet-marker-icon.leaflet-interactive").first).to_be_visible()
        return on

    return open_at


def frame(page):
    return page.frame_locator(".st-key-mapa iframe")


def card(page):
    return page.locator(".st-key-metryka h2")


def counter(page):
    return page.locator(".st-key-licznik")


def mark(page, title):
    return frame(page).get_by_role("button", name=title)


def row(page, title):
    return page.locator(".st-key-lista").get_by_role("button", name=title)


def in_address(text):
    return re.compile(re.escape(text))


def test_a_click_on_a_mark_opens_its_card_and_is_in_the_address(open_map, settled, console_errors):
    page = open_map()
    mark(page, "Biblioteka Publiczna").click()
    expect(card(page)).to_have_text(in_address("Biblioteka Publiczna jako wydawca"))
    expect(page).to_have_url(in_address("p=28"))
    expect(mark(page, "Biblioteka Publiczna")).to_have_class(in_address("mp-selected"))
    settled(page)
    assert console_errors == []


def test_a_place_on_the_card_leads_to_its_numbered_mark(open_map, console_errors, settled):
    page = open_map("/?p=596")
    numbers = frame(page).locator(".mp-selected .mp-number")
    expect(numbers).to_have_count(5)
    settled(page)
    place = page.locator(".st-key-metryka").get_by_role("button", name="Mogilany")
    place.press("Enter")
    expect(page).to_have_url(in_address("widok=49.9"))
    expect(mark(page, re.compile(r"^3\. Podkrakowski"))).to_be_in_viewport()
    expect(place).to_be_focused()
    assert console_errors == []


def test_the_same_mark_can_be_clicked_again_after_its_card_was_closed(open_map):
    page = open_map()
    for _ in range(2):
        mark(page, "Biblioteka Publiczna").click()
        expect(card(page)).to_be_visible()
        page.get_by_role("button", name="Zamknij").click()
        expect(card(page)).to_have_count(0)
        expect(page).not_to_have_url(in_address("p=28"))


def test_a_link_shows_the_same_to_another_visitor(open_map, new_page):
    page = open_map()
    page.get_by_label("Szukaj").fill("bochni")
    page.get_by_label("Szukaj").press("Enter")
    expect(counter(page)).to_have_text(re.compile(r"^1 z 11\b"))
    row(page, SEED).click()
    expect(card(page)).to_have_text(SEED)
    expect(page).to_have_url(in_address("p=150"))
    other = open_map(page.url.removeprefix(page.url.split("/?")[0]), on=new_page())
    expect(card(other)).to_have_text(SEED)
    expect(counter(other)).to_have_text(re.compile(r"^1 z 11\b"))
    expect(other.get_by_label("Szukaj")).to_have_value("bochni")
    expect(mark(other, SEED)).to_be_in_viewport()


def test_filters_and_clicks_keep_the_frame_of_the_map(open_map):
    page = open_map()
    page.evaluate("document.querySelector('.st-key-mapa iframe').contentWindow.kept = true")
    page.get_by_label("Szukaj").fill("częstochow")
    page.get_by_label("Szukaj").press("Enter")
    expect(counter(page)).to_have_text(re.compile(r"^2 z 11\b"))
    expect(frame(page).locator(".mp-cluster")).to_have_text("2")
    row(page, "Miasto zrównoważonej energii").click()
    expect(card(page)).to_be_visible()
    page.get_by_role("button", name="Wyczyść filtry").click()
    expect(counter(page)).to_have_text(re.compile(r"^11 z 11\b"))
    assert page.evaluate("document.querySelector('.st-key-mapa iframe').contentWindow.kept")


def test_practices_at_one_place_can_each_be_reached(open_map):
    page = open_map("/?szukaj=częstochow")
    cluster = frame(page).locator(".mp-cluster")
    cluster.press("Enter")
    expect(mark(page, "Optymalizacja zarządzania")).to_be_visible()
    mark(page, "Miasto zrównoważonej energii").click()
    expect(card(page)).to_have_text(in_address("Miasto zrównoważonej energii"))
    expect(mark(page, "Optymalizacja zarządzania")).to_be_visible()


def test_the_back_button_undoes_a_filter(open_map):
    page = open_map()
    page.get_by_label("Szukaj").fill("bochni")
    page.get_by_label("Szukaj").press("Enter")
    expect(counter(page)).to_have_text(re.compile(r"^1 z 11\b"))
    expect(page).to_have_url(in_address("szukaj=bochni"))
    page.go_back()
    expect(counter(page)).to_have_text(re.compile(r"^11 z 11\b"))


def test_keyboard_alone_opens_a_card_reads_it_and_returns(open_map):
    page = open_map()
    row(page, "Koszaliński system").press("Enter")
    expect(card(page)).to_be_focused()
    page.get_by_role("button", name="Zamknij").press("Enter")
    expect(card(page)).to_have_count(0)
    page.wait_for_function(f"() => ({FOCUSED})() === 'row-18'")


def test_a_mark_is_reached_and_opened_by_keyboard(open_map):
    page = open_map()
    mark(page, "Koszaliński system").press("Enter")
    expect(card(page)).to_have_text("Koszaliński system oceny przedszkoli i szkół")


def test_the_card_has_working_links_and_its_position_in_words(open_map):
    page = open_map("/?p=150")
    box = page.locator(".st-key-metryka dl")
    expect(box.get_by_role("link", name="www.bochnia.pl")).to_have_attribute(
        "href", re.compile("^https?://www.bochnia.pl")
    )
    expect(box.get_by_role("link", name="(14) 6149150")).to_have_attribute(
        "href", "tel:+48146149150"
    )
    expect(box.get_by_role("link", name="promocja@um.bochnia.pl")).to_have_attribute(
        "href", "mailto:promocja@um.bochnia.pl"
    )
    expect(page.locator(".mp-positions")).to_contain_text("położenie przybliżone")
    expect(box).to_contain_text("30 000")


def test_what_has_no_place_is_listed_with_the_reason(open_map):
    page = open_map()
    expect(counter(page)).to_contain_text("1 nie ma na mapie")
    entry = row(page, "E-bilet")
    expect(entry).to_contain_text("źródło nie podaje miejscowości")
    entry.click()
    expect(card(page)).to_have_text("E-bilet w ramach Elektronicznej Karty Miejskiej")


def test_five_places_of_one_practice_are_five_marks(open_map):
    page = open_map("/?p=596")
    expect(frame(page).locator(".mp-selected")).to_have_count(5)


def test_the_link_is_copied(open_map, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_map("/?p=150")
    page.get_by_role("button", name="Kopiuj link").click()
    expect(page.get_by_text("Skopiowano")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_page_says_its_language(open_map):
    page = open_map()
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    page.get_by_text("English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(counter(page)).to_have_text(re.compile(r"^11 of 11\b"))
    expect(page).to_have_url(in_address("lang=en"))


def test_a_press_on_the_language_that_is_shown_leaves_it(open_map):
    page = open_map("/?lang=en")
    page.get_by_text("English", exact=True).click()
    page.get_by_label("Search").fill("biblioteka")
    page.get_by_label("Search").press("Enter")
    expect(page).to_have_url(in_address("szukaj=biblioteka"))
    expect(counter(page)).to_have_text(re.compile(r"^\d of 11\b"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_on_a_telephone_the_card_is_a_sheet_and_the_filters_are_behind_a_button(
    open_map, new_page, settled
):
    page = open_map("/?p=150", on=new_page(width=390, height=844))
    expect(card(page)).to_be_in_viewport()
    expect(mark(page, SEED)).to_be_in_viewport()
    settled(page)
    expect(page.get_by_label("Szukaj")).to_be_attached()
    expect(page.get_by_label("Szukaj")).not_to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Filtry", exact=True).click()
    expect(page.get_by_label("Szukaj")).to_be_in_viewport()


def test_hostile_texts_stay_texts(serve, new_page, tmp_path_factory, settled, console_errors):
    text = "<img src=x onerror='window.hurt=1'></script><script>window.hurt=1</script>`${1}`{{7*7}}"
    table = tmp_path_factory.mktemp("hostile") / "practices.csv"
    cell = '"' + text.replace('"', '""') + '"'
    table.write_text(
        "art,section,subsection,title,summary,locality,unit\n"
        f"1,{cell},{cell},{cell},{cell},Bochnia,{cell}\n",
        encoding="utf-8",
    )
    page = new_page()
    page.goto(serve(table) + "/?p=1")
    expect(card(page)).to_have_text(text)
    expect(mark(page, text)).to_be_visible()
    mark(page, text).hover()
    expect(frame(page).locator(".mp-tooltip strong")).to_have_text(text)
    expect(row(page, text)).to_be_visible()
    settled(page)
    assert not [each for each in page.frames if each.evaluate("window.hurt")]
    assert console_errors == []


def test_a_press_counts_though_the_list_is_filtered_meanwhile(open_map, settled):
    page = open_map()
    settled(page)
    page.get_by_label("Szukaj").fill("bochni")
    row(page, SEED).hover()
    page.mouse.down()
    expect(counter(page)).to_have_text(re.compile(r"^1 z 11\b"))
    settled(page)
    page.mouse.up()
    expect(card(page)).to_have_text(SEED)
    expect(page.locator(".st-key-lista button.entry")).to_have_count(1)


def test_a_filter_keeps_its_height_when_the_focus_leaves_it(open_map, new_page):
    """What moves between the press and the release of a mouse button is not clicked."""
    page = open_map(on=new_page(height=1400))
    box = page.locator(".st-key-filter-woj")
    box.get_by_role("combobox").click()
    page.get_by_role("option", name="małopolskie").click()
    page.keyboard.press("Escape")
    reset = page.get_by_role("button", name="Wyczyść filtry")
    expect(reset).to_be_enabled()
    height = box.bounding_box()["height"]
    reset.focus()
    assert box.bounding_box()["height"] == height
    reset.click()
    expect(reset).to_be_disabled()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_map_stays_where_it_is_while_the_page_fills(new_page, open_map, settled, width):
    page = new_page(width=width)
    with page.expect_response("**/marks-drawn") as told:
        open_map(on=page)
    assert told.value.status == 204
    place = page.locator(".st-key-mapa").bounding_box()
    settled(page)
    expect(page.locator(".st-key-lista")).to_be_attached()
    assert page.locator(".st-key-mapa").bounding_box() == pytest.approx(place, abs=1)


def view_of(page):
    """The view that the address holds: latitude, longitude, zoom; None where it holds none."""
    found = re.search(r"widok=([\d.]+)(?:%2C|,)([\d.]+)(?:%2C|,)([\d.]+)", page.url)
    return tuple(map(float, found.groups())) if found else None


def test_a_link_shows_the_view_that_the_reader_moved_to(open_map, new_page, console_errors):
    page = open_map("/?woj=małopolskie")
    assert view_of(page) is None
    for _ in range(4):
        frame(page).get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(in_address("widok="))
    page.wait_for_function("() => !document.querySelector('.leaflet-zoom-anim')")
    row(page, SEED).click()
    expect(card(page)).to_have_text(SEED)
    page.get_by_role("button", name="Zamknij").click()
    expect(page).not_to_have_url(in_address("p=150"))
    expect(page).to_have_url(in_address("widok="))
    lat, lon, zoom = view_of(page)
    other = open_map(f"/?widok={lat},{lon},{zoom}", on=new_page())
    frame(other).locator(".leaflet-container").press("ArrowRight")
    expect(other).not_to_have_url(in_address(f"{lat},{lon},"))
    moved = view_of(other)
    assert (moved[0], moved[2]) == (pytest.approx(lat, abs=0.01), zoom)
    assert lon < moved[1] < lon + 2
    assert console_errors == []


def test_a_view_that_the_map_cannot_show_is_told(open_map):
    page = open_map("/?widok=10.5,19,7")
    expect(page.get_by_text("widok = 10.5,19,7")).to_be_visible()
