"""The one HTML file: what it holds, what it may run, and that it needs nothing from outside."""

import base64
import datetime as dt
import hashlib
import json
import re

import numpy as np
import pytest
from bs4 import BeautifulSoup

from dashboard.errors import ExportError
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export.provenance import Provenance
from dashboard.export.request import Cancelled, ExportRequest
from dashboard.export.standalone import MAX_PRACTICES, map_html
from dashboard.locale import texts_in

HOSTILE = '</script><script>window.hit=1</script><img src=x onerror="window.hit=1">{{7*7}}`\''
CARD = json.dumps(
    [
        ["Powiat", "Bochnia"],
        ["Osoby kontaktowe", "Osoba Zmyślona"],
        ["e@mail", "osoba@gmina.example"],
        ["Pole nieznane", "tu też bywa osoba"],
    ]
)
PRACTICES = [
    {"art": 150, "title": "Muzeum", "section": "Usługi społeczne", "metryka": CARD}
    | {"contacts": "Osoba Zmyślona", "emails": "osoba@gmina.example", "summary": "Raz.\n\nDwa."},
    {"art": 151, "title": HOSTILE, "section": HOSTILE, "summary": HOSTILE, "url": HOSTILE},
]
PLACES = [
    {"art": 150, "place": "Bochnia", "voivodeship": "małopolskie", "point": (49.96909, 20.43028)},
    {"art": 150, "place": "Liszki", "voivodeship": "małopolskie", "place_no": 1},
    {"art": 151, "place": HOSTILE, "status": "no_match"},
]


@pytest.fixture
def make_order(make_catalog):
    def make(language="pl", shown=None, **says):
        catalog = make_catalog(PRACTICES, PLACES)
        mask = np.ones(len(catalog), dtype=bool)
        told = {
            "made_at": dt.datetime(2026, 3, 1, 12, 30, tzinfo=dt.UTC),
            "dataset": "Praktyki z tabeli",
            "filters": (("Województwo", "małopolskie"), ("Szukaj", HOSTILE)),
            "shown": shown or len(catalog),
            "total": len(catalog),
            "has_contacts": False,
            "has_examples": False,
        }
        return ExportRequest(
            catalog=catalog,
            mask=mask,
            filters=Filters(),
            question=Question(
                level=Level.VOIVODESHIP,
                measure=PracticeMeasure.PRACTICES,
                breaks=Breaks.NATURAL,
                has_points=False,
            ),
            provenance=Provenance(**told | says),
            texts=texts_in(language),
        )

    return make


@pytest.fixture
def make_file(make_order):
    def make(language="pl", **says):
        return map_html(make_order(language, **says), lambda _done, _of: None)

    return make


@pytest.fixture
def read(make_file):
    """A function that makes a file and gives its page and the data in it."""

    def make(language="pl", **says):
        page = BeautifulSoup(make_file(language, **says).decode(), "lxml")
        return page, json.loads(page.find(id="data").string)

    return make


def policy_of(page):
    text = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    return {rule.split()[0]: rule.split()[1:] for rule in text.split("; ")}


