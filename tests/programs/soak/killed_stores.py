"""The programs that change a store, with what must hold after each was ended in the middle."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from killed_program import Program

import dashboard.store
from dashboard.cli import main as mapa_praktyk
from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Signature
from dashboard.store import open_store
from dashboard.store.backup import backup, restore
from dashboard.store.engines import engine_for, sqlite_address, writing
from dashboard.variables import DATA_VARIABLE
from geocoding import data_dir
from geocoding.overrides import Override

ROWS = 150
PAGES = 12
SAVED = 10
STORE = "store.sqlite"
BY = Signature(who="soak")
QUESTIONS = (
    "SELECT count(*), group_concat(title) FROM practices",
    "SELECT count(*) FROM practice_places",
    "SELECT count(*), group_concat(reason) FROM practice_corrections",
    "SELECT count(*) FROM practice_edits",
    "SELECT count(*) FROM practice_pages",
    "SELECT tables_version FROM practice_state",
)


def content_of(path: Path) -> tuple[object, ...]:
    """What a store's file holds, as another program sees it; empty where it holds nothing."""
    if not path.exists() or not path.stat().st_size:
        return ()
    answers: list[object] = []
    with closing(sqlite3.connect(path)) as connection:
        answers.append(connection.execute("PRAGMA integrity_check").fetchone())
        for question in QUESTIONS:
            with suppress(sqlite3.OperationalError):  # a table that this version does not have
                answers.append(connection.execute(question).fetchone())
    return tuple(answers) if len(answers) > 1 else ()


def halves_of(
    folder: Path, *, name: str, states: tuple[str, ...], may_be_none: bool
) -> Iterator[str]:
    """The file, where it is in none of the states of other files."""
    wanted = [content_of(folder / state) for state in states]
    if content_of(folder / name) not in ([*wanted, ()] if may_be_none else wanted):
        yield name


def is_in_state(folder: Path, *, name: str, state: str) -> bool:
    """Whether a file holds what another one holds."""
    return content_of(folder / name) == content_of(folder / state)


def make_old(folder: Path) -> None:
    """Make a store with practices, corrections and edits, unless there is one."""
    if (folder / "old.sqlite").exists():
        return
    store = open_store(str(folder / "old.sqlite"))
    store.save(make_demo(ROWS, seed=1), BY)
    for number in range(1, 4):
        store.edit_field(number, "title", f"tytuł {number}", BY)


def bring(folder: Path, source: str) -> None:
    """Put a copy of a store in place, without what a killed program left of its transaction."""
    for path in folder.glob(f"{STORE}*"):
        path.unlink()
    shutil.copy(folder / source, folder / STORE)


# mapa-praktyk import


def _prepare_import(folder: Path) -> None:
    pages = folder / "pages"
    if not pages.exists():
        pages.mkdir()
        text = (data_dir() / "pages" / "150.txt").read_text("utf-8")
        for number in range(PAGES):
            (pages / f"{90_000 + number}.txt").write_text(text, encoding="utf-8")
        make_old(folder)
        bring(folder, "old.sqlite")
        _import(folder)
        shutil.copy(folder / STORE, folder / "new.sqlite")
    bring(folder, "old.sqlite")


def _import(folder: Path) -> None:
    try:
        mapa_praktyk(["import", str(folder / "pages"), "--output", str(folder / STORE)])
    except SystemExit as end:
        if end.code:
            raise


# The first start


def _prepare_first_start(folder: Path) -> None:
    if not (folder / "new.sqlite").exists():
        _start_first(folder)
        shutil.copy(folder / "praktyki.sqlite", folder / "new.sqlite")
    for path in folder.glob("praktyki.sqlite*"):
        path.unlink()


def _start_first(folder: Path) -> None:
    os.environ[DATA_VARIABLE] = f"{folder}{os.sep}"
    open_store()


# Saving corrections: each that was acknowledged is there


def _correction(number: int) -> Override:
    fields = {"lat": 50, "lon": 20, "precision": "building", "reason": "x" * 200}
    return Override.model_validate({"id": f"{number}", "date": "2026-01-02", **fields})


def _prepare_corrections(folder: Path) -> None:
    make_old(folder)
    bring(folder, "old.sqlite")
    (folder / "acknowledged").write_text("0", encoding="utf-8")


