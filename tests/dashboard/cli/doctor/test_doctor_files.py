import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli.doctor.assets import check_bundles, check_fonts, check_page
from dashboard.cli.doctor.base_map import check_map_servers
from dashboard.cli.doctor.data_files import check_data
from dashboard.cli.doctor.finding import Grade
from dashboard.cli.doctor.folders import (
    FULL_MIB,
    SCARCE_MIB,
    WritableFolder,
    check_folder,
    check_privacy,
    check_room,
)
from dashboard.cli.doctor.table import check_table
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import find_store, open_store
from dashboard.variables import DATA_VARIABLE
from dashboard.views.map import resources
from geocoding import data_dir

PAGE = """<html><head><link rel="stylesheet" href="./static/a.css">
<link rel="service-desc" href="./api/openapi.json"><script src="{script}"></script></head></html>"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one file that has a checksum and one without."""
    folder = tmp_path / "data"
    (folder / "gazetteer").mkdir(parents=True)
    (folder / "gazetteer" / "towns.csv").write_bytes(b"Bochnia\n")
    (folder / "table.csv").write_bytes(b"art\n")
    checksum = hashlib.sha256(b"Bochnia\n").hexdigest()
    (folder / "sources.toml").write_text(
        '[[files]]\nfile = "gazetteer/towns.csv"\ndata_date = "2026-01-02"\n'
        f'sha256 = "{checksum}"\n'
        '[[files]]\nfile = "table.csv"\ndata_date = "2020-01-01"\n'
    )
    return folder


def test_data_as_published(data: Path) -> None:
    files, gazetteer = check_data(data)
    assert {files.grade, gazetteer.grade} == {Grade.OK}
    assert files.found == (
        "2 files, none missing or damaged: 1 by their checksums; 1 may be changed and have none"
    )
    assert "2026-01-02" in gazetteer.found


def test_shipped_data() -> None:
    assert {each.grade for each in check_data(data_dir())} == {Grade.OK}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(lambda x: (x / "table.csv").unlink(), "table.csv", id="missing"),
        pytest.param(
            lambda x: (x / "gazetteer/towns.csv").write_bytes(b"Bochnia"), "towns.csv", id="cut off"
        ),
        pytest.param(lambda x: (x / "sources.toml").unlink(), "sources.toml", id="no list"),
        pytest.param(
            lambda x: (x / "sources.toml").write_text("[["), "sources.toml", id="list no TOML"
        ),
    ],
)
def test_spoilt_data(data: Path, spoil: Callable[[Path], object], told: str) -> None:
    spoil(data)
    (finding,) = check_data(data)
    assert finding.grade is Grade.PROBLEM
    assert told in finding.found
    assert finding.remedy


def test_scripts_of_the_maps() -> None:
    (finding,) = check_bundles(resources.BUNDLES, resources.text_of)
    assert finding.grade is Grade.OK


@pytest.mark.parametrize("error", [KeyError("x"), FileNotFoundError("x")], ids=["address", "file"])
def test_a_script_that_is_missing(error: Exception) -> None:
    def text_of(name: str) -> str:
        if name == "leaflet.js":
            raise error
        return "" if name == "map.css" else "text"

    findings = check_bundles(resources.BUNDLES, text_of)
    assert [each.found for each in findings] == ["leaflet.js is missing", "map.css is empty"]
    assert {each.grade for each in findings} == {Grade.PROBLEM}


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param("./static/a.js", "", id="installed"),
        pytest.param("/static/a.js", "", id="from the root"),
        pytest.param("./static/b.js", "./static/b.js is missing", id="missing"),
        pytest.param("//other.example/a.js", "is asked of another host", id="network"),
    ],
)
def test_what_a_page_loads(tmp_path: Path, script: str, told: str) -> None:
    (tmp_path / "static").mkdir()
    for name in ("a.css", "a.js"):
        (tmp_path / "static" / name).touch()
    page = tmp_path / "index.html"
    page.write_text(PAGE.format(script=script))
    (finding,) = check_page(page, package="some-package")
    assert finding.grade is (Grade.PROBLEM if told else Grade.OK)
    assert finding.found.endswith(told or "2 of 2 files installed")
    assert ("some-package" in finding.remedy) == bool(told)


def test_a_page_that_is_missing(tmp_path: Path) -> None:
    (finding,) = check_page(tmp_path / "index.html", package="some-package")
    assert finding.grade is Grade.PROBLEM


