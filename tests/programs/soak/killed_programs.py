"""The programs that `soak_kill.py` ends in the middle, each with what must hold afterwards.

A program works in a folder of its own. `prepare` brings the old state there and leaves everything
else as it is, `run` is what is ended, and `halves` names what is neither old nor new.
"""

import csv
import io
import json
import os
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from killed_program import Program
from killed_stores import PROGRAMS as STORE_PROGRAMS

from dashboard.cli import main as mapa_praktyk
from dashboard.errors import DashboardError
from dashboard.explore.catalog.prepared import prepare as prepare_catalog
from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import open_store
from geocoding import GazetteerGeocoder, GeocodingError, data_dir
from geocoding.batch.cli import app as geocode
from geocoding.build.data import build
from geocoding.build.packages import Wheels
from geocoding.build.staging import staged
from geocoding.cache import AnswerCache

REFUSED = 2
ROWS = 150
QUESTIONS = 25
WHEELS = data_dir().parent / ".cache" / "packages"
EXPORTS = ("csv", "xlsx", "geojson", "gpkg", "html", "svg", "pdf", "pptx")
ENDINGS = {"html": b"</html>", "svg": b"</svg>", "pdf": b"%%EOF"}


def perform(name: str, folder: Path, ready: Callable[[object], None]) -> None:
    """Run a program in a process group of its own, once it was said that it begins."""
    os.setsid()
    quiet = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(quiet, stream)
    ready("begins")
    try:
        PROGRAMS[name].run(folder)
    except SystemExit as end:
        if end.code:
            raise
    except (DashboardError, GeocodingError):  # a message, and no bug
        sys.exit(REFUSED)


# The prepared disk cache


def _prepare_disk_cache(folder: Path) -> None:
    shutil.rmtree(folder / "disk_cache", ignore_errors=True)
    if not (folder / "table.csv").exists():
        save_practices(make_demo(ROWS, seed=1), folder / "table.csv")


def _fill_disk_cache(folder: Path) -> None:
    store, disk_cache = open_store(str(folder / "table.csv")), DiskCache(folder / "disk_cache")
    prepare_catalog(store, disk_cache, GazetteerGeocoder).catalog.search_text.index()


def _cache_halves(folder: Path) -> Iterator[str]:
    """An entry that is there and cannot be used, other than by its sums, would raise."""
    disk_cache = DiskCache(folder / "disk_cache")
    for entry in (folder / "disk_cache").glob("*/entry-*"):
        if disk_cache.find(entry.name.removeprefix("entry-")) is None:
            yield f"disk_cache/{entry.name}"


def _is_filled(folder: Path) -> bool:
    return len(list((folder / "disk_cache").glob("*/entry-*"))) >= 1


# python -m geocoding, with a service whose answers are kept, and on a Dask cluster


def _prepare_addresses(folder: Path) -> None:
    rows = [f"{number},{number},Krzeczów,32-700" for number in range(1, QUESTIONS + 1)]
    table = "\n".join(["id,number,city,postal_code", *rows, ""])
    (folder / "in.csv").write_text(table, encoding="utf-8")
    shutil.rmtree(folder / "cache", ignore_errors=True)
    shutil.rmtree(folder / "out", ignore_errors=True)
    for name in ("out.csv", "out.audit.json", "out.audit.md"):
        (folder / name).write_text("old", encoding="utf-8")


def _geocode_online(folder: Path) -> None:
    options = ["--geocoder", "nominatim", "--user-agent", "soak", "--interval", "0"]
    server = ["--server", (folder / "server").read_text("utf-8"), "--cache", str(folder / "cache")]
    geocode([str(folder / "in.csv"), "-o", str(folder / "out.csv"), *options, *server])


def _geocode_on_dask(folder: Path) -> None:
    geocode([str(folder / "in.csv"), "-o", str(folder / "out"), "--engine", "dask"])


def _answer_halves(folder: Path) -> Iterator[str]:
    output = (folder / "out.csv").read_text("utf-8")
    if output != "old" and len(list(csv.reader(io.StringIO(output)))) != QUESTIONS + 1:
        yield "out.csv"
    report = (folder / "out.audit.json").read_text("utf-8")
    if report != "old" and json.loads(report)["rows"] != QUESTIONS:
        yield "out.audit.json"
    text = (folder / "out.audit.md").read_text("utf-8")
    if text != "old" and not text.endswith("\n"):
        yield "out.audit.md"
    database = folder / "cache" / "cache.db"
    if database.exists():
        AnswerCache(folder / "cache").close()
        with closing(sqlite3.connect(database)) as connection:
            if connection.execute("pragma integrity_check").fetchone() != ("ok",):
                yield "cache"


