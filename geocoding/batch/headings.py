"""Headings of addresses that are not quite the known ones: matched by likeness and by cells."""

import re
from collections.abc import Container, Mapping, Sequence
from functools import cache
from typing import Final

from geocoding.gazetteer.units import voivodeship_name
from geocoding.tables.coordinates import read_degrees, read_metres
from geocoding.tables.matching import Fits, HeadingMatcher, Target, share
from geocoding.tables.position_headings import (
    POSITION_FITS,
    POSITION_NAMES,
    POSITION_PARTS,
    UNSURE_POSITION_NAMES,
)
from geocoding.tables.spreadsheet_dates import restore_house_number
from geocoding.text import fold

_MAX_CHARACTERS: Final = 300
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_CONTACT: Final = re.compile(r"@|://|www\.")
_POSTAL_CODE: Final = re.compile(r"(?<!\d)\d{2}[-–._ ]?\d{3}(?!\d)")
_HOUSE_NUMBER: Final = re.compile(
    r"\d{1,4} ?[a-z]?(?: ?[/\\,-] ?\d{0,4} ?[a-z]?){0,3}", re.IGNORECASE
)

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "street": (
        "ulica",
        "ul",
        "ul os",
        "ulica i numer",
        "ulica nr domu",
        "ulica i nr domu",
        "street address",
    ),
    "number": ("numer domu", "numer budynku", "numer lokalu"),
    "city": ("miejscowość", "miasto", "siedziba", "city", "town", "locality"),
    "postal_code": ("kod pocztowy", "kod i poczta", "kod i miejscowość", "postal code", "zip"),
    "commune": ("gmina", "gm", "gmina siedziby"),
    "county": ("powiat", "pow"),
    "voivodeship": ("województwo", "woj"),
    "address": ("adres", "adres siedziby", "adres pełny"),
}
"""Part of an address -> its names in words."""

_OTHER_THINGS: Final = (
    "country",
    "kraj",
    "powierzchnia",
    "adres e-mail",
    "adres www",
    "adres email",
)


_UNSURE_NAMES: Final[Mapping[str, tuple[str, ...]]] = {"voivodeship": ("region",)}


def _is_words(text: str) -> bool:
    """Say whether a text has words and is no address of the web or for letters."""
    beginning = text[:_MAX_CHARACTERS]
    return bool(_LETTERS.search(beginning)) and not _CONTACT.search(beginning)


_FITS: Final[Mapping[str, Fits]] = {
    **dict.fromkeys(("street", "city", "commune", "county", "address"), share(_is_words)),
    "number": share(
        lambda text: (
            _HOUSE_NUMBER.fullmatch(restore_house_number(text)[:_MAX_CHARACTERS]) is not None
        )
    ),
    "postal_code": share(lambda text: _POSTAL_CODE.search(text[:_MAX_CHARACTERS]) is not None),
    "voivodeship": share(lambda text: bool(voivodeship_name(text[:_MAX_CHARACTERS]))),
}


def match_by_likeness(
    cells: Mapping[str, Sequence[str]], *, known: Container[str] = ()
) -> dict[str, str]:
    """Choose headings for parts of an address: part -> heading.

    Args:
        cells: Heading -> cells under it.
        known: Parts whose columns are known already.
    """
    return _matcher().match(list(cells), cells, without=known)


def match_positions(headings: Sequence[str], cells: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Choose headings for coordinates: 'lat' and 'lon', or 'position' -> heading.

    Metres whose headings state which is which are 'northing' and 'easting'.

    Args:
        headings: The headings of a table.
        cells: Heading -> cells under it, by which unsure headings such as 'X' are told.
    """
    has_cells = any(any(texts) for texts in cells.values())
    found = _position_matcher().match(headings, cells if has_cells else None)
    is_sure = all(_is_sure(part, heading) for part, heading in found.items())
    if is_sure and found.keys() == {"lat", "lon"} and _are_metres(cells[found["lat"]]):
        return {"northing": found["lat"], "easting": found["lon"]}
    if has_cells:
        is_found = "position" in found or {"lat", "lon"} <= found.keys()
        return found if is_found else _position_matcher().match_cells(headings, cells, ["position"])
    return {part: heading for part, heading in found.items() if _is_sure(part, heading)}


def _is_sure(part: str, heading: str) -> bool:
    """Say whether a heading names a part of a position and nothing else."""
    return fold(heading) in POSITION_NAMES[part]


def _are_metres(cells: Sequence[str]) -> bool:
    """Say whether the first of some cells that is filled holds metres and no angle."""
    first = next(filter(None, map(str.strip, cells)), "")
    return read_degrees(first) is None and read_metres(first) is not None


@cache
def _position_matcher() -> HeadingMatcher:
    """Make the matcher of coordinates."""
    return HeadingMatcher(
        (
            Target(
                name=part,
                aliases=POSITION_NAMES[part],
                fits=POSITION_FITS[part],
                unsure_aliases=UNSURE_POSITION_NAMES[part],
            )
            for part in POSITION_PARTS
        ),
    )


@cache
def _matcher() -> HeadingMatcher:
    """Make the matcher of all parts."""
    return HeadingMatcher(
        (
            Target(
                name=part,
                aliases=names,
                fits=_FITS[part],
                unsure_aliases=_UNSURE_NAMES.get(part, ()),
            )
            for part, names in _NAMES.items()
        ),
        other_names=_OTHER_THINGS,
    )
