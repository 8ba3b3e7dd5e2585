"""A harvest that is ended, or finds the disk full, goes on where it stood."""

import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from dashboard.errors import HarvestError
from dashboard.harvest.addresses import Site
from dashboard.harvest.folder import HarvestFolder
from dashboard.harvest.report import Outcome
from dashboard.harvest.rounds import Harvest
from dashboard.harvest.transport import HttpTransport


@pytest.mark.slow
@pytest.mark.parametrize("requests", [1, 5, 17, 40])
def test_a_killed_harvest_goes_on(
    requests: int,
    make_site: Callable[..., Any],
    repository: Path,
    tmp_path: Path,
) -> None:
    site = make_site(articles=12)
    program = repository / "tests/programs/soak/harvest_program.py"
    process = subprocess.Popen([sys.executable, program, site.address, tmp_path / "pages"])
    site.noticed = lambda number: process.kill() if number == requests else None
    assert process.wait() < 0
    before = Counter(path for path, _ in site.requests)
    ended = subprocess.run([sys.executable, program, site.address, tmp_path / "pages"], check=False)
    assert ended.returncode == 0
    repeated = Counter(path for path, _ in site.requests)
    assert sum(repeated.values()) - len(repeated) <= 1
    assert set(repeated) > set(before)
    pages = {file.name for file in (tmp_path / "pages/pages").iterdir()}
    assert pages == {f"art-{art:06}-tab-{tab}.warc.gz" for art, tab in site.pages()}


@contextmanager
def room_of(size_bytes: int) -> Iterator[None]:
    """Let no file grow beyond a size meanwhile, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class BreaksOff:
    """A transport that is interrupted from the keyboard after some requests."""

    def __init__(self, transport: HttpTransport, requests: int) -> None:
        self._transport = transport
        self._numbers = count(1)
        self._last = requests

    def get(self, url: str, conditions: Any) -> Any:
        if next(self._numbers) > self._last:
            raise KeyboardInterrupt
        return self._transport.get(url, conditions)


@pytest.mark.parametrize("requests", [1, 12, 24])
def test_an_interrupted_harvest_asks_for_nothing_twice(
    requests: int,
    make_site: Callable[..., Any],
    collect: Callable[..., Any],
    clock: Any,
    tmp_path: Path,
) -> None:
    site = make_site(articles=9)
    transport = BreaksOff(HttpTransport("a@example.org", clock), requests)
    folder = HarvestFolder(tmp_path / "pages")
    report = Harvest(Site(site.address), folder, transport, clock).run()
    assert "same command" in report.stopped
    assert len(site.requests) == requests
    clock.sleep(100)
    assert collect(site).is_complete
    assert set(Counter(path for path, _ in site.requests).values()) == {1}


def test_a_full_disk_stops_and_is_gone_on_with(
    make_site: Callable[..., Any], collect: Callable[..., Any], tmp_path: Path
) -> None:
    site = make_site(articles=6)
    with room_of(900), pytest.raises(HarvestError, match="disk is full"):
        collect(site)
    assert not list((tmp_path / "pages").rglob("*.part"))
    assert collect(site).is_complete


def test_two_harvests_do_not_share_a_folder(
    make_site: Callable[..., Any], collect: Callable[..., Any], tmp_path: Path
) -> None:
    site = make_site(articles=2)
    with HarvestFolder(tmp_path / "pages").locked(), pytest.raises(HarvestError, match="another"):
        collect(site)


def test_a_damaged_file_is_asked_for_again(
    make_site: Callable[..., Any], collect: Callable[..., Any], clock: Any, tmp_path: Path
) -> None:
    site = make_site(articles=3)
    collect(site)
    clock.sleep(100_000)
    file = tmp_path / "pages/pages/art-000010-tab-1.warc.gz"
    file.write_bytes(b"no archive")
    report = collect(site)
    assert [entry.outcome for entry in report.entries if entry.address.endswith("art=10")] == [
        Outcome.NEW
    ]
    assert file.with_name(file.name + ".damaged").read_bytes() == b"no archive"
