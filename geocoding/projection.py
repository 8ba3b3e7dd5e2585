"""Two planes of Poland: one that keeps areas, in kilometres, and the state's own, in metres.

The first is Lambert's azimuthal equal-area projection of the sphere, centred on Poland: within
450 km of the centre no length is off by more than 0.1 %.
Source: Snyder, Map Projections: A Working Manual (1987), equations 24-2 to 24-17.

The second is EPSG:2180 (ETRF2000-PL / CS92, PUWG 1992), a transverse Mercator of GRS 80.
Source: Karney, Transverse Mercator with an accuracy of a few nanometers (2011), to the third order
of the flattening: right to a millimetre in Poland.
"""

from typing import Final

import numpy as np

from geocoding.distance import EARTH_RADIUS_KM, Floats

_CENTRE_LAT, _CENTRE_LON = np.radians(52.0), np.radians(19.0)

_FLATTENING: Final = 1 / 298.257222101
THIRD_FLATTENING: Final = _FLATTENING / (2 - _FLATTENING)
"""Of GRS 80."""
RECTIFYING_M: Final = (
    6_378_137.0 / (1 + THIRD_FLATTENING) * (1 + THIRD_FLATTENING**2 / 4 + THIRD_FLATTENING**4 / 64)
)
"""Radius of a circle as long as a meridian of GRS 80, metres."""
SCALE: Final = 0.9993
CENTRAL_MERIDIAN: Final = float(np.radians(19.0))
FALSE_EASTING_M: Final = 500_000.0
FALSE_SOUTHING_M: Final = 5_300_000.0
"""The parameters of EPSG:2180."""


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


def to_epsg_2180(degrees: Floats) -> Floats:
    """Give points of EPSG:2180 in metres for points in degrees.

    Args:
        degrees: One row (longitude, latitude) per point; NaN stays NaN.

    Returns:
        One row (easting, northing) per point, which surveyors call y and x.
    """
    n = THIRD_FLATTENING
    alpha = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16,
        13 * n**2 / 48 - 3 * n**3 / 5,
        61 * n**3 / 240,
    )
    lon, lat = np.radians(degrees[:, 0]) - CENTRAL_MERIDIAN, np.radians(degrees[:, 1])
    eccentricity = 2 * np.sqrt(n) / (1 + n)
    sine = np.sin(lat)
    conformal = np.sinh(np.arctanh(sine) - eccentricity * np.arctanh(eccentricity * sine))
    xi = np.arctan2(conformal, np.cos(lon))
    eta = np.arctanh(np.sin(lon) / np.hypot(1, conformal))
    turns = [(a, 2 * j * xi, 2 * j * eta) for j, a in enumerate(alpha, 1)]
    north = xi + sum(a * np.sin(turn) * np.cosh(away) for a, turn, away in turns)
    east = eta + sum(a * np.cos(turn) * np.sinh(away) for a, turn, away in turns)
    metres: Floats = SCALE * RECTIFYING_M * np.column_stack([east, north])
    metres += np.array([FALSE_EASTING_M, -FALSE_SOUTHING_M])
    return metres


def from_epsg_2180(metres: Floats) -> Floats:
    """Give points in degrees for points of EPSG:2180; right to a centimetre.

    Source: Karney (2011), equations 7 to 35, to the third order of the flattening.

    Args:
        metres: One row (easting, northing) per point.

    Returns:
        One row (longitude, latitude) per point.
    """
    n = THIRD_FLATTENING
    beta = (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)
    delta = (2 * n - 2 * n**2 / 3 - 2 * n**3, 7 * n**2 / 3 - 8 * n**3 / 5, 56 * n**3 / 15)
    xi = (metres[:, 1] + FALSE_SOUTHING_M) / (SCALE * RECTIFYING_M)
    eta = (metres[:, 0] - FALSE_EASTING_M) / (SCALE * RECTIFYING_M)
    turn = xi - sum(b * np.sin(2 * j * xi) * np.cosh(2 * j * eta) for j, b in enumerate(beta, 1))
    away = eta - sum(b * np.cos(2 * j * xi) * np.sinh(2 * j * eta) for j, b in enumerate(beta, 1))
    conformal = np.arcsin(np.sin(turn) / np.cosh(away))
    lat = conformal + sum(d * np.sin(2 * j * conformal) for j, d in enumerate(delta, 1))
    lon = CENTRAL_MERIDIAN + np.arctan2(np.sinh(away), np.cos(turn))
    degrees: Floats = np.degrees(np.column_stack([lon, lat]))
    return degrees
