"""Our practices table in a real PostgreSQL with PostGIS; started by `run` beside this file."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count

import pandas as pd
import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.cli import main
from dashboard.errors import (
    EditConflictError,
    NoTableError,
    PracticeDataError,
    SettingsError,
    StoreError,
    UnavailableError,
)
from dashboard.explore.catalog.prepared import find_prepared, prepare
from dashboard.practices.corrections import with_correction, without_corrections
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.practices.edits import Signature, apply_correction, require_unchanged
from dashboard.store import open_store
from dashboard.store.backup import backup, restore
from dashboard.store.ended_logins import digest_of, end_login, is_ended
from dashboard.variables import DATA_VARIABLE
from geocoding import GazetteerGeocoder, Precision
from geocoding.overrides import Override

SERVER = make_url(os.environ["TEST_POSTGRESQL"])
CORRECTION = Override(
    id="150",
    lat=49.97,
    lon=20.43,
    precision=Precision.BUILDING,
    reason="seen, \\ 'there' ż",
    date=dt.date(2026, 5, 11),
)
SLOW_IMPORT = """
import sys
from dashboard.store import open_store, sql_store

def stop(*_):
    print("rows are in", flush=True)
    sys.stdin.read()

store = open_store(sys.argv[1])
practices = store.load()
sql_store._new_revision = stop
store.save(practices.head(1))
"""


def test_what_is_saved_is_what_is_loaded(store, shipped):
    pd.testing.assert_frame_equal(store.load(), shipped)
    again = make_demo(500, seed=3)
    store.save(again)
    pd.testing.assert_frame_equal(store.load(), again)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"title": 'a, "b" \\N', "summary": 'A\n\n\\.\n\n"B", c'}, id="marks-of-csv"),
        pytest.param({"title": "zażółć 😀", "locality": "NULL"}, id="letters"),
        pytest.param({"metryka": '[["A", "\\u017c  1"], ["A", ""]]'}, id="json-as-it-is"),
    ],
)
def test_hostile_cells_stay_as_they_are(store, shipped, cells):
    table = shipped.assign(**cells)
    store.save(table)
    pd.testing.assert_frame_equal(store.load(), table)


@pytest.mark.usefixtures("store")
def test_columns_have_types_and_points_for_other_programs(ask):
    types = dict(
        ask("SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_name = 'practices'")
    )  # fmt: skip
    assert (types["art"], types["introduced"], types["metryka"]) == ("integer", "date", "json")
    ((lat, lon, srid),) = ask(
        "SELECT ST_Y(point), ST_X(point), ST_SRID(point) FROM practice_places WHERE art = 150"
    )
    assert (lat, lon) == pytest.approx((49.97, 20.43), abs=0.02)
    assert srid == 4326
    assert ask("SELECT count(*) > 0 FROM practice_places WHERE point IS NULL") == [(True,)]


def test_another_replica_notices_an_import_and_a_correction(store, shipped, address, tmp_path):
    replica, disk_cache = open_store(address), DiskCache(tmp_path / "disk_cache")
    assert len(prepare(replica, disk_cache, GazetteerGeocoder).catalog) == len(shipped)
    before = replica.version()
    assert find_prepared(replica, disk_cache) is not None
    program = "import sys; from dashboard.cli import main; main(sys.argv[1:])"
    subprocess.run(
        [sys.executable, "-c", program, "demo", "--force", "--rows", "20", "--output", address],
        check=True,
    )
    assert replica.version() != before
    assert find_prepared(replica, disk_cache) is None
    assert len(prepare(replica, disk_cache, GazetteerGeocoder).catalog) == 20
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    assert find_prepared(replica, disk_cache) is None


def test_corrections_are_kept_and_move_the_points(store, ask, address):
    point = "SELECT lat, lon, status FROM practice_places WHERE art = 150"
    before = ask(point)
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    assert open_store(address).corrections() == [CORRECTION]
    assert ask(point) == [(49.97, 20.43, "manual")]
    store.change_corrections(lambda ones: without_corrections(ones, ["150"]))
    assert store.corrections() == []
    assert ask(point) == before


def test_every_edit_is_kept_with_its_change(store, address, ask):
    anna = Signature(who="anna@example.org")
    moved = CORRECTION.model_copy(update={"lat": 50.0})
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION), anna)
    store.change_corrections(lambda ones: with_correction(ones, moved))
    added, replaced = open_store(address).edits()
    assert (added.who, added.place, added.before, added.after) == (
        anna.who,
        "150",
        None,
        CORRECTION,
    )
    assert (replaced.who, replaced.before, replaced.after) == ("", CORRECTION, moved)
    undo = Signature(who="jan@example.org", undoes=replaced.id)
    store.change_corrections(lambda ones: apply_correction(ones, "150", replaced.before), undo)
    assert store.corrections() == [CORRECTION]
    assert store.edits()[-1].undoes == replaced.id
    rows = ask(
        "SELECT who, after->>'lat', before IS NULL FROM practice_edits"
        " WHERE field = 'position' ORDER BY row_no"
    )
    assert rows[0] == ("anna@example.org", "49.97", True)
    assert len(rows) == 3


@pytest.mark.parametrize(
    "statement",
    ["UPDATE practice_edits SET who = ''", "DELETE FROM practice_edits", "TRUNCATE practice_edits"],
)
def test_edits_are_never_altered(store, ask, statement):
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    with pytest.raises(psycopg.errors.RaiseException, match="only grows"):
        ask(statement)
    assert len(store.edits()) == 1


def test_a_change_that_fails_or_changes_nothing_is_no_edit(store):
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    before = store.version()
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))

    def refuse(ones):
        require_unchanged(ones, {"150": None})
        return without_corrections(ones, ["150"])

    with pytest.raises(EditConflictError):
        store.change_corrections(refuse)
    assert (store.corrections(), len(store.edits()), store.version()) == ([CORRECTION], 1, before)


FIRST_TABLES = """
DROP TABLE practice_edits, practice_field_corrections, practice_pages, ended_logins,
    practice_migrations;
