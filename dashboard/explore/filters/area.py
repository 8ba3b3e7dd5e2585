"""An area of the map that practices must have a place in: a rectangle or a polygon."""

import re
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import shapely

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask

MAX_CORNERS: Final = 40
"""Corners of a polygon; an address has room for these."""

_CORNERS_OF_RECTANGLE: Final = 2
_NUMBER: Final = r"\d{1,2}(?:\.\d{1,9})?"
_CORNER: Final = rf"{_NUMBER},{_NUMBER}"
_TEXT: Final = re.compile(rf"{_CORNER}(?:,{_CORNER}){{1,{MAX_CORNERS - 1}}}")


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the map.

    Attributes:
        corners: (lat, lon) in degrees, to 4 decimals: of a rectangle its south-west and its
            north-east one, of a polygon all, of which the last is joined to the first.
    """

    corners: tuple[tuple[float, float], ...]

    @property
    def is_rectangle(self) -> bool:
        """Whether it is a rectangle."""
        return len(self.corners) == _CORNERS_OF_RECTANGLE

    @property
    def outline(self) -> tuple[tuple[float, float], ...]:
        """All corners, (lat, lon) in degrees, in their order around the area."""
        if not self.is_rectangle:
            return self.corners
        (south, west), (north, east) = self.corners
        return ((south, west), (north, west), (north, east), (south, east))

    def __str__(self) -> str:
        """Write it as an address holds it: '49.9,20.3,50.1,20.6'."""
        return ",".join(f"{each:.4f}" for corner in self.corners for each in corner)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read what `str` writes; None for anything else, and for what encloses no area."""
        if not _TEXT.fullmatch(text):
            return None
        numbers = [round(float(each), 4) for each in text.split(",")]
        area = cls(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
        if area.is_rectangle:
            (south, west), (north, east) = area.corners
            return area if south < north and west < east else None
        shape = area._shape()
        return area if shape.is_valid and shape.area > 0 else None

    def practices(self, catalog: Catalog) -> Mask:
        """Return one entry a practice: whether a mark of it lies in the area."""
        places = catalog.places
        lat, lon = (places[name].to_numpy(np.float64) for name in ("lat", "lon"))
        located = np.isfinite(lat) & np.isfinite(lon)
        inside = np.zeros(len(places), dtype=bool)
        northing = _northing(lat[located])
        inside[located] = shapely.intersects_xy(self._shape(), lon[located], northing)
        practices = np.zeros(len(catalog), dtype=bool)
        practices[places["row"].to_numpy()[inside]] = True
        return practices

    def _shape(self) -> shapely.Polygon:
        """Return it on the plane of the map, on which its sides are straight."""
        lat, lon = np.array(self.outline).T
        return shapely.Polygon(np.column_stack([lon, _northing(lat)]))


def _northing(lat: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how far north of the equator latitudes are on web maps, in degrees of longitude."""
    northing: npt.NDArray[np.float64] = np.degrees(np.arcsinh(np.tan(np.radians(lat))))
    return northing
