"""One browser tab that stays open for a working day: what it keeps, and whether it goes on working.

    python tests/programs/soak/soak_tab.py [--hours 8] [--every 40] [--rows 480]

Somebody does something every few seconds: filters, searches, opens a practice, keeps one, changes
page and language, plays the years, shows slides, takes a table away. The pauses between pass on
the page's own clock, so its timers see the whole day while the run takes as long as the server
needs. Every round ends on the same page, where what the tab holds is counted after a collection.
Ends with 1 where the page broke or wrote an error, where the tab holds more at the end than it
may, or where a round takes longer at the end than it took before. That the tab grows at all is
Streamlit's: it keeps the list of every select box that was opened, 70 nodes each.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from load_server import sample, served
from playwright.sync_api import Error, Page, expect, sync_playwright

BROWSER = Path(__file__).parents[2] / "browser" / "ensure_browser.py"
BROWSER_OPTIONS = ("--disable-background-networking", "--disable-component-update", "--disable-gpu")
PATIENCE_MS = 120_000
MAX_MIB = 100
"""What the scripts of the tab may hold at the end of the day."""

SLOWER = 1.2
"""How much longer a round may take at the end than after the first third of the day."""

HEAP = "JSHeapUsedSize"
COUNTED = {HEAP: 2**20, "Nodes": 1, "JSEventListeners": 1, "Documents": 1}
"""What Chromium counts of a tab, by the unit in which it is printed."""


def to_page(page: Page, name: str) -> None:
    """Go to a page by its link."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_title(re.compile(f"^{name}"))
    expect(page.locator(".st-key-stopka footer")).to_be_attached()


def map_stands(page: Page) -> None:
    """Wait until the map is there: Streamlit gives a component up that is not within a minute."""
    frame = page.frame_locator(".st-key-mapa iframe")
    expect(frame.locator(".leaflet-control-attribution")).to_be_visible()


def filter_and_reset(page: Page) -> None:
    """Choose a voivodeship, and clear it."""
    page.get_by_role("combobox", name="Województwo").click()
    page.get_by_role("option", name="małopolskie").first.click()
    page.keyboard.press("Escape")
    reset(page)


def search(page: Page) -> None:
    """Search for a word, and clear it."""
    field = page.get_by_label("Szukaj")
    field.fill("szkoła")
    field.press("Enter")
    reset(page)


def reset(page: Page) -> None:
    """Clear the filters once they show."""
    page.get_by_role("button", name="Wyczyść filtry").click()
    expect(page.get_by_role("button", name="Wyczyść filtry")).to_be_disabled()


def read_cards(page: Page) -> None:
    """Open practices of the list, one after another, keep one and let it go."""
    for place in (1, 3, 5):
        entry = page.locator(".st-key-lista button.entry").nth(place)
        title = entry.locator(".title").inner_text()
        entry.click()
        expect(page.locator(".st-key-metryka h2")).to_have_text(title)
    page.get_by_role("button", name="Dodaj do wybranych").click()
    page.get_by_role("button", name="Usuń z wybranych").click()
    expect(page.get_by_role("button", name="Dodaj do wybranych")).to_be_visible()
    page.get_by_role("button", name="Zamknij").first.click()
    expect(page.locator(".st-key-metryka h2")).to_have_count(0)


def move_the_map(page: Page) -> None:
    """Zoom in and out again."""
    frame = page.frame_locator(".st-key-mapa iframe")
    frame.locator(".leaflet-control-zoom-in").click()
    frame.locator(".leaflet-control-zoom-out").click()


def look_around(page: Page) -> None:
    """Every page, and back to the map."""
    for name in ("Analiza", "Jakość danych", "Wybrane", "O danych", "Mapa"):
        to_page(page, name)


def play_the_years(page: Page) -> None:
    """Show the coverage to a room for some years, and leave."""
    to_page(page, "Pokrycie")
    expect(
        page.frame_locator(".st-key-mapa-pokrycie iframe").locator("path.mp-cover").first
    ).to_be_visible()
    page.keyboard.press("F8")
    expect(page.get_by_role("button", name="Pokaz regionów (R)")).to_be_attached()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-naglowek")).to_be_visible()
    to_page(page, "Mapa")


def show_slides(page: Page) -> None:
    """Three slides."""
    page.get_by_role("button", name="Prezentacja (F8)").click()
    leave = page.get_by_role("button", name="Zakończ (Esc)")
    expect(leave).to_be_attached()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-naglowek")).to_be_visible()
    page.get_by_role("button", name="Zamknij").first.click()


