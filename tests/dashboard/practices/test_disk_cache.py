import os
import time
from pathlib import Path

import pytest

from dashboard.practices.disk_cache import DiskCache, cache_folder
from dashboard.variables import CACHE_VARIABLE


def write(folder: Path) -> None:
    (folder / "a.txt").write_text("osoby", encoding="utf-8")
    (folder / "deep").mkdir()
    (folder / "deep" / "b.txt").write_text("b", encoding="utf-8")


def entries(folder: Path) -> list[str]:
    names = (path.name for path in own(folder).iterdir() if path.name != ".lock")
    return sorted(name.removeprefix("entry-") for name in names)


def own(folder: Path) -> Path:
    """The folder inside that holds the entries."""
    return folder / "mapa-praktyk-entries"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "disk_cache"


def test_what_was_put_is_found_by_another_process(folder: Path) -> None:
    assert DiskCache(folder).find("key") is None
    put = DiskCache(folder).put("key", write)
    found = DiskCache(folder).find("key")
    assert found is not None
    assert put == found
    assert (found / "deep" / "b.txt").read_text(encoding="utf-8") == "b"
    assert DiskCache(folder).find("other") is None


def test_nobody_else_may_look_into_it(folder: Path) -> None:
    found = DiskCache(folder).put("key", write)
    assert found is not None
    assert [path.stat().st_mode & 0o077 for path in (folder, own(folder), found)] == [0, 0, 0]


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o777])
def test_a_folder_that_others_may_enter_is_not_used(folder: Path, mode: int) -> None:
    DiskCache(folder).put("key", write)
    folder.chmod(mode)
    assert DiskCache(folder).find("key") is None
    assert DiskCache(folder).put("new", write) is None
    assert entries(folder) == ["key"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda entry: (entry / "a.txt").write_text("osobx"), id="a-letter"),
        pytest.param(lambda entry: (entry / "a.txt").unlink(), id="a-file-less"),
        pytest.param(lambda entry: (entry / "c.txt").write_text("c"), id="a-file-more"),
        pytest.param(lambda entry: (entry / "sums.json").unlink(), id="no-sums"),
        pytest.param(lambda entry: (entry / "sums.json").write_text("{"), id="torn-sums"),
        pytest.param(lambda entry: (entry / "sums.json").write_text("[]"), id="foreign-sums"),
    ],
)
def test_a_damaged_entry_counts_as_none_and_is_replaced(folder: Path, damage) -> None:
    found = DiskCache(folder).put("key", write)
    damage(found)
    assert DiskCache(folder).find("key") is None
    replaced = DiskCache(folder).put("key", write)
    assert replaced is not None
    assert (replaced / "a.txt").read_text(encoding="utf-8") == "osoby"


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    disk_cache = DiskCache(tmp_path / "file" / "disk_cache")
    assert disk_cache.put("key", write) is None
    assert disk_cache.find("key") is None


def test_an_entry_that_could_not_be_written_leaves_nothing(folder: Path) -> None:
    def fail(fresh: Path) -> None:
        write(fresh)
        raise OSError(28, "No space left on device")

    assert DiskCache(folder).put("key", fail) is None
    assert entries(folder) == []


def test_the_oldest_entries_go(folder: Path) -> None:
    disk_cache = DiskCache(folder)
    for number in range(8):
        entry = disk_cache.put(f"key-{number}", write)
        assert entry is not None
        os.utime(entry, (number, number))
    assert disk_cache.find("key-0") is None
    assert disk_cache.find("key-7") is not None
    assert len(entries(folder)) == 6


def test_after_the_clock_was_set_back_what_is_put_is_kept(folder: Path) -> None:
    disk_cache = DiskCache(folder)
    tomorrow = time.time() + 86_400
    for number in range(6):
        entry = disk_cache.put(f"of-tomorrow-{number}", write)
        assert entry is not None
        os.utime(entry, (tomorrow, tomorrow))
    keys = [f"key-{number}" for number in range(5)]
    for key in keys:
        assert disk_cache.put(key, write) is not None
    assert [disk_cache.find(key) is not None for key in keys] == [True] * 5


def test_what_an_ended_process_left_goes(folder: Path) -> None:
    DiskCache(folder).put("key", write)
    for number in range(9):
        write_to = own(folder) / f".new-{number}"
        write_to.mkdir()
        write(write_to)
    DiskCache(folder).put("other", write)
    assert entries(folder) == ["key", "other"]


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    assert cache_folder() == tmp_path


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and own(folder) not in path.parents
    }


NAMES = ["my-folder", "0" * 40, "1" * 40 + "-words", ".new-mine", "entry-mine", ".ssh"]


def test_what_somebody_else_keeps_in_the_folder_stays(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    for name in NAMES:
        (folder / name).mkdir()
        write(folder / name)
        os.utime(folder / name, (1, 1))
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    before = everything_in(folder)
    for number in range(9):
        assert DiskCache(folder).put(f"key-{number}", write) is not None
    assert everything_in(folder) == before
    assert len(entries(folder)) == 6


def test_what_somebody_else_keeps_among_the_entries_stays(folder: Path, tmp_path: Path) -> None:
    DiskCache(folder).put("key", write)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write(elsewhere)
    for name in ("my-folder", "0" * 40):
        (own(folder) / name).mkdir()
        write(own(folder) / name)
        os.utime(own(folder) / name, (1, 1))
    for name in ("entry-link", ".new-link"):
        (own(folder) / name).symlink_to(elsewhere)
    for number in range(9):
        assert DiskCache(folder).put(f"key-{number}", write) is not None
    assert {"my-folder", "0" * 40} <= {path.name for path in own(folder).iterdir()}
    assert (elsewhere / "a.txt").read_text("utf-8") == "osoby"
    assert DiskCache(folder).find("link") is None


def test_entries_that_are_a_link_are_not_used(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (elsewhere / "mine.txt").write_text("x", encoding="utf-8")
    folder.mkdir(parents=True, mode=0o700)
    own(folder).symlink_to(elsewhere)
    assert DiskCache(folder).put("key", write) is None
    assert DiskCache(folder).find("key") is None
    assert [path.name for path in elsewhere.iterdir()] == ["mine.txt"]


def test_a_folder_that_is_a_link_of_this_user_is_used(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir(mode=0o700)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(tmp_path / "disk")
    assert DiskCache(folder).put("key", write) is not None


@pytest.mark.parametrize("set_by_another", ["link", "folder"])
def test_a_folder_of_somebody_else_is_not_used(
    folder: Path, tmp_path: Path, set_by_another: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only root may give files away; else it is this user who becomes another."""
    (tmp_path / "disk").mkdir(mode=0o700)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(tmp_path / "disk")
    assert DiskCache(folder).put("key", write) is not None
    try:
        os.chown(folder if set_by_another == "link" else folder.resolve(), 12345, 12345,
                 follow_symlinks=False)  # fmt: skip
    except PermissionError:
        monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert DiskCache(folder).find("key") is None
    assert DiskCache(folder).put("other", write) is None
