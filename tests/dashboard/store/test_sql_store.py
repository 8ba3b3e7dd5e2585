"""What a store promises: whole changes, each written down, each undone by another one."""

import os
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing

import pandas as pd
import pytest

from dashboard.errors import (
    CorrectionError,
    EditConflictError,
    NoTableError,
    PracticeDataError,
    SettingsError,
    StoreError,
)
from dashboard.practices.demo import make_demo
from dashboard.practices.edits import PRACTICE, Signature
from dashboard.store import SqlStore, open_store
from dashboard.store.engines import sqlite_address
from dashboard.store.pages import RawPage

PLACES = "SELECT lat, lon, status FROM practice_places WHERE art = 1 ORDER BY place_no"


@pytest.fixture
def ask(path):
    """A function that asks the store's file something, as any other program would."""

    def answer(query):
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(query).fetchall()

    return answer


def test_what_is_saved_is_what_is_loaded(store, practices, path):
    pd.testing.assert_frame_equal(store.load(), practices)
    pd.testing.assert_frame_equal(open_store(str(path)).load(), practices)
    store.save(make_demo(7, seed=2))
    pd.testing.assert_frame_equal(store.load(), make_demo(7, seed=2))


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"title": 'a, "b" \\N\'; DROP TABLE practices; --'}, id="marks-of-sql"),
        pytest.param({"title": "zażółć 😀 NULL", "locality": "NULL"}, id="letters"),
        pytest.param({"metryka": '[["A", "\\u017c  1"], ["A", ""]]'}, id="json-as-it-is"),
        pytest.param({"summary": 'a\n\n\\.\n\n"B", c', "metryka": ""}, id="lines"),
    ],
)
def test_cells_stay_as_they_are(store, practices, cells):
    table = practices.assign(**cells)
    store.save(table)
    pd.testing.assert_frame_equal(store.load(), table)


def test_a_store_that_is_not_there_yet(path):
    store = open_store(str(path))
    assert not store.exists()
    assert store.size_bytes() == 0
    for question in (store.load, store.version, store.corrections):
        with pytest.raises((NoTableError, StoreError)):
            question()


def test_what_breaks_the_schema_is_not_written(store, practices):
    wrong = practices.assign(voivodeship="Atlantyda")
    with pytest.raises(PracticeDataError, match="voivodeship"):
        store.save(wrong)
    pd.testing.assert_frame_equal(store.load(), practices)
    assert store.latest_edits(count=1)[0].field == PRACTICE


