"""What goes into a geocoder and what comes out: addresses, points, matches.

All types are frozen. Coordinates are degrees of WGS 84, latitude first; lengths carry
their unit in the name.
"""

from dataclasses import dataclass, field, fields
from enum import StrEnum


class Status(StrEnum):
    """The outcome of one address."""

    OK = "ok"
    AMBIGUOUS = "ambiguous"
    NO_MATCH = "no_match"
    ERROR = "error"
    SKIPPED = "skipped"
    MANUAL = "manual"


class Precision(StrEnum):
    """The kind of place that a point marks, from the finest to the coarsest."""

    BUILDING = "building"
    INTERPOLATED = "interpolated"
    STREET = "street"
    POSTAL_CODE = "postal_code"
    LOCALITY = "locality"
    COMMUNE = "commune"
    COUNTY = "county"
    VOIVODESHIP = "voivodeship"


class CommuneKind(StrEnum):
    """The kind of a commune: a town, villages only, or a town with villages around it."""

    URBAN = "urban"
    RURAL = "rural"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Point:
    """A position: latitude and longitude in degrees, WGS 84."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A Polish address as a source states it; an unknown part is an empty text.

    Attributes:
        street: Street with or without its prefix ('ul. Kazimierza Wielkiego').
        number: House number, with or without a flat ('2', '12/4', '12 m. 4').
        city: Locality: a town, a village, or a city with its district.
        postal_code: '32-700'; '32700' and '32 700' are read too.
        commune: Gmina ('Rzezawa').
        county: Powiat, as the adjective ('bocheński'), the seat ('Bochnia') or the code of the
            register of units ('1201').
        voivodeship: Województwo ('małopolskie'), or its code ('12').
    """

    street: str = ""
    number: str = ""
    city: str = ""
    postal_code: str = ""
    commune: str = ""
    county: str = ""
    voivodeship: str = ""


ADDRESS_PARTS = tuple(part.name for part in fields(Address))
"""Names of the parts of an address, in the order in which tables show them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place that an address may mean.

    Attributes:
        label: Words that name the place to a reader.
        point: Where it is.
        postal_code: Its code, empty where the place has none.
        commune: Gmina.
        county: Powiat, the adjective; the name of the city for cities with county rights.
        voivodeship: Województwo, Polish, lower case.
        score: 0 to 1, how well it fits the address.
        precision: What the point stands for; None where that is not known.
    """

    label: str
    point: Point
    postal_code: str = ""
    commune: str = ""
    county: str = ""
    voivodeship: str = ""
    score: float = 0.0
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A geocoder's answer for one address.

    Attributes:
        status: The outcome; only ok, ambiguous and manual may carry a point.
        precision: What the point stands for; None without a point.
        point: The position; None where nothing was located.
        accuracy_m: Radius in metres that holds the true point about 9 times in 10.
        matched_label: Words that name what was matched.
        matched_postal_code: Code of what was matched ('32-700').
        matched_commune: Gmina of what was matched.
        matched_county: Powiat of what was matched ('bocheński').
        matched_voivodeship: Województwo of what was matched ('małopolskie').
        score: 0 to 1, how well the best candidate fits.
        score_next: 0 to 1, how well the second best fits.
        candidates: The best five places, best first.
        checks: Name of each check that could be made, and whether it held.
        provider: Which geocoder answered ('gazetteer', 'nominatim', 'uug', 'override').
        attribution: What must be shown beside the point.
        data_date: ISO date of the data behind the answer; empty where unknown.
        error: Why there is no answer, or what of the address was not read; mostly empty.
        decided_by: Name of the rule that decided, or the reason of a manual point.
    """

    status: Status
    precision: Precision | None = None
    point: Point | None = None
    accuracy_m: float | None = None
    matched_label: str = ""
    matched_postal_code: str = ""
    matched_commune: str = ""
    matched_county: str = ""
    matched_voivodeship: str = ""
    score: float = 0.0
    score_next: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    checks: dict[str, bool] = field(default_factory=dict)
    provider: str = ""
    attribution: str = ""
    data_date: str = ""
    error: str = ""
    decided_by: str = ""
