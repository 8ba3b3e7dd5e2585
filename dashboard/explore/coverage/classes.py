"""Classes of a shaded map: where one shade ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import jenkspy  # type: ignore[import-untyped]  # it ships no types
import numpy as np
import numpy.typing as npt

SHADES: Final = 5
"""Number of shades, and the largest number of classes."""

ZERO: Final = "zero"
"""The kind of a region that has nothing of what is measured."""
UNKNOWN: Final = "unknown"
"""The kind of a region whose value is not known."""


class Breaks(StrEnum):
    """How values are parted; the value is what the address bar says."""

    NATURAL = "naturalne"
    QUANTILES = "kwantyle"
    EQUAL = "rowne"
    MANUAL = "wlasne"


@dataclass(frozen=True, slots=True)
class Class:
    """Values that share a shade.

    Attributes:
        shade: From 1, the palest, to SHADES.
        least: The smallest value in it.
        most: The largest value in it.
        count: How many values it holds.
    """

    shade: int
    least: float
    most: float
    count: int


def classify(values: npt.NDArray[np.float64], breaks: Breaks) -> tuple[list[Class], list[int]]:
    """Give the classes of the values, lowest first, and the index of each value's class.

    No class is empty, so there may be fewer than SHADES; up to that many different values have
    a class each.

    Args:
        values: Finite numbers, in any order.
        breaks: How they are parted.
    """
    if values.size == 0:
        return [], []
    codes = np.searchsorted(_upper_bounds(values, breaks), values, side="left")
    used, codes = np.unique(codes, return_inverse=True)
    parts = [values[codes == code] for code in range(used.size)]
    classes = [
        Class(
            shade=_shade(at, len(parts)),
            least=float(part.min()),
            most=float(part.max()),
            count=part.size,
        )
        for at, part in enumerate(parts)
    ]
    return classes, codes.tolist()


def classify_by(
    values: npt.NDArray[np.float64], limits: Sequence[float], *, step: float
) -> list[Class]:
    """Give the classes between limits, lowest first, empty ones included.

    Args:
        values: Finite numbers, in any order.
        limits: The largest value of each class but the last, ascending.
        step: The difference between neighbouring values; 0 where there may be any value.
    """
    codes = np.searchsorted(np.asarray(limits), values, side="left")
    counts = np.bincount(codes, minlength=len(limits) + 1).tolist()
    least, most = float(values.min(initial=limits[0])), float(values.max(initial=limits[-1] + step))
    starts, ends = [least, *(limit + step for limit in limits)], [*limits, most]
    return [
        Class(shade=_shade(at, len(counts)), least=least, most=most, count=count)
        for at, (least, most, count) in enumerate(zip(starts, ends, counts, strict=True))
    ]


def stretched(classes: Sequence[Class], *, start: float, step: float) -> list[Class]:
    """Give the classes without gaps between them, so that lower values of other years fit in, too.

    Args:
        classes: As `classify` gives them.
        start: The smallest value that there may be.
        step: The difference between neighbouring values; 0 where there may be any value.
    """
    joined: list[Class] = []
    least = start
    for each in classes:
        joined.append(replace(each, least=least))
        least = each.most + step
    return joined


def place_in(values: npt.NDArray[np.float64], classes: Sequence[Class]) -> list[int]:
    """Give the index of each value's class, where none exceeds the last one."""
    bounds = np.array([each.most for each in classes[:-1]])
    return [int(at) for at in np.searchsorted(bounds, values, side="left")]


def _upper_bounds(values: npt.NDArray[np.float64], breaks: Breaks) -> npt.NDArray[np.float64]:
    """Give the largest value of each class but the last."""
    distinct = np.unique(values)
    if distinct.size <= SHADES:
        return distinct[:-1]
    match breaks:
        case Breaks.NATURAL | Breaks.MANUAL:  # natural ones, until a reader sets limits
            edges = np.asarray(jenkspy.jenks_breaks(values, n_classes=SHADES))
        case Breaks.QUANTILES:
            edges = np.quantile(values, np.linspace(0, 1, SHADES + 1))
        case Breaks.EQUAL:
            edges = np.linspace(distinct[0], distinct[-1], SHADES + 1)
    return edges[1:-1]


def _shade(at: int, classes: int) -> int:
    """Give the shade of a class: few classes are spread over all shades."""
    return round((at + 0.5) * SHADES / classes + 0.5)
