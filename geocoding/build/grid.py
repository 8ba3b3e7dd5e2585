"""Areas of units on a grid: each cell goes to the unit whose points are nearest, in true sizes.

The strength of a unit in a cell is the sum of its points' inverse distances to a power: the nearest
points decide, and several near ones weigh more than one. A factor for each unit is adjusted step
by step until the unit gets as many cells as its true area has.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geocoding.build.cells import Numbers
from geocoding.distance import Floats

OUTSIDE = -1
_POWER = 4.0
_NEAREST_KM = 0.3
_REACH_KM = 14.0
_EXPONENT_OF_STEP = 0.4


@dataclass(frozen=True, eq=False)
class Grid:
    """Square cells over an area, in rows from south to north, each from west to east.

    Attributes:
        west: Western edge, km.
        south: Southern edge, km.
        step: Side of a cell, km.
        width: Number of cells in a row.
        height: Number of rows.
    """

    west: float
    south: float
    step: float
    width: int
    height: int

    @classmethod
    def over(cls, area: BaseGeometry, *, step: float) -> "Grid":
        """Return the grid that covers an area, with a margin of the points' reach."""
        west, south, east, north = shapely.bounds(area)
        sides = np.array([east - west, north - south]) + 2 * _REACH_KM
        width, height = np.ceil(sides / step).astype(int)
        return cls(west - _REACH_KM, south - _REACH_KM, step, int(width), int(height))

    @property
    def columns(self) -> Floats:
        """The x of the middle of each column, km."""
        return np.asarray(self.west + (np.arange(self.width) + 0.5) * self.step)

    @property
    def rows(self) -> Floats:
        """The y of the middle of each row, km."""
        return np.asarray(self.south + (np.arange(self.height) + 0.5) * self.step)

    def cells_in(self, area: BaseGeometry) -> Numbers:
        """Return the numbers of the cells whose middle lies in an area."""
        shapely.prepare(area)
        x, y = np.meshgrid(self.columns, self.rows)
        return np.flatnonzero(shapely.contains_xy(area, x.ravel(), y.ravel()))

    def window(self, points: Floats) -> tuple[slice, slice]:
        """Return the rows and the columns of the cells within reach of the points' frame."""
        low = (points.min(axis=0) - _REACH_KM - (self.west, self.south)) / self.step
        high = (points.max(axis=0) + _REACH_KM - (self.west, self.south)) / self.step
        first, last = np.maximum(low.astype(int), 0), np.maximum(high.astype(int) + 1, 0)
        return slice(first[1], last[1]), slice(first[0], last[0])


@dataclass(frozen=True, eq=False)
class Strengths:
    """The strength of every unit in every cell that it reaches, by cell.

    Attributes:
        cells: The cells that a unit reaches, each once, ascending.
        first: Where each cell's entries begin.
        cell: The number of the cell of each entry, in `cells`.
        unit: The unit of each entry.
        distance: The distance that stands for the strength: larger is weaker.
    """

    cells: Numbers
    first: Numbers
    cell: Numbers
    unit: Numbers
    distance: NDArray[np.float32]

    @classmethod
    def of(cls, points: Floats, units: Numbers, *, grid: Grid, inside: Numbers) -> "Strengths":
        """Return the strengths of units by their points, in the cells `inside` of a grid."""
        is_inside = np.zeros(grid.width * grid.height, dtype=bool)
        is_inside[inside] = True
        parts = list(_fields(points, units, grid, is_inside))
        where, distance = (np.concatenate(column) for column in zip(*parts, strict=True))
        unit = np.repeat(np.arange(len(parts)), [len(cells) for cells, _ in parts])
        order = np.argsort(where, kind="stable")
        where = where[order]
        first = np.flatnonzero(np.diff(where, prepend=-1))
        cell = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(where))))
        return cls(where[first], first, cell, unit[order], distance[order])

    def strongest(self, factors: Floats) -> Numbers:
        """Return the unit of each cell, by distances divided by each unit's factor."""
        scaled = self.distance / factors.astype(np.float32)[self.unit]
        least = np.minimum.reduceat(scaled, self.first)
        hits = np.flatnonzero(scaled == least[self.cell])
        _, once = np.unique(self.cell[hits], return_index=True)
        return self.unit[hits[once]]


