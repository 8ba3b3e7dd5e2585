"""The tiles of the ground: what they hold at which zoom, and how much of it."""

import json
import shutil

import numpy as np
import pytest

from dashboard.poland.borders import AdminLevel, border_lines
from dashboard.poland.ground_tiles import Tile, ground_tile, ground_version
from dashboard.poland.places import settlement_at
from geocoding import data_dir

BOCHNIA, WARSAW, SNIARDWY = (49.969, 20.43), (52.23, 21.01), (53.75, 21.73)
NAKLO = (53.14, 17.6)


def names(layers, layer):
    return {said["name"] for _, said, _ in layers.get(layer, []) if "name" in said}


def levels(layers):
    return {said["kind_detail"] for _, said, _ in layers.get("boundaries", [])}


@pytest.mark.parametrize(
    ("zoom", "expected"),
    [
        pytest.param(5, set(), id="country"),
        pytest.param(6, {6}, id="counties"),
        pytest.param(8, {2, 6}, id="exactly-and-the-country"),
        pytest.param(9, {4, 6, 7}, id="communes"),
    ],
)
def test_borders_come_with_the_zoom(zoom, expected, read_tile, tile_at):
    lat, lon = (49.6, 20.4) if zoom < 9 else (50.25, 20.4)
    assert levels(read_tile(ground_tile(tile_at(lat, lon, zoom)))) == expected


def test_rivers_and_lakes_have_their_names(read_tile, tile_at):
    assert "Wisła" in names(read_tile(ground_tile(tile_at(*WARSAW, 8))), "water")
    water = read_tile(ground_tile(tile_at(*SNIARDWY, 8)))["water"]
    kinds = {said.get("name"): (said["kind"], kind) for kind, said, _ in water}
    assert kinds["Śniardwy"][0] == "lake"
    assert kinds["Śniardwy"][1] in {"Polygon", "MultiPolygon"}


def test_areas_go_round_as_the_specification_says(read_tile, tile_at):
    """An outer ring goes clockwise on the screen, where y grows downwards."""
    water = read_tile(ground_tile(tile_at(*SNIARDWY, 9)))["water"]
    rings = [np.array(parts[0]) for kind, _, parts in water if kind == "Polygon"]
    assert rings
    for ring in rings:
        x, y = ring.T
        assert np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) > 0


def test_villages_are_named_closely_and_in_polish(read_tile, tile_at):
    assert "Gawłówek" not in names(read_tile(ground_tile(tile_at(*BOCHNIA, 9))), "places")
    assert "Gawłówek" in names(read_tile(ground_tile(tile_at(*BOCHNIA, 10))), "places")
    named = names(read_tile(ground_tile(tile_at(*NAKLO, 10))), "places")
    assert not [name for name in named if "(" in name or " Nad " in name]


def test_a_city_that_the_map_has_from_the_start_is_not_in_the_tiles(read_tile, tile_at):
    assert "Bochnia" not in names(read_tile(ground_tile(tile_at(*BOCHNIA, 10))), "places")


def test_a_view_is_small():
    """Nine tiles are the most that a usual window shows."""
    for zoom in range(5, 11):
        middle = Tile(zoom, int(0.5555 * 2**zoom), int(0.33 * 2**zoom))
        view = [
            ground_tile(Tile(zoom, middle.column + x, middle.row + y))
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
        ]
        assert sum(map(len, view)) < 60_000, zoom


@pytest.mark.parametrize(
    "tile",
    [
        pytest.param(Tile(4, 8, 5), id="too-far"),
        pytest.param(Tile(11, 1140, 694), id="too-close"),
        pytest.param(Tile(7, 0, 0), id="elsewhere"),
        pytest.param(Tile(6, 64, 0), id="no-tile"),
        pytest.param(Tile(7, 10**7, 10**7), id="far-out"),
    ],
)
def test_where_nothing_is_drawn_a_tile_is_empty(tile):
    assert ground_tile(tile) == b""


def test_each_border_is_there_once():
    lines = border_lines("counties")
    sides = [
        tuple(sorted(map(tuple, pair)))
        for found in lines.values()
        for line in found
        for pair in zip(line.coords[:-1], line.coords[1:], strict=True)
    ]
    assert len(sides) == len(set(sides)) > 5_000
    assert all(lines[level] for level in (AdminLevel.COUNTRY, AdminLevel.VOIVODESHIP))
    assert lines[AdminLevel.COMMUNE] == []


def test_version_follows_the_added_data(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    before = ground_version()
    added = tmp_path / "added"
    added.mkdir()
    for folder in ("boundaries", "gazetteer"):
        shutil.copytree(data_dir() / folder, tmp_path / folder)
    shutil.copy(data_dir() / "sources.toml", tmp_path)
    assert ground_version() == before
    values = dict.fromkeys(
        ("title", "publisher", "publisher_url", "attribution", "source", "added_at"), "x"
    )
    record = {"kind": "terc", "day": "2026-01-01", "rows": 1, "files": {}, "sha256": "ab", **values}
    (added / "added.json").write_text(json.dumps({"terc": record}), encoding="utf-8")
    assert ground_version() != before


@pytest.mark.parametrize(
    ("point", "stated", "name"),
    [
        pytest.param(BOCHNIA, "32-700 Bochnia", "Bochnia", id="stated"),
        pytest.param((49.972, 20.47), "Bochnia", "Bochnia", id="stated-though-others-are-nearer"),
        pytest.param(BOCHNIA, "", "Bochnia", id="nearest"),
        pytest.param((55.4, 18.0), "Bochnia", None, id="at-sea"),
    ],
)
def test_settlement_of_a_point(point, stated, name):
    found = settlement_at(point, stated)
    assert (found and found[2]) == name
