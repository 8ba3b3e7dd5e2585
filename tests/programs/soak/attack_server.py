"""The server under attack: its limits, its log, its memory, and whether it still answers.

A server that dies is started again for the next attack. One that takes more memory than
`MAX_MIB` is ended before it harms the machine, which counts as dead.
"""

import os
import re
import resource
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from types import TracebackType
from typing import Self

from load_server import sample, wait_for

ADDRESS_SPACE = 10 * 2**30
"""Bytes that the server may ask for (RLIMIT_AS): beyond them an allocation fails."""

MAX_MIB = 5000
"""Memory at which the server is ended, with the programs that it started."""

LOOKS_EVERY_S = 0.1
BUSY_S = 0.2
MAX_CROWDING = 4.0
"""A machine that is busier than that is no place for a measurement."""
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
TRACE = re.compile(r"Traceback \(most recent call last\)|Exception in ASGI|memory allocation of")


@dataclass
class Seen:
    """How the server was during one attack.

    Attributes:
        lives: Whether it is the same process afterwards, and answers.
        seconds: How long the attack took.
        health_s: The longest wait for an answer to 'are you there'.
        others_s: The longest wait of the other visitor.
        others: What went wrong for that visitor, in words; empty where nothing did.
        memory_mib: How much more memory it took at most.
        log_mib: How much it logged.
        traces: How many stacks of calls it logged.
        crowding: How much slower than alone a program runs on this machine, 1 or more.
        wrong: What else is not as it must be, in words.
    """

    lives: bool = True
    seconds: float = 0.0
    health_s: float = 0.0
    others_s: float = 0.0
    others: str = ""
    memory_mib: float = 0.0
    log_mib: float = 0.0
    traces: int = 0
    crowding: float = 1.0
    wrong: str = ""


class Server:
    """A dashboard on a port of its own, from `with` to its end.

    Attributes:
        address: 'http://127.0.0.1:PORT', the same after a new start.
        folder: Where its practices and its log are.
        table: Its table file, or its store.
    """

    def __init__(
        self,
        folder: Path,
        table: Path,
        options: Sequence[str] = (),
        *,
        files: int | None = None,
        prepare: Callable[[str], None] | None = None,
    ) -> None:
        """Describe a server.

        Args:
            folder: For its log and what it prepares.
            table: The table file or the store that it shows.
            options: Of the command, further ones.
            files: Open files that it may have at first (the soft limit); None for the usual.
            prepare: Called with the address before the first start.
        """
        with socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.folder, self.table = folder, table
        self._options, self._files = options, files
        self._process: subprocess.Popen[bytes] | None = None
        if prepare:
            prepare(self.address)

    def __enter__(self) -> Self:
        """Start it."""
        self.ensure()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self.end()

    @property
    def pid(self) -> int:
        """The number of its process; 0 where there is none."""
        return self._process.pid if self._process else 0

    @property
    def log(self) -> Path:
        """What it logged since the first start."""
        return self.folder / "log"

    def lives(self) -> bool:
        """Whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def ensure(self) -> None:
        """Start it, unless it is there and answers."""
        if self.lives() and answers(self.address, 10):
            return
        self.end()
        environment = os.environ | {
            "MAPA_PRAKTYK_PREPARED": str(self.folder / "prepared"),
            "MAPA_PRAKTYK_DATA": str(self.table),
        }
        program = [sys.executable, "-m", "dashboard", "--no-browser", "--port", str(self._port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*program, *self._options], env=environment, stdout=log, stderr=log
            )
        limit(self._process.pid, resource.RLIMIT_AS, ADDRESS_SPACE)
        if self._files:
            limit(self._process.pid, resource.RLIMIT_NOFILE, self._files)
        wait_for(self.address, self._process)

    def end(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def logged(self, since: int) -> str:
        """What it logged since the file had that size."""
        with self.log.open("rb") as file:
            file.seek(since)
            return COLOUR.sub("", file.read(10 * 2**20).decode(errors="replace"))


def limit(process: int, kind: int, most: int) -> None:
    """Set a soft limit of a process that runs."""
    _, hard = resource.prlimit(process, kind)
    resource.prlimit(process, kind, (most, hard))


def crowding() -> float:
    """How much slower than alone a program runs on this machine at the moment, 1 to 4."""
    start, began = time.perf_counter(), time.thread_time()
    while time.thread_time() - began < BUSY_S:
        pass
    slower = (time.perf_counter() - start) / (time.thread_time() - began)
    return min(max(1.0, slower), MAX_CROWDING)


def answers(address: str, timeout_s: float) -> bool:
    """Whether a server answers in time."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=timeout_s):  # noqa: S310  http, ours
            return True
    except (urllib.error.URLError, OSError):
        return False


class Watch:
    """Looks at a server from `with` to its end; what it saw is in `seen`."""

    def __init__(self, server: Server, *, most_wait_s: float = 60.0) -> None:
        """Watch a server, and wait for each answer as long as that."""
        self._server, self._most_wait_s = server, most_wait_s
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=each, daemon=True) for each in (self._ask, self._weigh)
        ]
        self.seen = Seen()

    def __enter__(self) -> Self:
        """Begin to look."""
        self._pid, self._log_bytes = self._server.pid, self._server.log.stat().st_size
        self._before_mib = sample(self._pid, 0).memory_mib
        for each in self._threads:
            each.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look once more."""
        self._over.set()
        for each in self._threads:
            each.join()
        server, seen = self._server, self.seen
        seen.lives = server.lives() and server.pid == self._pid and answers(server.address, 10)
        seen.log_mib = (server.log.stat().st_size - self._log_bytes) / 2**20
        seen.traces = len(TRACE.findall(server.logged(self._log_bytes)))

    def _ask(self) -> None:
        """Ask again and again whether it is there."""
        while not self._over.is_set() and self._server.lives():
            start = time.monotonic()
            answered = answers(self._server.address, self._most_wait_s)
            waited = time.monotonic() - start
            if answered or waited > 1:
                self.seen.health_s = max(self.seen.health_s, waited)
            self._over.wait(LOOKS_EVERY_S)

    def _weigh(self) -> None:
        """Look at its memory again and again."""
        while not self._over.is_set() and self._server.lives():
            try:
                memory_mib = sample(self._pid, 0).memory_mib
            except (OSError, KeyError):  # it has ended meanwhile
                return
            self.seen.memory_mib = max(self.seen.memory_mib, memory_mib - self._before_mib)
            if memory_mib > MAX_MIB:
                self._server.end()
            self._over.wait(LOOKS_EVERY_S)
