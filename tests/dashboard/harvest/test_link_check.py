"""Links are asked for politely, and only what a server says is gone is dead."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest

from dashboard.harvest.link_check import CheckedLink, LinkCheck, LinkState
from dashboard.harvest.public_hosts import is_public
from dashboard.harvest.transport import HttpTransport

NOTHING_THERE = (404, {})


class Server:
    """Answers by path; notes method, path and moment of each request."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self.seconds = seconds
        self.answers: dict[tuple[str, str], tuple[int, Mapping[str, str]]] = {}
        self.robots: tuple[int, bytes] = (404, b"")
        self.requests: list[tuple[str, str, float]] = []
        self.agents: list[str] = []
        self.address = ""

    def give(self, path: str, get: int, *, head: int | None = None, **headers: str) -> "Server":
        """Answer a path with a status, to HEAD with another one if given."""
        self.answers[("GET", path)] = (get, headers)
        self.answers[("HEAD", path)] = (get if head is None else head, headers)
        return self

    def methods(self, path: str) -> list[str]:
        """The methods by which a path was asked for, in their order."""
        return [method for method, asked, _ in self.requests if asked == path]


@pytest.fixture
def make_server(clock: Any) -> Iterator[Callable[[], Server]]:
    """A function that starts a server on this machine."""
    with ExitStack() as stack:

        def make() -> Server:
            server = Server(clock.seconds)
            listening = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
            listening.daemon_threads = True
            thread = threading.Thread(target=listening.serve_forever, args=(0.02,))
            thread.start()
            stack.callback(listening.server_close)
            stack.callback(thread.join)
            stack.callback(listening.shutdown)
            server.address = f"http://127.0.0.1:{listening.server_port}"
            return server

        yield make


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests.append((self.command, self.path, server.seconds()))
            server.agents.append(self.headers["User-Agent"])
            if self.path == "/robots.txt":
                self.send(server.robots[0], {}, server.robots[1])
            else:
                status, headers = server.answers.get((self.command, self.path), NOTHING_THERE)
                self.send(status, headers, b"" if self.command == "HEAD" else b"page")

        def do_HEAD(self) -> None:
            self.do_GET()

        def send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def server(make_server: Callable[[], Server]) -> Server:
    """A server on this machine."""
    return make_server()


@pytest.fixture
def make_check(clock: Any) -> Callable[..., LinkCheck]:
    """A function that makes a check, to which the servers of this machine are the Internet."""

    def make(contact: str = "", **options: Any) -> LinkCheck:
        transport = HttpTransport(contact, clock, timeout_s=5)
        is_here = {"may_ask": lambda address: address.startswith("http://127.0.0.1:")}
        return LinkCheck(transport, clock, **(is_here | options))

    return make


def check_one(check: LinkCheck, address: str) -> CheckedLink:
    """The outcome for one address."""
    (found,) = check.check([address])
    return found


@pytest.mark.parametrize(
    ("statuses", "state", "methods"),
    [
        pytest.param((200, 200), LinkState.REACHED, ["HEAD"], id="there"),
        pytest.param((204, 204), LinkState.REACHED, ["HEAD"], id="there, and empty"),
        pytest.param((405, 200), LinkState.REACHED, ["HEAD", "GET"], id="no HEAD"),
        pytest.param((501, 200), LinkState.REACHED, ["HEAD", "GET"], id="HEAD unknown"),
        pytest.param((403, 200), LinkState.REACHED, ["HEAD", "GET"], id="HEAD forbidden"),
        pytest.param((404, 200), LinkState.REACHED, ["HEAD", "GET"], id="HEAD not routed"),
        pytest.param((404, 404), LinkState.DEAD, ["HEAD", "GET"], id="not there"),
        pytest.param((410, 410), LinkState.DEAD, ["HEAD", "GET"], id="gone"),
        pytest.param((405, 404), LinkState.DEAD, ["HEAD", "GET"], id="no HEAD, not there"),
        pytest.param((500, 500), LinkState.NOT_REACHED, ["HEAD", "GET"], id="broken"),
        pytest.param((403, 403), LinkState.NOT_REACHED, ["HEAD", "GET"], id="forbidden"),
        pytest.param((503, 503), LinkState.NOT_REACHED, ["HEAD"] * 2 + ["GET"] * 2, id="busy"),
    ],
)
def test_what_an_answer_means(
    statuses: tuple[int, int],
    state: LinkState,
    methods: list[str],
    server: Server,
    make_check: Callable[..., LinkCheck],
) -> None:
    head, get = statuses
    server.give("/a", get, head=head)
    found = check_one(make_check(), f"{server.address}/a")
    assert found.state is state
    assert server.methods("/a") == methods
    assert (str(get) in found.detail) is (state is not LinkState.REACHED)


@pytest.mark.parametrize(
    ("statuses", "state", "target"),
    [
        pytest.param((301, 200), LinkState.MOVED, "/new", id="for good"),
        pytest.param((308, 200), LinkState.MOVED, "/new", id="for good, 308"),
        pytest.param((302, 200), LinkState.REACHED, "", id="for now"),
        pytest.param((307, 200), LinkState.REACHED, "", id="for now, 307"),
        pytest.param((301, 404), LinkState.DEAD, "/new", id="for good, to nothing"),
        pytest.param((302, 404), LinkState.DEAD, "", id="for now, to nothing"),
        pytest.param((301, 500), LinkState.NOT_REACHED, "/new", id="for good, to a fault"),
    ],
)
def test_a_redirect_is_followed(
    statuses: tuple[int, int],
    state: LinkState,
    target: str,
    server: Server,
    make_check: Callable[..., LinkCheck],
) -> None:
    status, end = statuses
    server.give("/old", status, Location="/new").give("/new", end)
    found = check_one(make_check(), f"{server.address}/old")
    assert found.state is state
    assert found.target == (server.address + target if target else "")


