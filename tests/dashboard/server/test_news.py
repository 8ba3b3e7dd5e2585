"""The feed of any link, which the server answers with."""

import asyncio
from urllib.parse import urlencode

import pytest
from lxml import etree

from dashboard.practices.demo import make_demo
from dashboard.server.news import NewsFeed
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """The store that is shown: five practices, added today."""
    path = str(tmp_path / "praktyki.sqlite")
    store = open_store(path)
    store.save(make_demo(5, seed=1))
    monkeypatch.setenv(DATA_VARIABLE, path)
    return store


@pytest.fixture
def ask():
    """A function that gives status, headers and content; None where a request is passed on."""

    def ask(path="/nowosci.atom", *, base_path="", method="GET", headers=(), **query):
        sent, passed_on = [], []

        async def app(_scope, _receive, _send):
            passed_on.append(True)

        async def send(message):
            sent.append(message)

        scope = {
            "type": "http",
            "scheme": "http",
            "path": path,
            "method": method,
            "query_string": urlencode(query).encode(),
            "headers": [(b"host", b"mapa.example.org"), *headers],
        }
        asyncio.run(NewsFeed(app, base_path)(scope, None, send))
        if passed_on:
            return None
        begin, rest = sent
        return begin["status"], dict(begin["headers"]), rest["body"]

    return ask


def titles(content):
    return etree.fromstring(content).xpath("a:entry/a:title/text()", namespaces=ATOM)


def test_a_link_has_its_feed(ask, store):
    status, headers, content = ask()
    assert status == 200
    assert headers[b"content-type"].startswith(b"application/atom+xml")
    assert len(titles(content)) == len(store.load())
    section = store.load()["section"].iloc[0]
    _, _, filtered = ask(dzial=section)
    assert len(titles(filtered)) == (store.load()["section"] == section).sum()


def test_addresses_are_those_of_the_browser(ask):
    _, _, content = ask(
        "/praktyki/nowosci.atom",
        base_path="praktyki",
        headers=[(b"x-forwarded-proto", b"https")],
        lang="en",
    )
    root = etree.fromstring(content)
    assert root.xpath("string(a:link/@href)", namespaces=ATOM) == (
        "https://mapa.example.org/praktyki/?lang=en"
    )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param({"nowe": "wczoraj"}, "wczoraj", id="no day"),
        pytest.param({"dzial": "nie ma"}, "nie ma", id="no such section"),
        pytest.param({"dane": "wlasne"}, "wlasne", id="a visitor's own"),
        pytest.param({"moja": "Nibylandia", "promien": "30"}, "Nibylandia", id="no such place"),
    ],
)
def test_what_cannot_be_used_is_said(ask, query, words):
    status, _, content = ask(**query)
    assert status == 400
    assert words in content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/pokrycie", "/nowosci.atom/x", "/praktyki/nowosci.atom", "/nowosci"]
)
def test_other_addresses_are_passed_on(ask, path):
    assert ask(path) is None


def test_nothing_is_written_to_it(ask):
    assert ask(method="POST")[0] == 405


def test_a_store_that_cannot_be_read(ask, store):
    store.path.write_bytes(b"no database")
    assert ask()[0] == 503
