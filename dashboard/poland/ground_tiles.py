"""The ground of the map beyond its outlines, as vector tiles: borders, waters and names of places.

The tiles have the layers and properties of Protomaps' basemap, version 4, so that the map draws
them as it draws those of a file that an office brings.
"""

import gzip
import hashlib
import json
import threading
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

import mapbox_vector_tile
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.poland.borders import AdminLevel, border_lines
from dashboard.poland.places import named_places
from geocoding.added import added, cached_with_added, stamp
from geocoding.resources import data_dir

ZOOMS: Final = (5, 10)
"""The tiles with the least and the most detail; a tile is 512 pixels wide."""

_FORMAT: Final = "1"
"""To be changed with what is drawn, so that browsers ask for the tiles anew."""
EXTENT: Final = 4096
"""Units of a tile's side."""
_BUFFER: Final = 64
"""Units by which lines go on beyond the edge of a tile."""
_TOLERANCE: Final = 3.0
"""Units that lines may be off: less than half a pixel."""
_LEAST_LAKE: Final = 600.0
"""Square units of the smallest lake that is drawn."""
_CACHED: Final = 512
_COMMUNES_FROM: Final = 9
_DRAWN: Final = {
    "lakes": ZOOMS,
    "rivers": ZOOMS,
    "counties": (6, 7),
    "communes": (8, ZOOMS[1]),
    "places": (8, ZOOMS[1]),
}
"""What is drawn, from below, and between which zooms; lines of counties' areas are simpler."""
_lock: Final = threading.Lock()

Value: TypeAlias = str | int


class Kind(Enum):
    """What the features of a layer are."""

    POINT = auto()
    LINE = auto()
    AREA = auto()


class Tile(NamedTuple):
    """Which tile: zoom, column from the west and row from the north."""

    zoom: int
    column: int
    row: int


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """The features of one layer.

    Attributes:
        name: The layer's name in the tile.
        kind: What the features are.
        shapes: Each feature on the square of the Web Mercator projection, 0 to 1, y down.
        properties: What is said of each feature.
        least_zoom: The first zoom of each feature.
        tree: The shapes by place.
    """

    name: str
    kind: Kind
    shapes: npt.NDArray[np.object_]
    properties: Sequence[Mapping[str, Value]]
    least_zoom: npt.NDArray[np.int64]
    tree: shapely.STRtree


@cached_with_added
def ground_version() -> str:
    """Return the name of the tiles' content: another one whenever a tile may differ."""
    sources = tomllib.loads((data_dir() / "sources.toml").read_text(encoding="utf-8"))["files"]
    shipped = [each["sha256"] for each in sources if "sha256" in each]
    brought = [each.sha256 for each in added()]
    return hashlib.sha256("\n".join([_FORMAT, *shipped, *brought]).encode()).hexdigest()[:12]


def ground_tile(tile: Tile) -> bytes:
    """Return a tile, compressed with gzip; empty where nothing is drawn, or there is none."""
    first, last = ZOOMS
    size = 1 << tile.zoom
    if not first <= tile.zoom <= last or not (0 <= tile.column < size and 0 <= tile.row < size):
        return b""
    return _tile(stamp(), tile)


@lru_cache(maxsize=_CACHED)
def _tile(_state: tuple[int, int], tile: Tile) -> bytes:
    found: dict[str, list[dict[str, Any]]] = {}
    for name, (first, last) in _DRAWN.items():
        if first <= tile.zoom <= last:
            layer = _read(name)
            found.setdefault(layer.name, []).extend(_features(layer, tile))
    layers = [{"name": name, "features": features} for name, features in found.items() if features]
    if not layers:
        return b""
    options = {"extents": EXTENT, "y_coord_down": True}
    return gzip.compress(mapbox_vector_tile.encode(layers, default_options=options), mtime=0)


def _read(name: str) -> _Layer:
    """Return the layer of a source, made once for each state of the added data."""
    with _lock:  # the first visitors may ask at once
        return _made(name)


