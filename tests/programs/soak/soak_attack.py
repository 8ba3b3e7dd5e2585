"""Attacks the dashboard in all ways that are known, in variants that dice choose.

    make soak ARGS="attack [--seed N] [--variants 3] [--minutes 10] [--only A7,D5]"

Starts servers on this machine, with limits, and brings each attack to one of them while another
visitor is there. Prints a table of what each had to end in and what happened; then, how ten
ordinary visitors fared while another one brought forty hostile inputs. Ends with 1 where an attack
broke something, or was not reached in time.
"""

import argparse
import asyncio
import os
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from attack_edits import EDITS
from attack_figure import faults_of_figure, lines_of, measure
from attack_logins import LOGINS, options_of, provider, write_settings
from attack_messages import MESSAGES
from attack_programs import PROGRAMS
from attack_server import Seen, Server, crowding
from attack_services import SERVICES
from attack_sockets import SOCKETS, SOFT_LIMIT
from attack_stores import STORES
from attack_tables import TABLES
from attack_workbooks import WORKBOOKS
from attacks import FAULTS, Attack, Bounds, Outcome, Variant, brought, run_alone
from load_server import sample

from dashboard.practices import load_practices, save_practices
from dashboard.practices.demo import make_demo
from dashboard.store import open_store, shipped_table

ATTACKS = [*WORKBOOKS, *TABLES, *MESSAGES, *SOCKETS, *EDITS, *LOGINS, *PROGRAMS, *STORES, *SERVICES]
ORDER = ("open", "few files", "edit", "login", "")
"""The servers, in the order in which they are attacked; the last is none."""

ROWS = 500
FIGURE = "figure"
"""What `--only` calls the figure of ordinary visitors."""

FIGURE_S = 240
"""Of the time, what is left for the figure of ordinary visitors."""

MAX_IDLE_MIB = 1_200
"""A server that holds more between two attacks is started anew."""

COLUMNS = (8, 42, 8, 52, 60, 7, 8, 12)
HEADINGS = ("", "attack", "variants", "must end in", "what happened", "seconds", "MiB more", "")


@contextmanager
def server_named(name: str, folder: Path) -> Iterator[Server]:
    """A server of one of the kinds in `ORDER`."""
    data = folder / "data"
    data.mkdir(parents=True)
    if name in {"edit", "login"}:  # a table file is only read
        table = data / "practices.sqlite"
        open_store(str(table)).save(load_practices(shipped_table()))
    else:
        table = data / "practices.csv"
        save_practices(make_demo(ROWS, seed=1), table)
    if name == "login":
        with (
            provider() as address,
            Server(
                folder,
                table,
                options_of(folder),
                prepare=lambda own: write_settings(folder, own, address),
            ) as server,
        ):
            yield server
        return
    options = ["--edit"] if name == "edit" else []
    with Server(
        folder, table, options, files=SOFT_LIMIT if name == "few files" else None
    ) as server:
        yield server


def bring(server: Server, variant: Variant, bounds: Bounds) -> Seen:
    """Bring a variant to a server that answers; what was seen."""
    try:
        if sample(server.pid, 0).memory_mib > MAX_IDLE_MIB:
            server.end()
    except (OSError, KeyError):
        pass  # it is down
    server.ensure()
    try:
        seen = asyncio.run(brought(server, variant, bounds))
    except FAULTS as error:
        seen = Seen(others=f"{type(error).__name__} {str(error)[:80]}")
    if seen.seconds > bounds.seconds * seen.crowding or seen.health_s > bounds.seconds:
        server.end()  # what it is still busy with is no fault of the next variant
    return seen


async def bring_alone(variants: Sequence[Variant], bounds: Bounds) -> list[Seen]:
    """Bring variants that need no server, two at a time."""
    seen: list[Seen] = []
    for at in range(0, len(variants), 2):
        pair = (run_alone(each, bounds) for each in variants[at : at + 2])
        seen += await asyncio.gather(*pair)
    return seen


def attack_all(options: argparse.Namespace, folder: Path, until: float) -> list[Outcome]:
    """Bring all attacks that are asked for, server by server."""
    words = options.only.split(",")
    chosen = [each for each in ATTACKS if any(word in f"{each.mark} {each.name}" for word in words)]
    chosen.sort(key=lambda each: ORDER.index(each.server))
    outcomes = []
    for name, attacks in groupby(chosen, key=lambda each: each.server):
        if not name:
            outcomes += [_without_server(each, options, until) for each in attacks]
            continue
        with server_named(name, folder / name.replace(" ", "-")) as server:
            outcomes += [_on_server(each, server, options, until) for each in attacks]
    return outcomes


