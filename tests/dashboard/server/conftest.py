"""A real server on loopback, and a browser's websocket to it, for the tests in this folder."""

import asyncio
import http.client
import json
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.cookies import SimpleCookie

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

TIMEOUT_S = 120
"""For a start, and for an answer, on a busy machine."""

START = """
import json, resource, sys
limits = json.loads(sys.argv.pop(1))
if limits:
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)
from dashboard.cli import main
main(sys.argv[1:])
"""


@pytest.fixture(autouse=True)
def event_loop_of_its_own():
    """Let a test run event loops: one of a browser that other tests of the process use waits."""
    running = asyncio._get_running_loop()  # noqa: SLF001  documented, for those who make loops
    asyncio._set_running_loop(None)  # noqa: SLF001
    yield
    asyncio._set_running_loop(running)  # noqa: SLF001


class Server:
    """A dashboard that runs.

    Attributes:
        port: Where it listens on 127.0.0.1.
        process: Its process.
        log: The file of what it says.
    """

    def __init__(self, port, process, log):
        self.port, self.process, self.log = port, process, log
        self.address = f"127.0.0.1:{port}"

    def ask(self, path, method="GET", body=None, timeout=TIMEOUT_S, **headers):
        """Status, headers and body of an answer."""
        with closing(http.client.HTTPConnection(self.address, timeout=timeout)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def answers(self, timeout=TIMEOUT_S):
        """Whether it says that it is well."""
        try:
            return self.ask("/_stcore/health", timeout=timeout)[0] == http.client.OK
        except OSError:
            return False

    def wait(self):
        """Return when it answers."""
        deadline = time.monotonic() + TIMEOUT_S
        while not self.answers(timeout=5):
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < deadline, self.log.read_text("utf-8")

    def cookies(self):
        """The cookies of a browser that opens a page for the first time."""
        given = SimpleCookie()
        for value in self.ask("/_stcore/health")[1].get_all("Set-Cookie"):
            given.load(value)
        return {name: morsel.value for name, morsel in given.items()}

    def open(self, cookies=None, visit=""):
        """A websocket of a browser with some cookies, to a new visit or one that there is."""
        line = "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())
        protocols = ["streamlit", "token", visit] if visit else ["streamlit"]
        return connect(
            f"ws://{self.address}/_stcore/stream",
            origin=f"http://{self.address}",
            subprotocols=protocols,
            additional_headers={"Cookie": line} if line else {},
            max_size=None,
            open_timeout=TIMEOUT_S,
        )

    def run(self, websocket):
        """Ask for a run of the page; the id of the visit that it is shown in."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        websocket.send(message.SerializeToString())
        visit, sent = "", ForwardMsg()
        while sent.WhichOneof("type") != "script_finished":
            sent = ForwardMsg.FromString(websocket.recv(timeout=TIMEOUT_S))
            visit = visit or sent.new_session.initialize.session_id
        return visit

    def memory_mib(self):
        """What it holds in memory."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:  # noqa: PTH123
            (line,) = [line for line in status if line.startswith("VmRSS:")]
        return int(line.split()[1]) / 1024

    def said(self):
        """What it has logged."""
        return self.log.read_text("utf-8")


@pytest.fixture(scope="package")
def start_server(tmp_path_factory):
    """A function that starts a dashboard, if asked so with a limit of open files (soft, hard)."""
    folder, servers = tmp_path_factory.mktemp("serving"), []

    def start(*options, limits=None):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = folder / f"{port}.log"
        command = [sys.executable, "-P", "-c", START, json.dumps(limits)]
        command += ["--no-browser", "--port", str(port), *options]
        with log.open("wb") as output:
            process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        server = Server(port, process, log)
        servers.append(server)
        server.wait()
        return server

    yield start
    for server in servers:
        server.process.terminate()
    for server in servers:
        server.process.wait()


@pytest.fixture(scope="package")
def server(start_server):
    """A dashboard that runs."""
    return start_server()
