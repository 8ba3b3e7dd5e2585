"""Many visitors at once, for a while: how soon they are answered, and what the server loses.

    python tests/programs/soak/soak_load.py [--visitors 25] [--minutes 30] [--rows 500] [--pause 5]

Each visitor does something every few seconds, like a person: filters, searches, opens a practice,
changes the page, now and then brings a table or takes a file away, and after some minutes leaves
and comes back as another. All come once for a tenth of the time (a minute at least), leave, come
for the whole of it, and leave: what is open then and was not after the first time is left of the
visits.

Ends with 1 where an answer was an error, where one in twenty answers took longer than it may, where
memory grew although the visitors did not, or where files or threads are left of them.
"""

import argparse
import asyncio
import json
import os
import random
import re
import sys
import time
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryDirectory

from load_figures import Findings, faults_of
from load_server import ended, sample, served
from visitor import ANSWER_S, VisitError, Visitor
from websockets.exceptions import WebSocketException

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
SAMPLE_S = 5
VISIT_S = (120, 300)
FIRST_MINUTES = 1
FORGOTTEN_S = 130
"""A server forgets a visitor within that time after the leaving."""

FACETS = ("filter-woj", "filter-dzial", "filter-typ", "filter-rok", "filter-powiat")
WORDS = ("szkoła", "kultura", "bilet", "energia", "droga", "senior", "zieleń", "")
PAGES = ("", "pokrycie", "analiza", "jakosc", "wybrane", "o-danych")
FILES = ("csv", "xlsx", "geojson", "png", "cards")
TABLE = "Nazwa praktyki;Miejscowość;Kod pocztowy;Rodzaj jednostki;Data wdrożenia\n" + "".join(
    f"Moja praktyka {number};Bochnia;32-700;gmina miejska;20{number % 25:02d}-05-01\n"
    for number in range(60)
)


class Reader:
    """What one person does in one visit; `doing` names it."""

    def __init__(self, visitor: Visitor, dice: random.Random, rows: int) -> None:
        self.visitor, self.dice, self.rows = visitor, dice, rows
        self.doing = "open"
        self.taken: set[str] = set()
        self.acts = {
            "filter": (50, self.choose),
            "search": (10, self.search),
            "reset": (8, self.reset),
            "click": (12, self.click),
            "page": (12, self.turn),
            "upload": (2, self.upload),
            "export": (4, self.export),
        }

    async def act(self) -> tuple[str, float]:
        """Do something; what it was, and the seconds until the page was as it says."""
        names = list(self.acts)
        self.doing = self.dice.choices(names, [self.acts[each][0] for each in names])[0]
        return self.doing, await self.acts[self.doing][1]()

    async def choose(self) -> float:
        key = self.dice.choice(FACETS)
        options = list(self.visitor.elements[key][0].multiselect.options)
        if not options:
            return await self.reset()
        return await self.visitor.choose(key, [self.dice.choice(options)])

    async def search(self) -> float:
        return await self.visitor.write("filter-szukaj", self.dice.choice(WORDS))

    async def reset(self) -> float:
        return await self.visitor.press("reset")

    async def click(self) -> float:
        """Open a practice on the map, which may first have to be opened itself."""
        if "map" not in self.visitor.elements:
            await self.visitor.open("")
        clicked = {"properties": {"practice": self.dice.randint(1, self.rows)}}
        value = json.dumps({"last_active_drawing": clicked})
        return await self.visitor.put("map", json_value=value)

    async def turn(self) -> float:
        return await self.visitor.open(self.dice.choice(PAGES))

    async def upload(self) -> float:
        """Bring a table, look at it on the map, and forget it."""
        start = time.perf_counter()
        await self.visitor.open("dodaj")
        await self.visitor.upload("add-files", "praktyki.csv", TABLE.encode())
        await self.visitor.press("add-read")
        if "wlasne" not in self.visitor.query:
            raise VisitError("a table that was brought is not shown")
        await self.visitor.open("")
        await self.visitor.open("dodaj")
        await self.visitor.press("add-forget")
        await self.visitor.open("")
        return time.perf_counter() - start

    async def export(self) -> float:
        """Take a file away as the page does it: ask, wait, fetch, say that it is there."""
        start = time.perf_counter()
        wanted = self.dice.choice(FILES)
        if not self._is_offered(wanted):
            return await self.reset()
        await self.visitor.click("pobierz-formaty", "taken", [wanted, False])
        async with asyncio.timeout(ANSWER_S):
            while not (ready := self._ready()):
                await asyncio.sleep(0.5)
                await self.visitor.click("tray", "beat", value=True)
        for key in ready:
            await self._take(key)
        return time.perf_counter() - start

    def _is_offered(self, name: str) -> bool:
        """Whether the page has a button for that format; it has none where nothing is shown."""
        formats = self.visitor.elements.get("pobierz-formaty")
        if formats is None:
            return False
        groups = json.loads(formats[0].bidi_component.json)["groups"]
        return any(name == each["name"] for group in groups for each in group["formats"])

    def _ready(self) -> list[str]:
        """The files to be taken; one that was taken stays until the next is asked for."""
        files = (key for key in self.visitor.elements if key.startswith("file-"))
        return [key for key in files if key not in self.taken]

    async def _take(self, key: str) -> None:
        self.taken.add(key)
        button = self.visitor.elements[key][0].download_button
        if not await self.visitor.fetch(button.url):
            raise VisitError(f"{button.label} is empty")
        await self.visitor.click("tray", "saved", int(key.removeprefix("file-")))


