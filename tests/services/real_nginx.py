"""Two dashboards behind a real nginx with the example configuration; started by `run`."""

import base64
import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest

from dashboard.cli.protection import HEADERS

NGINX = "/usr/sbin/nginx"
START_S = 120
MAIN = """
pid {folder}/pid; error_log {folder}/error.log; daemon off; user root;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/mapa-praktyk.conf;
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, b"" if answer.status == 101 else answer.read()


def wait_for(port, path):
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if ask(port, path)[0] == 200:
                return
    pytest.fail(f"nothing answered at port {port}")


@pytest.fixture(scope="module")
def replicas():
    """Port and process of two dashboards."""
    with contextlib.ExitStack() as stack:
        started = []
        for port in (free_port(), free_port()):
            options = ["--no-browser", "--port", str(port), "--base-path", "praktyki"]
            command = [sys.executable, "-P", "-m", "dashboard", *options]
            process = stack.enter_context(subprocess.Popen(command, stdout=subprocess.DEVNULL))
            stack.callback(process.terminate)
            started.append((port, process))
        for port, _ in started:
            wait_for(port, "/praktyki/_stcore/health")
        yield started


@pytest.fixture(scope="module")
def proxy(replicas, repository, tmp_path_factory):
    """The port of nginx in front of them."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    site = (repository / "dashboard" / "cli" / "nginx.conf").read_text(encoding="utf-8")
    site = site.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    for written, (used, _) in zip(("8501 ", "8502 "), replicas, strict=True):
        assert written in site
        site = site.replace(f"127.0.0.1:{written}", f"127.0.0.1:{used} ")
    (folder / "mapa-praktyk.conf").write_text(site, encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
    with subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf")]) as server:
        wait_for(port, "/praktyki/_stcore/health")
        yield port
        server.terminate()


def test_the_top_leads_to_the_dashboard(proxy):
    status, headers, _ = ask(proxy, "/")
    assert status == 302
    assert urlsplit(headers["Location"]).path == "/praktyki/"


@pytest.mark.parametrize("path", ["/praktyki/", "/praktyki/pokrycie"])
def test_pages_are_served_under_the_base_path(proxy, path):
    status, headers, content = ask(proxy, path)
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    assert b"<noscript>" in content


@pytest.mark.parametrize("path", ["/praktyki/", "/praktyki/component/none/index.html"])
def test_the_protecting_headers_come_through_once(proxy, replicas, path):
    _, sent, _ = ask(replicas[0][0], path)
    _, headers, _ = ask(proxy, path)
    for name in (*HEADERS, "Content-Security-Policy"):
        assert headers.get_all(name) == [sent[name]]
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        pytest.param("127.0.0.1:{port}", "127.0.0.1:{port}", 101, id="address"),
        pytest.param("praktyki.example.org", "praktyki.example.org", 101, id="name"),
        pytest.param("praktyki.example.org", "example.org", 403, id="page of another site"),
    ],
)
def test_the_websocket_is_for_pages_of_the_name_that_the_browser_knows(proxy, host, origin, status):
    headers = {
        "Host": host.format(port=proxy),
        "Origin": f"http://{origin.format(port=proxy)}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
    }
    assert ask(proxy, "/praktyki/_stcore/stream", **headers)[0] == status


def test_the_other_replica_takes_over(proxy, replicas):
    for _, process in replicas[:1]:
        process.send_signal(signal.SIGINT)
        process.wait()
    assert {ask(proxy, "/praktyki/_stcore/health")[0] for _ in range(10)} == {200}
