"""A site of practices on this machine, and a clock that never waits."""

import runpy
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboard.harvest.addresses import Site
from dashboard.harvest.clock import Clock
from dashboard.harvest.folder import HarvestFolder
from dashboard.harvest.rounds import Harvest
from dashboard.harvest.transport import HttpTransport

CONTACT = "urzad@example.org"


class FastClock(Clock):
    """A clock whose waits take no time."""

    def __init__(self) -> None:
        self.passed = 0.0

    def seconds(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 30, 8, tzinfo=UTC) + timedelta(seconds=self.passed)


@pytest.fixture(scope="session")
def site_program(repository: Path) -> dict[str, Any]:
    """What the module of the site defines."""
    return runpy.run_path(str(repository / "tests/programs/soak/practice_site.py"))


@pytest.fixture
def clock() -> FastClock:
    """A clock whose waits take no time."""
    return FastClock()


@pytest.fixture
def make_site(site_program: dict[str, Any], clock: FastClock) -> Iterator[Callable[..., Any]]:
    """A function that serves a site of practices, made to order."""
    with ExitStack() as stack:

        def make(**properties: Any) -> Any:
            site = site_program["PracticeSite"](seconds=clock.seconds, **properties)
            return stack.enter_context(site_program["served"](site))

        yield make


@pytest.fixture
def collect(clock: FastClock, tmp_path: Path) -> Callable[..., Any]:
    """A function that collects a site into the folder `pages`, and returns the report."""

    def run(site: Any, *, is_dry: bool = False, folder: Path = tmp_path / "pages") -> Any:
        harvest = Harvest(
            Site(site.address), HarvestFolder(folder), HttpTransport(CONTACT, clock), clock
        )
        return harvest.run(is_dry=is_dry)

    return run
