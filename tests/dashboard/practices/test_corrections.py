import datetime as dt

import pandas as pd
import pytest

from dashboard.practices import load_practices, locate
from dashboard.practices.corrections import (
    Changes,
    address_of_correction,
    corrections_csv,
    is_editing,
    with_correction,
    without_corrections,
)
from dashboard.practices.places import stated_places
from dashboard.variables import EDIT_VARIABLE
from geocoding import Address, GazetteerGeocoder, Precision
from geocoding.overrides import Override, load_overrides


def correction(place, **changes):
    values = {
        "address": "",
        "lat": 49.97,
        "lon": 20.43,
        "precision": Precision.BUILDING,
        "reason": "widziane na miejscu, „tu”",
        "date": dt.date(2026, 5, 11),
    }
    return Override(id=place, **values | changes)


@pytest.fixture(scope="module")
def geocoder():
    return GazetteerGeocoder()


@pytest.fixture
def shipped(repository):
    return load_practices(repository / "data" / "practices.csv")


def test_what_is_written_can_be_read_again(tmp_path):
    corrections = [correction("150", address="ul. Polna 2, 32-700 Bochnia"), correction("596/2")]
    path = tmp_path / "overrides.csv"
    path.write_bytes(corrections_csv(corrections))
    assert load_overrides(path) == corrections


def test_a_correction_is_added_and_the_others_stay():
    ones = with_correction([correction("7")], correction("41"))
    assert [each.id for each in ones] == ["7", "41"]


def test_a_later_correction_of_a_place_replaces_the_earlier_one():
    ones = with_correction([correction("7")], correction("7", lat=50.0))
    assert [(each.id, each.lat) for each in ones] == [("7", 50.0)]


def test_corrections_are_removed_and_the_others_stay():
    ones = [correction("7"), correction("41"), correction("596/2")]
    left = without_corrections(ones, ["7", "596/2", "none"])
    assert [each.id for each in left] == ["41"]


def test_changes_of_a_visit_are_made_to_the_file_that_is_downloaded():
    saved = [correction("7"), correction("41")]
    changes = Changes().with_correction(correction("596/2")).without_correction("7", of=saved)
    assert [each.id for each in changes.applied_to(saved)] == ["41", "596/2"]
    undone = changes.with_correction(correction("7", lat=50.0))
    assert undone.removed == ()
    assert [each.lat for each in undone.applied_to(saved) if each.id == "7"] == [50.0]


def test_what_only_this_visit_made_leaves_no_trace_when_it_is_taken_back():
    changes = Changes().with_correction(correction("41"))
    assert changes.without_correction("41", of=[correction("7")]) == Changes()


def test_without_an_id_the_address_tells_corrections_apart():
    ones = [correction("", address="Bochnia"), correction("", address="Liszki")]
    assert with_correction(ones, correction("", address="Liszki", lat=50.0))[0] == ones[0]


def test_places_are_named_by_practice_and_number(shipped):
    names = stated_places(shipped).set_index("id")["place"]
    assert names["150"] == "Bochnia"
    assert names["41"] == ""
    assert names["596/5"] == "Świątniki Górne"
    assert names.index.is_unique


def test_corrections_win_over_the_gazetteer(shipped, geocoder):
    changes = [correction("596/2"), correction("150", address="Liszki")]
    places = locate(shipped, geocoder, overrides=changes).set_index(["art", "place_no"])
    assert places.loc[(596, 1), ["status", "lat", "precision"]].tolist() == [
        "manual",
        49.97,
        "building",
    ]
    assert places.loc[(596, 0), "status"] == "ok"
    assert places.loc[(150, 0), "checks"] == "override_address=failed"


def test_a_corrected_practice_is_found_by_the_areas_of_its_point(shipped, geocoder):
    places = locate(shipped, geocoder, overrides=[correction("41")]).set_index("art")
    assert places.loc[41, ["matched_county", "matched_voivodeship"]].tolist() == [
        "bocheński",
        "małopolskie",
    ]


def test_a_practice_that_states_no_place_can_be_corrected(shipped, geocoder):
    places = locate(shipped, geocoder, overrides=[correction("41")]).set_index("art")
    assert places.loc[41, ["status", "error"]].tolist() == ["manual", ""]
    assert places.loc[41, "decided_by"] == "2026-05-11: widziane na miejscu, „tu”"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param(Address(city="Żory"), "Żory", id="locality"),
        pytest.param(
            Address(
                street="ul. Kazimierza Wielkiego", number="2", city="Bochnia", postal_code="32-700"
            ),
            "ul. Kazimierza Wielkiego 2, 32-700 Bochnia",
            id="whole",
        ),
        pytest.param(Address(), "", id="nothing"),
        pytest.param(Address(street="Polna" * 60, number="2", city="Żory"), "", id="too long"),
        pytest.param(Address(county="krakowski"), "", id="area only"),
    ],
)
def test_the_address_of_a_correction_is_read_as_it_was(address, words):
    assert address_of_correction(address) == words


def test_the_address_of_a_shipped_practice_is_not_stale(shipped, geocoder):
    row = stated_places(shipped).set_index("id").loc["150"]
    parts = {name: row[name] for name in ("street", "number", "city", "postal_code")}
    one = correction("150", address=address_of_correction(Address(**parts)))
    places = locate(shipped, geocoder, overrides=[one]).set_index("art")
    assert places.loc[150, "checks"] == "override_address=ok"


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("", False)])
def test_editing_is_off_unless_it_is_asked_for(monkeypatch, value, on):
    monkeypatch.setenv(EDIT_VARIABLE, value)
    assert is_editing() is on
    monkeypatch.delenv(EDIT_VARIABLE)
    assert not is_editing()


def test_no_corrections_change_nothing(shipped, geocoder):
    pd.testing.assert_frame_equal(
        locate(shipped, geocoder), locate(shipped, geocoder, overrides=[correction("99999")])
    )
