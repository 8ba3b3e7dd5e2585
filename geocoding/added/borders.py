"""Borders of all communes from the state's register of boundaries (PRG), in EPSG:2180.

Counties and voivodeships are the unions of their communes, so that all three levels meet.
"""

import gzip
import io
import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import shapefile
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape

from geocoding.added.kind import Contents, Kind, SourceFile, too_few
from geocoding.distance import Floats
from geocoding.errors import AddedDataError
from geocoding.features import Feature, as_geojson, feature, unions
from geocoding.locale import message
from geocoding.projection import from_epsg_2180
from geocoding.resources import data_dir

LARGEST_COMPRESSED = 1_500_000
"""Bytes of all communes' areas as a browser gets them."""

_CODE = "JPT_KOD_JE"
_NAME = "JPT_NAZWA_"
_DAY = "WERSJA_OD"
_DIGITS_OF_COMMUNE = (6, 7)
_FEWEST_COMMUNES = 2_400
_PLANE = (100_000, 100_000, 900_000, 900_000)
_GRID_M = 1.0
_FIRST_TOLERANCE_M = 300.0
_COARSER = 1.3
_LARGER_UNITS_KM = 1.1
_DIGITS = {"counties": 4, "voivodeships": 2}
_NAMES = ("name", "voivodeship")
_DECIMALS = 4


@dataclass(frozen=True, kw_only=True)
class BordersOfUnits(Kind):
    """PRG's borders: an archive of shapefiles, of which that of the communes is read."""

    name: str = "borders"
    title: str = "Borders of communes, counties and voivodeships (PRG)"
    publisher: str = "GUGiK"
    publisher_url: str = "https://www.geoportal.gov.pl/"
    attribution: str = "Główny Urząd Geodezji i Kartografii (GUGiK), PRG"

    def recognises(self, source: SourceFile) -> bool:
        """Return whether the archive holds a shapefile with the register's columns."""
        return any(True for _ in _layers(source))

    def read(self, source: SourceFile) -> Contents:
        """Return the areas of communes, counties and voivodeships as GeoJSON.

        Raises:
            AddedDataError: There is no layer of communes, one is damaged, or not in EPSG:2180.
        """
        codes, names, areas, day = _communes(source)
        content, communes = _small_enough(codes, names, _meeting(areas))
        counties = _united(source, communes, level="counties")
        voivodeships = _united(source, counties, level="voivodeships")
        files = {
            "communes.geojson": content.encode(),
            "counties.geojson": as_geojson(counties).encode(),
            "voivodeships.geojson": as_geojson(voivodeships).encode(),
        }
        return Contents(day=source.day or day, rows=len(codes), files=files)


