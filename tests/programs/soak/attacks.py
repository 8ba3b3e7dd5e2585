"""What an attack is, how it is brought, and what must hold afterwards."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from attack_server import Seen, Server, Watch, crowding
from visitor import VisitError, Visitor
from websockets.exceptions import WebSocketException

FAULTS = (VisitError, WebSocketException, OSError, TimeoutError, KeyError, EOFError)
"""What talking to a server that is under attack may end in."""

OTHERS_PAUSE_S = 0.5
UNREADABLE = "Nie można pokazać danych"
"""What a page says instead of what it should show."""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What must hold during one variant, whatever it ends in.

    Times are of a machine that has nothing else to do; on a crowded one they are longer.

    Attributes:
        seconds: Until it has its answer, or its refusal.
        wait_s: The longest that the server may keep another one waiting.
        memory_mib: What it may take more.
        log_mib: What it may log.
        traces: How many stacks of calls it may log.
    """

    seconds: float = 20.0
    wait_s: float = 5.0
    memory_mib: float = 300.0
    log_mib: float = 0.1
    traces: int = 0


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One form of an attack.

    Attributes:
        name: A few words for the table.
        bring: Brings it; gives in words what is not as it must be, nothing where all is.
        restarts: Whether it starts the server anew, which others may notice.
    """

    name: str
    bring: Callable[[Server], Awaitable[str]]
    restarts: bool = False


@dataclass(frozen=True, kw_only=True)
class Attack:
    """A kind of attack.

    Attributes:
        mark: Its section and number.
        name: What is brought.
        must: What it must end in, in words.
        server: Name of the server that it is brought to; empty where it needs none.
        make: Gives so many variants, of dice.
        bounds: What must hold.
    """

    mark: str
    name: str
    must: str
    server: str
    make: Callable[[random.Random, int], list[Variant]]
    bounds: Bounds = field(default_factory=Bounds)


@dataclass
class Outcome:
    """What an attack ended in: what was seen of each variant that was brought."""

    attack: Attack
    seen: list[tuple[str, Seen]] = field(default_factory=list)
    left_out: int = 0

    @property
    def faults(self) -> dict[str, list[str]]:
        """What does not hold, by the variant's name."""
        judged = {name: faults_of(seen, self.attack.bounds) for name, seen in self.seen}
        return {name: faults for name, faults in judged.items() if faults}

    @property
    def verdict(self) -> str:
        """The last column of the table."""
        if self.faults:
            return f"BROKEN {len(self.faults)}"
        return "held" if self.seen and not self.left_out else "NOT REACHED"


def faults_of(seen: Seen, bounds: Bounds) -> list[str]:
    """What does not hold, in words."""
    if not seen.lives:
        return [f"the server is down after {seen.seconds:.0f} s, {seen.memory_mib:.0f} MiB more"]
    wait_s = bounds.wait_s * seen.crowding
    judged = {
        seen.wrong: bool(seen.wrong),
        f"took {seen.seconds:.1f} s": seen.seconds > bounds.seconds * seen.crowding,
        f"no answer for {seen.health_s:.1f} s": seen.health_s > wait_s,
        f"another visitor: {seen.others}": bool(seen.others),
        f"another visitor waited {seen.others_s:.1f} s": seen.others_s > wait_s,
        f"{seen.memory_mib:.0f} MiB more": seen.memory_mib > bounds.memory_mib,
        f"logged {seen.log_mib:.1f} MiB": seen.log_mib > bounds.log_mib,
        f"{seen.traces} stacks of calls logged": seen.traces > bounds.traces,
    }
    return [words for words, is_broken in judged.items() if is_broken]


async def run_alone(variant: Variant, bounds: Bounds) -> Seen:
    """Bring a variant that needs no server; what was seen."""
    crowded, start = crowding(), time.monotonic()
    wrong = await _bring(None, variant, 2 * bounds.seconds + 60)
    seconds = time.monotonic() - start
    return Seen(seconds=seconds, wrong=wrong, crowding=(crowded + crowding()) / 2)


async def brought(server: Server, variant: Variant, bounds: Bounds) -> Seen:
    """Bring a variant while another visitor is there; what was seen."""
    crowded = crowding()
    most_s = 2 * bounds.seconds * crowded
    over = asyncio.Event()
    async with Visitor(server.address, answer_s=most_s) as other:
        await other.open()
        with Watch(server, most_wait_s=most_s) as watch:
            visiting = asyncio.create_task(_click(other, watch.seen, over))
            start = time.monotonic()
            watch.seen.wrong = await _bring(server, variant, most_s)
            watch.seen.seconds = time.monotonic() - start
            over.set()
            await visiting
    watch.seen.crowding = (crowded + crowding()) / 2
    if variant.restarts and server.lives():
        watch.seen.lives, watch.seen.others = True, ""
    return watch.seen


async def _bring(server: Server | None, variant: Variant, most_s: float) -> str:
    """Bring it; what is wrong with what it ends in."""
    try:
        async with asyncio.timeout(most_s):
            return await variant.bring(server)
    except Exception as error:  # noqa: BLE001  one attack must not keep the others from being brought
        return f"{type(error).__name__} {str(error)[:160]}".strip()


async def _click(visitor: Visitor, seen: Seen, over: asyncio.Event) -> None:
    """Filter again and again, like a person; how long it took goes to what was seen."""
    options = list(visitor.elements["filter-woj"][0].multiselect.options)
    try:
        while not over.is_set():
            for chosen in ([each] for each in options[:1]):
                seen.others_s = max(seen.others_s, await visitor.choose("filter-woj", chosen))
            seen.others_s = max(seen.others_s, await visitor.choose("filter-woj", []))
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), OTHERS_PAUSE_S)
    except FAULTS as error:
        seen.others = f"{type(error).__name__} {str(error)[:80]}".strip()


def said(visitor: Visitor) -> str:
    """What a page says, but for its styles."""
    return "\n".join(each for each in visitor.words if not each.startswith("<style"))


def refusal(visitor: Visitor, name: str) -> str:
    """The words by which a page refuses a file; empty where it does not."""
    found = [
        each for each in visitor.words if 'role="alert"' in each and "mp-not-taken" not in each
    ]
    return next((each for each in found if name in each), "")


async def add(
    server: Server, name: str, content: bytes, *, answer_s: float = 90.0
) -> tuple[str, str]:
    """Bring a file to 'Dodaj dane' and have it read: the refusal, if any, and the page's words."""
    async with Visitor(server.address, answer_s=answer_s) as visitor:
        await visitor.open("dodaj")
        await visitor.upload("add-files", name, content)
        if "add-read" in visitor.elements and not refusal(visitor, name):
            await visitor.press("add-read")
        return refusal(visitor, name), said(visitor)


def answered_or_refused(name: str, content: bytes) -> Callable[[Server], Awaitable[str]]:
    """Bring a file that must be refused by its name, or be read."""

    async def bring(server: Server) -> str:
        refused, page = await add(server, name, content)
        if UNREADABLE in page:
            return f"the page says {UNREADABLE!r}"
        is_read = "Wynik wczytania" in page
        return "" if refused or is_read else "neither refused by name nor read"

    return bring


def refused(name: str, content: bytes) -> Callable[[Server], Awaitable[str]]:
    """Bring a file that must be refused by its name."""

    async def bring(server: Server) -> str:
        words, _ = await add(server, name, content)
        return "" if words else "not refused by name"

    return bring
