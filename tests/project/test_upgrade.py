"""The user's data are no part of the program: an upgrade and a use of a clone change none of it."""

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from dashboard.variables import DATA_VARIABLE

pytestmark = pytest.mark.slow

KEPT = [".git", ".venv", ".cache", "build", "dist", "__pycache__", "tests"]


@pytest.fixture
def source(repository, tmp_path):
    """A copy of the program's source."""
    copy = tmp_path / "source"
    shutil.copytree(repository, copy, ignore=shutil.ignore_patterns(*KEPT, ".*_cache"))
    return copy


@pytest.fixture
def environment(tmp_path):
    """What a program is started with: data in a folder of its own, nothing of this checkout."""
    return os.environ | {DATA_VARIABLE: f"{tmp_path / 'data'}{os.sep}", "PYTHONPATH": ""}


def run(environment, *command, cwd=None):
    """The output of a command, which must succeed."""
    done = subprocess.run(
        [str(word) for word in command],
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build_wheel(source: Path, folder: Path, version: str) -> Path:
    """The wheel of a version of the program."""
    project = source / "pyproject.toml"
    now = tomllib.loads(project.read_text("utf-8"))["project"]["version"]
    text = project.read_text("utf-8").replace(f'version = "{now}"', f'version = "{version}"', 1)
    project.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
    subprocess.run([*command, source], check=True, capture_output=True)
    return next(folder.glob(f"*-{version}-*.whl"))


def test_an_upgrade_and_a_reinstall_change_nothing(source, environment, tmp_path, repository):
    wheels = [build_wheel(source, tmp_path / "wheels", each) for each in ("7.0.0", "7.0.1")]
    venv.create(tmp_path / "venv", with_pip=True)
    folder = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    packages = run(
        environment, folder / "python", "-c", "import site; print(site.getsitepackages()[0])"
    )
    (Path(packages.strip()) / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    install = [folder / "python", "-m", "pip", "install", "--no-deps", "--quiet", "--no-index"]
    program = [folder / "python", "-P", "-m", "dashboard"]

    run(environment, *install, "--ignore-installed", wheels[0])
    page = tmp_path / "9999.txt"
    text = (repository / "data" / "pages" / "150.txt").read_text("utf-8")
    page.write_text(text.replace("Kampania", "Inna kampania"), encoding="utf-8")
    run(environment, *program, "import", page)
    run(environment, *program, "edit", "150", "population", "31000", "--reason", "x")
    before = run(environment, *program, "history", "--count", "99")
    table = tmp_path / "before.csv"
    run(environment, *program, "export", "--output", table)

    for step in (["--upgrade", wheels[1]], ["--force-reinstall", wheels[1]]):
        run(environment, *install, *step)
        assert run(environment, *program, "--version").split()[1] == "7.0.1"
        assert run(environment, *program, "history", "--count", "99") == before
        run(environment, *program, "export", "--force", "--output", tmp_path / "after.csv")
        assert "9999" in (tmp_path / "after.csv").read_text("utf-8")
        assert "31000" in (tmp_path / "after.csv").read_text("utf-8")


def test_using_a_clone_changes_no_file_of_it(source, environment, repository):
    before = _files(source)
    program = [sys.executable, "-P", "-c", "from dashboard.cli import main; main()"]
    compiled = source.parent / "compiled"  # what Python itself would put beside the modules
    environment = environment | {"PYTHONPATH": str(source), "PYTHONPYCACHEPREFIX": str(compiled)}
    page = repository / "data" / "pages" / "150.txt"
    for arguments in (
        ["import", page],
        ["edit", "150", "title", "Inny", "--reason", "x"],
        ["demo", "--rows", "5", "--output", source.parent / "demo.sqlite"],
        ["export", "--output", source.parent / "out.csv"],
    ):
        run(environment, *program, *arguments, cwd=source)
    assert _files(source) == before


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
