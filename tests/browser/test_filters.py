"""The filters at the left, as they are seen and filled in."""

import re

from playwright.sync_api import expect


def test_the_most_used_filters_are_seen_without_scrolling(page, dashboard_url, settled):
    page.goto(dashboard_url)
    settled(page)
    for label in (
        "Szukaj",
        "Województwo",
        "Dział",
        "Liczba mieszkańców od",
        "Lata wprowadzenia od",
    ):
        box = page.get_by_label(label, exact=True).first.bounding_box()
        assert box["y"] + box["height"] <= 900, label


def test_a_chosen_value_is_written_whole(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo&dzial=Efektywność energetyczna&dzial=Usługi techniczne")
    chosen = page.locator(".stMultiSelect [data-tag] > span[title]:visible")
    expect(chosen).to_have_count(2)
    settled(page)
    for value in chosen.all():
        needed, given = value.evaluate("node => [node.scrollWidth, node.clientWidth]")
        assert needed <= given + 1, value.inner_text()


def test_years_are_chosen_as_a_range(page, dashboard_url):
    page.goto(dashboard_url + "/?dane=demo")
    first = page.get_by_label("Lata wprowadzenia od")
    first.fill("2012")
    first.press("Enter")
    expect(page).to_have_url(re.compile("lata=2012-"))
    page.get_by_label("Lata wprowadzenia do").fill("2015")
    page.get_by_label("Lata wprowadzenia do").press("Enter")
    expect(page).to_have_url(re.compile("lata=2012-2015"))
    page.get_by_role("button", name="Lata wprowadzenia: od 2012 do 2015").click()
    expect(page).not_to_have_url(re.compile("lata="))
