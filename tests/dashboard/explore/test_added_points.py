"""Practices are located anew when an office adds address points while the server runs."""

import runpy

import pytest

from dashboard.explore.catalog.current import TableReader
from dashboard.explore.catalog.prepared import prepare
from dashboard.explore.quality.review import find_candidates, find_place
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import open_store
from geocoding import GazetteerGeocoder, Precision
from geocoding.added import ADDRESS_POINTS, add_address_points, remove_kind


@pytest.fixture
def points(tmp_path, repository, monkeypatch):
    """A file of points along a street of Bochnia."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    formats = runpy.run_path(str(repository / "tests/programs/address_points/formats.py"))
    doors = [
        formats["Door"](
            *("1201011", "0958187", "Bochnia", str(number), 49.96 + number * 1e-4, 20.43),
            *("Kazimierza Wielkiego", "00001", "32-700"),
        )
        for number in range(1, 9)
    ]
    path = tmp_path / "points.csv"
    path.write_text("".join(formats["csv_lines"](doors)), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path):
    """A store with one practice, which stands at a house number of that street."""
    seat = {"street": "ul. Kazimierza Wielkiego", "number": "2", "postal_code": "32-700"}
    place = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    store = open_store(str(tmp_path / "store.sqlite"))
    store.save(make_demo(1, seed=1).assign(**seat, **place, places="", post_town="Bochnia"))
    return store


def test_places_follow_added_points_and_their_removal_without_a_restart(store, points, tmp_path):
    disk_cache = DiskCache(tmp_path / "disk_cache")
    reader = TableReader(
        lambda store, today: prepare(store, disk_cache, GazetteerGeocoder, today=today)
    )

    def precision():
        state = reader.read(store)
        assert reader.is_current(store, state)
        return state.prepared.catalog.places["precision"].tolist()

    before = reader.read(store)
    assert precision() != ["building"]
    add_address_points([points])
    assert not reader.is_current(store, before)
    assert precision() == ["building"]
    remove_kind(ADDRESS_POINTS)
    assert precision() != ["building"]


def test_what_is_typed_in_a_review_is_completed_from_the_points(store, points, tmp_path):
    prepared = prepare(store, DiskCache(tmp_path / "disk_cache"), GazetteerGeocoder)
    catalog = prepared.catalog
    (number,) = catalog.practices["art"]
    reviewed = find_place(catalog, str(number))
    geocoder = GazetteerGeocoder()
    before = find_candidates(geocoder, reviewed, "kaz 5 boch")
    add_address_points([points])
    found = find_candidates(geocoder, reviewed, "kaz 5 boch")
    added = [each for each in found.candidates if each not in before.candidates]
    assert [(each.label, each.precision) for each in added] == [
        ("Kazimierza Wielkiego 5, Bochnia", Precision.BUILDING)
    ]