def _layers(source: SourceFile) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield name, shapes and records of each shapefile of the archive with the two columns."""
    by_name = {name.lower(): content for name, content in source.members.items()}
    for name, shapes in by_name.items():
        records = by_name.get(f"{name.removesuffix('.shp')}.dbf", b"")
        head = records[:4096]
        if name.endswith(".shp") and _CODE.encode() in head and _NAME.encode() in head:
            yield name, shapes, records


def _communes(
    source: SourceFile,
) -> tuple[list[str], list[str], NDArray[np.object_], date]:
    """Return codes, names and areas of the communes in metres, and the newest day.

    Raises:
        AddedDataError: There is no layer of communes, or it is damaged.
    """
    for name, shapes, records in _layers(source):
        try:
            reader = shapefile.Reader(
                shp=io.BytesIO(shapes), dbf=io.BytesIO(records), encoding="utf-8"
            )
            listed = list(reader.iterShapeRecords())
        except (shapefile.ShapefileException, struct.error, ValueError, OSError) as error:
            words = {"layer": name, "error": str(error)}
            raise _fault(source, "added-layer-damaged", **words) from error
        if listed and len(str(listed[0].record[_CODE])) in _DIGITS_OF_COMMUNE:
            return _checked(source, name, listed)
    raise _fault(source, "added-no-communes")


def _checked(
    source: SourceFile, layer: str, listed: list[Any]
) -> tuple[list[str], list[str], NDArray[np.object_], date]:
    """Return what a layer of communes holds, by code.

    Raises:
        AddedDataError: A code is none or repeats, communes are missing, or the areas are not in
            EPSG:2180.
    """
    found: dict[str, tuple[str, Any]] = {}
    days = []
    for row, each in enumerate(listed, start=1):
        code = str(each.record[_CODE])
        if not code.isdigit() or len(code) not in _DIGITS_OF_COMMUNE or code[:6] in found:
            raise source.fault(
                row=row,
                column=_CODE,
                value=code,
                expected=message("added-expected-code"),
                remedy=message("added-remedy-borders"),
            )
        found[code[:6]] = (str(each.record[_NAME]), shape(each.shape.__geo_interface__))
        days.append(_as_day(each.record.as_dict().get(_DAY)))
    if len(found) < _FEWEST_COMMUNES:
        raise too_few(
            source, "communes", found=len(found), fewest=_FEWEST_COMMUNES, remedy="borders"
        )
    codes = sorted(found)
    areas = np.array([found[code][1] for code in codes], dtype=object)
    frame = shapely.total_bounds(areas)
    if (frame[:2] < _PLANE[:2]).any() or (frame[2:] > _PLANE[2:]).any():
        raise _fault(source, "added-projection", layer=layer, frame=str(frame.round(2).tolist()))
    stated = [day for day in days if day]
    newest = max(stated) if stated else date.today()  # noqa: DTZ011  a day, not a moment
    return codes, [found[code][0] for code in codes], areas, newest


def _meeting(areas: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the areas with lines that neighbours share, whatever small gaps the source has."""
    if shapely.coverage_is_valid(areas):
        return areas
    noded = shapely.union_all(shapely.boundary(areas), grid_size=_GRID_M)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    face, unit = shapely.STRtree(shapely.make_valid(areas)).query(
        shapely.point_on_surface(faces), predicate="intersects"
    )[:, :]
    _, once = np.unique(face, return_index=True)
    face, unit = face[once], unit[once]
    united = [shapely.coverage_union_all(faces[face[unit == at]]) for at in range(len(areas))]
    return np.array(united, dtype=object)


def _small_enough(
    codes: list[str], names: list[str], areas: NDArray[np.object_]
) -> tuple[str, list[Feature]]:
    """Return the communes as GeoJSON and as features, simplified until a browser can have them."""
    tolerance = _FIRST_TOLERANCE_M
    while True:
        lines = shapely.coverage_simplify(areas, tolerance)
        degrees = shapely.transform(lines, _to_degrees)
        features = [
            feature(area, {"teryt": code, "name": name, "approximate": False}, label_in=area)
            for code, name, area in zip(codes, names, degrees, strict=True)
        ]
        content = as_geojson(features)
        if len(gzip.compress(content.encode(), mtime=0)) <= LARGEST_COMPRESSED:
            return content, features
        tolerance *= _COARSER


def _united(source: SourceFile, features: list[Feature], *, level: str) -> list[Feature]:
    """Return the areas of the larger units that the codes of smaller ones name.

    Raises:
        AddedDataError: The program knows no unit of a code.
    """
    groups: dict[str, list[Feature]] = {}
    for item in features:
        groups.setdefault(item["properties"]["teryt"][: _DIGITS[level]], []).append(item)
    names = _names_of(level)
    if unknown := sorted(set(groups) - set(names)):
        raise _fault(source, "added-unit-unknown", codes=", ".join(unknown))
    order = sorted(groups, key=list(names).index)
    areas = unions([groups[code] for code in order], tolerance_km=_LARGER_UNITS_KM)
    return [
        feature(area, names[code] | {"teryt": code, "approximate": False}, label_in=area)
        for code, area in zip(order, areas, strict=True)
    ]


def _names_of(level: str) -> dict[str, dict[str, str]]:
    """Return the names of the units of a level by code, in the order of the shipped file."""
    text = (data_dir() / "boundaries" / f"{level}.geojson").read_text("utf-8")
    listed = [item["properties"] for item in json.loads(text)["features"]]
    return {each["teryt"]: {name: each[name] for name in _NAMES if name in each} for each in listed}


def _to_degrees(metres: Floats) -> Floats:
    """Return rows (longitude, latitude) for rows (easting, northing) of EPSG:2180."""
    degrees: Floats = from_epsg_2180(metres).round(_DECIMALS)
    return degrees


def _fault(source: SourceFile, name: str, **words: str) -> AddedDataError:
    """Return the error that a message names, with what helps."""
    remedy = message("added-remedy-borders")
    return AddedDataError(message(name, path=str(source.path), remedy=remedy, **words))


def _as_day(value: object) -> date | None:
    """Return the day that a record states, None where it states none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
