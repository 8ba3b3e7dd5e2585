"""The commands that change a store: edit, history, undo, backup, restore, migrate, demo."""

import re

import pandas as pd
import pytest

from dashboard.cli import main
from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo
from dashboard.store import open_store

pytestmark = pytest.mark.slow


@pytest.fixture
def run(capsys):
    """A function that runs the command and gives its exit code, output and error output."""

    def run_command(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run_command


@pytest.fixture
def path(tmp_path):
    """A store of practices that are not made up."""
    path = tmp_path / "store.sqlite"
    open_store(str(path)).save(make_demo(5, seed=1).assign(source="150.txt"))
    return path


def title_of(path, number=1):
    return open_store(str(path)).load().set_index("art").loc[number, "title"]


def test_a_field_is_edited_listed_and_undone(run, path):
    before = title_of(path)
    arguments = ("--reason", "zadzwonili", "--who", "anna", "--data", path)
    code, output, errors = run("edit", "1", "title", "Nowy tytuł", *arguments)
    assert (code, errors) == (0, "")
    assert title_of(path) == "Nowy tytuł"
    key, *rest = output.strip().split("  ")
    assert rest[1:] == ["anna", "1", f"title: {before} -> Nowy tytuł", "zadzwonili"]
    assert run("history", "--practice", "1", "--count", "1", "--data", path)[1] == output
    assert run("undo", key, "--data", path) == (0, "1 undone\n", "")
    assert title_of(path) == before
    assert key not in run("history", "--count", "1", "--data", path)[1]


def test_an_import_is_undone_by_its_id(run, path, repository):
    run("import", repository / "data" / "pages", "--output", path)
    line = run("history", "--practice", "150", "--data", path)[1]
    (batch,) = re.findall(r"import ([0-9a-f]{12})\)", line)
    assert run("undo", batch, "--data", path)[0] == 0
    assert open_store(str(path)).load()["art"].tolist() == [1, 2, 3, 4, 5]
    assert len(open_store(str(path)).pages(150)) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("edit", "9", "title", "x", "--reason", "y"), "no practice", id="practice"),
        pytest.param(("edit", "1", "x", "x", "--reason", "y"), "the fields are url", id="field"),
        pytest.param(("undo", "0123"), "`mapa-praktyk history` lists them", id="edit"),
    ],
)
def test_what_is_not_there_is_told(run, path, arguments, message):
    code, _, errors = run(*arguments, "--data", path)
    assert code == 2
    assert message in errors


def test_a_reason_is_asked_for(run, path):
    code, _, errors = run("edit", "1", "title", "x", "--data", path)
    assert code == 2
    assert "--reason" in errors


def test_a_backup_is_made_and_put_back(run, path, tmp_path):
    copy = tmp_path / "copy.sqlite"
    code, output, _ = run("backup", copy, "--data", path)
    assert code == 0
    assert f"{copy}: a copy of {path}" in output
    code, _, errors = run("backup", copy, "--data", path)
    assert (code, "--force" in errors) == (2, True)
    assert run("backup", copy, "--data", path, "--force")[0] == 0
    before = title_of(path)
    run("edit", "1", "title", "Inny", "--reason", "x", "--data", path)
    code, _, errors = run("restore", copy, "--output", path)
    assert code == 2
    assert "holds 5 practices, not all of them made up" in errors
    assert title_of(path) == "Inny"
    assert run("restore", copy, "--output", path, "--force")[0] == 0
    assert title_of(path) == before
    assert run("restore", copy, "--output", tmp_path / "other.sqlite")[0] == 0
    assert title_of(tmp_path / "other.sqlite") == before


def test_a_backup_that_is_not_there(run, path, tmp_path):
    code, _, errors = run("restore", tmp_path / "none.sqlite", "--output", path, "--force")
    assert code == 2
    assert "there is no such file" in errors


@pytest.mark.parametrize("name", ["store.sqlite", "table.csv"])
def test_made_up_practices_replace_none_but_made_up_ones(run, path, tmp_path, name):
    target = path if name == path.name else tmp_path / name
    if target != path:
        save_practices(open_store(str(path)).load(), target)
    before = open_store(str(target)).load()
    code, _, errors = run("demo", "--rows", "3", "--output", target)
    assert code == 2
    assert "not all of them made up" in errors
    pd.testing.assert_frame_equal(open_store(str(target)).load(), before)
    assert run("demo", "--rows", "3", "--output", target, "--force")[0] == 0
    assert run("demo", "--rows", "4", "--output", target)[0] == 0
    assert len(open_store(str(target)).load()) == 4


def test_a_table_file_is_not_edited(run, path, tmp_path):
    table = tmp_path / "table.csv"
    save_practices(open_store(str(path)).load(), table)
    for command in (
        ("edit", "1", "title", "x", "--reason", "y", "--data", table),
        ("undo", "0123", "--data", table),
        ("--edit", "--no-browser", "--data", table),
    ):
        code, _, errors = run(*command)
        assert code == 2
        assert f"mapa-praktyk import {table} --output {table.with_suffix('.sqlite')}" in errors


def test_a_store_of_this_version_is_not_migrated(run, path):
    assert run("migrate", "--data", path)[1].startswith("nothing to do")