def variants_of(attack: Attack, options: argparse.Namespace) -> list[Variant]:
    """The variants of an attack: of its own dice, so that others do not change them."""
    dice = random.Random(f"{options.seed} {attack.name}")  # noqa: S311  no secret
    return attack.make(dice, options.variants)


def _on_server(
    attack: Attack, server: Server, options: argparse.Namespace, until: float
) -> Outcome:
    outcome = Outcome(attack)
    for variant in variants_of(attack, options):
        if time.monotonic() > until:
            outcome.left_out += 1
        else:
            outcome.seen.append((variant.name, bring(server, variant, attack.bounds)))
    print(f"  {outcome.verdict:<12} {attack.mark} {attack.name}", file=sys.stderr, flush=True)
    return outcome


def _without_server(attack: Attack, options: argparse.Namespace, until: float) -> Outcome:
    outcome = Outcome(attack)
    variants = variants_of(attack, options)
    if time.monotonic() > until:
        outcome.left_out = len(variants)
    else:
        seen = asyncio.run(bring_alone(variants, attack.bounds))
        names = [each.name for each in variants]
        outcome.seen += zip(names, seen, strict=True)
    print(f"  {outcome.verdict:<12} {attack.mark} {attack.name}", file=sys.stderr, flush=True)
    return outcome


def row_of(outcome: Outcome) -> tuple[str, ...]:
    """An attack's row of the table."""
    attack, seen = outcome.attack, [each for _, each in outcome.seen]
    happened = "as it must"
    if outcome.faults:
        name, faults = next(iter(outcome.faults.items()))
        happened = f"{name}: {'; '.join(faults)}"
    elif not seen:
        happened = "not brought: the time was over"
    left_out = f"+{outcome.left_out}" if outcome.left_out else ""
    return (
        attack.mark,
        attack.name,
        f"{len(seen)}{left_out}",
        attack.must,
        happened,
        f"{max((each.seconds for each in seen), default=0):.1f}",
        f"{max((each.memory_mib for each in seen), default=0):.0f}" if attack.server else "",
        outcome.verdict,
    )


def print_table(outcomes: Sequence[Outcome]) -> None:
    """Print the table, and below it what each broken variant ended in."""
    for row in (HEADINGS, *map(row_of, outcomes)):
        cells = (cell[:width].ljust(width) for cell, width in zip(row, COLUMNS, strict=True))
        print("  ".join(cells).rstrip())
    print()
    for outcome in outcomes:
        for name, faults in outcome.faults.items():
            print(
                f"broken: {outcome.attack.mark} {outcome.attack.name}: {name}: {'; '.join(faults)}"
            )


def measured(options: argparse.Namespace, folder: Path, until: float) -> list[str]:
    """Measure the figure of ordinary visitors; what does not hold."""
    with server_named("open", folder / "figure") as server:
        dice = random.Random(options.seed)  # noqa: S311  no secret
        figure = asyncio.run(measure(server, dice, ROWS, until))
    print("\n".join(["", *lines_of(figure), *(f"    {each}" for each in figure.errors[:5])]))
    return faults_of_figure(figure)


def crowded() -> str:
    """How busy the machine is, in words; the bounds of times are longer by that factor."""
    return f"load {os.getloadavg()[0]:.1f}, a program takes {crowding():.1f} times as long as alone"


def main(arguments: list[str]) -> int:
    """Attack, print what happened; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--variants", type=int, default=3, help="of each attack, about")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument(
        "--only", default="", help="attacks whose mark and name hold one of these, as A7,D5,figure"
    )
    options = parser.parse_args(arguments)
    _, most_files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))
    print(f"seed {options.seed}, {crowded()}", flush=True)
    start = time.monotonic()
    end = start + 60 * options.minutes
    with TemporaryDirectory(prefix="attack-") as folder:
        is_measured = not options.only or FIGURE in options.only
        outcomes = attack_all(options, Path(folder), end - (FIGURE_S if is_measured else 0))
        print_table(outcomes)
        faults = measured(options, Path(folder), end - 70) if is_measured else []
    for fault in faults:
        print(f"does not hold: {fault}")
    broken = [each for each in outcomes if each.verdict != "held"]
    print(f"{len(outcomes) - len(broken)} of {len(outcomes)} attacks held,", end=" ")
    print(f"{time.monotonic() - start:.0f} s, {crowded()}")
    return 1 if broken or faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
