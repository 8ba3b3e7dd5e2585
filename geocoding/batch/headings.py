"""Headings of addresses that are not quite the known ones: matched by likeness and by cells."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from geocoding.gazetteer.units import voivodeship_name
from geocoding.tables.matching import Fits, HeadingMatcher, Target, share
from geocoding.tables.spreadsheet_dates import restore_house_number
from geocoding.text.spelling import COLUMNS

_MAX_CHARACTERS: Final = 300
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_CONTACT: Final = re.compile(r"@|://|www\.")
_POSTAL_CODE: Final = re.compile(r"(?<!\d)\d{2}[-–._ ]?\d{3}(?!\d)")
_HOUSE_NUMBER: Final = re.compile(
    r"\d{1,4} ?[a-z]?(?: ?[/\\,-] ?\d{0,4} ?[a-z]?){0,3}", re.IGNORECASE
)

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "street": ("ulica", "ulica i numer", "ulica nr domu", "ulica i nr domu", "street address"),
    "number": ("numer domu", "numer budynku", "numer lokalu"),
    "city": ("miejscowość", "miasto", "siedziba"),
    "postal_code": ("kod pocztowy", "kod i poczta", "kod i miejscowość"),
    "commune": ("gmina", "gmina siedziby"),
    "county": ("powiat",),
    "voivodeship": ("województwo",),
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


def match_by_likeness(cells: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Choose headings for parts of an address: part -> heading.

    Args:
        cells: Heading -> cells under it.
    """
    return _matcher().match(list(cells), cells)


@cache
def _matcher() -> HeadingMatcher:
    """Make the matcher of all parts."""
    return HeadingMatcher(
        (
            Target(name=part, aliases=(*COLUMNS[part], *names), fits=_FITS[part])
            for part, names in _NAMES.items()
        ),
        other_names=_OTHER_THINGS,
    )