@cached_with_added
def _made(name: str) -> _Layer:
    match name:
        case "lakes":
            return _waters(name, Kind.AREA)
        case "rivers":
            return _waters(name, Kind.LINE)
        case "places":
            return _places()
        case _:
            return _borders(name)


def _waters(name: str, kind: Kind) -> _Layer:
    path = data_dir() / "boundaries" / f"{name}.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    shapes, owner = shapely.get_parts(
        shapely.from_geojson([json.dumps(each["geometry"]) for each in features]),
        return_index=True,
    )
    water = "lake" if kind is Kind.AREA else "river"
    names = [features[at]["properties"]["name"] for at in owner.tolist()]
    properties = [{"kind": water, **({"name": each} if each else {})} for each in names]
    return _layer("water", kind, list(shapes), properties)


def _borders(name: str) -> _Layer:
    lines, properties, least = [], [], []
    for level, found in border_lines(name).items():
        if name == "counties" and level is not AdminLevel.COUNTY:
            continue  # the outlines of the voivodeships have them
        lines += found
        properties += [{"kind_detail": int(level)}] * len(found)
        least += [_COMMUNES_FROM if level is AdminLevel.COMMUNE else 0] * len(found)
    return _layer("boundaries", Kind.LINE, lines, properties, least_zoom=least)


def _places() -> _Layer:
    places = named_places()
    points = np.asarray(shapely.points(places[["lon", "lat"]].to_numpy())).tolist()
    properties = [
        {"kind_detail": "village", "name": name, "population": population}
        for name, population in zip(places["name"], places["population"].tolist(), strict=True)
    ]
    least = places["least_zoom"].tolist()
    return _layer("places", Kind.POINT, points, properties, least_zoom=least)


def _layer(
    name: str,
    kind: Kind,
    shapes: Sequence[BaseGeometry],
    properties: Sequence[Mapping[str, Value]],
    *,
    least_zoom: Sequence[int] = (),
) -> _Layer:
    """Return a layer of shapes in degrees."""
    projected = shapely.transform(np.array(shapes, dtype=object), _mercator)
    return _Layer(
        name=name,
        kind=kind,
        shapes=projected,
        properties=properties,
        least_zoom=np.array(least_zoom or [0] * len(shapes), dtype=np.int64),
        tree=shapely.STRtree(projected),
    )


def _mercator(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return points of the square of the Web Mercator projection, for (longitude, latitude)."""
    sine = np.sin(np.radians(degrees[:, 1]))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.column_stack([degrees[:, 0] / 360 + 0.5, y])


def _features(layer: _Layer, tile: Tile) -> Iterator[dict[str, Any]]:
    """Yield what a tile shows of a layer, as the encoder takes it; the first of the layer first."""
    scale = EXTENT * (1 << tile.zoom)
    left, top = EXTENT * tile.column, EXTENT * tile.row
    low, high = -_BUFFER, EXTENT + _BUFFER
    if layer.kind is Kind.POINT:
        low, high = 0, EXTENT - 1  # each in one tile alone
    box = shapely.box(
        (left + low) / scale, (top + low) / scale, (left + high) / scale, (top + high) / scale
    )
    for at in np.sort(layer.tree.query(box)).tolist():
        if layer.least_zoom[at] > tile.zoom:
            continue
        units = shapely.transform(layer.shapes[at], lambda xy: xy * scale - (left, top))
        shown = _in_whole_units(units, layer.kind, (low, high))
        if not shown.is_empty:
            yield {"geometry": shown, "properties": layer.properties[at]}


def _in_whole_units(shape: BaseGeometry, kind: Kind, bounds: tuple[int, int]) -> BaseGeometry:
    """Return what of a shape lies between bounds, in whole units; lakes too small left out."""
    if kind is Kind.POINT:
        return shapely.transform(shape, np.floor)
    low, high = bounds
    clipped = shapely.clip_by_rect(shapely.simplify(shape, _TOLERANCE), low, low, high, high)
    if kind is Kind.AREA:
        lakes = [each for each in shapely.get_parts(clipped) if each.area >= _LEAST_LAKE]
        clipped = shapely.MultiPolygon(lakes)
    return shapely.set_precision(clipped, 1)