def test_fonts(tmp_path: Path) -> None:
    assert check_fonts(tmp_path, "*.ttf", package="some-font").grade is Grade.PROBLEM
    (tmp_path / "a.ttf").touch()
    assert check_fonts(tmp_path, "*.ttf", package="some-font").grade is Grade.OK


@pytest.mark.parametrize("grade", [Grade.WARNING, Grade.PROBLEM])
def test_folders(tmp_path: Path, grade: Grade) -> None:
    (tmp_path / "file").touch()

    def wanted(folder: Path) -> WritableFolder:
        return WritableFolder(check="x", folder=folder, grade=grade, loss="lost", remedy="do this")

    assert check_folder(wanted(tmp_path)).grade is Grade.OK
    assert check_folder(wanted(tmp_path / "not" / "yet")).grade is Grade.OK
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]
    refused = check_folder(wanted(tmp_path / "file"))
    assert (refused.grade, refused.remedy) == (grade, "do this")
    assert "lost" in refused.found


@pytest.mark.parametrize(
    ("free_mib", "grade"),
    [
        pytest.param(SCARCE_MIB, Grade.OK, id="enough"),
        pytest.param(SCARCE_MIB - 1, Grade.WARNING, id="scarce"),
        pytest.param(FULL_MIB - 1, Grade.PROBLEM, id="full"),
    ],
)
def test_room(tmp_path: Path, free_mib: int, grade: Grade) -> None:
    finding = check_room(tmp_path / "not" / "yet", free_bytes=free_mib * 2**20)
    assert finding.grade is grade
    assert str(tmp_path) in finding.found


def test_privacy(tmp_path: Path) -> None:
    folder = tmp_path / "disk_cache"
    assert check_privacy(folder).grade is Grade.OK
    folder.mkdir(mode=0o755)
    assert check_privacy(folder).grade is Grade.WARNING
    folder.chmod(0o700)
    assert check_privacy(folder).grade is Grade.OK


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The table that ships, in a folder of its own."""
    return Path(shutil.copy(data_dir() / "practices.csv", tmp_path / "practices.csv"))


def test_a_table_that_can_be_read(table: Path, tmp_path: Path) -> None:
    findings = check_table(open_store(str(table)), DiskCache(tmp_path / "disk_cache"))
    assert [each.check for each in findings] == ["table", "corrections", "prepared table"]
    assert {each.grade for each in findings} == {Grade.OK}


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    for name in ("none.csv", "none.sqlite"):
        (finding,) = check_table(find_store(str(tmp_path / name)), DiskCache(tmp_path))
        assert finding.grade is Grade.PROBLEM
        assert "mapa-praktyk import" in finding.remedy


def test_a_store_that_the_first_start_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, f"{tmp_path}/")
    (finding,) = check_table(find_store(), DiskCache(tmp_path))
    assert finding.grade is Grade.OK
    assert "the first start makes it" in finding.found
    assert list(tmp_path.iterdir()) == []


def test_faults_of_a_table_are_told_without_values(table: Path, tmp_path: Path) -> None:
    table.write_text("art,section,title,contacts\nKowalska,,Tytuł,Anna\n", encoding="utf-8")
    finding = check_table(open_store(str(table)), DiskCache(tmp_path))[0]
    assert finding.grade is Grade.PROBLEM
    assert "row 2, column art" in finding.found
    assert "Kowalska" not in finding.found
    assert "Anna" not in finding.found


def test_corrections_at_fault(table: Path, tmp_path: Path) -> None:
    table.with_name("overrides.csv").write_text("id,lat\n150,x\n", encoding="utf-8")
    findings = check_table(open_store(str(table)), DiskCache(tmp_path))
    assert {each.check: each.grade for each in findings}["corrections"] is Grade.PROBLEM


@pytest.mark.parametrize(
    ("url", "grade", "told"),
    [
        pytest.param(
            "https://tiles.example.org/{z}/{x}/{y}.png",
            Grade.OK,
            "Streets; browsers ask: https://tiles.example.org",
            id="of use",
        ),
        pytest.param("https://tiles.example.org/{z}", Grade.PROBLEM, "{x}, {y}", id="no template"),
    ],
)
def test_map_servers_are_told_and_not_asked(
    tmp_path: Path, url: str, grade: Grade, told: str
) -> None:
    path = tmp_path / "maps.toml"
    path.write_text(f'[[maps]]\nname = "Streets"\nattribution = "A"\nurl = "{url}"\n')
    (found,) = check_map_servers(path)
    assert found.grade is grade
    assert told in found.found
    assert list(check_map_servers(None)) == []
