"""The wheel holds the two packages and their data, and nothing beside them."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

pytestmark = pytest.mark.slow

PARTS = ("dashboard", "geocoding", ".streamlit", ".locks")
MADE_BY_USE = (
    ".practices.csv.lock",
    "overrides.history.jsonl",
    "practices.sqlite",
    "practices.sqlite-wal",
    "answers.sqlite3",
)
"""What the program or a reader leaves beside the data."""


@pytest.fixture(scope="module")
def used(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout without git, in a folder with a Polish name, that has been used."""
    folder = tmp_path_factory.mktemp("wheel") / "Dokumenty Łódź"
    folder.mkdir()
    for part in PARTS:
        shutil.copytree(repository / part, folder / part)
    for name in _published(repository):  # a reader's own tables may lie beside these
        copy = folder / "data" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repository / "data" / name, copy)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(repository / name, folder)
    for name in MADE_BY_USE:
        (folder / "data" / name).write_text("hush")
    return folder


@pytest.fixture(scope="module")
def wheel(used: Path) -> list[PurePosixPath]:
    """The paths in a wheel built from the copy."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run([*command, str(used)], check=True, capture_output=True)
    (path,) = (used / "dist").glob("mapa_praktyk-*.whl")
    with zipfile.ZipFile(path) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_top_level(wheel: list[PurePosixPath], version: str) -> None:
    assert {path.parts[0] for path in wheel} == {
        "dashboard",
        "geocoding",
        f"mapa_praktyk-{version}.dist-info",
    }


def test_data_is_inside_and_nothing_that_use_leaves(
    wheel: list[PurePosixPath], repository: Path
) -> None:
    inside = {path.relative_to("geocoding/_data").as_posix() for path in wheel if _is_data(path)}
    assert inside == _published(repository)


def test_an_editable_install_starts_in_any_locale(used: Path, tmp_path: Path) -> None:
    """Python reads .pth files at its start, the older ones in the encoding of the locale."""
    build = f"from hatchling.build import build_editable; build_editable({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=used, check=True, capture_output=True)
    (path,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        files = [name for name in archive.namelist() if name.endswith(".pth")]
        assert len(files) == 1
        assert archive.read(files[0]).isascii()


def test_what_use_leaves_is_ignored_by_git_and_no_published_file_is(repository: Path) -> None:
    ignored = (repository / ".gitignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in ignored if line.startswith("*")]
    assert all(any(PurePosixPath(name).match(each) for each in patterns) for name in MADE_BY_USE)
    published = map(PurePosixPath, _published(repository))
    assert [path for path in published if any(path.match(each) for each in patterns)] == []


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("dashboard/py.typed", id="types of the application"),
        pytest.param("geocoding/py.typed", id="types of the library"),
        pytest.param("dashboard/locale/pl/common.ftl", id="Polish texts"),
        pytest.param("dashboard/locale/en/common.ftl", id="English texts"),
        pytest.param("dashboard/export/deck/template/[Content_Types].xml", id="template of slides"),
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


def _published(repository: Path) -> set[str]:
    """The files of the data folder that git knows; without git, all that use does not leave."""
    try:
        done = subprocess.run(
            ["git", "-C", repository, "ls-files", "-z", "data"],  # noqa: S607  as it is installed
            capture_output=True,
            text=True,
            check=True,
        )
        names = [name for name in done.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = []
    data = repository / "data"
    paths = [repository / name for name in names] or [p for p in data.rglob("*") if p.is_file()]
    left = {".lock", ".jsonl", ".sqlite", ".sqlite3", ".sqlite-wal", ".sqlite-shm"}
    return {path.relative_to(data).as_posix() for path in paths if path.suffix not in left}
