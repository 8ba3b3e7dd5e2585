"""The areas of communes as a browser gets them: zipped GeoJSON, sent only when they are drawn.

Coordinates have four decimals, about ten metres, and neighbours share their points, so that no gap
opens between them however far one zooms in.
"""

import gzip
import json
from collections.abc import Sequence
from typing import Any

from dashboard.explore.catalog import regions
from geocoding.added import boundaries_file, cached_with_added


def areas_file(inside: Sequence[str]) -> bytes:
    """Return the areas of the communes of one voivodeship, or of all of the country.

    Args:
        inside: Regions whose communes are drawn; none for those of the country. Where they are of
            one voivodeship, its communes are enough, and the same file serves its counties.

    Returns:
        A feature a commune, with `key` as the filter names it and the place of its label.
    """
    voivodeships = {regions.voivodeship_of(name) for name in inside}
    return _areas(voivodeships.pop() if len(voivodeships) == 1 else "")


@cached_with_added
def _areas(voivodeship: str) -> bytes:
    """Return the areas of the communes of a voivodeship; of all where it is ''."""
    found = json.loads(boundaries_file("communes").read_text(encoding="utf-8"))
    names = regions.commune_names()
    features = [
        _feature(each, names[each["properties"]["teryt"]])
        for each in found["features"]
        if each["properties"]["teryt"] in names
    ]
    if voivodeship:
        features = [
            each for each in features if regions.is_part(each["properties"]["key"], (voivodeship,))
        ]
    content = {"type": "FeatureCollection", "features": features}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _feature(feature: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the area of a commune under its name in the filter."""
    label = {name: feature["properties"][name] for name in ("label_lat", "label_lon")}
    return {
        "type": "Feature",
        "properties": {"key": key, **label},
        "geometry": feature["geometry"],
    }
