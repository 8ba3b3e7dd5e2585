"""A practice as a slide for a room."""

import pytest
from bs4 import BeautifulSoup

from dashboard.locale import texts_in
from dashboard.views.practice.slide import slide_html

HOSTILE = '<script>alert(1)</script><img src=x onerror="a">`\''
CONTACTS = {
    "contacts": "Osoba Zmyślona",
    "phones": "14 600 00 00",
    "emails": "osoba@gmina.example",
}


@pytest.fixture
def render(make_catalog):
    def slide(practice, places=({"place": "Bochnia"},), language="pl"):
        catalog = make_catalog(
            [{"art": 150, "title": "Tytuł", "section": "Usługi społeczne"} | practice],
            [{"art": 150} | place for place in places],
        )
        return BeautifulSoup(slide_html(catalog, 0, "3 z 11", texts_in(language)), "lxml")

    return slide


def facts(slide):
    return {row.dt.get_text(): row.dd.get_text() for row in slide.select("dl > div")}


def test_says_what_a_room_wants_to_know(render):
    slide = render(
        {
            "subsection": "Kultura",
            "unit": "Urząd Miasta Bochnia",
            "unit_type": "gmina miejska",
            "population": 30000,
            "introduced": "2009-11-23",
        }
    )
    assert slide.h2.get_text() == "Tytuł"
    assert " ".join(slide.select_one(".mp-slide-theme").get_text().split()) == (
        "Usługi społeczne · Kultura 3 z 11"
    )
    assert slide.select_one(".mp-slide-unit").get_text() == "Urząd Miasta Bochnia · Bochnia"
    assert facts(slide) == {
        "Typ jednostki": "gmina miejska",
        "Liczba mieszkańców": "30\xa0000",
        "Data wprowadzenia": "23 listopada 2009",
        "Położenie": ("położenie przybliżone: środek miejscowości, z dokładnością do 1,8\xa0km"),
    }


def test_leaves_out_what_is_not_known(render):
    slide = render({}, places=({"place": "", "status": "skipped"},))
    assert slide.select(".mp-slide-unit, .mp-slide-summary") == []
    assert facts(slide) == {"Położenie": "nie ma na mapie: źródło nie podaje miejscowości"}


def test_names_nobody(render):
    text = render(CONTACTS).get_text()
    assert not any(value in text for value in CONTACTS.values())


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        pytest.param("Krótko.\n\nDrugi akapit.", "Krótko.", id="first paragraph"),
        pytest.param("słowo " * 200, "słowo " * 49 + "…", id="cut at a word"),
        pytest.param("", None, id="none"),
    ],
)
def test_shortens_the_summary(render, summary, shown):
    found = render({"summary": summary}).select_one(".mp-slide-summary")
    assert (found and found.get_text()) == shown


def test_hostile_texts_stay_texts(render):
    slide = render({"title": HOSTILE, "summary": HOSTILE, "unit": HOSTILE, "section": HOSTILE})
    assert slide.h2.get_text() == HOSTILE
    assert slide.find_all(["script", "a"]) == []
    assert [image["src"][:9] for image in slide.find_all("img")] == ["data:imag"]
