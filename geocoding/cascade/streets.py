"""What a street's cell says of where it is: a village in its place, or a town that it leads to."""

import re
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Groups, Ints, holds_text
from geocoding.gazetteer.units import UnitNames
from geocoding.text.folding import distinct, fold, map_distinct
from geocoding.text.patterns import match_pattern, replace_pattern

_FROM_NUMBER = r"(?i)(\pL[^,;]*?)(\s*[,;]|\s+(nr|numer|dom)\b|\s+\d|\s+(ul|al|os|pl)\.).*$"
_TOWN = r"(?i)^\s*(\pL{3}[^,;\d.]*?\.?)\s*(?:[,;]\s*\pL|\s(ul|al|os|pl)\.)"
_UNTIL_STREET = r"(?i)^.*(?:[,;]|\b(ul|al|os|pl)\.)\s*(\pL)"
_ADJECTIVE = r"(?i)\pL{3}(dz|s|\pLc)ka$"
_VILLAGE_WORD = re.compile(
    r"\A\s{0,9}(?:wieś|wies|m\.|miejscowość|miejscowosc|miejsc\.|msc\.|sołectwo|solectwo|osada)"
    r"(?:\s{1,9}|(?<=\.)\s{0,9})(?=\w)",
    re.IGNORECASE,
)
_ENDING = r"(?<=d)zka$|ska$"
_FEMININE = "ka"


class Localities(NamedTuple):
    """What is read of the localities and codes of the addresses, as the attributes of Questions.

    Attributes:
        code: Number of the postal code, -1 for none that is known.
        digits: The five digits of the code, -1 where none is stated.
        name: Number of the locality's name, -1 for none that is known.
        stated: Whether a locality is stated.
    """

    code: Ints
    digits: Ints
    name: Ints
    stated: Bools


class Streets(NamedTuple):
    """What the street's cells say of where they are, as the attributes of Questions."""

    street_name: Ints
    leads_to: Ints
    stem: Ints
    of_stem: Groups


def read_streets(column: pa.Array, localities: Localities, gazetteer: Gazetteer) -> Streets:
    """Read the street's cells; a village in place of a street leads nowhere, however it is called.

    Args:
        column: The street's cells.
        localities: What is known of the localities.
        gazetteer: Where to look.
    """
    code, digits, name, stated = localities
    encoded = distinct(column)  # streets repeat, and patterns take most of the time
    firsts = first_names(encoded.dictionary)
    lasts = last_names(encoded.dictionary, firsts)
    village, street = (names.take(encoded.indices) for names in (firsts, lasts))
    several = (code >= 0) & (gazetteer.code.settlements[code] > 1)
    street_name = villages_in_streets(village, several | ~stated & (digits >= 0), gazetteer)
    seat = leads_to(street, gazetteer.county_names)
    stem, of_stem = stems(street, gazetteer)
    rows = np.flatnonzero((seat >= 0) | (stem >= 0))
    if rows.size:
        pair = code[rows] * len(gazetteer.names.texts) + street_name[rows]
        is_village = (street_name[rows] == name[rows]) | ~stated[rows]
        is_village |= gazetteer.pairs.find(pair) >= 0
        texts = street.take(pa.array(rows))
        alone = pc.equal(village.take(pa.array(rows)), texts)
        is_village &= (street_name[rows] >= 0) & np.asarray(pc.fill_null(alone, fill_value=True))
        own = [gazetteer.name_number(text) for text in texts.to_pylist()]
        is_village |= np.array(own, dtype=np.int64) == name[rows]
        seat[rows[is_village]] = stem[rows[is_village]] = -1
    return Streets(street_name, seat, stem, of_stem)


def first_names(column: pa.Array) -> pa.Array:
    """Return what opens each street's cell: 'Kępie 16' and 'Kępie, ul. Polna 3' -> 'Kępie'.

    A number that opens the name stays ('3 Maja 5' -> '3 Maja'), and so does one without a word
    before it.
    """
    if not holds_text(column):
        return column
    return pc.utf8_trim_whitespace(replace_pattern(column, _FROM_NUMBER, r"\1"))


