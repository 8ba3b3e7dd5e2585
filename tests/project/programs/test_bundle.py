"""What is installed without a network: the choice of packages, the scripts, what is left out."""

import ast
import json
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest

LOCK = """\
everywhere==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
only-windows[more]==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:cc
only-linux==3.0 ; sys_platform == 'linux' and platform_machine == 'x86_64' \\
    --hash=sha256:dd
old-python==4.0 ; python_full_version < '3.12' \\
    --hash=sha256:ee
"""
IN_FUNCTIONS = {
    "numpy/__init__.py": "attributes that are loaded for who asks for them by name",
    "numpy/_pytesttester.py": "numpy's own tests",
    "numpy/testing/_private/utils.py": "numpy's own tests",
}
"""The modules whose functions import what is removed, which nobody calls here."""
CHARTS = {"plotly_chart", "pydeck_chart", "graphviz_chart", "echarts"}


@pytest.fixture(scope="module")
def bundles(repository: Path) -> Iterator[ModuleType]:
    """The program that builds bundles."""
    yield from _imported("bundles", repository / "tests/programs/supply")


@pytest.fixture(scope="module")
def remove_unused(repository: Path) -> Iterator[ModuleType]:
    """The program that removes what nobody uses."""
    yield from _imported("remove_unused", repository / "tests/programs/supply/bundle")


def _imported(name: str, folder: Path) -> Iterator[ModuleType]:
    sys.path.insert(0, str(folder))
    try:
        yield __import__(name)
    finally:
        sys.path.remove(str(folder))


@pytest.mark.parametrize(
    ("system", "python", "expected"),
    [
        pytest.param("linux-x86_64", "3.11", "everywhere only-linux old-python", id="old Linux"),
        pytest.param("linux-x86_64", "3.13", "everywhere only-linux", id="new Linux"),
        pytest.param("windows-x86_64", "3.12", "everywhere only-windows[more]", id="Windows"),
    ],
)
def test_packages_are_chosen_by_system_and_python(
    bundles: ModuleType, system: str, python: str, expected: str
) -> None:
    chosen = list(bundles.needed(LOCK, bundles.SYSTEMS[system], python))
    assert [entry.partition("==")[0] for entry in chosen] == expected.split()
    assert all("--hash=sha256:" in entry and " ; " not in entry for entry in chosen)


def test_every_package_of_a_lock_is_seen(bundles: ModuleType, repository: Path) -> None:
    for name in ("run.txt", "extras.txt", "dev.txt"):
        lock = (repository / ".locks" / name).read_text(encoding="utf-8")
        assert len(re.findall(r"^[\w.-]+.*==", lock, re.MULTILINE)) == len(
            list(bundles.ENTRY.finditer(lock))
        )


