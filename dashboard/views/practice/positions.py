"""The places of one practice with their positions, as a card, a sheet and a file list them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from dashboard.explore.catalog.catalog import Place
from dashboard.locale import Texts
from dashboard.views.precision import mark_of, position_note


@dataclass(frozen=True, slots=True)
class Position:
    """One place of a practice and what is known of its position.

    Attributes:
        place: Its name as the source states it; empty where it states none.
        note: What the point stands for, or why there is none.
        matched: What the geocoder matched; empty without a point.
        mark: How it is marked: 'exact', 'near', 'area', or 'none'.
        order: Which of the practice's marks on the map it is, from 1; None without a point.
        number: The number that the mark has on the map; empty where it is the only one.
    """

    place: str
    note: str
    matched: str
    mark: str
    order: int | None
    number: str


def positions_of(places: Sequence[Place], texts: Texts) -> list[Position]:
    """Return the positions of all places of one practice, in their order.

    Places on the map are numbered where they are several; a place without a point has no number.
    """
    is_numbered = sum(place.point is not None for place in places) > 1
    orders = count(1)
    found = []
    for place in places:
        order = next(orders) if place.point else None
        found.append(
            Position(
                place=place.name,
                note=position_note(place, texts),
                matched=place.matched if place.point else "",
                mark=mark_of([place]),
                order=order,
                number=str(order) if order and is_numbered else "",
            )
        )
    return found


def number_ranges(numbers: Iterable[int]) -> str:
    """Return numbers as they are written beside marks that cover each other: '1–3, 5'."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
