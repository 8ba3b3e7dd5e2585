"""The store's tables in a real PostgreSQL: of version 1, only read, moved by a backup."""

import datetime as dt
import time

import pandas as pd
import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.cli import main
from dashboard.errors import StoreError
from dashboard.practices.corrections import with_correction, without_corrections
from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Signature
from dashboard.store import open_store
from dashboard.store.backup import backup, restore
from dashboard.variables import DATA_VARIABLE
from geocoding import Precision, data_dir
from geocoding.overrides import Override

CORRECTION = Override(
    id="150",
    lat=49.97,
    lon=20.43,
    precision=Precision.BUILDING,
    reason="seen, \\ 'there' ż",
    date=dt.date(2026, 5, 11),
)
MOVED = CORRECTION.model_copy(update={"lat": 49.98, "reason": "moved"})
BY_ADDRESS = CORRECTION.model_copy(update={"id": "", "address": "ul. Długa 1, 32-700 Bochnia"})

VERSION_1 = """
CREATE TABLE practices (
    art integer PRIMARY KEY,
    url text DEFAULT '' NOT NULL, section text DEFAULT '' NOT NULL,
    subsection text DEFAULT '' NOT NULL, title text DEFAULT '' NOT NULL,
    summary text DEFAULT '' NOT NULL, introduced date, updated date,
    unit_type text DEFAULT '' NOT NULL, locality text DEFAULT '' NOT NULL,
    county text DEFAULT '' NOT NULL, voivodeship text DEFAULT '' NOT NULL,
    postal_code text DEFAULT '' NOT NULL, post_town text DEFAULT '' NOT NULL,
    unit text DEFAULT '' NOT NULL, street text DEFAULT '' NOT NULL,
    number text DEFAULT '' NOT NULL, website text DEFAULT '' NOT NULL, population integer,
    contacts text DEFAULT '' NOT NULL, phones text DEFAULT '' NOT NULL,
    emails text DEFAULT '' NOT NULL, metryka json, places text DEFAULT '' NOT NULL,
    source text DEFAULT '' NOT NULL
);
CREATE TABLE practice_places (
    art integer NOT NULL REFERENCES practices (art) ON DELETE CASCADE, place_no integer NOT NULL,
    place text DEFAULT '' NOT NULL, lat double precision, lon double precision,
    status text DEFAULT '' NOT NULL, precision text DEFAULT '' NOT NULL,
    accuracy_m double precision, matched_label text DEFAULT '' NOT NULL,
    matched_postal_code text DEFAULT '' NOT NULL, matched_commune text DEFAULT '' NOT NULL,
    matched_county text DEFAULT '' NOT NULL, matched_voivodeship text DEFAULT '' NOT NULL,
    score double precision, checks text DEFAULT '' NOT NULL, provider text DEFAULT '' NOT NULL,
    decided_by text DEFAULT '' NOT NULL, error text DEFAULT '' NOT NULL,
    point geometry(Point, 4326)
        GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED,
    PRIMARY KEY (art, place_no)
);
CREATE INDEX practice_places_point ON practice_places USING gist (point);
CREATE TABLE practice_corrections (
    row_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL,
    address text NOT NULL, lat double precision NOT NULL, lon double precision NOT NULL,
    precision text NOT NULL, reason text NOT NULL, date date NOT NULL
);
CREATE TABLE practice_state (
    row_no integer DEFAULT 1 PRIMARY KEY CHECK (row_no = 1), tables_version integer NOT NULL,
    revision uuid DEFAULT gen_random_uuid() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);
INSERT INTO practice_state (tables_version) VALUES (1);
"""
EDITS_OF_VERSION_1 = """
CREATE TABLE practice_edits (
    row_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL UNIQUE,
    at timestamp with time zone NOT NULL, who text NOT NULL, place text NOT NULL, before jsonb,
    after jsonb, reason text NOT NULL, undoes text NOT NULL
);
CREATE FUNCTION practice_edits_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'practice_edits only grows'; END $$;
CREATE TRIGGER practice_edits_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON practice_edits
FOR EACH STATEMENT EXECUTE FUNCTION practice_edits_stay();
"""
"""The first correction made this table in version 1, so a database may be without it."""


