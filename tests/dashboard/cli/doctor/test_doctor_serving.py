import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dashboard.cli.doctor.finding import Grade
from dashboard.cli.doctor.services import check_service
from dashboard.cli.doctor.serving import (
    check_api_origins,
    check_base_path,
    check_hosts,
    check_port,
)
from dashboard.server.hosts import is_known, known_hosts
from geocoding.settings import Settings

Served = Callable[[int], tuple[int, list[str]]]


@pytest.fixture
def serve() -> Iterator[Served]:
    """Starts a server that answers all requests with a status; gives its port and the paths."""
    with ExitStack() as stack:

        def start(status: int) -> tuple[int, list[str]]:
            asked: list[str] = []

            class Handler(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    asked.append(self.path)
                    self.send_response(status)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

                def log_message(self, *_: object) -> None:
                    pass

            server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return server.server_port, asked

        yield start


@pytest.fixture
def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder without settings."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("here")
def test_no_service_is_asked_unless_it_is_switched_on(serve: Served) -> None:
    port, asked = serve(200)
    settings = Settings(server=f"http://127.0.0.1:{port}", user_agent="test")
    finding = check_service(settings, timeout_s=10)
    assert (finding.grade, asked) == (Grade.OK, [])


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("service", "path"),
    [
        pytest.param("nominatim", "/osm/status", id="Nominatim"),
        pytest.param("uug", "/osm", id="UUG"),
    ],
)
@pytest.mark.parametrize(
    ("status", "grade"),
    [pytest.param(200, Grade.OK, id="well"), pytest.param(500, Grade.WARNING, id="ill")],
)
def test_services_that_answer(
    serve: Served, service: str, path: str, status: int, grade: Grade
) -> None:
    port, asked = serve(status)
    settings = Settings(
        geocoder="chain",
        service=service,
        server=f"http://127.0.0.1:{port}/osm/",
        user_agent="test",
    )
    finding = check_service(settings, timeout_s=10)
    assert (finding.grade, asked) == (grade, [path])
    assert str(status) in finding.found


@pytest.mark.usefixtures("here")
def test_a_service_that_does_not_answer(closed_port: int) -> None:
    server = f"http://127.0.0.1:{closed_port}"
    settings = Settings(geocoder="nominatim", server=server, user_agent="test")
    finding = check_service(settings, timeout_s=10)
    assert finding.grade is Grade.PROBLEM
    assert server in finding.found
    assert "MAPA_PRAKTYK_GEOCODER=offline" in finding.remedy


def test_a_free_port(closed_port: int) -> None:
    assert check_port("127.0.0.1", closed_port, base_path="").grade is Grade.OK
    assert check_port("127.0.0.1", None, base_path="").grade is Grade.OK


@pytest.mark.parametrize(
    ("base_path", "path"),
    [
        pytest.param("", "/_stcore/health", id="no base path"),
        pytest.param("/praktyki/", "/praktyki/_stcore/health", id="base path"),
    ],
)
def test_a_port_where_a_dashboard_answers(serve: Served, base_path: str, path: str) -> None:
    port, asked = serve(200)
    finding = check_port("127.0.0.1", port, base_path=base_path)
    assert (finding.grade, asked) == (Grade.OK, [path])
    assert "already" in finding.found


def test_a_port_that_something_else_uses(serve: Served) -> None:
    port, _ = serve(404)
    finding = check_port("127.0.0.1", port, base_path="")
    assert finding.grade is Grade.PROBLEM
    assert "--port" in finding.remedy


def test_an_address_of_another_machine() -> None:
    assert check_port("192.0.2.1", None, base_path="").grade is Grade.PROBLEM


@pytest.mark.parametrize(
    ("base_path", "grade"),
    [
        pytest.param("", Grade.OK, id="none"),
        pytest.param("/", Grade.OK, id="root"),
        pytest.param("praktyki", Grade.OK, id="name"),
        pytest.param("/a/b-c_d/", Grade.OK, id="several"),
        pytest.param("a b", Grade.PROBLEM, id="space"),
        pytest.param("śląskie", Grade.PROBLEM, id="Polish letters"),
        pytest.param("a/../b", Grade.PROBLEM, id="upwards"),
        pytest.param("a?b", Grade.PROBLEM, id="query"),
        pytest.param("a//b", Grade.PROBLEM, id="empty part"),
    ],
)
def test_base_paths(base_path: str, grade: Grade) -> None:
    assert check_base_path(base_path).grade is grade


@pytest.mark.parametrize(
    ("named", "base_path", "grade"),
    [
        pytest.param([], "", Grade.OK, id="this machine only"),
        pytest.param(["mapa.example.org"], "praktyki", Grade.OK, id="named"),
        pytest.param([], "praktyki", Grade.WARNING, id="behind a proxy without a name"),
        pytest.param(["*"], "", Grade.WARNING, id="any"),
        pytest.param(["https://mapa.example.org/"], "", Grade.PROBLEM, id="an address"),
    ],
)
def test_names_of_hosts(named: list[str], base_path: str, grade: Grade) -> None:
    finding = check_hosts(named, base_path=base_path, address="127.0.0.1", login="")
    assert finding.grade is grade
    assert "--host" in finding.found + finding.remedy or grade is Grade.OK


CALLBACK = "/praktyki/oauth2callback"


@pytest.mark.parametrize(
    ("address", "login", "answered"),
    [
        pytest.param("127.0.0.1", "", [], id="this machine"),
        pytest.param("::", "", [], id="all addresses of this machine"),
        pytest.param("mapa.example.org", "", ["mapa.example.org"], id="listened on by name"),
        pytest.param(
            "::1", f"https://mapa.example.org{CALLBACK}", ["mapa.example.org"], id="logged in at"
        ),
        pytest.param("::1", f"https://127.0.0.1:8501{CALLBACK}", [], id="logged in at an address"),
        pytest.param("::1", f"http://localhost{CALLBACK}", [], id="logged in on this machine"),
    ],
)
def test_names_are_missed_where_the_dashboard_refuses_them(
    address: str, login: str, answered: list[str]
) -> None:
    finding = check_hosts([], base_path="praktyki", address=address, login=login)
    names = known_hosts([], address=address, login=login)
    assert [name for name in ["mapa.example.org"] if is_known(name, names)] == answered
    assert finding.grade is (Grade.OK if answered else Grade.WARNING)
    assert all(name in finding.found for name in answered)


@pytest.mark.parametrize(
    ("named", "grades", "words"),
    [
        pytest.param([], [], "", id="none"),
        pytest.param(["https://WWW.example.org"], ["ok"], "https://www.example.org", id="a site"),
        pytest.param(["*"], ["ok"], "*", id="any"),
        pytest.param(["www.example.org"], ["problem"], "--api-origin", id="no site"),
    ],
)
def test_sites_that_may_read_the_interface_are_named(named, grades, words):
    findings = list(check_api_origins(named))
    assert [each.grade.value for each in findings] == grades
    assert all(words in each.found for each in findings)
