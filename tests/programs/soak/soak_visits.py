"""Brings own practices, leaves, and waits until nobody can fetch their files any more.

python tests/programs/soak/soak_visits.py [--at-most 150]
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import requests
from playwright.sync_api import sync_playwright

BROWSER = Path(__file__).parents[2] / "browser" / "ensure_browser.py"
TABLE = "Nazwa;Miejscowość;Kod pocztowy\nTylko moja praktyka;Liszki;32-060\n"


def is_served(url: str) -> bool:
    """Whether somebody who knows the address of a file gets it."""
    return requests.get(url, timeout=30).ok


def visit(browser_path: str, url: str) -> set[str]:
    """Bring a table, look at its map, and leave; the addresses of its files."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path)
        page = browser.new_page()
        page.set_default_timeout(120_000)
        fetched: list[str] = []
        page.on("response", lambda answer: fetched.append(answer.url))
        page.goto(f"{url}/dodaj")
        page.get_by_role("button", name="Wybierz pliki").wait_for()
        table = {"name": "t.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
        page.locator("input[type=file]").set_input_files(table)
        page.get_by_role("button", name="Wczytaj 1 wiersz").click()
        page.get_by_role("link", name="Pokaż na mapie").click()
        frame = page.frame_locator('[class*="st-key-mapa"] iframe')
        frame.locator(".leaflet-marker-icon").first.wait_for()
        found = {each for each in fetched if urlsplit(each).path.endswith(".gz")}
        if not found or not all(map(is_served, found)):
            sys.exit("no file of the visitor's own practices was seen")
        browser.close()
        return found


def main() -> int:
    """Measure; 1 where the files stay longer than they may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at-most", type=float, default=150, help="seconds after leaving")
    options = parser.parse_args()
    browser = (
        os.environ.get("MAPA_PRAKTYK_BROWSER")
        or subprocess.run(
            [sys.executable, BROWSER, "--no-install"], capture_output=True, text=True, check=True
        ).stdout.strip()
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashboard", "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        url = f"http://127.0.0.1:{port}"
        while server.poll() is None:
            try:
                if is_served(f"{url}/_stcore/health"):
                    break
            except requests.ConnectionError:
                time.sleep(0.2)
        files = visit(browser, url)
        left = time.monotonic()
        while any(map(is_served, files)) and time.monotonic() - left <= options.at_most:
            time.sleep(1)
        taken = time.monotonic() - left
        server.terminate()
    print(f"own practices: {len(files)} files gone {taken:.0f} s after the visitor left")
    return int(taken > options.at_most)


if __name__ == "__main__":
    sys.exit(main())
