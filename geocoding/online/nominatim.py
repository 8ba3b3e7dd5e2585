"""Nominatim, through geopy, on a server that the user names.

There is no built-in server: the public one forbids systematic queries, and its users must
name themselves (https://operations.osmfoundation.org/policies/nominatim/).
"""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from geopy.exc import GeocoderParseError
from geopy.geocoders import Nominatim

from geocoding.errors import SettingsError
from geocoding.locale import message
from geocoding.model import Address, Precision
from geocoding.online.geocoder import Request
from geocoding.online.places import Place
from geocoding.online.schemas import MAX_PLACES, NominatimPlace
from geocoding.online.transport import OneRequestAdapter, service_errors
from geocoding.text import names_kind, read_locality, read_postal_code, read_street

_RESULTS = 10  # more than one, to see that an address is ambiguous
_LOCALITY_KEYS = (
    "hamlet", "isolated_dwelling", "village", "neighbourhood", "quarter", "suburb",
    "city_district", "town", "city", "municipality",
)  # fmt: skip
_LOCALITY_TYPES = {*_LOCALITY_KEYS, "administrative", "borough", "allotments", "farm"}
_AREA_TYPES = {"county": Precision.COUNTY, "state": Precision.VOIVODESHIP}
_ACCURACY_M = {
    Precision.BUILDING: 50.0,
    Precision.INTERPOLATED: 100.0,
    Precision.STREET: 500.0,
    Precision.POSTAL_CODE: 4000.0,
    Precision.LOCALITY: 2000.0,
    Precision.COMMUNE: 8000.0,
    Precision.COUNTY: 25_000.0,
    Precision.VOIVODESHIP: 100_000.0,
}


class NominatimService:
    """Questions to a Nominatim server about an address, and its answers as places.

    Attributes:
        name: 'nominatim'.
        version: The server's address, and the version of the questions that it is asked.
        attribution: What must be shown beside its points.
    """

    name = "nominatim"
    attribution = "© OpenStreetMap contributors, ODbL 1.0"

    def __init__(self, *, server: str, user_agent: str, timeout_s: float) -> None:
        """Make a client of the server.

        Args:
            server: Its address, with the scheme ('http://nominatim.gmina.local:8080').
            user_agent: Words by which its operator knows who asks.
            timeout_s: Seconds until a request counts as unanswered.

        Raises:
            SettingsError: The server's address has no scheme, or no user agent is given.
        """
        address = urlsplit(server)
        if address.scheme not in {"http", "https"} or not address.netloc:
            raise SettingsError(message("server-no-address", server=repr(server)))
        if not user_agent.strip():
            raise SettingsError(message("user-agent-missing"))
        self.version = f"{server.rstrip('/')}#1"
        self._geocoder = Nominatim(
            scheme=address.scheme,
            domain=address.netloc + address.path,
            user_agent=user_agent,
            timeout=timeout_s,
            adapter_factory=partial(OneRequestAdapter, _require_places),
        )

    def requests(self, address: Address) -> Iterator[Request]:
        """Yield requests that may answer an address, the one for the finest place first."""
        for question in _questions(address):
            yield partial(self._ask, question)

    def _ask(self, question: dict[str, str]) -> list[Place]:
        """Return the places that answer one structured question, by one request."""
        with service_errors(self.name):
            locations = self._geocoder.geocode(
                question,
                exactly_one=False,
                limit=_RESULTS,
                addressdetails=True,
                language="pl",
                country_codes="pl",
            )
            raw = [location.raw for location in locations or ()]
            return [_place(NominatimPlace.model_validate(each)) for each in raw]


def _require_places(answer: object) -> None:
    """Refuse what is no list of places, which geopy takes for 'nothing found' or mends.

    Raises:
        GeocoderParseError: It is no list, or one of more than MAX_PLACES.
        ValidationError: Something in it is no place.
    """
    if not isinstance(answer, list):
        raise GeocoderParseError(message("service-no-places"))
    if len(answer) > MAX_PLACES:
        raise GeocoderParseError(message("service-many-places", limit=MAX_PLACES))
    for each in answer:
        NominatimPlace.model_validate(each)


def _questions(address: Address) -> Iterator[dict[str, str]]:
    """Yield structured questions for an address, the finest first.

    The prefix 'ul.', the flat and the postal code are left out: with a prefix or a flat
    Nominatim finds nothing, and a wrong code it does not notice.
    """
    line = read_street(f"{address.street} {address.number}")
    locality = read_locality(address.city)
    city = locality.city or locality.name
    number = line.number or locality.number
    if city and line.street:
        yield {"street": f"{number} {line.street}".strip(), "city": city}
        if number and not names_kind(address.street):
            yield {"street": number, "city": line.street}
    elif city and number:
        yield {"street": number, "city": city}
    if city:
        yield {"city": city}
    elif code := read_postal_code(address.postal_code):
        if line.street:
            yield {"street": f"{number} {line.street}".strip(), "postalcode": code}
        yield {"postalcode": code}


def _place(found: NominatimPlace) -> Place:
    """Return one result of the server."""
    details = found.address
    precision = _precision(found)
    return Place(
        label=found.display_name,
        point=found.point,
        precision=precision,
        accuracy_m=_ACCURACY_M[precision],
        street=details.road,
        number=details.house_number if precision is Precision.BUILDING else "",
        localities=tuple(filter(None, (getattr(details, key) for key in _LOCALITY_KEYS))),
        postal_code=read_postal_code(details.postcode),
        commune=details.municipality.removeprefix("gmina "),
        county=details.county.removeprefix("powiat "),
        voivodeship=details.state.removeprefix("województwo "),
    )


def _precision(found: NominatimPlace) -> Precision:
    """Return what a result's point stands for."""
    kind = found.addresstype or found.type
    if kind == "postcode" or found.osm_id is None:
        return Precision.POSTAL_CODE
    if found.address.house_number:
        return Precision.BUILDING
    if kind == "road":
        return Precision.STREET
    if kind in _AREA_TYPES:
        return _AREA_TYPES[kind]
    if kind == "municipality":
        return Precision.COMMUNE
    return Precision.LOCALITY if kind in _LOCALITY_TYPES else Precision.STREET
