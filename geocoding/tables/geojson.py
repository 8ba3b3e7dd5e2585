"""GeoJSON from anywhere: the properties of its features are the columns of a table.

A file may ask for more memory than there is: one from a stranger is read in a process of its own.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from geocoding.errors import TableFileError
from geocoding.tables.choices import Choices
from geocoding.tables.encodings import decode_text
from geocoding.tables.limits import Limits
from geocoding.tables.sheet import Sheet, sheet_table
from geocoding.tables.table import Kind, Table

_LATITUDE: Final = "lat"
_LONGITUDE: Final = "lon"


def read_geojson(content: bytes, *, file: str, limits: Limits) -> Table:
    """Read the features of a collection (RFC 7946): a row each, a column for each property.

    Where features are points and no property has the name, `lat` and `lon` hold their place in
    degrees. The first feature is row 2, as in a table with headings.

    Raises:
        TableFileError: It is no collection of features, or breaks a rule for tables.
    """
    try:
        document = json.loads(decode_text(content))
    except (ValueError, RecursionError) as error:
        raise TableFileError(file, rule="geojson") from error
    records = list(_records(document, file))
    headings = list(dict.fromkeys(name for record in records for name in record))
    if len(headings) > limits.columns:
        raise TableFileError(file, rule="columns", limit=limits.columns)
    rows = [
        (number, [record.get(name, "") for name in headings])
        for number, record in enumerate(records, start=2)
    ]
    sheet = Sheet(file=file, kind=Kind.GEOJSON, names=(file,), name=file)
    return sheet_table(
        sheet,
        [(1, headings), *rows],
        Choices(header_row=1),
        limits=limits,
        is_heading=lambda _: True,
    )


def _records(document: object, file: str) -> Iterator[dict[str, str]]:
    """Give the properties of each feature as texts, with its place.

    Raises:
        TableFileError: The document is no collection of features.
    """
    features = document.get("features") if isinstance(document, Mapping) else None
    if not isinstance(features, list):
        raise TableFileError(file, rule="geojson")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, Mapping):
            raise TableFileError(file, rule="geojson-feature", row=number)
        properties = feature.get("properties")
        stated = properties if isinstance(properties, Mapping) else {}
        yield {**_position(feature.get("geometry")), **{k: _text(v) for k, v in stated.items()}}


def _position(geometry: object) -> dict[str, str]:
    """Give latitude and longitude of a point; nothing of any other geometry."""
    if not isinstance(geometry, Mapping) or geometry.get("type") != "Point":
        return {}
    match geometry.get("coordinates"):
        case [int() | float() as longitude, int() | float() as latitude, *_]:
            return {_LATITUDE: str(latitude), _LONGITUDE: str(longitude)}
        case _:
            return {}


def _text(value: object) -> str:
    """Give a value as the text of a cell; a list of values as they stand in one cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and not any(isinstance(each, list | Mapping) for each in value):
        return "; ".join(_text(each) for each in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
