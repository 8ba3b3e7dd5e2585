"""A service that answers as it is told, and counts the requests that it saw."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import pytest

from geocoding.online.gate import Gate, Limits


@dataclass
class Reply:
    """What the stub does with one request."""

    status: int = 200
    body: object = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    promised_bytes: int | None = None  # more than the body has: the answer breaks off
    drops: bool = False  # closes the connection without a word

    def content(self) -> bytes:
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


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A service of ours; its `requests` are those that reached it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            stub.requests.append(dict(parse_qsl(urlsplit(self.path).query)))
            stub.user_agents.append(self.headers["User-Agent"])
            stub.on_request()
            reply = stub.next_reply()
            self.close_connection = True
            if reply.drops:
                return
            content = reply.content()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(reply.promised_bytes or len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stub = Stub(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield stub
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fake_time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def gate(fake_time: FakeTime) -> Gate:
    """A gate of one request a second, three attempts, and a service given up after five."""
    return Gate(Limits(), clock=fake_time.clock, sleep=fake_time.sleep)