def hash_of(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_holds_the_practices_with_their_places(read):
    _, data = read()
    first = data["practices"][0]
    assert (first["number"], first["title"], first["summary"]) == (150, "Muzeum", ["Raz.", "Dwa."])
    assert [(place["name"], place["mark"]) for place in first["places"]] == [
        ("Bochnia", "near"),
        ("Liszki", "near"),
    ]
    assert first["places"][0]["at"] == [49.96909, 20.43028]
    assert first["places"][0]["note"].startswith("położenie przybliżone: środek miejscowości")
    assert first["regions"] == ["małopolskie"]
    assert data["practices"][1]["places"][0]["at"] == []


def test_holds_only_the_practices_of_the_order(make_order):
    order = make_order()
    order.mask[1] = False
    page = BeautifulSoup(map_html(order, lambda _done, _of: None).decode(), "lxml")
    numbers = [each["number"] for each in json.loads(page.find(id="data").string)["practices"]]
    assert numbers == [150]


def test_only_its_own_scripts_may_run_and_nothing_may_be_loaded(read):
    page, _ = read()
    policy = policy_of(page)
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == policy["form-action"] == ["'none'"]
    assert policy["img-src"] == policy["font-src"] == ["data:"]
    scripts = page.find_all("script", type=None)
    assert policy["script-src"] == [hash_of(script.string) for script in scripts]
    assert policy["style-src-elem"] == [hash_of(page.style.string)]


def test_names_nothing_outside_itself(read):
    page, _ = read()
    assert page.find_all(src=True) == []
    assert [link["href"] for link in page.find_all("link")] == ["data:,"]
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]{0,9})", page.style.string)
    assert {address[:5] for address in addresses} <= {"data:", "#defa"}
    assert "@import" not in page.style.string
    assert "sourceMappingURL" not in page.text


def test_hostile_texts_stay_texts(make_file, read):
    assert b"<script>window.hit" not in make_file()
    assert b"<img src=x" not in make_file()
    page, data = read()
    hostile = data["practices"][1]
    assert (hostile["title"], hostile["summary"], hostile["source"]) == (HOSTILE, [HOSTILE], "")
    assert HOSTILE in page.find(class_="about").get_text()


@pytest.mark.parametrize(
    ("has_contacts", "labels"),
    [
        pytest.param(False, set(), id="without contacts"),
        pytest.param(True, {"Osoby kontaktowe", "e@mail", "tel.", "Pole nieznane"}, id="with"),
    ],
)
def test_contacts_only_where_the_order_has_them(make_file, read, has_contacts, labels):
    _, data = read(has_contacts=has_contacts)
    fields = {heading for heading, *_ in data["practices"][0]["fields"]}
    personal = {"Osoby kontaktowe", "e@mail", "tel.", "Pole nieznane"}
    assert fields & personal == labels
    assert "Powiat" in fields
    for text in ("Osoba Zmyślona", "osoba@gmina.example", "bywa osoba"):
        assert (text.encode() in make_file(has_contacts=has_contacts)) == has_contacts


def test_in_english_known_fields_have_english_names(read):
    _, data = read("en", has_contacts=True)
    printed = {heading: is_printed for heading, _, is_printed in data["practices"][0]["fields"]}
    assert not any(printed[heading] for heading in ("County", "Population", "Contact persons"))
    assert printed["Pole nieznane"]


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        pytest.param("pl", "Mapa praktyk", "stan z 1 marca 2026", id="Polish"),
        pytest.param("en", "Map of practices", "as of March 1, 2026", id="English"),
    ],
)
def test_says_what_it_is_in_either_language(read, language, title, words):
    page, data = read(language)
    assert page.html["lang"] == data["language"] == language
    assert page.h1.get_text() == title
    about = " ".join(page.find(class_="about").get_text().split())
    assert words in about
    assert "Województwo: małopolskie" in about
    assert "OpenStreetMap" in page.footer.get_text()
    assert "OpenStreetMap" in data["map"]["told"]["attribution"]


@pytest.mark.parametrize("has_examples", [True, False])
def test_made_up_practices_are_called_so(read, has_examples):
    page, _ = read(has_examples=has_examples)
    told = [note.get_text() for note in page.select("header > .warning")]
    assert ("Dane przykładowe" in "".join(told)) == has_examples


def test_more_practices_than_a_browser_opens_are_refused(make_file):
    with pytest.raises(ExportError, match="najwyżej 20\xa0000 praktyk"):
        make_file(shown=MAX_PRACTICES + 1)


def test_can_be_cancelled_and_tells_how_far_it_is(make_order):
    told = []
    map_html(make_order(), lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (2, 2)]

    def cancel(_done, _of):
        raise Cancelled

    with pytest.raises(Cancelled):
        map_html(make_order(), cancel)


def test_is_small(make_file):
    assert len(make_file()) < 1_000_000