def _is_answered(folder: Path) -> bool:
    return (folder / "out.csv").read_text("utf-8").count("\n") == QUESTIONS + 1


def _part_halves(folder: Path) -> Iterator[str]:
    for part in (folder / "out").glob("part-*.parquet"):
        if part.read_bytes()[-4:] != b"PAR1":
            yield part.name


def _is_answered_in_parts(folder: Path) -> bool:
    return (folder / "out" / "part-000000.parquet").exists()


# python -m geocoding.build: its last step on large files, and all of it where sources are here


def _built_files() -> list[Path]:
    return [path for name in ("gazetteer", "boundaries") for path in (data_dir() / name).iterdir()]


def _prepare_data(folder: Path) -> None:
    for path in [*_built_files(), data_dir() / "sources.toml"]:
        target = folder / "data" / path.relative_to(data_dir())
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
        with target.open("ab") as file:
            file.write(b"\n")


def _stage(folder: Path) -> None:
    with staged(folder / "data") as staging:
        for path in [*_built_files(), data_dir() / "sources.toml"]:
            target = staging / path.relative_to(data_dir())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def _data_halves(folder: Path) -> Iterator[str]:
    for path in [*_built_files(), data_dir() / "sources.toml"]:
        name = path.relative_to(data_dir())
        content, new = (folder / "data" / name).read_bytes(), path.read_bytes()
        if content not in (new, new + b"\n"):
            yield str(name)


def _is_built(folder: Path) -> bool:
    return all(
        (folder / "data" / path.relative_to(data_dir())).read_bytes() == path.read_bytes()
        for path in _built_files()
    )


# mapa-praktyk export


def _prepare_export(folder: Path, *, kind: str) -> None:
    if not (folder / "table.csv").exists():
        save_practices(make_demo(ROWS, seed=1), folder / "table.csv")
        _fill_disk_cache(folder)
    (folder / f"out.{kind}").write_bytes(b"old")


def _export(folder: Path, *, kind: str) -> None:
    os.environ["MAPA_PRAKTYK_PREPARED"] = str(folder / "disk_cache")
    output = str(folder / f"out.{kind}")
    mapa_praktyk(["export", "--data", str(folder / "table.csv"), "--force", "--output", output])


def _export_halves(folder: Path, *, kind: str) -> Iterator[str]:
    path = folder / f"out.{kind}"
    if path.read_bytes() != b"old" and not _is_whole(kind, path):
        yield path.name


def _is_whole(kind: str, path: Path) -> bool:
    content = path.read_bytes()
    if content == b"old":
        return False
    if kind in ("xlsx", "pptx"):
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    if kind == "gpkg":
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("pragma integrity_check").fetchone() == ("ok",))
    if kind == "geojson":
        return len(json.loads(content)["features"]) > 0
    if kind == "csv":
        return content.endswith(b"\n") and len(content.splitlines()) > ROWS
    return content.rstrip().endswith(ENDINGS[kind])


def _is_exported(folder: Path, *, kind: str) -> bool:
    return _is_whole(kind, folder / f"out.{kind}")


PROGRAMS = {
    **STORE_PROGRAMS,
    "disk_cache": Program(
        prepare=_prepare_disk_cache, run=_fill_disk_cache, halves=_cache_halves, done=_is_filled
    ),
    "geocode": Program(
        prepare=_prepare_addresses, run=_geocode_online, halves=_answer_halves, done=_is_answered
    ),
    **{
        f"export-{kind}": Program(
            prepare=partial(_prepare_export, kind=kind),
            run=partial(_export, kind=kind),
            halves=partial(_export_halves, kind=kind),
            done=partial(_is_exported, kind=kind),
            share=1 / len(EXPORTS),
        )
        for kind in EXPORTS
    },
    "data": Program(prepare=_prepare_data, run=_stage, halves=_data_halves, done=_is_built),
    "dask": Program(
        prepare=_prepare_addresses,
        run=_geocode_on_dask,
        halves=_part_halves,
        done=_is_answered_in_parts,
        share=0.05,
    ),
}
if WHEELS.is_dir():
    PROGRAMS["build"] = Program(
        prepare=_prepare_data,
        run=lambda folder: build(folder / "data", Wheels(WHEELS)) and None,
        halves=_data_halves,
        done=_is_built,
        share=0.05,
    )
