"""What is relied on in Streamlit beyond its documented calls, on the installed version.

A real Streamlit with a page of its own is asked by its own protocol, in a process of its own: its
server is one a process.
"""

import json
import subprocess
import sys

import pytest

PAGE = """
import json
import pathlib

import streamlit as st

from dashboard.ui import streamlit_private as private

SEEN = pathlib.Path("seen.jsonl")


def note(kind):
    said = {
        "kind": kind,
        "visit": private.current_visit(),
        "page": private.page_script(),
        "back": private.is_history_navigation(),
        "alone": private.runs_fragment_alone(),
        "media": private.serve_media(b"content", "application/gzip", name="one"),
        "container": isinstance(st.container(), private.Container),
    }
    with SEEN.open("a") as file:
        file.write(json.dumps(said) + "\\n")


@st.fragment
def part():
    note("part")
    st.button("press")


note("page")
part()
st.file_uploader("bring", key="bring")
st.write("x" * 1000)
"""

PROGRAM = """
import json
import sys

import streamlit
from streamlit.proto.ClientState_pb2 import ClientState
from starlette.testclient import TestClient

from dashboard.server.streamlit_protocol import (
    BROWSER_COOKIE, HEALTH, UPLOAD, BackMsg, ForwardMsg, load_options, local_address,
)
from dashboard.ui import streamlit_private as private

options = {"server.port": 8617, "server.headless": True, "logger.level": "error",
           "global.minCachedMessageSize": 400}
load_options(options)
found = {"before": [private.running_visits() is None, private.stored_upload_bytes()],
         "address": local_address("127.0.0.1")}


def ask(socket, request, until):
    socket.send_bytes(request.SerializeToString())
    messages = []
    while not messages or messages[-1].WhichOneof("type") != until:
        messages.append(ForwardMsg.FromString(socket.receive_bytes()))
    return messages


def run(socket, **asked):
    return ask(socket, BackMsg(rerun_script=ClientState(**asked)), "script_finished")


with TestClient(streamlit.App("page.py")) as client:
    found["health"] = client.get(HEALTH).status_code
    found["cookie"] = BROWSER_COOKIE in client.cookies
    with client.websocket_connect("/_stcore/stream") as socket:
        first = run(socket)
        session = json.loads(open("seen.jsonl").readline())["visit"]
        found["session"] = session
        found["cacheable"] = [len(m.hash) for m in first if m.metadata.cacheable]
        fragment = next(m.delta.fragment_id for m in first if m.delta.fragment_id)
        run(socket, fragment_id=fragment)
        run(socket, is_history_navigation=True)
        known = [m.hash for m in first if m.metadata.cacheable]
        again = run(socket, cached_message_hashes=known)
        references = [m for m in again if m.WhichOneof("type") == "ref_hash"]
        found["references"] = [m.ref_hash in known for m in references]
        server = private.running_visits()
        found["active"] = server.is_active_session(session)
        request = BackMsg()
        request.file_urls_request.request_id = "1"
        request.file_urls_request.session_id = session
        request.file_urls_request.file_names.append("a.txt")
        answer = ask(socket, request, "file_urls_response")[-1]
        (urls,) = answer.file_urls_response.file_urls
        found["upload"] = UPLOAD in urls.upload_url
        put = client.put(urls.upload_url, files={"file": ("a.txt", b"123456789")},
                         headers={"X-Xsrftoken": client.cookies[BROWSER_COOKIE]})
        found["put"] = put.status_code
        found["held"] = private.stored_upload_bytes()
    server.close_session(session)
    found["after"] = [server.is_active_session(session), private.stored_upload_bytes()]
found["font"] = private.text_font().read_bytes()[:4].decode()
found["index"] = (private.STATIC / "index.html").is_file()
found["script"] = any((private.STATIC / "static" / "js").glob("*.js"))
json.dump(found, sys.stdout)
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What the program found, and what the page saw at each run."""
    folder = tmp_path_factory.mktemp("streamlit")
    (folder / "page.py").write_text(PAGE)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    runs = [json.loads(line) for line in (folder / "seen.jsonl").read_text().splitlines()]
    return json.loads(done.stdout), runs


@pytest.fixture
def found(seen):
    """What the program found."""
    return seen[0]


@pytest.fixture
def runs(seen):
    """What the page saw at each run, by what was drawn."""
    return seen[1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("before", [True, 0], id="no visits and no uploads before a server runs"),
        pytest.param("address", "http://127.0.0.1:8617", id="the address for a browser"),
        pytest.param("health", 200, id="the path of its health"),
        pytest.param("cookie", True, id="the cookie of a browser"),
        pytest.param("references", [True], id="references to messages that a browser keeps"),
        pytest.param("active", True, id="a visit that a browser shows"),
        pytest.param("upload", True, id="the path of an upload"),
        pytest.param("put", 204, id="an upload"),
        pytest.param("held", 9, id="bytes of the uploads that are held"),
        pytest.param("after", [False, 0], id="a visit that is closed and its uploads"),
        pytest.param("font", "wOF2", id="the font"),
        pytest.param("index", True, id="its page"),
        pytest.param("script", True, id="its scripts"),
    ],
)
def test_streamlit_has(name, expected, found):
    assert found[name] == expected


def test_messages_have_a_hash_and_say_whether_they_may_be_kept(found):
    assert found["cacheable"] == [32]


def test_a_script_knows_its_visit_and_its_page(found, runs):
    assert {run["visit"] for run in runs} == {found["session"]}
    assert len({run["page"] for run in runs}) == 1


def test_a_script_knows_whether_a_fragment_runs_alone(runs):
    assert [run["kind"] for run in runs if run["alone"]] == ["part"]


def test_a_script_knows_that_the_reader_went_back(runs):
    assert [run["kind"] for run in runs if run["back"]] == ["page", "part"]


def test_a_file_is_served_under_a_name_made_of_its_content(runs):
    (address,) = {run["media"] for run in runs}
    assert address.startswith("/media/")
    assert address.endswith(".gz")


def test_what_is_drawn_into_has_the_type_that_is_named(runs):
    assert all(run["container"] for run in runs)
