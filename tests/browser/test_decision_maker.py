"""A decision-maker's whole task: practices of towns like mine, near mine, compared and sent on."""

import re

import pytest
from playwright.sync_api import expect

UNIT = "Jednostka, miejscowość lub kod pocztowy"


def choose(page, label, text):
    """Type into a select box and take the first option."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(text)
    page.get_by_role("option", name=re.compile(re.escape(text))).first.click()


@pytest.mark.visit
def test_from_my_town_to_a_link_with_two_practices(page, new_page, dashboard_url, settled):
    """How did towns of 20-50 thousand near Bochnia do it? Compare two, send the link."""
    page.goto(dashboard_url + "/?dane=demo")
    counter = page.locator(".st-key-licznik")
    expect(counter).to_have_text(re.compile(r"^480 z 480 praktyk"))
    page.get_by_label(UNIT).fill("bochnia")
    page.get_by_role("option", name="Bochnia (gmina miejska").click()
    expect(page.locator(".mp-own-unit")).to_contain_text("29\xa0922 mieszk.")
    choose(page, "W promieniu", "150 km")
    expect(page).to_have_url(re.compile("promien=150"))
    page.get_by_label("Liczba mieszkańców od").fill("20000")
    page.get_by_label("Liczba mieszkańców od").press("Enter")
    expect(page).to_have_url(re.compile("ludnosc=20000-"))
    page.get_by_label("Liczba mieszkańców do").fill("50000")
    page.get_by_label("Liczba mieszkańców do").press("Enter")
    expect(page).to_have_url(re.compile("ludnosc=20000-50000"))
    page.get_by_role("radio", name="odległość").click()
    expect(page).to_have_url(re.compile("kolejnosc=odleglosc"))
    listed = page.locator(".st-key-lista button.entry")
    expect(listed.first).to_contain_text("stąd")
    settled(page)
    away = [
        int(re.search(r"(\d+)\s+km", words)[1])
        for words in listed.locator(".relation").all_inner_texts()
        if "stąd" in words
    ]
    assert away == sorted(away)
    first, second = listed.locator(".title").all_inner_texts()[:2]
    listed.first.click()
    card = page.locator(".st-key-metryka h2")
    expect(card).to_have_text(first)
    page.get_by_role("button", name="Dodaj do wybranych").click()
    expect(page.get_by_role("button", name="Usuń z wybranych")).to_be_visible()
    page.get_by_role("button", name="Następna", exact=True).first.click()
    expect(card).to_have_text(second)
    page.get_by_role("button", name="Dodaj do wybranych").click()
    expect(page).to_have_url(re.compile(r"wybrane=\d+%2C\d+"))
    page.get_by_role("link", name="Wybrane").click()
    expect(page.locator(".mp-compare thead th")).to_have_count(2)
    other = new_page()
    other.goto(page.url)
    expect(other.locator(".mp-compare thead th").first).to_contain_text(first)
    expect(other.locator(".mp-compare thead th").last).to_contain_text(second)
    expect(other.locator(".st-key-licznik")).to_have_text(counter.inner_text())


def test_a_name_that_many_places_have_is_asked_about(page, dashboard_url):
    """Czernichów is a commune near Kraków and one near Żywiec: the reader chooses."""
    page.goto(dashboard_url + "/?moja=Czernichów")
    expect(page.get_by_text("Kilka miejsc ma tę nazwę")).to_be_visible()
    page.get_by_role("button", name=re.compile("powiat krakowski")).click()
    expect(page.locator(".mp-own-unit")).to_contain_text(
        "Czernichów (gmina wiejska, pow. krakowski"
    )
    expect(page).to_have_url(re.compile("moja="))
    expect(page.locator(".st-key-lista button.entry").first).to_contain_text("stąd")
