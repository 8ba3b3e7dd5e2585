"""Features as CSV after RFC 4180, for programs: commas, decimal points, names as in GeoJSON."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.export.open_data.practice_features import Feature
from geocoding.files.formulas import neutralized

_POINT: Final = ("id", "lon", "lat")


def features_csv(features: Iterable[Feature], names: Sequence[str]) -> bytes:
    """Return a row a feature: its id, its first point in degrees, its properties.

    Lists stand as JSON. A text that a spreadsheet would run as a formula has an apostrophe before.

    Args:
        features: The features.
        names: The properties, in the order of the columns.
    """
    lines = (
        [each["id"], *_first_point(each["geometry"]), *(each["properties"][name] for name in names)]
        for each in features
    )
    return rows_csv([*_POINT, *names], lines)


def rows_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return rows of values under their names; an unknown value is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8")


def _first_point(geometry: dict[str, Any] | None) -> Sequence[float | None]:
    """Return longitude and latitude of the first point; None of each where there is none."""
    if geometry is None:
        return (None, None)
    at = geometry["coordinates"]
    point: Sequence[float] = at if geometry["type"] == "Point" else at[0]
    return point


def _cell(value: Any) -> Any:  # noqa: ANN401  any value of JSON
    """Return a value as a cell."""
    if isinstance(value, str):
        return neutralized(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
