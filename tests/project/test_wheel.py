"""The wheel holds the two packages and their data, and nothing beside them."""

import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> list[PurePosixPath]:
    """The paths in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(repository)], check=True, capture_output=True)
    (path,) = folder.glob("mapa_praktyk-*.whl")
    with zipfile.ZipFile(path) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_top_level(wheel: list[PurePosixPath], version: str) -> None:
    assert {path.parts[0] for path in wheel} == {
        "dashboard",
        "geocoding",
        f"mapa_praktyk-{version}.dist-info",
    }


def test_data_is_inside(wheel: list[PurePosixPath], repository: Path) -> None:
    inside = {path.relative_to("geocoding/_data").as_posix() for path in wheel if _is_data(path)}
    data = repository / "data"
    assert inside == {
        path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("dashboard/py.typed", id="types of the application"),
        pytest.param("geocoding/py.typed", id="types of the library"),
        pytest.param("dashboard/locale/pl/common.ftl", id="Polish texts"),
        pytest.param("dashboard/locale/en/common.ftl", id="English texts"),
        pytest.param("dashboard/views/deck/template/[Content_Types].xml", id="the deck's template"),
    ],
)
def test_holds(wheel: list[PurePosixPath], path: str) -> None:
    assert PurePosixPath(path) in wheel


def test_holds_its_bill_of_materials(wheel: list[PurePosixPath], version: str) -> None:
    folder = PurePosixPath(f"mapa_praktyk-{version}.dist-info/sboms")
    assert [path.name for path in wheel if path.parent == folder] == ["mapa-praktyk.cdx.json"]


def test_holds_no_leftovers(wheel: list[PurePosixPath]) -> None:
    assert [path for path in wheel if "__pycache__" in path.parts or path.name[0] == "."] == []


def _is_data(path: PurePosixPath) -> bool:
    return path.parts[:2] == ("geocoding", "_data")
