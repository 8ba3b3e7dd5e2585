"""'Moja jednostka', from the empty page to the practices of units like mine."""

import re

import pytest
from playwright.sync_api import expect

UNIT = "Jednostka, miejscowość lub kod pocztowy"
LISTED = ".st-key-lista button.entry"
BOCHNIA = "Bochnia (gmina miejska, pow. bocheński, małopolskie)"


def relations(page):
    return page.locator(f"{LISTED} .relation").all_inner_texts()


def likeness_of(words):
    found = re.search(r"podobieństwo (\d,\d\d)", words)
    return float(found[1].replace(",", ".")) if found else -1


def test_two_actions_lead_to_practices_of_units_like_mine(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo")
    expect(page.locator(".st-key-licznik")).to_have_text(re.compile("^480 z 480"))
    settled(page)
    page.get_by_label(UNIT).fill("bochnia")  # the first action: the name is typed
    page.get_by_role("option", name=BOCHNIA).click()  # the second: it is chosen
    expect(page).to_have_url(re.compile("moja=120101&kolejnosc=podobienstwo"))
    expect(page.locator(LISTED).first).to_contain_text("podobieństwo")
    settled(page)
    words = relations(page)
    assert all(re.search(r"tys|mieszk", each) for each in words)
    assert [*map(likeness_of, words)] == sorted(map(likeness_of, words), reverse=True)
    assert likeness_of(words[0]) > 0.8
    pills = page.locator(".st-key-grupa").get_by_role("button", pressed=True)
    expect(pills).to_have_text(["20–50 tys. mieszk.", "miejskie"])


def test_the_link_holds_all_of_it(page, new_page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo&moja=120101&kolejnosc=podobienstwo")
    group = page.locator(".st-key-grupa")
    count = group.get_by_role("status")
    expect(count).to_contain_text("103 gminy")
    group.get_by_role("button", name="miejskie", exact=True).click()
    expect(page).to_have_url(re.compile("grupa=wielkosc"))
    expect(count).not_to_contain_text("103 gminy")
    settled(page)
    group.get_by_role("button", name="Pokaż jednostki grupy").click()
    table = page.locator(".mp-group-table")
    expect(table.locator("tbody tr").first).to_contain_text("Bochnia")
    rings = page.frame_locator('[class*="st-key-mapa"] iframe').locator("path.mp-group")
    expect(rings.first).to_be_attached()
    settled(page)
    group.get_by_text("Tylko praktyki z grupy").click()
    expect(page).to_have_url(re.compile("tylkogrupa=1"))
    expect(page.locator(".st-key-licznik")).not_to_have_text(re.compile("^480 z 480"))
    settled(page)
    shown = page.locator(".st-key-licznik").inner_text()
    other = new_page()
    other.goto(page.url)
    expect(other.locator(".st-key-licznik")).to_have_text(shown)
    expect(other.locator(".mp-group-table tbody tr").first).to_contain_text("Bochnia")
    expect(other.locator(".st-key-grupa").get_by_role("status")).to_have_text(count.inner_text())


def test_the_keyboard_alone_chooses_and_hears_of_it(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo")
    field = page.get_by_role("combobox", name=UNIT)
    expect(field).to_have_attribute("aria-expanded", "false")
    settled(page)
    field.press_sequentially("lod")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_contain_text("Łódź (miasto na prawach powiatu")
    field.press("Enter")
    expect(page).to_have_url(re.compile("moja=106101"))
    expect(field).to_be_focused()
    expect(page.locator(".mp-own-unit")).to_contain_text("Łódź")


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        pytest.param("32-060", "Liszki (gmina wiejska", id="postal code"),
        pytest.param("Kryspinów", "Liszki (gmina wiejska", id="locality"),
    ],
)
def test_a_locality_and_a_code_lead_to_their_commune(page, dashboard_url, settled, typed, unit):
    page.goto(dashboard_url + "/?dane=demo")
    settled(page)
    field = page.get_by_label(UNIT)
    field.fill(typed)
    page.get_by_role("option", name="Szukaj miejscowości lub kodu").click()
    expect(page.locator(".mp-own-unit")).to_contain_text(unit)
    expect(page.locator(LISTED).first).to_contain_text("podobieństwo")


def test_what_is_filled_in_can_be_changed(page, dashboard_url):
    page.goto(dashboard_url + "/?dane=demo&moja=120101&kolejnosc=podobienstwo")
    page.get_by_text("Kryteria podobieństwa").click()
    people = page.get_by_label("Liczba naszych mieszkańców")
    expect(people).to_have_value("29922")
    people.fill("60000")
    people.press("Enter")
    expect(page).to_have_url(re.compile("mojaludnosc=60000"))
    expect(page.locator(".st-key-grupa").get_by_role("button", pressed=True).first).to_have_text(
        "50–100 tys. mieszk."
    )
