"""Runs our programs within limits, and says how they ended."""

import asyncio
import csv
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from attack_server import ADDRESS_SPACE, TRACE, limit
from load_server import children

TIMEOUT_S = 60.0
"""A program that runs longer is ended."""

MAX_MIB = 900
"""A program with a small table takes some 300."""

LOOKS_EVERY_S = 0.02
"""So often a program's memory is looked at."""

DASHBOARD = (sys.executable, "-m", "dashboard")
GEOCODING = (sys.executable, "-m", "geocoding")


@dataclass(frozen=True)
class Ran:
    """How a program ended: its code, what it said, its most memory in MiB."""

    code: int
    said: str
    memory_mib: float

    @property
    def fault(self) -> str:
        """What is wrong with any end, in words; empty where nothing is."""
        if self.code < 0:
            return f"ended by signal {-self.code} ({self.memory_mib:.0f} MiB)"
        if TRACE.search(self.said):
            return "ends in a stack of calls: " + self.said.strip().splitlines()[-1][:80]
        return f"took {self.memory_mib:.0f} MiB" if self.memory_mib > MAX_MIB else ""


def run(command: Sequence[str], **settings: str) -> Ran:
    """Run a program to its end, or end it after `TIMEOUT_S`."""
    process = subprocess.Popen(
        command,
        env=os.environ | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    limit(process.pid, resource.RLIMIT_AS, ADDRESS_SPACE // 2)
    timer = threading.Timer(TIMEOUT_S, process.kill)
    timer.start()
    over, most_kib = threading.Event(), [0]
    watching = threading.Thread(target=_weigh, args=(process.pid, over, most_kib))
    watching.start()
    said = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    over.set()
    watching.join()
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if usage.ru_maxrss > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
        most_kib.append(usage.ru_maxrss)
    return Ran(process.returncode, said, max(most_kib) / 1024)


def _weigh(process: int, over: threading.Event, most_kib: list[int]) -> None:
    """Look at the most memory of a program, or of one that it starts, again and again.

    What the system says at the end (`ru_maxrss`) counts the memory of this process too, out of
    which the program was started, so it says something only where it is more than that.
    """
    while not over.is_set():
        with suppress(OSError):  # it has ended meanwhile
            for each in (process, *children(process)):
                lines = Path(f"/proc/{each}/status").read_text().splitlines()
                most_kib += [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
        most_kib[:] = [max(most_kib)]
        over.wait(LOOKS_EVERY_S)


def within(work: Callable[[Path], str]) -> Callable[[object], Awaitable[str]]:
    """Do something in a folder of its own."""

    async def bring(_server: object) -> str:
        with TemporaryDirectory(prefix="attack-") as folder:
            return await asyncio.to_thread(work, Path(folder))

    return bring


def table_of(folder: Path, *rows: dict[str, str]) -> Path:
    """A table of some practices."""
    path = folder / "t.csv"
    columns = list(
        dict.fromkeys(["art", "section", "title", *(name for row in rows for name in row)])
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        for number, row in enumerate(rows, 1):
            writer.writerow({"art": number, "section": "Kultura", "title": "T", **row})
    return path


def export(folder: Path, table: Path, kind: str = "csv", **settings: str) -> Ran:
    """Export a table."""
    command = [*DASHBOARD, "export", "--format", kind, "--data", str(table), "--force"]
    prepared = {"MAPA_PRAKTYK_PREPARED": str(folder / "prepared"), **settings}
    return run([*command, "--output", str(folder / f"out.{kind}")], **prepared)
