"""What 'Pobierz' draws, and when."""

import re

OPEN = "export-open"
TICK = "export-contacts-wanted"


def formats_of(page):
    """The formats that the page offers."""
    assert not page.exception
    return [button.key for button in page.button if re.match("export-[a-z]+$", button.key or "")]


def set_open(page, *, is_open):
    """Open the formats, or close them."""
    page.session_state[OPEN] = is_open
    return page.run()


def test_formats_are_drawn_while_they_are_open(visit):
    page = visit()
    assert formats_of(page) == []
    assert "export-csv" in formats_of(set_open(page, is_open=True))
    assert formats_of(set_open(page, is_open=False)) == []


def test_a_tick_is_kept_while_the_formats_are_closed(visit):
    page = set_open(visit(), is_open=True)
    page.checkbox(key=TICK).check().run()
    page = set_open(set_open(page, is_open=False), is_open=True)
    assert page.checkbox(key=TICK).value


def test_contacts_are_asked_for_on_each_page_anew(visit):
    page = set_open(visit(), is_open=True)
    page.checkbox(key=TICK).check().run()
    page = page.switch_page("app_pages/analysis_page.py").run()
    assert not set_open(page, is_open=True).checkbox(key=TICK).value
