"""The distribution of population: steps that grow, and a range drawn over them."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog.facets import Mask

Edges = npt.NDArray[np.int64]

_A_DECADE: Final = (1, 1.5, 2, 3, 5, 7)
"""Nearly even on a logarithmic scale; the bounds of the size classes are among the steps."""

_ALL_EDGES: Final[Edges] = np.outer(10 ** np.arange(2, 9), _A_DECADE).ravel().astype(np.int64)
_SPAN: Final = (1_000, 999_999)
"""Covered whatever the data, so that two data sets can be compared."""


def step_edges(population: npt.NDArray[np.float64]) -> Edges:
    """Give the bounds of the steps that hold every known population, rising.

    Args:
        population: One entry a practice, NaN where unknown.
    """
    known = population[~np.isnan(population)]
    least, most = known.min(initial=_SPAN[0]), known.max(initial=_SPAN[1])
    first, last = np.searchsorted(_ALL_EDGES, [least, most], side="right")
    return _ALL_EDGES[max(first - 1, 0) : last + 1]


def histogram(population: npt.NDArray[np.float64], masks: Mapping[str, Mask]) -> pd.DataFrame:
    """Say how many practices are of units of which size, for each of some groups of practices.

    Args:
        population: One entry a practice, NaN where unknown; all of it sets the steps.
        masks: The groups by their names.

    Returns:
        One row a step: least (inside), below (outside), and a count for each group. What is
        smaller than the first step is counted in it.
    """
    edges = step_edges(population)
    table = pd.DataFrame({"least": edges[:-1], "below": edges[1:]})
    for name, mask in masks.items():
        known = population[mask & ~np.isnan(population)]
        table[name], _ = np.histogram(np.maximum(known, edges[0]), bins=edges)
    return table


def snapped(edges: Edges, *, least: float, most: float) -> tuple[int, int]:
    """Give the least and the greatest population of the steps nearest to a range drawn over them.

    Args:
        edges: As `step_edges` gives them.
        least: Where the range begins.
        most: Where it ends.
    """
    ends = np.log(np.maximum([least, most], 1))
    first, last = np.abs(np.log(edges)[:, None] - ends).argmin(axis=0)
    if first == last:
        inside = np.searchsorted(np.log(edges), ends.mean(), side="right") - 1
        first = np.clip(inside, 0, len(edges) - 2)
        last = first + 1
    return int(edges[first]), int(edges[last]) - 1
