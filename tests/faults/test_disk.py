"""A full disk, a folder without permission: a clear message, and what was there is there still."""

import io
import re
import shutil
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import main
from dashboard.errors import DashboardError, StoreError
from dashboard.practices import save_practices
from dashboard.practices.corrections import corrections_csv
from dashboard.practices.demo import make_demo
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import open_store
from dashboard.variables import CACHE_VARIABLE
from geocoding import CacheError, GazetteerError, TableError
from geocoding.batch.cli import app
from geocoding.build.staging import staged
from geocoding.cache import AnswerCache, CachedAnswer
from geocoding.files.atomic_write import replace_file, replacing
from geocoding.model import Match, Status
from geocoding.overrides import Override, load_overrides

pytestmark = pytest.mark.slow

STORE = "store.sqlite"
TOO_FEW_BYTES = 100
ANSWER = CachedAnswer(Match(status=Status.NO_MATCH, provider="service"), 1.0)
CORRECTION = Override.model_validate(
    {"id": "1", "lat": 50, "lon": 20, "precision": "building", "reason": "x", "date": "2026-01-02"}
)


@pytest.fixture(scope="module")
def original(tmp_path_factory, repository):
    """A folder with a page, a table, its correction, addresses and an output of before."""
    top = tmp_path_factory.mktemp("original")
    place = top / "place"
    place.mkdir()
    shutil.copy(repository / "data" / "pages" / "150.txt", top)
    open_store(str(top / "backup.sqlite")).save(make_demo(9, seed=2))
    store = open_store(str(place / STORE))
    store.save(make_demo(5, seed=1))
    store.change_corrections(lambda _: [CORRECTION])
    save_practices(make_demo(5, seed=1), place / "table.csv")
    (place / "overrides.csv").write_bytes(corrections_csv([CORRECTION]))
    (top / "in.csv").write_text("city\nBochnia\n" * 9, encoding="utf-8")
    for name in ("out.csv", "out.audit.json", "out.audit.md", "out.xlsx"):
        (place / name).write_text("of before", encoding="utf-8")
    return top


