"""A pipe or a device where a file is expected is refused at once: nobody waits for it."""

import io
import os
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import main
from dashboard.errors import PracticeDataError, StoreError
from dashboard.practices import load_practices
from dashboard.store import open_store
from geocoding import TableError
from geocoding.batch.cli import app
from geocoding.overrides import load_overrides

SAID = "no regular file"
TABLE = "art,section,title\n1,Kultura,Tytuł\n"


@pytest.fixture
def pipe(tmp_path):
    """A named pipe that nobody writes to."""
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    return path


@pytest.fixture(params=["pipe", "device"])
def no_file(request, pipe):
    return pipe if request.param == "pipe" else Path("/dev/zero")


def command(*arguments):
    """The exit code of a command of the dashboard, and what it said."""
    said = io.StringIO()
    with redirect_stderr(said), pytest.raises(SystemExit) as exit_:
        main([str(argument) for argument in arguments])
    return exit_.value.code, said.getvalue()


def geocode(*arguments):
    """The exit code of the geocoder, and what it said."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_a_practices_table(no_file):
    with pytest.raises(PracticeDataError, match=SAID):
        load_practices(no_file)
    store = open_store(str(no_file))
    with pytest.raises(StoreError, match=SAID):
        store.version()
    with pytest.raises(StoreError, match=SAID):
        store.require_writable()


def test_corrections_beside_a_table(tmp_path):
    (tmp_path / "practices.csv").write_text(TABLE, encoding="utf-8")
    os.mkfifo(tmp_path / "overrides.csv")
    store = open_store(str(tmp_path / "practices.csv"))
    with pytest.raises(StoreError, match=SAID):
        store.version()
    with pytest.raises(TableError, match=SAID):
        store.corrections()
    with pytest.raises(TableError, match=SAID):
        load_overrides(tmp_path / "overrides.csv")


def test_the_command_that_shows_a_table(no_file):
    code, said = command("--data", no_file, "--no-browser")
    assert code != 0
    assert SAID in said


def test_the_command_that_exports_a_table(no_file, tmp_path):
    code, said = command("export", "--data", no_file, "--output", tmp_path / "out.csv")
    assert code != 0
    assert SAID in said


def test_an_import_reads_pages_from_files(no_file, tmp_path):
    code, said = command("import", no_file, "--output", tmp_path / "store.sqlite")
    assert code != 0
    assert SAID in said


def test_an_import_writes_a_file(pipe, repository):
    page = repository / "data" / "pages" / "150.txt"
    code, said = command("import", page, "--output", pipe)
    assert code != 0
    assert SAID in said
    assert pipe.is_fifo()


def test_the_geocoder_reads_a_file(no_file, tmp_path):
    code, said = geocode(no_file, "--output", tmp_path / "out.csv")
    assert code != 0
    assert SAID in " ".join(said.split())


def test_the_geocoder_writes_a_file(pipe, tmp_path):
    addresses = tmp_path / "in.csv"
    addresses.write_text("city\nBochnia\n", encoding="utf-8")
    code, said = geocode(addresses, "--output", pipe)
    assert code != 0
    assert SAID in " ".join(said.split())
    assert pipe.is_fifo()
