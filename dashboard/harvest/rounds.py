"""Rounds of a harvest: one goes on until all was asked; then the next one asks for all again."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dashboard.errors import HarvestError
from dashboard.harvest.addresses import PageAddress, Site
from dashboard.harvest.clock import Clock
from dashboard.harvest.crawler import Crawler, Progress, StoppedError
from dashboard.harvest.fetcher import Fetcher
from dashboard.harvest.folder import HarvestFolder, Round
from dashboard.harvest.report import PROBLEMS, HarvestReport
from dashboard.harvest.robots import MIN_INTERVAL_S, Robots
from dashboard.harvest.robots_request import ask_robots, rules_in
from dashboard.harvest.transport import Transport
from dashboard.locale import message

_RETRY_FAILED: Final = timedelta(days=1)
"""How long a round in which pages failed is gone on with, though all was asked."""
_ROBOTS_KEY: Final = "robots"
_ROBOTS_VALID: Final = timedelta(days=1)


class Harvest:
    """Collects one site into one folder."""

    def __init__(
        self,
        site: Site,
        folder: HarvestFolder,
        transport: Transport,
        clock: Clock,
        *,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        """Ask for nothing yet."""
        self._site = site
        self._folder = folder
        self._transport = transport
        self._clock = clock
        self._progress = progress

    def run(self, *, is_dry: bool = False) -> HarvestReport:
        """Ask for what this round does not have yet, and return what was done.

        Args:
            is_dry: Whether only lists are asked for, articles are named, and nothing is stored.

        Raises:
            HarvestError: The folder cannot be used, or the site's rules could not be read.
        """
        with nullcontext() if is_dry else self._folder.locked():
            round_ = self._round()
            if not is_dry:
                self._folder.write_round(round_)
            fetcher = Fetcher(self._folder, round_, self._transport, self._clock, stores=not is_dry)
            report = HarvestReport()
            robots = self._robots(fetcher)
            fetcher.set_interval(robots.interval_s)
            crawler = Crawler(
                self._site, robots, fetcher, report, only_lists=is_dry, progress=self._progress
            )
            try:
                crawler.follow_all()
                crawler.follow_unlinked(self._stored_pages())
            except StoppedError as error:
                report.stopped = str(error)
            except KeyboardInterrupt:
                report.stopped = message("harvest-interrupted")
            report.requests = fetcher.requests
            if not is_dry:
                self._end(round_, report)
        return report

    def _round(self) -> Round:
        """Return the round that this run belongs to: the last one unless it has ended.

        Raises:
            HarvestError: The folder holds another site.
        """
        now, root = self._clock.now(), self._site.root
        last = self._folder.round()
        if last is None:
            return Round(site=root, started=now)
        if last.site.partition("://")[2] != root.partition("://")[2]:
            folder = str(self._folder.path)
            raise HarvestError(message("harvest-other-site", folder=folder, site=last.site))
        if last.ended is None or (last.failed and now - last.ended < _RETRY_FAILED):
            return replace(last, ended=None)
        return Round(site=root, started=now)

    def _end(self, round_: Round, report: HarvestReport) -> None:
        """Write the report, and that the round has ended, where all was asked."""
        if not report.stopped:
            failed = sum(report.counts[outcome] for outcome in PROBLEMS)
            self._folder.write_round(replace(round_, ended=self._clock.now(), failed=failed))
        self._folder.write_report(report.to_csv())

    def _stored_pages(self) -> list[PageAddress]:
        """Return the addresses of all tabs of articles in the folder."""
        found = []
        for key in self._folder.article_keys():
            for answer in self._folder.answers(key)[-1:]:
                address = self._site.page(answer.url, base=self._site.root)
                if isinstance(address, PageAddress) and address.key == key:
                    found.append(address)
        return found

    def _robots(self, fetcher: Fetcher) -> Robots:
        """Return the site's rules: no robots.txt means no rules, no answer means to keep away.

        Those of this round are valid for a day.

        Raises:
            HarvestError: The site did not say what its rules are.
        """
        now = self._clock.now()
        for answer in reversed(self._folder.answers(_ROBOTS_KEY)):
            if now - answer.at < _ROBOTS_VALID:
                return rules_in(answer)
        fetcher.set_interval(MIN_INTERVAL_S)
        found = ask_robots(
            self._site.root, lambda url: fetcher.request(url, {}), may_ask=self._site.has
        )
        if found is None:
            return Robots()
        fetcher.store(_ROBOTS_KEY, found)
        return rules_in(found)
