"""Areas with names, as features of GeoJSON, and larger areas as the unions of smaller ones."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry

from geocoding.projection import to_degrees, to_km

Feature = dict[str, Any]
"""A feature of GeoJSON."""

_DECIMALS = 4


def as_geojson(features: list[Feature]) -> str:
    """Return the features as compact GeoJSON text, one feature a line."""
    lines = [
        json.dumps(item, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        for item in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def feature(area: BaseGeometry, names: Mapping[str, object], *, label_in: BaseGeometry) -> Feature:
    """Return a GeoJSON feature with its label's point, in the widest place of `label_in`."""
    properties: dict[str, Any] = dict(names)
    if not label_in.is_empty:
        centre = shapely.get_coordinates(
            shapely.maximum_inscribed_circle(cast("Polygon | MultiPolygon", label_in))
        )[0]
        properties["label_lon"], properties["label_lat"] = (round(float(x), 3) for x in centre)
    return {"type": "Feature", "properties": properties, "geometry": mapping(area)}


def unions(parts: Sequence[Sequence[Feature]], *, tolerance_km: float) -> list[BaseGeometry]:
    """Return the union of each group of areas that meet, all simplified so that they keep meeting.

    Args:
        parts: The features of each group; no two of all of them overlap.
        tolerance_km: Corners whose triangle is smaller than the square of this are left out.
    """
    areas = [
        shapely.coverage_union_all([shape(item["geometry"]) for item in group]) for group in parts
    ]
    plane = np.array([shapely.transform(area, to_km) for area in areas], dtype=object)
    return [
        shapely.transform(line, lambda xy: to_degrees(xy).round(_DECIMALS))
        for line in shapely.coverage_simplify(plane, tolerance_km)
    ]
