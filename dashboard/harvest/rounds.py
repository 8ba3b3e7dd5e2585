"""Rounds of a harvest: one goes on until all was asked; then the next one asks for all again."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import Final
from urllib.parse import urljoin

from dashboard.errors import HarvestError
from dashboard.harvest.addresses import PageAddress, Site
from dashboard.harvest.clock import Clock
from dashboard.harvest.crawler import MAX_REDIRECTS, Crawler, Progress, StoppedError
from dashboard.harvest.fetcher import Fetcher
from dashboard.harvest.folder import HarvestFolder, Round
from dashboard.harvest.report import PROBLEMS, HarvestReport
from dashboard.harvest.robots import MIN_INTERVAL_S, Robots
from dashboard.harvest.transport import TooLargeError, Transport
from dashboard.locale import message
from dashboard.practices.page_text import decode_page
from dashboard.practices.web_archive import Answer
from geocoding.errors import ServiceError, ServiceRefusedError

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
                return _rules(answer)
        fetcher.set_interval(MIN_INTERVAL_S)
        url = f"{self._site.root}/robots.txt"
        try:
            answer = self._robots_answer(url, fetcher)
        except TooLargeError as error:
            raise HarvestError(message("harvest-no-robots", url=url, reason=str(error))) from error
        except ServiceRefusedError:  # as for a file that is not there (RFC 9309, 2.3.1.3)
            return Robots()
        except ServiceError as error:
            raise HarvestError(message("harvest-no-robots", url=url, reason=str(error))) from error
        fetcher.store(_ROBOTS_KEY, answer)
        return _rules(answer)

    def _robots_answer(self, url: str, fetcher: Fetcher) -> Answer:
        """Return the answer about robots.txt, through redirects on this host.

        Raises:
            ServiceError: There is none.
            HarvestError: The host sends us to another one, or from one address to the next.
        """
        asked = url
        for _ in range(MAX_REDIRECTS):
            answer = fetcher.request(asked, {})
            if not answer.is_redirect:
                return answer
            asked = urljoin(asked, answer.header("Location"))
            if not self._site.has(asked):
                break
        reason = message("harvest-robots-elsewhere", location=asked)
        raise HarvestError(message("harvest-no-robots", url=url, reason=reason))


def _rules(answer: Answer) -> Robots:
    """Return the rules in an answer."""
    return Robots() if answer.is_gone else Robots(decode_page(answer.body).text)
