import json
from dataclasses import replace

import numpy as np
import pytest
from bs4 import BeautifulSoup

from dashboard.locale import texts_in
from dashboard.views.practice.card import STANDARD_LABELS, CardContext, card_html
from dashboard.views.practice.compare import compare_html

HOSTILE = '<script>alert(1)</script><img src=x onerror="a">`\''


@pytest.fixture
def render(make_catalog):
    def card(practice, places=({"place": "Bochnia"},), language="pl", **context):
        catalog = make_catalog(
            [{"art": 150, "title": "Tytuł", "section": "Usługi społeczne"} | practice],
            [{"art": 150} | place for place in places],
        )
        html = card_html(catalog, 0, texts_in(language), CardContext(**context))
        return BeautifulSoup(html, "lxml")

    return card


def fields(card):
    return {
        row.dt.get_text(strip=True): " ".join(row.dd.get_text().split())
        for row in card.select("dl > div")
    }


def test_the_fields_stand_in_their_own_order_under_their_own_labels(render):
    printed = [["Powiat", "Bochnia"], ["Coś nowego", "wartość"], ["Ulica", ""]]
    card = render({"metryka": json.dumps(printed), "county": "Bochnia"})
    labels = list(fields(card))
    assert labels[:3] == ["Powiat", "Coś nowego", "Ulica"]
    assert set(labels[3:]) == set(STANDARD_LABELS) - {"Powiat", "Ulica"}
    assert fields(card)["Coś nowego"] == "wartość"
    assert fields(card)["Ulica"] == "brak danych"


