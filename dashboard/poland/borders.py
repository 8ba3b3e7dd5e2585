"""The lines between units, each once: a border of two communes may be one of a county as well."""

import json
from enum import IntEnum
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely

from geocoding.added import boundaries_file

Degrees: TypeAlias = npt.NDArray[np.float64]

_UNITS_PER_DEGREE: Final = 100_000
_ROW: Final = 10**8
"""More units than there are around the globe."""


class AdminLevel(IntEnum):
    """What a line divides; the values are those that OpenStreetMap has in Poland."""

    COUNTRY = 2
    VOIVODESHIP = 4
    COUNTY = 6
    COMMUNE = 7


_DIGITS: Final = {AdminLevel.VOIVODESHIP: 2, AdminLevel.COUNTY: 4}
"""How many digits of a code say in which unit of a level something lies."""


def border_lines(name: str) -> dict[AdminLevel, list[shapely.LineString]]:
    """Return the lines of the areas of one level by the largest units that each divides, degrees.

    Args:
        name: The areas: 'communes' or 'counties'.
    """
    features = json.loads(boundaries_file(name).read_text(encoding="utf-8"))["features"]
    areas = shapely.from_geojson([json.dumps(each["geometry"]) for each in features])
    codes = np.array([each["properties"]["teryt"] for each in features])
    rings, area = shapely.get_parts(shapely.boundary(areas), return_index=True)
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    starts = np.flatnonzero(ring[1:] == ring[:-1])
    ends = np.rint(corners * _UNITS_PER_DEGREE).astype(np.int64) @ (_ROW, 1)
    sides = np.sort(np.column_stack([ends[starts], ends[starts + 1]]), axis=1)
    _, first, inverse = np.unique(sides, axis=0, return_index=True, return_inverse=True)
    levels = _levels(codes[area[ring[starts]]], inverse.ravel(), first)
    pieces = np.stack([corners[starts[first]], corners[starts[first] + 1]], axis=1)
    return {level: _merged(pieces[levels == level]) for level in AdminLevel}


def _levels(
    codes: npt.NDArray[np.str_], side: npt.NDArray[np.int64], first: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return the level of each side: of the country where it has one owner.

    Args:
        codes: The code of the area of each occurrence of a side.
        side: Which side each occurrence is of, numbered from 0.
        first: The first occurrence of each side.
    """
    last = np.zeros(len(first), dtype=np.int64)
    last[side] = np.arange(len(side))
    one, other = codes[first], codes[last]
    levels = np.full(len(first), AdminLevel.COMMUNE, dtype=np.int64)
    for level in (AdminLevel.COUNTY, AdminLevel.VOIVODESHIP):
        digits = _DIGITS[level]
        levels[one.astype(f"U{digits}") != other.astype(f"U{digits}")] = level
    levels[first == last] = AdminLevel.COUNTRY
    return levels


def _merged(pieces: Degrees) -> list[shapely.LineString]:
    """Return lines as long as they go without a fork, made of pieces of two points."""
    if not len(pieces):
        return []
    lines = np.atleast_1d(np.asarray(shapely.linestrings(pieces)))
    merged = shapely.line_merge(shapely.multilinestrings(lines))
    return list(shapely.get_parts(merged))