def factors_for(strengths: Strengths, shares: Floats, *, steps: int) -> Floats:
    """Return the factor of each unit with which it gets its share of the cells, nearly.

    Args:
        strengths: The strengths.
        shares: The share of each unit in all cells; they add up to 1.
        steps: How often the factors are adjusted.
    """
    factors = np.ones(len(shares))
    wanted = shares * len(strengths.cells)
    for _ in range(steps):
        found = np.bincount(strengths.strongest(factors), minlength=len(shares))
        factors *= (wanted / np.maximum(found, 1)) ** _EXPONENT_OF_STEP
    return factors


def _fields(
    points: Floats, units: Numbers, grid: Grid, is_inside: NDArray[np.bool_]
) -> Iterator[tuple[Numbers, NDArray[np.float32]]]:
    """Yield of each unit the cells within its reach, and the distance in each."""
    order = np.argsort(units, kind="stable")
    for own in np.split(points[order], np.flatnonzero(np.diff(units[order])) + 1):
        rows, columns = grid.window(own)
        y, x = grid.rows[rows], grid.columns[columns]
        least = np.full((len(y), len(x)), np.inf)
        strength = np.zeros_like(least)
        for east, north in own:
            squares = ((y - north) ** 2)[:, None] + ((x - east) ** 2)[None, :]
            np.minimum(least, squares, out=least)
            strength += np.maximum(squares, _NEAREST_KM**2) ** (-_POWER / 2)
        row, column = np.nonzero(least <= _REACH_KM**2)
        cells = (row + rows.start) * grid.width + column + columns.start
        near = is_inside[cells]
        yield cells[near], (strength[row, column][near] ** (-1 / _POWER)).astype(np.float32)


def labels_of(grid: Grid, cells: Numbers, units: Numbers) -> Numbers:
    """Return the unit of each cell of a grid as rows and columns, OUTSIDE where there is none."""
    labels = np.full(grid.width * grid.height, OUTSIDE, dtype=np.int64)
    labels[cells] = units
    return labels.reshape(grid.height, grid.width)


def smoothed(labels: Numbers, *, radius: int, smallest: int) -> Numbers:
    """Return the labels with each inner one set to the most frequent one around it.

    Args:
        labels: Rows and columns of units.
        radius: How far around, in cells.
        smallest: Units of fewer cells keep those that they have.
    """
    span = range(-radius, radius + 1)
    around = [(down, right) for down in span for right in span if down**2 + right**2 <= radius**2]
    inner = labels != OUTSIDE
    near = np.stack([np.roll(labels, shift, axis=(0, 1))[inner] for shift in around])
    near.sort(axis=0)
    length = np.zeros_like(near)
    for at in range(len(near)):
        grows = near[at] == near[at - 1] if at else np.zeros(near.shape[1], dtype=bool)
        length[at] = np.where(near[at] == OUTSIDE, 0, np.where(grows, length[at - 1] + 1, 1))
    found = labels.copy()
    is_small = np.bincount(labels[inner]) < smallest
    frequent = near[length.argmax(axis=0), np.arange(near.shape[1])]
    found[inner] = np.where(is_small[labels[inner]], labels[inner], frequent)
    return found


def grown(labels: Numbers, *, cells: int) -> Numbers:
    """Return the labels with those at the edge carried on into the outside, by some cells."""
    for _ in range(cells):
        for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
            labels = np.where(labels == OUTSIDE, np.roll(labels, shift, axis=axis), labels)
    return labels


def faces_of(grid: Grid, labels: Numbers) -> tuple[NDArray[np.object_], Numbers]:
    """Return the connected areas of equal labels as polygons in km, and the label of each."""
    sides = np.concatenate([_edges(labels), _edges(labels.T)[..., ::-1]])
    faces = shapely.get_parts(shapely.polygonize(np.asarray(shapely.linestrings(sides))))
    inner = shapely.get_coordinates(shapely.point_on_surface(faces)).astype(int)
    found = labels[inner[:, 1], inner[:, 0]]
    is_inside = found != OUTSIDE
    placed = shapely.transform(
        faces[is_inside], lambda xy: xy * grid.step + (grid.west, grid.south)
    )
    return placed, found[is_inside]


def _edges(labels: Numbers) -> Floats:
    """Return the upright sides between cells of different labels: pairs of (x, y), in cells."""
    row, column = np.nonzero(labels[:, 1:] != labels[:, :-1])
    start = np.column_stack([column + 1, row])
    return np.stack([start, start + np.array([0, 1])], axis=1).astype(float)
