"""What `make` would do, and what it says where it cannot."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def make(repository: Path) -> Make:
    """Runs make in the checkout with the arguments given."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = ["make", "--no-print-directory", *map(str, arguments)]
        return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)

    return run


def test_extras_are_added_where_they_are_asked_for(make: Make, tmp_path: Path) -> None:
    without = make("--dry-run", "run", f"VENV={tmp_path}").stdout
    assert "-r .locks/run.txt" in without
    assert "extras.txt" not in without
    asked = make("--dry-run", "run", f"VENV={tmp_path}", "EXTRAS=yes").stdout
    assert asked.index("-r .locks/run.txt") < asked.index("-r .locks/extras.txt")


def test_extras_come_back_when_the_environment_is_made_again(make: Make, tmp_path: Path) -> None:
    (tmp_path / "extras.stamp").touch()
    assert "-r .locks/extras.txt" in make("--dry-run", "run", f"VENV={tmp_path}").stdout


def test_a_part_of_the_tests_asks_for_no_coverage(make: Make, repository: Path) -> None:
    assert "--cov" not in make("--dry-run", "test", "ARGS=tests/project").stdout
    ci = (repository / ".ci" / "run").read_text(encoding="utf-8")
    assert 'make wheel-check ARGS="--measure ' in ci


def test_a_folder_that_cannot_be_written_is_named_with_the_way_out(
    make: Make, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = make("run", f"VENV={tmp_path / 'file' / 'venv'}")
    assert done.returncode
    assert f"cannot be made in {tmp_path / 'file' / 'venv'}" in done.stderr
    assert "make VENV=" in done.stderr
