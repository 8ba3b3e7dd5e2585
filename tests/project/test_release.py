"""The version, the licence and the locked dependencies are the same wherever they stand."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.slow

PIN = re.compile(r"^(?P<name>[\w.-]+)(?:\[[\w, -]+\])?==(?P<version>[^ ;\\]+)", re.MULTILINE)


def test_command_says_the_version(version: str, command: Path) -> None:
    answer = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert version in answer.stdout.split()


def test_changelog_opens_with_the_version(version: str, repository: Path) -> None:
    changelog = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    assert next(name for name in released if name != "Unreleased") == version


def test_licence_is_the_one_declared(pyproject: dict[str, Any], repository: Path) -> None:
    licence = (repository / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith(f"{pyproject['project']['license']} License")


def test_build_requirements_are_locked(pyproject: dict[str, Any]) -> None:
    assert set(pyproject["build-system"]["requires"]) <= set(
        pyproject["dependency-groups"]["build"]
    )


@pytest.mark.parametrize("lock", ["run.txt", "extras.txt", "dev.txt"])
def test_lock_fits_the_declared_ranges(
    pyproject: dict[str, Any], repository: Path, lock: str
) -> None:
    groups = pyproject["dependency-groups"]
    declared = [*pyproject["project"]["dependencies"], *groups["build"]]
    if lock != "run.txt":
        extras = pyproject["project"]["optional-dependencies"].values()
        declared += [line for extra in extras for line in extra]
    if lock == "dev.txt":
        declared += [line for group in groups.values() for line in group]
    pins: dict[str, set[str]] = {}
    for pin in PIN.finditer((repository / ".locks" / lock).read_text(encoding="utf-8")):
        pins.setdefault(pin["name"], set()).add(pin["version"])
    unmet = [
        line
        for line in declared
        if not (versions := pins.get(Requirement(line).name.lower()))
        or not all(Requirement(line).specifier.contains(version) for version in versions)
    ]
    assert unmet == [], "run make lock"


@pytest.mark.parametrize("lock", ["run.txt", "extras.txt", "dev.txt"])
def test_lock_names_no_place_to_download_from(repository: Path, lock: str) -> None:
    text = (repository / ".locks" / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)
    assert len(PIN.findall(text)) == len(
        re.findall(r"^[\w.,\[\] -]+==.*\\\n +--hash=", text, re.MULTILINE)
    )


def test_a_larger_lock_repeats_the_smaller_one(repository: Path) -> None:
    pins = {
        lock: {
            match["name"]: match["version"]
            for match in PIN.finditer((repository / ".locks" / lock).read_text(encoding="utf-8"))
        }
        for lock in ("run.txt", "extras.txt", "dev.txt")
    }
    assert pins["run.txt"].items() <= pins["extras.txt"].items() <= pins["dev.txt"].items()
