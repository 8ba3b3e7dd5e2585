"""The three tabs of a practice's card, its history, and what is new, in a browser."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Signature
from dashboard.store import open_store

PRESENTATION = (
    "## Opis sytuacji\n\nGmina nie miała <b>żłobka</b>.\n\n- pierwszy\n- drugi\n\n"
    "| Rok | Koszt |\n| 2012 | 5 tys. |\n\n! Ratusz po remoncie"
)
ATTACHMENTS = (
    "Uchwała rady\tPDF\t120 kB\thttps://a.example/uchwala.pdf\nZły\t-\t-\tjavascript:alert(1)"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store of two made-up practices, the first with further tabs and a change."""
    practices = make_demo(2, seed=1)
    practices.loc[0, ["presentation", "attachments"]] = [PRESENTATION, ATTACHMENTS]
    store = open_store(str(tmp_path_factory.mktemp("tabs") / "praktyki.sqlite"))
    store.save(practices)
    store.edit_field(1, "unit_type", "miasto na prawach powiatu", Signature(reason="próba"))
    return store


@pytest.fixture(scope="module")
def url(serve, store):
    """The address of the dashboard on it."""
    return serve(store.path)


def test_the_tabs_are_read_by_keyboard(page, url, settled):
    page.goto(f"{url}/?p=1")
    settled(page)
    page.get_by_role("tab", name="Skrót i metryka").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    panel = page.get_by_role("tabpanel", name="Pełna prezentacja")
    expect(panel.get_by_role("heading", name="Opis sytuacji")).to_be_visible()
    expect(panel.get_by_text("Gmina nie miała <b>żłobka</b>.")).to_be_visible()
    expect(panel.get_by_role("listitem")).to_have_text(["pierwszy", "drugi"])
    expect(panel.get_by_role("cell", name="5 tys.")).to_be_visible()
    expect(panel.get_by_text("Ratusz po remoncie")).to_be_visible()
    assert panel.locator("img").count() == 0
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    links = page.get_by_role("tabpanel", name="Załączniki (1)").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "https://a.example/uchwala.pdf")


def test_a_narrow_screen_has_them_too(new_page, url, settled):
    page = new_page(width=390, height=844)
    page.goto(f"{url}/?p=1")
    settled(page)
    page.get_by_role("tab", name="Pełna prezentacja").click()
    expect(page.get_by_role("cell", name="5 tys.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_practice_without_further_tabs_is_its_card_alone(page, url, settled):
    page.goto(f"{url}/?p=2")
    settled(page)
    expect(page.locator(".mp-card").first).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)


def test_the_history_says_what_changed(page, url, settled):
    page.goto(f"{url}/?p=1")
    settled(page)
    page.get_by_text("Historia tej praktyki (2)").click()
    expect(page.locator(".mp-versions ins")).to_have_text(["miasto na prawach powiatu"])


def test_what_is_new_is_shown_and_linked(page, url, settled, console_errors):
    page.goto(f"{url}/?nowe={dt.datetime.now().astimezone().date()}")
    settled(page)
    expect(page.locator(".mp-news")).to_contain_text("2 nowe, 0 zmienionych")
    expect(page.locator(".st-key-lista .news").first).to_contain_text("nowa · ")
    feed = page.request.get(url + page.locator(".mp-news a").get_attribute("href"))
    assert feed.ok
    assert feed.text().count("<entry>") == 2
    assert console_errors == []
