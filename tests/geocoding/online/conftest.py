"""A service that answers as it is told, and counts the requests that it saw."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import pytest

from geocoding.online.rate_limiter import Limits, RateLimiter

RESET = struct.pack("ii", 1, 0)


@dataclass
class Reply:
    """What the stub does with one request."""

    status: int = 200
    body: object = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "application/json; charset=utf-8"
    promised_bytes: int | None = None  # more than the body has: the answer breaks off
    drops: bool = False  # closes the connection without a word
    resets: bool = False  # breaks the connection
    goes_on_with: bytes = b""  # is sent after the start, again and again, until nobody listens
    starts_with: bytes = b""  # is sent as it is, in place of all else
    pause_s: float = 0.01  # before what is sent again and again

    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        body = self.body if isinstance(self.body, str) else json.dumps(self.body)
        return body.encode()


class Stub:
    """A server on this machine; answers with its replies in turn, the last one again and again."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.replies: list[Reply] = [Reply()]
        self.requests: list[dict[str, str]] = []
        self.user_agents: list[str] = []
        self.on_request: Callable[[], object] = lambda: None
        self.ends = threading.Event()

    def answers(self, *replies: dict[str, object]) -> None:
        """Answer the next requests so; each reply has the fields of `Reply` that it needs."""
        self.replies = [Reply(**reply) for reply in replies]

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


class FakeTime:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.naps: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


class _Server(ThreadingHTTPServer):
    """A server with a stub that says what it does."""

    stub: Stub


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        stub = self.server.stub
        stub.requests.append(dict(parse_qsl(urlsplit(self.path).query)))
        stub.user_agents.append(self.headers["User-Agent"])
        stub.on_request()
        reply = stub.next_reply()
        self.close_connection = True
        if reply.resets:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        elif reply.starts_with:
            self._go_on(reply, stub.ends)
        elif not reply.drops:
            self._answer(reply)

    def _answer(self, reply: Reply) -> None:
        content = reply.content()
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(reply.promised_bytes or len(content)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)

    def _go_on(self, reply: Reply, ends: threading.Event) -> None:
        with suppress(OSError):
            self.wfile.write(reply.starts_with)
            while not ends.wait(reply.pause_s):
                self.wfile.write(reply.goes_on_with)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A service of ours; its `requests` are those that reached it."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.stub = stub = Stub(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield stub
    stub.ends.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fake_time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def gate(fake_time: FakeTime) -> RateLimiter:
    """A gate of one request a second, three attempts, and a service given up after five."""
    return RateLimiter(Limits(), clock=fake_time.clock, sleep=fake_time.sleep)
