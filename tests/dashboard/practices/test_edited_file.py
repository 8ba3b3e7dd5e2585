"""The history of `overrides.csv`: each edit is in both files or in neither."""

import datetime as dt
import json
import resource
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.errors import CorrectionError, EditConflictError, StoreError
from dashboard.practices.corrections import with_correction, without_corrections
from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Action, Signature, require_unchanged, with_standing
from dashboard.practices.stores import open_store
from geocoding import Precision
from geocoding.overrides import Override

ANNA = Signature(who="anna@example.org")


def correction(place, lat=49.97):
    return Override(
        id=place,
        lat=lat,
        lon=20.43,
        precision=Precision.BUILDING,
        reason="widziane\u2028na miejscu",
        date=dt.date(2026, 5, 11),
    )


@pytest.fixture
def store(tmp_path):
    return open_store(str(tmp_path / "practices.csv"))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "overrides.csv"


@pytest.fixture
def history(tmp_path):
    return tmp_path / "overrides.history.jsonl"


def save(store, new, by=ANNA):
    store.change_corrections(lambda ones: with_correction(ones, new), by)


def remove(store, *places, by=ANNA):
    store.change_corrections(lambda ones: without_corrections(ones, places), by)


def told(store):
    return [(each.place, each.action) for each in store.edits()]


def test_every_edit_is_a_line_that_stays(store, history):
    assert store.edits() == []
    save(store, correction("7"))
    save(store, correction("7", lat=50.0), Signature())
    before = history.read_bytes()
    remove(store, "7", by=Signature(who="jan@example.org", reason="był dobry"))
    assert history.read_bytes().startswith(before)
    assert told(store) == [("7", Action.ADD), ("7", Action.REPLACE), ("7", Action.REMOVE)]
    assert [each.who for each in store.edits()] == ["anna@example.org", "", "jan@example.org"]
    assert [each.after for each in store.edits()] == [correction("7"), correction("7", 50.0), None]
    lines = [json.loads(line) for line in history.read_text("utf-8").split("\n")[:-1]]
    lines = [line for line in lines if "place" in line]
    assert lines[0]["before"] is None
    assert lines[2]["reason"] == "był dobry"
    assert lines[2]["at"].endswith("Z")


def test_only_the_owner_reads_the_names(store, history):
    save(store, correction("7"))
    assert history.stat().st_mode & 0o077 == 0


def test_one_change_of_several_places_is_several_edits(store):
    save(store, correction("7"))
    save(store, correction("41"))
    remove(store, "7", "41", "none")
    assert told(store)[2:] == [("41", Action.REMOVE), ("7", Action.REMOVE)]


def test_a_change_that_changes_nothing_writes_nothing(store, file, history):
    save(store, correction("7"))
    before = (file.stat().st_ino, history.read_bytes())
    save(store, correction("7"))
    remove(store, "41")
    assert (file.stat().st_ino, history.read_bytes()) == before


def test_every_edit_can_be_undone(store):
    save(store, correction("7"))
    save(store, correction("7", lat=50.0))
    remove(store, "7")
    for edit in reversed(store.edits()):
        sign = Signature(who="anna@example.org", reason="cofnięcie", undoes=edit.id)
        store.change_corrections(
            lambda ones, edit=edit: with_standing(ones, edit.place, edit.before), sign
        )
        assert [one for one in (edit.before,) if one] == store.corrections()
        assert store.edits()[-1].undoes == edit.id
    assert len(store.edits()) == 6


def test_an_editor_who_has_not_seen_the_last_edit_changes_nothing(store):
    save(store, correction("7"))
    seen = {"7": store.corrections()[0]}
    save(store, correction("7", lat=50.0))

    def overwrite(ones):
        require_unchanged(ones, seen)
        return with_correction(ones, correction("7", lat=51.0))

    with pytest.raises(EditConflictError, match="place 7: somebody else"):
        store.change_corrections(overwrite)
    assert store.corrections() == [correction("7", lat=50.0)]
    assert len(store.edits()) == 2


@pytest.mark.parametrize("is_first", [True, False], ids=["first edit", "later edit"])
def test_an_end_between_the_two_files_leaves_no_edit(store, file, history, is_first):
    if not is_first:
        save(store, correction("41"))
    known, before = told(store), store.corrections()
    if file.exists():
        shutil.copy(file, file.with_suffix(".old"))
    save(store, correction("7"))
    *_, done = history.read_text("utf-8").splitlines(keepends=True)
    assert done.startswith('{"done":')
    history.write_text(history.read_text("utf-8").removesuffix(done), "utf-8")
    if is_first:  # as if the process had ended before it replaced the file
        file.unlink()
    else:
        file.with_suffix(".old").replace(file)

    assert store.corrections() == before
    assert told(store) == known
    save(store, correction("9"))
    assert told(store) == [*known, ("9", Action.ADD)]
    assert history.read_text("utf-8").count('"failed":') == 1


@pytest.mark.parametrize("length", [1, 40, 200])
def test_a_line_that_was_not_finished_leaves_no_edit(store, history, length):
    save(store, correction("41"))
    whole = history.read_bytes()
    history.write_bytes(whole + whole[:length])
    assert told(store) == [("41", Action.ADD)]
    save(store, correction("9"))
    assert told(store) == [("41", Action.ADD), ("9", Action.ADD)]
    assert history.read_bytes().startswith(whole)


