"""The marks of a map: from the practices that passed the filters to points with their words."""

from collections.abc import Sequence

import numpy as np

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Mask
from dashboard.locale import Texts
from dashboard.practices import section_key
from dashboard.views.maps import MapPoint
from dashboard.views.precision import MARK_KINDS, mark_kind, position_note
from dashboard.views.symbols import BY_KEY, ORDER


def map_points(catalog: Catalog, mask: Mask, texts: Texts) -> list[MapPoint]:
    """One mark for every located place of the practices in the mask."""
    places = catalog.places
    shown = mask[places["row"].to_numpy()] & places["lat"].notna().to_numpy()
    titles = catalog.practices["title"].to_numpy()
    sections = catalog.practices["section"].map(lambda name: ORDER.index(section_key(name)))
    return [
        MapPoint(
            practice=int(place["art"]),
            lat=float(place["lat"]),
            lon=float(place["lon"]),
            section=int(sections.iloc[place["row"]]),
            precision=mark_kind(str(place["precision"])),
            title=str(titles[place["row"]]),
            note=f"{place['place']} · {position_note(place, texts)}",
        )
        for _, place in places[shown].iterrows()
    ]


def circles_of(catalog: Catalog, row: int) -> list[tuple[float, float, float]]:
    """(lat, lon, radius in metres) for every located place of one practice."""
    places = catalog.places
    own = places[(places["row"] == row) & places["lat"].notna()]
    return [
        (float(lat), float(lon), float(np.nan_to_num(radius)))
        for lat, lon, radius in zip(own["lat"], own["lon"], own["accuracy_m"], strict=True)
    ]


def map_options(catalog: Catalog, texts: Texts) -> dict[str, object]:
    """What the map's scripts need once: language, words, symbols with their labels."""
    present = {section_key(name) for name in catalog.practices["section"].unique()}
    symbols: Sequence[dict[str, object]] = [
        {
            "colour": BY_KEY[key].colour,
            "path": BY_KEY[key].path,
            "label": texts(f"section-{key}"),
            "present": key in present,
        }
        for key in ORDER
    ]
    words = {name: texts(f"map-{name}") for name in ("legend", "whole", "fit", "cluster")}
    return {
        "language": texts.language,
        "words": words,
        "symbols": symbols,
        "precisions": [{"key": kind, "label": texts(f"mark-{kind}")} for kind in MARK_KINDS],
    }
