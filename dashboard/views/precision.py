"""How sure a position is, in the words and marks that a reader sees.

A point of a code, a town or an area is never worded or drawn as an address.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from dashboard.explore.catalog.catalog import Place
from dashboard.locale import Texts
from geocoding import Precision, Status

MarkKind: TypeAlias = Literal["exact", "near", "area"]
MARK_KINDS: Final[tuple[MarkKind, ...]] = ("exact", "near", "area")

_KIND_OF: Final[dict[str, MarkKind]] = {
    Precision.BUILDING: "exact",
    Precision.INTERPOLATED: "exact",
    Precision.STREET: "exact",
    Precision.POSTAL_CODE: "near",
    Precision.LOCALITY: "near",
    Precision.COMMUNE: "area",
    Precision.COUNTY: "area",
    Precision.VOIVODESHIP: "area",
}


def mark_kind(precision: str) -> MarkKind:
    """Return how a position of this precision is drawn; the coarsest way where it is not known."""
    return _KIND_OF.get(precision, "area")


def mark_of(places: Sequence[Place]) -> MarkKind | Literal["none"]:
    """Give how a practice with these places is marked in a list: as its first place on the map."""
    located = [place for place in places if place.point is not None]
    return mark_kind(located[0].precision) if located else "none"


def position_note(place: Place, texts: Texts) -> str:
    """Return one line that says what the position of a place stands for, or why there is none."""
    if place.point is None:
        return texts("position-none", reason=reason_unlocated(place, texts))
    return located_note(place.status, place.precision, place.accuracy_m, texts)


def located_note(status: str, precision: str, accuracy_m: float, texts: Texts) -> str:
    """Return one line that says what a position stands for, with the radius of its accuracy."""
    return _located_note(status, precision, texts.distance(accuracy_m), texts)


@lru_cache(maxsize=8192)
def _located_note(status: str, precision: str, distance: str, texts: Texts) -> str:
    """Return the line for a place on the map; many places share one."""
    note = texts(f"position-{precision}")
    if status == Status.AMBIGUOUS:
        note = texts("position-ambiguous", note=note)
    return texts("position-accuracy", note=note, distance=distance)


def reason_unlocated(place: Place, texts: Texts) -> str:
    """Return why a place has no point, in words."""
    return texts(f"unlocated-{place.status}".replace("_", "-"))