def test_only_the_first_permanent_steps_say_where_it_moved(
    server: Server, make_check: Callable[..., LinkCheck]
) -> None:
    server.give("/a", 301, Location="/b").give("/b", 302, Location="/c").give("/c", 200)
    found = check_one(make_check(), f"{server.address}/a")
    assert found == CheckedLink(f"{server.address}/a", LinkState.MOVED, "", f"{server.address}/b")


def test_a_circle_of_redirects_ends(server: Server, make_check: Callable[..., LinkCheck]) -> None:
    server.give("/a", 301, Location="/a")
    assert check_one(make_check(), f"{server.address}/a").state is LinkState.NOT_REACHED


def test_a_redirect_into_the_office_is_not_followed(
    server: Server, make_server: Callable[[], Server], make_check: Callable[..., LinkCheck]
) -> None:
    printer = make_server()
    server.give("/a", 301, Location=f"{printer.address}/")
    check = make_check(may_ask=lambda address: address.startswith(server.address))
    found = check_one(check, f"{server.address}/a")
    assert (found.state, found.detail) == (LinkState.PRIVATE, f"{printer.address}/")
    assert not printer.requests


def test_requests_to_one_host_are_spaced(
    server: Server, make_check: Callable[..., LinkCheck]
) -> None:
    check = make_check()
    found = list(check.check([f"{server.address}/{each}" for each in range(4)]))
    moments = [moment for _, _, moment in server.requests]
    assert {each.state for each in found} == {LinkState.DEAD}
    assert check.requests == len(moments) == 9, "robots.txt once, each address by HEAD and GET"
    assert min(after - before for before, after in pairwise(moments)) == pytest.approx(2.0)


def test_robots_says_how_often_and_what_not(
    server: Server, make_check: Callable[..., LinkCheck]
) -> None:
    server.robots = (200, b"User-agent: *\nCrawl-delay: 9\nDisallow: /b")
    server.give("/a", 200).give("/c", 200)
    found = make_check().check([f"{server.address}/{each}" for each in "abc"])
    states = [LinkState.REACHED, LinkState.ROBOTS, LinkState.REACHED]
    assert [each.state for each in found] == states
    moments = [moment for _, _, moment in server.requests]
    assert [b - a for a, b in pairwise(moments)] == pytest.approx([9, 9])
    assert not server.methods("/b")


def test_without_rules_nothing_is_asked(
    server: Server, make_check: Callable[..., LinkCheck]
) -> None:
    server.robots = (500, b"")
    found = check_one(make_check(), f"{server.address}/a")
    assert found.state is LinkState.NOT_REACHED
    assert not server.methods("/a")


def test_a_machine_without_a_network_gives_up(make_check: Callable[..., LinkCheck]) -> None:
    addresses = [f"http://127.0.0.1:9/{each}" for each in range(25)]
    found = list(make_check().check(addresses))
    assert [each.state for each in found[:10]] == [LinkState.NOT_REACHED] * 10
    assert {each.state for each in found[10:]} == {LinkState.NOT_ASKED}
    assert [each.address for each in found] == addresses, "none is dropped"


@pytest.mark.parametrize(
    ("contact", "ends"), [("it@example.org", "(+mailto:it@example.org)"), ("", "")]
)
def test_the_program_names_itself(
    contact: str, ends: str, server: Server, make_check: Callable[..., LinkCheck]
) -> None:
    check_one(make_check(contact), f"{server.address}/a")
    assert all(each.startswith("mapa-praktyk/") for each in server.agents)
    assert all(each.endswith(ends) and ("mailto" in each) is bool(ends) for each in server.agents)


@pytest.mark.parametrize(
    ("address", "resolved", "expected"),
    [
        pytest.param("https://www.bochnia.pl/a", ["195.117.1.1"], True, id="a site"),
        pytest.param("https://www.bochnia.pl/a", [], True, id="known to the proxy alone"),
        pytest.param("https://www.bochnia.pl/a", ["195.117.1.1", "10.0.0.7"], False, id="both"),
        pytest.param("http://evil.example.org", ["127.0.0.1"], False, id="name of this machine"),
        pytest.param("http://evil.example.org", ["::ffff:10.1.2.3"], False, id="mapped"),
        pytest.param("http://evil.example.org", ["fe80::1%eth0"], False, id="of the link"),
        pytest.param("http://169.254.169.254/", ["169.254.169.254"], False, id="of a cloud"),
        pytest.param("http://[::1]/", ["::1"], False, id="loopback, v6"),
        pytest.param("http://localhost:8501/", ["127.0.0.1"], False, id="localhost"),
        pytest.param("http://drukarka/", ["195.117.1.1"], False, id="a name without a point"),
        pytest.param("http://serwer.local/", [], False, id="a name of the office"),
        pytest.param("ftp://www.bochnia.pl/", ["195.117.1.1"], False, id="no web address"),
        pytest.param("http://[", [], False, id="no address"),
    ],
)
def test_which_addresses_are_on_the_internet(
    address: str, resolved: list[str], *, expected: bool
) -> None:
    assert is_public(address, lambda _: resolved) is expected
