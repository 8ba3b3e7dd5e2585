"""The feed and the letter of what is new."""

import datetime as dt

import pytest
from lxml import etree

from dashboard.explore.filters.filters import Filters
from dashboard.export.news_feed import MAX_ENTRIES, atom, letter, make_feed
from dashboard.locale import texts_in
from dashboard.practices.edits import PRACTICE, Edit

ATOM = {"a": "http://www.w3.org/2005/Atom"}
NOW = dt.datetime(2026, 11, 30, 8, tzinfo=dt.UTC)
LINK = "https://mapa.example.org/?woj=ma%C5%82opolskie&szukaj=a%26b"


class History:
    """A store's history."""

    def __init__(self, *edits):
        self._edits = list(edits)

    def practice_edits(self, *, since=None, number=None):
        del since, number
        return self._edits


@pytest.fixture
def catalog(make_catalog):
    """A new practice with a contact person, and one that changed."""
    practices = [
        {
            "art": 150,
            "title": "Żłobek\x0b<b>& „łąka”",
            "section": "Usługi społeczne",
            "subsection": "Oświata",
            "locality": "Bochnia",
            "contacts": "Jan Przykładowy",
            "emails": "jan@example.org",
            "phones": "146149150",
            "metryka": '[["Osoby kontaktowe","Jan Przykładowy"]]',
            "presentation": "Pisze Jan Przykładowy.",
            "introduced": "2026-11-20",
        },
        {"art": 28, "title": "Biblioteka", "section": "K", "updated": "2026-11-25"},
        {"art": 7, "title": "Dawna", "section": "K", "introduced": "2009-01-01"},
    ]
    return make_catalog(practices, [{"art": each["art"], "place": ""} for each in practices])


def changed(*fields):
    sides = dict.fromkeys(fields, "jan@example.org")
    return Edit(at=NOW, place="28", field=PRACTICE, before=sides, after=dict.fromkeys(fields, ""))


def feed_of(catalog, *edits, language="pl", since=None):
    texts = texts_in(language)
    feed = make_feed(History(*edits), catalog, Filters(since=since), LINK, texts, made_at=NOW)
    return feed, texts


def test_the_feed_is_atom(catalog):
    root = etree.fromstring(atom(*feed_of(catalog, changed("title", "emails"))))
    assert root.xpath("string(a:id)", namespaces=ATOM) == LINK
    assert root.xpath("string(a:author/a:name)", namespaces=ATOM)
    assert root.xpath("a:entry/a:title/text()", namespaces=ATOM) == [
        "Zmieniona: Biblioteka (Tytuł)",
        "Nowa: Żłobek <b>& „łąka”",
    ]
    links = root.xpath("a:entry/a:link/@href", namespaces=ATOM)
    assert links == [f"https://mapa.example.org/?p={number}" for number in (28, 150)]
    assert len(set(root.xpath("a:entry/a:id/text()", namespaces=ATOM))) == 2
    for moment in root.xpath("//a:updated/text()", namespaces=ATOM):
        assert dt.datetime.fromisoformat(moment).tzinfo
    assert "1 nowa, 1 zmieniona" in root.xpath("string(a:title)", namespaces=ATOM)


@pytest.mark.parametrize("write", [atom, letter])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_no_person_is_in_it(write, language, catalog):
    edits = [changed("emails", "contacts", "metryka"), changed("presentation")]
    content = write(*feed_of(catalog, *edits, language=language)).decode()
    assert "Biblioteka" in content
    for word in ("Jan", "example.org/150", "jan@", "146149150", "Osoby"):
        assert word not in content


def test_the_letter_escapes_what_pages_say(catalog):
    content = letter(*feed_of(catalog)).decode()
    assert "Żłobek &lt;b&gt;&amp;" in content
    assert 'href="https://mapa.example.org/?woj=ma%C5%82opolskie&amp;szukaj=a%26b"' in content


def test_nothing_new_is_said(catalog):
    feed, texts = feed_of(catalog, since=dt.date(2026, 11, 30))
    assert feed.entries == ()
    assert "Nic nowego" in letter(feed, texts).decode()
    root = etree.fromstring(atom(feed, texts))
    assert root.xpath("string(a:updated)", namespaces=ATOM) == NOW.isoformat()


def test_a_long_feed_names_the_rest(make_catalog):
    count = MAX_ENTRIES + 3
    practices = [
        {"art": n, "title": f"T{n}", "section": "K", "introduced": "2026-11-20"}
        for n in range(1, count + 1)
    ]
    feed, texts = feed_of(make_catalog(practices, [{"art": 1, "place": ""}]))
    assert (len(feed.entries), feed.left_out) == (MAX_ENTRIES, 3)
    assert "3 praktyki" in letter(feed, texts).decode()
    assert b"3 praktyki" in atom(feed, texts)
