"""The marks of a map: every located place of a catalogue, and which of them are to be seen.

The marks travel apart from what changes: where they are in one file, their words, which are
needed only for those on the screen, in another, both made once a catalogue. A run of a script
then says with one bit a mark which are to be seen.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.locale import Texts
from dashboard.poland.map_servers import map_servers
from dashboard.poland.places import settlement_at
from dashboard.practices import section_key
from dashboard.views.map.columns import Column, pack_columns
from dashboard.views.precision import MARK_KINDS, located_note, mark_kind
from dashboard.views.symbols import BY_KEY, ORDER
from geocoding import Precision

UNITS_PER_DEGREE: Final = 100_000
"""Positions are whole numbers of 0.00001 degrees, about a metre."""

_OF_AREA: Final = (
    *("follow", "view", "rectangle", "polygon", "remove"),
    *("drag", "release", "first", "next", "last", "crossing"),
)
"""What is said of an area of the map."""
_COARSE: Final = (Precision.COUNTY, Precision.VOIVODESHIP)
_PLACED_BY: Final = ["status", "precision", "accuracy_m"]
_TOLD: Final = ["art", "row", "place", "lat", "lon", *_PLACED_BY]
"""The columns of the places that a mark is made of."""


def located_places(catalog: Catalog) -> pd.DataFrame:
    """Return the places that are marks, in the order in which the files hold them."""
    return catalog.places[_TOLD][is_point(catalog)]


def is_point(catalog: Catalog) -> Mask:
    """Return one entry a place of the catalogue: whether it is a mark."""
    located: Mask = catalog.places["lat"].notna().to_numpy()
    return located


def shown_practices(catalog: Catalog, practices: Mask) -> Mask:
    """Return one entry a mark: whether its practice is in a mask of the practices."""
    shown: Mask = practices[catalog.places["row"].to_numpy()[is_point(catalog)]]
    return shown


def shown_places(catalog: Catalog, practices: Mask, passed: Mask) -> Mask:
    """Return one entry a mark: whether it is among the places that passed.

    Args:
        catalog: The practices.
        practices: Those whose places were asked about.
        passed: One entry a place of these practices.
    """
    shown: Mask = practices[catalog.places["row"].to_numpy()]
    shown[shown] = passed
    return shown[is_point(catalog)]


def positions_file(catalog: Catalog, places: pd.DataFrame, *, salt: str = "") -> bytes:
    """Return the column file of where marks are, and how each is drawn.

    Columns: practice (its number), lat and lon (in units of 0.00001 degrees), section (index
    into the map's symbols), precision (index into its kinds of precision).

    Args:
        catalog: The practices.
        places: Some of the `located_places`.
        salt: Makes the content one that nobody can guess, where an address holds it.
    """
    rows = places["row"].to_numpy()
    columns = {
        "practice": Column.of_rising(places["art"].to_numpy()),
        "lat": Column.of_numbers(_units(places["lat"])),
        "lon": Column.of_numbers(_units(places["lon"])),
        "section": Column.of_small(_sections(catalog)[rows]),
        "precision": Column.of_small(_precisions(places)),
    }
    return pack_columns(columns, {"salt": salt})


def words_file(catalog: Catalog, places: pd.DataFrame, texts: Texts, *, salt: str = "") -> bytes:
    """Return the column file of what marks say: title, place as stated, and what the position is.

    The few different notes are in the header; the column has their index.

    Args:
        catalog: The practices.
        places: Some of the `located_places`.
        texts: The language of the notes.
        salt: As for `positions_file`.
    """
    kinds = places.groupby(_PLACED_BY, sort=False, dropna=False).ngroup().to_numpy()
    distinct = places[_PLACED_BY].drop_duplicates()
    notes = [
        located_note(status, precision, accuracy_m, texts)
        for status, precision, accuracy_m in distinct.itertuples(index=False, name=None)
    ]
    columns = {
        "title": Column.of_texts(catalog.practices["title"].take(places["row"].to_numpy())),
        "place": Column.of_texts(places["place"]),
        "note": Column.of_numbers(kinds),
    }
    return pack_columns(columns, {"notes": notes, "salt": salt})


def _units(degrees: pd.Series) -> npt.NDArray[np.int32]:
    units: npt.NDArray[np.int32] = np.rint(degrees.to_numpy() * UNITS_PER_DEGREE).astype(np.int32)
    return units


def _sections(catalog: Catalog) -> npt.NDArray[np.int64]:
    """Return one entry a practice: the index of its symbol."""
    codes, names = pd.factorize(catalog.practices["section"])
    symbols = np.array([ORDER.index(section_key(name)) for name in names], dtype=np.int64)
    return symbols[codes] if len(symbols) else np.zeros(0, dtype=np.int64)


def _precisions(places: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Return one entry a place: the index of the way in which it is drawn."""
    codes, names = pd.factorize(places["precision"])
    kinds = np.array([MARK_KINDS.index(mark_kind(name)) for name in names], dtype=np.int64)
    return kinds[codes] if len(kinds) else np.zeros(0, dtype=np.int64)


def circles_of(catalog: Catalog, row: int) -> list[tuple[float, float, float]]:
    """Return (lat, lon, radius in metres) for every located place of one practice."""
    return [(*place.point, place.accuracy_m) for place in catalog.places_of(row) if place.point]


def settlements_of(catalog: Catalog, row: int) -> list[tuple[float, float, str]]:
    """Return (lat, lon, name) of the settlement of each place of a practice that is known so well.

    A place that is known by its county or voivodeship alone is in none.
    """
    found = [
        settlement_at(place.point, place.name)
        for place in catalog.places_of(row)
        if place.point and place.precision not in _COARSE
    ]
    return [each for each in found if each is not None]


def map_options(catalog: Catalog, texts: Texts) -> dict[str, object]:
    """Return what the map's scripts need once: language, words, symbols with their labels."""
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
    names = ("legend", "whole", "fit", "cluster", "list", "further", "close", "failed")
    words = {name: texts(f"map-{name}") for name in names}
    words |= {f"cluster_{form}": texts(f"map-cluster-{form}") for form in ("one", "few")}
    words |= {"skip": texts("map-skip")}
    of_ground = ["inset", "ground-failed"]
    if map_servers().maps:
        of_ground += ["ground-choice", "ground-embedded", "server-failed", "server-gaps"]
    for name in of_ground:
        words[name.replace("-", "_")] = texts(f"map-{name}")
    words["area"] = texts("map-area")
    words |= {f"area_{name}": texts(f"map-area-{name}") for name in _OF_AREA}
    return {
        "language": texts.language,
        "words": words,
        "symbols": symbols,
        "precisions": [{"key": kind, "label": texts(f"mark-{kind}")} for kind in MARK_KINDS],
    }
