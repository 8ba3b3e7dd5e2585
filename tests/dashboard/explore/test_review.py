import pytest

from dashboard.explore.quality.review import (
    find_candidates,
    find_place,
    idle_corrections,
    place_ids,
    places_beside,
)
from geocoding import Address, GazetteerGeocoder, Status
from geocoding.overrides import Override


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(
        [
            {
                "art": 150,
                "title": "Promocja",
                "section": "a",
                "locality": "Bochnia",
                "street": "ul. Polna",
                "number": "2",
                "postal_code": "32-700",
            },
            {"art": 596, "title": "Razem", "section": "a", "places": "Liszki; Skawina"},
            {"art": 41, "title": "E-bilet", "section": "a"},
        ],
        [
            {"art": 150, "place": "Bochnia", "checks": "locality=ok"},
            {"art": 596, "place": "Liszki"},
            {"art": 596, "place": "Skawina", "place_no": 1, "point": (49.97, 19.83)},
            {"art": 41, "place": "", "status": "skipped"},
        ],
    )


@pytest.fixture(scope="module")
def geocoder():
    return GazetteerGeocoder()


def test_every_place_has_a_name_that_finds_it(catalog):
    names = place_ids(catalog, catalog.places)
    assert names == ["150", "596/1", "596/2", "41"]
    found = [find_place(catalog, name) for name in names]
    assert [each.place.name for each in found] == catalog.places["place"].tolist()
    assert [each.id for each in found] == names


def test_names_of_some_places_in_their_order(catalog):
    assert place_ids(catalog, catalog.places.iloc[[3, 2]]) == ["41", "596/2"]


@pytest.mark.parametrize(
    "name", ["", "596", "596/3", "150/1", "7", "x", "-1", "١٥٠", "9" * 300, "150/", "150 "]
)
def test_other_names_find_nothing(catalog, name):
    assert find_place(catalog, name) is None


def test_a_place_has_what_is_stated_and_where_it_was_found(catalog):
    found = find_place(catalog, "150")
    assert found.address == Address(
        street="ul. Polna", number="2", city="Bochnia", postal_code="32-700"
    )
    assert (found.title, found.checks, found.decided_by) == ("Promocja", "locality=ok", "locality")
    assert find_place(catalog, "596/2").place.point == (49.97, 19.83)
    assert find_place(catalog, "41").address == Address()


def test_the_places_of_one_practice(catalog):
    assert places_beside(catalog, find_place(catalog, "596/2")) == {
        "596/1": "Liszki",
        "596/2": "Skawina",
    }


def test_candidates_are_of_the_stated_address_or_of_other_words(catalog, geocoder):
    reviewed = find_place(catalog, "596/2")
    assert find_candidates(geocoder, reviewed, "").matched_label == "Skawina"
    assert find_candidates(geocoder, reviewed, "32-060 Liszki").matched_label == "Liszki"
    assert find_candidates(geocoder, find_place(catalog, "41"), "").status is Status.SKIPPED


def test_corrections_of_no_place_are_told(catalog):
    rest = {"lat": 50, "lon": 20, "precision": "street", "reason": "x", "date": "2026-01-02"}
    corrections = [Override(id=name, **rest) for name in ("150", "150/1", "596/2", "8")]
    by_address = Override(address="Bochnia", **rest)
    idle = idle_corrections(catalog, [*corrections, by_address])
    assert [each.id for each in idle] == ["150/1", "8"]
