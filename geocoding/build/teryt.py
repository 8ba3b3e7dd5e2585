"""Four-digit codes of the counties, as the register of territorial units (TERYT) gives them.

The register numbered the counties of each voivodeship in alphabetical order in 1999, districts
from 01 and cities with county rights from 61. What has happened since is in two tables here.
Source: the register itself; the seven counties formed on 1 January 2002 and the two cities that
were coded anew (Warszawa on 27 October 2002, Wałbrzych on 1 January 2013).
"""

import pandas as pd

from geocoding.build.names import VOIVODESHIPS

_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_FIRST_CITY = 61
_LATER = {
    ("lubuskie", "wschowski"): 12,
    ("łódzkie", "brzeziński"): 21,
    ("podkarpackie", "leski"): 21,
    ("pomorskie", "sztumski"): 16,
    ("warmińsko-mazurskie", "gołdapski"): 18,
    ("warmińsko-mazurskie", "węgorzewski"): 19,
    ("zachodniopomorskie", "łobeski"): 18,
    ("dolnośląskie", "Wałbrzych"): 65,
}
_UNUSED = {"dolnośląskie": {63}, "mazowieckie": {31}}
_NAMES_OF_1999 = {"bieruńsko-lędziński": "tyski", "karkonoski": "jeleniogórski"}


def county_codes(counties: pd.DataFrame) -> list[str]:
    """Give the TERYT code of each county, such as '1201' of bocheński.

    Args:
        counties: All counties, with columns voivodeship and county.
    """
    codes: dict[tuple[str, str], str] = {}
    prefixes = {unit.name: unit.teryt for unit in VOIVODESHIPS.values()}
    for voivodeship, rows in counties.groupby("voivodeship"):
        names = sorted(rows["county"], key=in_alphabet)
        for name, number in _numbers(str(voivodeship), names).items():
            codes[str(voivodeship), name] = f"{prefixes[str(voivodeship)]}{number:02d}"
    return [codes[unit] for unit in zip(counties["voivodeship"], counties["county"], strict=True)]


def _numbers(voivodeship: str, names: list[str]) -> dict[str, int]:
    """Give the number of each county within its voivodeship; names in alphabetical order."""
    numbers = {name: number for (home, name), number in _LATER.items() if home == voivodeship}
    free = {False: 1, True: _FIRST_CITY}
    for name in (name for name in names if name not in numbers):
        is_city = name[:1].isupper()
        while free[is_city] in _UNUSED.get(voivodeship, set()):
            free[is_city] += 1
        numbers[name] = free[is_city]
        free[is_city] += 1
    return numbers


def in_alphabet(name: str) -> list[int]:
    """Give a key that sorts by the Polish alphabet, a space or dash before any letter."""
    return [_ALPHABET.find(letter) for letter in _NAMES_OF_1999.get(name, name).casefold()]
