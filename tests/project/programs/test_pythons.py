"""The supported Pythons are named once, and `make wheel-check` tests the oldest and the newest."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

CLASSIFIER = re.compile(r"Programming Language :: Python :: 3\.(\d+)")


@pytest.fixture
def supported(pyproject: dict[str, Any]) -> list[int]:
    """Minor versions that the classifiers name, in their order."""
    named = map(CLASSIFIER.fullmatch, pyproject["project"]["classifiers"])
    return [int(match[1]) for match in named if match]


@pytest.fixture
def listed(repository: Path, tmp_path: Path):
    """What the loop says on a machine with these programs: path -> what each says of itself."""

    def run(programs: dict[str, str], *options: str) -> dict[str, str]:
        for name, answer in programs.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"#!/bin/sh\n{answer}\n")
            path.chmod(0o755)
        machine = {"PATH": str(tmp_path / "bin"), "PYENV_ROOT": str(tmp_path / "pyenv")}
        done = subprocess.run(
            [
                sys.executable,
                repository / "tests" / "programs" / "supply" / "pythons.py",
                "--list",
                *options,
            ],
            env=os.environ | machine,
            capture_output=True,
            text=True,
            check=True,
        )
        return dict(line.split(": ", 1) for line in done.stdout.splitlines())

    return run


def says(minor: int, patch: int = 0, name: str = "cpython") -> str:
    return f"echo '{json.dumps([name, 3, minor, patch])}'"


def test_the_supported_versions_follow_each_other(
    supported: list[int], pyproject: dict[str, Any], makefile: str
) -> None:
    assert supported == list(range(supported[0], supported[-1] + 1))
    assert pyproject["project"]["requires-python"] == f">=3.{supported[0]}"
    assert {f"python3.{minor}" for minor in supported} <= set(re.split(r"[\s;]+", makefile))


def test_the_wheel_is_tested_with_the_oldest_and_the_newest(listed, supported: list[int]) -> None:
    newest, past = supported[-1], supported[-1] + 1
    lines = listed(
        {
            **{f"pyenv/versions/3.{minor}.1/bin/python": says(minor, 1) for minor in supported},
            f"bin/python3.{past}": says(past),
        }
    )
    assert list(lines) == [f"Python 3.{minor}" for minor in [*supported, past]]
    run = [name for name, words in lines.items() if ": run, as the " in words]
    assert run == [f"Python 3.{supported[0]}", f"Python 3.{newest}"]
    assert lines[f"Python 3.{past}"].endswith("newer than the classifiers: not run")
    between = [lines[f"Python 3.{minor}"] for minor in supported[1:-1]]
    assert all(words.endswith("between the oldest and the newest: not run") for words in between)


def test_what_is_no_usable_python_is_passed_over(listed, supported: list[int]) -> None:
    lines = listed(
        {
            "bin/python3": "exit 127",
            "bin/python3-config": says(supported[-1]),
            f"bin/python3.{supported[-1]}": says(supported[-1], name="pypy"),
            "pyenv/versions/broken/bin/python": "echo hello",
            f"pyenv/versions/3.{supported[0]}.1/bin/python": says(supported[0], 1),
        }
    )
    here = {supported[0], sys.version_info.minor}
    for minor in set(supported) - here:
        assert lines[f"Python 3.{minor}"] == "supported, not on this machine: not run"
    assert sys.executable in lines[f"Python 3.{sys.version_info.minor}"]
    assert "run, as the oldest " in lines[f"Python 3.{supported[0]}"]


@pytest.mark.parametrize(
    ("others", "leaves_out"),
    [pytest.param(True, True, id="two Pythons"), pytest.param(False, False, id="this one alone")],
)
def test_slow_tests_are_left_to_the_checkout_where_another_python_runs_all(
    listed, supported: list[int], *, others: bool, leaves_out: bool
) -> None:
    minors = set(supported) - {sys.version_info.minor} if others else ()
    programs = {f"pyenv/versions/3.{minor}.1/bin/python": says(minor, 1) for minor in minors}
    lines = listed(programs, "--slow-in-checkout")
    without = [name for name, words in lines.items() if words.endswith("without the slow tests")]
    assert without == [f"Python 3.{sys.version_info.minor}"] * leaves_out


def test_packages_are_installed_by_checksums(repository: Path) -> None:
    text = (repository / "tests" / "programs" / "supply" / "pythons.py").read_text(encoding="utf-8")
    assert '"--require-hashes", "-r", LOCK' in text
