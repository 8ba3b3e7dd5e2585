"""`mapa-praktyk data add FILE` with a map of streets: checked, dated, listed, used and removed."""

import runpy
import sqlite3
from pathlib import Path

import pytest
from pmtiles.tile import TileType

from dashboard.cli import main
from dashboard.errors import BasemapError
from dashboard.locale import texts_in
from dashboard.poland.base_map import base_map, base_map_tile, use_base_map
from dashboard.poland.ground_tiles import Tile
from dashboard.variables import BASEMAP_VARIABLE
from dashboard.views.about import about_html
from dashboard.views.map.tiles import served_ground

MAPS = runpy.run_path(str(Path(__file__).parents[2] / "programs/maps/street_map.py"))
TILE = Tile(14, 9121, 5558)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data folder in use, without a map file that is named at the start."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    monkeypatch.setenv("MAPA_PRAKTYK_LANG", "en")
    monkeypatch.setenv(BASEMAP_VARIABLE, "")
    return data


@pytest.fixture
def run(capsys, folder):
    """A function that runs `mapa-praktyk data`, and gives its code and what it printed."""

    assert folder.is_dir()

    def run_data(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main(["data", *map(str, arguments)])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out + captured.err

    return run_data


@pytest.mark.parametrize("form", ["pmtiles", "mbtiles"])
def test_a_map_is_added_listed_shown_used_and_removed(form, run, folder, tmp_path):
    path = MAPS[f"write_{form}"](tmp_path / "ulice.bin")
    code, said = run("add", path, "--day", "2026-01-31")
    assert (code, "map: " in said) == (0, True)
    path.unlink()
    assert run("list")[1].startswith("map\t2026-01-31\t")
    page = about_html(texts_in("pl"))
    assert "Mapa ulic i budynków: dodane z pliku ulice.bin" in page
    assert "https://www.openstreetmap.org/copyright" in page
    assert base_map_tile(TILE)
    assert "© OpenStreetMap" in served_ground("").attribution
    assert run("remove", "map")[0] == 0
    assert base_map() is None
    assert "ulice.bin" not in about_html(texts_in("pl"))
    assert [each.name for each in (folder / "added").iterdir() if each.name.startswith("map")] == []


def test_a_new_map_takes_the_place_of_the_old_one(run, folder, tmp_path):
    for form in ("pmtiles", "mbtiles"):
        path = MAPS[f"write_{form}"](tmp_path / form)
        assert run("add", path, "--day", "2026-01-31")[0] == 0
    assert base_map().facts.schema == "openmaptiles"
    assert len([each for each in (folder / "added").iterdir() if each.name[:4] == "map-"]) == 1


def test_the_file_that_is_named_at_the_start_wins(run, tmp_path):
    run("add", MAPS["write_pmtiles"](tmp_path / "added"), "--day", "2026-01-31")
    use_base_map(MAPS["write_mbtiles"](tmp_path / "named"))
    assert base_map().facts.schema == "openmaptiles"
    use_base_map(None)
    assert base_map().facts.schema == "protomaps"


def test_the_day_is_the_one_that_the_file_states(run, tmp_path):
    path = MAPS["write_mbtiles"](tmp_path / "streets")
    with sqlite3.connect(path) as database:
        said = ("planetiler:osm:osmosisreplicationtime", "2026-02-03T20:21:00Z")
        database.execute("INSERT INTO metadata VALUES (?, ?)", said)
    database.close()
    assert run("add", path)[0] == 0
    assert run("list")[1].startswith("map\t2026-02-03\t")


def _write_store(path):
    database = sqlite3.connect(path)
    with database:
        database.execute("CREATE TABLE practices (art integer)")
    database.close()


def _cut(path, form, share):
    content = MAPS[f"write_{form}"](path).read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


FAULTY = {
    "no day": MAPS["write_pmtiles"],
    "pmtiles cut off": lambda path: _cut(path, "pmtiles", 0.9),
    "mbtiles cut off": lambda path: _cut(path, "mbtiles", 0.9),
    "pictures": lambda path: MAPS["write_pmtiles"](path, tile_type=TileType.WEBP),
    "pictures in a database": lambda path: MAPS["write_mbtiles"](path, kind="jpg"),
    "another database": _write_store,
    "nothing": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param("no day", "--day", id="no day"),
        pytest.param("pmtiles cut off", "not whole", id="PMTiles cut off"),
        pytest.param("mbtiles cut off", "not whole", id="MBTiles cut off"),
        pytest.param("pictures", "WEBP", id="pictures"),
        pytest.param("pictures in a database", "JPG", id="JPEG"),
        pytest.param("another database", "none of the files", id="no map"),
        pytest.param("nothing", "empty", id="empty"),
    ],
)
def test_a_file_that_is_no_use_is_refused_and_nothing_changes(kind, told, run, tmp_path):
    run("add", MAPS["write_mbtiles"](tmp_path / "good"), "--day", "2026-01-31")
    path = tmp_path / "map.bin"
    FAULTY[kind](path)
    options = () if kind == "no day" else ("--day", "2026-01-31")
    code, said = run("add", path, *options)
    assert (code, str(path) in said) == (2, True)
    assert told in said
    assert base_map().facts.schema == "openmaptiles"


def test_a_map_that_vanished_from_the_data_is_an_error_and_no_crash(run, folder, tmp_path):
    run("add", MAPS["write_pmtiles"](tmp_path / "streets"), "--day", "2026-01-31")
    next((folder / "added").glob("map-*")).unlink()
    with pytest.raises(BasemapError):
        base_map()
    assert served_ground("").attribution == ""
