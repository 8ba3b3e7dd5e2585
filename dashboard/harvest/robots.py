"""What a site's robots.txt allows, and how often (RFC 9309; Crawl-delay and Request-rate)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from protego import Protego

AGENT: Final = "mapa-praktyk"
"""The name under which a robots.txt can speak to this program."""
MIN_INTERVAL_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site.

    Attributes:
        text: The robots.txt; empty where the site has none.
    """

    text: str = ""

    def allows(self, url: str) -> bool:
        """Say whether an address may be asked for."""
        return bool(self._rules().can_fetch(url, AGENT))

    @property
    def interval_s(self) -> float:
        """Seconds from one request to the next: as the site asks, and never less than two."""
        rules = self._rules()
        rate = rules.request_rate(AGENT)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(MIN_INTERVAL_S, rules.crawl_delay(AGENT) or 0.0, by_rate)

    def _rules(self) -> Protego:
        """Return the rules as protego reads them."""
        return _parsed(self.text)


@lru_cache(maxsize=4)
def _parsed(text: str) -> Protego:
    """Return the rules in a robots.txt; the same one is asked for every address."""
    return Protego.parse(text)
