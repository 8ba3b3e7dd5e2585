"""How ten ordinary visitors fare while another one brings hostile inputs, one after another."""

import asyncio
import random
import statistics
import time
from dataclasses import dataclass, field

from attack_messages import large_messages, small_messages
from attack_server import Server, crowding
from attack_tables import hostile_pages, many_places, odd_values, slow_cells
from attack_workbooks import far_cells, many_sheets, odd_parts, prefixed
from attacks import FAULTS, Variant
from load_figures import percentile
from load_server import sample
from soak_load import Reader
from visitor import Visitor

VISITORS = 10
INPUTS = 40
ANSWER_S = 1.5
"""What 95 of 100 answers to ordinary visitors may take."""

MORE_MIB = 300
"""What the server and its children may take more meanwhile."""

BACK_S = 60
"""Within that time the memory is as before."""

BACK_MIB = 50
"""So much more than before counts as before."""

INPUT_S = 30
"""An input without an answer for so long is left."""

KINDS = (
    (far_cells, 10),
    (prefixed, 3),
    (odd_parts, 5),
    (many_sheets, 2),
    (slow_cells, 6),
    (many_places, 4),
    (hostile_pages, 3),
    (odd_values, 2),
    (large_messages, 2),
    (small_messages, 3),
)
"""What is brought, and how many of each."""


@dataclass
class Figure:
    """What was measured.

    Attributes:
        answers: Seconds of each answer to an ordinary visitor.
        errors: What went wrong for ordinary visitors, in words.
        brought: How many inputs were brought.
        downs: The inputs after which the server was down.
        crowding: How much slower than alone programs ran meanwhile, in the middle; 1 or more.
        before_mib: Memory of the server with its children before.
        most_mib: The most of it meanwhile.
        back_s: Seconds until it was as before; None where it was not within a minute.
    """

    answers: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    brought: int = 0
    downs: list[str] = field(default_factory=list)
    crowding: float = 1.0
    before_mib: float = 0.0
    most_mib: float = 0.0
    back_s: float | None = None
    after_mib: float = 0.0

    @property
    def answer_s(self) -> float:
        """What 95 of 100 answers did not exceed."""
        return percentile(self.answers, 95) if len(self.answers) > 1 else float("inf")


def faults_of_figure(figure: Figure) -> list[str]:
    """What does not hold, in words."""
    faults = [f"the server was down {len(figure.downs)} times"] if figure.downs else []
    if figure.brought < INPUTS:
        faults.append(f"{figure.brought} of {INPUTS} inputs were brought in time")
    if figure.errors:
        faults.append(f"{len(figure.errors)} errors of ordinary visitors")
    if figure.answer_s > ANSWER_S * figure.crowding:
        faults.append(f"95 % of the answers within {figure.answer_s:.2f} s")
    if figure.most_mib > figure.before_mib + MORE_MIB:
        faults.append(f"{figure.most_mib - figure.before_mib:.0f} MiB more")
    if figure.back_s is None:
        faults.append(f"the memory is not as before within {BACK_S} s")
    return faults


def lines_of(figure: Figure) -> list[str]:
    """The figures, in words."""
    median = statistics.median(figure.answers) if figure.answers else float("nan")
    busy = f"programs took {figure.crowding:.1f} times as long as alone"
    longest = max(figure.answers, default=0)
    tail = f"95 % {figure.answer_s:.2f} s, longest {longest:.2f} s"
    back = (
        f"not back: {figure.after_mib:.0f} MiB"
        if figure.back_s is None
        else f"back after {figure.back_s:.0f} s"
    )
    return [
        f"{VISITORS} visitors while {figure.brought} of {INPUTS} hostile inputs were brought:",
        f"  {len(figure.answers)} answers: 50 % {median:.2f} s, {tail}",
        f"  {len(figure.errors)} errors; {busy}",
        f"  memory {figure.before_mib:.0f} MiB, at most {figure.most_mib:.0f} MiB, {back}",
        f"  server down {len(figure.downs)} times"
        + (f": {', '.join(figure.downs[:8])}" if figure.downs else ""),
    ]


def inputs(dice: random.Random) -> list[Variant]:
    """The inputs, in any order."""
    made = [variant for make, count in KINDS for variant in make(dice, count)[:count]]
    dice.shuffle(made)
    return made[:INPUTS]


async def measure(server: Server, dice: random.Random, rows: int, until: float) -> Figure:
    """Let the visitors come, bring the inputs, leave; what was measured."""
    figure, over = Figure(), asyncio.Event()
    visits = [
        asyncio.create_task(_attend(server, number, rows, figure, over))
        for number in range(VISITORS)
    ]
    await asyncio.sleep(15)
    figure.before_mib = figure.most_mib = _memory(server)
    watch = asyncio.create_task(_watch(server, figure, over))
    figure.answers.clear()
    crowded = []
    for variant in inputs(dice):
        if time.monotonic() > until:
            break
        crowded.append(await asyncio.to_thread(crowding))
        await _bring(server, variant, figure)
    figure.crowding = statistics.median(crowded)
    figure.back_s = await _seconds_until_back(server, figure)
    over.set()
    await asyncio.gather(watch, *visits)
    return figure


async def _bring(server: Server, variant: Variant, figure: Figure) -> None:
    """Bring one input; start the server anew where it is down."""
    try:
        async with asyncio.timeout(INPUT_S):
            await variant.bring(server)
    except FAULTS:
        pass  # what it must end in is the table's business
    figure.brought += 1
    if not server.lives():
        figure.downs.append(variant.name)
        await asyncio.to_thread(server.ensure)


async def _attend(
    server: Server, number: int, rows: int, figure: Figure, over: asyncio.Event
) -> None:
    """Be one ordinary visitor until all is over; come again after an error."""
    dice = random.Random(number)  # noqa: S311  no secret: the same visits every time
    await asyncio.sleep(number / 2)
    while not over.is_set():
        reader = Reader(Visitor(server.address, answer_s=60), dice, rows)
        for rare in ("upload", "export"):
            del reader.acts[rare]
        try:
            async with reader.visitor as visitor:
                figure.answers.append(await visitor.open())
                while not over.is_set():
                    await asyncio.sleep(dice.uniform(1, 3))
                    figure.answers.append((await reader.act())[1])
        except FAULTS as error:
            figure.errors.append(f"{reader.doing}: {type(error).__name__} {str(error)[:60]}")
            await asyncio.sleep(2)


async def _watch(server: Server, figure: Figure, over: asyncio.Event) -> None:
    """Look at the memory again and again."""
    while not over.is_set():
        figure.most_mib = max(figure.most_mib, _memory(server))
        await asyncio.sleep(0.2)


def _memory(server: Server) -> float:
    """The memory of the server with its children in MiB; 0 where it is down."""
    try:
        return sample(server.pid, 0).memory_mib
    except (OSError, KeyError):
        return 0.0


async def _seconds_until_back(server: Server, figure: Figure) -> float | None:
    """How long the memory takes to be as before; None where it takes too long."""
    start = time.monotonic()
    while (seconds := time.monotonic() - start) <= BACK_S:
        figure.after_mib = _memory(server)
        if 0 < figure.after_mib <= figure.before_mib + BACK_MIB:
            return seconds
        await asyncio.sleep(1)
    return None
