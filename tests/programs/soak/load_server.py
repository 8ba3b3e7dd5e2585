"""The server that the visitors of a long run visit, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import socket

from load_figures import Sample

from dashboard.practices import save_practices
from dashboard.practices.demo import make_demo
from dashboard.variables import CACHE_VARIABLE, DATA_VARIABLE

START_S = 600
END_S = 60


@contextmanager
def served(folder: Path, rows: int) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of so many made-up practices: its address, its process; its log is in the folder."""
    save_practices(make_demo(rows, seed=1), folder / "practices.csv")
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        DATA_VARIABLE: str(folder / "practices.csv"),
        CACHE_VARIABLE: str(folder / "disk_cache"),
    }
    program = [sys.executable, "-m", "dashboard", "--no-browser", "--port", str(port)]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(program, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, process)
            yield address, process
        finally:
            process.kill()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health"):  # noqa: S310  http, ours
                return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise RuntimeError("the server does not answer")


def sample(server: int, since: float) -> Sample:
    """The server at this moment, with the programs that it started."""
    memory = 0.0
    for process in [server, *children(server)]:
        # What programs share, as their libraries, counts once.
        shares = _told(f"/proc/{process}/smaps_rollup")
        memory += float(shares.get("Pss", "0 kB").split()[0]) / 1024
    return Sample(
        at_s=time.monotonic() - since,
        memory_mib=memory,
        files=sum(1 for _ in Path(f"/proc/{server}/fd").iterdir()),
        threads=int(_told(f"/proc/{server}/status")["Threads"]),
    )


def children(process: int) -> list[int]:
    """The programs that a process started, in whichever of its threads."""
    told = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        with suppress(OSError):  # it has ended meanwhile
            told += (thread / "children").read_text().split()
    return [int(each) for each in told]


def _told(path: str) -> dict[str, str]:
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:  # it has ended meanwhile
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def ended(process: subprocess.Popen[bytes]) -> float | None:
    """Ask a server to end; the seconds that it took, None where it took too long."""
    start = time.monotonic()
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(END_S)
    except subprocess.TimeoutExpired:
        return None
    return time.monotonic() - start