@pytest.fixture
def fill_version_1(address):
    """A function that makes the tables of version 1 and puts practices and corrections in."""

    def fill(*, has_edits):
        with psycopg.connect(address) as connection:
            connection.execute(VERSION_1)
            _copy_shipped(connection)
            connection.execute(
                "INSERT INTO practice_places (art, place_no, lat, lon, status)"
                " VALUES (150, 0, 49.98, 20.43, 'manual')"
            )
            for each in (MOVED, BY_ADDRESS):
                connection.execute(
                    "INSERT INTO practice_corrections"
                    " (id, address, lat, lon, precision, reason, date)"
                    " VALUES (%s, %s, %s, %s, %s, %s, %s)",
                    list(each.model_dump().values()),
                )
            if has_edits:
                connection.execute(EDITS_OF_VERSION_1)
                _add_edit(connection, "b", None, CORRECTION)
                _add_edit(connection, "a", CORRECTION, MOVED)

    return fill


def _copy_shipped(connection):
    table = pd.read_csv(data_dir() / "practices.csv", dtype="str", keep_default_na=False)
    columns = connection.execute("SELECT * FROM practices LIMIT 0").description
    table = table[[column.name for column in columns]]  # later versions have further columns
    names = ", ".join(table.columns)
    filled = ", ".join(set(table.columns) - {"introduced", "updated", "population", "metryka"})
    query = f"COPY practices ({names}) FROM STDIN (FORMAT csv, HEADER, FORCE_NOT_NULL ({filled}))"
    with connection.cursor().copy(query) as copying:
        copying.write(table.to_csv(index=False).encode())


def _add_edit(connection, key, before, after):
    sides = [each and each.model_dump_json() for each in (before, after)]
    connection.execute(
        "INSERT INTO practice_edits (id, at, who, place, before, after, reason, undoes)"
        " VALUES (%s, '2026-05-11 10:00+02', 'anna@example.org', '150', %s, %s, 'seen', '')",
        (key, *sides),
    )


@pytest.fixture
def migrate(address, capsys):
    """A function that runs the command on the database and gives what it prints."""

    def run():
        with pytest.raises(SystemExit) as exit_:
            main(["migrate", "--data", address])
        captured = capsys.readouterr()
        assert exit_.value.code == 0, captured.err
        return captured.out + captured.err

    return run


OLD_TABLES = ["practices", "practice_places", "practice_corrections", "practice_state"]


@pytest.mark.parametrize("has_edits", [False, True], ids=["without edits", "with edits"])
def test_tables_that_version_1_made_are_brought_up(
    fill_version_1, migrate, address, ask, has_edits
):
    fill_version_1(has_edits=has_edits)
    old = [*OLD_TABLES, *(["practice_edits"] if has_edits else [])]
    before = {name: ask(f"SELECT * FROM {name} ORDER BY 1") for name in old}  # noqa: S608
    store = open_store(address)
    with pytest.raises(StoreError, match="mapa-praktyk migrate"):
        store.load()
    assert "from version 1 to 2" in migrate()

    pd.testing.assert_frame_equal(store.load(), open_store().load())
    assert store.corrections() == [MOVED, BY_ADDRESS]
    assert [(each.id, each.who, each.before, each.after) for each in store.edits()] == (
        [("b", "anna@example.org", None, CORRECTION), ("a", "anna@example.org", CORRECTION, MOVED)]
        if has_edits
        else []
    )
    ((revision,),) = ask("SELECT revision FROM practice_state")
    assert revision == str(before["practice_state"][0][2])
    for name in old:
        assert ask(f"SELECT * FROM {name}_version_1 ORDER BY 1") == before[name]  # noqa: S608
    kept = {name for (name,) in ask(
        "SELECT table_name FROM information_schema.tables WHERE table_name LIKE '%_version_1'"
    )}  # fmt: skip
    assert kept == {f"{name}_version_1" for name in old}


