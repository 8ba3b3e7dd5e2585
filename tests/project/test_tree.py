"""The checkout holds nothing of the machine it was written on, and asks nothing of other hosts."""

import json
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

OURS = (
    "dashboard",
    "geocoding",
    "tests",
    "data",
    "docs",
    ".ci",
    ".locks",
    ".streamlit",
    "CONTRIBUTING.md",
    "Makefile",
    "README.md",
    "package.json",
    "package-lock.json",
    "pyproject.toml",
)
BINARY = {".parquet", ".png", ".jpg", ".woff2", ".pyc", ".ico"}
A_MACHINE = re.compile(r"(?<![\w./-])/(work|root|home|tmp|Users)/\w")
A_HOST = re.compile(r"(?:https?|wss?):?//([\w.-]+\.[a-z]{2,})")
HOSTS_IN_CODE = {
    "archiwum.dobrepraktyki.pl",  # where the practices are now
    "dobrepraktyki.pl",  # the practices' own addresses, shown as links
    "nominatim.gmina.local",  # an example in the help
    "operations.osmfoundation.org",  # the policy of the public Nominatim, to be read
    "schemas.openxmlformats.org",  # the names of OOXML's namespaces, which nothing fetches
    "bdl.stat.gov.pl",  # publishers of what a user adds: links on a page
    "eteryt.stat.gov.pl",
    "geoportal.gov.pl",  # the namespace of its address points, which nothing fetches
    "isap.sejm.gov.pl",
    "www.geoportal.gov.pl",
    "www.rpo.gov.pl",  # the ombudsman, to whom the accessibility statement leads
    "www.example.org",  # an example in the help; reserved, nobody's
    "services.gugik.gov.pl",  # the state's service, asked only by who names it
    "mapa.example.org",
    "publications.europa.eu",  # names in linked data, which nothing fetches
    "purl.org",
    "schema.org",
    "www.iana.org",
    "www.sitemaps.org",
    "xmlns.com",
    "www.opengis.net",  # the name of GML's namespace, likewise
    "www.w3.org",  # the name of SVG's namespace, which nothing fetches
}
DATA_WITHOUT_SOURCE = re.compile(
    r"README\.md|sources\.toml|LICENSES/.*|overrides\.csv|\.\w+\.csv\.lock"
)


def _texts(repository: Path, *names: str) -> Iterator[tuple[str, str]]:
    for name in names:
        top = repository / name
        for path in top.rglob("*") if top.is_dir() else [top]:
            if path.is_file() and path.suffix not in BINARY:
                yield path.relative_to(repository).as_posix(), path.read_text(encoding="utf-8")


def test_no_folder_of_tests_is_left_out_of_a_run(
    repository: Path, pytestconfig: pytest.Config
) -> None:
    patterns = pytestconfig.getini("norecursedirs")
    tests = repository / "tests"
    folders = {
        folder
        for path in tests.rglob("test_*.py")
        for folder in path.relative_to(repository).parents
        if path.parts[len(tests.parts)] != "programs"
    }
    left_out = [
        f"{folder}: {pattern}"
        for folder in folders
        for pattern in patterns
        if fnmatch(folder.as_posix() if "/" in pattern else folder.name, pattern)
    ]
    assert left_out == []


def test_no_path_of_a_machine(repository: Path) -> None:
    found = [
        f"{path}: {match[0]}"
        for path, text in _texts(repository, *OURS)
        if (match := A_MACHINE.search(text)) and Path(path).name != Path(__file__).name
    ]
    assert found == []


def test_the_lock_of_the_scripts_tools_names_no_registry(repository: Path) -> None:
    lock = json.loads((repository / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert len(packages) > 3
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []


@pytest.mark.parametrize("package", ["dashboard", "geocoding"])
def test_code_names_no_host_to_load_from(repository: Path, package: str) -> None:
    sources = (repository / "data/sources.toml").read_text(encoding="utf-8")
    shown = HOSTS_IN_CODE.union(A_HOST.findall(sources))
    found = {
        (path, host)
        for path, text in _texts(repository, package)
        for host in A_HOST.findall(text)
        if host not in shown
    }
    assert found == set()


def test_each_data_file_has_a_source(repository: Path) -> None:
    data = repository / "data"
    sources = tomllib.loads((data / "sources.toml").read_text(encoding="utf-8"))
    files = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    entries = [entry["file"] for entry in sources["files"]]
    assert sorted(entries) == sorted(
        path for path in files if not DATA_WITHOUT_SOURCE.fullmatch(path)
    )
