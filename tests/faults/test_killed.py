"""Programs that are ended by kill -9 in the middle; `make soak ARGS=kill` does it for long."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

PROGRAMS = ("import", "corrections", "restore", "migration", "data")
MOMENTS = 4


def test_what_an_ended_program_leaves_is_old_or_new_and_the_next_run_succeeds(repository):
    script = repository / "tests" / "programs" / "soak" / "soak_kill.py"

    done = subprocess.run(
        [sys.executable, script, "--moments", str(MOMENTS), *PROGRAMS],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    rows = [line.split() for line in done.stdout.splitlines()[-len(PROGRAMS) :]]
    assert [(row[0], row[1], row[3:6]) for row in rows] == [
        (name, str(MOMENTS), ["0", "0", "0"]) for name in PROGRAMS
    ]
