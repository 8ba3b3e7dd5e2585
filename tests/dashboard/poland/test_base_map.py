"""A map file that an office brings: what is read of it, and what is told of one that is no use."""

import gzip
import os
import runpy
from pathlib import Path

import pytest
from pmtiles.tile import Compression, TileType

from dashboard.errors import BasemapError
from dashboard.poland.base_map import (
    base_map,
    base_map_tile,
    base_map_version,
    use_base_map,
)
from dashboard.poland.ground_tiles import Tile
from dashboard.poland.tile_file_opening import open_tile_file
from dashboard.variables import BASEMAP_VARIABLE

MAPS = runpy.run_path(str(Path(__file__).parents[2] / "programs/maps/street_map.py"))
TILE = Tile(14, 9121, 5558)


@pytest.fixture(scope="module")
def pmtiles(tmp_path_factory):
    return MAPS["write_pmtiles"](tmp_path_factory.mktemp("maps") / "streets.pmtiles")


@pytest.fixture(scope="module")
def mbtiles(tmp_path_factory):
    return MAPS["write_mbtiles"](tmp_path_factory.mktemp("maps") / "streets.mbtiles")


@pytest.fixture
def in_use(monkeypatch):
    """A function that makes a map file the one in use, as the command does."""
    monkeypatch.setenv(BASEMAP_VARIABLE, "")
    return use_base_map


@pytest.mark.parametrize(
    ("name", "schema"), [("pmtiles", "protomaps"), ("mbtiles", "openmaptiles")]
)
def test_a_file_says_what_it_holds(name, schema, request):
    facts = open_tile_file(request.getfixturevalue(name)).facts
    assert (facts.schema, facts.zooms) == (schema, (6, 14))
    assert (facts.name, facts.attribution) == ("Made-up streets", "© OpenStreetMap")


@pytest.mark.parametrize(("name", "road"), [("pmtiles", "roads"), ("mbtiles", "transportation")])
def test_streets_are_in_the_tiles(name, road, request, read_tile):
    layers = read_tile(open_tile_file(request.getfixturevalue(name)).tile(TILE))
    assert "Solna" in {said.get("name") for _, said, _ in layers[road]}


@pytest.mark.parametrize("name", ["pmtiles", "mbtiles"])
def test_a_tile_goes_out_as_it_is_stored(name, request, tile_at):
    schema = "protomaps" if name == "pmtiles" else "openmaptiles"
    file = open_tile_file(request.getfixturevalue(name))
    at = tile_at(49.969, 20.43, 12)
    assert file.tile(at) == MAPS["tiles"](schema)[tuple(at)]


@pytest.mark.parametrize("name", ["pmtiles", "mbtiles"])
@pytest.mark.parametrize(
    "tile", [Tile(14, 0, 0), Tile(3, 4, 2), Tile(15, 18242, 11096), Tile(7, 10**6, 10**6)]
)
def test_beyond_the_file_there_is_nothing(name, tile, request):
    assert open_tile_file(request.getfixturevalue(name)).tile(tile) == b""


def _rewritten(change):
    """A function that writes a file of which something is changed."""

    def write(path):
        MAPS["write_pmtiles"](path)
        path.write_bytes(change(path.read_bytes()))

    return write


def _write_damaged_database(path):
    MAPS["write_mbtiles"](path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))


def _write_short_database(path):
    MAPS["write_mbtiles"](path)
    path.write_bytes(path.read_bytes()[:4096])


FAULTY = {
    "absent": lambda _path: None,
    "text": lambda path: path.write_text("no map", encoding="utf-8"),
    "cut off": _rewritten(lambda content: content[: len(content) // 2]),
    "a header alone": _rewritten(lambda content: content[:60]),
    "another version": _rewritten(lambda content: content[:7] + b"\x02" + content[8:]),
    "pictures": lambda path: MAPS["write_pmtiles"](path, tile_type=TileType.PNG),
    "pictures in a database": lambda path: MAPS["write_mbtiles"](path, kind="png"),
    "a damaged database": _write_damaged_database,
    "a database cut off": _write_short_database,
    "brotli": lambda path: MAPS["write_pmtiles"](path, tile_compression=Compression.BROTLI),
}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param("absent", "--basemap"),
        pytest.param("text", "PMTiles"),
        pytest.param("cut off", "Copy it once more"),
        pytest.param("a header alone", "Copy it once more"),
        pytest.param("another version", "version 3"),
        pytest.param("pictures", "PNG"),
        pytest.param("pictures in a database", "PNG"),
        pytest.param("a damaged database", "cannot be read"),
        pytest.param("a database cut off", "Copy it once more"),
        pytest.param("brotli", "BROTLI"),
    ],
)
def test_a_file_that_is_no_use_is_told(kind, told, tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_LANG", "en")
    path = tmp_path / "map.pmtiles"
    FAULTY[kind](path)
    with pytest.raises(BasemapError) as caught:
        open_tile_file(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_layers_of_another_schema_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_LANG", "en")
    monkeypatch.setitem(MAPS["metadata"].__globals__, "OPENMAPTILES", {"roads": "ulice"})
    path = MAPS["write_pmtiles"](tmp_path / "other.pmtiles", "openmaptiles")
    with pytest.raises(BasemapError, match=r"ulice.*OpenMapTiles"):
        open_tile_file(path)


def test_a_file_that_was_replaced_is_read_anew(pmtiles, tmp_path, in_use):
    path = tmp_path / "map.pmtiles"
    path.write_bytes(pmtiles.read_bytes())
    in_use(path)
    before = base_map_version()
    MAPS["write_pmtiles"](tmp_path / "new.pmtiles", "openmaptiles").replace(path)
    assert base_map_version() != before
    assert base_map().facts.schema == "openmaptiles"


def test_a_file_that_vanishes_is_told_and_comes_back(pmtiles, tmp_path, in_use, tile_at):
    path = tmp_path / "map.pmtiles"
    path.write_bytes(pmtiles.read_bytes())
    in_use(path)
    tile = tile_at(49.969, 20.43, 14)
    assert base_map_tile(tile)
    path.unlink()
    with pytest.raises(BasemapError, match=r"map\.pmtiles"):
        base_map_tile(tile)
    path.write_bytes(pmtiles.read_bytes())
    assert gzip.decompress(base_map_tile(tile))


def test_without_a_file_there_are_no_tiles(in_use):
    in_use(None)
    assert BASEMAP_VARIABLE not in os.environ
    assert (base_map(), base_map_version(), base_map_tile(TILE)) == (None, "", b"")
