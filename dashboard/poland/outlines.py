"""The regions of Poland on the plane of a printed map: kilometres, x to the east, y down."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.explore.catalog.facets import SEPARATOR
from dashboard.explore.catalog.regions import commune_names
from dashboard.explore.coverage.levels import Level
from geocoding.added import boundaries_file, cached_with_added
from geocoding.projection import to_km

Ring: TypeAlias = list[tuple[float, float]]
"""A closed line of points (x, y) in km; the last is the first."""

_DECIMALS: Final = 2
_CHORDS: Final = 15
_REACH: Final = 0.3
"""Up to which part of a region's height above and below its middle a name may reach."""
_FILES: Final = {
    Level.VOIVODESHIP: "voivodeships",
    Level.COUNTY: "counties",
    Level.COMMUNE: "communes",
}


@dataclass(frozen=True, slots=True)
class Viewport:
    """The part of the plane that a map shows, in km."""

    left: float
    top: float
    width: float
    height: float

    def content(self) -> dict[str, float]:
        """Return the frame for a template."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Outline:
    """The area of one region.

    Attributes:
        area: Its polygons, x to the east and y down, in km.
        middle: (x, y) of the point around which its name stands, in km.
    """

    area: BaseGeometry
    middle: tuple[float, float]

    def rings(self, *, tolerance_km: float = 0.0) -> list[Ring]:
        """Return its outer and inner lines, no point further off than the tolerance."""
        area = shapely.simplify(self.area, tolerance_km) if tolerance_km else self.area
        lines = (
            line for part in shapely.get_parts(area) for line in (part.exterior, *part.interiors)
        )
        return [_ring(line.coords) for line in lines]

    def chords(self) -> list[tuple[float, float, float]]:
        """Return (y, start, end) of level lines inside the region around the middle, in km."""
        x, middle = self.middle
        left, top, right, bottom = self.area.bounds
        found = []
        reach = _REACH * (bottom - top)
        for y in np.linspace(middle - reach, middle + reach, _CHORDS).tolist():
            level = shapely.LineString([(left, y), (right, y)])
            parts = [part.bounds for part in shapely.get_parts(self.area.intersection(level))]
            here = [(part[0], part[2]) for part in parts if part[0] <= x <= part[2]]
            start, end = (here or [(x, x)])[0]
            found.append((round(y, _DECIMALS), round(start, _DECIMALS), round(end, _DECIMALS)))
        return found


@cached_with_added
def outlines(level: Level) -> dict[str, Outline]:
    """Return the area of every region of a level, by the region as the filter names it."""
    path = boundaries_file(_FILES[level])
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    found = {}
    for feature in features:
        named = feature["properties"]
        area = shape(feature["geometry"])
        key = region_of(named, level)
        found[key] = _outline(area, named["label_lat"], named["label_lon"])
    return found


def region_of(named: Mapping[str, Any], level: Level) -> str:
    """Give the region that the properties of an area name, as the filter names it."""
    match level:
        case Level.COMMUNE:
            return commune_names()[named["teryt"]]
        case Level.COUNTY:
            return SEPARATOR.join((named["voivodeship"], named["name"]))
        case Level.VOIVODESHIP:
            return str(named["name"])


def to_plane(points: Iterable[tuple[float, float]]) -> Ring:
    """Return points (x, y) of the plane for points (latitude, longitude) in degrees."""
    degrees = np.array(list(points), dtype=np.float64).reshape(-1, 2)
    return _ring(_down(degrees[:, ::-1]))


def frame_of(areas: Collection[Outline], *, margin: float) -> Viewport:
    """Return the frame around areas, with that share of its size as a margin on every side."""
    left, top, right, bottom = shapely.total_bounds([each.area for each in areas]).tolist()
    width, height = right - left, bottom - top
    return Viewport(
        left=left - margin * width,
        top=top - margin * height,
        width=width * (1 + 2 * margin),
        height=height * (1 + 2 * margin),
    )


def _outline(area: BaseGeometry, lat: float, lon: float) -> Outline:
    """Return an area in degrees on the plane."""
    plane = shapely.transform(area, _down)
    return Outline(area=plane, middle=to_plane([(lat, lon)])[0])


def _down(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the plane's points for rows (longitude, latitude), y down."""
    return to_km(degrees) * (1, -1)


def _ring(points: npt.ArrayLike) -> Ring:
    """Return points rounded to what a print can show."""
    return [(round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in np.asarray(points).tolist()]
