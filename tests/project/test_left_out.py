"""A run of the CI fails when a test was left out, also where the tests run side by side."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

PASSES = "def test_passes():\n    pass\n"
SKIPPED = "import pytest\n\ndef test_skipped():\n    pytest.skip('not here')\n"
SIDE_BY_SIDE = pytest.mark.parametrize("processes", ["0", "2"])


@pytest.fixture
def run(repository, tmp_path):
    """A function that runs tests (path -> text) with this suite's own hooks, as the CI does."""

    def start(tests, *options, browser="", **environment):
        for name in ("conftest.py", "offline/sitecustomize.py", "browser/conftest.py"):
            (tmp_path / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(repository / "tests" / name, tmp_path / "tests" / name)
        for name, text in tests.items():
            (tmp_path / "tests" / name).write_text(text, encoding="utf-8")
        shutil.copy(repository / "pyproject.toml", tmp_path)
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
        outside = {name: value for name, value in os.environ.items() if name != "CI"}
        return subprocess.run(
            command,
            cwd=tmp_path,
            env={**outside, "MAPA_PRAKTYK_BROWSER": browser, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return start


@SIDE_BY_SIDE
@pytest.mark.parametrize(
    ("tests", "browser", "is_well"),
    [
        pytest.param({"test_a.py": PASSES}, "", True, id="nothing is left out"),
        pytest.param({"test_a.py": PASSES + SKIPPED}, "", False, id="a test is skipped"),
        pytest.param(
            {"test_a.py": PASSES, "browser/test_b.py": PASSES}, "", False, id="no browser"
        ),
        pytest.param({"browser/test_b.py": PASSES}, "chromium", True, id="a browser"),
    ],
)
def test_the_ci_fails_where_a_test_is_left_out(run, tests, browser, is_well, processes):
    done = run(tests, "-n", processes, browser=browser, CI="true")
    assert (done.returncode == 0) == is_well, done.stdout + done.stderr
    assert "1 passed" in done.stdout


@SIDE_BY_SIDE
def test_elsewhere_the_last_line_says_what_did_not_run(run, processes):
    tests = {"test_a.py": PASSES + SKIPPED, "browser/test_b.py": PASSES}
    done = run(tests, "-n", processes)
    assert done.returncode == 0, done.stdout + done.stderr
    last = done.stdout.splitlines()[-1]
    assert last == "The browser tests (1) did not run: no Chromium or Chrome was found."
