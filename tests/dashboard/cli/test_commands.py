import base64
import http.client
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest

from dashboard.cli import main, serving
from dashboard.errors import SettingsError
from dashboard.practices.demo import make_demo
from dashboard.rate_limits import rate_limits
from dashboard.server import running
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE, EDIT_VARIABLE, EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE

pytestmark = pytest.mark.slow


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port on which something listens already."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    "option",
    [
        "--port",
        "--address",
        "--data",
        "--no-browser",
        "--base-path",
        "--host",
        "--edit",
        "--version",
    ],
)
def test_help_names_every_option(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    assert option in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"mapa-praktyk {version('mapa-praktyk')}\n"


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_impossible_ports(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--port", port])
    assert "--port" in capsys.readouterr().err


def test_a_table_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--data", str(tmp_path / "none.csv"), "--no-browser"])
    assert f"{tmp_path / 'none.csv'}: " in capsys.readouterr().err


def test_a_table_at_fault_from_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("art,section,title\n5,,Tytuł\n", encoding="utf-8")
    monkeypatch.setenv(DATA_VARIABLE, str(table))
    with pytest.raises(SystemExit, match="2"):
        main(["--no-browser"])
    assert "row 2, column section" in capsys.readouterr().err


def test_the_start_names_no_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "table.csv"
    table.write_text("art,section,title,emails\n5,K,T,Zenobia tel. 600100200\n", "utf-8")
    with pytest.raises(SystemExit, match="2"):
        main(["--no-browser", "--data", str(table)])
    told = capsys.readouterr().err
    assert f"{table}: " in told
    assert "row 2, column emails: value not shown - expected e-mail addresses" in told
    assert "Zenobia" not in told


def test_impossible_settings_are_told_before_the_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPA_PRAKTYK_FILES_AT_ONCE", "-5")
    rate_limits.cache_clear()
    for arguments in (["--data", str(tmp_path / "none.csv")], ["demo", "--rows", "1"]):
        with pytest.raises(SystemExit, match="2"):
            main([*arguments, "--no-browser"])
        told = capsys.readouterr()
        assert "MAPA_PRAKTYK_FILES_AT_ONCE: a whole number from 1 on" in told.err
        assert told.out == ""
    rate_limits.cache_clear()


def test_too_little_memory_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(serving, "prepare_table", fail)
    with pytest.raises(SystemExit, match="2"):
        main(["--no-browser"])
    told = capsys.readouterr().err
    assert "not enough memory" in told
    assert "smaller table" in told


def test_logins_that_could_not_be_ended_are_no_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (EDIT_VARIABLE, EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE):
        monkeypatch.setenv(name, "")
    table = tmp_path / "store.sqlite"
    open_store(str(table)).save(make_demo(2, seed=1))
    with closing(sqlite3.connect(table)) as connection:
        connection.execute("DROP TABLE ended_logins")
    login = tmp_path / "login.toml"
    login.write_text(
        '[auth]\nredirect_uri = "https://a.example.org/oauth2callback"\n'
        f'cookie_secret = "{"x" * 32}"\nclient_id = "a"\nclient_secret = "b"\n'
        'server_metadata_url = "https://b.example.org"\n',
        encoding="utf-8",
    )
    options = ["--edit", "--login", str(login), "--editors", "anna@example.org"]
    with pytest.raises(SystemExit, match="2"):
        main(["--no-browser", "--data", str(table), *options])
    told = capsys.readouterr()
    assert f"{table}: there is no practices table" in told.err
    assert told.out == ""


def test_a_port_that_was_asked_for_and_is_busy(busy_port: int) -> None:
    with pytest.raises(SettingsError, match=rf"port {busy_port} .*--port"):
        running.take_port("127.0.0.1", busy_port)


def test_the_next_free_port() -> None:
    port = running.next_free_port("127.0.0.1")
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        assert running.next_free_port("127.0.0.1") > port


def test_an_address_that_is_not_this_machines() -> None:
    with pytest.raises(SettingsError, match=r"192\.0\.2\.1"):
        running.next_free_port("192.0.2.1")


def test_settings_of_the_project_become_options() -> None:
    settings = running.ServerSettings(address="127.0.0.1", port=8600, headless=True)
    options = running.streamlit_options(running.config_file(), settings)
    assert options["browser.gatherUsageStats"] is False
    assert options["client.toolbarMode"] == "minimal"
    assert options["server.port"] == 8600
    assert options["server.baseUrlPath"] == ""
    assert "theme.light.primaryColor" in options


def test_every_setting_is_one_that_streamlit_knows(tmp_path: Path) -> None:
    program = (
        "from streamlit import config\n"
        "from dashboard.server.running import *\n"
        "settings = ServerSettings(address='127.0.0.1', port=8600, headless=True)\n"
        "print(open_server(settings))\n"
        "for name, value in streamlit_options(config_file(), settings).items():\n"
        "    assert config.get_option(name) == value, name\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("http://127.0.0.1:8600\n", "")


def test_served_until_interrupted(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "--no-browser"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first.startswith("Mapa Praktyk: http://127.0.0.1:")
        port = int(first.split()[2].rpartition(":")[2])
        while not _answers(port) and process.poll() is None:
            pass
        refused = _status_of_websocket(port, origin="https://example.org")
        rebound = {path: _status_by_name(port, path) for path in ("/", "/_stcore/health")}
        rebound["socket"] = _status_of_websocket(
            port, host="evil.example", origin="http://evil.example"
        )
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert refused == http.client.FORBIDDEN
    assert rebound == {"/": 421, "/_stcore/health": 421, "socket": http.client.FORBIDDEN}


def _status_by_name(port: int, path: str) -> int:
    """What a request is answered by a foreign name that points to this machine."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", path, headers={"Host": f"evil.example:{port}"})
        return connection.getresponse().status


def _status_of_websocket(port: int, *, origin: str, host: str = "127.0.0.1") -> int:
    headers = {
        "Host": host,
        "Origin": origin,
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode(),
    }
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", "/_stcore/stream", headers=headers)
        return connection.getresponse().status


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()
