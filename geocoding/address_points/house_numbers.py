"""House numbers as a number and what follows it: '12a' is 12 and 'A', '12/14' is 12 and '/14'.

The register has one number a point. People write more: a flat ('12 m. 4'), a range ('5-7'), two
numbers of a corner ('12/14'), and '12/14' is either a corner or a flat: only the register can say.
So an address gives several readings, the likeliest first, and the first that a street has counts.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from geocoding.text.folding import tidy
from geocoding.text.streets import read_street

MAX_NUMBER: Final = 0xFFFF
_NUMBER: Final = re.compile(r"0*([1-9]\d{0,4})(.*)")
_LETTERS: Final = re.compile(r"[^\W\d_]{1,4}")
_FURTHER: Final = re.compile(r"[\w/,-]{0,12}")
_SEPARATOR: Final = re.compile(r"[-/,]")
_LONGEST: Final = 40
_REMEMBERED: Final = 200_000
_FARTHEST_CORNER: Final = 20


class HouseNumber(NamedTuple):
    """A house number.

    Attributes:
        number: The digits before the first sign.
        letters: What follows, in upper case and without blanks: 'A', '/14', 'A-C'.
    """

    number: int
    letters: str


def read_registered(text: str) -> HouseNumber | None:
    """Return a number of the register; None where it is none, such as '51' and a broken sign."""
    stated = re.sub(r"[\s.]", "", tidy(text)).upper().replace("\\", "/").replace("–", "-")
    found = _NUMBER.fullmatch(stated)
    if found is None or len(stated) > _LONGEST or not _FURTHER.fullmatch(found[2]):
        return None
    number = int(found[1])
    return HouseNumber(number, _tidy(found[2])) if 0 < number <= MAX_NUMBER else None


@lru_cache(_REMEMBERED)
def readings(text: str) -> tuple[HouseNumber, ...]:
    """Return what a stated number may be in the register, the likeliest first; none if unreadable.

    '12a/3' gives 12A/3, then 12A; '12/14' gives 12/14, 12, 14; '5-7' gives 5-7, 5, 7.
    """
    if not text or len(text) > _LONGEST:
        return ()
    text = text.replace("\\", "/")
    line = read_street(f"x {text}")
    parts = [part for part in _SEPARATOR.split(line.number) if part]
    whole = [f"{line.number}/{line.flat}"] if line.flat and "/" in text else []
    texts = [*whole, line.number or text, *(parts if len(parts) > 1 else [])]
    found = [number for each in texts if (number := read_registered(each))]
    other = read_registered(line.flat) if whole else None
    if other and found and _is_corner(found[-1], other):
        found.append(other)
    return tuple(dict.fromkeys(found))


def _is_corner(one: HouseNumber, other: HouseNumber) -> bool:
    """Return whether a second number may be that of a further building of the same street."""
    return not other.letters and 0 < other.number - one.number <= _FARTHEST_CORNER


def _tidy(letters: str) -> str:
    """Return what follows a number in one form: '-A' and '/a' are 'A'."""
    bare = letters.strip("-/,")
    return bare if _LETTERS.fullmatch(bare) else letters.rstrip("-/,")