def test_what_was_brought_up_is_changed_as_any_store(fill_version_1, migrate, address, ask):
    fill_version_1(has_edits=True)
    migrate()
    assert "nothing to do" in migrate()
    store = open_store(address)
    by = Signature(who="jan@example.org", reason="zadzwonili")
    store.undo("a", by)
    assert store.corrections() == [BY_ADDRESS, CORRECTION]  # in the order of setting
    edit = store.edit_field(150, "title", "Inny", by)
    assert [each.undoes for each in store.edits()] == ["", "", "a", ""]
    store.undo(edit.id, by)
    store.change_corrections(lambda ones: without_corrections(ones, ["150"]), by)
    with pytest.raises(psycopg.errors.RaiseException, match="only grows"):
        ask("DELETE FROM practice_edits")


@pytest.fixture
def reader(make_database, address, ask):
    """The address as a user writes it who may only read what tables there are now."""
    other = make_url(make_database())
    grant = sql.SQL("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {0}")

    def allow():
        ask(grant.format(sql.Identifier(other.username)))
        url = other.set(database=make_url(address).database)
        return url.render_as_string(hide_password=False)

    return allow


PAGES = ["map", "quality", "coverage", "analysis", "add", "shortlist", "about"]


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_sees_each_page_after_the_first_import(store, reader, monkeypatch, name):
    """What SELECT was granted on after the import is all that a page ever asks for."""
    monkeypatch.setenv(DATA_VARIABLE, reader())
    page = AppTest.from_file(f"{dashboard.__path__[0]}/app.py", default_timeout=60).run()
    require_well(page)
    require_well(page.switch_page(f"app_pages/{name}_page.py").run())
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION))
    require_well(page.run())


def require_well(page):
    assert not page.exception
    assert [each.value for each in (*page.error, *page.warning)] == []


def test_a_backup_moves_points_and_the_order_of_edits(store, make_database, tmp_path):
    by = Signature(who="anna@example.org", reason="x")
    store.change_corrections(lambda ones: with_correction(ones, CORRECTION), by)
    store.edit_field(150, "title", "Inny", by)
    store.change_corrections(lambda ones: with_correction(ones, MOVED), by)
    backup(store, tmp_path / "copy.sqlite")
    copy, target = open_store(str(tmp_path / "copy.sqlite")), make_database()
    pd.testing.assert_frame_equal(copy.load(), store.load())
    other = open_store(target)
    other.save(make_demo(30, seed=1))  # all of this goes
    restore(tmp_path / "copy.sqlite", other)

    pd.testing.assert_frame_equal(other.load(), store.load())
    assert other.corrections() == store.corrections() == [MOVED]
    edits = store.latest_edits(count=1000)
    assert other.latest_edits(count=1000) == copy.latest_edits(count=1000) == edits
    assert [each.after for each in edits[:3]] == [MOVED, "Inny", CORRECTION]
    points = "SELECT art, place_no, ST_AsText(point) FROM practice_places ORDER BY 1, 2"
    with psycopg.connect(target) as there, psycopg.connect(store.address) as here:
        moved = there.execute(points).fetchall()
        assert moved == here.execute(points).fetchall()
    assert (150, 0, "POINT(20.43 49.98)") in moved
    other.change_corrections(lambda ones: without_corrections(ones, ["150"]), by)
    assert len(other.edits()) == len(store.edits()) + 1
    with psycopg.connect(target) as there, pytest.raises(psycopg.errors.RaiseException):
        there.execute("DELETE FROM practice_edits")


def test_100_000_practices_are_imported(address, capsys):
    """Print how long it takes; no bound, since machines differ."""
    practices = make_demo(100_000, seed=1)
    store = open_store(address)
    begun = time.perf_counter(), time.process_time()
    store.save(practices)
    wall, own = time.perf_counter() - begun[0], time.process_time() - begun[1]
    begun = time.perf_counter()
    assert len(store.load()) == len(practices)
    loading = time.perf_counter() - begun
    with capsys.disabled():
        print(  # noqa: T201  the figure is what it is for
            f"\n100,000 practices in PostgreSQL: import {wall:.1f} s"
            f" (of this process {own:.1f} s), load {loading:.1f} s"
        )
