"""Attacks on stores by programs: writers at the same time, and files of corrections from before."""

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from attack_runs import DASHBOARD, TIMEOUT_S, export, run, within
from attacks import Attack, Bounds, Variant

from dashboard.practices import save_practices
from dashboard.practices.corrections import corrections_csv, with_correction
from dashboard.practices.demo import make_demo
from dashboard.store import PracticeStore, open_store
from geocoding.overrides import Override

EACH_SAVES = 25
WRITER = """
import sys
from dashboard.store import open_store
from geocoding.overrides import Override
store, first = open_store(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(first, first + int(sys.argv[3])):
    fields = {"lat": 50, "lon": 20, "precision": "building", "reason": "x", "date": "2026-01-02"}
    one = Override.model_validate({"id": str(number), **fields})
    store.change_corrections(lambda saved: [*saved, one])
    print(number, flush=True)
"""


def two_writers(_dice: random.Random, _count: int) -> list[Variant]:
    """Two writers of corrections, of two stores in one folder, and of one store."""

    def attack(names: Sequence[str], folder: Path) -> str:
        for name in set(names):
            open_store(str(folder / name)).save(make_demo(5, seed=1))
        program = [sys.executable, "-c", WRITER]
        writers = [
            subprocess.Popen(
                [*program, str(folder / name), str(1000 * at + 1), str(EACH_SAVES)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )
            for at, name in enumerate(names)
        ]  # fmt: skip
        for each in writers:
            each.stdout.readline()
        for each in writers:  # both begin now
            each.stdin.write(b"\n")
            each.stdin.flush()
        said = [each.communicate(timeout=2 * TIMEOUT_S)[0].split() for each in writers]
        if min(map(len, said)) < EACH_SAVES:
            return f"{' and '.join(str(len(ones)) for ones in said)} of {EACH_SAVES} saved"
        stores = [open_store(str(folder / name)) for name in names]
        saved = {
            (name, number.decode())
            for name, ones in zip(names, said, strict=True)
            for number in ones
        }
        there = {
            (name, each.id)
            for name, store in zip(names, stores, strict=True)
            for each in store.corrections()
        }
        edited = {
            (name, each.place)
            for name, store in zip(names, stores, strict=True)
            for each in store.edits()
        }
        lost = f"{len(saved - there)} of {len(saved)} saved ones lost"
        lost += f", {len(saved - edited)} of the history"
        return lost if saved - there or saved - edited else ""

    return [
        Variant(
            name=" and ".join(names),
            bring=within(lambda folder, names=names: attack(names, folder)),
        )
        for names in (("a.sqlite", "b.sqlite"), ("a.sqlite", "a.sqlite"))
    ]


def put_back(_dice: random.Random, _count: int) -> list[Variant]:
    """An older file of corrections that is put beside a store, or imported with its table."""

    def attack(put: Callable[[Path], str], folder: Path) -> str:
        store = open_store(str(folder / "t.sqlite"))
        store.save(make_demo(5, seed=1))
        _correct(store, "1", reason="before")
        (folder / "overrides.csv").write_bytes(corrections_csv(store.corrections()))
        _correct(store, "1", reason="after")
        _correct(store, "2", reason="after")
        if fault := put(folder):
            return fault
        _correct(store, "3", reason="after")
        there = {each.id: each.reason for each in store.corrections()}
        if there != dict.fromkeys("123", "after"):
            return f"the corrections are {there}"
        edits = [(each.place, each.field) for each in store.edits() if each.field == "position"]
        return "" if len(edits) == 4 else f"{len(edits)} of 4 edits are in the history"

    def import_again(folder: Path) -> str:
        save_practices(make_demo(5, seed=1), folder / "t.csv")
        output = str(folder / "t.sqlite")
        ran = run([*DASHBOARD, "import", str(folder / "t.csv"), "--output", output])
        return ran.fault or (f"the import ends with {ran.code}" if ran.code else "")

    def begin_again(folder: Path) -> str:
        return export(folder, folder / "t.sqlite").fault

    return [
        Variant(name="beside the store", bring=within(partial(attack, begin_again))),
        Variant(name="imported with its table", bring=within(partial(attack, import_again))),
    ]


def _correct(store: PracticeStore, place: str, *, reason: str) -> None:
    """Save a correction of a place."""
    fields = {"lat": 50, "lon": 20, "precision": "building", "date": "2026-01-02"}
    one = Override.model_validate({"id": place, "reason": reason, **fields})
    store.change_corrections(lambda saved: with_correction(saved, one))


STORES = [
    Attack(
        mark="A4",
        name="two writers of corrections in one folder",
        must="each saved one is there, and in the history",
        server="",
        make=two_writers,
        bounds=Bounds(seconds=90.0),
    ),
    Attack(
        mark="D1",
        name="an older file of corrections put back",
        must="each correction stays, and the history keeps every edit",
        server="",
        make=put_back,
    ),
]