@pytest.fixture
def place(tmp_path, original, monkeypatch):
    """The folder `place` in a copy of that, for one test."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    shutil.copytree(original, tmp_path, dirs_exist_ok=True)
    return tmp_path / "place"


def run(*arguments):
    """The exit code of a command, and what it said."""
    said = io.StringIO()
    with redirect_stderr(said), pytest.raises(SystemExit) as exit_:
        main([str(argument) for argument in arguments])
    return exit_.value.code, said.getvalue()


def do_import(place):
    return run("import", place.parent / "150.txt", "--output", place / STORE)


def do_demo(place):
    return run("demo", "--rows", "50", "--output", place / "table.csv")


def do_demo_store(place):
    return run("demo", "--rows", "50", "--output", place / STORE)


def do_backup(place):
    return run("backup", "--data", place / STORE, "--force", place / "out.csv")


def do_restore(place):
    return run("restore", place.parent / "backup.sqlite", "--output", place / STORE)


def do_export(place):
    return run("export", "--data", place / "table.csv", "--force", "--output", place / "out.xlsx")


def do_geocode(place):
    arguments = [str(place.parent / "in.csv"), "--output", str(place / "out.csv")]
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.stderr


def do_correct(place):
    more = [CORRECTION.model_copy(update={"id": str(number)}) for number in range(9)]
    try:
        open_store(str(place / STORE)).change_corrections(lambda _: more)
    except DashboardError as error:
        return 2, str(error)
    return 0, ""


def do_build(place):
    try:
        with staged(place) as staging:
            (staging / "out.csv").write_text("new" * TOO_FEW_BYTES, encoding="utf-8")
    except GazetteerError as error:
        return 2, str(error)
    return 0, ""


WRITERS = [
    do_import,
    do_demo,
    do_demo_store,
    do_backup,
    do_restore,
    do_export,
    do_geocode,
    do_correct,
    do_build,
]
OF_THE_STORE = (do_import, do_demo_store, do_backup, do_restore, do_correct)
NAMES = [writer.__name__ for writer in WRITERS]


def contents(place):
    """The files in a folder."""
    return {str(path): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize("write", WRITERS, ids=NAMES)
def test_on_a_full_disk_what_was_there_stays_until_there_is_room(place, little_room, capsys, write):
    before = contents(place)

    with little_room(TOO_FEW_BYTES):
        code, said = write(place)

    assert code == 2
    assert write in OF_THE_STORE or "File too large" in said
    assert ("make room" in said) is (write not in {do_geocode, do_build})
    assert "let the server write" not in said
    after = contents(place)
    assert {name: after[name] for name in before} == before
    assert [name for name in after if name.endswith(".part") or ".build" in name] == []
    assert write(place)[0] == 0
    capsys.readouterr()  # nothing of this is for the reader of the tests


@pytest.mark.parametrize("mode", [0o555, 0o000], ids=["read-only", "closed"])
@pytest.mark.parametrize("write", WRITERS, ids=NAMES)
def test_where_nobody_may_write_it_is_told(place, closed, write, mode):
    before = contents(place)
    closed(place, mode)

    code, said = write(place)

    place.chmod(0o755)
    assert code == 2
    assert re.search(r"ermission|may this program|let this program", said)
    assert str(place) in said
    after = contents(place)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("name", ["table.csv", "overrides.csv"])
def test_a_file_that_may_not_be_read_is_told(place, closed, name):
    store = open_store(str(place / "table.csv"))
    closed(place / name, 0o000)

    for ask in (store.version, store.load if name == "table.csv" else store.corrections):
        with pytest.raises((DashboardError, TableError), match=rf"(?s){name}.*ermission"):
            ask()


@pytest.mark.parametrize("name", ["table.csv", "store.sqlite"])
def test_what_is_in_a_closed_folder_is_told(place, closed, name):
    store = open_store(str(place / name))
    closed(place, 0o000)

    for ask in (store.exists, store.version, store.size_bytes, store.changed_at, store.load):
        with pytest.raises(DashboardError, match=r"ermission|may this program"):
            ask()


def test_overrides_in_a_closed_folder_are_told(place, closed):
    closed(place, 0o000)

    with pytest.raises(TableError, match=r"overrides\.csv: cannot be read"):
        load_overrides(place / "overrides.csv")


def test_an_input_that_may_not_be_read_is_told(place, closed):
    closed(place.parent / "in.csv", 0o000)

    result = CliRunner().invoke(app, [str(place.parent / "in.csv"), "-o", str(place / "new.csv")])

    assert result.exit_code == 2
    assert "in.csv: cannot be read (Permission denied)" in result.stderr


def test_kept_answers_stay_when_the_disk_is_full(tmp_path, little_room):
    cache = AnswerCache(tmp_path / "cache")
    cache.put("first", ANSWER)

    with little_room(4096), pytest.raises(CacheError, match="the same command goes on"):
        cache.put("x" * 100_000, ANSWER)

    assert cache.get("first") == ANSWER
    cache.put("later", ANSWER)
    assert cache.get("later") == ANSWER
    cache.close()


@pytest.mark.parametrize("mode", [0o555, 0o000], ids=["read-only", "closed"])
def test_kept_answers_that_may_not_be_written_are_told(tmp_path, closed, mode):
    AnswerCache(tmp_path / "cache").close()
    closed(tmp_path / "cache" / "cache.db", mode & 0o444)
    closed(tmp_path / "cache", mode)

    with pytest.raises(CacheError, match="cannot be used"):
        AnswerCache(tmp_path / "cache")


def test_a_disk_cache_without_room_keeps_nothing_and_says_nothing(tmp_path, little_room):
    disk_cache = DiskCache(tmp_path / "cache")

    with little_room(TOO_FEW_BYTES):
        kept = disk_cache.put("key", lambda folder: _write_much(folder / "a"))

    assert kept is None
    assert [path.name for path in (tmp_path / "cache").rglob("*") if path.is_file()] == [".lock"]


def _write_much(path: Path) -> None:
    path.write_bytes(b"x" * 10 * TOO_FEW_BYTES)


def test_the_mode_of_a_file_is_kept(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o660)

    replace_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o660


def test_a_link_stays_a_link(tmp_path):
    path = tmp_path / "elsewhere.csv"
    path.write_text("old", encoding="utf-8")
    (tmp_path / "table.csv").symlink_to(path)

    replace_file(tmp_path / "table.csv", b"new")

    assert (tmp_path / "table.csv").is_symlink()
    assert path.read_bytes() == b"new"


def test_what_an_ended_process_left_goes_and_what_is_being_written_stays(tmp_path):
    path = tmp_path / "table.csv"
    (tmp_path / ".table.csv.0a1b2c3d.part").write_text("left", encoding="utf-8")
    (tmp_path / ".other.csv.0a1b2c3d.part").write_text("of another", encoding="utf-8")

    with pytest.raises(StoreError):
        _write_inside(path)

    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".other.csv.0a1b2c3d.part",
        "table.csv",
    ]


def _write_inside(path: Path) -> None:
    """Replace a file while another replacement of it is under way, which then fails."""
    with replacing(path) as fresh:
        replace_file(path, b"whole")
        assert fresh.exists()
        raise StoreError("stopped")
