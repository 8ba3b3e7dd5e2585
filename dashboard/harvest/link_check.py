"""A check of links: which addresses are dead, which have moved, and which did not answer.

One request at a time, to one host no more often than its robots.txt asks and every two seconds; the
hosts take turns, so that the wait of one is the time of the others. 'Dead' is said only of an
address whose server says so (404, 410), to a GET, too: what fails may be there tomorrow.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, zip_longest
from typing import Final
from urllib.parse import urljoin, urlsplit

from dashboard.errors import HarvestError
from dashboard.harvest.clock import Clock
from dashboard.harvest.crawler import MAX_FAILURES, MAX_REDIRECTS
from dashboard.harvest.host_turns import HostTurns
from dashboard.harvest.public_hosts import is_public
from dashboard.harvest.transport import StatusTransport
from dashboard.locale import message
from dashboard.practices.web_archive import GONE, Answer
from geocoding.errors import ServiceError, ServiceNotAskedError

_PERMANENT: Final = frozenset({301, 308})
_FOUND: Final = range(200, 300)


class LinkState(StrEnum):
    """What is known of an address after the check."""

    REACHED = "reached"
    MOVED = "moved"
    DEAD = "dead"
    NOT_REACHED = "not-reached"
    ROBOTS = "robots"
    PRIVATE = "private"
    NOT_ASKED = "not-asked"


ASKED: Final = frozenset(
    {LinkState.REACHED, LinkState.MOVED, LinkState.DEAD, LinkState.NOT_REACHED}
)
"""The states of an address for which its host was asked."""


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """The outcome for one address.

    Attributes:
        address: As it stands in the table.
        state: What is known of it.
        detail: The HTTP status or the reason in words; empty where it was reached.
        target: Where a permanent redirect says that it is now; empty without one.
    """

    address: str
    state: LinkState
    detail: str = ""
    target: str = ""


class LinkCheck:
    """Asks for addresses, and says of each what became of it."""

    def __init__(
        self,
        transport: StatusTransport,
        clock: Clock,
        *,
        may_ask: Callable[[str], bool] = is_public,
    ) -> None:
        """Ask for nothing yet.

        Args:
            transport: What sends the requests.
            clock: What the waits between them go by.
            may_ask: Whether an address may be asked for, a redirect's target, too.
        """
        self._may_ask = may_ask
        self._turns = HostTurns(transport, clock, may_ask=may_ask)
        self._failed_in_a_row = 0

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return self._turns.requests

    def check(self, addresses: Sequence[str]) -> Iterator[CheckedLink]:
        """Yield the outcome for each address; the order is that in which the hosts take turns.

        After ten addresses in a row that did not answer the rest is not asked for: this machine
        probably has no way to the Internet.
        """
        for address in _by_turns(addresses):
            if self._failed_in_a_row >= MAX_FAILURES:
                reason = message("doctor-links-stopped", count=self._failed_in_a_row)
                yield CheckedLink(address, LinkState.NOT_ASKED, reason)
                continue
            found = self._checked(address)
            if found.state is LinkState.NOT_REACHED:
                self._failed_in_a_row += 1
            elif found.state in ASKED:
                self._failed_in_a_row = 0
            yield found

    def _checked(self, address: str) -> CheckedLink:
        """Return what was found at an address, or where its redirects lead."""
        step, target, is_permanent = address, "", True
        for _ in range(MAX_REDIRECTS + 1):
            if not self._may_ask(step):
                return CheckedLink(address, LinkState.PRIVATE, "" if step == address else step)
            try:
                answer = self._answer(step)
            except ServiceNotAskedError as error:
                return CheckedLink(address, LinkState.NOT_ASKED, str(error))
            except (ServiceError, HarvestError) as error:
                return CheckedLink(address, LinkState.NOT_REACHED, str(error))
            if answer is None:
                return CheckedLink(address, LinkState.ROBOTS, "" if step == address else step)
            location = answer.header("Location") if answer.is_redirect else ""
            if not location:
                return _outcome(address, answer.status, target)
            step = urljoin(step, location)
            is_permanent = is_permanent and answer.status in _PERMANENT
            target = step if is_permanent else target
        return CheckedLink(address, LinkState.NOT_REACHED, message("harvest-loop"))

    def _answer(self, address: str) -> Answer | None:
        """Return the answer to HEAD, or to GET where HEAD brings nothing; None where robots forbid.

        Raises:
            ServiceError: There is none.
            HarvestError: The host did not say what may be asked for.
        """
        if not self._turns.allows(address):
            return None
        try:
            answer = self._turns.ask(address, "HEAD")
        except ServiceNotAskedError:
            raise
        except ServiceError:  # some servers only ever answer GET
            return self._turns.ask(address, "GET")
        is_answered = answer.status in _FOUND or answer.is_redirect
        return answer if is_answered else self._turns.ask(address, "GET")


def _outcome(address: str, status: int, target: str) -> CheckedLink:
    """Return what the last status of an address means."""
    detail = message("harvest-status", status=str(status))
    if status in GONE:
        return CheckedLink(address, LinkState.DEAD, detail, target)
    if status not in _FOUND:
        return CheckedLink(address, LinkState.NOT_REACHED, detail, target)
    state = LinkState.MOVED if target else LinkState.REACHED
    return CheckedLink(address, state, "", target)


def _by_turns(addresses: Sequence[str]) -> Iterator[str]:
    """Yield the addresses: of each host the first one, then of each host the second, ..."""
    hosts: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        hosts.setdefault(_host(address), []).append(address)
    turns = chain.from_iterable(zip_longest(*hosts.values()))
    return (address for address in turns if address is not None)


def _host(address: str) -> str:
    """Return the host of an address; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket that is none
        return ""