def test_rows_of_another_program_are_checked(store, path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE practices SET postal_code = 'x' WHERE art = 2")
    with pytest.raises(PracticeDataError, match="row 2, column postal_code"):
        store.load()


def test_a_text_that_is_not_in_utf8_is_named_and_not_shown(store, path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE practices SET unit = CAST(x'4afe' AS TEXT) WHERE art = 3")
    with pytest.raises(StoreError, match="row 3, column unit: expected text in UTF-8") as caught:
        store.load()
    assert "J" not in str(caught.value).removeprefix(store.name)


def test_many_practices_come_in_their_order(path):
    store, many = open_store(str(path)), make_demo(2_345, seed=2)
    store.save(many.iloc[::-1])
    pd.testing.assert_frame_equal(store.load(), many)


def test_the_version_changes_with_every_change_and_with_nothing_else(
    store, practices, path, by, correction
):
    versions = [store.version()]
    for change in (
        lambda: store.save(practices.head(4)),
        lambda: store.change_corrections(lambda ones: [*ones, correction], by),
        lambda: store.edit_field(1, "title", "Inny tytuł", by),
    ):
        change()
        versions.append(open_store(str(path)).version())
    assert len(set(versions)) == len(versions)
    store.change_practices(lambda table: table)
    store.change_practices(lambda table: table.copy())
    store.change_corrections(list)
    assert store.edit_field(1, "title", "Inny tytuł", by) is None
    assert store.version() == versions[-1]


def test_a_correction_moves_the_place_and_its_undoing_moves_it_back(store, ask, by, correction):
    before = ask(PLACES)
    store.change_corrections(lambda ones: [*ones, correction], by)
    assert store.corrections() == [correction]
    assert ask(PLACES) == [(49.97, 20.43, "manual")]
    (edit,) = store.edits()
    assert (edit.who, edit.place, edit.before, edit.after) == (by.who, "1", None, correction)
    (undone,) = store.undo(edit.id, by)
    assert undone == edit
    assert store.corrections() == []
    assert ask(PLACES) == before
    assert [each.undoes for each in store.edits()] == ["", edit.id]


def test_a_change_of_corrections_is_whole_or_none(store, correction):
    def refuse(_ones):
        raise EditConflictError("1")

    store.change_corrections(lambda ones: [*ones, correction])
    version = store.version()
    with pytest.raises(EditConflictError):
        store.change_corrections(refuse)
    assert store.corrections() == [correction]
    assert store.version() == version


@pytest.mark.parametrize(
    ("field", "value", "expected", "printed"),
    [
        pytest.param("population", "29,9 tys.", "29900", ["Liczba mieszkańców", "29.900"], id="n"),
        pytest.param("title", "Nowy tytuł", "Nowy tytuł", None, id="text"),
        pytest.param("introduced", "23.11.2009", "2009-11-23", None, id="day"),
        pytest.param(
            "voivodeship", "woj. LUBUSKIE", "lubuskie", ["Województwo", "lubuskie"], id="v"
        ),
        pytest.param("unit_type", "", "", None, id="emptied"),
        pytest.param("street", "ul. Polna", "ul. Polna", ["Ulica", "ul. Polna"], id="new-label"),
    ],
)
def test_a_field_is_corrected_in_the_table_and_on_the_card(  # noqa: PLR0913, PLR0917
    store, ask, by, practices, field, value, expected, printed
):
    edit = store.edit_field(1, field, value, by)
    assert (edit.place, edit.field, edit.after) == ("1", field, expected)
    row = store.load().set_index("art").loc[1]
    if printed:
        assert str(printed).replace("'", '"') in row["metryka"]
    ((cell,),) = ask(f"SELECT coalesce({field}, '') FROM practices WHERE art = 1")  # noqa: S608
    assert str(cell) == expected
    store.undo(edit.id, by)
    pd.testing.assert_frame_equal(store.load(), practices)


def test_a_corrected_address_is_located_anew(store, ask, by):
    store.edit_field(1, "postal_code", "32-700", by)
    store.edit_field(1, "post_town", "Bochnia", by)
    store.edit_field(1, "county", "bocheński", by)
    store.edit_field(1, "voivodeship", "małopolskie", by)
    store.edit_field(1, "locality", "Bochnia", by)
    ((lat, lon, status),) = ask(PLACES)
    assert (round(lat, 1), round(lon, 1), status) == (50.0, 20.4, "ok")


@pytest.mark.parametrize(
    ("number", "field", "value", "message"),
    [
        pytest.param(99, "title", "x", "no practice with the number 99", id="practice"),
        pytest.param(1, "art", "7", "'art' is no field", id="number"),
        pytest.param(1, "colour", "red", "'colour' is no field", id="field"),
        pytest.param(1, "title", "", "practice 1, title", id="required"),
        pytest.param(1, "population", "wielu", "whole number", id="value"),
        pytest.param(1, "voivodeship", "Atlantyda", "voivodeship", id="unknown"),
    ],
)
def test_what_cannot_be_corrected_is_refused(  # noqa: PLR0913, PLR0917
    store, by, practices, number, field, value, message
):
    with pytest.raises(CorrectionError, match=message):
        store.edit_field(number, field, value, by)
    pd.testing.assert_frame_equal(store.load(), practices)
    assert store.edits() == []


def test_a_corrected_field_stays_when_its_practice_is_imported_again(store, practices, by):
    edit = store.edit_field(1, "population", "777", by)
    newer = practices.copy()
    newer.loc[0, ["title"]] = ["Nowszy tytuł"]
    newer.loc[0, "population"] = 888
    store.change_practices(lambda _table: newer, by)
    row = store.load().set_index("art").loc[1]
    assert (row["title"], row["population"]) == ("Nowszy tytuł", 777)
    store.undo(edit.id, by)
    pd.testing.assert_frame_equal(store.load(), newer)


def test_a_later_correction_is_undone_to_the_one_before(store, by):
    first = store.edit_field(1, "title", "Pierwszy", by)
    second = store.edit_field(1, "title", "Drugi", by)
    with pytest.raises(EditConflictError):
        store.undo(first.id, by)
    store.undo(second.id, by)
    assert store.load().set_index("art").loc[1, "title"] == "Pierwszy"


def test_a_whole_import_is_undone(store, practices, by):
    more = pd.concat([practices.assign(title="x"), make_demo(8, seed=3).tail(3)])
    store.change_practices(lambda _table: more.reset_index(drop=True), by)
    batch = Signature(who="x", batch="import-1")
    store.change_practices(lambda table: table.assign(section="Inne").head(6), batch)
    undone = store.undo("import-1", by)
    assert len(undone) == 8
    assert store.load()["art"].tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert store.load()["section"].tolist() == more["section"].tolist()
    with pytest.raises(CorrectionError, match="no edit and no import"):
        store.undo("import-2", by)


def test_an_import_that_was_changed_since_is_not_undone(store, by):
    batch = Signature(batch="import-1")
    store.change_practices(lambda table: table.assign(section="Inne"), batch)
    store.change_practices(lambda table: table.assign(section="Oświata"), by)
    with pytest.raises(EditConflictError):
        store.undo("import-1", by)


def test_a_removed_practice_that_comes_back_finds_its_correction(store, practices, by):
    store.edit_field(1, "title", "Poprawiony", by)
    store.save(practices.tail(4))
    store.save(practices)
    assert store.load().set_index("art").loc[1, "title"] == "Poprawiony"


def test_the_history_only_grows(store, path, by):
    store.edit_field(1, "title", "x", by)
    for statement in ("DELETE FROM practice_edits", "UPDATE practice_edits SET who = 'me'"):
        with (
            closing(sqlite3.connect(path)) as connection,
            pytest.raises(sqlite3.IntegrityError, match="only grows"),
        ):
            connection.execute(statement)


def test_a_row_that_is_no_edit_is_told_by_its_id(store, path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO practice_edits (id, at, who, place, before, after, reason, undoes)"
            """ VALUES ('obcy', '2026-01-01', '', '1', '{"id": "1"}', NULL, '', '')"""
        )
    with pytest.raises(StoreError, match="row_no 6 is no edit"):
        store.edits()


def test_pages_are_stored_once_with_the_practices_they_describe(store):
    texts = [(1, b"<p>a"), (1, b"<p>b"), (99, b"c")]
    pages = [RawPage(number, "x.html", zlib.compress(text)) for number, text in texts]
    store.change_practices(lambda table: table, pages=lambda: pages)
    version = store.version()
    store.change_practices(lambda table: table, pages=lambda: pages[:1])
    assert sorted(page.content for page in store.pages(1)) == [b"<p>a", b"<p>b"]
    assert store.pages(99) == []
    assert store.version() == version


def _text(path):
    path.write_text("art,section,title\n", encoding="utf-8")


def _of_another_program(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE gpkg_contents (id INTEGER)")


def _of_a_newer_version(path):
    open_store(str(path)).save(make_demo(2, seed=1))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE practice_state SET tables_version = 99")


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        pytest.param(_of_another_program, "another program's", id="another-program"),
        pytest.param(_of_a_newer_version, "newer than this program", id="newer"),
        pytest.param(_text, "file is not a database", id="text"),
    ],
)
def test_what_is_no_store_of_ours_is_refused_and_left_alone(tmp_path, prepare, message):
    path = tmp_path / "other.sqlite"
    prepare(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=message):
        SqlStore(sqlite_address(str(path))).save(make_demo(2, seed=1))
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_is_not_there_is_told(tmp_path, practices):
    with pytest.raises(StoreError, match="is there such a folder"):
        open_store(str(tmp_path / "none" / "x.sqlite")).save(practices)


def test_a_writer_that_takes_too_long_is_told(store, path, practices):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        impatient = open_store(f"{path}")
        assert len(impatient.load()) == 5
        other.execute("ROLLBACK")
    impatient.save(practices.head(3))
    assert len(store.load()) == 3


def test_an_address_that_is_none_is_not_repeated():
    with pytest.raises(SettingsError, match="postgresql") as refused:
        open_store("postgresql://user:sekret@host:port/database")
    assert "sekret" not in str(refused.value)


ANOTHER_WRITER = """
import sys
from dashboard.practices.table import no_practices
from dashboard.store import SqlStore, open_store
import pandas as pd

store = open_store(sys.argv[1])
row = no_practices().reindex([0]).assign(section="x", title="x")
print("ready", flush=True)
sys.stdin.readline()
for number in range(100, 106):
    new = row.assign(art=number)
    store.change_practices(lambda table: pd.concat([table, new], ignore_index=True))
"""


@pytest.mark.slow
def test_what_two_processes_save_is_all_there(store, path):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_WRITER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as other:
        assert other.stdout.readline() == "ready\n"
        other.stdin.write("go\n")
        other.stdin.flush()
        for number in range(1, 6):
            store.edit_field(number, "title", f"tytuł {number}", Signature())
        other.communicate()
    assert other.returncode == 0
    titles = store.load().set_index("art")["title"]
    assert titles.index.tolist() == [1, 2, 3, 4, 5, *range(100, 106)]
    assert [titles[number] for number in range(1, 6)] == [f"tytuł {each}" for each in range(1, 6)]
