"""Codes of the register of units in tables of addresses: read as the names of units."""

import re
from collections.abc import Mapping
from typing import Final

from geocoding.communes import (
    DIGITS_OF_COMMUNE,
    DIGITS_OF_COUNTY,
    DIGITS_OF_VOIVODESHIP,
    load_communes,
)

TERYT: Final = "teryt"
"""The part of an address that is a code: of a commune, a county or a voivodeship."""
_UNITS: Final = ("commune", "county", "voivodeship")
_DIGITS: Final = re.compile(r"\d{1,7}")
_SEPARATORS: Final = re.compile(r"[\s_.-]+")
_MAX_CHARACTERS: Final = 20
_DIGITS_WITHOUT_ZERO: Final = (1, 3, 5)


def with_units_of_codes(cells: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the cells of addresses with the units that codes of the register mean.

    A code stands in a cell of its own, or its digits in those of the three units. A unit that is
    stated by name goes before the one that a code means.

    Args:
        cells: Part of an address -> texts, TERYT among them or not.
    """
    parts = dict(cells)
    codes = parts.pop(TERYT, None) or _joined_codes(parts)
    if codes is None:
        return parts
    units = {code: _units_of(code) for code in dict.fromkeys(codes)}
    for place, part in enumerate(_UNITS):
        own = parts.get(part, [""] * len(codes))
        parts[part] = [
            units[code][place]
            if not stated.strip() or (code and stated.strip().isdigit())
            else stated
            for code, stated in zip(codes, own, strict=True)
        ]
    return parts


def _joined_codes(cells: Mapping[str, list[str]]) -> list[str] | None:
    """Return the digits of each row's three units in one; None where they are no digits."""
    if not all(part in cells for part in _UNITS) or not any(map(str.isdigit, cells["commune"])):
        return None
    rows = zip(*(cells[part] for part in reversed(_UNITS)), strict=True)
    return [
        "".join(digits.strip().zfill(DIGITS_OF_VOIVODESHIP) for digits in row)
        if all(digits.strip().isdigit() for digits in row)
        else ""
        for row in rows
    ]


def _units_of(text: str) -> tuple[str, str, str]:
    """Give the commune's name, and the codes of county and voivodeship, that a code means."""
    code = _SEPARATORS.sub("", text[:_MAX_CHARACTERS])
    if not _DIGITS.fullmatch(code):
        return "", "", ""
    communes = load_communes()
    if len(code) in _DIGITS_WITHOUT_ZERO or (
        len(code) == DIGITS_OF_COMMUNE and communes.with_teryt(code) is None
    ):
        code = f"0{code}"  # a spreadsheet loses the first zero
    commune = communes.with_teryt(code)
    has_county = len(code) >= DIGITS_OF_COUNTY
    return (
        commune.name if commune else "",
        code[:DIGITS_OF_COUNTY] if has_county else "",
        code[:DIGITS_OF_VOIVODESHIP],
    )