ALTER TABLE practice_state ALTER COLUMN revision DROP DEFAULT;
ALTER TABLE practice_state ALTER COLUMN revision TYPE uuid USING gen_random_uuid();
ALTER TABLE practice_state ALTER COLUMN revision SET DEFAULT gen_random_uuid();
UPDATE practice_state SET tables_version = 1;
"""
"""Makes the tables of version 1 of today's: without edits, since the first correction made them."""


def test_tables_of_version_1_are_brought_up_by_a_command(store, shipped, address, ask):
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    ask(FIRST_TABLES)
    with pytest.raises(StoreError, match="mapa-praktyk migrate"):
        store.load()
    with pytest.raises(SystemExit, match="0"):
        main(["migrate", "--data", address])
    pd.testing.assert_frame_equal(store.load(), shipped)
    assert store.corrections() == [CORRECTION]
    assert store.edits() == []
    assert ask("SELECT count(*) FROM practices_version_1") == [(len(shipped),)]
    store.change_corrections(lambda ones: without_corrections(ones, ["150"]))
    assert len(store.edits()) == 1


def test_a_backup_moves_a_store_to_another_database(store, shipped, make_database, tmp_path):
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    store.edit_field(150, "title", "Inny", Signature(who="anna", reason="x"))
    backup(store, tmp_path / "copy.sqlite")
    other = open_store(make_database())
    restore(tmp_path / "copy.sqlite", other)
    pd.testing.assert_frame_equal(other.load(), store.load())
    assert other.edits() == store.edits()
    assert (other.corrections(), other.version()) == ([CORRECTION], store.version())
    other.save(shipped)
    restore(tmp_path / "copy.sqlite", other)
    assert other.edits() == store.edits()


def test_an_import_that_is_killed_leaves_the_old_table(store, shipped, address):
    before = store.version()
    command = [sys.executable, "-c", SLOW_IMPORT, address]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "rows are in\n"
        pd.testing.assert_frame_equal(store.load(), shipped)
        process.send_signal(signal.SIGKILL)
    assert store.version() == before
    store.save(shipped.head(5))
    assert store.version() != before


def test_the_import_makes_the_tables(address, repository, capsys, monkeypatch):
    monkeypatch.setenv(DATA_VARIABLE, address)
    for outcome in ("1 added", "1 unchanged"):
        with pytest.raises(SystemExit) as exit_:
            main(["import", str(repository / "data" / "pages" / "150.txt")])
        captured = capsys.readouterr()
        assert (exit_.value.code, captured.err) == (0, "")
        assert outcome in captured.out
        assert "sekret" not in captured.out
    assert open_store().load()["art"].tolist() == [150]


