"""Logs of the server and of the commands name no person and no password."""

import logging
import subprocess
import sys
import threading

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from dashboard.errors import trace_of
from dashboard.server.log_redaction import redact_errors
from dashboard.server.running import ServerSettings, config_file, streamlit_options

PERSON = "Jan Przykładowy, tel. 600 100 200, jan@example.org"


@pytest.fixture
def log(caplog):
    """The log of this process, discreet for one test."""
    factory, hook, thread_hook = logging.getLogRecordFactory(), sys.excepthook, threading.excepthook
    redact_errors()
    yield caplog
    logging.setLogRecordFactory(factory)
    sys.excepthook, threading.excepthook = hook, thread_hook


@pytest.fixture
def server_options():
    """Streamlit as the server sets it where errors are concerned, for one test."""
    names = ("logger.enableRich", "client.showErrorDetails")
    before = {name: streamlit.get_option(name) for name in names}
    settings = ServerSettings(address="127.0.0.1", port=1, headless=True)
    options = streamlit_options(config_file(), settings)
    for name in names:
        streamlit.set_option(name, options[name])
    yield
    for name, value in before.items():
        streamlit.set_option(name, value)


def fail(words=PERSON):
    """Fail deep in a chain of errors, all of whose words hold a person."""
    try:
        {}[words]
    except KeyError as error:
        raise ValueError(words) from error


def test_a_trace_tells_the_kinds_and_the_places():
    with pytest.raises(ValueError, match="Jan") as told:
        fail()
    trace = trace_of(told.value)
    assert "Jan" not in trace
    first, then = trace.split("\n")
    assert first.startswith("ValueError at ")
    assert first.endswith(" fail")
    assert then.startswith("after KeyError at ")
    assert trace_of(ValueError("Jan")) == "ValueError at no known place"


@pytest.mark.usefixtures("server_options")
def test_a_failing_page_logs_where_and_shows_the_kind_alone(log, capfd):
    def page():
        raise ValueError("Jan Przykładowy, tel. 600 100 200, jan@example.org")

    failed = AppTest.from_function(page, default_timeout=60).run()
    told = log.text + "".join(capfd.readouterr())
    assert "Uncaught app execution" in told
    assert "ValueError at " in told
    assert "Jan" not in told
    assert "600 100 200" not in told
    assert "Jan" not in failed.exception[0].value


def test_an_error_that_nobody_caught_is_logged_without_its_words(log):
    thread = threading.Thread(target=fail, name="file")
    thread.start()
    thread.join()
    with pytest.raises(ValueError, match="Jan") as told:
        fail()
    sys.excepthook(told.type, told.value, told.tb)
    assert log.text.count("ValueError at ") == 2
    assert "Jan" not in log.text


def test_an_error_that_is_logged_with_its_trace_loses_its_words(log):
    try:
        fail()
    except ValueError:
        logging.getLogger("asyncio").exception("in a task")
    assert "in a task" in log.text
    assert "after KeyError" in log.text
    assert "Jan" not in log.text


PAGE_WITHOUT_TITLE = f"Metryka praktyki\nOsoba kontaktowa: {PERSON}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["import", "{folder}", "--output", "{folder}/new.csv"], id="import"),
        pytest.param(["--data", "{folder}/table.csv", "--no-browser"], id="faulty table"),
        pytest.param(
            ["--data", "postgresql://jan:tajne-haslo@127.0.0.1:1/x", "--no-browser"], id="database"
        ),
        pytest.param(
            ["export", "--data", "postgresql://jan:tajne-haslo@127.0.0.1:1/x"], id="export"
        ),
    ],
)
def test_a_command_that_fails_names_no_person_and_no_password(tmp_path, make_page, arguments):
    fields = ["Miejscowość: Bochnia", f"Osoba kontaktowa: {PERSON}", "Telefon: 600 100 200"]
    (tmp_path / "1.txt").write_text(make_page(fields=fields), encoding="utf-8")
    (tmp_path / "2.txt").write_text(PAGE_WITHOUT_TITLE, encoding="utf-8")
    row = f'1,Kultura,Tytuł,Atlantyda,,Atlantyda,"{PERSON}"\n'
    table = "art,section,title,locality,county,voivodeship,contacts\n" + row
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    words = [word.format(folder=tmp_path) for word in arguments]
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "dashboard", *words],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    told = ended.stdout + ended.stderr
    assert ended.returncode in (1, 2), told
    assert told
    assert not [secret for secret in ("Jan P", "600 100", "jan@", "tajne") if secret in told]
