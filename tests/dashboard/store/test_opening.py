"""What `--data` names, the store in the user's data folder, and what earlier versions left."""

import json
import os
import shutil
import sqlite3
from contextlib import closing

import pandas as pd
import pytest

from dashboard.errors import StoreError
from dashboard.practices import load_practices, save_practices
from dashboard.store import SqlStore, TableFile, data_folder, find_store, open_store, shipped_table
from dashboard.store.earlier_files import take_over
from dashboard.store.engines import sqlite_address
from dashboard.variables import DATA_VARIABLE

pytestmark = pytest.mark.slow

ROW = "150,,49.97,20.43,building,urząd,2026-01-02"
CORRECTIONS = f"id,address,lat,lon,precision,reason,date\n{ROW}\n"
EDIT = {
    "id": "a1",
    "at": "2026-01-02T10:00:00Z",
    "who": "redaktor@example.org",
    "place": "150",
    "before": None,
    "after": dict(zip(CORRECTIONS.split(maxsplit=1)[0].split(","), ROW.split(","), strict=True)),
    "reason": "urząd",
    "undoes": "",
    "state_before": "x",
    "state_after": "y",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data folder that the environment names, without a store yet."""
    path = tmp_path / "data"
    monkeypatch.setenv(DATA_VARIABLE, f"{path}{os.sep}")
    return path


@pytest.fixture
def table(tmp_path):
    """A table of an earlier version, without anything beside it."""
    folder = tmp_path / "earlier"
    folder.mkdir()
    return shutil.copy(shipped_table(), folder / "practices.csv")


def test_without_a_name_it_is_the_users_own_folder(monkeypatch):
    monkeypatch.delenv(DATA_VARIABLE)
    assert find_store().name == str(data_folder() / "praktyki.sqlite")


def test_the_first_start_makes_a_store_of_the_shipped_practices(folder):
    said = []
    store = open_store(say=said.append)
    assert store.name == str(folder / "praktyki.sqlite")
    assert said == [f"{store.name}: a new store with the 11 practices of {shipped_table()}"]
    shipped = load_practices(shipped_table())
    pd.testing.assert_frame_equal(store.load(), shipped)
    assert open_store(say=said.append).version() == store.version()
    assert len(said) == 1


def test_a_store_that_is_there_stays_as_it_is(folder, by):
    open_store().edit_field(150, "title", "Mój tytuł", by)
    again = SqlStore(sqlite_address(str(folder / "praktyki.sqlite")))
    for _line in take_over(shipped_table(), again):
        pass
    assert again.load().set_index("art").loc[150, "title"] == "Mój tytuł"


def test_looking_makes_nothing(folder):
    assert not find_store().exists()
    assert not folder.exists()


def test_where_no_store_can_be_made_the_shipped_practices_are_read(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv(DATA_VARIABLE, f"{tmp_path / 'file' / 'data'}{os.sep}")
    said = []
    store = open_store(say=said.append)
    assert isinstance(store, TableFile)
    assert len(store.load()) == 11
    assert DATA_VARIABLE in said[0]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("x.sqlite", SqlStore, id="store"),
        pytest.param("x.db", SqlStore, id="db"),
        pytest.param("x.csv", TableFile, id="csv"),
        pytest.param("x.xlsx", TableFile, id="workbook"),
    ],
)
def test_a_file_by_its_name_where_there_is_none(tmp_path, name, kind):
    assert type(open_store(str(tmp_path / name))) is kind
    assert list(tmp_path.iterdir()) == []


def test_a_store_by_its_content(tmp_path, practices):
    open_store(str(tmp_path / "a.sqlite")).save(practices)
    path = (tmp_path / "a.sqlite").rename(tmp_path / "a.backup")
    pd.testing.assert_frame_equal(open_store(str(path)).load(), practices)


def test_a_table_file_is_only_read(tmp_path, practices, correction):
    path = tmp_path / "moje praktyki.csv"
    save_practices(practices, path)
    store = open_store(str(path))
    pd.testing.assert_frame_equal(store.load(), practices)
    for refused in (
        store.require_writable,
        lambda: store.save(practices),
        lambda: store.change_practices(lambda ones: ones),
        lambda: store.change_corrections(lambda ones: [*ones, correction]),
        lambda: store.undo("x", None),
    ):
        with pytest.raises(StoreError, match=r"mapa-praktyk import '.*praktyki\.csv' --output"):
            refused()
    assert store.edits() == []


def test_corrections_beside_a_table_file_are_shown(tmp_path, practices):
    path = tmp_path / "practices.csv"
    save_practices(practices, path)
    version = open_store(str(path)).version()
    path.with_name("overrides.csv").write_text(CORRECTIONS, encoding="utf-8")
    assert [each.id for each in open_store(str(path)).corrections()] == ["150"]
    assert open_store(str(path)).version() != version


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.csv", "Lp.;Tytuł;Województwo\n1;Świetlica;śląskie\n", id="semicolons"),
        pytest.param("a.tsv", "Lp.\tTytuł\tWojewództwo\n1\tŚwietlica\tśląskie\n", id="tabs"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1250", "iso8859_2"])
def test_any_table_is_shown(tmp_path, name, content, encoding):
    path = tmp_path / name
    path.write_text(content, encoding=encoding)
    practices = open_store(str(path)).load()
    assert practices["title"].tolist() == ["Świetlica"]
    assert practices["voivodeship"].tolist() == ["śląskie"]


def test_a_table_without_titles_is_told_with_its_headings(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="titles of practices among 'a', 'b'"):
        open_store(str(path)).load()


@pytest.mark.parametrize(
    ("corrections", "history"),
    [
        pytest.param(CORRECTIONS, [EDIT], id="both"),
        pytest.param(CORRECTIONS, [], id="corrections-alone"),
        pytest.param(CORRECTIONS.split("\n", 1)[0] + "\n", [EDIT], id="history-after-an-upgrade"),
    ],
)
def test_what_an_earlier_version_left_is_taken_over(table, path, corrections, history):
    table.with_name("overrides.csv").write_text(corrections, encoding="utf-8")
    lines = "".join(f"{json.dumps(each)}\n" for each in history)
    table.with_name("overrides.history.jsonl").write_text(lines, encoding="utf-8")
    store = SqlStore(sqlite_address(str(path)))
    said = list(take_over(table, store))
    assert len(said) == 2
    assert "1 corrected positions" in said[1]
    assert [(each.id, each.lat) for each in store.corrections()] == [("150", 49.97)]
    (edit,) = store.edits()
    assert (edit.place, edit.before) == ("150", None)
    assert edit.who == (EDIT["who"] if history else "")
    assert list(take_over(table, store))
    assert len(store.edits()) == 1
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT status FROM practice_places WHERE art = 150"
        assert connection.execute(query).fetchall() == [("manual",)]


def test_a_correction_that_failed_or_was_removed_is_none(table, path):
    removed = EDIT | {"id": "a2", "before": EDIT["after"], "after": None}
    failed = EDIT | {"id": "a3"}
    lines = [EDIT, removed, failed, {"failed": "a3"}]
    table.with_name("overrides.history.jsonl").write_text(
        "".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8"
    )
    store = SqlStore(sqlite_address(str(path)))
    list(take_over(table, store))
    assert store.corrections() == []
    assert [each.id for each in store.edits()] == ["a1", "a2"]


def test_a_history_that_cannot_be_read_is_told_by_its_line(table, path):
    table.with_name("overrides.history.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"overrides.history.jsonl, line 1"):
        list(take_over(table, SqlStore(sqlite_address(str(path)))))
    assert not SqlStore(sqlite_address(str(path))).exists()


VOIVODESHIP = "the Polish name of one of the 16 voivodeships"


def test_what_does_not_fit_into_a_table_is_told_without_its_value(tmp_path):
    path = tmp_path / "a.csv"
    rows = "Lp.;Tytuł;Województwo\n1;Świetlica;śląskie\n2;;śląskie\n3;Muzeum;Atlantyda\n"
    path.write_text(rows, encoding="utf-8")
    store = open_store(str(path))
    assert store.load()["title"].tolist() == ["Świetlica", "Muzeum"]
    assert [line.removeprefix(f"{path}: row ") for line in store.warnings()] == [
        "3, column title: expected one line of text, not empty; the practice was left out",
        f"4, column voivodeship: expected {VOIVODESHIP}; the value was left out",
    ]


@pytest.mark.parametrize("name", ["a b.sqlite", "ł#1.sqlite", "q?x=1.sqlite", "p%20.sqlite"])
def test_a_store_is_read_by_its_user_alone_whatever_its_name(tmp_path, practices, name):
    open_store(str(tmp_path / name)).save(practices)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    pd.testing.assert_frame_equal(open_store(str(tmp_path / name)).load(), practices)
