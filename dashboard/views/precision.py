"""How sure a position is, in the words and marks that a reader sees.

A point of a code, a town or an area is never worded or drawn as an address.
"""

from typing import Final, Literal, TypeAlias

import pandas as pd

from dashboard.locale import Texts
from geocoding import Precision, Status

MarkKind: TypeAlias = Literal["exact", "near", "area"]
MARK_KINDS: Final[tuple[MarkKind, ...]] = ("exact", "near", "area")

_KIND_OF: Final[dict[str, MarkKind]] = {
    Precision.BUILDING: "exact",
    Precision.STREET: "exact",
    Precision.POSTAL_CODE: "near",
    Precision.LOCALITY: "near",
    Precision.COMMUNE: "area",
    Precision.COUNTY: "area",
    Precision.VOIVODESHIP: "area",
}


def mark_kind(precision: str) -> MarkKind:
    """How a position of this precision is drawn; the coarsest way where it is not known."""
    return _KIND_OF.get(precision, "area")


def position_note(place: "pd.Series[object]", texts: Texts) -> str:
    """One line that says what a position stands for, or why there is none.

    Args:
        place: One row of the places table.
        texts: The language.
    """
    if not is_located(place):
        return texts("position-none", reason=reason_unlocated(place, texts))
    accuracy = float(place["accuracy_m"])  # type: ignore[arg-type]
    note = texts(f"position-{place['precision']}")
    if place["status"] == Status.AMBIGUOUS:
        note = texts("position-ambiguous", note=note)
    return texts("position-accuracy", note=note, distance=texts.distance(accuracy))


def is_located(place: "pd.Series[object]") -> bool:
    """Whether a row of the places table has a point."""
    return not pd.isna(place["lat"])


def reason_unlocated(place: "pd.Series[object]", texts: Texts) -> str:
    """Why a row of the places table has no point, in words."""
    return texts(f"unlocated-{place['status']}".replace("_", "-"))
