"""Attacks on `mapa-praktyk`: tables, pages, folders and settings that the command meets."""

import os
import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from attack_runs import DASHBOARD, Ran, export, run, table_of, within
from attack_tables import good_page, hostile_bodies, page
from attacks import Attack, Bounds, Variant

from dashboard.store import open_store

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


def imported_pages(dice: random.Random, count: int) -> list[Variant]:
    """Hostile pages beside good ones in a folder that is imported."""

    def attack(body: str, folder: Path) -> str:
        pages = folder / "pages"
        pages.mkdir()
        name, content = good_page(150)
        (pages / name).write_bytes(content)
        (pages / "151.html").write_bytes(page(body))
        new = folder / "new.sqlite"
        ran = run([*DASHBOARD, "import", str(pages), "--output", str(new)])
        if ran.fault:
            return ran.fault
        is_there = new.exists() and 150 in set(open_store(str(new)).load()["art"])
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

    def pipe(name: str, folder: Path) -> str:
        os.mkfifo(folder / name)
        ran = export(folder, folder / name)
        is_waiting = ran.code < 0
        return "waits for ever" if is_waiting else ran.fault or _plain_end(ran)

    def setting(folder: Path) -> str:
        table = table_of(folder, {"locality": "Bochnia"})
        command = [*DASHBOARD, "--no-browser", "--data", str(table)]
        ran = run(command, MAPA_PRAKTYK_FILES_AT_ONCE="abc")
        return "the address is printed before the refusal" if "http://" in ran.said else ran.fault

    return [
        Variant(name="a named pipe as table", bring=within(partial(pipe, "pipe.csv"))),
        Variant(name="a named pipe as store", bring=within(partial(pipe, "pipe.sqlite"))),
        Variant(name="MAPA_PRAKTYK_FILES_AT_ONCE=abc", bring=within(setting)),
    ]


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
