"""A geocoding service within its limits, as a geocoder of single addresses."""

from collections.abc import Callable, Iterator
from typing import Protocol

from geocoding.locale import message
from geocoding.model import Address, Match, Status
from geocoding.online.places import Place
from geocoding.online.rate_limiter import RateLimiter
from geocoding.online.score_results import choose_place
from geocoding.text.lengths import readable_address, with_unread_in_match

Request = Callable[[], list[Place]]
"""One request to a service: its places, none where it found nothing; raises ServiceError."""


class Service(Protocol):
    """What is particular to a service."""

    name: str
    version: str
    attribution: str

    def requests(self, address: Address) -> Iterator[Request]:
        """Return requests that may answer an address, the one for the finest place first."""


class OnlineGeocoder:
    """Answers single addresses by a service, within its limits.

    Attributes:
        name: The service's name.
        version: What its answers depend on besides the address.
    """

    def __init__(self, service: Service, limiter: RateLimiter) -> None:
        """Make a geocoder that sends the service's requests through the rate limiter."""
        self.name = service.name
        self.version = service.version
        self._service = service
        self._limiter = limiter

    def match(self, address: Address) -> Match:
        """Return the match among all places that the service names, request by request.

        `skipped` where the address states nothing that the service could be asked by. A part
        that is too long to be read is not asked by, and `error` says so.

        Raises:
            ServiceError: The service gave no usable answer: nothing is known of the address.
        """
        address, unread = readable_address(address)
        return with_unread_in_match(self._match(address), unread)

    def _match(self, address: Address) -> Match:
        """Return the match of an address whose parts can be read."""
        places: list[Place] = []
        match = Match(
            status=Status.SKIPPED, provider=self.name, error=message("row-nothing-to-ask")
        )
        for request in self._service.requests(address):
            places += self._limiter.ask(request)
            match = self._weigh(address, places)
            if match.status is not Status.NO_MATCH:
                break
        return match

    def _weigh(self, address: Address, places: list[Place]) -> Match:
        """Return the match among some places."""
        service = self._service
        return choose_place(address, places, provider=service.name, attribution=service.attribution)
