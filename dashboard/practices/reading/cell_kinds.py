"""What the cells of a column may be: the share of them that is of a kind."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dashboard.practices.values import read_count, read_day
from geocoding import fold
from geocoding.gazetteer.units import voivodeship_name
from geocoding.tables.matching import Fits, share
from geocoding.tables.position_headings import POSITION_FITS
from geocoding.tables.spreadsheet_dates import restore_house_number

_MAX_CHARACTERS: Final = 300
_WEB: Final = re.compile(
    r"(?:https?://|www\.)\S{1,280}|[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}\.[a-z]{2,6}(?:/\S{0,280})?",
    re.IGNORECASE,
)
_POSTAL_CODE: Final = re.compile(r"(?:.{0,60}[\s,])?\d{2}[-–. _]?\d{3}(?:[\s,].{0,60})?")
_HOUSE_NUMBER: Final = re.compile(
    r"(?:nr\.? ?)?\d{1,4} ?[a-z]?(?: ?[/\\,-] ?\d{0,4} ?[a-z]?){0,3}", re.IGNORECASE
)
_PHONE: Final = re.compile(
    r"[^\d]{0,30}\d[\d\s()+/,;.-]{5,100}(?:[a-zęó.]{1,12}\.? ?\d{1,6})?", re.IGNORECASE
)
_ORDINAL: Final = re.compile(r"[1-9]\d{0,9}(?:[.)]|\.0)?")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")


def _reads(read: Callable[[str], object]) -> Callable[[str], bool]:
    """Make a test of what reads a value or raises ValueError."""

    def test(text: str) -> bool:
        try:
            read(text[:_MAX_CHARACTERS])
        except ValueError:
            return False
        return True

    return test


def _are_numbers_of_practices(cells: Sequence[str]) -> float:
    """Give the share of different whole numbers: a number names one practice."""
    return len({cell for cell in cells if _ORDINAL.fullmatch(cell)}) / len(cells)


def _is_voivodeship(text: str) -> bool:
    """Say whether a text names a voivodeship and nothing else, as a number or a city's name may."""
    name = text[:_MAX_CHARACTERS].strip()
    is_other = name.isdigit() or fold(name) in _CITIES_OF_SUCH_NAMES
    return not is_other and bool(voivodeship_name(name))


_CITIES_OF_SUCH_NAMES: Final = frozenset({"lodz", "lublin", "opole"})


def _is_house_number(text: str) -> bool:
    """Say whether a text is a house number, or the date that a spreadsheet made of one."""
    return _HOUSE_NUMBER.fullmatch(restore_house_number(text)[:_MAX_CHARACTERS]) is not None


_WORDS: Final = share(lambda text: _LETTERS.search(text[:_MAX_CHARACTERS]) is not None)
_WEB_ADDRESSES: Final = share(lambda text: _WEB.fullmatch(text[:_MAX_CHARACTERS]) is not None)

FITS: Final[Mapping[str, Fits]] = {
    "art": _are_numbers_of_practices,
    "url": _WEB_ADDRESSES,
    "website": _WEB_ADDRESSES,
    "introduced": share(_reads(read_day)),
    "updated": share(_reads(read_day)),
    "population": share(_reads(read_count)),
    "voivodeship": share(_is_voivodeship),
    "postal_code": share(lambda text: _POSTAL_CODE.fullmatch(text[:_MAX_CHARACTERS]) is not None),
    "number": share(_is_house_number),
    "emails": share(lambda text: "@" in text),
    "phones": share(lambda text: _PHONE.fullmatch(text[:_MAX_CHARACTERS]) is not None),
    **POSITION_FITS,
    **dict.fromkeys(
        (
            *("section", "subsection", "title", "summary", "unit_type", "locality", "county"),
            *("post_town", "unit", "street", "contacts", "places"),
        ),
        _WORDS,
    ),
}
"""What a column may hold -> how well some cells are that."""

RECOGNISED_BY_CELLS: Final = ("postal_code", "voivodeship", "website", "emails", "position")
"""What cells alone identify, in a table without headings."""
