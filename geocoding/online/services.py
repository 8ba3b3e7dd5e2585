"""The geocoding services that a run can ask, by name.

Settings, the options of the command and the doctor's check follow from this list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from geocoding.online.geocoder import Service
from geocoding.online.nominatim import NominatimService
from geocoding.online.uug import PUBLIC_SERVER, UugService


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """A service that can be asked.

    Attributes:
        make: Makes a client of it from server, user_agent and timeout_s (seconds).
        server: The server that is asked where a run names none; empty if a run must name one.
        needs: Why a run is refused that lacks what the service needs; empty if it needs nothing.
        status_path: What is added to the server's address to ask whether it works.
    """

    make: Callable[..., Service]
    server: str = ""
    needs: str = ""
    status_path: str = ""


SERVICES: Final = {
    NominatimService.name: ServiceEntry(
        make=NominatimService,
        needs=(
            "nominatim needs a server and a user agent (--server, --user-agent). There is no"
            " built-in server; the public one's terms forbid systematic queries:"
            " https://operations.osmfoundation.org/policies/nominatim/"
        ),
        status_path="/status",
    ),
    UugService.name: ServiceEntry(make=UugService, server=PUBLIC_SERVER),
}
"""Name of a service -> how it is asked; the first one is what a chain asks by default."""