def last_names(column: pa.Array, firsts: pa.Array) -> pa.Array:
    """Return the street in each street's cell: 'Kępie, ul. Polna 3' -> 'Polna'.

    Args:
        column: The cells.
        firsts: What `first_names` gives for them, which is the street where nothing precedes it.
    """
    if not holds_text(column):
        return column
    streets = replace_pattern(column, _UNTIL_STREET, r"\2")
    is_cut = pc.fill_null(pc.not_equal(streets, column), fill_value=False)
    if not pc.any(is_cut).as_py():
        return firsts
    return pc.replace_with_mask(firsts, is_cut, first_names(streets.filter(is_cut)))


def with_towns_of_streets(city: pa.Array, street: pa.Array) -> pa.Array:
    """Return the localities; where none is stated, what a street's cell has before the street.

    'Kępie, ul. Polna 3' gives 'Kępie'; 'ul. Polna 3' and 'Polna 3' give nothing.
    """
    if not holds_text(street):
        return city
    empty = pc.equal(pc.fill_null(city, ""), "")
    wanted = pc.and_(empty, pc.fill_null(match_pattern(street, _TOWN), fill_value=False))
    if not pc.any(wanted).as_py():
        return city
    towns = replace_pattern(street, f"{_TOWN}.*$", r"\1")
    return pc.if_else(wanted, towns.cast(city.type), city)


def villages_in_streets(streets: pa.Array, wanted: Bools, gazetteer: Gazetteer) -> Ints:
    """Return the numbers of the names of villages that stand as streets, -1 for all others.

    Args:
        streets: The streets without house numbers.
        wanted: Whether a village may stand there: under a code of several places, or where no
            locality is stated.
        gazetteer: Where to look.
    """
    number = np.full(len(streets), -1)
    if not holds_text(streets):
        return number
    rows = np.flatnonzero(wanted)
    if rows.size:
        encoded = distinct(streets.take(pa.array(rows)))
        names = [_village(text, gazetteer) for text in encoded.dictionary.to_pylist()]
        number[rows] = np.array([*names, -1])[np.asarray(pc.fill_null(encoded.indices, len(names)))]
    return number


def _village(text: str, gazetteer: Gazetteer) -> int:
    """Return the number of the name that a text is, also after the word 'wieś'; -1 for none."""
    number = gazetteer.name_number(text)
    word = _VILLAGE_WORD.match(text) if number < 0 else None
    return gazetteer.name_number(text[word.end() :]) if word else number


def leads_to(streets: pa.Array, counties: UnitNames) -> Ints:
    """Return the numbers of the counties' names whose feminine the streets are, -1 for others.

    'ul. Krakowska' has that of 'krakowski'.
    """
    number = np.full(len(streets), -1)
    if not holds_text(streets):
        return number
    endings = [pc.ends_with(streets, ending) for ending in (_FEMININE, _FEMININE.upper())]
    rows = np.flatnonzero(np.asarray(pc.fill_null(pc.or_(*endings), fill_value=False)))
    if rows.size:
        number[rows] = counties.find(map_distinct(streets.take(pa.array(rows)), _masculine))
    return number


def stems(streets: pa.Array, gazetteer: Gazetteer) -> tuple[Ints, Groups]:
    """Return the number of each street's stem, -1 for none, and the places that each stem means.

    'ul. Topolska' has the stem 'topol', which Topola begins with.
    """
    number = np.full(len(streets), -1)
    places: list[Ints] = []
    if holds_text(streets):
        texts = distinct(streets)
        are_adjectives = match_pattern(texts.dictionary, _ADJECTIVE).take(texts.indices)
        wanted = pc.fill_null(are_adjectives, fill_value=False)
        rows = np.flatnonzero(np.asarray(wanted))
        encoded = distinct(streets.take(pa.array(rows)))
        places = [gazetteer.places_by_stem(_stem(text)) for text in encoded.dictionary.to_pylist()]
        number[rows] = np.asarray(encoded.indices)
    starts = np.concatenate(([0], np.cumsum([len(each) for each in places], dtype=np.int64)))
    return number, Groups(starts, np.concatenate((np.zeros(0, dtype=np.int64), *places)))


def _stem(street: str) -> str:
    """Return the last word of a street's name without the ending of an adjective."""
    word = fold(street).split()[-1]
    return word.removesuffix("ka") if word.endswith("cka") else re.sub(_ENDING, "", word)


def _masculine(street: str) -> str:
    """Return the last word of a street's name as the adjective of a county: 'krakowski'."""
    return f"{fold(street).split()[-1].removesuffix('a')}i"
