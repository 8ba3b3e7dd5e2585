"""House numbers in streets: the point itself, or where it would lie among its neighbours.

The radii were fitted to the nine-tenths quantiles of the distances between 18,000 address points
of four cities and what the others say of each when it is left out; for a point of the register
itself, of the distances to surveyed addresses. Those points are no part of the project.
"""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from geocoding.address_points.encoding import PER_DEGREE
from geocoding.address_points.index import AddressPoints
from geocoding.address_points.index_files import LABEL_BITS, NUMBER_BITS, number_in, point_key
from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.targets import PRECISIONS
from geocoding.model import Precision

RULES: Final = (
    "address_point",
    "same_number_with_other_letters",
    "between_house_numbers",
    "next_house_number",
    "middle_of_street",
)
"""How a point was found, from the most exact to the least; `decided_by` says it."""
AT_POINT, OTHER_LETTERS, BETWEEN, NEXT, MIDDLE = range(len(RULES))
PRECISION_OF_RULE: Final = np.array(
    [
        PRECISIONS.index(precision)
        for precision in (
            Precision.BUILDING,
            *(Precision.INTERPOLATED,) * 3,
            Precision.STREET,
        )
    ]
)

_BUILDING_M: Final = 50.0
_OTHER_LETTERS_M: Final = 90.0
_BETWEEN_M: Final = 12.0
_PER_M_BETWEEN: Final = 0.5
_NEXT_M: Final = 60.0
_PER_NUMBER_M: Final = 20.0
_LEAST_OF_STREET_M: Final = 60.0
_STEPS: Final = 60
_TIMES_UNKNOWN_NUMBER: Final = 1.8
_LEAST_OF_MIDDLE_M: Final = 200.0
"""The middle of a street is answered for a number far from all others, where that is more exact."""
_NONE: Final = -1


@dataclass(frozen=True)
class Located:
    """One row per pair of a label and a house number.

    Attributes:
        rule: Number of the rule in RULES.
        reading: Which reading of the number the point has, 0 for the likeliest.
        point: The point that has the number, or the nearest one; -1 for the middle of the street.
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        radius_m: Radius in metres that holds the true point about 9 times in 10.
    """

    rule: Ints
    reading: Ints
    point: Ints
    lat: Floats
    lon: Floats
    radius_m: Floats

    def at(self, positions: Ints) -> "Located":
        """Return the rows at some positions."""
        return Located(*(getattr(self, each.name)[positions] for each in fields(self)))


def locate(points: AddressPoints, label: Ints, numbers: Ints) -> Located:
    """Return where house numbers of streets lie.

    Args:
        points: The index.
        label: Number of the label of each pair.
        numbers: The readings of each pair's house number as parts of a key, -1 for none; those of
            one pair in a row, the likeliest first. All -1: the middle of the street is meant.
    """
    count = len(label)
    of_label = points.label
    found = Located(
        rule=np.full(count, MIDDLE),
        reading=np.zeros(count, dtype=np.int64),
        point=np.full(count, _NONE),
        lat=of_label["lat"][label] / PER_DEGREE,
        lon=of_label["lon"][label] / PER_DEGREE,
        radius_m=np.maximum(of_label["reach_m"][label].astype(np.float64), _LEAST_OF_STREET_M),
    )
    for reading in range(numbers.shape[1]):
        _exact(points, label, numbers[:, reading], reading, found)
    rest = np.flatnonzero((found.rule == MIDDLE) & has_number(numbers))
    if rest.size:
        _near(points, rest, label[rest], numbers[rest, 0], found)
        far = rest[found.rule[rest] == MIDDLE]
        found.radius_m[far] *= _TIMES_UNKNOWN_NUMBER
    return found


def _exact(points: AddressPoints, label: Ints, number: Ints, reading: int, found: Located) -> None:
    """Note the points that have the numbers themselves."""
    rows = np.flatnonzero((found.rule == MIDDLE) & (number >= 0))
    key = (label[rows] << LABEL_BITS) | number[rows]
    at = np.minimum(np.searchsorted(points.key, key), len(points) - 1)
    there = points.key[at] == key
    _note(points, rows[there], at[there], found, rule=AT_POINT, radius_m=_BUILDING_M)
    found.reading[rows[there]] = reading


