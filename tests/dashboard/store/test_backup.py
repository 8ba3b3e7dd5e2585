"""Backups of a store, and stores of older and newer versions."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

import dashboard.store
from dashboard.errors import StoreError
from dashboard.practices.demo import make_demo
from dashboard.store import open_store
from dashboard.store.backup import backup, restore
from dashboard.store.engines import engine_for, reading, sqlite_address, writing
from dashboard.store.migrating import TABLES_VERSION
from dashboard.store.tables import METADATA, VERSION_TABLE

pytestmark = pytest.mark.slow


@pytest.fixture
def old_store(tmp_path):
    """The path of a store with the tables of version 1, and a correction in it."""
    path = tmp_path / "old.sqlite"
    engine = engine_for(sqlite_address(str(path)))
    with writing(engine, "old") as connection:
        config = Config()
        config.set_main_option("script_location", f"{dashboard.store.__path__[0]}/migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(
            "INSERT INTO practices (art, section, title) VALUES (7, 'Kultura', 'Muzeum')"
        )
        connection.exec_driver_sql(
            "INSERT INTO practice_corrections (id, address, lat, lon, precision, reason, date)"
            " VALUES ('7', '', 50.05, 18.7, 'building', 'muzeum', '2026-01-02')"
        )
        connection.exec_driver_sql(
            "INSERT INTO practice_edits (id, at, who, place, before, after, reason, undoes)"
            " VALUES ('a1', '2026-01-02 10:00:00', 'x', '7', NULL, NULL, 'muzeum', '')"
        )
    engine.dispose()
    return path


def test_a_backup_is_a_store_of_the_same_content(store, tmp_path, by, correction):
    store.edit_field(1, "title", "Inny", by)
    store.change_corrections(lambda ones: [*ones, correction], by)
    backup(store, tmp_path / "copy.sqlite")
    copy = open_store(str(tmp_path / "copy.sqlite"))
    pd.testing.assert_frame_equal(copy.load(), store.load())
    assert copy.corrections() == store.corrections()
    assert copy.edits() == store.edits()
    assert copy.version() == store.version()
    assert (tmp_path / "copy.sqlite").stat().st_mode & 0o777 == 0o600


def test_restoring_puts_everything_back(store, practices, tmp_path, by):
    backup(store, tmp_path / "copy.sqlite")
    version = store.version()
    store.edit_field(1, "title", "Inny", by)
    store.save(make_demo(9, seed=4))
    restore(tmp_path / "copy.sqlite", store)
    pd.testing.assert_frame_equal(store.load(), practices)
    assert store.edits() == []
    assert store.version() == version


def test_restoring_makes_a_store_where_there_is_none(store, practices, tmp_path):
    backup(store, tmp_path / "copy.sqlite")
    restore(tmp_path / "copy.sqlite", open_store(str(tmp_path / "new.sqlite")))
    pd.testing.assert_frame_equal(open_store(str(tmp_path / "new.sqlite")).load(), practices)


def _cut(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _make_newer(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE practice_state SET tables_version = tables_version + 1")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(_cut, "damaged|malformed", id="cut"),
        pytest.param(lambda path: path.write_text("x" * 5000), "not a database", id="text"),
        pytest.param(lambda path: path.write_bytes(b""), "no practices table", id="empty"),
        pytest.param(_make_newer, "newer than this program", id="newer"),
        pytest.param(lambda path: path.unlink(), "cannot be opened", id="gone"),
    ],
)
def test_a_file_that_is_no_backup_changes_nothing(store, practices, tmp_path, damage, message):
    file = tmp_path / "copy.sqlite"
    backup(store, file)
    damage(file)
    with pytest.raises(Exception, match=message) as refused:
        restore(file, store)
    assert str(file) in str(refused.value)
    pd.testing.assert_frame_equal(store.load(), practices)


def test_a_place_that_cannot_be_written_to(store, tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        backup(store, tmp_path / "none" / "copy.sqlite")


def test_an_older_store_is_brought_up_after_a_copy_was_made(old_store):
    said = []
    store = open_store(str(old_store), say=said.append)
    assert store.load()["title"].tolist() == ["Muzeum"]
    assert [each.id for each in store.corrections()] == ["7"]
    assert [each.id for each in store.edits()] == ["a1"]
    copy = old_store.with_name("old.version-1.sqlite")
    assert said == [
        f"{copy}: a copy of the store as it was, with tables of version 1",
        f"{old_store}: brought up from version 1 to {TABLES_VERSION}",
    ]
    with closing(sqlite3.connect(copy)) as connection:
        version = connection.execute("SELECT tables_version FROM practice_state").fetchone()
        titles = connection.execute("SELECT title FROM practices").fetchall()
    assert (version, titles) == ((1,), [("Muzeum",)])
    open_store(str(old_store), say=said.append)
    assert len(said) == 2


def test_a_backup_of_an_older_version_is_restored(old_store, store):
    restore(old_store, store)
    assert store.load()["title"].tolist() == ["Muzeum"]
    assert [each.id for each in store.edits()] == ["a1"]


def test_migrations_lead_to_the_tables_that_the_code_knows(store, old_store):
    open_store(str(old_store))
    for path in (store.path, old_store):
        with reading(engine_for(sqlite_address(str(path))), "x") as connection:
            context = MigrationContext.configure(
                connection, opts={"version_table": VERSION_TABLE, "compare_type": False}
            )
            assert compare_metadata(context, METADATA) == []
            assert context.get_current_revision() == f"{TABLES_VERSION:04d}"
