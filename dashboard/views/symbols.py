"""The colour and shape of each section's mark, shared by the map, its legend, list and card.

Colour is never alone: every section has a shape of its own. The colours keep 3:1 against
white, which outlines every mark, and stay apart for colour-blind readers.
Source: Paul Tol, 'Colour schemes' (technical note SRON/EPS/TN/09-002), darkened where needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from dashboard.practices import OTHER_KEY, section_key


@dataclass(frozen=True, slots=True)
class Symbol:
    """One mark.

    Attributes:
        colour: '#rrggbb'.
        path: SVG path within a square of -14..14 around the origin.
    """

    colour: str
    path: str


BY_KEY: Final[Mapping[str, Symbol]] = {
    "social": Symbol("#AA3377", "M0-9A9 9 0 0 1 0 9A9 9 0 0 1 0-9Z"),
    "technical": Symbol("#0068A8", "M-8-8H8V8H-8Z"),
    "institutional": Symbol("#BF2E10", "M0-11L10.5 8H-10.5Z"),
    "energy": Symbol("#117733", "M0-11L11 0L0 11L-11 0Z"),
    "ngo": Symbol("#A84B00", "M0-10.5L10-3.2L6.2 8.5H-6.2L-10-3.2Z"),
    "cooperation": Symbol("#332288", "M-5.3-9.2H5.3L10.6 0L5.3 9.2H-5.3L-10.6 0Z"),
    "dialogue": Symbol("#806000", "M-3.4-10H3.4V-3.4H10V3.4H3.4V10H-3.4V3.4H-10V-3.4H-3.4Z"),
    "monitoring": Symbol("#00777A", "M-10.5-8H10.5L0 11Z"),
    OTHER_KEY: Symbol("#5B6670", "M0-8.5A8.5 8.5 0 0 1 0 8.5A8.5 8.5 0 0 1 0-8.5Z"),
}

ORDER: Final = tuple(BY_KEY)
"""Keys of the sections in the order in which a map numbers its symbols."""


def symbol_of(section: str) -> Symbol:
    """Return the mark of a section by its name.

    One outside the taxonomy has the plain grey mark.
    """
    return BY_KEY[section_key(section)]


DrawnAs: TypeAlias = Literal["exact", "near", "area", "none"]
"""How exact the position of a mark is: the kinds of precision.py, and 'none' for no position."""

_STROKES: Final[Mapping[DrawnAs, str]] = {
    "exact": 'fill="{colour}" stroke="#fff" stroke-width="1.5"',
    "near": 'fill="#fff" stroke="{colour}" stroke-width="3"',
    "area": 'fill="#fff" stroke="{colour}" stroke-width="3" stroke-dasharray="4 2.4"',
    "none": 'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="2 3"',
}


def symbol_image(symbol: Symbol, drawn_as: DrawnAs = "exact") -> str:
    """Return the mark as the address of an image, for pages that allow no drawing of their own."""
    strokes = _STROKES[drawn_as].format(colour=symbol.colour)
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-14 -14 28 28">'
        f'<path d="{symbol.path}" {strokes}/></svg>'
    )
    return f"data:image/svg+xml,{quote(drawing)}"
