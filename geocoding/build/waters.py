"""Rivers and lakes of the base map, from World Data Bank II and GSHHG as one package carries them.

A file of lines is a sequence of points (longitude, latitude) as little-endian float32. Its index
has a text line for each of its lines: kind, area, number of points, southern and northern end,
first byte, number of bytes, name of the line; the kind of a lake is 2.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geocoding.errors import GazetteerError
from geocoding.features import Feature
from geocoding.locale import message
from geocoding.projection import to_degrees, to_km

FRAME: Final = shapely.box(13.2, 48.4, 25.2, 55.4)
"""The waters of the base map: Poland, and what a view of its border shows of the countries."""

_LAKE: Final = 2
_TOLERANCE_KM: Final = 0.06
_DECIMALS: Final = 4
_COURSE_KM: Final = 14.0
"""How far a line may be from a course in the mean, and be part of the river."""
_SHORE_KM: Final = 1.5
"""How far a lake may be from the point that it is named by."""
_SAMPLES: Final = 9

Degrees = npt.NDArray[np.float64]

_COURSES: Final = {
    "Wisła": "18.88,49.62 18.79,49.80 19.20,50.00 19.94,50.05 21.07,50.31 21.75,50.67 21.96,51.42"
    " 21.03,52.25 19.68,52.54 18.60,53.01 18.17,53.15 18.75,53.49 18.80,54.09 18.95,54.35",
    "Odra": "17.60,49.65 18.28,49.85 18.22,50.09 17.92,50.67 17.03,51.11 16.08,51.67 15.70,51.80"
    " 15.10,52.05 14.56,52.35 14.62,52.58 14.35,53.00 14.57,53.43 14.58,53.65",
    "Warta": "19.42,50.49 19.13,50.80 18.86,51.12 18.75,51.60 18.25,52.22 17.02,52.09 16.94,52.40"
    " 16.40,52.70 15.24,52.73 14.62,52.58",
    "Noteć": "18.90,52.35 18.45,52.70 17.95,52.95 17.60,53.14 16.75,53.05 16.56,52.90 15.83,52.84"
    " 15.41,52.74",
    "Bug": "24.10,50.40 24.04,50.89 23.55,51.55 23.65,52.08 22.66,52.39 21.46,52.59 21.07,52.51",
    "Narew": "24.20,52.72 23.00,52.90 22.77,53.20 22.07,53.18 21.57,53.08 21.08,52.70 21.07,52.51"
    " 20.68,52.44",
    "San": "22.87,49.08 22.20,49.56 22.30,49.83 22.77,49.78 22.68,50.02 22.05,50.57 21.85,50.74",
    "Dunajec": "20.03,49.48 20.43,49.44 20.69,49.62 20.90,50.00 20.73,50.25",
    "Nysa Łużycka": "14.83,50.87 15.00,51.15 14.72,51.95 14.76,52.05",
    "Nogat": "18.95,53.93 19.03,54.04 19.30,54.20",
    "Pisa": "21.80,53.63 21.88,53.23",
}
"""Courses of the rivers that the map names, from places on their banks: 'longitude,latitude'."""

LAKE_POINTS: Final = {
    "Śniardwy": (21.73, 53.75),
    "Mamry": (21.70, 54.10),
    "Niegocin": (21.77, 53.99),
    "Roś": (21.89, 53.67),
    "Łebsko": (17.41, 54.71),
    "Gardno": (17.12, 54.66),
    "Jeziorak": (19.60, 53.71),
    "Dąbie": (14.66, 53.46),
    "Miedwie": (14.90, 53.28),
    "Drawsko": (16.19, 53.61),
    "Gopło": (18.36, 52.58),
    "Wigry": (23.08, 54.03),
    "Wdzydze": (17.92, 53.98),
    "Jez. Goczałkowickie": (18.87, 49.93),
    "Jez. Turawskie": (18.12, 50.72),
    "Jez. Solińskie": (22.45, 49.37),
    "Jez. Rożnowskie": (20.69, 49.74),
}
"""A point of each lake that the map names: (longitude, latitude)."""


def course_points() -> dict[str, list[tuple[float, float]]]:
    """Give (longitude, latitude) of the places on the banks of each river that the map names."""
    points = {name: [each.split(",") for each in text.split()] for name, text in _COURSES.items()}
    return {name: [(float(lon), float(lat)) for lon, lat in at] for name, at in points.items()}


class Lines(NamedTuple):
    """A file of lines and the entries of its index, as the package has them."""

    points: bytes
    entries: bytes


def rivers(source: Lines) -> list[Feature]:
    """Give the rivers inside the frame, those with a course here by name, the longest first.

    Raises:
        GazetteerError: If a river of a course is not among the lines.
    """
    courses = {
        name: shapely.LineString(to_km(np.array(at))) for name, at in course_points().items()
    }
    found: dict[str, list[BaseGeometry]] = {}
    for _, points in _lines(source):
        line = shapely.LineString(to_km(points))
        found.setdefault(_name_of(line, courses), []).append(line)
    _require(courses.keys() - found.keys(), "river")
    lines = {name: shapely.line_merge(shapely.union_all(parts)) for name, parts in found.items()}
    ordered = sorted(lines, key=lambda name: (name == "", -lines[name].length))
    return _features((name, lines[name]) for name in ordered)


def lakes(source: Lines) -> list[Feature]:
    """Give the lakes inside the frame, some of them by name, the largest first.

    Raises:
        GazetteerError: If a named lake is not among them.
    """
    areas = [
        shapely.make_valid(shapely.Polygon(to_km(points)))
        for kind, points in _lines(source)
        if kind == _LAKE
    ]
    tree = shapely.STRtree(areas)
    names = dict.fromkeys(range(len(areas)), "")
    lost = set(LAKE_POINTS)
    for name, degrees in LAKE_POINTS.items():
        point = shapely.Point(to_km(np.array([degrees]))[0])
        nearest = tree.query_nearest(point, max_distance=_SHORE_KM)
        if len(nearest):
            names[int(nearest[0])] = name
            lost.remove(name)
    _require(lost, "lake")
    ordered = sorted(names, key=lambda row: -areas[row].area)
    return _features((names[row], areas[row]) for row in ordered)


def _require(lost: set[str], kind: str) -> None:
    """Refuse a source that lacks what the map names.

    Raises:
        GazetteerError: Something is lost.
    """
    if lost:
        names = ", ".join(sorted(lost))
        raise GazetteerError(message("build-no-waters", kind=kind, names=names))


def _lines(source: Lines) -> Iterator[tuple[int, Degrees]]:
    """Yield kind and points (longitude, latitude) of each line that meets the frame."""
    west, south, east, north = FRAME.bounds
    for entry in source.entries.decode("ascii").splitlines():
        kind, _, _, lowest, highest, first, size, *_ = entry.split()
        if float(highest) < south or float(lowest) > north:
            continue
        content = source.points[int(first) : int(first) + int(size)]
        points = np.frombuffer(content, "<f4").reshape(-1, 2).astype(np.float64)
        lon = points[:, 0]
        if len(points) > 1 and lon.max() >= west and lon.min() <= east:
            yield int(kind), points


def _name_of(line: shapely.LineString, courses: dict[str, shapely.LineString]) -> str:
    """Give the name of the river that a line is part of; empty where no course is near."""
    parts = np.linspace(0, 1, _SAMPLES).tolist()
    samples = [line.interpolate(part, normalized=True) for part in parts]
    away_km = {
        name: sum(map(course.distance, samples)) / _SAMPLES for name, course in courses.items()
    }
    nearest = min(away_km, key=lambda name: away_km[name])
    return nearest if away_km[nearest] <= _COURSE_KM else ""


def _features(named: Iterator[tuple[str, BaseGeometry]]) -> list[Feature]:
    """Give geometries in km as features of GeoJSON in degrees, simplified."""
    features = []
    for name, shape in named:
        plain = shapely.simplify(shape, _TOLERANCE_KM)
        degrees = shapely.transform(plain, lambda xy: to_degrees(xy).round(_DECIMALS))
        clipped = shapely.make_valid(degrees).intersection(FRAME)
        if not clipped.is_empty:
            rounded = shapely.transform(clipped, lambda xy: xy.round(_DECIMALS))
            features.append(
                {
                    "type": "Feature",
                    "properties": {"name": name},
                    "geometry": shapely.geometry.mapping(rounded),
                }
            )
    return features
