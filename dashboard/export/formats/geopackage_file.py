"""GeoPackage: a layer with a feature a place, and a table on the file itself.

The layer is in WGS 84, or in EPSG:2180, the plane in which the state's own layers are.
"""

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pandas as pd
from fudgeo import Field, GeoPackage, MemoryGeoPackage, SpatialReferenceSystem
from fudgeo.enumeration import FieldType, GPKGFlavors, ShapeType
from fudgeo.extension.spatial import add_spatial_index
from fudgeo.geometry import Point

from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import EASTING, NORTHING, tables_for

LAYER: Final = "praktyki"
ABOUT: Final = "o_pliku"
_GEOMETRY: Final = "geom"
_WGS84: Final = 4326
_POLAND: Final = 2180
_COORDINATES: Final = {_WGS84: ("lon", "lat"), _POLAND: (EASTING, NORTHING)}
"""The columns of x and y in each system."""

_POLAND_WKT: Final = (
    'PROJCS["ETRF2000-PL / CS92",GEOGCS["ETRF2000-PL",DATUM["ETRF2000_Poland",'
    'SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],'
    'AUTHORITY["EPSG","1305"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","9702"]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],'
    'PARAMETER["central_meridian",19],PARAMETER["scale_factor",0.9993],'
    'PARAMETER["false_easting",500000],PARAMETER["false_northing",-5300000],'
    'UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","2180"]]'
)
"""Source: the EPSG registry, in the form of OGC 01-009."""
_POLISH_PLANE: Final = SpatialReferenceSystem(
    name="ETRF2000-PL / CS92",
    organization="EPSG",
    org_coord_sys_id=_POLAND,
    definition=_POLAND_WKT,
    description="PUWG 1992",
)
_PART: Final = 5_000
"""Features that are written between two words on the progress."""


def geopackage_file(request: ExportRequest, progress: Progress) -> bytes:
    """Give the layer LAYER in WGS 84, without geometry where a place was not located, and ABOUT."""
    return _package_in(_WGS84, request, progress)


def geopackage_2180_file(request: ExportRequest, progress: Progress) -> bytes:
    """Give the same with the layer in EPSG:2180, in metres to the east and to the north."""
    return _package_in(_POLAND, request, progress)


def _package_in(system: int, request: ExportRequest, progress: Progress) -> bytes:
    """Give the package with its layer in a system of coordinates."""
    lines = request.provenance.lines(request.texts)
    about = request.provenance.as_line(request.texts)
    table = tables_for(request).by_place(request.texts)
    with TemporaryDirectory(prefix="mapa-praktyk-") as folder:
        path = Path(folder) / "praktyki.gpkg"
        with _new_package(path) as package:
            _add_layer(package, table, system=system, description=about, progress=progress)
            _add_about(package, lines)
            package.connection.commit()
        return path.read_bytes()


@contextmanager
def _new_package(path: Path) -> Iterator[GeoPackage]:
    """Make an empty GeoPackage and open it; every connection to it is closed in the end.

    `GeoPackage.create` drops the connection that it writes the empty file with without closing it,
    which Python 3.13 warns of. `MemoryGeoPackage.create` gives its connection away, so the empty
    package is made in memory and copied into the file.
    """
    empty = MemoryGeoPackage.create(flavor=GPKGFlavors.epsg, ogr_contents=True)
    with closing(empty.connection) as memory, closing(sqlite3.connect(path)) as file:
        memory.backup(file)
    package = GeoPackage(path)
    with closing(package.connection):
        yield package


def _add_layer(
    package: GeoPackage, table: pd.DataFrame, *, system: int, description: str, progress: Progress
) -> None:
    """Write a feature a row; the point comes from the columns of the system's coordinates."""
    layer = package.create_feature_class(
        LAYER,
        srs=package.spatial_references[_WGS84] if system == _WGS84 else _POLISH_PLANE,
        shape_type=ShapeType.point,
        fields=[Field(name, _type_of(table[name])) for name in table.columns],
        description=description,
        spatial_index=False,
        geom_name=_GEOMETRY,
    )
    for start in range(0, len(table), _PART):
        progress(start, len(table))
        rows = _rows(table.iloc[start : start + _PART], system)
        _insert(package, LAYER, [_GEOMETRY, *table.columns], rows)
    add_spatial_index(package.connection, layer)
    located = table[list(_COORDINATES[system])].dropna()
    if len(located):
        layer.extent = (*located.min(), *located.max())


def _rows(table: pd.DataFrame, system: int) -> Iterable[tuple[Any, ...]]:
    """Return the point and the values of each row."""
    x_of, y_of = (table[name].tolist() for name in _COORDINATES[system])
    points = [
        None if math.isnan(x) else Point(x=x, y=y, srs_id=system)
        for x, y in zip(x_of, y_of, strict=True)
    ]
    return zip(points, *(_values(table[name]) for name in table.columns), strict=True)


def _add_about(package: GeoPackage, lines: Sequence[tuple[str, str]]) -> None:
    """Write what the file says of itself, a row a line."""
    names = ("name", "value")
    package.create_table(ABOUT, fields=[Field(name, FieldType.text) for name in names])
    _insert(package, ABOUT, names, lines)


def _insert(
    package: GeoPackage, table: str, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Add rows to a table of ours; its names come from this program, never from data."""
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608  as said above
    package.connection.executemany(sql, rows)


def _type_of(column: pd.Series) -> str:
    """Return the type of field that holds a column."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return str(FieldType.date)
    if pd.api.types.is_integer_dtype(column):
        return str(FieldType.integer)
    return str(FieldType.double if pd.api.types.is_float_dtype(column) else FieldType.text)


def _values(column: pd.Series) -> list[Any]:
    """Return a column's values; days as YYYY-MM-DD, None where unknown."""
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    values = column.astype("object")
    return values.where(column.notna() & (column != ""), None).tolist()
