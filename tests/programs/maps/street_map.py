"""Writes a made-up map of streets around Bochnia, as an office would bring one.

    python tests/programs/maps/street_map.py streets.pmtiles

Nothing in it is copied: a grid of streets with made-up names, a river, a wood, houses.
"""

import gzip
import json
import math
import sqlite3
import sys
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import numpy as np
import shapely
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

MIDDLE = (20.43, 49.969)
ZOOMS = (6, 14)
WEST, SOUTH, EAST, NORTH = 20.30, 49.90, 20.56, 50.04
EXTENT, BUFFER = 4096, 64
NAMES = ["Kwiatowa", "Polna", "Rynek", "Solna", "Szkolna", "Wierzbowa", "Źródlana", "Żwirki"]
OPENMAPTILES = {
    "roads": "transportation",
    "places": "place",
    "buildings": "building",
    "landuse": "landcover",
    "boundaries": "boundary",
}


def streets() -> list[tuple[str, Any, dict[str, str | int], int]]:
    """Each feature: layer, shape in degrees, properties, first zoom."""
    lon, lat = MIDDLE
    found: list[tuple[str, Any, dict[str, str | int], int]] = []
    road = {"kind": "highway", "kind_detail": "motorway", "name": "Autostrada"}
    found.append(
        ("roads", shapely.LineString([(WEST, 50.0), (lon, 50.005), (EAST, 49.99)]), road, 6)
    )
    main = {"kind": "major_road", "kind_detail": "primary", "name": "Krakowska"}
    line = shapely.LineString([(WEST, 49.97), (lon, lat), (EAST, 49.965)])
    found.append(("roads", line, main, 7))
    for at in range(-8, 9):
        street = {"kind": "minor_road", "kind_detail": "residential", "name": NAMES[at % 8]}
        x, y = lon + at * 0.004, lat + at * 0.0026
        found.append(
            ("roads", shapely.LineString([(x, lat - 0.02), (x + 0.002, lat + 0.02)]), street, 12)
        )
        across = {**street, "name": NAMES[(at + 3) % 8]}
        found.append(
            ("roads", shapely.LineString([(lon - 0.03, y), (lon + 0.03, y + 0.001)]), across, 12)
        )
        for step in range(-8, 8):
            corner = (lon + step * 0.004 + 0.0012, y + 0.0006)
            house = shapely.box(*corner, corner[0] + 0.0006, corner[1] + 0.0004)
            found.append(("buildings", house, {"kind": "building"}, 13))
    rail = shapely.LineString([(WEST, 49.976), (lon, 49.974), (EAST, 49.98)])
    found.append(("roads", rail, {"kind": "rail", "kind_detail": "rail"}, 9))
    river = shapely.LineString([(20.44, SOUTH), (20.46, 49.95), (20.47, 49.98), (20.5, NORTH)])
    found.append(("water", river, {"kind": "river", "name": "Raba"}, 8))
    pond = shapely.Point(20.455, 49.962).buffer(0.003)
    found.append(("water", pond, {"kind": "lake", "name": "Staw"}, 11))
    wood = shapely.Point(20.40, 49.945).buffer(0.012)
    found.append(("landuse", wood, {"kind": "forest"}, 10))
    town = {"kind": "locality", "kind_detail": "town", "name": "Bochnia", "population": 29_000}
    found.append(("places", shapely.Point(MIDDLE), town, 7))
    for name, x, y in (("Chodenice", 20.44, 49.985), ("Kolanów", 20.42, 49.952)):
        part = {"kind": "neighbourhood", "kind_detail": "neighbourhood", "name": name}
        found.append(("places", shapely.Point(x, y), part, 11))
    return found


def pixels(degrees: Any) -> Any:
    """Points of the Web Mercator square, 0 to 1."""
    sine = np.sin(np.radians(degrees[:, 1]))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return np.column_stack([degrees[:, 0] / 360 + 0.5, y])


