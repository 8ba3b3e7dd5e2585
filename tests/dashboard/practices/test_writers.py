"""Several writers of one table at once: each waits for the others, and nothing is lost."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from dashboard.practices.writers import alone_with
from filelock import FileLock

from dashboard.errors import StoreError
from dashboard.practices.demo import make_demo
from dashboard.store import open_store

ROUNDS = 6
ANOTHER_WRITER = """
import sys
from dashboard.store import open_store
from dashboard.practices.table import no_practices
from geocoding.overrides import Override

import pandas as pd


def write(path, *, name, first):
    store = open_store(path)
    practice = no_practices().reindex([0]).assign(section="x", title="x")
    for number in range(first, first + ROUNDS):
        fields = {"lat": 50, "lon": 20, "precision": "building", "reason": "x"}
        new = Override(id=f"{name}-{number}", date="2026-01-02", **fields)
        store.change_corrections(lambda saved: [*saved, new])
        row = practice.assign(art=number)
        store.change_practices(lambda table: pd.concat([table, row], ignore_index=True))


if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    write(sys.argv[1], name="other", first=100)
"""


def test_what_two_processes_save_is_all_kept(tmp_path):
    table = tmp_path / "practices.csv"
    script = tmp_path / "another_writer.py"
    script.write_text(ANOTHER_WRITER.replace("ROUNDS", str(ROUNDS)), encoding="utf-8")
    write = runpy.run_path(str(script))["write"]
    command = [sys.executable, "-P", str(script), str(table)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "ready\n"
        other.stdin.write("go\n")
        other.stdin.flush()
        write(str(table), name="this", first=500)
        other.communicate()
    assert other.returncode == 0

    numbers = {*range(100, 100 + ROUNDS), *range(500, 500 + ROUNDS)}
    store = open_store(str(table))
    assert {int(each.id.split("-")[1]) for each in store.corrections()} == numbers
    assert set(store.load()["art"]) == numbers


def test_who_waits_too_long_is_told(tmp_path):
    table = tmp_path / "practices.csv"
    with (
        FileLock(tmp_path / ".practices.csv.lock"),
        pytest.raises(OSError, match="another program has been writing it for 0 s"),
        alone_with(table, patience_s=0),
    ):
        pass


def test_a_change_that_changes_nothing_writes_nothing(tmp_path):
    store = open_store(str(tmp_path / "practices.csv"))
    store.save(make_demo(5, seed=1))
    before = Path(store.name).stat()

    store.change_practices(lambda practices: practices)

    assert Path(store.name).stat().st_ino == before.st_ino


def test_a_change_makes_the_table_at_first(tmp_path):
    store = open_store(str(tmp_path / "practices.csv"))

    store.change_practices(lambda practices: practices)

    assert store.load().empty


def test_a_change_that_fails_lets_the_next_writer_in(tmp_path):
    store = open_store(str(tmp_path / "practices.csv"))
    store.save(make_demo(5, seed=1))

    def fail(practices):
        raise StoreError(f"{len(practices)} practices")

    with pytest.raises(StoreError, match="5 practices"):
        store.change_practices(fail)

    store.save(make_demo(3, seed=1))
    assert len(store.load()) == 3
