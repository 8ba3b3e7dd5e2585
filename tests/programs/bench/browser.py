"""Measures the dashboard and its peers in a real browser, on the same made-up practices."""

import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from browser_pages import VOIVODESHIP, WORD, measure_visit, new_visitor, opened
from browser_servers import served, write_data
from browser_tables import BROKEN, TOO_LONG, Figures, Measured
from playwright.sync_api import Browser, Error, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

SLOW_S = 20  # to open; what is slower is measured once
FIND_BROWSER = Path(__file__).parents[2] / "browser" / "ensure_browser.py"
BROWSER_OPTIONS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--enable-unsafe-swiftshader",  # a program draws what a graphics card would
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
)


def measure_in_browser(sizes: Sequence[int], *, subjects: Sequence[str], rounds: int) -> Measured:
    """Number of practices -> application -> figure -> median of the rounds."""
    found = subprocess.run([sys.executable, FIND_BROWSER], stdout=subprocess.PIPE, check=True)
    path = found.stdout.decode().strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
        measured = {size: _measure_size(browser, size, subjects, rounds) for size in sizes}
        browser.close()
    return measured


def _measure_size(
    browser: Browser, practices: int, subjects: Sequence[str], rounds: int
) -> dict[str, Figures]:
    """All applications on a number of practices, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = write_data(folder, practices)
        wanted = {
            "all": len(rows),
            "filter": int((rows["voivodeship"] == VOIVODESHIP).sum()),
            "search": int(rows["title"].str.contains(WORD).sum()),
        }
        measured = {}
        for kind in subjects:
            with served(kind, folder, len(rows)) as address:
                measured[kind] = _median(_visits(browser, kind, address, wanted, rounds))
            sys.stderr.write(f"{practices} {kind} {measured[kind]}\n")
    return measured


def _visits(
    browser: Browser, kind: str, address: str, wanted: dict[str, int], rounds: int
) -> list[Figures]:
    """The figures of each round, after a visit that warms the server.

    The first round is the last one where opening is slow or something took too long.
    """
    if kind == "st_map":
        wanted = {}  # it draws a picture, and tells no numbers
    if kind == "dashboard":
        wanted = wanted | {"search": 0}  # it finds forms of the word as well
    try:
        with new_visitor(browser, address) as context:
            opening_s = opened(context, kind)[2]
    except TooLong:
        return [{"open": TOO_LONG}]
    except Error as error:
        sys.stderr.write(f"{kind}: {error.message}\n")
        return [{"open": BROKEN}]
    visits = [measure_visit(browser, kind, address, wanted)]
    if opening_s < SLOW_S and all(map(math.isfinite, visits[0].values())):
        visits += [measure_visit(browser, kind, address, wanted) for _ in range(rounds - 1)]
    return visits


def _median(visits: list[Figures]) -> Figures:
    """The median of each figure."""
    return {
        name: statistics.median(each[name] for each in visits if name in each) for name in visits[0]
    }