def take_a_table(page: Page) -> None:
    """The rows as CSV."""
    page.get_by_role("button", name="Pobierz", exact=True).click()
    with page.expect_download():
        page.get_by_role("button", name="CSV").first.click()
    page.keyboard.press("Escape")


ACTS: tuple[Callable[[Page], None], ...] = (
    filter_and_reset,
    read_cards,
    search,
    move_the_map,
    look_around,
    read_cards,
    play_the_years,
    filter_and_reset,
    show_slides,
    take_a_table,
)
"""A round of work; it begins and ends on the map of all practices."""


class Tab:
    """The open tab: what it keeps, and what it complained of."""

    def __init__(self, page: Page) -> None:
        """Listen to a page that has not been opened yet."""
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        self._inspector = page.context.new_cdp_session(page)
        self._inspector.send("Performance.enable")

    def _hear(self, message: object) -> None:
        if message.type == "error":  # type: ignore[attr-defined]
            self.complaints.append(message.text)  # type: ignore[attr-defined]

    def kept(self) -> dict[str, float]:
        """What the tab holds once nothing is left to collect."""
        for _ in range(3):  # what a finalizer lets go is collected in the next one
            self._inspector.send("HeapProfiler.collectGarbage")
        told = self._inspector.send("Performance.getMetrics")["metrics"]
        figures = {each["name"]: each["value"] for each in told}
        return {name: figures[name] / unit for name, unit in COUNTED.items()}


@contextmanager
def opened(address: str) -> Iterator[Tab]:
    """A tab on the made-up practices, with a clock of its own."""
    told = subprocess.run(
        [sys.executable, BROWSER, "--no-install"], capture_output=True, text=True, check=True
    )
    path = os.environ.get("MAPA_PRAKTYK_BROWSER") or told.stdout.strip()
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
        page = browser.new_page(locale="pl-PL", viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE_MS)
        page.clock.install()
        tab = Tab(page)
        page.goto(address)
        expect(page.locator(".st-key-stopka footer")).to_be_attached()
        yield tab
        browser.close()


def work(tab: Tab, options: argparse.Namespace, server: int) -> list[dict[str, float]]:
    """Work through the day; what each round took, and what tab and server held after it."""
    rounds = round(options.hours * 3600 / options.every / len(ACTS))
    start, seen = time.monotonic(), []
    for number in range(1, rounds + 1):
        begin = time.monotonic()
        for act in ACTS:
            try:
                act(tab.page)
            except (AssertionError, Error) as error:
                raise SystemExit(f"round {number}, {act.__name__}: {error}") from None
            map_stands(tab.page)
            tab.page.clock.fast_forward(1000 * options.every)
        taken = {"seconds": time.monotonic() - begin}
        seen.append(taken | tab.kept() | {"server, MiB": sample(server, start).memory_mib})
        if number in {1, rounds} or number % 10 == 0:
            told = ", ".join(f"{name} {value:,.1f}" for name, value in seen[-1].items())
            print(f"    round {number} of {rounds}: {told}", flush=True)
    print(f"{rounds * len(ACTS)} acts in {(time.monotonic() - start) / 60:.0f} minutes")
    return seen


def faults_of(seen: list[dict[str, float]]) -> list[str]:
    """What is not as it has to be at the end of the day."""
    late = seen[len(seen) // 3 :]
    fifth = max(len(late) // 5, 1)
    before, after = (
        {name: statistics.median(one[name] for one in ones) for name in seen[0]}
        for ones in (late[:fifth], late[-fifth:])
    )
    for name in seen[0]:
        print(f"{name:>18}  {before[name]:,.1f} to {after[name]:,.1f} in the last two thirds")
    faults = []
    if after[HEAP] > MAX_MIB:
        faults.append(f"the scripts hold {after[HEAP]:.0f} MiB")
    if after["seconds"] > SLOWER * before["seconds"]:
        faults.append(f"a round takes {after['seconds']:.1f} s, {before['seconds']:.1f} s before")
    return faults


def main(arguments: list[str]) -> int:
    """Run it, print the figures; 1 where one does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=8)
    parser.add_argument("--every", type=float, default=40, help="seconds from one act to the next")
    parser.add_argument("--rows", type=int, default=480)
    options = parser.parse_args(arguments)
    print(f"a tab open for {options.hours:g} hours, {options.rows} practices")
    with TemporaryDirectory() as folder, served(Path(folder), options.rows) as (address, process):
        with opened(address) as tab:
            faults = faults_of(work(tab, options, process.pid))
        faults += [f"the page said: {each}" for each in tab.complaints]
    for fault in faults:
        print(f"does not hold: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
