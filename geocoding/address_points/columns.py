"""The columns of address points: what each is called in the files that were or are published."""

import re
from collections.abc import Iterable
from typing import Final

from geocoding.text.folding import fold

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "commune": ("terc", "terytgmi", "teryt", "terytgminy", "kodgminy", "gminateryt"),
    "simc": ("simc", "idsimc", "simcid", "symbolsimc"),
    "place": ("miejscowosc", "nazwamsc", "simcnazwa", "nazwamiejscowosci"),
    "ulic": ("symul", "idulic", "ulicid", "ulic", "symbululicy"),
    "street": ("ulica", "nazwaulc", "ulicnazwa", "nazwaulicy"),
    "number": ("numer", "nrporzadkowy", "nrbudynku", "numerporz", "numerporzadkowy", "nr"),
    "postal_code": ("pna", "kodpoczt", "kodpocztowy", "kod"),
    "lat": ("lat", "szerokoscgeograficzna", "szerokosc", "latitude"),
    "lon": ("lon", "dlugoscgeograficzna", "dlugosc", "longitude"),
}
_REQUIRED: Final = frozenset({"commune", "simc", "place", "street", "number"})
_CORE: Final = frozenset({"commune", "simc", "number"})
"""Fields by which a table is known to hold address points."""


def columns_of(headings: Iterable[str]) -> dict[str, str]:
    """Return the heading of each field that is there."""
    by_key = {re.sub(r"[^a-z0-9]", "", fold(heading)): heading for heading in headings}
    named = {
        field: next((by_key[key] for key in keys if key in by_key), None)
        for field, keys in _HEADINGS.items()
    }
    return {field: heading for field, heading in named.items() if heading is not None}


def are_address_points(columns: dict[str, str]) -> bool:
    """Return whether a table with these fields holds address points."""
    return columns.keys() >= _CORE


def missing(columns: dict[str, str], *, with_coordinates: bool) -> list[str]:
    """Return the fields that a table of address points lacks."""
    required = _REQUIRED | ({"lat", "lon"} if with_coordinates else frozenset())
    return sorted(required - columns.keys())
