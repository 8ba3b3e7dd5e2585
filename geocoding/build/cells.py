"""Areas around points: Voronoi cells, dissolved by the unit that each point belongs to."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geocoding.distance import Floats

Numbers = NDArray[np.int64]

_MARGIN_KM = 60.0


def dissolved_cells(points: Floats, units: Numbers) -> list[BaseGeometry]:
    """Give the area of each unit: whatever is nearer to a point of it than to one of another.

    Args:
        points: One row (x, y) in km per point, no two the same.
        units: The unit of each point, numbered from 0 without a gap.

    Returns:
        One area per unit; together they cover a frame around all points.
    """
    frame = shapely.box(*(points.min(axis=0) - _MARGIN_KM), *(points.max(axis=0) + _MARGIN_KM))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=frame))
    site, cell = shapely.STRtree(cells).query(shapely.points(points), predicate="intersects")
    return dissolved(cells[cell], units[site])


def dissolved(faces: NDArray[np.object_], units: Numbers) -> list[BaseGeometry]:
    """Give the area of each unit: the union of its faces, which meet and nowhere overlap."""
    order = np.argsort(units, kind="stable")
    groups = np.split(faces[order], np.flatnonzero(np.diff(units[order])) + 1)
    return [shapely.coverage_union_all(group) for group in groups]


def strays(points: Floats, units: Numbers, smaller: Numbers) -> NDArray[np.bool_]:
    """Give the points that lie apart from their unit among the cells of others, and so seem wrong.

    A part of a unit away from its main part is real where it holds most of a smaller unit, such as
    a commune that a city cuts off; elsewhere the points of the part are strays.

    Args:
        points: One row (x, y) in km per point.
        units: The unit of each point, numbered from 0 without a gap.
        smaller: The smaller unit of each point, numbered likewise.
    """
    parts, owner = shapely.get_parts(dissolved_cells(points, units), return_index=True)
    sites = shapely.get_parts(shapely.MultiPoint(points))
    part, site = shapely.STRtree(sites).query(parts, predicate="intersects")
    of_site = np.zeros(len(points), dtype=np.int64)
    of_site[site] = part
    sizes = np.bincount(of_site, minlength=len(parts))
    largest_first = np.lexsort((-sizes, owner))
    real = np.zeros(len(parts), dtype=bool)
    real[largest_first[np.unique(owner[largest_first], return_index=True)[1]]] = True
    pairs, counts = np.unique(np.column_stack([of_site, smaller]), axis=0, return_counts=True)
    most = 2 * counts > np.bincount(smaller)[pairs[:, 1]]
    real[pairs[most, 0]] = True
    return ~real[of_site]
