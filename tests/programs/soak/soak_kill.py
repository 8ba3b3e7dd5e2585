"""Ends programs at random moments by kill -9, and looks at what they leave.

    make soak ARGS="kill --moments 200"

After each end, the table, the kept answers and the outputs must be the old ones or the new ones,
and the next run must succeed and leave no new file that nobody removes.
"""

import argparse
import multiprocessing
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory

from killed_program import Program
from killed_programs import EXPORTS, PROGRAMS, perform

from dashboard.export.registry import FORMATS

LEFT_BEHIND = (".*.part", ".new-*", ".build")
WRITERS = [each.writer.partition(":")[0] for each in FORMATS if each.name in EXPORTS]
IMPORTED_ONCE = ["killed_programs", "dashboard.cli.exporting", *WRITERS]
CONTEXT = multiprocessing.get_context("forkserver")


class Service(BaseHTTPRequestHandler):
    """Finds every house."""

    def do_GET(self) -> None:
        content = (
            b'[{"osm_id": 1, "lat": "49.98", "lon": "20.48", "addresstype": "village",'
            b' "display_name": "Krzecz\\u00f3w", "address": {"village": "Krzecz\\u00f3w"}}]'
        )
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(OSError):  # who asked was ended
            self.wfile.write(content)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


def start_service() -> str:
    """Start what programs are started from and what they ask; the address of the service."""
    path = [str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, path))  # the fork server has no other
    os.environ["PYTHONWARNINGS"] = "ignore:resource_tracker"  # nobody is left to clean up
    CONTEXT.set_forkserver_preload(IMPORTED_ONCE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def start(name: str, folder: Path) -> ForkServerProcess:
    """Start a program; it begins just now."""
    here, there = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=perform, args=(name, folder, there.send))
    process.start()
    there.close()
    here.recv()
    here.close()
    return process


def end_at(name: str, folder: Path, moment_s: float) -> bool:
    """End a program and all that it started; whether it was still at work."""
    process = start(name, folder)
    process.join(moment_s)
    was_at_work = process.exitcode is None
    with suppress(ProcessLookupError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    process.join()
    return was_at_work


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """At how many moments a program is ended, for how long at most, and the moments' seed."""

    moments: int
    minutes: float
    seed: int


def try_program(name: str, program: Program, folder: Path, effort: Effort) -> Counter[str]:
    """Counts of what became of a program's ends."""
    counts: Counter[str] = Counter()
    chance = random.Random(f"{effort.seed} {name}")  # noqa: S311  # the same moments each time
    for _ in range(2):  # the first time it makes what later runs find
        program.prepare(folder)
        first = start(name, folder)
        begin = time.monotonic()
        first.join()
        whole_s = time.monotonic() - begin
    counts["ms"] = round(1000 * whole_s)
    if first.exitcode or not program.done(folder):
        counts["next failed"] += 1
        print(f"{name}: does not run at all")
        return counts
    end_s = time.monotonic() + effort.minutes * 60
    for moment in range(effort.moments):
        if time.monotonic() > end_s:
            break
        counts["moments"] += 1
        program.prepare(folder)
        at_s = chance.uniform(0, whole_s)
        counts["at work"] += end_at(name, folder, at_s)
        for half in program.halves(folder):
            counts["halves"] += 1
            print(f"{name}, moment {moment}, after {at_s:.3f} s: {half}", flush=True)
        following = start(name, folder)
        following.join()
        if following.exitcode or not program.done(folder) or any(program.halves(folder)):
            counts["next failed"] += 1
            print(f"{name}, moment {moment}, after {at_s:.3f} s: the next run failed")
        left = [path.name for pattern in LEFT_BEHIND for path in folder.rglob(pattern)]
        counts["left"] += len(left)
        if left:
            print(f"{name}, moment {moment}, after {at_s:.3f} s: left {', '.join(left)}")
    return counts


def main() -> int:
    """Try the programs and print a table; 1 where something did not hold."""
    parser = argparse.ArgumentParser(prog="soak kill", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--moments", type=int, default=200, help="at which each is ended")
    parser.add_argument("--minutes", type=float, default=60, help="that a program takes at most")
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    parser.add_argument("programs", nargs="*", help=f"of: {', '.join(PROGRAMS)}; all by default")
    options = parser.parse_args()
    service = start_service()
    columns = ("moments", "at work", "halves", "next failed", "left", "ms")
    table = [("program", *columns)]
    failed = 0
    for name in options.programs or PROGRAMS:
        program = PROGRAMS[name]
        with TemporaryDirectory(prefix="mapa-praktyk-kill-") as folder:
            (Path(folder) / "server").write_text(service, encoding="utf-8")
            effort = Effort(
                moments=max(1, round(options.moments * program.share)),
                minutes=options.minutes,
                seed=options.seed,
            )
            counts = try_program(name, program, Path(folder), effort)
        failed += counts["halves"] + counts["next failed"] + counts["left"]
        table.append((name, *(f"{counts[column]:,}" for column in columns)))
        print("  ".join(cell.rjust(11) for cell in table[-1]), flush=True)
    print()
    for row in table:
        print("  ".join(cell.rjust(11) for cell in row))
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
