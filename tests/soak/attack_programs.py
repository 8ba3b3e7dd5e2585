"""Attacks on `mapa-praktyk`: tables, pages, folders and settings that the command meets."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from attack_runs import DASHBOARD, PATIENCE_S, Ran, export, run, table_of, within
from attack_tables import good_page, hostile_bodies, page
from attacks import Attack, Bounds, Variant

from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo
from dashboard.store import open_store
from geocoding.overrides import Override

PERSON = "Zenobia Tajna tel. 600100200"
FOREIGN = (
    "my-folder",
    "Documents",
    ".ssh",
    "prepared",
    "2024",
    "abc123",
    "sums",
    "projekt-ż",
    "x" * 64,
)
WRITER = """
import sys
from dashboard.store import open_store
from geocoding.overrides import Override
store, first = open_store(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(first, first + 25):
    fields = {"lat": 50, "lon": 20, "precision": "building", "reason": "x", "date": "2026-01-02"}
    one = Override.model_validate({"id": str(number), **fields})
    store.change_corrections(lambda saved: [*saved, one])
    print(number, flush=True)
"""


def foreign_folders(dice: random.Random, count: int) -> list[Variant]:
    """A folder for what is prepared that holds folders of others."""

    def attack(names: Sequence[str], folder: Path) -> str:
        prepared = folder / "mine"
        prepared.mkdir(mode=0o700)
        for at, name in enumerate(names):
            (prepared / name).mkdir()
            (prepared / name / "file").write_text("mine", encoding="utf-8")
            os.utime(prepared / name, (at, at))
        for number in range(2):
            table = table_of(folder, *({"locality": "Bochnia"} for _ in range(number + 1)))
            ran = export(folder, table, MAPA_PRAKTYK_PREPARED=str(prepared))
            if ran.fault:
                return ran.fault
        gone = [name for name in names if not (prepared / name / "file").exists()]
        return f"{len(gone)} of {len(names)} folders are gone" if gone else ""

    made = []
    for number in range(min(count, 2)):
        names = dice.sample(FOREIGN, 8 if number else 9)
        bring = within(lambda folder, names=names: attack(names, folder))
        made.append(Variant(name=f"{len(names)} folders", bring=bring))
    return made


def two_tables(_dice: random.Random, _count: int) -> list[Variant]:
    """Two writers of corrections, of two tables in one folder, and of one table."""

    def attack(names: Sequence[str], folder: Path) -> str:
        for name in set(names):
            save_practices(make_demo(5, seed=1), folder / name)
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(folder / name), str(1000 * at)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )
            for at, name in enumerate(names)
        ]  # fmt: skip
        for each in writers:
            each.stdout.readline()
        for each in writers:  # both begin now
            each.stdin.write(b"\n")
            each.stdin.flush()
        said = [each.communicate(timeout=2 * PATIENCE_S)[0].split() for each in writers]
        saved = {number.decode() for ones in said for number in ones}
        store = open_store(str(folder / names[0]))
        there = {each.id for each in store.corrections()}
        edited = {each.place for each in store.edits()}
        lost = f"{len(saved - there)} of {len(saved)} saved ones lost"
        lost += f", {len(saved - edited)} of the history"
        return lost if saved - there or saved - edited or not saved else ""

    return [
        Variant(
            name=" and ".join(names),
            bring=within(lambda folder, names=names: attack(names, folder)),
        )
        for names in (("a.csv", "b.csv"), ("a.csv", "a.csv"))
    ]


def imported_pages(dice: random.Random, count: int) -> list[Variant]:
    """Hostile pages beside good ones in a folder that is imported."""

    def attack(body: str, folder: Path) -> str:
        pages = folder / "pages"
        pages.mkdir()
        name, content = good_page(150)
        (pages / name).write_bytes(content)
        (pages / "151.html").write_bytes(page(body))
        ran = run([*DASHBOARD, "import", str(pages), "--output", str(folder / "new.csv")])
        if ran.fault:
            return ran.fault
        is_there = (folder / "new.csv").exists() and "\n150," in (folder / "new.csv").read_text(
            "utf-8"
        )
        return (
            "" if is_there and "151.html" in ran.said else "the good page is not there, or no word"
        )

    bodies = hostile_bodies(dice)
    names = ["character reference", *dice.sample(sorted(bodies), min(max(count - 1, 0), 2))]
    return [
        Variant(name=name, bring=within(lambda folder, name=name: attack(bodies[name], folder)))
        for name in dict.fromkeys(names)
    ]


def many_places(dice: random.Random, count: int) -> list[Variant]:
    """Tables with a cell of many places, exported."""

    def attack(places: int, kind: str, folder: Path) -> str:
        cell = "; ".join(["Ab"] * places)
        ran = export(folder, table_of(folder, {"places": cell}, {"locality": "Bochnia"}), kind)
        return ran.fault or _plain_end(ran)

    made = []
    for number in range(min(count, 2)):
        places = 32_000 if not number else dice.choice((3_000, 16_000))
        kind = dice.choice(("geojson", "gpkg", "csv"))
        bring = within(lambda folder, places=places, kind=kind: attack(places, kind, folder))
        made.append(Variant(name=f"{places} places, {kind}", bring=bring))
    return made


def _plain_end(ran: Ran) -> str:
    """What is wrong with how a program ended: with no word, or by itself as an error."""
    is_plain = ran.code in {0, 1, 2} and (ran.code == 0 or ran.said.strip())
    return "" if is_plain else f"exit code {ran.code}: {ran.said.strip()[-100:]}"


def persons(_dice: random.Random, _count: int) -> list[Variant]:
    """Cells with persons in the wrong place, in tables that a server starts with."""

    def attack(column: str, folder: Path) -> str:
        ran = export(folder, table_of(folder, {column: PERSON}))
        found = [word for word in ("Zenobia", "600100200") if word in ran.said]
        return f"the message holds {found[0]!r}" if found else ran.fault

    return [
        Variant(name=column, bring=within(lambda folder, column=column: attack(column, folder)))
        for column in ("emails", "population", "metryka")
    ]


def odd_settings(_dice: random.Random, _count: int) -> list[Variant]:
    """Settings and tables that a start meets and must refuse in words."""

    def pipe(folder: Path) -> str:
        os.mkfifo(folder / "pipe.csv")
        ran = export(folder, folder / "pipe.csv")
        is_waiting = ran.code < 0
        return "waits for ever" if is_waiting else ran.fault or _plain_end(ran)

    def setting(folder: Path) -> str:
        table = table_of(folder, {"locality": "Bochnia"})
        command = [*DASHBOARD, "--no-browser", "--data", str(table)]
        ran = run(command, MAPA_PRAKTYK_FILES_AT_ONCE="abc")
        return "the address is printed before the refusal" if "http://" in ran.said else ran.fault

    return [
        Variant(name="a named pipe as table", bring=within(pipe)),
        Variant(name="MAPA_PRAKTYK_FILES_AT_ONCE=abc", bring=within(setting)),
    ]


def put_back(_dice: random.Random, _count: int) -> list[Variant]:
    """An older file of corrections that is put back after an edit."""

    def attack(folder: Path) -> str:
        save_practices(make_demo(5, seed=1), folder / "t.csv")
        store, path = open_store(str(folder / "t.csv")), folder / "overrides.csv"
        _correct(folder, "1")
        shutil.copy(path, folder / "old")
        _correct(folder, "2")
        shutil.copy(folder / "old", path)
        if len(store.edits()) < 2:
            return f"{len(store.edits())} of 2 edits are in the history"
        _correct(folder, "3")
        history = (folder / "overrides.history.jsonl").read_text("utf-8")
        is_kept = '"failed"' not in history and len(store.edits()) >= 3
        return "" if is_kept else "the edit counts as failed, although it stood"

    return [Variant(name="yesterday's overrides.csv", bring=within(attack))]


def _correct(folder: Path, place: str) -> None:
    """Save a correction of a place."""
    fields = {"lat": 50, "lon": 20, "precision": "building", "reason": "x", "date": "2026-01-02"}
    one = Override.model_validate({"id": place, **fields})
    open_store(str(folder / "t.csv")).change_corrections(lambda saved: [*saved, one])


PROGRAMS = [
    Attack(
        mark="A3",
        name="MAPA_PRAKTYK_PREPARED with others' folders",
        must="all of them are there afterwards",
        server="",
        make=foreign_folders,
        bounds=Bounds(seconds=60.0),
    ),
    Attack(
        mark="A4",
        name="two writers of corrections in one folder",
        must="each saved one is there, and in the history",
        server="",
        make=two_tables,
        bounds=Bounds(seconds=90.0),
    ),
    Attack(
        mark="A6",
        name="many places in a cell, export",
        must="an export or a refusal, below 900 MiB",
        server="",
        make=many_places,
        bounds=Bounds(seconds=30.0),
    ),
    Attack(
        mark="B2",
        name="hostile pages in a folder to import",
        must="the good page imported, the other reported",
        server="",
        make=imported_pages,
        bounds=Bounds(seconds=30.0),
    ),
    Attack(
        mark="D1",
        name="an older file of corrections put back",
        must="the history keeps every edit",
        server="",
        make=put_back,
    ),
    Attack(
        mark="D3",
        name="persons in a wrong cell",
        must="no message holds them",
        server="",
        make=persons,
        bounds=Bounds(seconds=30.0),
    ),
    Attack(
        mark="D8/D10",
        name="odd settings at the start",
        must="a refusal in words, before any address",
        server="",
        make=odd_settings,
        bounds=Bounds(seconds=30.0),
    ),
]
