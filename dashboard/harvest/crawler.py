"""One run of a harvest: from the start page along the lists to every tab of every article.

What was answered in this round is read from the folder, so a run that was broken off goes on
where it stood: the links lead it the same way, and nothing that is stored is asked for again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.harvest.addresses import PageAddress, Site, Unwanted
from dashboard.harvest.fetcher import PATIENCE_S, Fetcher
from dashboard.harvest.frontier import LAST_TAB, Frontier
from dashboard.harvest.page_content import Frame, PageContent
from dashboard.harvest.report import HarvestReport, Outcome
from dashboard.harvest.robots import Robots
from dashboard.locale import message
from dashboard.practices.web_archive import Answer
from geocoding.errors import ServiceError

MAX_FAILURES: Final = 10
"""Pages in a row that may fail before the run stops."""
MAX_REDIRECTS: Final = 5
"""Redirects in a row for one page."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        done: Pages that were read.
        known: Pages that links led to so far.
        left_s: Seconds that the others take at least.
    """

    done: int
    known: int
    left_s: float


class StoppedError(Exception):
    """A run that does not go on; the message says why. What is stored stays."""


class Crawler:
    """Follows the links of a site, and notes in the report what becomes of each."""

    def __init__(  # noqa: PLR0913  one parameter a part
        self,
        site: Site,
        robots: Robots,
        fetcher: Fetcher,
        report: HarvestReport,
        *,
        only_lists: bool = False,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        """Begin at the start page.

        Args:
            site: The site.
            robots: Its rules.
            fetcher: Gives the answers about its pages.
            report: What is noted in.
            only_lists: Whether articles are named in the report and not asked for.
            progress: Is called after each page.
        """
        self._site = site
        self._robots = robots
        self._fetcher = fetcher
        self._report = report
        self._only_lists = only_lists
        self._progress = progress
        self._frontier = Frontier()
        self._frame = Frame()
        self._failures = 0

    def follow_all(self) -> None:
        """Read all pages that links lead to, from the start page on.

        Raises:
            StoppedError: The start page did not come, too many pages in a row failed, or the
                site asks for a long wait.
            HarvestError: The folder cannot be written.
        """
        self._frontier.add(self._site.start)
        self._visit_added()
        if not self._frame.lines:
            raise StoppedError(message("harvest-no-start", address=self._site.start.url))

    def follow_unlinked(self, addresses: list[PageAddress]) -> None:
        """Read those pages of an earlier round that no link led to in this one.

        Raises:
            StoppedError: As above.
            HarvestError: The folder cannot be written.
        """
        for address in addresses:
            if not self._frontier.is_known(address.key):
                self._report.add(Outcome.UNLINKED, address.url)
                self._frontier.add(address)
        self._visit_added()

    def _visit_added(self) -> None:
        """Read pages until none is left."""
        while address := self._frontier.next():
            self._visit(address)
            given, left = self._frontier.given, self._frontier.left
            self._progress(Progress(given, given + left, left * self._robots.interval_s))

    def _visit(self, address: PageAddress) -> None:
        """Read one page, through redirects, and add what it links."""
        if self._frontier.is_endless(address):
            self._report.add(Outcome.ENDLESS, address.url)
            return
        step = address
        for _ in range(MAX_REDIRECTS):
            answer = self._answer(step)
            onward = self._read(step, answer) if answer else None
            if onward is None:
                return
            step = onward
        self._fail(Outcome.REDIRECT, address.url, message("harvest-loop"))

    def _answer(self, address: PageAddress) -> Answer | None:
        """Return the answer about a page, stored or asked for; None where there is none."""
        if not self._robots.allows(address.url):
            self._report.add(Outcome.ROBOTS, address.url)
            return None
        stored = self._fetcher.stored(address, self._frame)
        if stored:
            return stored
        if self._only_lists and address.article:
            self._report.add(Outcome.WOULD_ASK, address.url)
            return None
        before = self._fetcher.page_before(address, self._frame)
        try:
            answer = self._fetcher.fetch(address, before)
        except ServiceError as error:
            self._fail(Outcome.FAILED, address.url, str(error))
            if (error.retry_after_s or 0.0) > PATIENCE_S:
                minutes = str(round((error.retry_after_s or 0.0) / 60))
                raise StoppedError(message("harvest-wait", minutes=minutes)) from error
            return None
        if address.article and answer.is_page:
            self._report.add(self._outcome(before, answer), address.url)
        return answer

    def _outcome(self, before: Answer | None, after: Answer) -> Outcome:
        """Say whether a page is new or another one; figures such as a counter's do not count."""
        if before is None:
            return Outcome.NEW
        if before.body == after.body:
            return Outcome.UNCHANGED
        lines = [PageContent(each).own_lines(self._frame) for each in (before, after)]
        return Outcome.UNCHANGED if lines[0] == lines[1] else Outcome.CHANGED

    def _read(self, address: PageAddress, answer: Answer) -> PageAddress | None:
        """Take in an answer; return where the same page is, where it is a redirect."""
        if answer.is_gone:
            self._failures = 0
            self._report.add(Outcome.GONE, address.url, str(answer.status))
            return None
        if answer.is_redirect:
            return self._redirected(address, answer)
        if answer.is_unchanged:  # though nobody asked for that
            self._fail(Outcome.FAILED, address.url, str(answer.status))
            return None
        page = PageContent(answer)
        is_start = not self._frame.lines
        if is_start:
            self._frame = page.frame()
        soft = page.soft_error(self._frame, is_article=bool(address.article))
        if soft:
            self._fail(Outcome(soft.value), address.url)
            return None
        self._failures = 0
        if page.is_cut_off:
            self._report.add(Outcome.CUT_OFF, address.url)
        if address.article:
            self._report.articles.add(address.article)
        self._add_links(address, page)
        return None

    def _add_links(self, address: PageAddress, page: PageContent) -> None:
        """Add what a page links: lists, and the three tabs of articles."""
        found = [(link, self._site.page(link, base=page.base)) for link in page.links]
        if not address.article:
            targets = [target for _, target in found if isinstance(target, PageAddress)]
            self._frontier.note_list(address, {each.article for each in targets} - {0})
        for link, target in found:
            if isinstance(target, Unwanted):
                if target is not Unwanted.NO_PAGE:
                    self._report.add(Outcome(target.value), link)
            elif target.tab > LAST_TAB:
                self._report.add(Outcome.OTHER_PAGE, link)
            else:
                if target.tab > 1:
                    self._frontier.add(self._site.article(target.article, 1, like=target))
                self._frontier.add(target)

    def _redirected(self, address: PageAddress, answer: Answer) -> PageAddress | None:
        """Return where a redirect leads on for the same page; add another page that it names."""
        location = answer.header("Location")
        target = self._site.page(location, base=answer.url)
        if isinstance(target, Unwanted) or not location:
            self._fail(Outcome.REDIRECT, address.url, location)
            return None
        if target.key == address.key or not self._frame.lines:
            return target
        self._report.add(Outcome.REDIRECT, address.url, location)
        self._frontier.add(target)
        return None

    def _fail(self, outcome: Outcome, address: str, detail: str = "") -> None:
        """Note a page that did not come.

        Raises:
            StoppedError: It is one of too many in a row.
        """
        self._report.add(outcome, address, detail)
        self._failures += 1
        if self._failures >= MAX_FAILURES:
            raise StoppedError(message("harvest-failures", count=self._failures))
