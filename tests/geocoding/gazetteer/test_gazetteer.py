"""The gazetteer: reading its tables, and the points it makes of them."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geocoding import GazetteerError, GazetteerGeocoder, data_dir
from geocoding.distance import distance_km
from geocoding.gazetteer import radius
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.targets import Kind
from geocoding.gazetteer.units import county_key, voivodeship_key


@pytest.fixture(scope="session")
def gazetteer(geocoder: GazetteerGeocoder) -> Gazetteer:
    return geocoder.gazetteer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables."""
    for path in (data_dir() / "gazetteer").glob("*.parquet"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_missing_table_is_named_with_the_remedy(folder: Path) -> None:
    (folder / "cities.parquet").unlink()
    with pytest.raises(GazetteerError, match=r"cities\.parquet.*make data"):
        Gazetteer.load(folder)


def test_damaged_table_is_named(folder: Path) -> None:
    (folder / "settlements.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(GazetteerError, match=r"settlements\.parquet: cannot be read"):
        Reference.read(folder)


def test_missing_column_is_named(folder: Path) -> None:
    path = folder / "postal_codes.parquet"
    pd.read_parquet(path).drop(columns=["key", "lat"]).to_parquet(path)
    with pytest.raises(GazetteerError, match=r"postal_codes\.parquet: no column key, lat"):
        Reference.read(folder)


def test_targets_have_points_inside_poland(gazetteer: Gazetteer) -> None:
    targets = gazetteer.targets
    sound = np.ones(len(targets), dtype=np.bool_)
    sound[targets.first(Kind.CODE) + np.flatnonzero(~gazetteer.code.sound)] = False
    assert ((targets.lat > 48.9) & (targets.lat < 55.0))[sound].all()
    assert ((targets.lon > 14.0) & (targets.lon < 24.3))[sound].all()
    assert (~sound).sum() < 50


def test_every_target_has_a_radius(gazetteer: Gazetteer) -> None:
    assert (gazetteer.targets.radius_m >= 500).all()
    assert (gazetteer.targets.radius_m < 200_000).all()


def test_targets_stand_kind_after_kind(gazetteer: Gazetteer) -> None:
    assert (np.diff(gazetteer.targets.kind) >= 0).all()
    counts = np.bincount(gazetteer.targets.kind, minlength=len(Kind))
    assert 72_500 < counts[Kind.SETTLEMENT] < 72_900  # some rows of the source are wrong
    assert counts[Kind.VOIVODESHIP] == 16


@pytest.mark.parametrize(
    ("code", "neighbour"),
    [
        pytest.param("30-024", "30-023", id="krakow"),
        pytest.param("50-001", "50-002", id="wroclaw"),
        pytest.param("80-011", "80-010", id="gdansk"),
        pytest.param("45-002", "45-003", id="opole"),
    ],
)
def test_wrong_point_of_a_citys_code_is_mended(
    gazetteer: Gazetteer, code: str, neighbour: str
) -> None:
    """GeoNames has these four to ten kilometres from the codes next to them."""
    start = gazetteer.targets.first(Kind.CODE)
    here, there = (start + gazetteer.codes.find_one(text) for text in (code, neighbour))
    lat, lon = gazetteer.targets.lat, gazetteer.targets.lon
    km = distance_km(lat[[here]], lon[[here]], lat[[there]], lon[[there]])
    assert km[0] < 2


def test_unsound_points_of_codes_are_known(gazetteer: Gazetteer) -> None:
    """OpenStreetMap's point of 88-126 lies 140 km from the codes around it."""
    assert not gazetteer.code.sound[gazetteer.codes.find_one("88-126")]
    assert gazetteer.code.sound[gazetteer.codes.find_one("32-700")]


def test_county_lies_at_its_seat(gazetteer: Gazetteer) -> None:
    targets = gazetteer.targets
    names = gazetteer.units.county.take(targets.unit[targets.first(Kind.COUNTY) :]).to_pylist()
    county = targets.first(Kind.COUNTY) + names.index("krakowski")
    assert (targets.lat[county], targets.lon[county]) == pytest.approx((50.06, 19.94), abs=0.01)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Powiat bocheński", "bochenski"),
        ("pow. bocheński", "bochenski"),
        ("m. Kraków", "krakow"),
        ("Miasto na prawach powiatu Kraków", "krakow"),
        ("ŁÓDZKI  WSCHODNI", "lodzki wschodni"),
        ("powiat krakowski ziemski", "krakowski"),
        ("powiat bocheński (1201)", "bochenski"),
        ("P. bocheński", "bochenski"),
        ("bocheński, woj. małopolskie", "bochenski"),
    ],
)
def test_county_key(text: str, key: str) -> None:
    assert county_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("województwo małopolskie", "malopolskie"),
        ("woj. ŚLĄSKIE", "slaskie"),
        ("Kujawsko - Pomorskie", "kujawsko pomorskie"),
        ("małopolskie (12)", "malopolskie"),
        ("12 - małopolskie", "malopolskie"),
    ],
)
def test_voivodeship_key(text: str, key: str) -> None:
    assert voivodeship_key(text) == key


def test_the_radius_of_a_commune_holds_its_town(gazetteer: Gazetteer) -> None:
    first, end = map(gazetteer.targets.first, (Kind.COMMUNE, Kind.COUNTY))
    labels = gazetteer.targets.label[first:end].to_pylist()
    commune = first + labels.index("gmina Będzin")
    assert gazetteer.targets.radius_m[commune] > 2000


def test_radius_grows_with_what_is_uncertain() -> None:
    assert np.diff(radius.of_locality(np.array([0, 500, 30_000, 800_000]))).min() > 0
    assert np.diff(radius.of_quarter(np.array([0.0, 1.0, 3.0]))).min() > 0
    apart, several = np.array([0.1, 0.1, 0.1]), np.array([5, 5, 5])
    assert np.diff(radius.of_code(np.array([1.0, 5.0, 10.0]), apart, several)).min() > 0
    assert np.isfinite(radius.of_quarter(np.array([np.nan]))).all()