@pytest.mark.parametrize("method", ["load", "version", "corrections", "changed_at"])
def test_a_database_without_a_table_is_not_a_failure(address, method):
    store = open_store(address)
    assert not store.exists()
    with pytest.raises(NoTableError, match="mapa-praktyk import"):
        getattr(store, method)()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"password": "inne-haslo"}, "password authentication failed", id="password"),
        pytest.param({"database": "none"}, 'database "none" does not exist', id="database"),
        pytest.param({"port": 1}, "cannot be reached", id="port"),
    ],
)
def test_a_database_that_cannot_be_reached(address, changes, reason, capsys):
    url = make_url(address).set(**changes).render_as_string(hide_password=False)
    with pytest.raises(SystemExit, match="2"):
        main(["--data", url, "--no-browser"])
    message = capsys.readouterr().err
    assert reason in message
    assert "~/.pgpass" in message
    assert "sekret" not in message
    assert "inne-haslo" not in message


def test_a_database_without_postgis(make_database, shipped):
    store = open_store(make_database(has_postgis=False))
    for refused in (store.require_writable, lambda: store.save(shipped)):
        with pytest.raises(StoreError, match="CREATE EXTENSION postgis"):
            refused()
    assert not store.exists()


def test_a_user_who_may_only_read(store, ask, make_database, address):
    reader = make_url(make_database())
    grant = "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {0}"
    ask(sql.SQL(grant).format(sql.Identifier(reader.username)))
    readers = reader.set(database=make_url(address).database)
    limited = open_store(readers.render_as_string(hide_password=False))
    practices = limited.load()
    for refused in (limited.require_writable, lambda: limited.save(practices.head(1))):
        with pytest.raises(StoreError, match=r"permission denied .*GRANT"):
            refused()
    ask(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {0}").format(
        sql.Identifier(reader.username)))  # fmt: skip
    with pytest.raises(StoreError, match="permission denied"):
        limited.load()
    pd.testing.assert_frame_equal(store.load(), practices)


def test_tables_of_another_version(store, shipped, ask):
    ask("UPDATE practice_state SET tables_version = 3")
    for refused in (store.load, store.version, lambda: store.save(shipped)):
        with pytest.raises(StoreError, match="version 3, which is newer than this program"):
            refused()


def test_a_table_of_somebody_else_is_left_alone(address, shipped, ask):
    ask("CREATE TABLE practices (art integer)")
    ask("INSERT INTO practices VALUES (1)")
    with pytest.raises(StoreError, match="'practices' that mapa-praktyk did not make"):
        open_store(address).save(shipped)
    assert ask("SELECT art FROM practices") == [(1,)]


def test_rows_that_break_the_schema_are_told(store, ask):
    ask("UPDATE practices SET voivodeship = 'Bawaria' WHERE art = 150")
    with pytest.raises(PracticeDataError, match="column voivodeship: 'Bawaria'") as told:
        store.load()
    assert "PostgreSQL database register_" in str(told.value)


def test_no_message_tells_a_row(store, shipped):
    table = shipped.assign(contacts="Jan\x00Kowal")
    with pytest.raises(StoreError) as told:
        store.save(table)
    assert "Kowal" not in str(told.value)
    pd.testing.assert_frame_equal(store.load(), shipped)


def test_an_address_that_is_none():
    with pytest.raises(SettingsError, match="postgresql://user@host:5432/database") as told:
        open_store("postgresql://a:sekret@b:port/c")
    assert "sekret" not in str(told.value)


LOGIN = {"iss": "https://login.example.org", "sub": "anna", "iat": 1_700_000_000}


@pytest.fixture
def open_ended(make_database):
    """A function that opens the list of ended logins as a further dashboard would."""
    address = make_url(make_database())
    open_store(address.render_as_string(hide_password=False)).make()
    numbers = count()

    def start():
        other = address.update_query_dict({"application_name": f"dashboard {next(numbers)}"})
        return open_store(other.render_as_string(hide_password=False)).ended_logins()

    start.url = address.render_as_string(hide_password=False)
    return start


def test_an_ended_login_is_ended_for_every_dashboard_on_the_database(open_ended):
    first, second = open_ended(), open_ended()
    assert not is_ended(second, LOGIN)
    for ended in (first, second):
        ended.prepare()
    end_login(first, LOGIN)
    end_login(second, LOGIN)
    assert is_ended(second, LOGIN)
    assert not is_ended(second, LOGIN | {"iat": 1})
    with psycopg.connect(open_ended.url) as connection:
        (row,) = connection.execute("SELECT login, until - now() > '12 hours' FROM ended_logins")
        assert row == (digest_of(LOGIN), True)
        connection.execute("UPDATE ended_logins SET until = now() - interval '1 second'")
    first.prepare()
    assert not is_ended(second, LOGIN)


