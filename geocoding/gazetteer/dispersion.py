"""Middles and spreads of groups of points, over whole arrays."""

import numpy as np

from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.lookup import Ints

_APART = 1000.0  # one sort does for all groups when their values are shifted apart


def quantiles(group: Ints, values: Floats, *, share: float, count: int) -> Floats:
    """Return a quantile (the lower value) of each group's values; NaN for an empty group.

    Args:
        group: Number of the group of each value.
        values: The values, each between 0 and 1,000.
        share: Which quantile, 0 to 1.
        count: How many groups there are.
    """
    # One sort for all groups: a group's number moves its values into a range of their own, where
    # they lie in order; the quantile of each group is then one look-up.
    ordered = np.sort(group * _APART + values)
    sizes = np.bincount(group, minlength=count)
    wanted = np.cumsum(sizes) - sizes + (np.maximum(sizes - 1, 0) * share).astype(np.int64)
    full = np.flatnonzero(sizes)
    found = np.full(count, np.nan)
    found[full] = ordered[wanted[full]] - full * _APART
    return found


def medians(group: Ints, lat: Floats, lon: Floats, *, count: int) -> tuple[Floats, Floats]:
    """Return the median latitude and longitude of each group of points; NaN for an empty one."""
    return (
        quantiles(group, lat, share=0.5, count=count),
        quantiles(group, lon, share=0.5, count=count),
    )


def radii_km(
    group: Ints, lat: Floats, lon: Floats, *, middle: tuple[Floats, Floats], share: float
) -> Floats:
    """Return how far from its middle a share of each group's points lies, in km."""
    km = distance_km(lat, lon, middle[0][group], middle[1][group])
    return quantiles(group, km, share=share, count=len(middle[0]))
