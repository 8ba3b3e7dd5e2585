"""Takes the pictures of the README and of the guide anew.

    MAPA_PRAKTYK_BROWSER=/usr/bin/chromium .venv/bin/python tests/programs/docs/pictures.py

They show a server of this checkout on the practices that come with it, or on made-up ones, in the
browser that the browser tests drive.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[3]
IMAGES = REPOSITORY / ".github" / "images"
SIZE = {"width": 1440, "height": 900}
PICTURES = {
    "mapa": "/?p=150&widok=51.6,19.3,6",
    "pokrycie": "/pokrycie?dane=demo",
    "prezentacja": "/pokrycie?dane=demo&miara=na100tys&prezentacja=1",
    "analiza": "/analiza?dane=demo",
    "jakosc": "/jakosc",
    "wybrane": "/wybrane?wybrane=150,596",
}
"""Name of a picture -> what of the dashboard it shows."""


@contextmanager
def served(folder: str) -> Iterator[str]:
    """Run a server; give its address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    table = REPOSITORY / "data" / "practices.csv"
    program = subprocess.Popen(
        [
            *(sys.executable, "-m", "dashboard", "--no-browser", "--port", str(port)),
            *("--data", str(table)),
        ],
        cwd=REPOSITORY,
        env=os.environ | {"MAPA_PRAKTYK_PREPARED": folder},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    program.stdout.readline()  # says the address once it answers
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        program.terminate()
        program.wait()


def take(page: Page, address: str, path: Path) -> None:
    """Take one picture, once nothing moves on the page any more."""
    page.goto(address)
    expect(page.locator("h1.mp-title, iframe").first).to_be_visible(timeout=60_000)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_test_id("stStatusWidget")).to_be_hidden(timeout=60_000)
    page.wait_for_timeout(2_000)  # the marks and names of a map are drawn one after the other
    page.screenshot(path=path)
    sys.stdout.write(f"{path.relative_to(REPOSITORY)}: {path.stat().st_size:,} bytes\n")


def main() -> None:
    """Take all pictures."""
    browser_path = os.environ.get("MAPA_PRAKTYK_BROWSER")  # None for Playwright's own
    with TemporaryDirectory() as folder, served(folder) as address, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=browser_path)
        page = browser.new_page(viewport=SIZE, locale="pl-PL", reduced_motion="reduce")
        for name, query in PICTURES.items():
            take(page, f"{address}{query}", IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
