"""The built tables and boundaries: what the list of sources says of them is so."""

import csv
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from geocoding import data_dir
from geocoding.text.localities import locality_key

DATA = data_dir()
ENTRIES: list[dict[str, Any]] = tomllib.loads((DATA / "sources.toml").read_text("utf-8"))["files"]
BUILT = [entry for entry in ENTRIES if entry["made_by"] == "python -m geocoding.build"]
KEYS = {
    "file",
    "title",
    "publisher",
    "publisher_url",
    "attribution",
    "data_date",
    "licence",
    "licence_url",
    "notice",
    "packages",
    "made_by",
}
LARGEST_BASE_MAP_BYTES = 260_000


def features(name: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(
        (DATA / "boundaries" / f"{name}.geojson").read_text("utf-8")
    )["features"]
    return listed


def rows_of(path: Path) -> int:
    if path.suffix == ".parquet":
        return len(pd.read_parquet(path))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in csv.DictReader(file))
    return len(json.loads(path.read_text("utf-8"))["features"])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_source_is_described(entry: dict[str, Any]) -> None:
    assert set(entry) - {"rows", "sha256"} == KEYS
    assert all(entry[key] for key in KEYS - {"notice", "packages", "data_date"})
    assert not entry["notice"] or (DATA / entry["notice"]).is_file()


@pytest.mark.parametrize("entry", BUILT, ids=lambda entry: entry["file"])
def test_built_file_is_the_described_one(entry: dict[str, Any]) -> None:
    path = DATA / entry["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
    assert rows_of(path) == entry["rows"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_notice_names_the_licence_by_its_address(entry: dict[str, Any]) -> None:
    if entry["notice"]:
        assert entry["licence_url"] in (DATA / entry["notice"]).read_text("utf-8")


def test_readme_states_the_number_of_rows() -> None:
    readme = (DATA / "README.md").read_text("utf-8")
    for entry in BUILT:
        name, rows = Path(entry["file"]).name, f"{entry['rows']:,}"
        assert f"### {name} ({rows} rows)" in readme or f"| {name} | {rows} |" in readme


def test_base_map_is_small() -> None:
    layers = [DATA / "boundaries" / f"{name}.geojson" for name in ("voivodeships", "neighbours")]
    assert sum(path.stat().st_size for path in layers) < LARGEST_BASE_MAP_BYTES


def test_voivodeships_cover_poland_without_overlap() -> None:
    areas = [shape(item["geometry"]) for item in features("voivodeships")]
    assert shapely.coverage_is_valid(areas)
    properties = [item["properties"] for item in features("voivodeships")]
    assert [item["teryt"] for item in properties] == [f"{code:02d}" for code in range(2, 33, 2)]
    assert "małopolskie" in {item["name"] for item in properties}


def test_labels_of_voivodeships_lie_inside() -> None:
    for item in features("voivodeships"):
        stated = item["properties"]
        label = shapely.Point(stated["label_lon"], stated["label_lat"])
        assert shape(item["geometry"]).contains(label), stated["name"]


def test_neighbours_meet_poland_and_leave_it_free() -> None:
    poland = shapely.union_all([shape(item["geometry"]) for item in features("voivodeships")])
    around = {item["properties"]["code"]: item for item in features("neighbours")}
    assert {"DE", "CZ", "SK", "UA", "BY", "LT", "RU", "SE"} <= set(around)
    assert around["DE"]["properties"]["name_pl"] == "Niemcy"
    for code in ("DE", "CZ", "SK", "UA", "BY", "LT", "RU"):
        area = shape(around[code]["geometry"])
        assert area.distance(poland) == pytest.approx(0, abs=1e-3), code
        assert area.intersection(poland).area < 1e-3, code


def test_points_of_settlements_lie_in_their_voivodeship() -> None:
    table = pd.read_parquet(DATA / "gazetteer" / "settlements.parquet")
    areas = {item["properties"]["name"]: item for item in features("voivodeships")}
    for name, rows in table.groupby("voivodeship"):
        area = shape(areas[str(name)]["geometry"]).buffer(0.15)
        inside = shapely.contains_xy(area, rows["lon"].to_numpy(), rows["lat"].to_numpy())
        assert inside.mean() > 0.999, name


def test_keys_are_those_of_the_names() -> None:
    table = pd.read_parquet(DATA / "gazetteer" / "settlements.parquet")[["key", "place"]]
    distinct = table.drop_duplicates()
    assert [locality_key(name) for name in distinct["place"]] == distinct["key"].tolist()


@pytest.mark.parametrize(
    ("name", "counties"),
    [
        pytest.param("bocheński", ["bocheński"], id="official"),
        pytest.param("Bochnia", ["bocheński"], id="seat"),
        pytest.param("jeleniogórski", ["karkonoski"], id="former"),
        pytest.param("Kraków", ["Kraków", "krakowski"], id="city-and-the-county-around-it"),
        pytest.param("brzeski", ["brzeski", "brzeski"], id="two-of-one-name"),
        pytest.param("Zakopane", ["tatrzański"], id="seat-unlike-the-adjective"),
    ],
)
def test_county_goes_by_the_name(name: str, counties: list[str]) -> None:
    table = pd.read_parquet(DATA / "gazetteer" / "county_names.parquet")
    assert table.loc[table["name"] == name, "county"].tolist() == counties


def test_each_county_has_a_seat_or_is_a_city() -> None:
    table = pd.read_parquet(DATA / "gazetteer" / "county_names.parquet")
    seats = table[table["kind"] == "seat"]
    cities = table[(table["kind"] == "official") & table["name"].str[:1].str.isupper()]
    assert (len(seats), len(cities)) == (314, 66)
    assert (seats["name"] != "").all()
