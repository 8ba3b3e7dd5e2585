import pytest

pytestmark = pytest.mark.slow

KEPT = "150,28,41"


def kept(page):
    return page.query_params["wybrane"]


@pytest.fixture
def page(visit):
    return visit("shortlist_page", wybrane=KEPT)


def press(page, key):
    return next(button for button in page.button if button.key == key).click().run()


def test_a_practice_moves_down_and_up_and_the_link_follows(page):
    page = press(page, "kept-150-1")
    assert kept(page) == "28,150,41"
    page = press(page, "kept-41--1")
    assert kept(page) == "28,41,150"
    assert not page.exception


def test_the_first_cannot_move_up_nor_the_last_down(page):
    disabled = {button.key for button in page.button if button.disabled}
    assert {"kept-150--1", "kept-41-1"} <= disabled


def test_a_practice_is_taken_off(page):
    page = press(page, "kept-28")
    assert kept(page) == "150,41"


def test_only_differences_are_shown_on_demand_and_the_link_says_so(visit):
    page = visit("shortlist_page", wybrane="7,28")  # of one theme
    assert "(tak samo)" in "".join(element.body for element in page.get("html"))
    page = page.toggle(key="tylko-roznice").set_value(True).run()
    assert page.query_params["roznice"] == "1"
    assert "(tak samo)" not in "".join(element.body for element in page.get("html"))
