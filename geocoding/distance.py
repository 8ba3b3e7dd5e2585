"""Distances on the Earth, over whole arrays."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EARTH_RADIUS_KM = 6371.0088
"""Mean radius. Source: IUGG, Geodetic Reference System 1980."""


def distance_km(lat1: Floats, lon1: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Return great-circle distance in km between points in degrees, element by element."""
    phi1, phi2 = np.radians(lat1), np.radians(lat2)
    half = np.sin((phi2 - phi1) / 2) ** 2
    half += np.cos(phi1) * np.cos(phi2) * np.sin(np.radians(lon2 - lon1) / 2) ** 2
    angle: Floats = 2 * np.arcsin(np.sqrt(half))
    return EARTH_RADIUS_KM * angle
