"""GeoJSON: a feature a place, also for places that were not located (RFC 7946, 3.2)."""

import json
import math
from typing import Any, Final

import pandas as pd

from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import tables_for
from dashboard.practices import fields_from_json

_POINT: Final = ("lat", "lon")
_PART: Final = 5_000
"""Features that are written between two words on the progress."""


def geojson_file(request: ExportRequest, progress: Progress) -> bytes:
    """Return a feature collection.

    Unknown values are null, `metryka` is a list of label and text.
    """
    table = tables_for(request).by_place(request.texts)
    head = {
        "type": "FeatureCollection",
        "name": "praktyki",
        "provenance": [list(line) for line in request.provenance.lines(request.texts)],
    }
    features: list[str] = []
    for start in range(0, len(table), _PART):
        progress(start, len(table))
        features += _features(table.iloc[start : start + _PART])
    text = f'{_json(head)[:-1]}, "features": [{", ".join(features)}]}}'
    return text.encode("utf-8")


def _features(table: pd.DataFrame) -> list[str]:
    """Return a feature a row, as JSON."""
    points = zip(table["lon"].tolist(), table["lat"].tolist(), strict=True)
    return [
        _json({"type": "Feature", "geometry": _geometry(lon, lat), "properties": properties})
        for (lon, lat), properties in zip(points, _properties(table), strict=True)
    ]


def _json(value: object) -> str:
    """Return a value as JSON, Polish letters as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _geometry(lon: float, lat: float) -> dict[str, Any] | None:
    """Return a point; None where nothing was located."""
    return None if math.isnan(lon) else {"type": "Point", "coordinates": [lon, lat]}


def _properties(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return each row's values but its point, as JSON has them."""
    columns = {str(name): json_values(table[name]) for name in table.columns if name not in _POINT}
    rows = zip(*columns.values(), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def json_values(column: pd.Series) -> list[Any]:
    """Return a column's values: text, numbers, days as YYYY-MM-DD; None where unknown."""
    if column.name == "metryka":
        return [[[f.label, f.text] for f in fields_from_json(text)] or None for text in column]
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    values = column.astype("object")
    return values.where(column.notna() & (column != ""), None).tolist()
