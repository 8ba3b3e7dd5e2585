"""Two dashboards on one database behind a real nginx with the example configuration.

Started by `run`.
"""

import base64
import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from dashboard.server.protection import HEADERS
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE

NGINX = "/usr/sbin/nginx"
START_S = 120
PATIENCE_MS = 120_000
NAME = "praktyki.example.org"
FOREIGN_NAME = "evil.example"
VIEWPORT = {"width": 1440, "height": 900}
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
def register(make_database):
    """The address of a database with the practices that ship."""
    address = make_database()
    open_store(address).save(open_store().load())
    return address


@pytest.fixture
def restored(register):
    """The register, whose practices are those that ship again after the test."""
    yield register
    open_store(register).save(open_store().load())


@pytest.fixture(scope="module")
def replicas(register):
    """Port and process of two dashboards that show the register."""
    with contextlib.ExitStack() as stack:
        started, environment = [], os.environ | {DATA_VARIABLE: register}
        for port in (free_port(), free_port()):
            options = ["--no-browser", "--port", str(port), "--base-path", "praktyki"]
            options += ["--host", NAME]
            command = [sys.executable, "-P", "-m", "dashboard", *options]
            process = stack.enter_context(
                subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
            )
            stack.callback(process.terminate)
            started.append((port, process))
        for port, _ in started:
            wait_for(port, "/praktyki/_stcore/health")
        yield started


@pytest.fixture(scope="module")
def proxy(replicas, repository, tmp_path_factory):
    """The port of nginx in front of them."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    site = (repository / "dashboard" / "server" / "nginx.conf").read_text(encoding="utf-8")
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


@pytest.fixture
def answers():
    """Status, address and headers of each answer that the page got."""
    return []


@pytest.fixture
def console_errors():
    """Errors that the page wrote to the console or did not catch."""
    return []


@pytest.fixture
def browser_page(proxy, answers, console_errors):
    """A page for a new visitor, to whom both names mean this machine."""
    expect.set_options(timeout=PATIENCE_MS)
    rules = ", ".join(f"MAP {name} 127.0.0.1" for name in (NAME, FOREIGN_NAME))
    url = f"http://{NAME}:{proxy}"
    options = [
        "--disable-gpu",
        f"--host-resolver-rules={rules}, MAP * ~NOTFOUND",
        f"--unsafely-treat-insecure-origin-as-secure={url}",  # as it is with TLS
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["TEST_BROWSER"], args=options
        )
        context = browser.new_context(
            base_url=f"{url}/praktyki/", locale="pl-PL", viewport=VIEWPORT
        )
        context.set_default_timeout(PATIENCE_MS)
        context.on(
            "response", lambda answer: answers.append((answer.status, answer.url, answer.headers))
        )
        context.on("weberror", lambda error: console_errors.append(str(error.error)))
        context.on(
            "console",
            lambda line: console_errors.append(line.text) if line.type == "error" else None,
        )
        yield context.new_page()
        browser.close()


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
        pytest.param(NAME, NAME, 101, id="name"),
        pytest.param(NAME, "example.org", 403, id="page of another site"),
        pytest.param(FOREIGN_NAME, FOREIGN_NAME, 403, id="foreign name"),
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


def test_a_visitor_filters_opens_a_practice_and_takes_a_file(browser_page, answers, console_errors):
    page = browser_page
    page.goto("")
    counter = page.locator(".st-key-licznik")
    expect(counter).to_contain_text("11 z 11 praktyk")
    page.get_by_role("combobox", name="Województwo").fill("małopolskie")
    page.get_by_role("option", name=re.compile("małopolskie")).click()
    expect(counter).to_contain_text("2 z 11 praktyk")
    expect(page).to_have_url(re.compile(r"/praktyki/\?woj=ma"))
    frame = page.frame_locator(".st-key-mapa iframe")
    expect(frame.locator(".leaflet-marker-icon.leaflet-interactive").first).to_be_visible()
    page.locator(".st-key-lista button.entry").first.click()
    expect(page.locator(".st-key-metryka h2")).to_be_visible()
    expect(page).to_have_url(re.compile("p=[0-9]+"))
    page.get_by_role("button", name="Pobierz", exact=True).click()
    formats = page.locator(".st-key-pobierz-formaty")
    with page.expect_download() as caught:
        formats.get_by_role("button", name=re.compile("^XLSX")).click()
    assert caught.value.path().read_bytes().startswith(b"PK")
    page.get_by_role("link", name="Pokrycie").click()
    expect(page).to_have_url(re.compile("/praktyki/pokrycie"))
    expect(page.locator(".st-key-ranking")).to_contain_text("bocheński")
    assert console_errors == []
    asked = [answer for answer in answers if urlsplit(answer[1]).scheme not in {"blob", "data"}]
    assert {urlsplit(url).hostname for _, url, _ in asked} == {NAME}
    assert [url for status, url, _ in asked if status >= 400] == []
    expected = {"content-security-policy", *map(str.lower, HEADERS)}
    assert [url for _, url, headers in asked if not expected <= set(headers)] == []


def test_an_import_shows_in_every_replica_without_a_restart(
    browser_page, replicas, restored, repository, tmp_path
):
    counters = []
    for port, _ in replicas:
        page = browser_page.context.new_page()
        page.goto(f"http://{NAME}:{port}/praktyki/")
        counters.append(page.locator(".st-key-licznik"))
        expect(counters[-1]).to_contain_text("11 z 11 praktyk")
    shutil.copyfile(repository / "data" / "pages" / "150.txt", tmp_path / "9150.txt")
    command = [sys.executable, "-P", "-m", "dashboard", "import", str(tmp_path / "9150.txt")]
    subprocess.run([*command, "--output", restored], check=True)
    for counter in counters:
        counter.page.get_by_role("combobox", name="Województwo").fill("małopolskie")
        counter.page.get_by_role("option", name=re.compile("małopolskie")).click()
        expect(counter).to_contain_text("3 z 12 praktyk")


def test_a_foreign_name_that_means_this_machine_shows_nothing(browser_page, proxy):
    answer = browser_page.goto(f"http://{FOREIGN_NAME}:{proxy}/praktyki/")
    assert answer.status == 421
    expect(browser_page.locator("body")).to_contain_text("--host")


def test_the_other_replica_takes_over(proxy, replicas):
    for _, process in replicas[:1]:
        process.send_signal(signal.SIGINT)
        process.wait()
    assert {ask(proxy, "/praktyki/_stcore/health")[0] for _ in range(10)} == {200}
