"""Runs our programs within limits, and says how they ended."""

import asyncio
import csv
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from attack_server import ADDRESS_SPACE, TRACE, limit

PATIENCE_S = 60.0
"""A program that runs longer is ended."""

MOST_MIB = 900
"""A program with a small table takes some 300."""

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
        return f"took {self.memory_mib:.0f} MiB" if self.memory_mib > MOST_MIB else ""


def run(command: Sequence[str], **settings: str) -> Ran:
    """Run a program to its end, or end it after `PATIENCE_S`."""
    process = subprocess.Popen(
        command,
        env=os.environ | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    limit(process.pid, resource.RLIMIT_AS, ADDRESS_SPACE // 2)
    timer = threading.Timer(PATIENCE_S, process.kill)
    timer.start()
    said = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(process.returncode, said, usage.ru_maxrss / 1024)


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
