"""A real browser on the real server, for the tests in this folder.

A test takes `page` (or `new_page`, for another size or a second visitor) and `dashboard_url` (or
`serve`, for another table). Leaving the server's host fails the test; what the page said on
its console is in `console_errors`.

The browser is the one that MAPA_PRAKTYK_BROWSER names, as `make test` sets it, else the one that
`ensure_browser.py` finds. Where there is none, these tests are left out and the last line of the
run says so; in the CI the run then fails (tests/conftest.py does both).
"""

import csv
import http.client
import io
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

HERE = Path(__file__).parent
LOCAL_HOSTS = {"127.0.0.1", "localhost"}
OFF = (
    "WebUIOmniboxPopup",  # a page of the browser's own behind each of ours: a fifth of its work
    "WebUIOmniboxAimPopup",
    # What Playwright turns off, too: of this option, only the last counts.
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades"),
    *("LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints"),
    *("PaintHolding", "PreconnectToSearch", "TcpPortRandomizationWin"),
    "ThirdPartyStoragePartitioning",
)
CHROMIUM_OPTIONS = (
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(OFF)}",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-first-run",
)
PATIENCE_MS = 120_000  # the first visit of a server on a machine that is busy
PERSONAL = ("contacts", "phones", "emails")


def pytest_configure() -> None:
    """Give pages the time they need on a slow machine."""
    expect.set_options(timeout=PATIENCE_MS)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Leave all but one visit out of the quick tests."""
    if item.get_closest_marker("visit") is None:
        item.add_marker("slow")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()


def _wait_until_healthy(server: subprocess.Popen[bytes], *, port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not _is_healthy(port):
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            if time.monotonic() < deadline:
                continue
        pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def _persons() -> set[str]:
    """The persons of the practices that ship, their addresses and numbers, and what has an @."""
    table = Path(__file__).parents[2] / "data" / "practices.csv"
    with table.open(encoding="utf-8", newline="") as file:
        cells = [row[name] for row in csv.DictReader(file) for name in PERSONAL]
    return {"@", *filter(None, (part.strip() for cell in cells for part in cell.split(";")))}


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """A function that starts the dashboard on a table (None: the shipped one) and gives its URL.

    Further arguments are options of the command.
    """
    folder = tmp_path_factory.mktemp("servers")
    servers: list[subprocess.Popen[bytes]] = []
    urls: dict[tuple[Path | str | None, ...], str] = {}

    def start(table: Path | None, *options: str) -> str:
        if (table, *options) in urls:
            return urls[table, *options]
        port = _free_port()
        log = folder / f"{port}.log"
        command = [sys.executable, "-P", "-m", "dashboard", "--no-browser", "--port", str(port)]
        if table is not None:
            command += ["--data", str(table)]
        command += options
        with log.open("wb") as output:
            server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        servers.append(server)
        _wait_until_healthy(server, port=port, log=log)
        urls[table, *options] = f"http://127.0.0.1:{port}"
        return urls[table, *options]

    yield start
    for server in servers:
        server.terminate()
        server.wait(timeout=30)
    told = "".join(log.read_text(encoding="utf-8") for log in folder.glob("*.log"))
    assert not [word for word in _persons() if word in told], f"a log names a person:\n{told}"


@pytest.fixture(scope="session")
def dashboard_url(serve: Callable[[Path | None], str]) -> str:
    """The address of the dashboard on the practices that ship with it."""
    return serve(None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["MAPA_PRAKTYK_BROWSER"],
            args=CHROMIUM_OPTIONS,
        )
        yield browser
        browser.close()


@pytest.fixture
def console_errors() -> list[str]:
    """Errors that the test's pages wrote to the console or did not catch, in their order."""
    return []


@pytest.fixture
def new_page(browser: Browser, console_errors: list[str]) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page for a new visitor, 1440 by 900 unless told."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []

    def record_url(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOCAL_HOSTS:
            foreign.append(url)

    def open_page(*, width: int = 1440, height: int = 900, color_scheme: str = "light") -> Page:
        context = browser.new_context(
            locale="pl-PL",
            timezone_id="Europe/Warsaw",
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        context.on("request", lambda request: record_url(request.url))
        context.on("weberror", lambda error: console_errors.append(str(error.error)))
        context.on(
            "console",
            lambda message: (
                console_errors.append(message.text) if message.type == "error" else None
            ),
        )
        page = context.new_page()
        page.on("websocket", lambda websocket: record_url(websocket.url))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not foreign, "the page asked other hosts:\n" + "\n".join(foreign)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """An empty page for a new visitor, 1440 by 900."""
    return new_page()


@pytest.fixture
def settled() -> Callable[[Page], None]:
    """A function that waits until a page is drawn to its end.

    What must not be on a page, or what its parts measure, is looked at only then; and a press of
    the mouse that is made step by step finds its aim where it was.
    """

    def wait(page: Page) -> None:
        state = "data-test-script-state"
        expect(page.get_by_test_id("stApp")).to_have_attribute(state, "notRunning")
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)

    return wait


@pytest.fixture
def take() -> Callable[[Page, str | re.Pattern[str]], tuple[str, bytes]]:
    """A function that presses the button of a format under 'Pobierz'; the file's name and content.

    It opens the formats where they are closed.
    """

    def press(page: Page, name: str | re.Pattern[str]) -> tuple[str, bytes]:
        opener = page.get_by_role("button", name="Pobierz", exact=True)
        if opener.get_attribute("aria-expanded") != "true":
            opener.click()
        formats = page.locator(".st-key-pobierz-formaty")
        with page.expect_download() as caught:
            formats.get_by_role("button", name=name).click()
        return caught.value.suggested_filename, caught.value.path().read_bytes()

    return press


@pytest.fixture
def rows_of() -> Callable[[bytes], list[dict[str, str]]]:
    """A function that reads the rows of a file with semicolons, as Polish Excel does."""

    def read(content: bytes) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))

    return read