def tiles(schema: str = "protomaps") -> dict[tuple[int, int, int], bytes]:
    """Each tile by zoom, column and row, compressed."""
    found: dict[tuple[int, int, int], dict[str, list[dict[str, Any]]]] = {}
    for layer, shape, properties, first in streets():
        plane = shapely.transform(shape, pixels)
        for zoom in range(max(first, ZOOMS[0]), ZOOMS[1] + 1):
            size = 1 << zoom
            left, top, right, bottom = (int(each * size) for each in plane.bounds)
            for x in range(left, right + 1):
                for y in range(top, bottom + 1):
                    units = shapely.transform(plane, lambda at: (at * size - (x, y)) * EXTENT)  # noqa: B023
                    clipped = shapely.clip_by_rect(
                        units, -BUFFER, -BUFFER, EXTENT + BUFFER, EXTENT + BUFFER
                    )
                    shown = shapely.set_precision(clipped, 1)
                    if not shown.is_empty:
                        name, said = of_schema(layer, properties, schema)
                        feature = {"geometry": shown, "properties": said}
                        found.setdefault((zoom, x, y), {}).setdefault(name, []).append(feature)
    return {at: gzip.compress(encoded(layers), mtime=0) for at, layers in found.items()}


def encoded(layers: dict[str, list[dict[str, Any]]]) -> bytes:
    """A tile of features by the names of their layers."""
    listed = [{"name": name, "features": features} for name, features in layers.items()]
    options = {"extents": EXTENT, "y_coord_down": True}
    content: bytes = mapbox_vector_tile.encode(listed, default_options=options)
    return content


def of_schema(
    layer: str, properties: dict[str, str | int], schema: str
) -> tuple[str, dict[str, str | int]]:
    """The layer and the properties as a schema has them."""
    if schema == "protomaps":
        return layer, properties
    said = {key: value for key, value in properties.items() if not key.startswith("kind")}
    return OPENMAPTILES.get(layer, layer), {
        **said,
        "class": properties.get("kind_detail", properties["kind"]),
    }


def metadata(schema: str = "protomaps") -> dict[str, Any]:
    """What a file says of itself."""
    layers = ["roads", "places", "water", "landuse", "buildings"]
    if schema == "openmaptiles":
        layers = [OPENMAPTILES.get(layer, layer) for layer in layers]
    return {
        "name": "Made-up streets",
        "attribution": '<a href="https://www.openstreetmap.org/copyright">&copy; OpenStreetMap</a>',
        "vector_layers": [{"id": layer, "fields": {}} for layer in layers],
    }


def write_pmtiles(path: Path, schema: str = "protomaps", **header: Any) -> Path:
    """Write the map as PMTiles; some values of the header may be others."""
    with path.open("wb") as file:
        writer = Writer(file)
        numbered = {zxy_to_tileid(*at): content for at, content in tiles(schema).items()}
        for number in sorted(numbered):
            writer.write_tile(number, numbered[number])
        values = {
            "tile_type": TileType.MVT,
            "tile_compression": Compression.GZIP,
            "min_zoom": ZOOMS[0],
            "max_zoom": ZOOMS[1],
            "min_lon_e7": int(WEST * 1e7),
            "min_lat_e7": int(SOUTH * 1e7),
            "max_lon_e7": int(EAST * 1e7),
            "max_lat_e7": int(NORTH * 1e7),
            "center_zoom": 10,
            "center_lon_e7": int(MIDDLE[0] * 1e7),
            "center_lat_e7": int(MIDDLE[1] * 1e7),
        }
        writer.finalize({**values, **header}, metadata(schema))
    return path


def write_mbtiles(path: Path, schema: str = "openmaptiles", kind: str = "pbf") -> Path:
    """Write the map as MBTiles."""
    said = metadata(schema)
    listed = {
        "name": said["name"],
        "format": kind,
        "attribution": said["attribution"],
        "json": json.dumps({"vector_layers": said["vector_layers"]}),
    }
    database = sqlite3.connect(path)
    with database:
        database.execute("CREATE TABLE metadata (name text, value text)")
        database.execute(
            "CREATE TABLE tiles"
            " (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"
        )
        database.executemany("INSERT INTO metadata VALUES (?, ?)", listed.items())
        rows = [(z, x, (1 << z) - 1 - y, content) for (z, x, y), content in tiles(schema).items()]
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    database.close()
    return path


if __name__ == "__main__":
    write_pmtiles(Path(sys.argv[1]))
