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
        needs_server: Whether a run must name a server and say who asks (a user agent).
        status_path: What is added to the server's address to ask whether it works.
    """

    make: Callable[..., Service]
    server: str = ""
    needs_server: bool = False
    status_path: str = ""


SERVICES: Final = {
    NominatimService.name: ServiceEntry(
        make=NominatimService,
        needs_server=True,
        status_path="/status",
    ),
    UugService.name: ServiceEntry(make=UugService, server=PUBLIC_SERVER),
}
"""Name of a service -> how it is asked; the first one is what a chain asks by default."""