def test_dashboards_that_make_the_list_of_ended_logins_at_once(open_ended):
    lists = [open_ended() for _ in range(6)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda ended: end_login(ended, LOGIN), lists))
    assert is_ended(open_ended(), LOGIN)


def test_a_list_of_ended_logins_that_may_not_be_read_or_written_is_told(open_ended, make_database):
    stranger = make_url(make_database(has_postgis=False))
    stranger = stranger.set(database=make_url(open_ended.url).database)
    limited = open_store(stranger.render_as_string(hide_password=False)).ended_logins()
    open_ended().prepare()
    for ask in (limited.prepare, lambda: is_ended(limited, LOGIN)):
        with pytest.raises(StoreError, match=r"permission denied .*GRANT"):
            ask()


# A database that does not answer

AT_MOST_S = 30  # an answer that would never come takes minutes


@pytest.fixture
def called(line, address):
    """The address of the database over a line that can be cut."""
    url = make_url(address).set(host="127.0.0.1", port=line.port)
    return url.render_as_string(hide_password=False)


@pytest.fixture
def locked(address):
    """A context in which another program has locked a table."""

    @contextmanager
    def lock(table):
        with psycopg.connect(address) as connection:
            connection.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield
            connection.rollback()

    return lock


def notices(page):
    return [each.value for each in page.warning]


def require_unavailable(ask):
    begun = time.monotonic()
    with pytest.raises(UnavailableError, match="PostgreSQL database register_"):
        ask()
    assert time.monotonic() - begun < AT_MOST_S


@pytest.mark.parametrize(
    ("table", "method"),
    [
        pytest.param("practice_state", "version", id="state"),
        pytest.param("practices", "load", id="practices"),
        pytest.param("practices", "read", id="all"),
        pytest.param("practice_corrections", "corrections", id="corrections"),
        pytest.param("practice_edits", "edits", id="edits"),
    ],
)
def test_a_table_that_is_locked_is_not_waited_for_without_end(store, locked, table, method):
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    before = store.version()
    with locked(table):
        require_unavailable(getattr(store, method))
    getattr(store, method)()
    assert store.version() == before


def test_a_server_that_says_nothing_is_not_waited_for_without_end(store, called, line):
    replica = open_store(called)
    assert replica.version() == store.version()
    line.cut()
    for ask in (replica.version, replica.load, replica.changed_at):
        require_unavailable(ask)
    line.mend()
    assert replica.version() == store.version()


def test_a_server_that_says_nothing_while_a_change_is_made(store, called, line):
    replica = open_store(called)
    before = store.version()

    def change(ones):
        line.cut()
        return with_correction(ones, CORRECTION)

    with pytest.raises(UnavailableError):
        replica.change_corrections(change)
    line.mend()
    assert (store.version(), store.corrections()) == (before, [])


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("language", "notice"),
    [("pl", "chwilowo nie odpowiada"), ("en", "does not answer just now")],
)
def test_the_page_goes_on_showing_what_it_had(called, line, monkeypatch, language, notice):
    monkeypatch.setenv(DATA_VARIABLE, called)
    page = AppTest.from_file(f"{dashboard.__path__[0]}/app.py", default_timeout=60)
    page.query_params["lang"] = language
    page.run()
    assert (notices(page), len(page.error)) == ([], 0)
    line.cut()
    page.run()
    for _ in range(5):  # nobody asks again so soon
        begun = time.monotonic()
        page.run()
        assert time.monotonic() - begun < AT_MOST_S
        assert [notice in each for each in notices(page)] == [True]
        assert not page.error
        assert "11" in "".join(each.body for each in page.get("html") if "status" in each.body)
    line.mend()
    deadline = time.monotonic() + AT_MOST_S
    while notices(page) and time.monotonic() < deadline:
        page.run()
    assert notices(page) == []


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        pytest.param("before", """'{"id": "150"}'""", id="no-correction"),
        pytest.param("after", "'[1, 2]'", id="a-list"),
        pytest.param("before", "'\"Kowalska\"'", id="a-text"),
    ],
)
def test_a_row_that_is_no_edit_is_told_with_its_number(store, ask, columns, values):
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    ask(
        f"INSERT INTO practice_edits (id, at, who, place, reason, undoes, {columns})"  # noqa: S608
        f" VALUES ('x', now(), 'Kowalska', '150', '', '', {values})"
    )
    with pytest.raises(StoreError, match=r"practice_edits: row_no \d+ is no edit") as told:
        store.edits()
    assert "Kowalska" not in str(told.value)
    assert store.corrections() == [CORRECTION]
