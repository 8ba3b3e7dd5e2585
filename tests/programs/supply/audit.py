"""Looks for known vulnerabilities of the locked packages: `make audit`, and in `make check`.

    python tests/programs/supply/audit.py [--ask] [--service ADDRESS]

pip-audit does the audit. Without --ask it asks a server on this machine, which answers from the
advisories kept in .locks/advisories.json, so that it works in a closed network; the day of these
is told, and a warning where they are old or do not cover a package. With --ask the service is
asked first, and what it knows of each package is kept in that file.
"""

import argparse
import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from advisories import Advisories, ask, load, save
from packaging.utils import canonicalize_name
from requests import RequestException

LOCKS = Path(__file__).parents[3] / ".locks"
SERVICE = "https://api.osv.dev/v1/query"
OLD_DAYS = 90
_PIN = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==", re.MULTILINE)


def locked(lock: Path) -> list[str]:
    """The names of the packages in a lock."""
    return sorted({canonicalize_name(name) for name in _PIN.findall(lock.read_text("utf-8"))})


@contextmanager
def answering(advisories: Advisories) -> Iterator[str]:
    """Serve advisories as an OSV service does, on this machine; gives the query's address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = json.loads(self.rfile.read(length))
            vulns = advisories.about(asked["package"]["name"], asked["version"])
            content = json.dumps({"vulns": vulns} if vulns else {}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
        server.shutdown()
        thread.join()


def audit(lock: Path, advisories: Advisories) -> int:
    """Let pip-audit look at a lock; gives its exit code: 1 where something is affected.

    Its own word where nothing is affected is about the whole lock, so it is not passed on: what the
    advisories do not cover was not looked up.
    """
    with answering(advisories) as address, tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock)]
        command += ["--disable-pip", "--strict", "--progress-spinner", "off"]
        command += ["--vulnerability-service", "osv", "--osv-url", address, "--cache-dir", cache]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout, done.stderr, sep="")
        return done.returncode
    names = set(locked(lock))
    covered = len(names & set(advisories.packages))
    print(f"No known vulnerability in the {covered} packages that were looked up", end="")
    print(f"; {len(names) - covered} were not" if covered < len(names) else "")
    return 0


def tell(lock: Path, advisories: Advisories, today: dt.date) -> None:
    """Say how old the advisories are, and which packages they do not cover."""
    names = locked(lock)
    missing = sorted(set(names) - set(advisories.packages))
    age_days = advisories.age_days(today)
    print(
        f"{lock.name}: {len(names)} packages; {len(advisories.records)} advisories of"
        f" {advisories.as_of} ({age_days} days old) on {len(names) - len(missing)} of them"
    )
    if age_days > OLD_DAYS:
        print(f"WARNING: older than {OLD_DAYS} days; `make audit` renews them from a network")
    if missing:
        print(f"WARNING: {len(missing)} packages were not looked up; `make audit` does")
    sys.stdout.flush()


def main() -> int:
    """Audit the lock; 0 where nothing is affected, 1 where something is, 2 without an answer."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--ask", action="store_true", help="ask the service and keep its answers")
    parser.add_argument("--service", default=SERVICE, help="query of an OSV service (%(default)s)")
    parser.add_argument("--lock", type=Path, default=LOCKS / "dev.txt")
    parser.add_argument("--advisories", type=Path, default=LOCKS / "advisories.json")
    parser.add_argument(
        "--today", type=dt.date.fromisoformat, default=dt.datetime.now(dt.UTC).date()
    )
    options = parser.parse_args()
    if options.ask:
        try:
            save(ask(locked(options.lock), options.service), options.advisories)
        except (RequestException, ValueError) as error:
            print(f"{options.service} does not answer; nothing was audited: {error}")
            return 2
    advisories = load(options.advisories)
    tell(options.lock, advisories, options.today)
    return audit(options.lock, advisories)


if __name__ == "__main__":
    sys.exit(main())
