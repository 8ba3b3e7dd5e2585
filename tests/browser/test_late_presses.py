"""A reader who is quicker than the network: presses on what the server has drawn anew already."""

import re

import pytest
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STREAM = re.compile("_stcore/stream")


class Line:
    """The connection of a page, whose answers can be kept back until a run has ended."""

    def __init__(self, page):
        self._kept = None
        self._meanwhile = None
        page.route_web_socket(STREAM, self._open)

    def keep_back(self, meanwhile):
        """Keep back the answers of the next run; do something between its end and their coming."""
        self._kept, self._meanwhile = [], meanwhile

    def _open(self, browser):
        server = browser.connect_to_server()
        browser.on_message(server.send)
        server.on_message(lambda message: self._answer(browser, message))

    def _answer(self, browser, message):
        if self._kept is None:
            browser.send(message)
            return
        self._kept.append(message)
        if ForwardMsg.FromString(message).WhichOneof("type") == "script_finished":
            kept, self._kept = self._kept, None
            self._meanwhile()
            for each in kept:
                browser.send(each)


@pytest.fixture
def line(page):
    return Line(page)


def counter(page):
    return page.locator(".st-key-licznik")


def search(page, words):
    field = page.get_by_label("Szukaj")
    field.fill(words)
    field.press("Enter")


def go_back(page):
    """Go back, until the page has heard of it."""
    page.evaluate(
        """() => new Promise(heard => {
            addEventListener("popstate", heard, { once: true });
            history.back();
        })"""
    )


def press(locator):
    """Press at once, whatever stands in the way by now."""
    locator.evaluate("element => element.click()")


def test_a_press_on_a_row_that_has_gone_chooses_nothing(
    page, dashboard_url, line, settled, console_errors
):
    page.goto(f"{dashboard_url}/?woj=małopolskie")
    expect(counter(page)).to_have_text(re.compile("^2 z 11 praktyk"))
    settled(page)
    row = page.locator(".st-key-lista button.entry").first
    line.keep_back(lambda: press(row))
    search(page, "niczego takiego nie ma")
    expect(counter(page)).to_have_text(re.compile("^0 z 11 praktyk"))
    search(page, "")
    expect(counter(page)).to_have_text(re.compile("^2 z 11 praktyk"))
    expect(page.locator(".st-key-metryka h2")).to_have_count(0)
    assert console_errors == []


def test_a_filter_right_after_another_leaves_the_others_as_they_are(
    page, dashboard_url, line, settled
):
    page.goto(f"{dashboard_url}/?woj=małopolskie&woj=śląskie")
    expect(counter(page)).to_have_text(re.compile("^6 z 11 praktyk"))
    settled(page)
    unknown = page.get_by_label("tylko te bez danych o liczbie mieszkańców")
    line.keep_back(lambda: press(unknown))
    search(page, "bochni")
    expect(page).to_have_url(re.compile(r"woj=ma%C5%82opolskie&woj=%C5%9Bl%C4%85skie&ludnosc=brak"))
    expect(page).to_have_url(re.compile("szukaj=bochni"))


def test_back_right_after_a_filter_leaves_the_address_of_what_is_shown(
    page, dashboard_url, line, settled
):
    page.goto(f"{dashboard_url}/?woj=małopolskie")
    expect(counter(page)).to_have_text(re.compile("^2 z 11 praktyk"))
    search(page, "bochni")
    expect(page).to_have_url(re.compile("szukaj=bochni(&|$)"))
    settled(page)
    line.keep_back(lambda: go_back(page))
    search(page, "niczego takiego nie ma")
    expect(counter(page)).to_have_text(re.compile("^2 z 11 praktyk"))
    expect(page).to_have_url(re.compile(r"\?woj=ma%C5%82opolskie$"))
    expect(page.get_by_label("Szukaj")).to_have_value("")
