"""The address of a position: the nearest address point, else the nearest settlement."""

from typing import Final

import numpy as np
import pandas as pd

from geocoding.address_points import (
    AddressPoints,
    labels_of,
    nearest_points,
    postal_codes,
    words_of,
)
from geocoding.address_points.encoding import PER_DEGREE
from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.index import Gazetteer
from geocoding.model import Precision

NEAREST_COLUMNS: Final = ("nearest_address", "nearest_m")
"""Columns of answers that name the nearest address and how far away it is, in metres."""


def nearest_addresses(
    gazetteer: Gazetteer, points: AddressPoints | None, lat: Floats, lon: Floats
) -> pd.DataFrame:
    """Return the nearest address of each position.

    Args:
        gazetteer: The gazetteer.
        points: The address points, None where there are none.
        lat: Latitudes in degrees.
        lon: Longitudes in degrees.

    Returns:
        One row per position: nearest_address (words), nearest_m (metres), postal_code, precision,
        lat and lon of the address. A position that is no number has empty words and NaN.
    """
    table = _nearest_settlements(gazetteer, lat, lon)
    if points is None:
        return table
    point, distance_m = nearest_points(points, lat, lon)
    rows = np.flatnonzero(point >= 0)
    if not rows.size:
        return table
    at = point[rows]
    words = words_of(points, labels_of(points, at), at, np.ones(len(at), dtype=np.bool_))
    found = {
        "nearest_address": words.to_pylist(),
        "nearest_m": distance_m[rows],
        "postal_code": postal_codes(points.code[at].astype(np.int64)).to_pylist(),
        "precision": str(Precision.BUILDING),
        "lat": points.lat[at] / PER_DEGREE,
        "lon": points.lon[at] / PER_DEGREE,
    }
    for name, values in found.items():
        table.loc[rows, name] = values
    return table


def _nearest_settlements(gazetteer: Gazetteer, lat: Floats, lon: Floats) -> pd.DataFrame:
    """Return the nearest settlement of each position, as `nearest_addresses` does."""
    targets = gazetteer.targets
    settlement = np.flatnonzero((targets.name >= 0) & (targets.unit >= 0))
    lats, lons = targets.lat[settlement], targets.lon[settlement]
    labels = gazetteer.words["label"].texts
    rows = []
    for at_lat, at_lon in zip(lat.tolist(), lon.tolist(), strict=True):
        km = distance_km(np.array(at_lat), np.array(at_lon), lats, lons)
        if not np.isfinite(km).any():
            rows.append(("", np.nan, "", "", np.nan, np.nan))
            continue
        best = int(np.nanargmin(km))
        target = int(settlement[best])
        label, place = labels[target].as_py(), (targets.lat[target], targets.lon[target])
        rows.append((label, 1000 * float(km[best]), "", str(Precision.LOCALITY), *place))
    names = [*NEAREST_COLUMNS, "postal_code", "precision", "lat", "lon"]
    return pd.DataFrame(rows, columns=names)
