"""What a visitor does with the measured applications, and how long the page takes to show it."""

import math
import re
import sys
import time
from collections.abc import Callable
from typing import Any

from browser_scripts import AIM, CHANGED, COUNT, SEEN, SHOWN, TO_MAP
from browser_tables import BROKEN, LIMIT_S, TOO_LONG, Figures
from playwright.sync_api import Browser, BrowserContext, Error, Page
from playwright.sync_api import TimeoutError as TooLong

VOIVODESHIP = "małopolskie"
WORD = "wodomierzy"
LIMIT_MS = LIMIT_S * 1000
WORDS = {
    "dashboard": ".mp-tooltip strong, .mp-list [aria-pressed=true]",
    "marker_cluster": ".leaflet-tooltip",
    "datasette": ".leaflet-popup dl",
}
"""What the map itself says of a mark that is clicked; the others say nothing."""
DETAIL = {"dashboard": ".st-key-metryka h2", "marker_cluster": ".st-key-detail table"}
"""What a click brings up beside the map."""


class Meter:
    """Counts the bytes that reach a page: answers as they travel, and messages of its sockets."""

    def __init__(self, page: Page) -> None:
        self.sent = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._add_answer)
        session.on("Network.webSocketFrameReceived", self._add_message)
        session.send("Network.enable")

    @property
    def kilobytes(self) -> float:
        """All so far."""
        return self.sent / 1000

    def _add_answer(self, event: dict[str, Any]) -> None:
        self.sent += event["encodedDataLength"]

    def _add_message(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        size = len(frame["payloadData"])
        self.sent += size if frame["opcode"] == 1 else size * 3 // 4  # others come in Base64


def measure_visit(browser: Browser, kind: str, address: str, wanted: dict[str, int]) -> Figures:
    """One visitor with an empty cache: opens, filters; searches and clicks on pages of their own.

    Args:
        browser: A started one.
        kind: Which application.
        address: Where it is served.
        wanted: How many marks there are in 'all' and after an action, where that is known.

    Returns:
        Seconds and kilobytes; of what took longer than the limit, TOO_LONG, of what broke,
        BROKEN, and nothing after it.
    """
    figures: Figures = {}
    steps: dict[str, Callable[[BrowserContext, str, dict[str, int]], Figures]] = {
        "open": measure_opening,
        "search": measure_search,
        "click": measure_click,
    }
    with new_visitor(browser, address) as context:
        for name, measure in steps.items():
            try:
                figures |= measure(context, kind, wanted)
            except TooLong:
                figures[name] = TOO_LONG
            except Error as error:
                sys.stderr.write(f"{kind}, {name}: {error.message}\n")
                figures[name] = BROKEN
            if not all(map(math.isfinite, figures.values())) or kind == "empty_page":
                break
    return figures


def new_visitor(browser: Browser, address: str) -> BrowserContext:
    """A visitor with an empty cache."""
    size = {"width": 1440, "height": 900}
    context = browser.new_context(locale="pl-PL", viewport=size, base_url=address)
    context.set_default_timeout(LIMIT_MS)
    return context


def opened(context: BrowserContext, kind: str) -> tuple[Page, Meter, float]:
    """A page with its first mark, its meter, and the seconds until then."""
    page = context.new_page()
    meter = Meter(page)
    start = time.time()
    path = "/practices/practices?_facet=voivodeship" if kind == "datasette" else "/"
    page.goto(path, wait_until="commit")
    return page, meter, waited_s(page, SHOWN, [0, 0], start)


def measure_opening(context: BrowserContext, kind: str, wanted: dict[str, int]) -> Figures:
    """To the first mark; then a voivodeship is chosen. What each of them sends."""
    page, meter, seconds = opened(context, kind)
    figures = {"open": seconds, "open_kb": meter.kilobytes}
    if kind != "empty_page":
        try:
            figures |= measure_filter(page, kind, wanted)
        except TooLong:
            figures["filter"] = TOO_LONG
    page.close()
    return figures


def measure_filter(page: Page, kind: str, wanted: dict[str, int]) -> Figures:
    """From the choice of a voivodeship until the map shows it, and what that sends."""
    wait_for_all(page, wanted)
    if kind == "datasette":
        option = page.locator(".facet-info").get_by_role("link", name=VOIVODESHIP)
    else:
        page.get_by_label("Województwo").click()
        option = page.get_by_role("option", name=re.compile(f"^{VOIVODESHIP}"))
    option.wait_for()
    meter = Meter(page)
    seconds = acted_s(page, option.click, wanted.get("filter", 0))
    return {"filter": seconds, "filter_kb": meter.kilobytes}


def measure_search(context: BrowserContext, kind: str, wanted: dict[str, int]) -> Figures:
    """From the last key of a search until the map shows what was found."""
    page = opened(context, kind)[0]
    wait_for_all(page, wanted)
    box = page.locator("input[type=search]") if kind == "datasette" else page.get_by_label("Szukaj")
    box.fill(WORD)
    seconds = acted_s(page, lambda: box.press("Enter", no_wait_after=True), wanted.get("search", 0))
    page.close()
    return {"search": seconds}


def measure_click(context: BrowserContext, kind: str, wanted: dict[str, int]) -> Figures:
    """From a click on a single mark, among all, until the map tells of it, and the page does.

    Nothing where no single mark can be come near to.
    """
    if kind not in WORDS:
        return {}
    page = opened(context, kind)[0]
    wait_for_all(page, wanted)
    try:
        spot = find_single(page)
    except TooLong:
        return {}
    start = time.time()
    page.mouse.click(spot["x"], spot["y"])
    seen = {"words": WORDS, "click": DETAIL}
    return {
        figure: waited_s(page, SEEN, where[kind], start)
        for figure, where in seen.items()
        if kind in where
    }


def find_single(page: Page) -> dict[str, float]:
    """Where a single mark is, after clicks into the smallest clusters."""
    page.evaluate(TO_MAP)
    while not (aim := page.wait_for_function(AIM).json_value())["isSingle"]:
        page.mouse.click(aim["x"], aim["y"])
        page.wait_for_function(CHANGED, arg=aim["state"])
    return {axis: float(aim[axis]) for axis in "xy"}


def wait_for_all(page: Page, wanted: dict[str, int]) -> None:
    """Wait until the map shows all marks."""
    page.wait_for_function(SHOWN, arg=[wanted.get("all", 0), 0])


def acted_s(page: Page, act: Callable[[], None], wanted: int) -> float:
    """Seconds from an action until the map shows as many marks, or others than before."""
    before = page.evaluate(COUNT)
    start = time.time()
    act()
    return waited_s(page, SHOWN, [wanted, before], start)


def waited_s(page: Page, condition: str, argument: object, start: float) -> float:
    """Seconds from a moment until a condition holds in the page; the clock tells milliseconds."""
    moment = page.wait_for_function(condition, arg=argument).json_value()
    return max(float(moment) / 1000 - start, 0.001)
