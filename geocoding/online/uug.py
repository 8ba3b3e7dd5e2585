"""UUG, the state's service with the official address points, as a geopy geocoder."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlencode

from geopy.exc import GeocoderParseError
from geopy.geocoders.base import DEFAULT_SENTINEL
from geopy.location import Location
from pydantic import ValidationError

from geocoding.locale import message
from geocoding.model import Address, Point, Precision
from geocoding.online.geocoder import Request
from geocoding.online.geopy_private import GeopyGeocoder
from geocoding.online.places import Place
from geocoding.online.schemas import UugAnswer, UugResult
from geocoding.online.transport import OneRequestAdapter, service_errors
from geocoding.text import names_kind, read_locality, read_postal_code, read_street

PUBLIC_SERVER = "https://services.gugik.gov.pl/uug/"
"""Where GUGiK runs the service."""

_PRECISION = {
    "address": (Precision.BUILDING, 30.0),
    "street": (Precision.STREET, 500.0),
    "city": (Precision.LOCALITY, 2000.0),
}


class Uug(GeopyGeocoder):
    """A geopy geocoder for UUG: addresses to locations and back, in WGS 84."""

    def __init__(
        self,
        *,
        server: str = PUBLIC_SERVER,
        user_agent: str | None = None,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401  # geopy's own
        adapter_factory: Any = None,  # noqa: ANN401  # geopy's own
    ) -> None:
        """Make a client of the service at an address."""
        super().__init__(user_agent=user_agent, timeout=timeout, adapter_factory=adapter_factory)
        self._server = server

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401  # geopy's own
    ) -> Location | list[Location] | None:
        """Return the location of 'Miasto, Ulica Numer' or 'Miejscowość Numer'; None for nothing.

        Without `exactly_one`, all locations that the service names.
        """
        params = {"request": "GetAddress", "address": query, "srid": 4326}
        return self._locations(params, exactly_one=exactly_one, timeout=timeout)

    def reverse(
        self,
        query: Any,  # noqa: ANN401  # whatever geopy takes for a point
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401  # geopy's own
    ) -> Location | list[Location] | None:
        """Return the address nearest to a point; None for nothing."""
        place = self.point_text(query, "POINT(%(lon)s %(lat)s)")
        params = {"request": "GetAddressReverse", "location": place, "srid": 4326}
        return self._locations(params, exactly_one=exactly_one, timeout=timeout)

    def _locations(
        self,
        params: dict[str, Any],
        *,
        exactly_one: bool,
        timeout: Any,  # noqa: ANN401
    ) -> Location | list[Location] | None:
        """Return the answer to one request."""

        def read(answer: Any) -> Location | list[Location] | None:  # noqa: ANN401
            locations = _read_answer(answer)
            return (locations[0] if exactly_one else locations) if locations else None

        return self.answer_to(f"{self._server}?{urlencode(params)}", read, timeout=timeout)


class UugService:
    """Questions to UUG about an address, and its answers as places.

    Attributes:
        name: 'uug'.
        version: The server's address, and the version of the questions that it is asked.
        attribution: What must be shown beside its points.
    """

    name = "uug"
    attribution = "GUGiK, Usługa uniwersalnego geokodowania"

    def __init__(
        self, *, timeout_s: float, user_agent: str = "", server: str = PUBLIC_SERVER
    ) -> None:
        """Make a client of the service; a request is unanswered after some seconds."""
        self.version = f"{server}#1"
        self._geocoder = Uug(
            server=server,
            user_agent=user_agent or None,  # geopy's own where none is given
            timeout=timeout_s,
            adapter_factory=OneRequestAdapter,
        )

    def requests(self, address: Address) -> Iterator[Request]:
        """Yield requests that may answer an address, the one for the finest place first."""
        for question in _questions(address):
            yield partial(self._ask, question)

    def _ask(self, question: str) -> list[Place]:
        """Return the places that answer one question, by one request."""
        with service_errors(self.name):
            locations = self._geocoder.geocode(question, exactly_one=False)
            return [_place(location) for location in locations or ()]


def _questions(address: Address) -> Iterator[str]:
    """Yield questions for an address, the finest first; the comma after the town is a must.

    Without a street the number follows the locality; the code may go before it.
    """
    line = read_street(f"{address.street} {address.number}")
    locality = read_locality(address.city)
    city = locality.city or locality.name
    number = line.number or locality.number
    if not city:
        return
    if line.street:
        yield f"{city}, {line.street} {number}".strip()
        if number and not names_kind(address.street):
            code = read_postal_code(address.postal_code)
            yield f"{code} {line.street} {number}".strip()
    elif number:
        yield f"{city} {number}"
    yield city


def _read_answer(answer: Any) -> list[Location]:  # noqa: ANN401
    """Return the locations in an answer.

    An empty list only where the service says that it has none.
    """
    if not isinstance(answer, dict) or "results" not in answer:
        raise GeocoderParseError(message("service-no-places"))
    try:
        read = UugAnswer.model_validate(answer)
    except ValidationError as error:
        raise GeocoderParseError(message("service-unreadable")) from error
    return [_location(read.results[key], read.type) for key in sorted(read.results, key=int)]


def _location(result: UugResult, kind: str) -> Location:
    """Return one result, its address as one text, its kind beside its own keys."""
    street = " ".join(filter(None, (result.street, result.number)))
    town = " ".join(filter(None, (result.code, result.city)))
    label = ", ".join(filter(None, (street, town)))
    point = (result.point.lat, result.point.lon)
    return Location(label, point, {**result.model_dump(), "kind": kind})


def _place(location: Location) -> Place:
    """Return one location of the service."""
    raw: dict[str, str] = location.raw
    precision, accuracy_m = _PRECISION[raw["kind"]]
    units = re.findall(r"[^{},]+", raw.get("jednostka") or "")
    _country, voivodeship, county, commune = [*units, "", "", "", ""][:4]
    return Place(
        label=location.address,
        point=Point(location.latitude, location.longitude),
        precision=precision,
        accuracy_m=accuracy_m,
        street=raw.get("street") or "",
        number=raw.get("number") or "",
        localities=(raw["city"],),
        postal_code=read_postal_code(raw.get("code") or ""),
        commune=commune,
        county=county,
        voivodeship=voivodeship,
    )
