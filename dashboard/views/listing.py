"""The list of practices beside the map: one entry each, also for those that are not on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.explore.catalog import Catalog
from dashboard.locale import Texts
from dashboard.views.precision import is_located, mark_kind, reason_unlocated
from dashboard.views.symbols import symbol_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; every text is plain.

    Attributes:
        number: Number of the practice.
        title: Its title.
        theme: Section and subsection.
        place: Where it is, as stated; empty where that is not known.
        reason: Why it is not on the map; empty where it is.
        colour: Colour of the section's mark.
        path: SVG path of the section's mark.
        mark: How exact its position is: 'exact', 'near', 'area', or 'none'.
    """

    number: int
    title: str
    theme: str
    place: str
    reason: str
    colour: str
    path: str
    mark: str


def entries(catalog: Catalog, rows: Sequence[int], texts: Texts) -> list[Entry]:
    """The entries of the practices at the given positions, in their order."""
    return [_entry(catalog, row, texts) for row in rows]


def _entry(catalog: Catalog, row: int, texts: Texts) -> Entry:
    practice = catalog.practices.iloc[row]
    places = catalog.places[catalog.places["row"] == row]
    located = [place for _, place in places.iterrows() if is_located(place)]
    missing = [place for _, place in places.iterrows() if not is_located(place)]
    symbol = symbol_of(str(practice["section"]))
    return Entry(
        number=int(practice["art"]),
        title=str(practice["title"]),
        theme=" · ".join(filter(None, (practice["section"], practice["subsection"]))),
        place=", ".join(filter(None, places["place"])),
        reason=" ".join(reason_unlocated(place, texts) for place in missing),
        colour=symbol.colour,
        path=symbol.path,
        mark=mark_kind(str(located[0]["precision"])) if located else "none",
    )
