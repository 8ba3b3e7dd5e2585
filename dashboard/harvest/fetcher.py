"""The answer about a page: from the folder where this round has it, else from the site."""

from collections.abc import Mapping
from typing import Final

from dashboard.harvest.addresses import PageAddress
from dashboard.harvest.clock import Clock
from dashboard.harvest.folder import HarvestFolder, Round
from dashboard.harvest.page_content import Frame, PageContent, SoftError
from dashboard.harvest.transport import Transport
from dashboard.practices.web_archive import Answer
from geocoding.online.rate_limiter import Limits, RateLimiter

PATIENCE_S: Final = 900.0
"""The longest wait that a site may ask for within a run."""
_ATTEMPTS: Final = 3
_NEVER: Final = 1_000_000_000
_CONDITIONS: Final = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
_PASSING: Final = frozenset({SoftError.LOGIN, SoftError.CAPTCHA})
"""What a site gives for a while in place of a page: that is asked for again in the next run."""


class Fetcher:
    """Asks the site for pages, one after the other, and stores what it answers.

    Attributes:
        requests: How often the site was asked.
    """

    def __init__(
        self,
        folder: HarvestFolder,
        round_: Round,
        transport: Transport,
        clock: Clock,
        *,
        stores: bool,
    ) -> None:
        """Ask for nothing yet.

        Args:
            folder: Where the answers are.
            round_: Answers from before its start are asked for again.
            transport: What asks the site.
            clock: What the waits between requests go by.
            stores: Whether answers are put into the folder.
        """
        self._folder = folder
        self._round = round_
        self._transport = transport
        self._clock = clock
        self._stores = stores
        self.requests = 0

    def set_interval(self, seconds: float) -> None:
        """Let so many seconds pass from one request to the next, and before the first one."""
        limits = Limits(
            interval_s=seconds, attempts=_ATTEMPTS, patience_s=PATIENCE_S, failures=_NEVER
        )
        if self.requests:
            self._clock.sleep(seconds)
        self._limiter = RateLimiter(limits, clock=self._clock.seconds, sleep=self._clock.sleep)

    def stored(self, address: PageAddress, frame: Frame) -> Answer | None:
        """Return what was answered for an address in this round; None where nothing was."""
        answers = self._folder.answers(address.key)
        fitting = [
            each
            for each in answers
            if each.at >= self._round.started and (each.url == address.url or not each.is_redirect)
        ]
        if not fitting:
            return None
        answer = fitting[-1]
        if answer.is_unchanged:
            return self.page_before(address, frame)
        return None if _is_passing(answer, frame) else answer

    def fetch(self, address: PageAddress, before: Answer | None) -> Answer:
        """Ask for a page and store the answer.

        Args:
            address: The page's.
            before: The page as it is stored; it is returned where it has not changed.

        Raises:
            ServiceError: The site gave no answer that counts.
            HarvestError: The answer cannot be stored.
        """
        answer = self.request(address.url, _conditions(before))
        self.store(address.key, answer, before=before)
        return before if before and answer.is_unchanged else answer

    def page_before(self, address: PageAddress, frame: Frame) -> Answer | None:
        """Return the last answer that had the whole page; None where there is none."""
        is_article = bool(address.article)
        for answer in reversed(self._folder.answers(address.key)):
            if answer.is_page:
                content = PageContent(answer)
                if content.soft_error(frame, is_article=is_article) is None:
                    return answer
        return None

    def request(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """Send a request when its time has come, and again where it fails for now.

        Raises:
            ServiceError: The site gave no answer that counts.
        """

        def send() -> Answer:
            self.requests += 1
            return self._transport.get(url, conditions)

        return self._limiter.ask(send)

    def store(self, key: str, answer: Answer, *, before: Answer | None = None) -> None:
        """Put an answer into the folder, where answers are stored.

        Raises:
            HarvestError: It cannot be written.
        """
        if self._stores:
            self._folder.add(key, answer, before=before)


def _conditions(before: Answer | None) -> dict[str, str]:
    """Return the headers that ask for a page only where it has changed."""
    if before is None:
        return {}
    return {ask: value for name, ask in _CONDITIONS if (value := before.header(name))}


def _is_passing(answer: Answer, frame: Frame) -> bool:
    """Say whether an answer is what a site gives for a while in place of a page."""
    return answer.is_page and PageContent(answer).soft_error(frame, is_article=False) in _PASSING
