"""Collects a site without waiting between requests: a program to be ended by those who test that.

python harvest_program.py ADDRESS FOLDER
"""

import sys
from pathlib import Path

from dashboard.errors import HarvestError
from dashboard.harvest.addresses import Site
from dashboard.harvest.clock import Clock
from dashboard.harvest.folder import HarvestFolder
from dashboard.harvest.rounds import Harvest
from dashboard.harvest.transport import HttpTransport


class Hurried(Clock):
    """A clock that does not wait."""

    def __init__(self) -> None:
        self._passed = 0.0

    def seconds(self) -> float:
        return super().seconds() + self._passed

    def sleep(self, seconds: float) -> None:
        self._passed += seconds


def main(address: str, folder: str) -> int:
    """Collect; 0 where all came, 1 where not, 2 where the folder cannot be used."""
    clock = Hurried()
    transport = HttpTransport("test@example.org", clock)
    try:
        report = Harvest(Site(address), HarvestFolder(Path(folder)), transport, clock).run()
    except HarvestError as error:
        print(error, file=sys.stderr)
        return 2
    return int(not report.is_complete)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