def test_in_english_known_fields_have_english_names_and_others_stay_as_printed(render):
    printed = [["Wirtyna internetowa", ""], ["Coś nowego", "x"], ["tel./fax", ""], ["", "y"]]
    card = render({"metryka": json.dumps(printed)}, language="en")
    labels = list(fields(card))
    assert labels[:4] == ["Website", "Coś nowego", "Telephone numbers", "(no label)"]
    assert {"Population", "Contact persons", "Postal code and post town"} < set(labels)
    polish = [term.get_text(strip=True) for term in card.select("dt[lang=pl]")]
    assert polish == ["Coś nowego"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_side_by_side_fields_are_named_as_on_the_card(make_catalog, language):
    practice = {"art": 1, "title": "t", "section": "s", "population": 30000}
    catalog = make_catalog([practice], [{"art": 1, "place": "Bochnia"}])
    table = BeautifulSoup(compare_html(catalog, [0], texts_in(language)), "lxml")
    names = {row.th.get_text(strip=True): row.th.get("lang") for row in table.select("tbody tr")}
    known = ("Liczba mieszkańców", "pl") if language == "pl" else ("Population", None)
    assert known in names.items()


@pytest.mark.parametrize(
    ("label", "name", "cells", "pl", "en"),
    [
        pytest.param(
            "Data wprowadzenia do BDP",
            "Introduced",
            {"introduced": "2009-11-23"},
            "23 listopada 2009",
            "November 23, 2009",
            id="date",
        ),
        pytest.param(
            "Liczba mieszkańców",
            "Population",
            {"population": 30000},
            "30 000",
            "30,000",
            id="population",
        ),
        pytest.param(
            "Typ jednostki", "Type of unit", {"unit_type": "powiat"}, "powiat", "powiat", id="text"
        ),
        pytest.param(
            "Miejscowość",
            "Locality",
            {"places": "Bochnia; Liszki"},
            "Bochnia, Liszki",
            "Bochnia, Liszki",
            id="several places",
        ),
        pytest.param("Ulica", "Street", {}, "brak danych", "no data", id="not known"),
    ],
)
def test_values_are_written_as_the_language_does(render, label, name, cells, pl, en):  # noqa: PLR0913, PLR0917
    assert fields(render(cells))[label] == pl
    assert fields(render(cells, language="en"))[name] == en


@pytest.mark.parametrize(
    "html_of",
    [
        pytest.param(lambda catalog, texts: card_html(catalog, 0, texts), id="card"),
        pytest.param(lambda catalog, texts: compare_html(catalog, [0], texts), id="side by side"),
    ],
)
def test_a_population_that_is_not_the_cards_is_marked_with_its_day(make_catalog, html_of):
    practice = {"art": 1, "title": "t", "section": "s", "metryka": '[["Liczba mieszkańców", ""]]'}
    catalog = make_catalog([practice], [{"art": 1, "place": "Koszalin"}])
    texts = texts_in("pl")
    assert "metryka nie podaje" not in html_of(catalog, texts)
    completed = replace(catalog, population=np.array([107450.0]))
    assert "107\xa0450 (na 31.12.2018; metryka nie podaje)" in html_of(completed, texts)


def test_contacts_are_working_links(render):
    card = render(
        {
            "website": "http://www.bochnia.pl",
            "phones": "(14) 6149150; 112",
            "emails": "promocja@um.bochnia.pl",
            "url": "https://dobrepraktyki.pl/index.php?p1=3&p2=7&art=150",
        }
    )
    links = {link.get_text(): link["href"] for link in card.select("dl a, .mp-card-source a")}
    assert links == {
        "http://www.bochnia.pl": "http://www.bochnia.pl",
        "(14) 6149150": "tel:+48146149150",
        "promocja@um.bochnia.pl": "mailto:promocja@um.bochnia.pl",
        "https://archiwum.dobrepraktyki.pl/index.php?p1=3&p2=7&art=150": (
            "https://archiwum.dobrepraktyki.pl/index.php?p1=3&p2=7&art=150"
        ),
    }
    assert fields(card)["tel."] == "(14) 6149150, 112"


def test_a_letter_has_its_subject(render):
    card = render({"emails": "a@b.pl; c@d.pl", "phones": "(14) 6149150", "title": "Żłobek & 1"})
    assert [link["href"] for link in card.select(".mp-contacts a")] == [
        "mailto:a@b.pl?subject=Praktyka%20nr%20150%3A%20%C5%BB%C5%82obek%20%26%201",
        "mailto:c@d.pl?subject=Praktyka%20nr%20150%3A%20%C5%BB%C5%82obek%20%26%201",
        "tel:+48146149150",
    ]
    assert not render({}).select(".mp-contacts")


def test_texts_stay_texts(render):
    printed = [[HOSTILE, HOSTILE], ["Witryna internetowa", "javascript:alert(1)"]]
    card = render(
        {
            "title": HOSTILE,
            "summary": f"{HOSTILE}\n\n{HOSTILE}",
            "subsection": HOSTILE,
            "metryka": json.dumps(printed),
            "website": "javascript:alert(1)",
            "url": "javascript:alert(1)",
        },
        [{"place": HOSTILE}],
    )
    assert not card.select("script")
    assert [image["alt"] for image in card.select("img")] == [""]
    assert not [link for link in card.select("a") if "javascript" in link.get("href", "")]
    assert card.h2.get_text() == HOSTILE


def test_the_summary_shows_its_first_paragraph_and_folds_the_rest(render):
    card = render({"summary": "Pierwszy.\n\nDrugi.\n\nTrzeci."})
    assert [text.get_text() for text in card.details.select("p")] == ["Drugi.", "Trzeci."]
    assert not render({"summary": "Pierwszy."}).details


@pytest.mark.parametrize(
    ("place", "note"),
    [
        pytest.param(
            {"precision": "building", "accuracy_m": 30.0},
            "adres: budynek, z dokładnością do 30 m",
            id="building",
        ),
        pytest.param(
            {"precision": "postal_code", "accuracy_m": 1234.0},
            "położenie przybliżone: obszar kodu pocztowego, z dokładnością do 1,2 km",
            id="code",
        ),
        pytest.param(
            {"precision": "county", "accuracy_m": 25400.0},
            "położenie przybliżone: środek powiatu, z dokładnością do 25 km",
            id="county",
        ),
        pytest.param(
            {"status": "ambiguous"},
            "położenie przybliżone: środek miejscowości; nazwa niejednoznaczna,"
            " z dokładnością do 1,8 km",
            id="ambiguous",
        ),
        pytest.param(
            {"status": "skipped", "place": ""},
            "nie ma na mapie: źródło nie podaje miejscowości",
            id="no place stated",
        ),
        pytest.param(
            {"status": "no_match"},
            "nie ma na mapie: nie znaleziono takiej miejscowości ani kodu",
            id="not found",
        ),
        pytest.param(
            {"status": "error"},
            "nie ma na mapie: ustalanie położenia nie powiodło się",
            id="failed is not the same as not found",
        ),
    ],
)
def test_a_position_says_what_it_is(render, place, note):
    card = render({}, [{"place": "Bochnia"} | place])
    shown = card.select_one(".mp-positions li > span").get_text()
    assert shown.replace("\xa0", " ") == note


PLACES = (
    {"place": "Kielce", "point": (50.87, 20.63)},
    {"place": "Nigdzie", "status": "no_match"},
    {"place": "Radom", "point": (51.4, 21.15)},
)


def test_several_places_on_the_map_are_numbered_and_lead_there(render):
    card = render({}, PLACES, has_map=True)
    rows = card.select(".mp-positions li")
    assert [row.b.get_text() if row.b else "" for row in rows] == ["1", "", "2"]
    led = [(row.button["data-place"], row.button.get_text()) for row in rows if row.button]
    assert led == [("1", "Kielce"), ("2", "Radom")]


def test_the_only_place_on_the_map_leads_there_without_a_number(render):
    card = render({}, PLACES[:2], has_map=True)
    assert not card.select(".mp-number")
    assert [button["data-place"] for button in card.select("button")] == ["1"]


def test_without_a_map_no_place_leads_there(render):
    card = render({}, PLACES)
    assert not card.select("button")
    assert [number.get_text() for number in card.select(".mp-number")] == ["1", "2"]
