"""Local government units as features: where each is, and how many practices it carried out."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask, Rows
from dashboard.export.open_data.practice_features import Feature, Schema
from dashboard.locale import Texts

_SCHEMA: Final[Schema] = {
    "teryt": {"type": "string"},
    "level": {"type": "string", "enum": ["commune", "county", "voivodeship"]},
    "name": {"type": "string"},
    "kind": {"type": "string", "nullable": True},
    "county": {"type": "string", "nullable": True},
    "voivodeship": {"type": "string"},
    "population": {"type": "integer"},
    "population_day": {"type": "string", "format": "date"},
    "area_km2": {"type": "number"},
    "urbanisation": {"type": "integer", "nullable": True},
    "urban_area": {"type": "string", "nullable": True},
    "point_of": {"type": "string", "enum": ["settlement", "inhabitants"]},
    "practices": {"type": "integer"},
}


def unit_schema(texts: Texts) -> Schema:
    """Return the properties of a unit, in their order."""
    return {
        name: {**kind, "description": texts(f"api-unit-{name.replace('_', '-')}")}
        for name, kind in _SCHEMA.items()
    }


def unit_features(catalog: Catalog, mask: Mask, rows: Sequence[int] | Rows) -> list[Feature]:
    """Return some units, each with its number of practices.

    Args:
        catalog: The practices; the units are those that it knows.
        mask: One entry a practice: whether it counts.
        rows: Positions among the units.
    """
    units = catalog.all_units
    of_practice = catalog.unit_rows[mask]
    counts = np.bincount(of_practice[of_practice >= 0], minlength=len(units.table))
    day = units.day.isoformat()
    return [_feature(units.columns, int(row), int(counts[row]), day) for row in rows]


def _feature(columns: Any, row: int, count: int, day: str) -> Feature:  # noqa: ANN401  lists of any
    """Return the feature of the unit in a row."""
    cells = {name: values[row] for name, values in columns.items()}
    known = {name: value if value != "" else None for name, value in cells.items()}
    properties = {
        **known,
        "urbanisation": cells["urbanisation"] or None,
        "population_day": day,
        "point_of": "settlement" if cells["level"] == "commune" else "inhabitants",
        "practices": count,
    }
    return {
        "type": "Feature",
        "id": cells["teryt"],
        "geometry": {
            "type": "Point",
            "coordinates": [round(float(cells[name]), 4) for name in ("lon", "lat")],
        },
        "properties": {name: properties[name] for name in _SCHEMA},
    }
