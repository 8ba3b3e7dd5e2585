"""Packages that only some installations need: told by extra, installed by the doctor's command."""

import re
import shlex
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from dashboard.cli.doctor.extras import check_extras
from dashboard.cli.doctor.finding import Grade
from dashboard.errors import SettingsError
from dashboard.extras import extras_of, install_command, missing_extra, requirements_of
from dashboard.store import open_store


@pytest.fixture
def declared(repository):
    """Extra -> its requirements, as pyproject.toml has them."""
    text = (repository / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["project"]["optional-dependencies"]


@pytest.fixture
def put_metadata(tmp_path, monkeypatch):
    """A function that puts metadata of packages where Python looks for them."""
    monkeypatch.syspath_prepend(tmp_path)

    def put(name, *lines):
        folder = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        text = "\n".join(["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *lines, ""])
        (folder / "METADATA").write_text(text)

    return put


@pytest.fixture
def installed(put_metadata):
    """A made-up program of which one extra is whole, one not there, and one too old."""
    put_metadata(
        "made-up",
        "Requires-Dist: always-there",
        *(f"Provides-Extra: {extra}" for extra in ("whole", "gone", "old")),
        "Requires-Dist: always-there[more]>=1; extra == 'whole'",
        "Requires-Dist: made-up-driver[binary]<4,>=3; extra == 'gone'",
        "Requires-Dist: elsewhere; sys_platform == 'nowhere' and extra == 'gone'",
        "Requires-Dist: always-there>=2; extra == 'old'",
    )
    put_metadata("always-there")
    return "made-up"


def test_extras_are_those_of_the_project(declared):
    assert extras_of("mapa-praktyk") == sorted(declared)
    for extra, lines in declared.items():
        wanted = {str(Requirement(line)) for line in lines}
        assert {str(Requirement(each)) for each in requirements_of(extra)} == wanted


def test_a_hint_names_the_extra_and_the_doctor_but_no_package(declared):
    for extra in declared:
        hint = missing_extra(extra)
        assert f"'{extra}'" in hint
        assert "mapa-praktyk doctor" in hint
        assert "pip" not in hint


def test_no_text_of_the_program_has_the_program_installed_by_its_name(repository):
    by_name = re.compile(r"mapa-praktyk\[|install[^\n]{0,40}[ '\"]mapa-praktyk\b")
    texts = {
        path: path.read_text(encoding="utf-8")
        for package in ("dashboard", "geocoding")
        for path in (repository / package).rglob("*")
        if path.suffix in {".py", ".ftl"}
    }
    assert [path for path, text in texts.items() if by_name.search(text)] == []


def test_a_table_in_a_database_without_its_packages_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(SettingsError, match=r"extra 'postgresql'.*mapa-praktyk doctor"):
        open_store("postgresql://me@127.0.0.1:1/praktyki")


def test_the_command_installs_for_the_python_that_runs():
    command = shlex.split(install_command("authlib>=1,<2", "psycopg[binary]"))
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert command[4:] == ["authlib>=1,<2", "psycopg[binary]"]


def test_an_environment_without_pip_is_served_by_uv(monkeypatch):
    monkeypatch.setitem(sys.modules, "pip", None)
    command = shlex.split(install_command("authlib"))
    assert command == ["uv", "pip", "install", "--python", sys.executable, "authlib"]


def test_the_doctor_says_which_extras_are_there_and_how_to_add_the_others(installed):
    found = {each.check: each for each in check_extras(installed, in_use=())}
    assert {each.grade for each in found.values()} == {Grade.OK}
    assert found["extra whole"].found == "installed"
    assert found["extra gone"].found.startswith("not installed, not asked for")
    assert '-m pip install "made-up-driver[binary]<4,>=3"' in found["extra gone"].found
    assert "made-up " not in found["extra gone"].found


def test_an_extra_in_use_that_is_not_whole_is_a_problem(installed):
    found = {each.check: each for each in check_extras(installed, in_use={"gone", "old"})}
    assert found["extra whole"].grade is Grade.OK
    assert found["extra gone"].grade is found["extra old"].grade is Grade.PROBLEM
    assert "made-up-driver is missing" in found["extra gone"].found
    assert found["extra gone"].remedy.endswith('-m pip install "made-up-driver[binary]<4,>=3"')
    assert "always-there is 1.0, >=2 is needed" in found["extra old"].found
