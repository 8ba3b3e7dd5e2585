import datetime as dt

import pandas as pd
import pytest

from dashboard.errors import CorrectionError
from dashboard.practices import load_practices, locate
from dashboard.practices.corrections import (
    EDIT_VARIABLE,
    Changes,
    address_of_correction,
    corrections_csv,
    corrections_path,
    is_editing,
    with_correction,
    without_corrections,
)
from dashboard.practices.places import stated_places
from dashboard.practices.stores import FileStore
from geocoding import Address, GazetteerGeocoder, Precision, TableError
from geocoding.overrides import Override, load_overrides

OLD = "id,address,lat,lon,precision,reason,date\n7,Żory,50.05,18.7,building,muzeum,2026-01-02\n"


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


def save_correction(new, path):
    store = FileStore(path.with_name("practices.csv"))
    store.change_corrections(lambda corrections: with_correction(corrections, new))


def remove_corrections(places, path):
    store = FileStore(path.with_name("practices.csv"))
    store.change_corrections(lambda corrections: without_corrections(corrections, places))


@pytest.fixture
def file(tmp_path):
    path = corrections_path(tmp_path / "practices.csv")
    path.write_text(OLD, encoding="utf-8")
    return path


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


def test_a_correction_is_added_and_the_others_stay(file):
    save_correction(correction("41"), file)
    assert [each.id for each in load_overrides(file)] == ["7", "41"]


def test_a_later_correction_of_a_place_replaces_the_earlier_one(file):
    save_correction(correction("7", lat=50.0), file)
    assert [(each.id, each.lat) for each in load_overrides(file)] == [("7", 50.0)]


def test_the_first_correction_makes_the_file(tmp_path):
    path = tmp_path / "overrides.csv"
    save_correction(correction("41"), path)
    assert [each.id for each in load_overrides(path)] == ["41"]


def test_corrections_are_removed_and_the_others_stay(file):
    save_correction(correction("41"), file)
    save_correction(correction("596/2"), file)
    remove_corrections(["7", "596/2", "none"], file)
    assert [each.id for each in load_overrides(file)] == ["41"]


def test_a_removed_correction_can_be_saved_again(file):
    (before,) = load_overrides(file)
    remove_corrections(["7"], file)
    assert load_overrides(file) == []
    save_correction(before, file)
    assert load_overrides(file) == [before]


CHANGES = [
    pytest.param(lambda path: save_correction(correction("41"), path), id="save"),
    pytest.param(lambda path: remove_corrections(["7"], path), id="remove"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_is_not_as_it_should_be_is_left_alone(file, change):
    file.write_text(OLD + "8,,0,0,house,,x\n", encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(TableError, match="line 3"):
        change(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("change", CHANGES)
def test_a_place_that_cannot_be_written_to_is_told(tmp_path, change):
    with pytest.raises(CorrectionError, match="--edit"):
        change(tmp_path / "none" / "overrides.csv")


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
