"""By which names the dashboard answers."""

import asyncio
import socket

import pytest

from dashboard.errors import SettingsError
from dashboard.server.hosts import known_hosts
from dashboard.server.protection import KnownHosts


@pytest.fixture
def is_answered():
    """A function that tells whether a request by a name comes through to the application."""

    def ask(host, named=(), *, kind="http", **settings):
        sent, seen = [], []

        async def app(scope, _receive, _send):
            seen.append(scope)

        async def send(message):
            sent.append(message)

        headers = [] if host is None else [(b"host", host.encode())]
        scope = {"type": kind, "path": "/", "headers": headers}
        asyncio.run(KnownHosts(app, known_hosts(named, **settings))(scope, None, send))
        assert bool(sent) != bool(seen)
        if sent and kind == "http":
            assert sent[0]["status"] == 421
            assert b"--host" in sent[1]["body"]
        if sent and kind == "websocket":
            assert sent == [{"type": "websocket.close", "code": 1008}]
        return bool(seen)

    return ask


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("host", "is_known"),
    [
        pytest.param("localhost:8501", True, id="localhost"),
        pytest.param("LOCALHOST.", True, id="written otherwise"),
        pytest.param("mapa.localhost", True, id="below localhost"),
        pytest.param("127.0.0.1:8501", True, id="address"),
        pytest.param("192.0.2.7", True, id="address without port"),
        pytest.param("[::1]:8501", True, id="address of the newer kind"),
        pytest.param(socket.gethostname(), True, id="this machine"),
        pytest.param(None, True, id="no browser"),
        pytest.param("evil.example", False, id="foreign name"),
        pytest.param("evil.example:8501", False, id="foreign name with port"),
        pytest.param("127.0.0.1.evil.example", False, id="begins as an address"),
        pytest.param("localhost.evil.example", False, id="begins as a name of ours"),
        pytest.param("evillocalhost", False, id="ends as a name of ours"),
        pytest.param("localhost@evil.example", False, id="looks like a person"),
        pytest.param("evil.example/localhost", False, id="looks like a path"),
        pytest.param("*", False, id="a pattern"),
        pytest.param("*.localhost", True, id="a pattern below localhost"),
        pytest.param("", False, id="nothing"),
        pytest.param("[::1", False, id="broken"),
    ],
)
def test_names_without_a_setting(is_answered, kind, host, is_known):
    assert is_answered(host, kind=kind) == is_known


@pytest.mark.parametrize(
    ("named", "host", "is_known"),
    [
        pytest.param(["Mapa.Example.org"], "mapa.example.org:443", True, id="named"),
        pytest.param(["mapa.example.org"], "example.org", False, id="the name above"),
        pytest.param(["mapa.example.org"], "a.mapa.example.org", False, id="a name below"),
        pytest.param(["*.example.org"], "a.mapa.example.org", True, id="all below"),
        pytest.param(["*.example.org"], "example.org", False, id="below only"),
        pytest.param(["a.pl", "b.pl"], "b.pl", True, id="several"),
        pytest.param(["*"], "evil.example", True, id="any"),
    ],
)
def test_names_of_the_settings(is_answered, named, host, is_known):
    assert is_answered(host, named) == is_known


def test_where_people_log_in_and_what_is_listened_on_is_known(is_answered):
    login = "https://mapa.example.org:8443/praktyki/oauth2callback"
    assert is_answered("mapa.example.org", login=login)
    assert is_answered("intranet", address="intranet")


@pytest.mark.parametrize("name", ["https://mapa.example.org", "a.pl:8080", "a.pl/b", "a*.pl", ""])
def test_what_is_no_name_is_refused_with_what_to_give(name):
    with pytest.raises(SettingsError, match=r"--host .* without https://"):
        known_hosts([name])
