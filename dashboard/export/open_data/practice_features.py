"""Practices as features of GeoJSON: a feature a practice, with all of its located places.

A feature says how exact its points are: `accuracy_m` and `precision` of the least exact one, and
each place by itself in `positions`. Coordinates are rounded to about a tenth of their accuracy.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask, Rows
from dashboard.export.columns import to_accuracy
from dashboard.export.formats.geojson_file import json_values
from dashboard.export.tables import FROM_TABLE, UNIT, select_tables
from dashboard.locale import Texts
from dashboard.practices.fields import CARD, FIELD, FIELDS
from dashboard.practices.value_types import Storage
from geocoding.distance import Floats

Feature = dict[str, Any]
"""A feature of GeoJSON."""
Schema = dict[str, dict[str, Any]]
"""The properties of a feature by name, each as a schema of OpenAPI 3.0."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is greater than east across the 180th meridian."""

_IN_POSITION: Final = (
    *("place", "lat", "lon", "status", "precision", "accuracy_m"),
    *("matched_label", "matched_commune", "matched_county", "matched_voivodeship"),
    "matched_teryt",
)
_TYPES: Final[Mapping[Storage, Mapping[str, str]]] = {
    Storage.TEXT: {"type": "string"},
    Storage.DAY: {"type": "string", "format": "date"},
    Storage.NUMBER: {"type": "integer"},
    Storage.JSON: {"type": "string"},
}
_OF_POSITIONS: Final[Schema] = {
    "positions": {"type": "array", "items": {"type": "object"}},
    "places_count": {"type": "integer"},
    "located_count": {"type": "integer"},
    "precision": {"type": "string", "nullable": True},
    "accuracy_m": {"type": "integer", "nullable": True},
    "permalink": {"type": "string", "format": "uri"},
}


def practice_schema(texts: Texts) -> Schema:
    """Return the properties of a practice, in their order: its public fields, then its positions.

    Args:
        texts: The language of the descriptions.
    """
    found: Schema = {}
    for field in FIELDS:
        if not field.is_public:
            continue
        kind = {"type": "integer"} if field.name == "art" else dict(_TYPES[field.type.storage])
        if field.name == CARD:
            kind = {"type": "array", "items": {"type": "object"}}  # type: ignore[dict-item]
        found[field.name] = {**kind, "nullable": True}
        if field.name == "population":
            found[FROM_TABLE] = {"type": "integer", "nullable": True}
            found[f"{FROM_TABLE}_day"] = {"type": "string", "format": "date", "nullable": True}
            found |= {name: {"type": "string", "nullable": True} for name in UNIT}
    found |= _OF_POSITIONS
    return {name: {"description": _about(name, texts), **kind} for name, kind in found.items()}


def _about(name: str, texts: Texts) -> str:
    """Say what a property is."""
    field = FIELD.get(name)
    return texts(field.message if field else f"api-property-{name.replace('_', '-')}")


def practice_features(catalog: Catalog, rows: Sequence[int] | Rows, root: str) -> list[Feature]:
    """Return the practices at some positions, in the order of the catalogue.

    Args:
        catalog: The practices.
        rows: The positions.
        root: Address of the map, with a slash at its end.
    """
    mask = np.zeros(len(catalog), dtype=bool)
    mask[np.asarray(rows, dtype=np.int64)] = True
    tables = select_tables(catalog, mask, with_contacts=False)
    positions = _positions(to_accuracy(tables.places))
    columns = {str(name): json_values(column) for name, column in tables.practices.items()}
    columns[CARD] = [
        [{"label": label, "text": text} for label, text in lines or ()] for lines in columns[CARD]
    ]
    cells = zip(*columns.values(), strict=True)
    practices = [dict(zip(columns, values, strict=True)) for values in cells]
    return [_feature(each, positions.get(each["art"], []), root) for each in practices]


def in_box(catalog: Catalog, box: Box) -> Mask:
    """Return one entry a practice: whether a point of it, as its feature has it, is in a box."""
    places = catalog.places[catalog.places["lat"].notna()]
    table = places[["lat", "lon", "accuracy_m"]].assign(east_2180=0.0, north_2180=0.0)
    rounded = to_accuracy(table)
    found = np.zeros(len(catalog), dtype=bool)
    lat, lon = (rounded[name].to_numpy(np.float64) for name in ("lat", "lon"))
    found[places["row"].to_numpy()[points_in_box(lat, lon, box)]] = True
    return found


def points_in_box(lat: Floats, lon: Floats, box: Box) -> Mask:
    """Return one entry a point: whether it lies in a box or on its border; degrees."""
    west, south, east, north = box
    between = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
    inside: Mask = between & (lat >= south) & (lat <= north)
    return inside


def _positions(places: pd.DataFrame) -> dict[int, list[dict[str, Any]]]:
    """Return the places of each practice by its number."""
    whole = places.assign(accuracy_m=places["accuracy_m"].astype("float64").round().astype("Int64"))
    columns = {name: json_values(whole[name]) for name in _IN_POSITION}
    found: dict[int, list[dict[str, Any]]] = {}
    cells = zip(*columns.values(), strict=True)
    for number, values in zip(places["art"].tolist(), cells, strict=True):
        found.setdefault(number, []).append(dict(zip(columns, values, strict=True)))
    return found


def _feature(practice: dict[str, Any], positions: list[dict[str, Any]], root: str) -> Feature:
    """Return the feature of a practice."""
    located = [each for each in positions if each["lat"] is not None]
    points = [[each["lon"], each["lat"]] for each in located]
    least_exact = max(located, key=lambda each: each["accuracy_m"] or 0, default=None)
    return {
        "type": "Feature",
        "id": practice["art"],
        "geometry": _geometry(points),
        "properties": {
            **practice,
            "positions": positions,
            "places_count": len(positions),
            "located_count": len(located),
            "precision": least_exact and least_exact["precision"],
            "accuracy_m": least_exact and least_exact["accuracy_m"],
            "permalink": f"{root}praktyka/{practice['art']}",
        },
    }


def _geometry(points: list[list[float]]) -> dict[str, Any] | None:
    """Return a point, several points, or None where nothing was located."""
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}
