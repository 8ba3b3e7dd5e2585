import pytest
from bs4 import BeautifulSoup

from dashboard.explore.quality.quality import FIELDS, Positions, QualityFacet, contradictions
from dashboard.explore.quality.review import find_place
from dashboard.locale import LANGUAGES, texts_in
from dashboard.views.map.maps import OfflineMap
from dashboard.views.quality.quality import (
    KNOWN_CHECKS,
    check_words,
    checks_words,
    contradiction_rows,
    missing_html,
    position_rows,
    unlocated_rows,
    value_words,
)
from dashboard.views.quality.review import choices, map_candidates, stated_html
from dashboard.views.quality.review_map import (
    GroundClick,
    MapCandidate,
    ReviewMap,
    ReviewMapState,
    ReviewState,
    read_click,
)
from geocoding import Candidate, Point, Precision, Status

PL = texts_in("pl")
HOSTILE = "<script>alert(1)</script>{{ 7 }}`'\""


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(
        [
            {"art": 7, "title": HOSTILE, "section": "Usługi społeczne", "locality": HOSTILE},
            {
                "art": 596,
                "title": "Razem",
                "section": "Współpraca między JST",
                "county": "krakowski",
                "places": "Liszki; Nigdzie",
            },
        ],
        [
            {"art": 7, "place": "Żory", "precision": "street", "checks": "locality=ok"},
            {"art": 596, "place": "Liszki", "county": "bocheński", "checks": "county=failed"},
            {"art": 596, "place": "Nigdzie", "place_no": 1, "status": "no_match"},
        ],
    )


@pytest.fixture
def positions(catalog):
    return Positions.of(catalog)


def test_a_row_says_how_a_place_was_found(catalog, positions):
    rows = position_rows(catalog, positions, [1, 0, 2], PL)
    assert [(row.id, row.details, row.mark) for row in rows] == [
        ("596/1", "nr 596 · Liszki", "near"),
        ("7", "nr 7 · Żory", "exact"),
        ("596/2", "nr 596 · Nigdzie", "none"),
    ]
    assert [row.cells for row in rows] == [
        ("znalezione", "miejscowość", "1,8\xa0km", "inny powiat"),
        ("znalezione", "ulica", "1,8\xa0km", "zgodne z adresem"),
        ("nieznalezione", "", "", ""),
    ]
    assert rows[1].title == HOSTILE


def test_a_contradiction_has_both_sides_in_words(catalog, positions):
    rows = contradiction_rows(catalog, positions, contradictions(catalog, positions), PL)
    assert [(row.id, row.cells) for row in rows] == [
        ("596/1", ("inny powiat", "krakowski", "bocheński"))
    ]


def test_what_is_not_located_has_its_reason(catalog, positions):
    rows = unlocated_rows(catalog, positions, [2], PL)
    assert [row.cells for row in rows] == [("nie znaleziono takiej miejscowości ani kodu",)]


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        pytest.param("", "nie było czego porównać", id="none made"),
        pytest.param("locality=ok;county=ok", "zgodne z adresem", id="all held"),
        pytest.param("locality=ok;county=failed", "inny powiat", id="one failed"),
        pytest.param(
            "county=failed;uug_agrees=failed", "inny powiat, niezgodność: uug_agrees", id="service"
        ),
    ],
)
def test_checks_in_words(checks, words):
    assert checks_words(checks, PL) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_words(language):
    texts = texts_in(language)
    assert len({check_words(name, texts) for name in KNOWN_CHECKS}) == len(KNOWN_CHECKS)
    assert all(value_words(QualityFacet.STATUS, value, texts) for value in Status)
    assert all(value_words(QualityFacet.PRECISION, value, texts) for value in Precision)
    assert missing_html(dict.fromkeys(FIELDS, 1), 3, texts)


def test_a_field_shows_for_how_many_it_is_known():
    table = BeautifulSoup(missing_html({"county": 1500, "street": 0}, 2000, PL), "lxml")
    rows = [[cell.get_text(" ", strip=True) for cell in row("td")] for row in table.tbody("tr")]
    assert rows == [["500 (25%)", "1\xa0500"], ["2\xa0000 (100%)", "0"]]


def test_what_is_stated_stays_text(catalog):
    shown = stated_html(catalog, find_place(catalog, "7"), PL)
    page = BeautifulSoup(shown, "lxml")
    assert not page.select("script")
    assert HOSTILE in [cell.get_text(strip=True) for cell in page.select("dd")]


def test_candidates_have_the_same_numbers_on_the_map_and_in_the_list():
    ones = [
        Candidate(
            label="Nowa Wieś",
            point=Point(50.1234567, 20.0),
            postal_code="32-700",
            commune="Kęty",
            county="oświęcimski",
            voivodeship="małopolskie",
        ),
        Candidate(label="bocheński", point=Point(49.9, 20.4), voivodeship="małopolskie"),
    ]
    assert [(each.number, each.label, each.details) for each in choices(ones, PL)] == [
        (1, "Nowa Wieś", "32-700, gm. Kęty, pow. oświęcimski, małopolskie"),
        (2, "bocheński", "małopolskie"),
    ]
    assert map_candidates(ones, PL)[0] == MapCandidate(
        number=1,
        lat=50.12346,
        lon=20.0,
        label="Nowa Wieś, 32-700, gm. Kęty, pow. oświęcimski, małopolskie",
    )


@pytest.mark.parametrize(
    ("properties", "clicked"),
    [
        pytest.param({"candidate": 2, "click": 3}, 2, id="candidate"),
        pytest.param({"lat": 50.1, "lon": 20, "click": 1}, GroundClick(50.1, 20), id="ground"),
        pytest.param({"lat": float("nan"), "lon": 20.0}, None, id="no number"),
        pytest.param({"lat": "50", "lon": "20"}, None, id="texts"),
        pytest.param({}, None, id="nothing yet"),
        pytest.param({"practice": 150}, None, id="a mark of another map"),
    ],
)
def test_a_click_is_a_candidate_or_a_point(properties, clicked):
    assert read_click(properties) == clicked


def test_the_map_of_a_review_has_its_own_layer_and_texts_stay_texts():
    base = ReviewMap(base="files/", options={}, attribution="")
    state = ReviewMapState(
        candidates=[MapCandidate(1, 50.0, 20.0, HOSTILE)],
        chosen=(50.0, 20.0),
        radius_m=500.0,
        move_number=1,
        label="punkt",
    )
    ReviewState(state).add_to(base)
    base.get_root().render()
    script = base.get_root().script.render()
    assert "mapaPraktyk.addReview(" in script
    assert "mapaPraktyk.addPractices(" not in script
    assert ".mpReview.show(" in script
    assert HOSTILE[:8] not in script
    assert OfflineMap.layer == "addPractices"
