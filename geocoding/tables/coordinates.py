"""Coordinates as tables state them: degrees in several notations, or metres of EPSG:2180.

The state's plane coordinates are read in either order, since 'x' is the northing to a surveyor and
the easting to a program; both points are given where both lie in Poland.
"""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from geocoding.model import Point
from geocoding.projection import from_epsg_2180

_LATITUDES: Final = (48.9, 54.95)
_LONGITUDES: Final = (14.05, 24.2)
"""Degrees, WGS 84, between which Poland lies."""
_EASTINGS: Final = (165_000.0, 870_000.0)
_NORTHINGS: Final = (120_000.0, 780_000.0)
"""Metres, EPSG:2180, between which Poland lies."""

MAX_CHARACTERS: Final = 100
"""Length of a text with coordinates; a longer one holds none."""
_NUMBER: Final = re.compile(
    r"[-+]?\d{1,3}(?:[ \u00a0]\d{3}){0,2}(?:[.,]\d{1,15})?|\d{1,7}(?:[.,]\d{1,15})?"
)
_ANGLE: Final = re.compile(
    r"""
    (?P<before>[NSEW])?\s{0,2}
    (?P<degrees>\d{1,3}(?:[.,]\d{1,15})?)\s{0,2}(?:[°º:*]|deg\b|\s)?\s{0,2}
    (?:(?P<minutes>\d{1,2}(?:[.,]\d{1,12})?)\s{0,2}(?:['′’‘`:]|\s)?\s{0,2}
       (?:(?P<seconds>\d{1,2}(?:[.,]\d{1,12})?)\s{0,2}(?:["″”“]|['′’]{2})?\s{0,2})?
    )?
    (?P<after>[NSEW])?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DASHES: Final = re.compile(r"(?<=\d)-(\d{1,2})-(?=\d{1,2}(?:\D|\Z))")
"""Between degrees, minutes and seconds; one dash alone stands in a postal code."""
_WKT: Final = re.compile(r"(?:SRID=\d{1,6};)?POINT ?(?:Z ?)?\(", re.IGNORECASE)
_CUT: Final = re.compile(r"[;/|]|,\s|\s|,")
_MINUTES: Final = 60


def read_points(first: str, second: str) -> tuple[Point, ...]:
    """Read a pair of coordinates in two cells.

    Returns:
        The points in Poland that they may mean: one for degrees, whichever stands first; for metres
        of EPSG:2180 first the one with the northing first. None where they are no coordinates or
        lie elsewhere.
    """
    if max(len(first), len(second)) > MAX_CHARACTERS:
        return ()
    one, other = read_degrees(first), read_degrees(second)
    if one is not None and other is not None:
        return _in_degrees(one, other)
    northing, easting = read_metres(first), read_metres(second)
    if northing is None or easting is None:
        return ()
    orders = ((northing, easting), (easting, northing))
    return tuple(
        point_of_plane(n, e) for n, e in orders if _lies(n, _NORTHINGS) and _lies(e, _EASTINGS)
    )


def read_pair(text: str) -> tuple[Point, ...]:
    """Read a pair of coordinates in one cell: '49.9691, 20.4302', 'POINT (20.4302 49.9691)'.

    Returns:
        As `read_points`.
    """
    if len(text) > MAX_CHARACTERS:
        return ()
    stated = _WKT.sub("", text).strip(" ()[]")
    for first, second in _halves(stated):
        if points := read_points(first, second):
            return points
    return ()


def read_degrees(text: str) -> float | None:
    """Read an angle: '49.9691', '49,9691', '49°58′8.8″N', 'N 49 58 8,8'.

    Returns:
        Degrees, negative in the south and west; None where it is none.
    """
    match = _ANGLE.fullmatch(_DASHES.sub(r" \1 ", text.strip()))
    if match is None:
        return None
    whole = _float(match["degrees"])
    minutes, seconds = _float(match["minutes"] or "0"), _float(match["seconds"] or "0")
    if whole > 180 or minutes >= _MINUTES or seconds >= _MINUTES:  # noqa: PLR2004  half a circle
        return None
    if match["minutes"] and not whole.is_integer():
        return None
    sign = -1 if (match["before"] or match["after"] or "N").upper() in {"S", "W"} else 1
    return sign * (whole + minutes / _MINUTES + seconds / _MINUTES**2)


def read_metres(text: str) -> float | None:
    """Read a number of metres: '244 680,5', '244680.5'; None where it is none."""
    stated = text.strip().removesuffix("m").strip()
    return _float(stated) if _NUMBER.fullmatch(stated) else None


def point_of_plane(northing: float, easting: float) -> Point:
    """Give the point of a pair of EPSG:2180, PUWG 1992, in metres; right to a centimetre."""
    ((lon, lat),) = from_epsg_2180(np.array([[easting, northing]])).tolist()
    return Point(lat, lon)


def _in_degrees(one: float, other: float) -> tuple[Point, ...]:
    """Give the point of two angles, of which in Poland the larger is the latitude."""
    lat, lon = max(one, other), min(one, other)
    return (Point(lat, lon),) if _lies(lat, _LATITUDES) and _lies(lon, _LONGITUDES) else ()


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text in two wherever it may be cut, the likelier first."""
    cuts = list(_CUT.finditer(text))
    for cut in sorted(
        cuts, key=lambda each: (_CUT_ORDER.find(each[0][0]), abs(each.start() - len(text) / 2))
    ):
        yield text[: cut.start()], text[cut.end() :]


_CUT_ORDER: Final = ";|/, "


def _lies(value: float, bounds: tuple[float, float]) -> bool:
    """Say whether a value lies between two bounds."""
    return bounds[0] <= value <= bounds[1]


def _float(text: str) -> float:
    """Read a number with a comma or a point and blanks between thousands."""
    return float("".join(text.split()).replace(",", "."))


def are_coordinates(first: str, second: str) -> bool:
    """Say whether two cells hold coordinates, wherever on Earth they lie."""
    if max(len(first), len(second)) > MAX_CHARACTERS:
        return False
    one, other = read_degrees(first.strip(" -")), read_degrees(second.strip(" -"))
    if one is not None and other is not None:
        return min(one, other) <= _LARGEST_LATITUDE
    return read_metres(first) is not None and read_metres(second) is not None


def is_pair(text: str) -> bool:
    """Say whether a cell holds a pair of coordinates, wherever on Earth they lie."""
    if len(text) > MAX_CHARACTERS:
        return False
    stated = _WKT.sub("", text).strip(" ()[]")
    return any(are_coordinates(first, second) for first, second in _halves(stated))


_LARGEST_LATITUDE: Final = 90
