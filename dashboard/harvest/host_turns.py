"""Requests to many hosts, to each with the spacing that its robots.txt asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from dashboard.errors import HarvestError
from dashboard.harvest.clock import Clock
from dashboard.harvest.robots import MIN_INTERVAL_S, Robots
from dashboard.harvest.robots_request import ask_robots, rules_in
from dashboard.harvest.transport import StatusTransport
from dashboard.practices.web_archive import Answer
from geocoding.online.rate_limiter import Limits, RateLimiter

_ATTEMPTS: Final = 2
_PATIENCE_S: Final = 60.0
"""The longest wait that a host may ask for; the other hosts wait with it."""
_MAX_FAILURES: Final = 6
"""Requests to one host that may fail in a row before it is asked no more."""


@dataclass(slots=True)
class _Host:
    """What is known of a host.

    Attributes:
        limiter: Spaces the requests.
        interval_s: Its spacing.
        asked_at: The moment of the last request, in seconds of the clock.
    """

    limiter: RateLimiter
    interval_s: float
    asked_at: float


class HostTurns:
    """Asks hosts, each one no more often than it lets us.

    Attributes:
        requests: How many requests were sent.
    """

    def __init__(
        self, transport: StatusTransport, clock: Clock, *, may_ask: Callable[[str], bool]
    ) -> None:
        """Ask for nothing yet.

        Args:
            transport: What sends the requests.
            clock: What the waits go by.
            may_ask: Whether an address may be asked for, where a robots.txt redirects to it.
        """
        self._transport = transport
        self._clock = clock
        self._may_ask = may_ask
        self._hosts: dict[str, _Host] = {}
        self._rules: dict[str, Robots | HarvestError] = {}
        self.requests = 0

    def allows(self, address: str) -> bool:
        """Say whether the robots.txt of an address's host lets us ask for it.

        Raises:
            HarvestError: The host did not say what may be asked for.
        """
        parts = urlsplit(address)
        root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"
        if root not in self._rules:
            self._rules[root] = self._asked_rules(root)
        rules = self._rules[root]
        if isinstance(rules, HarvestError):
            raise rules
        return rules.allows(address)

    def ask(self, address: str, method: Literal["HEAD", "GET"]) -> Answer:
        """Return the status and the headers of an address, when the turn of its host has come.

        Raises:
            ServiceError: There is no answer.
        """
        return self._send(address, lambda: self._transport.status(address, method))

    def _asked_rules(self, root: str) -> Robots | HarvestError:
        """Return the rules of a host, and space its requests by them; else why there are none."""
        try:
            answer = ask_robots(
                root,
                lambda url: self._send(url, lambda: self._transport.get(url, {})),
                may_ask=self._may_ask,
            )
        except HarvestError as error:
            return error
        rules = rules_in(answer)
        host = self._host(root)
        if rules.interval_s > host.interval_s:
            self._clock.sleep(max(0.0, host.asked_at + rules.interval_s - self._clock.seconds()))
            host.limiter, host.interval_s = self._limiter(rules.interval_s), rules.interval_s
        return rules

    def _send(self, address: str, send: Callable[[], Answer]) -> Answer:
        """Send a request when the turn of its host has come."""
        host = self._host(address)

        def counted() -> Answer:
            self.requests += 1
            host.asked_at = self._clock.seconds()
            return send()

        return host.limiter.ask(counted)

    def _host(self, address: str) -> _Host:
        """Return what is known of the host of an address."""
        name = urlsplit(address).hostname or ""
        if name not in self._hosts:
            limiter = self._limiter(MIN_INTERVAL_S)
            self._hosts[name] = _Host(limiter, MIN_INTERVAL_S, self._clock.seconds())
        return self._hosts[name]

    def _limiter(self, interval_s: float) -> RateLimiter:
        """Return a gate that lets a request through each so many seconds."""
        limits = Limits(
            interval_s=interval_s,
            attempts=_ATTEMPTS,
            patience_s=_PATIENCE_S,
            failures=_MAX_FAILURES,
        )
        return RateLimiter(limits, clock=self._clock.seconds, sleep=self._clock.sleep)
