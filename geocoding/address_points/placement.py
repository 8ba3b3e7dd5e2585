"""Points put on the map: in which order a file has its coordinates, and which points lie wrong.

Most pairs of EPSG:2180 lie in Poland in either order, so that no frame around Poland can tell. The
right order is the one in which points lie in their own communes.
"""

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geocoding.address_points.entries import Entry
from geocoding.address_points.raw_points import Plane, RawPoints
from geocoding.distance import Floats
from geocoding.errors import AddedDataError
from geocoding.locale import message
from geocoding.projection import from_epsg_2180
from geocoding.resources import data_dir

Bools = NDArray[np.bool_]

_MARGIN_LAT: Final = 0.09
_MARGIN_LON: Final = 0.14
"""Degrees, about 10 km: the areas that come with the program are approximate."""
_POLAND: Final = (48.9, 14.0, 55.0, 24.3)
_LEAST_SHARE: Final = 0.8
_DIGITS_OF_COMMUNE: Final = 6
_DIGITS_OF_COUNTY: Final = 4
_LARGEST_DEGREES: Final = 360.0


@dataclass(frozen=True, slots=True)
class Order:
    """How a file has its coordinates.

    Attributes:
        plane: Metres of EPSG:2180, or degrees of WGS 84.
        north_first: Whether the northing, or the latitude, stands first.
    """

    plane: Plane
    north_first: bool

    def degrees(self, points: RawPoints) -> tuple[Floats, Floats]:
        """Return latitudes and longitudes; NaN where a coordinate is none."""
        north, east = points.first, points.second
        if not self.north_first:
            north, east = east, north
        if self.plane is Plane.DEGREES:
            return north, east
        possible = (north > 0) & (north < 1e6) & (east > 0) & (east < 1e6)  # noqa: PLR2004
        metres = np.where(possible[:, None], np.column_stack([east, north]), np.nan)
        lon, lat = from_epsg_2180(metres).T
        return lat, lon


def order_of(points: RawPoints, usual: Order, entry: Entry) -> Order:
    """Return the order of a file's coordinates, by the points that lie in their own communes.

    Args:
        points: Some points of the file.
        usual: How files of its format have their coordinates; it stands where nothing speaks
            against it.
        entry: The file.

    Raises:
        AddedDataError: In neither order do the points lie in their communes, or none has two
            numbers for coordinates.
    """
    words = {"path": str(entry.source), "entry": entry.name}
    if not (np.isfinite(points.first) & np.isfinite(points.second)).any():
        raise AddedDataError(message("points-no-coordinates", **words))
    orders = [usual, replace(usual, north_first=not usual.north_first)]
    shares = [float(lies_in_commune(points, *order.degrees(points)).mean()) for order in orders]
    best = int(np.argmax(shares))
    if shares[best] >= _LEAST_SHARE:
        return orders[best]
    first, second = float(np.nanmedian(points.first)), float(np.nanmedian(points.second))
    words["pair"] = f"{first:.6g}, {second:.6g}"
    are_degrees = max(abs(first), abs(second)) < _LARGEST_DEGREES
    if are_degrees != (usual.plane is Plane.DEGREES):
        name = "points-degrees-for-metres" if are_degrees else "points-metres-for-degrees"
        raise AddedDataError(message(name, **words))
    raise AddedDataError(message("points-elsewhere", share=round(100 * shares[best]), **words))


def lies_in_commune(points: RawPoints, lat: Floats, lon: Floats) -> Bools:
    """Return whether points lie in their communes, or at most some 10 km away from them.

    Of a commune that the program does not know the county counts, then the country.
    """
    column = points.texts["commune"]
    frames = np.array([frame_of(code) for code in column.dictionary.to_pylist()] or [_POLAND])
    south, west, north, east = frames[np.asarray(column.indices)].T
    inside: Bools = (lat >= south) & (lat <= north) & (lon >= west) & (lon <= east)
    return inside


@cache
def frame_of(code: str) -> tuple[float, float, float, float]:
    """Return the frame of a commune and its surroundings: south, west, north, east in degrees."""
    frames = _frames()
    commune = code.zfill(_DIGITS_OF_COMMUNE)[:_DIGITS_OF_COMMUNE]
    for known in (commune, commune[:_DIGITS_OF_COUNTY]):
        if known in frames:
            south, west, north, east = frames[known]
            return (
                south - _MARGIN_LAT,
                west - _MARGIN_LON,
                north + _MARGIN_LAT,
                east + _MARGIN_LON,
            )
    return _POLAND


@cache
def _frames() -> dict[str, tuple[float, float, float, float]]:
    """Return the frames of all communes and counties by code: south, west, north, east."""
    frames = {}
    for level in ("communes", "counties"):
        path = data_dir() / "boundaries" / f"{level}.geojson"
        for item in json.loads(path.read_text("utf-8"))["features"]:
            corners = np.array(list(_corners(item["geometry"]["coordinates"])))
            (west, south), (east, north) = corners.min(axis=0), corners.max(axis=0)
            frames[item["properties"]["teryt"]] = (south, west, north, east)
    return frames


def _corners(nested: list) -> list[tuple[float, float]]:  # type: ignore[type-arg]  # GeoJSON nests
    """Return all corners in the nested lists of a geometry."""
    if isinstance(nested[0], int | float):
        return [(nested[0], nested[1])]
    return [corner for each in nested for corner in _corners(each)]