def _save_corrections(folder: Path) -> None:
    store = open_store(str(folder / STORE))
    for number in range(len(store.corrections()), SAVED):
        store.change_corrections(lambda saved, number=number: [*saved, _correction(number)], BY)
        handle = os.open(folder / "acknowledged", os.O_WRONLY)  # never empty, as write_text has it
        os.pwrite(handle, f"{number + 1}".encode(), 0)
        os.close(handle)


def _correction_halves(folder: Path) -> Iterator[str]:
    store = open_store(str(folder / STORE))
    saved = [int(each.id) for each in store.corrections()]
    acknowledged = int((folder / "acknowledged").read_text("utf-8"))
    if saved != list(range(len(saved))) or len(saved) < acknowledged:
        yield f"{len(saved)} corrections, {acknowledged} acknowledged"
    edited = sum(edit.field == "position" for edit in store.edits())
    if edited != len(saved):
        yield f"the history: {edited} edits of {len(saved)} corrections"


def _are_saved(folder: Path) -> bool:
    return len(open_store(str(folder / STORE)).corrections()) == SAVED


# mapa-praktyk backup and restore


def _prepare_backup(folder: Path) -> None:
    make_old(folder)
    if not (folder / "older.sqlite").exists():
        open_store(str(folder / "older.sqlite")).save(make_demo(3, seed=2), BY)
    shutil.copy(folder / "older.sqlite", folder / "backup.sqlite")


def _back_up(folder: Path) -> None:
    backup(open_store(str(folder / "old.sqlite")), folder / "backup.sqlite")


def _prepare_restore(folder: Path) -> None:
    _prepare_backup(folder)
    bring(folder, "older.sqlite")


def _restore(folder: Path) -> None:
    restore(folder / "old.sqlite", open_store(str(folder / STORE)))


# Bringing an older store up


def _prepare_migration(folder: Path) -> None:
    if not (folder / "first.sqlite").exists():
        engine = engine_for(sqlite_address(str(folder / "first.sqlite")))
        with writing(engine, "first") as connection:
            config = Config()
            config.set_main_option("script_location", f"{dashboard.store.__path__[0]}/migrations")
            config.attributes["connection"] = connection
            command.upgrade(config, "0001")
            for number in range(ROWS):
                connection.exec_driver_sql(
                    "INSERT INTO practices (art, section, title) VALUES (?, 'x', 'Muzeum')",
                    (number + 1,),
                )
        engine.dispose()
        bring(folder, "first.sqlite")
        _migrate(folder)
        shutil.copy(folder / STORE, folder / "new.sqlite")
    bring(folder, "first.sqlite")
    (folder / "store.version-1.sqlite").unlink(missing_ok=True)


def _migrate(folder: Path) -> None:
    open_store(str(folder / STORE))


def _migration_halves(folder: Path) -> Iterator[str]:
    yield from halves_of(
        folder, name=STORE, states=("first.sqlite", "new.sqlite"), may_be_none=False
    )
    yield from halves_of(
        folder, name="store.version-1.sqlite", states=("first.sqlite",), may_be_none=True
    )


PROGRAMS = {
    "import": Program(
        prepare=_prepare_import,
        run=_import,
        halves=partial(
            halves_of, name=STORE, states=("old.sqlite", "new.sqlite"), may_be_none=False
        ),
        done=partial(is_in_state, name=STORE, state="new.sqlite"),
    ),
    "first-start": Program(
        prepare=_prepare_first_start,
        run=_start_first,
        halves=partial(halves_of, name="praktyki.sqlite", states=("new.sqlite",), may_be_none=True),
        done=partial(is_in_state, name="praktyki.sqlite", state="new.sqlite"),
    ),
    "corrections": Program(
        prepare=_prepare_corrections,
        run=_save_corrections,
        halves=_correction_halves,
        done=_are_saved,
    ),
    "backup": Program(
        prepare=_prepare_backup,
        run=_back_up,
        halves=partial(
            halves_of,
            name="backup.sqlite",
            states=("older.sqlite", "old.sqlite"),
            may_be_none=False,
        ),
        done=partial(is_in_state, name="backup.sqlite", state="old.sqlite"),
    ),
    "restore": Program(
        prepare=_prepare_restore,
        run=_restore,
        halves=partial(
            halves_of, name=STORE, states=("older.sqlite", "old.sqlite"), may_be_none=False
        ),
        done=partial(is_in_state, name=STORE, state="old.sqlite"),
    ),
    "migration": Program(
        prepare=_prepare_migration,
        run=_migrate,
        halves=_migration_halves,
        done=partial(is_in_state, name=STORE, state="new.sqlite"),
    ),
}
"""By the name that the command takes."""
