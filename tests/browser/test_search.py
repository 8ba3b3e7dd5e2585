"""The search field: words in any form, a letter wrong, suggestions that lead to a filter."""

import re

from playwright.sync_api import expect

LISTED = ".st-key-lista button.entry"


def search_field(page):
    return page.get_by_label("Szukaj", exact=True)


def test_words_in_any_form_are_found_marked_and_ordered_by_relevance(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo")
    settled(page)
    search_field(page).fill("bibloteki soboty")
    search_field(page).press("Enter")
    expect(page).to_have_url(re.compile("szukaj=bibloteki.soboty&kolejnosc=trafnosc"))
    expect(page.get_by_text("Szukano: „biblioteka”")).to_be_visible()
    first = page.locator(LISTED).first
    expect(first.locator("mark")).to_have_text(["Biblioteka", "soboty"])
    settled(page)
    first.click()
    expect(page.locator(".mp-card h2 mark")).to_have_text(["Biblioteka", "soboty"])


def test_a_suggestion_becomes_a_filter_by_keyboard(page, dashboard_url, settled):
    page.goto(dashboard_url + "/?dane=demo")
    settled(page)
    field = search_field(page)
    field.press_sequentially("transp")
    expect(page.get_by_role("option", name=re.compile("Poddział: Transport"))).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile("poddzial=Us.*Transport"))
    expect(field).to_have_value("")
    expect(page.locator(LISTED).first).to_contain_text("Transport")