def test_a_zip_is_the_same_twice_and_its_scripts_can_be_run(
    bundles: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "mapa"
    (folder / "wheels").mkdir(parents=True)
    (folder / "install.sh").write_text("#!/bin/sh\n")
    (folder / "wheels" / "a.whl").write_bytes(b"wheel")
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    bundles.pack(folder, first, 1_700_000_000)
    (folder / "install.sh").touch()
    bundles.pack(folder, second, 1_700_000_000)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        rights = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
    assert rights == {"mapa/install.sh": 0o100755, "mapa/wheels/a.whl": 0o100644}


@pytest.fixture
def folder(repository: Path, tmp_path: Path) -> Path:
    """An unpacked bundle for a Python that does not exist, without packages."""
    for path in (repository / "tests/programs/supply/bundle").iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("@PYTHONS@", "3.99 3.98")
            (tmp_path / path.name).write_text(text, encoding="utf-8")
    system, _, machine = sysconfig.get_platform().partition("-")
    bundle = {"version": "1.0.0", "system": system, "machine": machine, "pythons": ["3.99"]}
    (tmp_path / "bundle.json").write_text(json.dumps(bundle))
    return tmp_path


def _run(folder: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", folder / script],  # noqa: S607  as it is installed
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


linux = pytest.mark.skipif(sys.platform != "linux", reason="the scripts are for Linux")


@linux
def test_another_python_is_refused_with_those_that_do(folder: Path) -> None:
    done = _run(folder, "install.sh", PYTHON=sys.executable)
    own = ".".join(map(str, sys.version_info[:2]))
    assert done.returncode == 1
    assert "Potrzebny jest Python 3.99" in done.stderr
    assert (
        f"Python 3.99 is needed (CPython, 64 bits), and {sys.executable} is {own}." in done.stderr
    )
    assert not (folder / "program").exists()


@linux
def test_without_python_the_script_says_which_is_needed(folder: Path) -> None:
    (folder / "tools").mkdir()
    for tool in ("dirname", "sh"):
        (folder / "tools" / tool).symlink_to(f"/usr/bin/{tool}")
    done = _run(folder, "install.sh", PATH=str(folder / "tools"))
    assert done.returncode == 1
    assert "Python is needed (one of 3.99 3.98)" in done.stderr


@linux
def test_another_system_is_refused(folder: Path) -> None:
    path = folder / "bundle.json"
    path.write_text(path.read_text().replace('"linux"', '"Windows"'))
    done = _run(folder, "install.sh", PYTHON=sys.executable)
    assert done.returncode == 1
    assert "This bundle is for Windows" in done.stderr


@linux
def test_a_start_before_the_installation_says_what_comes_first(folder: Path) -> None:
    done = _run(folder, "start.sh")
    assert done.returncode == 1
    assert "./install.sh" in done.stderr


def test_what_stays_goes_before_what_a_later_line_says(
    remove_unused: ModuleType, tmp_path: Path
) -> None:
    for name in ("pl", "de", "en_GB"):
        (tmp_path / f"{name}.dat").touch()
    listed = remove_unused.patterns("# languages\n*.dat\n!pl.dat\n\n!en_*.dat\n")
    assert remove_unused.unused(tmp_path, listed) == {tmp_path / "de.dat"}


@pytest.mark.slow
def test_no_module_that_stays_imports_one_that_is_removed(
    remove_unused: ModuleType, repository: Path
) -> None:
    packages = Path(sysconfig.get_path("purelib"))
    listed = remove_unused.patterns(remove_unused.LIST.read_text(encoding="utf-8"))
    gone = remove_unused.unused(packages, listed)
    removed = _modules(packages, gone)
    assert {"pandas.tests", "pyarrow.flight", "sqlalchemy.testing"} <= removed
    words = re.compile("|".join(sorted({re.escape(name.rpartition(".")[2]) for name in removed})))
    found = set()
    for top in _locked_folders(packages, repository):
        for path in [top, *top.rglob("*.py")] if top.is_dir() else [top]:
            if path.is_dir() or gone.intersection((path, *path.parents)):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            if words.search(text):
                name = path.relative_to(packages)
                found |= {(name.as_posix(), each) for each in _imports(text, name) & removed}
    assert {file for file, _ in found if file not in IN_FUNCTIONS} == set(), sorted(found)


def test_no_page_draws_what_the_removed_scripts_draw(repository: Path) -> None:
    named = {
        node.attr
        for path in (repository / "dashboard").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert named & CHARTS == set()


def _locked_folders(packages: Path, repository: Path) -> set[Path]:
    """What the locked packages of the product have at the top of the folder of packages."""
    lock = (repository / ".locks" / "extras.txt").read_text(encoding="utf-8")
    tops = set()
    for name in re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==", lock, re.MULTILINE):
        try:
            files = metadata.files(name) or ()
        except metadata.PackageNotFoundError:  # for another system, or an extra
            continue
        tops |= {packages / path.parts[0] for path in files if path.parts[0] != ".."}
    return {top for top in tops if top.is_dir() or top.suffix == ".py"}


def _modules(packages: Path, gone: set[Path]) -> set[str]:
    """The modules that nothing stays of, by their full names."""
    names = set()
    for path in gone:
        stem = path.name.partition(".")[0]
        beside = {each for each in path.parent.glob(f"{stem}.*") if each.suffix in _CODE} - gone
        if path.is_dir() or (path.suffix in _CODE and not beside):
            names.add(".".join((*path.relative_to(packages).parent.parts, stem)))
    return names


_CODE = {".py", ".so", ".pyd"}


def _imports(text: str, path: Path) -> set[str]:
    """The modules that a module imports, but for those that it can do without."""
    tree = ast.parse(text)
    optional = {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.Try) and any("ImportError" in _names(h) for h in each.handlers)
        for part in each.body
        for node in ast.walk(part)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in optional:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = path.parent.parts[: len(path.parent.parts) - node.level + 1]
            base = [*(package if node.level else ()), *([node.module] if node.module else [])]
            found |= {".".join([*base, alias.name]) for alias in node.names}
    return {
        ".".join(name.split(".")[:count])
        for name in found
        for count in range(1, name.count(".") + 2)
    }


def _names(handler: ast.ExceptHandler) -> set[str]:
    kind = handler.type
    return {node.id for node in ast.walk(kind) if isinstance(node, ast.Name)} if kind else set()
