"""An error that nobody caught is shown in the reader's language, with a number that the log has."""

import http.client
import re
import socket
import subprocess
import sys
import time
from contextlib import closing

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from websockets.sync.client import connect

from dashboard.ui.faults import fault_number

TIMEOUT_S = 120
PERSON = "Jan Przykładowy, tel. 600 100 200"
PAGE = f"""
import streamlit as st
from dashboard.errors import StoreError

def fail():
    raise ValueError({PERSON!r})

@st.fragment
def part(kind):
    if kind == "part":
        fail()
    if kind == "known":
        raise StoreError("the table is locked")

kind = st.query_params.get("kind")
st.button("press", on_click=fail)
part(kind)
if kind == "page":
    fail()
"""
SERVER = """
import sys
import streamlit
from dashboard.server.log_redaction import redact_errors
from dashboard.ui.faults import draw_fault
redact_errors()
app = streamlit.App(sys.argv[1], on_script_error=draw_fault)
app.run(config={"server.port": int(sys.argv[2]), "server.address": "127.0.0.1",
                "server.headless": True, "browser.gatherUsageStats": False,
                "logger.enableRich": False, "logger.hideWelcomeMessage": True})
"""


@pytest.fixture(scope="module")
def failing(tmp_path_factory):
    """A function that opens a page that fails, by its query; what it shows, and what is logged."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "log"
    with log.open("wb") as output:
        command = [sys.executable, "-c", SERVER, str(folder / "page.py"), str(port)]
        process = subprocess.Popen(command, stdout=output, stderr=output)

    def is_there():
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/_stcore/health")
                return connection.getresponse().status == http.client.OK
        except OSError:
            return False

    deadline = time.monotonic() + TIMEOUT_S
    while not is_there():
        assert process.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < deadline

    def visit(query, *, presses=False):
        with connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"]) as socket:
            shown = run(socket, query)
            if presses:
                button = next(each.button.id for each in shown if each.HasField("button"))
                shown = run(socket, query, button)
        alerts = [each.alert.body for each in shown if each.HasField("alert")]
        assert not [each for each in shown if each.HasField("exception")]
        return alerts, log.read_text("utf-8")

    yield visit
    process.terminate()
    process.wait()


def run(socket, query, button=""):
    """The elements that a run of the page draws."""
    message = BackMsg()
    message.rerun_script.query_string = query
    if button:
        message.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)
    socket.send(message.SerializeToString())
    shown, sent = [], ForwardMsg()
    while sent.WhichOneof("type") != "script_finished":
        sent = ForwardMsg.FromString(socket.recv(timeout=TIMEOUT_S))
        if sent.delta.HasField("new_element"):
            shown.append(sent.delta.new_element)
    return shown


@pytest.mark.parametrize(
    ("query", "presses"),
    [
        pytest.param("kind=page", False, id="page"),
        pytest.param("kind=part", False, id="fragment"),
        pytest.param("", True, id="callback"),
    ],
)
def test_an_error_is_shown_with_a_number_that_the_log_has(failing, query, presses):
    (shown,), log = failing(query, presses=presses)
    assert "nieoczekiwany błąd" in shown
    number = re.search(r"\b\d{6}\b", shown)[0]
    assert f"number {number}" in log
    assert "ValueError at " in log
    assert "Jan" not in shown + log
    assert "Streamlit Cloud" not in shown


def test_an_error_of_our_own_keeps_its_words(failing):
    shown, _ = failing("kind=known")
    assert "Nie można pokazać danych" in shown[0]


def test_the_page_is_in_the_visitors_language():
    def page():
        from dashboard.ui.faults import draw_fault  # noqa: PLC0415

        draw_fault(KeyError("Jan"))

    app = AppTest.from_function(page, default_timeout=60)
    app.query_params["lang"] = "en"
    shown = app.run().error[0].value
    assert "unexpected error" in shown
    assert "Jan" not in shown


def test_the_same_fault_has_the_same_number():
    def number_of(text, fail):
        with pytest.raises(Exception, match=r".") as told:
            fail(text)
        return fault_number(told.value)

    def one(text):
        raise ValueError(text)

    def other(text):
        raise TypeError(text)

    assert number_of("a", one) == number_of("b", one) != number_of("a", other)
