"""What keeps a version from being released, and the checksums of one that is."""

import hashlib
import json
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest

READY = "# Changelog\n\n## [1.2.0] - 2026-12-31\n\n## [1.1.0] - 2026-01-01\n"
BILL = json.dumps({"metadata": {"component": {"version": "1.2.0"}}})
STATE = {"version": "1.2.0", "changelog": READY, "changes": "", "bill": BILL}


@pytest.fixture(scope="module")
def program(repository: Path) -> dict[str, Any]:
    return runpy.run_path(str(repository / "tests/programs/supply/release.py"))


def test_a_version_that_is_ready_has_no_fault(program: dict[str, Any]) -> None:
    assert program["faults"](**STATE) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"changes": " M README.md"}, "commit them first", id="changes"),
        pytest.param(
            {"changelog": READY.replace("2026-12-31", "Unreleased")}, "gives 1.2.0 no day", id="day"
        ),
        pytest.param({"changelog": "# Changelog\n"}, "another version", id="no versions"),
        pytest.param(
            {"version": "1.3.0", "bill": BILL.replace("1.2.0", "1.3.0")}, "than 1.3.0", id="version"
        ),
        pytest.param({"bill": BILL.replace("1.2.0", "1.1.0")}, "make sbom", id="old bill"),
    ],
)
def test_what_is_not_ready_is_named(
    program: dict[str, Any], change: dict[str, str], expected: str
) -> None:
    (fault,) = program["faults"](**STATE | change)
    assert expected in fault


def test_checksums_are_those_that_sha256sum_reads(program: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "b.whl").write_bytes(b"wheel")
    (tmp_path / "a.zip").write_bytes(b"zip")
    lines = program["checksums"](tmp_path).splitlines()
    assert [line.split("  ")[1] for line in lines] == ["a.zip", "b.whl"]
    assert lines[0].split("  ")[0] == hashlib.sha256(b"zip").hexdigest()
    (tmp_path / "SHA256SUMS").write_text("\n".join(lines) + "\n")
    command = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