def _near(points: AddressPoints, rows: Ints, label: Ints, whole: Ints, found: Located) -> None:
    """Note points for numbers that no point has: of their digits, or of their neighbours."""
    number, zero = whole >> NUMBER_BITS, np.zeros(len(rows), dtype=np.int64)
    low = np.searchsorted(points.key, point_key(label, number, zero))
    high = np.searchsorted(points.key, point_key(label, number + 1, zero))
    same = high > low
    place = np.searchsorted(points.key, (label << LABEL_BITS) | whole)
    beside = np.clip(place - 1, low, np.maximum(high - 1, low))[same]
    _note(points, rows[same], beside, found, rule=OTHER_LETTERS, radius_m=_OTHER_LETTERS_M)
    search = _Search(points, rows[~same], number[~same], label[~same], low[~same])
    before, after = search.neighbours(-1), search.neighbours(1)
    between = (before >= 0) & (after >= 0)
    _between(search.where(between), before[between], after[between], found)
    one = ~between & ((before >= 0) | (after >= 0))
    nearest = np.where(before >= 0, before, after)[one]
    apart = np.abs(_number(points, nearest) - search.number[one])
    radius_m = _NEXT_M + _PER_NUMBER_M * apart
    rows = search.rows[one]
    near = radius_m <= np.maximum(found.radius_m[rows], _LEAST_OF_MIDDLE_M)
    _note(points, rows[near], nearest[near], found, rule=NEXT, radius_m=radius_m[near])


@dataclass(frozen=True)
class _Search:
    """Numbers that no point has, and where in the index they would stand.

    Attributes:
        points: The index.
        rows: Numbers of the pairs.
        number: Their house numbers.
        label: Their labels.
        at: Where the first point with a larger number would stand.
    """

    points: AddressPoints
    rows: Ints
    number: Ints
    label: Ints
    at: Ints

    def where(self, wanted: Bools) -> "_Search":
        """Return the pairs that are wanted."""
        kept = (each[wanted] for each in (self.rows, self.number, self.label, self.at))
        return _Search(self.points, *kept)

    def neighbours(self, step: int) -> Ints:
        """Return the next point on the same side of each street, -1 for none.

        Even numbers are on one side and odd ones on the other.

        Args:
            step: 1 for larger numbers, -1 for smaller ones.
        """
        start = self.points.label["start"][self.label]
        end = start + self.points.label["count"][self.label]
        at = self.at + min(step, 0)
        found = np.full(len(at), _NONE)
        rows = np.arange(len(at))
        for _ in range(_STEPS):
            rows = rows[(at[rows] >= start[rows]) & (at[rows] < end[rows])]
            if not rows.size:
                break
            fits = (_number(self.points, at[rows]) - self.number[rows]) % 2 == 0
            found[rows[fits]] = at[rows[fits]]
            rows = rows[~fits]
            at[rows] += step
        return found


def _between(search: _Search, before: Ints, after: Ints, found: Located) -> None:
    """Note the points between two neighbours, as far from each as the numbers say."""
    points, rows, number = search.points, search.rows, search.number
    low, high = _number(points, before), _number(points, after)
    share = (number - low) / np.maximum(high - low, 1)
    lat = [points.lat[at] / PER_DEGREE for at in (before, after)]
    lon = [points.lon[at] / PER_DEGREE for at in (before, after)]
    apart_m = 1000 * distance_km(lat[0], lon[0], lat[1], lon[1])
    found.rule[rows] = BETWEEN
    found.point[rows] = np.where(number - low <= high - number, before, after)
    found.lat[rows] = lat[0] + share * (lat[1] - lat[0])
    found.lon[rows] = lon[0] + share * (lon[1] - lon[0])
    found.radius_m[rows] = _BETWEEN_M + _PER_M_BETWEEN * apart_m


def _note(  # noqa: PLR0913  what is found of a point
    points: AddressPoints,
    rows: Ints,
    at: Ints,
    found: Located,
    *,
    rule: int,
    radius_m: float | Floats,
) -> None:
    """Note points of the index for rows."""
    found.rule[rows] = rule
    found.point[rows] = at
    found.lat[rows] = points.lat[at] / PER_DEGREE
    found.lon[rows] = points.lon[at] / PER_DEGREE
    found.radius_m[rows] = radius_m


def _number(points: AddressPoints, at: Ints) -> Ints:
    """Return the house numbers of points, without what follows them."""
    return number_in(points.key[at])


def has_number(numbers: Ints) -> Bools:
    """Return whether house numbers have a reading at all."""
    stated: Bools = numbers[:, 0] >= 0
    return stated
