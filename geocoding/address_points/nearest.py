"""The address point that is nearest to a position."""

from typing import Final, NamedTuple

import numpy as np

from geocoding.address_points.encoding import PER_DEGREE
from geocoding.address_points.index import AddressPoints, Longs
from geocoding.address_points.index_files import CELL_LAT, CELL_LON, CELLS_IN_A_ROW
from geocoding.distance import Floats, distance_km

FARTHEST_KM: Final = 20.0
"""An address that is farther away is none of the position's."""
_CELL_KM: Final = 0.19
_RINGS: Final = (1, 2, 4, 8, 16, 32, 64, 112)


class Nearest(NamedTuple):
    """The nearest point of each position.

    Attributes:
        point: Number of the point, -1 where none is near.
        distance_m: How far away it is, in metres; NaN where none is near.
    """

    point: Longs
    distance_m: Floats


def nearest_points(points: AddressPoints, lat: Floats, lon: Floats) -> Nearest:
    """Return the nearest point of each position.

    Args:
        points: The index.
        lat: Latitudes in degrees.
        lon: Longitudes in degrees.
    """
    found = np.full(len(lat), -1, dtype=np.int64)
    distance_m = np.full(len(lat), np.nan)
    for at, position in enumerate(zip(lat.tolist(), lon.tolist(), strict=True)):
        if all(map(np.isfinite, position)):
            found[at], distance_m[at] = _nearest(points, *position)
    return Nearest(found, distance_m)


def _nearest(points: AddressPoints, lat: float, lon: float) -> tuple[int, float]:
    """Return the nearest point of one position, and its distance in metres; -1 for none."""
    for rings in _RINGS:
        near = _around(points, lat, lon, rings)
        if not near.size:
            continue
        lats, lons = points.lat[near] / PER_DEGREE, points.lon[near] / PER_DEGREE
        km = distance_km(np.array(lat), np.array(lon), lats, lons)
        best = int(np.argmin(km))
        if km[best] <= rings * _CELL_KM or rings == _RINGS[-1]:
            is_near = km[best] <= FARTHEST_KM
            return (int(near[best]), 1000 * float(km[best])) if is_near else (-1, np.nan)
    return -1, np.nan


def _around(points: AddressPoints, lat: float, lon: float, rings: int) -> Longs:
    """Return the points in the cells around a position, so many to each side."""
    row, column = int(lat * PER_DEGREE) // CELL_LAT, int(lon * PER_DEGREE) // CELL_LON
    rows = np.arange(row - rings, row + rings + 1) * CELLS_IN_A_ROW
    cells, first = points.cells
    low = first[np.searchsorted(cells, rows + column - rings)]
    high = first[np.searchsorted(cells, rows + column + rings, side="right")]
    return np.concatenate(
        [points.point_by_cell[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True)]
    ).astype(np.int64)
