"""An index of address points is the old one or the new one, whole, whatever ends an import."""

import json
import os
import runpy
import signal
import subprocess
import sys

import pytest

from geocoding.added import add_address_points, added, added_address_points
from geocoding.errors import AddedDataError

pytestmark = pytest.mark.slow

TOO_FEW_BYTES = 3_000
KILLED_IMPORT = """
import os, signal, sys
from pathlib import Path
from geocoding.added import add_address_points
left = [int(sys.argv[2])]
def progress(count):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
add_address_points([Path(sys.argv[1])], progress=progress)
"""


@pytest.fixture
def write(tmp_path, repository, monkeypatch):
    """A function that writes a file of so many points of Bochnia."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    formats = runpy.run_path(str(repository / "tests/programs/address_points/formats.py"))

    def written(count):
        path = tmp_path / f"{count}.csv"
        doors = (
            formats["Door"](
                *("1201011", "0958187", "Bochnia", str(number), 49.96 + number * 1e-6, 20.43),
                *("Polna", "00001", "32-700"),
            )
            for number in range(1, count + 1)
        )
        path.write_text("".join(formats["csv_lines"](doors)), encoding="utf-8")
        return path

    return written


def folders(tmp_path):
    return [each.name for each in (tmp_path / "data" / "added").iterdir() if each.is_dir()]


def test_on_a_full_disk_the_old_index_stays_until_there_is_room(write, tmp_path, little_room):
    add_address_points([write(20)])
    newer = write(900)
    with little_room(TOO_FEW_BYTES), pytest.raises(AddedDataError, match="Make room"):
        add_address_points([newer])
    points = added_address_points()
    assert points is not None
    assert len(points) == 20
    assert len(folders(tmp_path)) == 1
    add_address_points([newer])
    assert added()[0].rows == 900


@pytest.mark.parametrize("calls", [0, 1, 2, 3])
def test_after_a_kill_the_old_index_answers_and_the_next_import_clears_up(write, tmp_path, calls):
    add_address_points([write(20)])
    command = [sys.executable, "-c", KILLED_IMPORT, str(write(50_000)), str(calls)]
    ended = subprocess.run(command, env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    points = added_address_points()
    assert points is not None
    assert len(points) == 20
    for _ in range(2):
        add_address_points([write(30)])
    assert added()[0].rows == 30
    listed = json.loads((tmp_path / "data/added/added.json").read_text("utf-8"))
    assert len(folders(tmp_path)) == 2
    assert {each["files"]["index"] for each in listed.values()} <= set(folders(tmp_path))
