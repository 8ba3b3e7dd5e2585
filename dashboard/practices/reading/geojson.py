"""GeoJSON from anywhere: the properties of its features are the columns of a table.

A file may ask for more memory than there is, so this is for a process of its own
(`reading.in_worker`).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.errors import UploadError
from dashboard.practices.decoding import decode_text
from dashboard.practices.reading.limits import MOST_COLUMNS
from dashboard.practices.reading.sheet import Table, make_sheet

_LATITUDE: Final = "lat"
_LONGITUDE: Final = "lon"


def read_geojson(content: bytes, *, file: str) -> Table:
    """Read the features of a collection (RFC 7946): a row each, a column for each property.

    Where features are points and no property has the name, `lat` and `lon` hold their place in
    degrees. The first feature is row 2, as in a table with headings.

    Raises:
        UploadError: It is no collection of features, or breaks a rule for tables.
    """
    try:
        document = json.loads(decode_text(content))
    except (ValueError, RecursionError) as error:
        reason = "is no JSON that can be read"
        raise UploadError(file, rule="geojson", reason=reason) from error
    records = list(_records(document, file))
    headings = list(dict.fromkeys(name for record in records for name in record))
    if len(headings) > MOST_COLUMNS:
        reason = f"has more than {MOST_COLUMNS} properties"
        raise UploadError(file, rule="columns", limit=MOST_COLUMNS, reason=reason)
    rows = ([record.get(name, "") for name in headings] for record in records)
    return Table((file,), make_sheet(enumerate([headings, *rows], start=1), name=file, file=file))


def _records(document: object, file: str) -> Iterator[dict[str, str]]:
    """Give the properties of each feature as texts, with its place.

    Raises:
        UploadError: The document is no collection of features.
    """
    features = document.get("features") if isinstance(document, Mapping) else None
    if not isinstance(features, list):
        reason = "is no GeoJSON collection of features"
        raise UploadError(file, rule="geojson", reason=reason)
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, Mapping):
            reason = f"holds something else than a feature at place {number}"
            raise UploadError(file, rule="geojson", reason=reason)
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
