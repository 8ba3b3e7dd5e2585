"""A plane in kilometres in which Poland keeps its areas, and nearly its shapes.

Lambert's azimuthal equal-area projection of the sphere, centred on Poland: within 450 km of the
centre no length is off by more than 0.1 %.
Source: Snyder, Map Projections: A Working Manual (1987), equations 24-2 to 24-17.
"""

import numpy as np

from geocoding.distance import EARTH_RADIUS_KM, Floats

_CENTRE_LAT, _CENTRE_LON = np.radians(52.0), np.radians(19.0)


def to_km(degrees: Floats) -> Floats:
    """Return points of the plane in km for points in degrees.

    Args:
        degrees: One row (longitude, latitude) per point.

    Returns:
        One row (x to the east, y to the north) per point.
    """
    lon, lat = np.radians(degrees[:, 0]) - _CENTRE_LON, np.radians(degrees[:, 1])
    east = np.cos(lat) * np.sin(lon)
    north = np.cos(_CENTRE_LAT) * np.sin(lat) - np.sin(_CENTRE_LAT) * np.cos(lat) * np.cos(lon)
    towards = np.sin(_CENTRE_LAT) * np.sin(lat) + np.cos(_CENTRE_LAT) * np.cos(lat) * np.cos(lon)
    scale = EARTH_RADIUS_KM * np.sqrt(2 / (1 + towards))
    return np.column_stack([scale * east, scale * north])


def to_degrees(plane: Floats) -> Floats:
    """Give points in degrees, one row (longitude, latitude) each, for points of the plane in km."""
    x, y = plane[:, 0] / EARTH_RADIUS_KM, plane[:, 1] / EARTH_RADIUS_KM
    radius = np.hypot(x, y)
    angle = 2 * np.arcsin(radius / 2)
    ratio = np.divide(np.sin(angle), radius, out=np.ones_like(radius), where=radius > 0)
    lat = np.arcsin(np.cos(angle) * np.sin(_CENTRE_LAT) + y * ratio * np.cos(_CENTRE_LAT))
    ahead = np.cos(_CENTRE_LAT) * np.cos(angle) - y * ratio * np.sin(_CENTRE_LAT)
    lon = _CENTRE_LON + np.arctan2(x * ratio, ahead)
    degrees: Floats = np.degrees(np.column_stack([lon, lat]))
    return degrees
