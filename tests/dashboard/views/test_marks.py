import numpy as np
import pytest

from dashboard.locale import texts_in
from dashboard.practices import OTHER_KEY, SECTIONS
from dashboard.views.listing import entries
from dashboard.views.points import circles_of, map_options, map_points
from dashboard.views.symbols import BY_KEY, ORDER, symbol_of
from geocoding import Precision, Status

PL = texts_in("pl")


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(
        [
            {"art": 7, "title": "Muzeum", "section": "Usługi społeczne", "subsection": "Kultura"},
            {"art": 596, "title": "Razem", "section": "Współpraca między JST"},
            {"art": 41, "title": "E-bilet", "section": "Coś innego"},
        ],
        [
            {"art": 7, "place": "Żory", "precision": "building", "accuracy_m": 20.0},
            {"art": 596, "place": "Liszki", "precision": "locality"},
            {"art": 596, "place": "Nigdzie", "status": "no_match"},
            {"art": 596, "place": "Skawina", "precision": "commune"},
            {"art": 41, "place": "", "status": "skipped"},
        ],
    )


def test_every_located_place_is_a_mark(catalog):
    points = map_points(catalog, np.ones(3, dtype=bool), PL)
    assert [(point.practice, point.precision) for point in points] == [
        (7, "exact"),
        (596, "near"),
        (596, "area"),
    ]
    assert points[0].title == "Muzeum"
    assert points[0].note == "Żory · adres: budynek, z dokładnością do 20\xa0m"


def test_marks_of_filtered_practices_alone(catalog):
    assert [point.practice for point in map_points(catalog, np.array([1, 0, 1]) > 0, PL)] == [7]


def test_circles_have_the_radius_of_the_accuracy(catalog):
    assert circles_of(catalog, 0) == [(50.0, 20.0, 20.0)]
    assert len(circles_of(catalog, 1)) == 2
    assert circles_of(catalog, 2) == []


def test_the_list_holds_what_is_not_on_the_map_with_the_reason(catalog):
    listed = entries(catalog, [0, 1, 2], PL)
    assert [entry.reason for entry in listed] == [
        "",
        "Nigdzie: nie znaleziono takiej miejscowości ani kodu",
        "źródło nie podaje miejscowości",
    ]
    assert [entry.mark for entry in listed] == ["exact", "near", "none"]
    assert listed[0].theme == "Usługi społeczne · Kultura"
    assert listed[1].place == "Liszki, Nigdzie, Skawina"


def test_every_section_has_a_mark_of_its_own():
    assert set(ORDER) == {section.key for section in SECTIONS} | {OTHER_KEY}
    assert len({symbol.path for symbol in BY_KEY.values()}) == len(ORDER)
    assert len({symbol.colour for symbol in BY_KEY.values()}) == len(ORDER)
    assert symbol_of("Nieznany dział") == BY_KEY[OTHER_KEY]


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("key", ORDER)
def test_marks_stand_out_from_white(key):
    assert 1.05 / (luminance(BY_KEY[key].colour) + 0.05) >= 3


@pytest.mark.parametrize("language", ["pl", "en"])
def test_legend_and_words_of_the_map_are_complete(catalog, language):
    options = map_options(catalog, texts_in(language))
    assert [symbol["present"] for symbol in options["symbols"]].count(True) == 3
    assert all(symbol["label"] for symbol in options["symbols"])
    assert "{count}" in options["words"]["cluster"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_precision_and_status_has_words(language):
    texts = texts_in(language)
    assert all(texts(f"position-{precision}") for precision in Precision)
    assert all(texts(f"unlocated-{status}".replace("_", "-")) for status in Status)
