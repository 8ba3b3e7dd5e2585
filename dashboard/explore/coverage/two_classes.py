"""Classes of two measures at once: a third of the regions low, middle, high in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.explore.coverage.classes import UNKNOWN
from dashboard.explore.coverage.measures import Measure
from geocoding.distance import Floats

THIRDS: Final = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest and the largest value of a class."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class TwoClasses:
    """Regions in classes of two measures.

    Attributes:
        second: The other measure.
        first_bounds: The classes of the first measure, lowest first; None for an empty one.
        second_bounds: Those of the second.
        kinds: Of each region: both classes as digits, the first measure's first ('13' is low and
            high), or UNKNOWN where either is not known.
    """

    second: Measure
    first_bounds: Sequence[Bounds | None]
    second_bounds: Sequence[Bounds | None]
    kinds: Sequence[str]


def two_classes(first: Floats, second: Floats, measure: Measure) -> TwoClasses:
    """Give the classes of regions by two measures.

    Args:
        first: A value a region; NaN where it is not known.
        second: The same of the other measure.
        measure: The other measure.
    """
    known = np.isfinite(first) & np.isfinite(second)
    places = [_thirds(values[known]) for values in (first, second)]
    kinds = np.full(known.shape, UNKNOWN, dtype=object)
    kinds[known] = [f"{across + 1}{up + 1}" for across, up in zip(*places, strict=True)]
    return TwoClasses(
        second=measure,
        first_bounds=_bounds(first[known], places[0]),
        second_bounds=_bounds(second[known], places[1]),
        kinds=kinds.tolist(),
    )


def _thirds(values: Floats) -> list[int]:
    """Give the third that each value falls into; equal values stay together.

    Where more than a third have the least value, as regions without any practice do, these are the
    first class, and the others are parted in halves.
    """
    if not values.size:
        return []
    least = values.min()
    rest = values[values > least]
    if rest.size and rest.size < (1 - 1 / THIRDS) * values.size:
        edges = np.array([least, np.median(rest)])
    else:
        edges = np.quantile(values, [1 / THIRDS, 2 / THIRDS])
    return [int(at) for at in np.searchsorted(edges, values, side="left")]


def _bounds(values: Floats, places: Sequence[int]) -> list[Bounds | None]:
    """Give the bounds of each class."""
    at = np.array(places, dtype=np.int64)
    parts = [values[at == place] for place in range(THIRDS)]
    return [Bounds(float(part.min()), float(part.max())) if part.size else None for part in parts]
