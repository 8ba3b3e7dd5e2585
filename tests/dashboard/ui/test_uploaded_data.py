"""What a browser uploaded is there for its next visit, for an hour, and for no other browser."""

import hashlib

import pytest

from dashboard.ui.visit.browser import browser_of
from dashboard.ui.visit.uploaded_data import LASTS_MINUTES, Uploaded, UploadedData

ONE, OTHER = "a" * 43, "b" * 43
MINUTE = 60.0


def noise(seed, count):
    """So many bytes that no compression makes fewer."""
    return hashlib.shake_128(bytes([seed])).digest(count)


@pytest.fixture
def now():
    """The time, in a list of one."""
    return [0.0]


@pytest.fixture
def data(now):
    return UploadedData(10_000, clock=lambda: now[0])


def test_what_was_put_is_there_for_its_browser_alone(data):
    data.put("one", Uploaded.PRACTICES, {"title": ["Żłobek"]})
    assert data.get("one", Uploaded.PRACTICES) == {"title": ["Żłobek"]}
    assert not data.has("one", Uploaded.FIGURES)
    assert not data.has("other", Uploaded.PRACTICES)
    data.put("one", Uploaded.PRACTICES, None)
    assert data.get("one", Uploaded.PRACTICES) is None


def test_it_stays_as_long_as_it_is_used(data, now):
    data.put("one", Uploaded.PRACTICES, 1)
    for _ in range(3):
        now[0] += (LASTS_MINUTES - 1) * MINUTE
        assert data.has("one", Uploaded.PRACTICES)
    now[0] += (LASTS_MINUTES + 1) * MINUTE
    data.remove_old()
    assert not data.has("one", Uploaded.PRACTICES)


def test_the_longest_unused_makes_room(data):
    contents = [noise(seed, 4_000) for seed in range(3)]
    for browser, content in zip("ab", contents[:2], strict=True):
        data.put(browser, Uploaded.FIGURES, content)
    assert data.has("a", Uploaded.FIGURES)  # used now, so that of "b" goes
    data.put("c", Uploaded.FIGURES, contents[2])
    assert data.get("a", Uploaded.FIGURES) == contents[0]
    assert data.get("c", Uploaded.FIGURES) == contents[2]
    assert not data.has("b", Uploaded.FIGURES)


def test_what_is_too_large_is_not_stored_and_takes_nothing_away(data):
    data.put("one", Uploaded.FIGURES, "small")
    data.put("two", Uploaded.FIGURES, noise(1, 20_000))
    assert not data.has("two", Uploaded.FIGURES)
    assert data.get("one", Uploaded.FIGURES) == "small"


@pytest.mark.parametrize("cookie", ["", "a" * 42, "ż" * 43, "a" * 42 + ";"])
def test_what_is_no_cookie_of_ours_is_no_browser(data, cookie):
    assert browser_of(cookie) == ""
    data.put(browser_of(cookie), Uploaded.FIGURES, 1)
    assert not data.has("", Uploaded.FIGURES)


def test_each_cookie_is_a_browser_of_its_own():
    assert browser_of(ONE) == browser_of(ONE)
    assert browser_of(ONE) != browser_of(OTHER)
    assert ONE not in browser_of(ONE)
