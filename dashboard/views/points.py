"""The marks of a map: from the practices that passed the filters to points with their words."""

from dashboard.explore.catalog import Catalog
from dashboard.explore.facets import Mask
from dashboard.locale import Texts
from dashboard.practices import section_key
from dashboard.views.maps import MapPoint
from dashboard.views.precision import MARK_KINDS, mark_kind, position_note
from dashboard.views.symbols import BY_KEY, ORDER


def map_points(catalog: Catalog, mask: Mask, texts: Texts) -> list[MapPoint]:
    """One mark for every located place of the practices in the mask."""
    titles = catalog.practices["title"].tolist()
    sections = [ORDER.index(section_key(name)) for name in catalog.practices["section"]]
    return [
        MapPoint(
            practice=place.practice,
            lat=place.point[0],
            lon=place.point[1],
            section=sections[place.row],
            precision=mark_kind(place.precision),
            title=titles[place.row],
            note=f"{place.name} · {position_note(place, texts)}",
        )
        for place in catalog.places_in(mask)
        if place.point is not None
    ]


def circles_of(catalog: Catalog, row: int) -> list[tuple[float, float, float]]:
    """(lat, lon, radius in metres) for every located place of one practice."""
    return [(*place.point, place.accuracy_m) for place in catalog.places_of(row) if place.point]


def map_options(catalog: Catalog, texts: Texts) -> dict[str, object]:
    """What the map's scripts need once: language, words, symbols with their labels."""
    present = {section_key(name) for name in catalog.practices["section"].unique()}
    symbols = [
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