@pytest.mark.parametrize("limit", [1, 1500], ids=["history", "corrections"])
def test_a_disk_that_is_full_leaves_no_edit(store, file, history, limit):
    store.change_corrections(lambda _ones: [correction(str(each)) for each in range(99)])
    known, kept = told(store), file.read_bytes()
    history.write_bytes(b"")  # so that only one of the two files is too long
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(CorrectionError, match="cannot be saved"):
            save(store, correction("999"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert len(known) == 99
    assert (file.read_bytes(), store.edits()) == (kept, [])
    save(store, correction("999"))
    assert told(store) == [("999", Action.ADD)]


def test_a_history_that_cannot_be_written_leaves_the_corrections(store, file, history):
    history.mkdir()
    with pytest.raises((CorrectionError, StoreError), match="overrides"):
        save(store, correction("9"))
    assert not file.exists()


def test_a_history_that_is_none_is_told_and_left_alone(store, file, history):
    save(store, correction("41"))
    history.write_text("spis poprawek\n", encoding="utf-8")
    before = file.read_bytes()
    for refused in (store.edits, lambda: save(store, correction("9"))):
        with pytest.raises(StoreError, match=r"history\.jsonl: .*a line is no edit"):
            refused()
    assert (file.read_bytes(), history.read_text("utf-8")) == (before, "spis poprawek\n")


def test_corrections_that_a_person_wrote_by_hand_stand_in_the_first_edit(store, file):
    row = "id,address,lat,lon,precision,reason,date\n7,,50.05,18.7,building,muzeum,2026-01-02\n"
    file.write_text(row, encoding="utf-8")
    assert store.edits() == []
    save(store, correction("7"))
    (edit,) = store.edits()
    assert (edit.action, edit.before.reason) == (Action.REPLACE, "muzeum")


def test_an_edit_that_came_about_stays_when_an_old_file_is_put_back(store, file, history):
    save(store, correction("41"))
    yesterday = file.read_bytes()
    save(store, correction("7"))
    save(store, correction("8"))
    known = told(store)
    file.write_bytes(yesterday)
    assert told(store) == known
    assert [each.id for each in store.corrections()] == ["41"]
    save(store, correction("9"))
    assert told(store) == [*known, ("9", Action.ADD)]
    assert [each.id for each in store.corrections()] == ["41", "9"]
    assert history.read_text("utf-8").count('"changed_outside":') == 1
    assert '"failed":' not in history.read_text("utf-8")


def test_an_edit_that_came_about_stays_when_the_file_is_removed(store, file, history):
    save(store, correction("41"))
    file.unlink()
    assert told(store) == [("41", Action.ADD)]
    save(store, correction("41"))
    assert told(store) == [("41", Action.ADD)] * 2
    assert history.read_text("utf-8").count('"changed_outside":"-"') == 1


def test_who_edits_the_file_by_hand_is_noted_once(store, file, history):
    save(store, correction("41"))
    file.write_bytes(file.read_bytes().replace(b"49.97", b"49.99"))
    for place in ("7", "8"):
        save(store, correction(place))
    assert told(store) == [(place, Action.ADD) for place in ("41", "7", "8")]
    assert history.read_text("utf-8").count('"changed_outside":') == 1


def test_an_end_before_the_change_is_said_to_be_done_keeps_the_edit(store, history):
    save(store, correction("41"))
    content = history.read_text("utf-8")
    history.write_text(content[: content.index('{"done":')], "utf-8")
    assert told(store) == [("41", Action.ADD)]
    save(store, correction("7"))
    assert told(store) == [("41", Action.ADD), ("7", Action.ADD)]
    assert "changed_outside" not in history.read_text("utf-8")


@pytest.mark.parametrize("name", ["reason", "address"])
def test_what_could_not_be_read_again_is_not_saved(store, file, history, name):
    """Python's csv module reads no field of more than 131,072 characters."""
    save(store, correction("41"))
    before = (file.read_bytes(), history.read_bytes())
    long = correction("7").model_copy(update={name: "a" * 140_000})
    with pytest.raises(CorrectionError, match="could not be read again"):
        save(store, long)
    assert (file.read_bytes(), history.read_bytes()) == before
    assert [each.id for each in store.corrections()] == ["41"]
    save(store, correction("9"))
    assert told(store) == [("41", Action.ADD), ("9", Action.ADD)]


def test_two_tables_of_a_folder_lose_no_correction_of_each_other(tmp_path):
    """Both write the same overrides.csv, each through a store of its own."""
    stores = [open_store(str(tmp_path / name)) for name in ("a.csv", "b.csv")]

    def write(number):
        for at in range(8):
            save(stores[number], correction(f"{number}-{at}"))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(2)))
    ids = {f"{number}-{at}" for number in range(2) for at in range(8)}
    for each in stores:
        assert {one.id for one in each.corrections()} == ids
        assert {edit.place for edit in each.edits()} == ids


@pytest.mark.parametrize(
    ("name", "content", "is_told"),
    [
        pytest.param("b.csv", "art,section,title\n1,x,y\n", True, id="another table"),
        pytest.param("b.csv", "\ufeffart,title,section,unit\n", True, id="with a mark, empty"),
        pytest.param("b.csv", "id,name\n1,x\n", False, id="another kind of file"),
        pytest.param("b.txt", "art,section,title\n", False, id="no CSV"),
    ],
)
def test_a_start_is_warned_of_tables_that_share_corrections(tmp_path, name, content, is_told):
    store = open_store(str(tmp_path / "a.csv"))
    store.save(make_demo(2, seed=1))
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert store.warnings() == []
    save(store, correction("41"))
    assert [name in line for line in store.warnings()] == [True] * is_told
