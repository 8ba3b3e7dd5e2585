import json
from dataclasses import asdict

import numpy as np
import pytest

from dashboard.locale import texts_in
from dashboard.practices import OTHER_KEY, SECTIONS
from dashboard.views.map.points import (
    circles_of,
    located_places,
    map_options,
    positions_file,
    shown_places,
    shown_practices,
    words_file,
)
from dashboard.views.practice.listing import entries
from dashboard.views.precision import MARK_KINDS
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


def test_every_located_place_is_a_mark(catalog, read_columns):
    places = located_places(catalog)
    marks = read_columns(positions_file(catalog, places))
    assert marks["practice"] == [7, 596, 596]
    assert [round(lat / 100_000, 5) for lat in marks["lat"]] == [50.0, 50.0, 50.0]
    assert [round(lon / 100_000, 5) for lon in marks["lon"]] == [20.0, 20.0, 20.0]
    assert [ORDER[index] for index in marks["section"]] == ["social", "cooperation", "cooperation"]
    assert [MARK_KINDS[index] for index in marks["precision"]] == ["exact", "near", "area"]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("pl", "adres: budynek, z dokładnością do 20\xa0m"),
        ("en", "address: building, to within 20\xa0m"),
    ],
)
def test_a_mark_says_what_it_is(catalog, read_columns, language, note):
    words = read_columns(words_file(catalog, located_places(catalog), texts_in(language)))
    assert words["title"] == ["Muzeum", "Razem", "Razem"]
    assert words["place"] == ["Żory", "Liszki", "Skawina"]
    notes = [words["notes"][index] for index in words["note"]]
    assert notes[0] == note
    assert len(set(notes)) == 3


def test_some_of_the_marks_can_be_told_alone(catalog, read_columns):
    places = located_places(catalog)
    some = places[places["art"] == 596]
    assert read_columns(positions_file(catalog, some))["practice"] == [596, 596]
    assert read_columns(words_file(catalog, some, PL))["title"] == ["Razem", "Razem"]


def test_an_empty_catalogue_has_no_marks(catalog, read_columns):
    none = located_places(catalog).iloc[:0]
    assert read_columns(positions_file(catalog, none))["lat"] == []
    assert read_columns(words_file(catalog, none, PL))["title"] == []


def test_the_files_are_the_same_for_the_same_catalogue_alone(catalog):
    places = located_places(catalog)
    assert positions_file(catalog, places) == positions_file(catalog, places)
    assert positions_file(catalog, places) != positions_file(catalog, places, salt="a secret")
    assert words_file(catalog, places, PL) != words_file(catalog, places, PL, salt="a secret")


def test_marks_of_filtered_practices_alone_are_seen(catalog):
    assert shown_practices(catalog, np.array([1, 0, 1]) > 0).tolist() == [True, False, False]


def test_marks_of_filtered_places_alone_are_seen(catalog):
    practices = np.array([0, 1, 1]) > 0
    passed = np.array([0, 1, 1, 1]) > 0  # Liszki, Nigdzie, Skawina, and none
    assert shown_places(catalog, practices, passed).tolist() == [False, False, True]


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


def test_entries_of_the_list_travel_as_json(catalog):
    told = json.loads(json.dumps([asdict(entry) for entry in entries(catalog, [2, 0], PL)]))
    assert [entry["number"] for entry in told] == [41, 7]
    assert [entry["place"] for entry in told] == ["", "Żory"]
