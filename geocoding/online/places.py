"""A place that a service names, in one form for all services."""

from dataclasses import dataclass
from typing import Final

from geocoding.model import Point, Precision

_MAX_LAT: Final = 90.0
_MAX_LON: Final = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One result of a service.

    Attributes:
        label: Words that name the place to a reader.
        point: Where it is.
        precision: What the point stands for.
        accuracy_m: Radius in metres that holds the true point about 9 times in 10.
        street: Street's name; empty where there is none.
        number: House number, empty unless the point is a building's.
        localities: Names of the locality and of what it is part of, finest first.
        postal_code: '32-700'; empty where the service names none.
        commune: Gmina.
        county: Powiat, without the word ('bocheński').
        voivodeship: Województwo, without the word.
    """

    label: str
    point: Point
    precision: Precision
    accuracy_m: float
    street: str = ""
    number: str = ""
    localities: tuple[str, ...] = ()
    postal_code: str = ""
    commune: str = ""
    county: str = ""
    voivodeship: str = ""


def checked_point(lat: object, lon: object) -> Point:
    """Return a point from what a service says of it.

    Raises:
        ValueError: They are no degrees.
    """
    point = Point(float(str(lat)), float(str(lon)))
    if not (abs(point.lat) <= _MAX_LAT and abs(point.lon) <= _MAX_LON):
        raise ValueError(f"no point: {lat} {lon}")
    return point