async def attend(address: str, number: int, options: argparse.Namespace, seen: Findings) -> None:
    """Visit again and again until the time is over."""
    dice = random.Random(number)  # noqa: S311  no secret: the same visits every time
    await asyncio.sleep(options.pause * number / options.visitors)
    while time.monotonic() < options.until:
        leaves = time.monotonic() + dice.uniform(*VISIT_S)
        reader = Reader(Visitor(address), dice, options.rows)
        try:
            async with reader.visitor as visitor:
                seen.answers[reader.doing].append(await visitor.open())
                while time.monotonic() < min(leaves, options.until):
                    await asyncio.sleep(dice.uniform(0.5, 1.5) * options.pause)
                    doing, seconds = await reader.act()
                    seen.answers[doing].append(seconds)
        except (VisitError, WebSocketException, OSError, TimeoutError, KeyError) as error:
            seen.errors.append(f"{reader.doing}: {type(error).__name__} {str(error)[:80]}")
            await asyncio.sleep(options.pause)


async def watch(process: int, since: float, until: float, seen: Findings) -> None:
    """Look at the server again and again."""
    while time.monotonic() < until:
        seen.samples.append(sample(process, since))
        await asyncio.sleep(SAMPLE_S)


async def visit(
    address: str, process: int, options: argparse.Namespace, minutes: float, seen: Findings
) -> None:
    """Let the visitors come for a while, leave, and be forgotten."""
    since = time.monotonic()
    options.until = since + 60 * minutes
    seen.samples.clear()
    visits = [attend(address, number, options, seen) for number in range(options.visitors)]
    await asyncio.gather(watch(process, since, options.until, seen), *visits)
    await asyncio.sleep(FORGOTTEN_S)
    seen.quiet.append(sample(process, since))


async def visit_twice(address: str, process: int, options: argparse.Namespace) -> Findings:
    """Let the visitors come for a tenth of the time, then for all of it; what was seen."""
    seen = Findings()
    first = max(options.minutes / 10, FIRST_MINUTES)
    await visit(address, process, options, first, seen)
    await visit(address, process, options, options.minutes, seen)
    return seen


def run(options: argparse.Namespace, folder: Path) -> list[str]:
    """Serve, let the visitors come, end; what does not hold."""
    with served(folder, options.rows) as (address, process):
        seen = asyncio.run(visit_twice(address, process.pid, options))
        faults = [*faults_of(seen), *faults_of_end(process)]
    logged = COLOUR.sub("", (folder / "log").read_text(errors="replace")).splitlines()[1:]
    for line in [*seen.errors[:20], *logged[-40:]]:
        print(f"    {line}")
    if options.log:
        options.log.write_text("\n".join(logged))
    return [*faults, f"{len(logged)} lines in the server's log"] if logged else faults


def faults_of_end(process: Popen[bytes]) -> list[str]:
    """What is wrong with how a server ends."""
    if process.poll() is not None:
        return ["the server ended by itself"]
    seconds = ended(process)
    if seconds is None:
        return ["the server does not end when it is asked to"]
    print(f"    ending  {seconds:.1f} s")
    return []


def main(arguments: list[str]) -> int:
    """Run it, print the figures; 1 where one does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=25)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--pause", type=float, default=5, help="seconds between two things done")
    parser.add_argument("--log", type=Path, help="where to keep what the server logged")
    options = parser.parse_args(arguments)
    print(f"{options.visitors} visitors, {options.rows} practices, {options.minutes:g} minutes")
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with TemporaryDirectory() as folder:
        faults = run(options, Path(folder))
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")
    for fault in faults:
        print(f"does not hold: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
